"""Replace the value of a key or item, in a block or within brackets."""

from __future__ import annotations

from sopgen.edit.baris import Entry, Lines
from sopgen.edit.pohon import BLOCK, Node
from sopgen.edit.skalar import Tempat, Tulisan, written
from sopgen.model.draft import Data
from sopgen.model.nilai import dataclass
from sopgen.yamltext import LINE, entry_of, flow_of, lines_of

#: A change of a text: from where to where, and the letters that stand there then.
Splice = tuple[int, int, str]
#: Columns by which what belongs to a key is further in.
STEP = 2


def spliced(text: str, splices: list[Splice]) -> str:
    """Return a text with some changes, none of which touches another."""
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def in_flow(nilai: Data, node: Node | None = None) -> str:
    """Return a value as it stands within brackets."""
    if isinstance(nilai, str):
        style = "" if node is None or node.text is None else node.style
        return written(nilai, Tempat(style, flow=True))[0]
    if isinstance(nilai, dict):
        inner = (f"{in_flow(k)}: {in_flow(v)}" for k, v in nilai.items())
        return "{" + ", ".join(inner) + "}"
    return "[" + ", ".join(map(in_flow, nilai)) + "]"


def as_entry(label: str, nilai: Data, indent: int, *, block: bool = False) -> list[str]:
    """Return the lines of a new key or item with its value.

    ``block`` keeps a mapping off the line of its dash, as its neighbours have it.
    """
    margin = " " * indent
    if isinstance(nilai, str):
        head, body = written(nilai, Tempat(indent=indent, body=indent + STEP))
        return [f"{margin}{label} {head}", *body]
    if nilai in ([], {}):
        return [f"{margin}{label} {flow_of(nilai)}"]
    if block and isinstance(nilai, dict):
        first, *rest = lines_of(nilai)
        lines = [f"{label} {first}", *(f"  {line}".rstrip() for line in rest)]
    else:
        lines = list(entry_of(label, nilai))
    return [f"{margin}{line}" if line else "" for line in lines]


@dataclass(frozen=True, slots=True)
class Place:
    """What is written of a value now: beside its label, and on lines below.

    ``head`` are letters to be replaced; ``body`` the lines below, none if ``last`` is
    smaller than ``first``.
    """

    head: tuple[int, int]
    first: int
    last: int


def replace_value(lines: Lines, entry: Entry, nilai: Data) -> list[Splice]:
    """Return the changes that give an entry of a block another value."""
    place = _place(lines, entry)
    head, body = _value(lines, entry, nilai)
    start, end = place.head
    if not head or (body and not isinstance(nilai, str)):
        # What goes on below lies two columns in: so must its beginning.
        start = len(lines.text[:start].rstrip(" "))
    apart = lines.text[start - 1] not in " [{"
    splices = [(start, end, f" {head}" if head and apart else head)]
    if place.first <= place.last:
        at, until = lines.starts[place.first], lines.end(place.last)
        if body:
            return [*splices, (at, until, lines.newline.join(body))]
        return [*splices, (lines.end(place.first - 1), until, "")]
    if body:
        at = lines.end(lines.number(max(end - 1, 0)))
        splices.append((at, at, lines.newline + lines.newline.join(body)))
    return _joined(splices)


def _joined(splices: list[Splice]) -> list[Splice]:
    """Return changes of which none begins where another ends."""
    (start, end, one), *more = splices
    if more and more[0][0] == end:
        return [(start, end, one + more[0][2])]
    return splices


def _place(lines: Lines, entry: Entry) -> Place:
    node, label = entry.node, entry.label
    none = entry.last + 1, entry.last
    if node.blank:
        return Place((label, label), *none)
    beside = lines.number(node.start) == lines.number(label - 1)
    until = lines.number(max(node.end - 1, node.start))
    if node.style in BLOCK and not node.alias:
        line = lines.number(node.start)
        head = lines.text[node.start : lines.end(line)].partition(" ")[0]
        return Place((node.start, node.start + len(head)), line + 1, until)
    if beside:
        return Place((node.start, node.end), *none)
    below = lines.number(label - 1) + 1
    return Place((label, label), below, until)


def _value(lines: Lines, entry: Entry, nilai: Data) -> Tulisan:
    """Return a value as it is written for an entry."""
    node = entry.node
    if isinstance(nilai, str):
        return written(nilai, _room(lines, entry))
    if nilai in ([], {}):
        return in_flow(nilai), ()
    if node.flow and node.children and len(in_flow(nilai)) <= LINE:
        return in_flow(nilai), ()
    item = lines.text[entry.start] == "-" and entry.label == entry.start + 1
    label = "-" if item else "k:"
    block = item and node.pairs is not None
    first, *rest = as_entry(label, nilai, entry.indent, block=block)
    return first[entry.indent + len(label) :].strip(" "), tuple(rest)


def _room(lines: Lines, entry: Entry) -> Tempat:
    """Return the place that a text of an entry has."""
    node, indent = entry.node, entry.indent
    if node.text is None or node.alias:
        return Tempat(indent=indent, body=indent + STEP)
    if node.style not in BLOCK:
        whole = lines.number(node.start) == lines.number(max(node.end - 1, node.start))
        long = whole and len(node.text) > STEP * 50
        return Tempat(node.style, indent=indent, body=indent + STEP, long=long)
    below = range(lines.number(node.start) + 1, lines.number(node.end - 1) + 1)
    full = [lines.bare(n) for n in below if not lines.blank(n)]
    if not full:
        return Tempat(node.style, indent=indent, body=indent + STEP)
    body = min(len(line) - len(line.lstrip(" ")) for line in full)
    width = max(map(len, full)) if len(full) > 1 and node.style == ">" else 0
    return Tempat(node.style, indent=indent, body=body, width=width)
