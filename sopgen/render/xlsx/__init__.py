"""Write SOP as Excel sheets: real cells, and native shapes glued by arrows over them.

openpyxl makes the workbook; what it has no words for is written with lxml in ``dml``,
which knows nothing of SOP.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import count, pairwise

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.styles import Font
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.indexed_list import IndexedList

from sopgen.archive import midnight
from sopgen.model.bagian import BagianId
from sopgen.model.bahasa import romawi
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.document import (
    ChartFigure,
    Document,
    Emblem,
    Section,
    Sheet,
    Table,
)
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.render.drawingml import Frame, Tag, emu
from sopgen.render.glue import draw
from sopgen.render.xlsx.blocks import BlockWriter, edges_for, marked_edges
from sopgen.render.xlsx.board import Area, Board, Letters, Look, begin_board
from sopgen.render.xlsx.chart import column_edges, write_chart
from sopgen.render.xlsx.dml import Canvas
from sopgen.render.xlsx.grid import marker, px
from sopgen.render.xlsx.inner import with_lines
from sopgen.render.xlsx.names import sop_names
from sopgen.render.xlsx.package import saved
from sopgen.render.xlsx.setup import GROWTH, Title, page_breaks, set_up, sheet_name
from sopgen.render.xlsx.shapes import FIRST_ID, SheetPen, neutral
from sopgen.render.xlsx.table import Hung

#: The neutral box where no lambang is given: its line in mm.
EMBLEM_LINE = 0.2


def write_xlsx(document: Document, buku: Buku, symbols: Symbols) -> bytes:
    """Return a workbook: a sheet per seksi and SOP of the document, then per lampiran.

    The document is the book, or an excerpt of it, with its sizes of type settled;
    other parts are left out.
    """
    by_bagian: dict[BagianId, list[Section]] = {}
    for section in document.sections:
        by_bagian.setdefault(section.bagian, []).append(section)
    printed = [sop for sop in buku.sop if BagianId("sop", sop.id) in by_bagian]
    book = _new_book(document, symbols, _sheets(buku, printed))
    for seksi, every in buku.per_seksi:
        divider = by_bagian.get(seksi.bagian, ()) if seksi else ()
        if seksi and divider:
            book.page(seksi.judul, Title("", seksi.judul), divider[0])
        for sop in (one for one in every if one in printed):
            title = Title(sop.nomor_sop, f"SOP {sop.nama.removeprefix('SOP ')}")
            book.sop(sop.id, title, by_bagian[BagianId("sop", sop.id)])
    book.lampiran(buku, by_bagian)
    return book.saved()


def _sheets(buku: Buku, printed: Sequence[Sop]) -> Mapping[str, str]:
    """Return the name of each SOP's sheet, by the id of the SOP."""
    names, made = sop_names(buku), dict[str, str]()
    for sop in printed:
        made[sop.id] = sheet_name(names[sop.id], made.values())
    return made


def _new_book(document: Document, symbols: Symbols, sheets: Mapping[str, str]) -> Book:
    """Return a workbook without sheets that says what it is about."""
    book = Workbook()
    book.remove(book.active)
    # The digits of the first font are what column widths are counted in.
    book._fonts = IndexedList([Font(name="Arial", sz=10, family=2)])
    about = book.properties
    about.title, about.creator = document.judul[:255], document.penulis[:255]
    about.subject, about.language = document.subjek[:255], "id-ID"
    about.lastModifiedBy = about.creator
    about.created = about.modified = midnight(document.tanggal)
    return Book(book, symbols, sheets)


@dataclass(slots=True)
class Book:
    """A workbook on its way, with the shapes of its sheets and the styles so far.

    ``sheets`` are the names that those of the SOP get, by their ids.
    """

    book: Workbook
    symbols: Symbols
    sheets: Mapping[str, str]
    shapes: dict[str, Canvas] = field(default_factory=dict)
    styles: dict[tuple[Letters, Look], StyleArray] = field(default_factory=dict)

    def saved(self) -> bytes:
        """Return the file's bytes."""
        if not self.book.worksheets:
            self.book.create_sheet("Kosong")
        return saved(self.book, self.shapes)

    def _board(self, nama: str, edges: Sequence[float]) -> Board:
        sheet = self.book.create_sheet(sheet_name(nama, self.book.sheetnames))
        places = [px(edge - edges[0]) for edge in edges]
        widths = (b - a for a, b in pairwise(places))
        return begin_board(sheet, tuple(widths), self.styles)

    def sop(self, id_: str, title: Title, sections: list[Section]) -> None:
        """Write the sheet of a SOP: its identity, then its chart."""
        sections = [with_lines(one) for one in on_one_paper(sections)]
        identity = [s for s in sections if not s.sheet.framed and _chart(s) is None]
        chart = next(_charts(sections), None)
        first = (identity or sections)[0]
        width, height = first.sheet.column
        own = edges_for(identity[0].blocks, width) if identity else (0.0, width)
        own = column_edges(chart) if chart else own
        edges = marked_edges(first.blocks, own)
        board = self._board(self.sheets[id_], edges)
        writer = BlockWriter(board, edges, own)
        for section in identity:
            writer.fit(section.blocks, height)
            page_breaks(board, section, writer.kept)
        titles = range(0)
        spread = None
        if chart:
            if identity:
                board.break_before(len(board.heights))
            spread = write_chart(board, chart, edges, height + GROWTH)
            titles = spread.titles
        canvas, numbers = self._canvas(board, writer.emblems)
        if chart and spread:
            for page, place in zip(chart.pages, spread.fields, strict=True):
                pen = SheetPen(canvas, numbers, place, self.sheets)
                draw(page, self.symbols, pen)
        set_up(board, first, title, titles)

    def lampiran(
        self, buku: Buku, by_bagian: Mapping[BagianId, Sequence[Section]]
    ) -> None:
        """Write the sheets of the annexes of all decrees."""
        for keputusan in buku.keputusan:
            every = by_bagian.get(BagianId("lampiran", keputusan.id), ())
            for n, section in enumerate(every, 1):
                own = f"Lampiran {romawi(n)}" if len(every) > 1 else "Lampiran"
                title = Title(f"Keputusan Nomor {keputusan.nomor}", f"{own} Keputusan")
                self.page(f"{own} {keputusan.nomor}", title, section)

    def page(self, nama: str, title: Title, section: Section) -> None:
        """Write a sheet of its own: a decree's annex, the divider of a seksi."""
        edges = edges_for(section.blocks, section.sheet.column[0])
        board = self._board(nama, edges)
        writer = BlockWriter(board, edges, edges)
        writer.fit(section.blocks, section.sheet.column[1])
        self._canvas(board, writer.emblems)
        page_breaks(board, section, writer.kept)
        set_up(board, section, title, writer.titles)

    def _canvas(
        self, board: Board, emblems: list[Hung]
    ) -> tuple[Canvas, Iterator[int]]:
        """Return the canvas of a full board, its pictures in place, and free ids."""
        canvas, numbers = Canvas(board.xs, board.ys), count(FIRST_ID)
        self.shapes[board.sheet.title] = canvas
        for area, emblem in emblems:
            if emblem.file is None:
                frame = _middle(board, area, (emu(emblem.width), emu(emblem.height)))
                neutral(canvas, Tag(next(numbers), "Lambang"), frame, EMBLEM_LINE)
            else:
                _picture(board, area, emblem)
        return canvas, numbers


def _chart(section: Section) -> Chart | None:
    figures = (b for b in section.blocks if isinstance(b, ChartFigure))
    return next((figure.chart for figure in figures), None)


def _charts(sections: list[Section]) -> Iterator[Chart]:
    yield from (chart for s in sections if (chart := _chart(s)) and chart.pages)


def on_one_paper(sections: Sequence[Section]) -> list[Section]:
    """Return the sections of a SOP on the paper of its chart, as they share a sheet.

    Tables get as much wider or narrower as the paper.
    """
    paper = next((s.sheet for s in sections if _chart(s)), None)
    return [_moved(section, paper) for section in sections]


def _moved(section: Section, paper: Sheet | None) -> Section:
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


def _middle(board: Board, area: Area, size: tuple[int, int]) -> Frame:
    """Return the frame in EMU that stands at the foot of an area, in its middle."""
    xs, ys = board.xs, board.ys
    x = (xs[area.left] + xs[area.right] - size[0]) // 2
    y = max(ys[area.top], ys[area.bottom] - size[1] - emu(0.8))
    return Frame(x, y, *size)


def _picture(board: Board, area: Area, emblem: Emblem) -> None:
    """Put the picture of a lambang into an area, its proportions kept."""
    assert emblem.file is not None
    image = Image(BytesIO(emblem.file.read_bytes()))
    scale = min(emu(emblem.width) / image.width, emu(emblem.height) / image.height)
    size = round(image.width * scale), round(image.height * scale)
    frame = _middle(board, area, size)
    (column, left), (row, top) = marker(board.xs, frame.x), marker(board.ys, frame.y)
    image.anchor = OneCellAnchor(
        _from=AnchorMarker(column, left, row, top), ext=XDRPositiveSize2D(*size)
    )
    board.sheet.add_image(image)
