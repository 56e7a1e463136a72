"""A plugin of mypy (``make check``): no path becomes text as the system writes it.

``str(path)``, ``f"{path}"`` and ``click.echo(path)`` give ``a/b`` on Linux and ``a\\b``
on Windows.  What is told or written says ``path.as_posix()``; what is handed to the
system or to a library that opens it, ``os.fspath(path)``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from mypy.errorcodes import ErrorCode
from mypy.nodes import RefExpr
from mypy.plugin import FunctionContext, MethodContext, Plugin
from mypy.types import Instance, Type, UnionType, get_proper_type

CODE = ErrorCode("written-path", "Text with the separators of a system", "General")
SAYS = "A path as the system writes it: say .as_posix(), or os.fspath() to open it"
#: Whatever makes text of anything, by the way an f-string goes, too.
WRITERS = {"builtins.str", "builtins.repr", "click.utils.echo"}
FORMAT, MAP = "builtins.str.format", "builtins.map"
#: What is not asked: tests, and the menu, which shows places as people there know them.
ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = tuple(f"{ROOT / one}{os.sep}" for one in ("tests", "docs", "sopgen/menu"))

Asked = FunctionContext | MethodContext


class WrittenPaths(Plugin):
    """Look at what every writer of text is given."""

    def get_function_hook(
        self, fullname: str
    ) -> Callable[[FunctionContext], Type] | None:
        """Look at functions."""
        if fullname == MAP:
            return _mapped
        return _looked_at if fullname in WRITERS else None

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Look at methods: f-strings come as calls of ``format``."""
        return _looked_at if fullname == FORMAT else None


def _mapped(asked: FunctionContext) -> Type:
    writer = asked.args[0][0]
    if isinstance(writer, RefExpr) and writer.fullname in WRITERS:
        return _looked_at(asked)
    return asked.default_return_type


def _looked_at(asked: Asked) -> Type:
    given = (one for some in asked.arg_types for one in some)
    if any(map(_has_path, given)) and not _is_elsewhere(asked.api.path):
        asked.api.fail(SAYS, asked.context, code=CODE)
    return asked.default_return_type


def _is_elsewhere(file: str) -> bool:
    return os.path.abspath(file).startswith(ELSEWHERE)


def _has_path(kind: Type) -> bool:
    """Tell whether a value is a path, or may be one, or holds some."""
    match get_proper_type(kind):
        case UnionType(items=some):
            return any(map(_is_path, some))
        case Instance(args=some) as one:
            return _is_path(one) or any(map(_is_path, some))
        case _:
            return False


def _is_path(kind: Type) -> bool:
    one = get_proper_type(kind)
    return isinstance(one, Instance) and one.type.has_base("pathlib.PurePath")


def plugin(_version: str) -> type[Plugin]:
    """Return the plugin, as mypy asks for it."""
    return WrittenPaths
