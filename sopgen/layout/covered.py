"""Look at a finished page for words that something was drawn over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopgen.layout.grid import FlowPage
from sopgen.model.chart import Symbol
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.geometry import Box, Point
from sopgen.model.sop import Alur, Sop

LABEL_TERTUTUP, KETERANGAN_TERTUTUP = "SOP507", "SOP508"
#: What overlaps by less than this cannot be seen, mm.
EPS = 0.02


def find_covered(sop: Sop, page: FlowPage) -> Iterator[Diagnostic]:
    """Yield the labels that lie on a symbol, and the notes that arrows cross."""
    for edge in page.edges:
        label = edge.label
        if label and any(_on_symbol(label.box, symbol) for symbol in page.symbols):
            yield _finding(
                LABEL_TERTUTUP,
                f"label `{label.text}` menyentuh sebuah simbol",
                sop.alur[edge.alur[0]],
            )
    for symbol in page.symbols:
        note = symbol.note
        if note and any(is_crossed(note.box, edge.points) for edge in page.edges):
            alur = _alur_of(symbol, page, sop)
            what = f"keterangan lembar pada penghubung `{symbol.ref}` tertimpa panah"
            yield _finding(KETERANGAN_TERTUTUP, what, alur)


def _finding(code: str, message: str, alur: Alur) -> Diagnostic:
    saran = "beri baris ini ruang lebih, atau kurangi alur yang melintasi halaman"
    return diagnose(code, message, alur.span, saran)


def _alur_of(connector: Symbol, page: FlowPage, sop: Sop) -> Alur:
    ends = (e for e in page.edges if connector.id in (e.source, e.target))
    return sop.alur[next(ends).alur[0]]


def _on_symbol(box: Box, symbol: Symbol) -> bool:
    """Return whether words meet a symbol; a diamond's box has empty corners."""
    s = symbol.box
    if symbol.simbol != "keputusan":
        return _overlap(box, s)
    dx = max(0.0, box.x - s.cx, s.cx - box.x1)
    dy = max(0.0, box.y - s.cy, s.cy - box.y1)
    return dx / (s.w / 2) + dy / (s.h / 2) < 1


def is_crossed(box: Box, line: Sequence[Point]) -> bool:
    """Return whether a line meets a box."""
    return any(_overlap(box, _box(a, b)) for a, b in pairwise(line))


def _box(a: Point, b: Point) -> Box:
    x, y = min(a.x, b.x) - 0.1, min(a.y, b.y) - 0.1
    return Box(x, y, abs(a.x - b.x) + 0.2, abs(a.y - b.y) + 0.2)


def _overlap(a: Box, b: Box) -> bool:
    across = min(a.x1, b.x1) - max(a.x, b.x)
    down = min(a.y1, b.y1) - max(a.y, b.y)
    return across > EPS and down > EPS
