"""What a text may use: the nodes that can be filled in, and nothing else of Jinja2."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import nodes
from jinja2.filters import FILTERS as FILTERS_OF_JINJA

from sopgen.parts.filling.filters import FILTERS
from sopgen.parts.filling.syntax import SHOWN, FillError, RefusedError, near
from sopgen.parts.filling.values import EXPRESSIONS, STATEMENTS, TESTS

ALLOWED = {*STATEMENTS, *EXPRESSIONS, nodes.TemplateData, nodes.Operand}
#: What the others are called in messages.
FOREIGN: dict[type[nodes.Node], str] = {
    nodes.Call: "memanggil `…()`",
    nodes.Slice: "potongan `[a:b]`",
    nodes.Dict: "kelompok `{…}`",
    nodes.Pow: "perpangkatan `**`",
    nodes.Div: "pembagian `/`",
}


def check(body: Iterable[nodes.Node], mark: int = 0) -> None:
    """Raise FillError at the first node that a text may not use."""
    for node in body:
        at = node.lineno or mark
        if type(node) not in ALLOWED:
            what = FOREIGN.get(type(node), "bentuk ini")
            raise RefusedError(f"{what} tidak diizinkan", at)
        if rule := RULES.get(type(node)):
            rule(node)
        check(node.iter_child_nodes(), at)


def _filter(node: nodes.Filter) -> None:
    name = node.name[:SHOWN]
    if _has_arguments(node):
        saran = "tulis saringannya tanpa kurung"
        raise RefusedError(f"saringan `{name}(…)` tidak diizinkan", node.lineno, saran)
    if node.name in FILTERS_OF_JINJA and node.name not in FILTERS:
        raise RefusedError(f"saringan `{name}` tidak diizinkan", node.lineno)
    if node.name not in FILTERS:
        why = f"saringan `{name}` tidak ada"
        raise FillError(why, node.lineno, near(node.name, FILTERS))


def _test(node: nodes.Test) -> None:
    if _has_arguments(node) or node.name not in TESTS:
        why = f"`is {node.name[:SHOWN]}` tidak diizinkan"
        raise RefusedError(why, node.lineno, near(node.name, TESTS))


def _has_arguments(node: nodes.Filter | nodes.Test) -> bool:
    return bool(node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)


def _for(node: nodes.For) -> None:
    if node.recursive:
        raise RefusedError("`recursive` tidak diizinkan", node.lineno)
    if not isinstance(node.target, nodes.Name):
        why = "perulangan hanya memakai satu nama"
        raise FillError(why, node.lineno, "tulis misalnya {% for s in sop %}")


def _name(node: nodes.Name) -> None:
    _public(node.name, node.lineno)


def _getattr(node: nodes.Getattr) -> None:
    _public(node.attr, node.lineno)


def _getitem(node: nodes.Getitem) -> None:
    if isinstance(node.arg, nodes.Const):
        _public(str(node.arg.value), node.lineno)


def _public(name: str, mark: int) -> None:
    """Refuse a name that belongs to the inside of a program."""
    if name.startswith("_"):
        raise RefusedError(f"`{name[:SHOWN]}` tidak diizinkan", mark)


RULES: dict[type[nodes.Node], Callable[[Any], None]] = {
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.For: _for,
    nodes.Name: _name,
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
}
