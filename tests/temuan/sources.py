"""What the sources of the program and of its tests say of the codes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sopgen.model.diagnostic import Severity
from tests.books import ROOT

CODE = re.compile(r"SOP[0-9]{3}")
PROGRAM = ROOT / "sopgen"
#: Where codes are only spoken of: the table itself, and the examples of a command.
ABOUT = tuple(
    PROGRAM / name for name in ("model/temuan", "temuan.py", "cli/explain.py")
)
LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
#: What makes an error of whatever code it is called with.
ERRORS = ("RefusedError", "about_file")


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
def weights() -> tuple[tuple[str, Severity, str], ...]:
    """Return code, severity and place of each finding that is made with both."""
    return tuple(_weights())


def _weights() -> Iterator[tuple[str, Severity, str]]:
    for file in files():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (code := _code(node)):
                place = f"{file.relative_to(ROOT)}:{node.lineno}"
                for severity in _severities(node):
                    yield code, severity, place


def _code(call: ast.Call) -> str:
    """Return the code that a call is made with, or nothing."""
    given = [*call.args[:1], *(k.value for k in call.keywords if k.arg == "code")]
    for one in given:
        if isinstance(one, ast.Constant) and CODE.fullmatch(str(one.value)):
            return str(one.value)
    return ""


def _severities(call: ast.Call) -> Iterator[Severity]:
    """Yield the severities that a call may give: by what is called, or by name."""
    for node in ast.walk(call.func):
        name = getattr(node, "attr", getattr(node, "id", ""))
        if name in LEVELS:
            yield LEVELS[name]
        elif name in ERRORS:
            yield Severity.ERROR
    for value in (*call.args[1:2], *(k.value for k in call.keywords)):
        for node in ast.walk(value):
            if isinstance(node, ast.Attribute) and node.attr.lower() in LEVELS:
                yield LEVELS[node.attr.lower()]


@cache
def tests_of(file: str) -> frozenset[str]:
    """Return the names of the tests in a file of tests."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in tree.body if isinstance(node, ast.FunctionDef)
    )
