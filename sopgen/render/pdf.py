"""Write pages as PDF: vectors, embedded fonts, page labels, outline, links."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import assert_never

from reportlab.pdfgen.canvas import Canvas

from sopgen.model.bagian import BagianId
from sopgen.model.chart import Chart
from sopgen.model.document import Drawing
from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.page import (
    Anchor,
    ChartDrawing,
    Curve,
    Item,
    Link,
    Page,
    PageNumber,
    Pages,
    Picture,
    Stroke,
    SymbolDrawing,
    TextPiece,
    moved,
)
from sopgen.model.shape import Shape, Symbols
from sopgen.render.ink import curve_style
from sopgen.render.pdf_chart import ChartPainter
from sopgen.render.pdf_pen import Pen, picture, register

LANGUAGE = "id-ID"
#: White space round a chart that is drawn by itself, mm.
EDGE = 5.0
LABEL_STYLES = {"romawi": "ROMAN_LOWER", "arab": "ARABIC"}
#: The light word across a draft: face, size, grey and slope.
MARK_FACE, MARK_PT, MARK_GREY, MARK_ANGLE = "arial-bold", 150, 0.93, 52
#: How far above a heading's baseline a link leads, mm.
LINE_HEAD = 5.0


def write_pdf(pages: Pages, symbols: Symbols) -> bytes:
    """Return the file's bytes; the same pages always give the same bytes."""
    target = BytesIO()
    first = register("arial-regular")
    canvas = Canvas(
        target, invariant=1, pageCompression=1, lang=LANGUAGE, initialFontName=first
    )
    day = pages.tanggal.isoformat().replace("-", "")
    canvas.setDateFormatter(lambda *_: f"D:{day}000000+00'00'")
    canvas.setTitle(pages.judul)
    canvas.setAuthor(pages.penulis)
    canvas.setSubject(pages.subjek)
    canvas.setCreator("sopgen")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _label_pages(canvas, pages.pages)
    writer = PageWriter(canvas, symbols, frozenset(pages.labels))
    for page in pages.pages:
        writer.write(page)
    if writer.outlined:
        canvas.showOutline()
    canvas.save()
    return target.getvalue()


def _label_pages(canvas: Canvas, pages: tuple[Page, ...]) -> None:
    """Give the file the page numbers that are printed on it."""
    last: Page | None = None
    for number, page in enumerate(pages):
        if not last or page.style != last.style or page.count != last.count + 1:
            style = LABEL_STYLES.get(page.style)
            if style:
                canvas.addPageLabel(number, style, page.count)
            else:
                canvas.addPageLabel(number, None, None, "Sampul")
        last = page


def chart_pages(chart: Chart) -> Pages:
    """Return a chart's pages on paper cut to their size."""
    pages = tuple(
        Page(
            width=page.frame.x1 + 2 * EDGE,
            height=page.frame.y1 + 2 * EDGE,
            items=(ChartDrawing(page, EDGE, EDGE),),
            bagian=BagianId("sop", chart.sop),
            style="arab",
            count=number,
            label=str(number),
        )
        for number, page in enumerate(chart.pages, 1)
    )
    return Pages(chart.judul, "", "", pages)


def drawing_page(drawing: Drawing, judul: str) -> Pages:
    """Return a drawing on paper cut to its size."""
    page = Page(
        width=drawing.width + 2 * EDGE,
        height=drawing.height + 2 * EDGE,
        items=tuple(moved(item, EDGE, EDGE) for item in drawing.items),
        bagian=BagianId("peta"),
        style="arab",
        count=1,
        label="1",
    )
    return Pages(judul, "", "", (page,))


class PageWriter:
    """Draw pages on one canvas; ``anchors`` are the places that they have."""

    def __init__(
        self, canvas: Canvas, symbols: Symbols, anchors: frozenset[str]
    ) -> None:
        self.canvas, self.symbols, self.anchors = canvas, symbols, anchors
        self.level = 0
        self.outlined = False

    def write(self, page: Page) -> None:
        """Draw one page and turn to the next."""
        canvas = self.canvas
        canvas.setPageSize((page.width / MM_PER_PT, page.height / MM_PER_PT))
        pen = Pen(canvas, page.height)
        if page.mark:
            self._mark(pen, page)
        for is_text, items in groupby(page.items, lambda i: isinstance(i, TextPiece)):
            if is_text:
                pen.texts([i for i in items if isinstance(i, TextPiece)])
            else:
                for item in items:
                    self._draw(pen, item)
        canvas.showPage()

    def _draw(self, pen: Pen, item: Item) -> None:  # noqa: C901, PLR0912 (one case a kind)
        match item:
            case Stroke(start=a, end=b, width=width):
                pen.line((a, b), width)
            case Curve(points=points):
                pen.curve(points, curve_style(item, self.symbols.lines))
            case Picture(file=file, box=box):
                pen.picture(picture(str(file)), box)
            case SymbolDrawing(simbol=simbol, box=box):
                self._symbol(pen, simbol, box)
            case ChartDrawing(page=page, x=x, y=y):
                ChartPainter(pen, self.symbols, (x, y), self.anchors).paint(page)
            case Anchor():
                self._anchor(pen, item)
            case Link(box=box, anchor=anchor):
                pen.link(box, anchor)
            case TextPiece():
                pen.texts([item])
            case PageNumber():
                raise ValueError(f"page number of {item.anchor!r} was never found")
            case _:
                assert_never(item)

    def _symbol(self, pen: Pen, simbol: str, box: Box) -> None:
        shape = self.symbols.shapes.get(simbol)
        if isinstance(shape, Shape):
            pen.path((*shape.fit(box), *shape.inside(box)), width=0.3)
            return
        line = self.symbols.lines[simbol]
        middle = box.y + box.h / 2
        pen.arrow(((box.x, middle), (box.x1, middle)), line)

    def _anchor(self, pen: Pen, anchor: Anchor) -> None:
        top = (pen.height - max(anchor.y - LINE_HEAD, 0)) / MM_PER_PT
        self.canvas.bookmarkHorizontalAbsolute(anchor.name, top)
        if anchor.title:
            level = min(anchor.level - 1, self.level + 1 if self.outlined else 0)
            self.canvas.addOutlineEntry(
                anchor.title, anchor.name, level, closed=level > 0
            )
            self.level = level
            self.outlined = True

    def _mark(self, pen: Pen, page: Page) -> None:
        face = register(MARK_FACE)
        canvas = self.canvas
        canvas.saveState()
        canvas.setFillGray(MARK_GREY)
        canvas.setFont(face, MARK_PT)
        canvas.translate(page.width / 2 / MM_PER_PT, page.height / 2 / MM_PER_PT)
        canvas.rotate(MARK_ANGLE if page.height > page.width else 90 - MARK_ANGLE)
        canvas.drawCentredString(0, -MARK_PT / 3, page.mark)
        canvas.restoreState()
