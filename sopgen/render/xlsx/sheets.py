"""Draw sheets: that of a SOP, and those that are one section of the book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, pairwise
from typing import NamedTuple

from sopgen.model.chart import Chart
from sopgen.model.document import ChartFigure, Section, Table
from sopgen.model.document import Sheet as Paper
from sopgen.model.kotak import SignBox
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Symbols
from sopgen.render.connector import XY
from sopgen.render.drawingml import EMU_PER_MM, Frame, Tag, emu
from sopgen.render.glue import draw
from sopgen.render.xlsx.blocks import BlockWriter, edges_for, marked_edges
from sopgen.render.xlsx.board import Area, Board
from sopgen.render.xlsx.chart import Spread, column_edges, write_chart
from sopgen.render.xlsx.dml import Canvas
from sopgen.render.xlsx.grid import px
from sopgen.render.xlsx.inner import with_lines
from sopgen.render.xlsx.kotak import draw_box
from sopgen.render.xlsx.over import Placed, drawing_over, fitted, read_picture
from sopgen.render.xlsx.setup import GROWTH, Title, page_breaks, print_setup
from sopgen.render.xlsx.shapes import FIRST_ID, SheetPen, neutral
from sopgen.render.xlsx.sheet import Sheet, write_sheet
from sopgen.render.xlsx.table import Hung

#: The neutral box where no lambang is given: its line in mm.
EMBLEM_LINE = 0.2


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that a sheet is drawn from, but the symbols: equal ones are one sheet.

    ``links`` are the names of the sheets of other SOP that its chart leads to, by the
    ids of the SOP, as far as they are in the same file.
    """

    title: Title
    sections: tuple[Section, ...]
    links: tuple[tuple[str, str], ...] = ()


def wanted(
    title: Title, sections: Sequence[Section], sheets: Mapping[str, str]
) -> Wanted:
    """Return what a sheet is drawn from in a file that has ``sheets`` of SOP.

    What a section says about page numbers means nothing on a sheet.
    """
    charts = _charts(sections)
    led = (symbol.sop for c in charts for page in c.pages for symbol in page.symbols)
    links = tuple((id_, sheets[id_]) for id_ in dict.fromkeys(led) if id_ in sheets)
    return Wanted(title, tuple(map(_unnumbered, sections)), links)


def _unnumbered(section: Section) -> Section:
    paper = replace(section.sheet, number_at="none")
    return replace(
        section, sheet=paper, numbering="arab", restart=False, recto=False, smaller=()
    )


def draw_sop(one: Wanted, symbols: Symbols) -> Sheet:
    """Draw the sheet of a SOP: its identity, then its chart."""
    sections = [with_lines(section) for section in on_one_paper(one.sections)]
    identity = [s for s in sections if not s.sheet.framed and _chart(s) is None]
    chart = next(_charts(sections), None)
    first = (identity or sections)[0]
    width, height = first.sheet.column
    own = edges_for(identity[0].blocks, width) if identity else (0.0, width)
    own = column_edges(chart) if chart else own
    edges = marked_edges(first.blocks, own)
    board = _board(edges)
    writer = BlockWriter(board, edges, own)
    for section in identity:
        writer.fit(section.blocks, height)
        page_breaks(board, section, writer.kept)
    spread = Spread((), range(0))
    if chart:
        if identity:
            board.break_before(len(board.heights))
        spread = write_chart(board, chart, edges, height + GROWTH)
    over = _over(board, writer.emblems)
    for page, place in zip(chart.pages if chart else (), spread.fields, strict=True):
        draw(page, symbols, SheetPen(over.canvas, over.numbers, place, dict(one.links)))
    return _drawn(
        board, print_setup(first, one.title, board.pages), spread.titles, over
    )


def draw_page(one: Wanted) -> Sheet:
    """Draw the sheet of one section: a decree's annex, the divider of a seksi."""
    (section,) = one.sections
    edges = edges_for(section.blocks, section.sheet.column[0])
    board = _board(edges)
    writer = BlockWriter(board, edges, edges)
    writer.fit(section.blocks, section.sheet.column[1])
    over = _over(board, writer.emblems)
    page_breaks(board, section, writer.kept)
    setup = print_setup(section, one.title, board.pages)
    return _drawn(board, setup, writer.titles, over)


def _board(edges: Sequence[float]) -> Board:
    places = [px(edge - edges[0]) for edge in edges]
    return Board(tuple(b - a for a, b in pairwise(places)))


class Over(NamedTuple):
    """What lies over a full board: shapes, pictures, and ids that none has yet."""

    canvas: Canvas
    pictures: tuple[Placed, ...]
    numbers: Iterator[int]


def _over(board: Board, emblems: Sequence[Hung]) -> Over:
    """Return what lies over a full board: its pictures, or the boxes for them."""
    canvas, numbers = Canvas(board.xs, board.ys), count(FIRST_ID)
    pictures: list[Placed] = []
    for area, emblem in emblems:
        if isinstance(emblem, SignBox):
            draw_box(canvas, numbers, emblem, _corner(board, area, emblem))
        elif emblem.file is None:
            frame = _middle(board, area, (emu(emblem.width), emu(emblem.height)))
            neutral(canvas, Tag(next(numbers), "Lambang"), frame, EMBLEM_LINE)
        else:
            picture, dots = read_picture(emblem.file)
            frame = _middle(board, area, fitted(emblem, dots))
            pictures.append(Placed(picture, frame))
    return Over(canvas, tuple(pictures), numbers)


def _corner(board: Board, area: Area, box: SignBox) -> XY:
    """Return where a box begins over an area, half of its height below and above."""
    xs, ys = board.xs, board.ys
    across = (xs[area.right] - xs[area.left]) / EMU_PER_MM
    spare = ys[area.bottom] - ys[area.top] - emu(box.height)
    return xs[area.left] + emu(box.left(across)), ys[area.top] + max(spare, 0) // 2


def _middle(board: Board, area: Area, size: tuple[int, int]) -> Frame:
    """Return the frame in EMU that stands at the foot of an area, in its middle."""
    xs, ys = board.xs, board.ys
    x = (xs[area.left] + xs[area.right] - size[0]) // 2
    y = max(ys[area.top], ys[area.bottom] - size[1] - emu(0.8))
    return Frame(x, y, *size)


def _drawn(board: Board, setup: str, titles: range, over: Over) -> Sheet:
    return write_sheet(board, setup, titles, drawing_over(over.canvas, over.pictures))


def _chart(section: Section) -> Chart | None:
    figures = (b for b in section.blocks if isinstance(b, ChartFigure))
    return next((figure.chart for figure in figures), None)


def _charts(sections: Sequence[Section]) -> Iterator[Chart]:
    yield from (chart for s in sections if (chart := _chart(s)) and chart.pages)


def on_one_paper(sections: Sequence[Section]) -> list[Section]:
    """Return the sections of a SOP on the paper of its chart, as they share a sheet.

    Tables get as much wider or narrower as the paper.
    """
    paper = next((s.sheet for s in sections if _chart(s)), None)
    return [_moved(section, paper) for section in sections]


def _moved(section: Section, paper: Paper | None) -> Section:
    """Return a section that is no cover on another paper, its tables fitted to it."""
    if paper is None or paper == section.sheet or section.sheet.framed:
        return section
    by = paper.column[0] / section.sheet.column[0]
    blocks = tuple(
        replace(b, columns=tuple(w * by for w in b.columns))
        if isinstance(b, Table)
        else b
        for b in section.blocks
    )
    return replace(section, sheet=paper, blocks=blocks)
