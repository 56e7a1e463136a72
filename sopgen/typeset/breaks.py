"""Break strips into pages."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.typeset.strip import Strip, height_of, need_of
from sopgen.typeset.table import split_row

#: Rounding must not push a strip off a page that it just fills, mm.
SLACK = 0.01
#: A row taller than a page begins on this one if at least so much is left, mm.
WORTHWHILE = 25.0

Placed = tuple[tuple[float, Strip], ...]


def fill_pages(strips: tuple[Strip, ...], room: float) -> list[Placed]:
    """Return for each page its strips with their y, in mm from the column's top.

    Of a page with several columns each is filled like a page.

    Strips that are tied stay together, and rows of tables whole, unless they are
    taller than a page.
    """
    pages: list[list[Strip]] = [[]]
    for group in _groups(strips):
        if group[0].ends:
            pages.append([])
            continue
        crowded = pages[-1] and need_of((*pages[-1], *group)) > room + SLACK
        if crowded and (need_of(group) <= room or len(group) > 1):
            pages.append(list(group[0].header))
        for strip in group:
            _put(strip, pages, room)
    return [_placed(tuple(page), room) for page in pages]


def _put(strip: Strip, pages: list[list[Strip]], room: float) -> None:
    """Put a strip on the last page, or on a new one; divide what no page could hold."""
    if len(pages) > 1 and not pages[-1] and strip.white:
        return  # white space that was meant to part two blocks
    if need_of((*pages[-1], strip)) <= room + SLACK:
        pages[-1].append(strip)
        return
    left = room - height_of(tuple(pages[-1]))
    too_tall = strip.height > room - height_of(strip.header) + SLACK
    halves = split_row(strip, left) if too_tall and left > WORTHWHILE else None
    if halves:
        pages[-1].append(halves[0])
        strip = halves[1]
    elif not pages[-1] or pages[-1] == list(strip.header):
        pages[-1].append(strip)  # nothing helps: it is taller than the page
        return
    pages.append(list(strip.header))
    _put(strip, pages, room)


def _groups(strips: tuple[Strip, ...]) -> Iterator[tuple[Strip, ...]]:
    group: list[Strip] = []
    for strip in strips:
        if strip.ends and group:
            yield tuple(group)
            group = []
        group.append(strip)
        if not strip.keep:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _placed(strips: tuple[Strip, ...], room: float) -> Placed:
    """Return strips with their y, what is to spare going to those that stretch."""
    weight = sum(s.stretch for s in strips)
    spare = max(0.0, room - height_of(strips))
    y, placed = 0.0, []
    for number, strip in enumerate(strips):
        y += strip.space if number else 0
        placed.append((y, strip))
        y += strip.height + (spare * strip.stretch / weight if weight else 0)
    return tuple(placed)
