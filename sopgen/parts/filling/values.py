"""Fill a template in, counting every step.

What stands in ``STATEMENTS`` and ``EXPRESSIONS`` is all that a text may use.  Nothing
is called; values are text, whole numbers, truth and the facts.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, cast

from jinja2 import nodes

from sopgen.model.nilai import dataclass
from sopgen.parts.filling.filters import FILTERS, is_number
from sopgen.parts.filling.syntax import (
    LONGEST,
    SHOWN,
    STRAY,
    FillError,
    RefusedError,
    near,
)

#: Letters that cost as much as a step.
LETTERS = 5
#: The largest number that is calculated with.
NUMBER_MAX = 10**9
LIST_SARAN = (
    "tulis {% for s in sop %} {{ s.nama }} {% endfor %}, atau {{ sop | length }}"
)

Scope = Mapping[str, Any]


@dataclass(slots=True)
class Filling:
    """Write the text of one template, for which some ``steps`` are left."""

    steps: int
    letters: int = 0
    made: list[str] = field(default_factory=list)

    def run(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Write what statements say."""
        for node in body:
            STATEMENTS[type(node)](self, node, scope)

    def write(self, text: str, mark: int) -> None:
        """Add a piece to the text."""
        self.letters += len(text)
        self.weigh(len(text), mark)
        if self.letters > LONGEST:
            raise _too_long(mark)
        self.made.append(text)

    def spend(self, steps: int, mark: int) -> None:
        """Count steps."""
        self.steps -= steps
        if self.steps < 0:
            raise RefusedError("terlalu banyak langkah untuk mengisinya", mark)

    def weigh(self, letters: int, mark: int) -> None:
        """Count the letters of a text before it is made."""
        if letters > LONGEST:
            raise _too_long(mark)
        self.spend(letters // LETTERS, mark)

    def value(self, node: nodes.Node, scope: Scope) -> Any:
        """Return the value of an expression."""
        self.spend(1, node.lineno)
        return EXPRESSIONS[type(node)](self, node, scope)

    def text(self, node: nodes.Node, scope: Scope) -> str:
        """Return the value of an expression as it is printed."""
        value = self.value(node, scope)
        if isinstance(value, str):
            return value
        if is_number(value):
            return str(value)
        what = "adalah daftar" if isinstance(value, list) else "bukan teks atau angka"
        why = f"{shown(node)} {what}; tidak dapat dicetak"
        raise FillError(why, node.lineno, LIST_SARAN)

    def number(self, node: nodes.Node, scope: Scope) -> int:
        """Return the value of an expression to calculate with."""
        value = self.value(node, scope)
        if not is_number(value):
            raise FillError(f"{shown(node)} bukan angka bulat", node.lineno)
        return int(value)


def _too_long(mark: int) -> RefusedError:
    return RefusedError(f"hasilnya lebih dari {LONGEST} huruf", mark)


def shown(node: nodes.Node) -> str:
    """Return an expression for a message."""
    names: list[str] = []
    while isinstance(node, nodes.Getattr):
        names.append(node.attr)
        node = node.node
    if isinstance(node, nodes.Name):
        return f"`{'.'.join([node.name, *reversed(names)])[:SHOWN]}`"
    return "isinya"


# Statements


def _output(filling: Filling, node: nodes.Output, scope: Scope) -> None:
    for child in node.nodes:
        if isinstance(child, nodes.TemplateData):
            filling.write(child.data, child.lineno)
            continue
        text = filling.text(child, scope)
        filling.write(text, child.lineno)
        if STRAY.search(text):
            raise FillError("yang diisikan memuat kurung {{ atau }}", child.lineno)


def _for(filling: Filling, node: nodes.For, scope: Scope) -> None:
    items = filling.value(node.iter, scope)
    if not isinstance(items, list):
        raise FillError(f"{shown(node.iter)} bukan daftar", node.lineno, LIST_SARAN)
    name = cast("nodes.Name", node.target).name
    if node.test is not None:
        test = node.test
        items = [one for one in items if filling.value(test, {**scope, name: one})]
    last = len(items) - 1
    for at, item in enumerate(items):
        filling.spend(1, node.lineno)
        loop = {
            "index": at + 1, "index0": at, "first": at == 0, "last": at == last,
            "revindex": last - at + 1, "revindex0": last - at, "length": last + 1,
        }  # fmt: skip
        filling.run(node.body, {**scope, name: item, "loop": loop})
    if not items:
        filling.run(node.else_, scope)


def _if(filling: Filling, node: nodes.If, scope: Scope) -> None:
    for branch in (node, *node.elif_):
        if filling.value(branch.test, scope):
            filling.run(branch.body, scope)
            return
    filling.run(node.else_, scope)


# Facts


def _const(filling: Filling, node: nodes.Const, scope: Scope) -> Any:
    return node.value


def _name(filling: Filling, node: nodes.Name, scope: Scope) -> Any:
    if node.name in scope:
        return scope[node.name]
    raise FillError(f"{shown(node)} tidak dikenal", node.lineno, near(node.name, scope))


def _getattr(filling: Filling, node: nodes.Getattr, scope: Scope) -> Any:
    return _member(filling.value(node.node, scope), node.attr, node)


def _getitem(filling: Filling, node: nodes.Getitem, scope: Scope) -> Any:
    around, key = filling.value(node.node, scope), filling.value(node.arg, scope)
    if isinstance(key, str):
        return _member(around, key, node)
    if isinstance(around, list) and is_number(key):
        if -len(around) <= key < len(around):
            return around[key]
        why = f"{shown(node.node)} hanya punya {len(around)} butir"
        raise FillError(why, node.lineno, "butir pertama adalah [0]")
    why = f"{shown(node.node)} […] keliru"
    raise FillError(why, node.lineno, LIST_SARAN)


def _member(around: Any, key: str, node: nodes.Getattr | nodes.Getitem) -> Any:
    """Return the part of a fact that bears a name."""
    what = shown(node.node)
    if isinstance(around, Mapping):
        if key in around:
            return around[key]
        why = f"{what} tidak punya `{key[:SHOWN]}`"
        raise FillError(why, node.lineno, near(key, around))
    kind = "adalah daftar" if isinstance(around, list) else "hanya satu nilai"
    why = f"{what} {kind}; `{key[:SHOWN]}` tidak dapat diambil"
    raise FillError(why, node.lineno, LIST_SARAN if isinstance(around, list) else "")


def _listed(
    filling: Filling, node: nodes.List | nodes.Tuple, scope: Scope
) -> list[Any]:
    return [filling.value(item, scope) for item in node.items]


# Truth


def _not(filling: Filling, node: nodes.Not, scope: Scope) -> bool:
    return not filling.value(node.node, scope)


def _and(filling: Filling, node: nodes.And, scope: Scope) -> Any:
    return filling.value(node.left, scope) and filling.value(node.right, scope)


def _or(filling: Filling, node: nodes.Or, scope: Scope) -> Any:
    return filling.value(node.left, scope) or filling.value(node.right, scope)


def _either(filling: Filling, node: nodes.CondExpr, scope: Scope) -> Any:
    if filling.value(node.test, scope):
        return filling.value(node.expr1, scope)
    return "" if node.expr2 is None else filling.value(node.expr2, scope)


COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda one, many: one in many,
    "notin": lambda one, many: one not in many,
}


def _compare(filling: Filling, node: nodes.Compare, scope: Scope) -> bool:
    left = filling.value(node.expr, scope)
    for operand in node.ops:
        right = filling.value(operand.expr, scope)
        for side in (left, right):
            size = len(side) if isinstance(side, str | list) else 0
            filling.weigh(size, node.lineno)
        if not _comparable(left, right, operand.op):
            raise FillError("yang dibandingkan tidak sejenis", node.lineno)
        if not COMPARE[operand.op](left, right):
            return False
        left = right
    return True


def _comparable(left: Any, right: Any, op: str) -> bool:
    """Return whether a comparison makes sense, and is quickly done."""
    if op in ("in", "notin") and isinstance(right, list):
        return isinstance(left, str | int)
    if op in ("eq", "ne"):
        return isinstance(left, str | int) and isinstance(right, str | int)
    texts = isinstance(left, str) and isinstance(right, str)
    return texts or (op not in ("in", "notin") and is_number(left) and is_number(right))


def _test(filling: Filling, node: nodes.Test, scope: Scope) -> bool:
    if node.name != "defined":
        return filling.number(node.node, scope) % 2 == HALVED[node.name]
    try:
        filling.value(node.node, scope)
    except RefusedError:
        raise
    except FillError:
        return False
    return True


#: What is left of numbers when they are halved, and all that may stand behind ``is``.
HALVED = {"even": 0, "odd": 1}
TESTS = ("defined", *HALVED)


# Texts and numbers


def _concat(filling: Filling, node: nodes.Concat, scope: Scope) -> str:
    return _joined(filling, [filling.text(one, scope) for one in node.nodes], node)


def _joined(filling: Filling, texts: list[str], node: nodes.Node) -> str:
    filling.weigh(sum(map(len, texts)), node.lineno)
    return "".join(texts)


CALCULATE: dict[type[nodes.Node], Callable[[int, int], int]] = {
    nodes.Add: operator.add,
    nodes.Sub: operator.sub,
    nodes.Mul: operator.mul,
    nodes.FloorDiv: operator.floordiv,
    nodes.Mod: operator.mod,
}


def _calculate(filling: Filling, node: nodes.BinExpr, scope: Scope) -> int:
    left, right = filling.value(node.left, scope), filling.value(node.right, scope)
    if not is_number(left) or not is_number(right):
        raise RefusedError(f"`{node.operator}` hanya untuk angka bulat", node.lineno)
    if right == 0 and isinstance(node, nodes.FloorDiv | nodes.Mod):
        raise FillError("pembagian dengan nol", node.lineno)
    return _bounded(CALCULATE[type(node)](left, right), node)


def _bounded(number: int, node: nodes.Node) -> int:
    if abs(number) > NUMBER_MAX:
        raise RefusedError(f"angka lebih dari {NUMBER_MAX}", node.lineno)
    return number


def _add(filling: Filling, node: nodes.Add, scope: Scope) -> str | int:
    left, right = filling.value(node.left, scope), filling.value(node.right, scope)
    if isinstance(left, str) and isinstance(right, str):
        return _joined(filling, [left, right], node)
    if is_number(left) and is_number(right):
        return _bounded(left + right, node)
    why = "yang dijumlahkan harus angka dengan angka, atau teks dengan teks"
    raise FillError(why, node.lineno, "teks dan angka disambung dengan `~`")


def _sign(filling: Filling, node: nodes.UnaryExpr, scope: Scope) -> int:
    number = filling.number(node.node, scope)
    return -number if isinstance(node, nodes.Neg) else number


def _filter(filling: Filling, node: nodes.Filter, scope: Scope) -> Any:
    assert node.node is not None
    value = filling.value(node.node, scope)
    if isinstance(value, str):
        filling.weigh(len(value), node.lineno)
    made = FILTERS[node.name](value)
    if made is None:
        why = f"saringan `{node.name}` tidak cocok untuk {shown(node.node)}"
        raise FillError(why, node.lineno)
    return made


STATEMENTS: dict[type[nodes.Node], Callable[[Filling, Any, Scope], None]] = {
    nodes.Output: _output,
    nodes.For: _for,
    nodes.If: _if,
}
EXPRESSIONS: dict[type[nodes.Node], Callable[[Filling, Any, Scope], Any]] = {
    nodes.Const: _const,
    nodes.Name: _name,
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.List: _listed,
    nodes.Tuple: _listed,
    nodes.Not: _not,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.CondExpr: _either,
    nodes.Compare: _compare,
    nodes.Test: _test,
    nodes.Concat: _concat,
    nodes.Add: _add,
    **dict.fromkeys((nodes.Sub, nodes.Mul, nodes.FloorDiv, nodes.Mod), _calculate),
    nodes.Neg: _sign,
    nodes.Pos: _sign,
    nodes.Filter: _filter,
}
