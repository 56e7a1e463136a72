"""What CONTRIBUTING says of the form of the code, read from the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.sources import modules

#: In one process, for the code is parsed once.
pytestmark = pytest.mark.xdist_group("sources")
LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
#: Where this is not so yet.
LATER = ("sopgen/takeover/", "sopgen/layout/route/")


def _functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for name, module in modules():
        if not name.startswith(LATER):
            for node in ast.walk(module):
                if isinstance(node, ast.FunctionDef):
                    yield Path(name), node


def _bundles(annotation: ast.expr | None) -> bool:
    """Return whether an annotation is a tuple of unlike things."""
    match annotation:
        case ast.Subscript(ast.Name("tuple"), ast.Tuple(elts)):
            kinds = {ast.unparse(kind) for kind in elts} - {"..."}
            return len(kinds) > 1
        case _:
            return False


@pytest.mark.slow
def test_no_parameter_bundles_unlike_arguments() -> None:
    bundled = [
        f"{file}: {function.name}({argument.arg})"
        for file, function in _functions()
        for argument in (*function.args.args, *function.args.kwonlyargs)
        if _bundles(argument.annotation)
    ]
    assert bundled == []


@pytest.mark.slow
def test_no_constructor_goes_through_anything() -> None:
    working = [
        f"{file}:{function.lineno}"
        for file, function in _functions()
        if function.name in ("__init__", "__post_init__")
        and any(isinstance(node, LOOPS) for node in ast.walk(function))
    ]
    assert working == []


@pytest.mark.slow
def test_nothing_is_known_by_its_place_in_memory() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, module in modules()
        if not name.startswith("sopgen/layout/route/")
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "id"
    ]
    assert found == []


def test_classes_of_data_are_those_of_nilai() -> None:
    found = [
        file.relative_to(ROOT).as_posix()
        for file in sorted((ROOT / "sopgen").rglob("*.py"))
        if "from dataclasses import" in (text := file.read_text(encoding="utf-8"))
        and re.search(r"^from dataclasses import .*\bdataclass\b", text, re.MULTILINE)
        and re.search(r"^\s*@dataclass\(.*(?:frozen|slots)=True", text, re.MULTILINE)
    ]
    assert found == []


def test_tests_of_a_group_have_one_process(request: pytest.FixtureRequest) -> None:
    """A pytest that is newer than its plugin forgets the groups, and says nothing."""
    if request.config.getoption("loadgroup", default=False):
        assert request.node.nodeid.endswith("@sources")


def test_what_functions_remember_of_a_book_can_be_forgotten() -> None:
    found = [
        name
        for name, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        and node.module == "functools"
        and "lru_cache" in {one.name for one in node.names}
    ]
    assert found == ["sopgen/model/ingatan.py"]
