"""Blocks: keys and rows come, go and move by whole lines, with their comments."""

from __future__ import annotations

from itertools import pairwise

from sopgen.edit.baris import Entry, Lines
from sopgen.edit.nilai import Splice, as_entry
from sopgen.edit.pohon import Node
from sopgen.edit.urutan import before
from sopgen.edit.wanted import moved
from sopgen.model.draft import Data
from sopgen.model.suntingan import Bentuk, MoveRow, SuntinganError
from sopgen.yamltext import key_of

INSIDE = "daftar ini dimulai di tengah baris; tulis dahulu pada baris sendiri"


def insert_row(lines: Lines, node: Node, at: int, nilai: Data) -> list[Splice]:
    """Return the change that puts a row into a list, spaced as its neighbours are."""
    entries = lines.entries(node)
    block = all(one.node.text is not None or not one.node.flow for one in entries)
    new = as_entry("-", nilai, entries[0].indent, block=block)
    spaced = _spaced(lines, entries)
    if at == len(entries):
        return [_below(lines, entries[-1], [""] * spaced + new)]
    return [_above(lines, entries[at], new + [""] * spaced)]


def insert_key(
    lines: Lines, node: Node, key: str, nilai: Data, bentuk: Bentuk
) -> list[Splice]:
    """Return the change that puts a key into a mapping, where its order has it."""
    entries = lines.entries(node)
    new = as_entry(f"{key_of(key)}:", nilai, entries[0].indent)
    names = [one.text or "" for one, _ in node.pairs or ()]
    at = before(key, names, bentuk)
    if at:
        return [_below(lines, entries[at - 1], new)]
    first = entries[0]
    if first.alone:
        return [_above(lines, first, new)]
    new[0] = new[0].lstrip(" ")
    text = lines.newline.join([*new, " " * first.indent])
    return [(first.start, first.start, text)]


def delete_entry(lines: Lines, node: Node, at: int) -> list[Splice]:
    """Return the change that takes a row or key out, with the comments over it.

    Of a list or mapping that is empty then the brackets stay.
    """
    entries = lines.entries(node)
    one = entries[at]
    if len(entries) == 1:
        return _emptied(lines, node, one)
    if not one.alone:
        return _first_gone(lines, one, entries[1])
    start, end = lines.span(*_with_space(lines, entries, at))
    if end == len(lines.text) and not lines.lines[-1].endswith(("\n", "\r")):
        start = lines.end(lines.number(start) - 1)
    return [(start, end, "")]


def _with_space(lines: Lines, entries: list[Entry], at: int) -> tuple[int, int]:
    """Return the lines of an entry, and the blank ones that nobody needs any more."""
    first, last = entries[at].lead, entries[at].last
    ends = last + 1 >= len(lines.lines)
    if at and (lines.blank(last + 1) or ends):
        while lines.blank(first - 1):
            first -= 1
    elif not at:
        while lines.blank(last + 1) and last + 1 < entries[1].lead:
            last += 1
    return first, last


def _first_gone(lines: Lines, one: Entry, following: Entry) -> list[Splice]:
    """Take out the key beside a dash: the next one moves up to it."""
    between = [
        lines.lines[n]
        for n in range(one.last + 1, following.first)
        if not lines.blank(n)
    ]
    top = lines.starts[one.first]
    return [(one.start, following.start, ""), (top, top, "".join(between))]


def _emptied(lines: Lines, node: Node, one: Entry) -> list[Splice]:
    empty = "{}" if node.pairs is not None else "[]"
    if not one.alone:
        return [(one.start, one.node.end if not one.node.blank else one.label, empty)]
    above = one.lead - 1
    while above >= 0 and (lines.blank(above) or lines.remark(above)):
        above -= 1
    start, end = lines.starts[one.lead], lines.end(one.last)
    if above < 0:
        return [(start, end, empty)]
    at = _head_end(lines, above)
    return [(at, at, f" {empty}"), (lines.end(one.lead - 1), end, "")]


def _head_end(lines: Lines, number: int) -> int:
    """Return where the key of a block ends, before a comment beside it."""
    bare = lines.bare(number)
    colon = bare.find(": #")
    tight = bare.partition(" #")[0].rstrip() if " #" in bare else bare.rstrip()
    return lines.starts[number] + (colon + 1 if colon >= 0 else len(tight))


def move_row(lines: Lines, node: Node, edit: MoveRow) -> list[Splice]:
    """Return the changes that put rows in another order; the space between stays."""
    entries = lines.entries(node)
    if not entries[0].alone:
        raise SuntinganError(INSIDE, edit.berkas, edit.jejak)
    rows = [(lines.starts[one.lead], lines.end(one.last)) for one in entries]
    return [
        (*rows[n], lines.text[slice(*rows[old])])
        for n, old in enumerate(moved(len(rows), edit))
        if n != old
    ]


def _spaced(lines: Lines, entries: list[Entry]) -> bool:
    """Tell whether blank lines stand between all rows."""
    gaps = [
        any(lines.blank(n) for n in range(one.last + 1, other.first))
        for one, other in pairwise(entries)
    ]
    return bool(gaps) and all(gaps)


def _above(lines: Lines, entry: Entry, new: list[str]) -> Splice:
    if not entry.alone:
        raise SuntinganError(INSIDE)
    at = lines.starts[entry.lead]
    return (at, at, "".join(line + lines.newline for line in new))


def _below(lines: Lines, entry: Entry, new: list[str]) -> Splice:
    at = lines.end(entry.last)
    return (at, at, "".join(lines.newline + line for line in new))
