"""Lists and mappings within brackets: items and keys come, go and move."""

from __future__ import annotations

from sopgen.edit.nilai import Splice, in_flow
from sopgen.edit.pohon import Node
from sopgen.edit.urutan import before
from sopgen.edit.wanted import moved
from sopgen.model.draft import Data
from sopgen.model.suntingan import Bentuk, MoveRow


def insert_item(node: Node, at: int, nilai: Data) -> list[Splice]:
    """Return the change that puts an item into a list."""
    spans = [(one.start, one.end) for one in node.items or ()]
    return [_put(node, spans, at, in_flow(nilai))]


def insert_key(node: Node, key: str, nilai: Data, bentuk: Bentuk) -> list[Splice]:
    """Return the change that puts a key into a mapping, where its order has it."""
    spans = [_span(pair) for pair in node.pairs or ()]
    at = before(key, list(node.keyed), bentuk)
    return [_put(node, spans, at, f"{in_flow(key)}: {in_flow(nilai)}")]


def delete_item(node: Node, at: int) -> list[Splice]:
    """Return the change that takes an item out of a list."""
    return [_take([(one.start, one.end) for one in node.items or ()], at)]


def delete_key(node: Node, key: str) -> list[Splice]:
    """Return the change that takes a key out of a mapping."""
    pairs = node.pairs or []
    at = next(n for n, (one, _) in enumerate(pairs) if one.text == key)
    return [_take([_span(pair) for pair in pairs], at)]


def move_item(text: str, node: Node, edit: MoveRow) -> list[Splice]:
    """Return the changes that put the items of a list in another order."""
    items = node.items or []
    order = moved(len(items), edit)
    return [
        (items[n].start, items[n].end, text[items[old].start : items[old].end])
        for n, old in enumerate(order)
        if n != old
    ]


def _span(pair: tuple[Node, Node]) -> tuple[int, int]:
    key, value = pair
    return key.start, max(key.end, value.end)


def _put(node: Node, spans: list[tuple[int, int]], at: int, new: str) -> Splice:
    if not spans:
        return (
            node.start,
            node.end,
            f"[{new}]" if node.items is not None else f"{{{new}}}",
        )
    if at == 0:
        return (spans[0][0], spans[0][0], f"{new}, ")
    return (spans[at - 1][1], spans[at - 1][1], f", {new}")


def _take(spans: list[tuple[int, int]], at: int) -> Splice:
    if at + 1 < len(spans):
        return (spans[at][0], spans[at + 1][0], "")
    if at:
        return (spans[at - 1][1], spans[at][1], "")
    return (*spans[0], "")
