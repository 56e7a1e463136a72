"""Break strips into pages."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.typeset.strip import Strip, height_of

#: Rounding must not push a strip off a page that it just fills, mm.
SLACK = 0.01

Placed = tuple[tuple[float, Strip], ...]


def fill_pages(strips: tuple[Strip, ...], room: float) -> list[Placed]:
    """Return for each page its strips with their y, in mm from the column's top.

    Strips that are tied stay together, unless they are taller than a page.
    """
    pages: list[list[Strip]] = [[]]
    for group in _groups(strips):
        if pages[-1] and height_of((*pages[-1], *group)) > room + SLACK:
            pages.append(list(group[0].header))
        for strip in group:
            if len(pages) > 1 and not pages[-1] and not strip.items:
                continue  # white space that was meant to part two blocks
            if pages[-1] and height_of((*pages[-1], strip)) > room + SLACK:
                pages.append(list(strip.header))
            pages[-1].append(strip)
    return [_placed(tuple(page), room) for page in pages]


def _groups(strips: tuple[Strip, ...]) -> Iterator[tuple[Strip, ...]]:
    group: list[Strip] = []
    for strip in strips:
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
