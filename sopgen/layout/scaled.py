"""A chart drawn smaller: the same picture, its lines as wide as before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sopgen.model.chart import (
    Cell,
    Chart,
    ChartPage,
    ChartRow,
    Edge,
    Symbol,
    TextBlock,
)
from sopgen.model.geometry import Point


def scaled(chart: Chart, factor: float) -> Chart:
    """Return a chart in another size, its type with it."""
    if factor == 1:
        return chart
    pages = tuple(_page(page, factor) for page in chart.pages)
    return replace(chart, pages=pages, size=chart.size * factor)


def _page(page: ChartPage, by: float) -> ChartPage:
    return replace(
        page,
        frame=page.frame.scaled(by),
        lanes=tuple((start * by, end * by) for start, end in page.lanes),
        rows=tuple(ChartRow(r.kegiatan, r.y0 * by, r.y1 * by) for r in page.rows),
        cells=tuple(_cell(cell, by) for cell in page.cells),
        symbols=tuple(_symbol(symbol, by) for symbol in page.symbols),
        edges=tuple(_edge(edge, by) for edge in page.edges),
        ikatan=tuple(
            replace(tie, points=_points(tie.points, by)) for tie in page.ikatan
        ),
        title=_text(page.title, by),
    )


def _text(text: TextBlock | None, by: float) -> TextBlock | None:
    return text and replace(
        text,
        box=text.box.scaled(by),
        size_pt=text.size_pt * by,
        leading=text.leading * by,
    )


def _cell(cell: Cell, by: float) -> Cell:
    return replace(cell, box=cell.box.scaled(by), text=_text(cell.text, by))


def _symbol(symbol: Symbol, by: float) -> Symbol:
    return replace(
        symbol,
        box=symbol.box.scaled(by),
        text=_text(symbol.text, by),
        note=_text(symbol.note, by),
    )


def _edge(edge: Edge, by: float) -> Edge:
    label = edge.label
    if label:
        size = label.size_pt * by
        label = replace(label, box=label.box.scaled(by), size_pt=size)
    return replace(edge, points=_points(edge.points, by), label=label)


def _points(points: Iterable[Point], by: float) -> tuple[Point, ...]:
    return tuple(Point(x * by, y * by) for x, y in points)
