"""Split what a cell holds into the items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.takeover.xmlread import plain

#: What an item may begin with, by kind; a list has one kind.
MARKS = (
    re.compile(r"\s*\(?[0-9]{1,2}\s*[.)]\s*(?=\D)"),
    re.compile(r"\s*\(?[a-z]\s*[.)]\s+"),
    re.compile(r"\s*[-–—•●▪◦*·➢✓\uf0b7\uf0a7]\s*"),
)
#: Numbers within a line: 1. satu 2. dua.
INLINE = re.compile(r"(?:(?<=\s)|^)([0-9]{1,2})[.)]\s+(?=\D)")
#: What may stand in a cell of its own before an item.
MARKER = re.compile(
    r"\(?([0-9]{1,2}|[a-zA-Z]|[ivxIVX]{1,4})\s*[.)]?|[-–—•●▪◦*·➢✓\uf0b7\uf0a7]"
)
#: What a marker in a cell of its own becomes before its item.
ITEM = "• "


def is_marker(text: str) -> bool:
    """Return whether a text only counts or marks items: 1, 2., a), or a dot."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return bool(lines) and all(MARKER.fullmatch(line) for line in lines)


def starts_item(text: str) -> bool:
    """Return whether a text begins with the mark of an item."""
    return any(mark.match(text) for mark in MARKS)


def marked(markers: str, text: str) -> Iterator[str]:
    """Yield the lines of items whose marks stand in a cell before them."""
    count = len([line for line in markers.split("\n") if line.strip()])
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        own = count == len(lines) or (count == 1 and number == 0)
        yield f"{ITEM}{line}" if own and not starts_item(line) else line


def items_of(text: str) -> tuple[str, ...]:
    """Return the items; lines without a mark go on with the item above.

    A mark without text is no item.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    lines = [line for line in lines if not MARKER.fullmatch(line)]
    if not lines:
        return ()
    mark = next((m for m in MARKS if m.match(lines[0])), None)
    if len(lines) == 1:
        return _inline(lines[0], mark)
    items: list[str] = []
    for line in lines:
        goes_on = not mark.match(line) if mark else line[:1].islower()
        if goes_on and items:
            items[-1] = plain(f"{items[-1]} {line}")
        else:
            items.append(plain(mark.sub("", line, count=1) if mark else line))
    return tuple(items)


def _inline(line: str, mark: re.Pattern[str] | None) -> tuple[str, ...]:
    """Return the items of one line, which may count them."""
    found = list(INLINE.finditer(line))
    counted = [int(m[1]) for m in found] == list(range(1, len(found) + 1))
    if counted and len(found) > 1:
        starts = [m.end() for m in found]
        ends = [*(m.start() for m in found[1:]), len(line)]
        return tuple(plain(line[a:b]) for a, b in zip(starts, ends, strict=True))
    return (plain(mark.sub("", line, count=1) if mark else line),)
