"""What every drawn flow keeps, checked without the judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import hypot

from sopgen.layout.flow import Flow, FlowPage, Grid
from sopgen.model.chart import Edge, Symbol
from sopgen.model.diagnostic import Severity
from sopgen.model.geometry import MM_PER_PT, Box, Point
from sopgen.model.sop import Sop

EPS = 0.01
LEAST_GAP = 4 * MM_PER_PT
ARROW = 6 * MM_PER_PT
#: An end further from the middle of a side than this is beside it, mm.
BESIDE = 0.6
#: How far a label may stand from its arrow, mm.
REACH = 8 * MM_PER_PT
Leg = tuple[Point, Point]


def legs(edge: Edge) -> list[Leg]:
    return list(pairwise(edge.points))


def horizontal(leg: Leg) -> bool:
    return abs(leg[0].y - leg[1].y) < EPS


def rect(leg: Leg) -> Box:
    (ax, ay), (bx, by) = leg
    return Box(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))


def inner_overlap(a: Box, b: Box) -> bool:
    """Tell whether two boxes share more than a border."""
    return (
        min(a.x1, b.x1) - max(a.x, b.x) > EPS and min(a.y1, b.y1) - max(a.y, b.y) > EPS
    )


def slanted(page: FlowPage) -> list[str]:
    """Return the edges with a leg that is neither horizontal nor vertical."""
    return [
        f"{e.source}->{e.target}"
        for e in page.edges
        for a, b in legs(e)
        if abs(a.x - b.x) > EPS and abs(a.y - b.y) > EPS
    ]


def through_symbols(page: FlowPage) -> list[str]:
    """Return the edges with a leg through the core of a symbol."""
    found = []
    for s in page.symbols:
        b = s.box
        core = Box(b.x + b.w * 0.3, b.y + b.h * 0.3, b.w * 0.4, b.h * 0.4)
        for e in page.edges:
            for leg in legs(e):
                r = rect(leg)
                wide = Box(r.x - EPS, r.y - EPS, r.w + 2 * EPS, r.h + 2 * EPS)
                if inner_overlap(wide, core):
                    found.append(f"{e.source}->{e.target} through {s.id}")
    return found


def beside(a: Leg, b: Leg) -> float | None:
    """Return the distance of two parallel legs that run beside each other."""
    if horizontal(a) != horizontal(b):
        return None
    ra, rb = rect(a), rect(b)
    if horizontal(a):
        together = min(ra.x1, rb.x1) - max(ra.x, rb.x)
        return abs(ra.y - rb.y) if together > 0.2 else None
    together = min(ra.y1, rb.y1) - max(ra.y, rb.y)
    return abs(ra.x - rb.x) if together > 0.2 else None


def too_close(page: FlowPage) -> list[str]:
    """Return pairs of edges with different targets that run too close."""
    found = []
    for e, f in combinations(page.edges, 2):
        for a in legs(e):
            for b in legs(f):
                gap = beside(a, b)
                if gap is None or gap > LEAST_GAP - EPS:
                    continue
                if not (e.target == f.target and gap < EPS):
                    found.append(f"{e.source}->{e.target} | {f.source}->{f.target}")
    return found


def beside_middles(page: FlowPage, wide: frozenset[str] = frozenset()) -> list[str]:
    """Return the ends beside the middle of a side that no other arrow takes.

    The top and foot of a ``wide`` box have several middles.
    """
    boxes = {s.id: s.box for s in page.symbols}
    middles: set[tuple[str, str]] = set()
    beside: list[tuple[str, str]] = []
    for e in page.edges:
        for stop, port, point in (
            (e.source, e.ports[0], e.points[0]),
            (e.target, e.ports[1], e.points[-1]),
        ):
            upright = port.side in ("left", "right")
            if stop in wide and not upright:
                continue
            box = boxes[stop]
            off = point.y - box.cy if upright else point.x - box.cx
            if abs(off) < BESIDE:
                middles.add((stop, port.side))
            else:
                beside.append((stop, port.side))
    return [f"{stop} {side}" for stop, side in beside if (stop, side) not in middles]


def short_arrows(page: FlowPage) -> list[str]:
    """Return the edges whose last leg is shorter than the arrowhead."""
    found = []
    for e in page.edges:
        a, b = e.points[-2:]
        if abs(a.x - b.x) + abs(a.y - b.y) < ARROW - EPS:
            found.append(f"{e.source}->{e.target}")
    return found


def on_symbol(box: Box, symbol: Symbol) -> bool:
    """Tell whether a text meets a symbol; a diamond's box has empty corners."""
    s = symbol.box
    if symbol.simbol != "keputusan":
        return inner_overlap(box, s)
    dx = max(0.0, box.x - s.cx, s.cx - box.x1)
    dy = max(0.0, box.y - s.cy, s.cy - box.y1)
    return dx / (s.w / 2) + dy / (s.h / 2) < 1


def covered_texts(page: FlowPage) -> list[str]:
    """Return labels and notes that meet a symbol, a leg or each other."""
    texts = [(f"{e.source}->{e.target}", e.label.box) for e in page.edges if e.label]
    texts += [(s.id, s.note.box) for s in page.symbols if s.note]
    found = [
        f"{a} on {b}"
        for (a, p), (b, q) in combinations(texts, 2)
        if inner_overlap(p, q)
    ]
    for name, box in texts:
        found += [f"{name} on {s.id}" for s in page.symbols if on_symbol(box, s)]
        found += [
            f"{name} on an arrow"
            for e in page.edges
            for leg in legs(e)
            if inner_overlap(box, _thick(rect(leg)))
        ]
    return found


def strayed_labels(page: FlowPage) -> list[str]:
    """Return labels far from their arrows, or nearer to one with another target."""
    found = []
    for own in (edge for edge in page.edges if edge.label):
        name, near = f"{own.source}->{own.target}", apart(own, own)
        if near > REACH:
            found.append(f"{name} is {near:.2f} mm from its arrow")
        found += [
            f"{name} is nearer to {other.source}->{other.target}"
            for other in page.edges
            if other.target != own.target and apart(own, other) < near - EPS
        ]
    return found


def apart(labelled: Edge, edge: Edge) -> float:
    """Return the distance of the label of an arrow from an arrow, mm."""
    assert labelled.label is not None
    box, found = labelled.label.box, []
    for leg in map(rect, legs(edge)):
        dx = max(box.x - leg.x1, leg.x - box.x1, 0.0)
        dy = max(box.y - leg.y1, leg.y - box.y1, 0.0)
        found.append(hypot(dx, dy))
    return min(found)


def wide(sop: Sop) -> frozenset[str]:
    """Return the ids of the steps with a box over several lanes."""
    return frozenset(k.id for k in sop.langkah if any(len(r) > 1 for r in k.deret))


def _thick(box: Box) -> Box:
    return Box(box.x - 0.1, box.y - 0.1, box.w + 0.2, box.h + 0.2)


def outside_cells(page: FlowPage, sop: Sop, grid: Grid) -> list[str]:
    """Return the symbols that stick out of their cell."""
    rows = {row.kegiatan: row for row in page.rows}
    found = []
    langkah = {k.id: k for k in sop.langkah}
    for s in page.symbols:
        one = langkah.get(s.langkah or s.id)
        if one is not None:
            row = rows[one.baris]
            down = row.y0 - EPS <= s.box.y and s.box.y1 <= row.y1 + EPS
            if not down or not any(_over(s.box, grid, run) for run in one.deret):
                found.append(s.id)
    return found


def _over(box: Box, grid: Grid, run: range) -> bool:
    """Tell whether a box lies over all lanes of a run, and over no other."""
    first, last = grid.lanes[run[0]], grid.lanes[run[-1]]
    inside = first.start - EPS <= box.x and box.x1 <= last.end + EPS
    return inside and box.x < first.end and last.start < box.x1


def ties(page: FlowPage) -> list[str]:
    """Return the ties that do not join two boxes, or that something lies on."""
    boxes = {s.id: s.box for s in page.symbols}
    found = []
    for tie in page.ikatan:
        leg = (tie.points[0], tie.points[-1])
        name = f"{tie.source}={tie.target}"
        if not horizontal(leg) or not leg[0].x < leg[1].x:
            found.append(f"{name} is not straight")
        ends = boxes[tie.source], boxes[tie.target]
        if not ends[0].x1 - ends[0].w / 2 < leg[0].x or ends[1].cx < leg[1].x:
            found.append(f"{name} is loose")
        found += [
            f"{name} through {s.id}"
            for s in page.symbols
            if s.id not in (tie.source, tie.target)
            and inner_overlap(_thick(rect(leg)), s.box)
        ]
        found += [
            f"{name} along {e.source}->{e.target}"
            for e in page.edges
            for other in legs(e)
            if (gap := beside(leg, other)) is not None and gap < LEAST_GAP - EPS
        ]
    return found


def undrawn(flow: Flow, sop: Sop) -> list[int]:
    """Return the alur that are not drawn exactly once, or in two paired pieces."""
    known = {k.id for k in sop.langkah}
    drawn: Counter[int] = Counter()
    for page in flow.pages:
        for e in page.edges:
            for n in e.alur:
                drawn[n] += (e.source == sop.alur[n].dari) + (
                    e.target == sop.alur[n].ke
                )
    return [
        n
        for n, alur in enumerate(sop.alur)
        if drawn[n] != (2 if alur.dari in known and alur.ke in known else 0)
    ]


def complaints(flow: Flow) -> list[str]:
    """Return the codes of what is wrong; a search that had to end is no fault."""
    return [f.code for f in flow.findings if f.severity != Severity.INFO]


def faults(flow: Flow, sop: Sop, grid: Grid) -> Iterator[str]:
    """Yield everything that is wrong with a flow."""
    yield from (f"alur {n} is not drawn" for n in undrawn(flow, sop))
    for page in flow.pages:
        yield from (f"slanted {what}" for what in slanted(page))
        yield from (f"through {what}" for what in through_symbols(page))
        yield from (f"close {what}" for what in too_close(page))
        middles = beside_middles(page, wide(sop))
        yield from (f"beside a free middle: {what}" for what in middles)
        yield from (f"tie {what}" for what in ties(page))
        yield from (f"short {what}" for what in short_arrows(page))
        yield from (f"covered {what}" for what in covered_texts(page))
        yield from (f"label {what}" for what in strayed_labels(page))
        yield from (f"outside {what}" for what in outside_cells(page, sop, grid))
