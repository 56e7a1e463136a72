"""What the sources of the program and of its tests say of the codes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sopgen.takeover import findings as old_sop
from tests.books import ROOT

CODE = re.compile(r"SOP[0-9]{3}")
PROGRAM = ROOT / "sopgen"
#: Where codes are only spoken of: the table itself, and the examples of a command.
ABOUT = tuple(
    PROGRAM / name for name in ("model/temuan", "temuan.py", "cli/explain.py")
)
#: What makes a finding: with the weight of its code, or with the lighter one.
HEAVY, LIGHT = ("diagnose", "tell"), ("diagnose_lightly", "tell_lightly")
#: The same of old SOP, by codes that have names.
HEAVY_OLD, LIGHT_OLD = ("about_file", "finding"), ("noted",)
OLD = vars(old_sop)


def files() -> Iterator[Path]:
    """Yield the sources that may tell findings."""
    for file in sorted(PROGRAM.rglob("*.py")):
        if not any(file.is_relative_to(one) for one in ABOUT):
            yield file


@cache
def told() -> frozenset[str]:
    """Return every code that stands in the program."""
    found: set[str] = set()
    for file in files():
        found |= set(CODE.findall(file.read_text(encoding="utf-8")))
    return frozenset(found)


@cache
def made(*, lightly: bool) -> frozenset[str]:
    """Return the codes of which findings are made with one of their weights."""
    ways = (*LIGHT, *LIGHT_OLD) if lightly else (*HEAVY, *HEAVY_OLD)
    return frozenset(
        code
        for file in files()
        for call in calls(file)
        if _named(call.func) & set(ways) and (code := _code(call, file))
    )


@cache
def calls(file: Path) -> tuple[ast.Call, ...]:
    """Return what a source calls."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return tuple(node for node in nodes if isinstance(node, ast.Call))


def _named(func: ast.expr) -> set[str]:
    """Return the names of what is called, of a choice both."""
    if isinstance(func, ast.IfExp):
        return _named(func.body) | _named(func.orelse)
    return {getattr(func, "attr", getattr(func, "id", ""))}


def _code(call: ast.Call, file: Path) -> str:
    """Return the code that a call is made with, literally or by a name; or nothing."""
    for one in call.args[:2]:
        if isinstance(one, ast.Constant) and CODE.fullmatch(str(one.value)):
            return str(one.value)
        if isinstance(one, ast.Attribute) and one.attr in OLD:
            return str(OLD[one.attr])
        if isinstance(one, ast.Name) and (code := _constants(file).get(one.id, "")):
            return code if CODE.fullmatch(code) else ""
    return ""


@cache
def _constants(file: Path) -> Mapping[str, str]:
    """Return the words that have a name in a source or in a sibling of it."""
    found: dict[str, str] = {}
    for one in file.parent.glob("*.py"):
        for node in ast.walk(ast.parse(one.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign):
                found.update(_assigned(node.targets[0], node.value))
    return found


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, str]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for inner in zip(target.elts, value.elts, strict=True):
            yield from _assigned(*inner)
    elif isinstance(target, ast.Name) and isinstance(value, ast.Constant):
        yield target.id, str(value.value)


@cache
def tests_of(file: str) -> frozenset[str]:
    """Return the names of the tests in a file of tests."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in tree.body if isinstance(node, ast.FunctionDef)
    )
