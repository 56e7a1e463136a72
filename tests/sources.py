"""The code of the program, parsed once."""

from __future__ import annotations

import ast
from functools import cache

from tests.books import ROOT


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Return every module of the program by the path of its file."""
    files = sorted((ROOT / "sopgen").rglob("*.py"))
    return tuple(
        (file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8")))
        for file in files
    )
