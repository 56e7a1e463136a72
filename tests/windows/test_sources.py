"""What would be otherwise on Windows, looked for in the program's own code.

Paths that become text are found by their types: ``written_paths.py``, a part of
``make check``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from mypy import api

from tests.books import ROOT
from tests.sources import modules
from tests.windows.written_paths import CODE

pytestmark = pytest.mark.xdist_group("sources")

Rule = Callable[[ast.Call], bool]
#: Functions of ``os.path`` that give a path with the separators of the system.
OF_SYSTEM = {
    "abspath", "commonpath", "expanduser", "join", "normpath", "realpath", "relpath",
}  # fmt: skip
#: Where a method ``open`` takes no mode, or one that is no text.
NO_TEXT = {"os", "Image", "archive", "tarfile"}
#: What is shown by the menu alone, as people at that computer know it.
MENU = "sopgen/menu/"


def named(call: ast.Call) -> str:
    """Return the last name of what is called."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def told(call: ast.Call, place: int, name: str) -> str | None:
    """Return a constant that is given to a call, by its place or its name."""
    given = [*call.args[place : place + 1]]
    given += [one.value for one in call.keywords if one.arg == name]
    match given:
        case [ast.Constant(value=str(text))]:
            return text
        case _:
            return None


def packs(call: ast.Call) -> bool:
    """Tell whether a call makes a ZIP, or lets a library make one.

    Libraries save a document to one place; pictures are told their format, too.
    """
    match named(call):
        case "ZipInfo" | "writestr" | "make_archive":
            return True
        case "ZipFile" | "PyZipFile":
            return (told(call, 1, "mode") or "r") != "r" or len(call.args) > 1
        case "save" if isinstance(call.func, ast.Attribute):
            return len(call.args) + len(call.keywords) == 1
    return False


def writes_text(call: ast.Call) -> bool:
    r"""Tell whether a call writes text to a file, where ``\n`` may become ``\r\n``."""
    match call.func:
        case ast.Attribute(attr="write_text"):
            return True
        case ast.Name(id="open") | ast.Attribute(value=ast.Name("os"), attr="fdopen"):
            mode = told(call, 1, "mode") or "r"
        case ast.Attribute(value=ast.Name(owner), attr="open") if owner in NO_TEXT:
            return False
        case ast.Attribute(attr="open"):
            mode = told(call, 0, "mode") or "r"
        case _:
            return False
    return "b" not in mode


def reads_letters_of_the_system(call: ast.Call) -> bool:
    """Tell whether a call reads text in whatever letters a system has."""
    keywords = {one.arg for one in call.keywords}
    match call.func:
        case ast.Attribute(attr="read_text"):
            return not call.args and "encoding" not in keywords
        case ast.Attribute(value=ast.Name("subprocess")):
            return "text" in keywords and "encoding" not in keywords
        case _:
            return False


def gives_separators(call: ast.Call) -> bool:
    """Tell whether a call gives a path as text; ``Path`` around it takes it in."""
    match call.func:
        case ast.Attribute(value=ast.Attribute(attr="path"), attr=name):
            return name in OF_SYSTEM
        case _:
            return False


def calls(module: ast.AST, inside: str = "") -> Iterator[tuple[ast.Call, str]]:
    """Yield every call with what is called round it, if it is its argument."""
    for node in ast.iter_child_nodes(module):
        if isinstance(node, ast.Call):
            yield node, inside
        yield from calls(node, named(node) if isinstance(node, ast.Call) else "")


def found(rule: Rule, module: ast.AST) -> list[int]:
    """Return the lines at which a rule finds something."""
    return [
        call.lineno
        for call, round_it in calls(module)
        if rule(call) and (rule is not gives_separators or round_it != "Path")
    ]


#: Each rule with the files that it does not bind, and something wrong and right by it.
RULES: Mapping[Rule, tuple[str, ...]] = {
    packs: ("sopgen/archive.py", "sopgen/spec/workbook/saved.py"),
    writes_text: (),
    reads_letters_of_the_system: (),
    gives_separators: (MENU,),
}
#: As tests are called by them.
NAMES = [getattr(rule, "__name__", "") for rule in RULES]
WRONG: Mapping[Rule, tuple[str, ...]] = {
    packs: (
        "zipfile.ZipInfo('a')", "ZipInfo(filename='a')", "z.writestr('a', b'')",
        "ZipFile(to, 'w')", "ZipFile(to, mode='a')", "ZipFile(to, mode)",
        "shutil.make_archive('a', 'zip')", "book.save(target)", "Document().save(to)",
    ),
    writes_text: (
        "path.write_text('a', encoding='utf-8')", "open('a')", "open('a', 'w')",
        "open('a', mode='wt', encoding='utf-8', newline='')", "path.open('a')",
        "path.open()", "os.fdopen(1, 'w')", "(a / b).open(mode='w')",
    ),
    reads_letters_of_the_system: (
        "path.read_text()", "subprocess.run(line, text=True)",
    ),
    gives_separators: (
        "told(os.path.relpath(a, b))", "a = os.path.join(b, c)",
        "Path(a, *map(b, os.path.abspath(c)))",
    ),
}  # fmt: skip
RIGHT: Mapping[Rule, tuple[str, ...]] = {
    packs: (
        "ZipFile(data)", "ZipFile(file, mode='r')", "image.save(made, 'PNG')",
        "save(edits)",
    ),
    writes_text: (
        "path.write_bytes(b'')", "path.open('rb')", "open('a', 'wb')",
        "os.open(path, os.O_RDONLY)", "Image.open(source, formats=some)",
    ),
    reads_letters_of_the_system: (
        "path.read_text('utf-8')", "path.read_text(encoding='utf-8-sig')",
        "replace(one, text=other)",
        "subprocess.run(line, text=True, encoding='utf-8')",
    ),
    gives_separators: ("Path(os.path.relpath(a, b)).as_posix()", "os.path.isdir(a)"),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_rule_knows_wrong_from_right(rule: Rule) -> None:
    seen = partial(found, rule)
    assert [text for text in WRONG[rule] if not seen(ast.parse(text))] == []
    assert [text for text in RIGHT[rule] if seen(ast.parse(text))] == []


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_the_program_is_alike_on_every_system(rule: Rule) -> None:
    assert [
        f"{name}:{line}"
        for name, module in modules()
        if not name.startswith(RULES[rule] or "-")
        for line in found(rule, module)
    ] == []


def test_the_program_packs_in_one_place() -> None:
    """What has a document saved by its library packs it anew, as all else."""
    packing = {
        name: source
        for name, module in modules()
        if name in RULES[packs] and (source := ast.unparse(module))
    }
    assert packing.keys() == {*RULES[packs]}
    assert "return packed(" in packing["sopgen/spec/workbook/saved.py"]


#: A path that becomes text, a way a line, and what does not depend on the system.
TOLD = """
from pathlib import Path
from click import echo

def told(one: Path, many: list[Path], maybe: Path | None, number: int) -> None:
    echo(one)
    echo(str(one))
    echo(f"{one}")
    echo(f"di {one}: {number}")
    echo(f"{maybe!s}")
    echo("{}".format(one))
    echo(repr(many))
    echo(list(map(str, many)))
"""
UNTOLD = """
import os
from pathlib import Path

def told(one: Path, many: list[Path], number: int) -> list[str]:
    return [one.as_posix(), f"di {one.as_posix()}: {number}", os.fspath(one), one.name,
            *map(Path.as_posix, many), *map(str, [number]), str(number)]
"""


@pytest.mark.slow
def test_the_check_of_types_sees_every_path_that_becomes_text(tmp_path: Path) -> None:
    for name, text in (("told", TOLD), ("untold", UNTOLD)):
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    settings = tmp_path / "mypy.ini"
    plugin = ROOT / "tests" / "windows" / "written_paths.py"
    settings.write_text(
        f"[mypy]\nplugins = {plugin}\nstrict = true\n", encoding="utf-8"
    )
    line = ["--config-file", settings, "--cache-dir", tmp_path / "cache", tmp_path]
    said, wrong, _ = api.run(list(map(str, line)))
    assert wrong == ""
    lines = [one for one in said.splitlines() if "error:" in one]
    assert [one for one in lines if f"[{CODE.code}]" not in one] == []
    assert [one for one in lines if "untold" in one] == []
    assert len(lines) == TOLD.count("    echo(")


def test_the_check_of_types_is_asked() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"tests/windows/written_paths.py"' in settings
