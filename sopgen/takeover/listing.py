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
#: What a marker in a cell of its own becomes before its item, if it is no number.
ITEM = "• "
#: The number of an item.
NUMBER = re.compile(r"\(?([0-9]{1,3})\s*[.)]\s*\D")
#: A number or letter in a cell of its own, its item in the next.
ALONE = re.compile(r"\(?(?:[0-9]{1,3}|[a-z])[.)]")


def is_marker(text: str) -> bool:
    """Return whether a text only counts or marks items: 1, 2., a), or a dot."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return bool(lines) and all(MARKER.fullmatch(line) for line in lines)


def starts_item(text: str) -> bool:
    """Return whether a text begins with the mark of an item."""
    return any(mark.match(text) for mark in MARKS)


def marked(markers: str, text: str) -> Iterator[str]:
    """Yield the lines of items whose marks stand in a cell before them."""
    marks = [line.strip() for line in markers.split("\n") if line.strip()]
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        own = len(marks) == len(lines) or (len(marks) == 1 and number == 0)
        if own and not starts_item(line):
            yield f"{_mark(marks[number])}{line}"
        else:
            yield line


def _mark(marker: str) -> str:
    """Return what stands before the item of a marker in a cell of its own."""
    digits = marker.strip("(). ")
    return f"{digits}. " if digits.isdecimal() else ITEM


def items_of(text: str) -> tuple[str, ...]:
    """Return the items; lines without a mark go on with the item above.

    A mark without text is no item.
    """
    lines = [line for line in _marked(text) if not MARKER.fullmatch(line)]
    lines = _counted(lines)
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


def _marked(text: str) -> Iterator[str]:
    """Yield the lines that say something, each with its mark before it."""
    mark = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        if ALONE.fullmatch(line) and not mark:
            mark = f"{line} "
        else:
            yield f"{mark}{line}"
            mark = ""
    if mark:
        yield mark.strip()


def _counted(lines: list[str]) -> list[str]:
    """Return lines in the order of their numbers: a list may stand in two columns."""
    found = [NUMBER.match(line) for line in lines]
    numbers = [int(match[1]) for match in found if match]
    if sorted(numbers) == list(range(1, len(lines) + 1)):
        return [line for _, line in sorted(zip(numbers, lines, strict=True))]
    return lines
