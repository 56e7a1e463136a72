"""Which row a symbol stands in: by its height, or by order where heights are unknown.

Word sets rows as high as their text; where a file does not say how high that is, the
rows are estimated, and the symbols are moved as a whole until they fit best.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopgen.model.geometry import Box
from sopgen.takeover.board import Figure
from sopgen.takeover.rows import Table

GUESSED = "tinggi baris tidak tertulis pada berkas; baris ditebak dari urutan simbol"
#: So near the edge of a row, mm, a symbol's middle may be meant for the next one; so
#: much of a row is covered (parts).
ON_EDGE, COVERED = 1.5, 0.6
STRADDLING = "simbol di batas kegiatan {} dan {}; barisnya ditebak"
COVERING = "simbol menutupi kegiatan {}; barisnya ditebak"
#: Shifts that are tried, mm, and stretches.
SHIFTS = [k * 2.0 for k in range(-20, 21)]
STRETCHES = (1.0, 0.8, 0.9, 1.1, 1.25)
#: Symbols that are looked at for this.
MOST = 150
#: What a row costs, in mm, that no symbol stands in; a mm of shift; a stretch.
EMPTY, SHIFT, STRETCH = 12.0, 0.05, 4.0


def rows_of(table: Table, figures: Sequence[Figure]) -> tuple[list[int], str]:
    """Return each symbol's row within the table, -1 for none, and any doubt."""
    if not table.rows:
        return [-1] * len(figures), ""
    heights = [f.box.cy for f in figures]
    tops = [table.board.ys[row.top] for row in table.rows]
    if table.board.known or all(figure.typed for figure in figures):
        return [_row(tops, y) for y in heights], ""
    shift, stretch = _best(table, heights[:MOST])
    top = table.down[0]
    moved = [top + (y - top) * stretch + shift for y in heights]
    return [_row(tops, y) for y in moved], GUESSED


def row_doubt(table: Table, figure: Figure) -> str:
    """Return why a symbol may belong to another row than the one its middle is in."""
    board = table.board
    if not board.known or not table.rows:
        return ""
    edges = [*(board.ys[r.top] for r in table.rows), board.ys[table.rows[-1].bottom]]
    box, spans = figure.box, list(pairwise(edges))
    covered = [n for n, span in enumerate(spans) if _share(box, span) > COVERED]
    if len(covered) > 1:
        return COVERING.format(_listed(table, covered))
    for n, y in enumerate(edges[1:-1]):
        if abs(box.cy - y) < ON_EDGE:
            return STRADDLING.format(_listed(table, [n]), _listed(table, [n + 1]))
    return ""


def _share(box: Box, span: tuple[float, float]) -> float:
    """Return how much of a row's height a box covers."""
    low, high = span
    return (min(box.y1, high) - max(box.y, low)) / max(high - low, 1)


def _listed(table: Table, rows: Sequence[int]) -> str:
    """Return rows by their numbers as the user sees them."""
    return ", ".join(table.rows[n].nomor or str(n + 1) for n in rows)


def _row(tops: Sequence[float], y: float) -> int:
    """Return the row at a height; above the first it is the first."""
    return max(bisect_right(tops, y) - 1, 0)


def _best(table: Table, heights: Sequence[float]) -> tuple[float, float]:
    """Return shift and stretch by which symbols stand best in their rows."""
    ys, top = table.board.ys, table.down[0]
    spans = [(ys[row.top], ys[row.bottom]) for row in table.rows]
    best, least = (0.0, 1.0), float("inf")
    tries = [(shift, stretch) for stretch in STRETCHES for shift in SHIFTS]
    for shift, stretch in [*tries, *_ends(spans, heights, top)]:
        moved = [top + (y - top) * stretch + shift for y in heights]
        cost = _cost(spans, moved)
        cost += SHIFT * abs(shift) + STRETCH * abs(stretch - 1)
        if cost < least:
            best, least = (shift, stretch), cost
    return best


def _ends(
    spans: Sequence[tuple[float, float]], heights: Sequence[float], top: float
) -> Iterator[tuple[float, float]]:
    """Yield what puts the upmost symbol in the first row and the lowest in the last."""
    low, high = min(heights), max(heights)
    first, last = ((a + b) / 2 for a, b in (spans[0], spans[-1]))
    if high - low > 1:
        stretch = (last - first) / (high - low)
        yield first - top - (low - top) * stretch, stretch


def _cost(spans: Sequence[tuple[float, float]], moved: Sequence[float]) -> float:
    """Return how badly symbols stand in rows, in mm."""
    tops = [low for low, _ in spans]
    held: set[int] = set()
    cost = 0.0
    for y in moved:
        row = _row(tops, y)
        held.add(row)
        low, high = spans[row]
        cost += abs(y - (low + high) / 2) / max(high - low, 1) * 6
        cost += max(low - y, 0, y - high)
    return cost + EMPTY * (len(spans) - len(held))
