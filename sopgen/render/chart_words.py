"""Say in words what each shape of a chart is, for readers that do not see it."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.model.chart import Cell, ChartPage, Edge, Ikatan, Symbol
from sopgen.model.geometry import Box
from sopgen.model.sop import PENGHUBUNG, Jenis

#: How near two edges of cells lie that are one, mm.
NEAR = 0.05


def symbol_words(page: ChartPage, symbol: Symbol) -> str:
    """Return which step a symbol is, who does it and where it leads.

    A connector between pages belongs to no step: it stands in any cell that is free.
    """
    steps = [_lead(edge) for edge in page.edges if edge.source == symbol.id]
    if symbol.ref:
        where = " ".join(symbol.note.lines) if symbol.note else f"lembar {symbol.page}"
        head = f"Penghubung {symbol.ref} {'dari' if steps else 'ke'} {where}"
        return "; ".join((head, *steps))
    if leads_on(symbol):
        return f"Penghubung ke {' '.join(symbol.text.lines)}" if symbol.text else ""
    names = f": {' '.join(symbol.text.lines)}" if symbol.sop and symbol.text else ""
    head = f"Langkah {symbol.langkah or symbol.id} ({symbol.simbol}{names})"
    what = _kegiatan(page, symbol.box)
    who = _pelaksana(page, symbol.box)
    parts = [
        f": {what}" if what else "",
        f"; pelaksana {who}" if who else "",
        f"; {', '.join(steps)}" if steps else "",
    ]
    return head + "".join(parts)


def leads_on(symbol: Symbol) -> bool:
    """Return whether a symbol says that the flow goes on in another SOP."""
    return bool(symbol.sop) and symbol.simbol == PENGHUBUNG


def edge_words(edge: Edge) -> str:
    """Return from where an arrow leads where, and when."""
    return f"Dari {edge.source} {_lead(edge)}"


def tie_words(ikatan: Ikatan) -> str:
    """Return what a line between two boxes says."""
    return f"Langkah {ikatan.langkah} dikerjakan bersama"


def _lead(edge: Edge) -> str:
    when = f" bila {edge.label.text}" if edge.label else ""
    copy = " (tembusan)" if edge.jenis is Jenis.TEMBUSAN else ""
    return f"ke {edge.target}{when}{copy}"


def _kegiatan(page: ChartPage, box: Box) -> str:
    """Return the text of the row that a symbol stands in: its second cell's."""
    row = sorted(_across(page.cells, box), key=lambda cell: cell.box.x)
    texts = [_text(cell) for cell in row[1:2]]
    return "".join(texts)


def _pelaksana(page: ChartPage, box: Box) -> str:
    """Return who does what a symbol stands for: the names over its lanes."""
    return ", ".join(filter(None, (_name(page, x) for x in _middles(page, box))))


def _middles(page: ChartPage, box: Box) -> list[float]:
    """Return the middles of the lanes that a symbol stands over."""
    lanes = ((start + end) / 2 for start, end in page.lanes)
    return [x for x in lanes if box.x < x < box.x1] or [box.cx]


def _name(page: ChartPage, middle: float) -> str:
    heads = [
        cell
        for cell in page.cells
        if cell.header and cell.box.x - NEAR <= middle <= cell.box.x1 + NEAR
    ]
    return _text(max(heads, key=lambda cell: cell.box.y)) if heads else ""


def _across(cells: Iterable[Cell], box: Box) -> list[Cell]:
    middle = box.cy
    return [
        cell
        for cell in cells
        if not cell.header and cell.box.y <= middle <= cell.box.y1
    ]


def _text(cell: Cell) -> str:
    return " ".join(cell.text.lines) if cell.text else ""
