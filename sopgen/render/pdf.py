"""Write pages as PDF/A: vectors, embedded fonts, page labels, outline, links."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from sopgen.model.bagian import BagianId
from sopgen.model.chart import Chart
from sopgen.model.document import Drawing
from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.kotak import TAG_GREY
from sopgen.model.nilai import dataclass
from sopgen.model.page import (
    Anchor,
    ChartDrawing,
    Curve,
    FootText,
    Item,
    Link,
    Page,
    PageNumber,
    Pages,
    Picture,
    QrCode,
    SignatureArea,
    Stroke,
    SymbolDrawing,
    TagText,
    TextPiece,
    moved,
)
from sopgen.model.shape import Shape, Symbols
from sopgen.model.struktur import END, Element, End, Role
from sopgen.render.ink import curve_style
from sopgen.render.kept import Kept
from sopgen.render.pdf_archive import LANGUAGE, VERSION, archived, begin, fit
from sopgen.render.pdf_chart import ChartPainter
from sopgen.render.pdf_font import embed, register
from sopgen.render.pdf_marks import Marks
from sopgen.render.pdf_pen import Drawn, Noted, Pen
from sopgen.render.pdf_picture import place, read_picture
from sopgen.render.pdf_structure import Structure
from sopgen.render.qr import qr_of

#: White space round a chart that is drawn by itself, mm.
EDGE = 5.0
LABEL_STYLES = {"romawi": "ROMAN_LOWER", "arab": "ARABIC"}
#: The light word across a draft: face, size, grey and slope.
MARK_FACE, MARK_PT, MARK_GREY, MARK_ANGLE = "arial-bold", 150, 0.93, 52
#: How far above a heading's baseline a link leads, mm.
LINE_HEAD = 5.0


#: What is drawn together with others of its kind.
KINDS: dict[type[Item], type[object]] = {
    TextPiece: TextPiece,
    Element: Element,
    End: Element,
}
#: Streams are written as they are, not in letters: a fifth less to write and to read.
rl_config.useA85 = 0


def write_pdf(pages: Pages, symbols: Symbols, kept: Kept | None = None) -> bytes:
    """Return the file's bytes; the same pages always give the same bytes.

    ``kept`` are pages and fonts that other files of the same build have drawn with the
    same symbols.
    """
    first = register("arial-regular").fontName
    facts = {"lang": LANGUAGE, "pdfVersion": VERSION, "initialFontName": first}
    canvas = Canvas("", invariant=1, pageCompression=1, **facts)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _label_pages(canvas, pages.pages)
    writer = PageWriter(canvas, PageDrawer(symbols, kept or Kept()), pages)
    writer.write()
    return archived(canvas, pages, writer.letters)


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
            body=(Element(Role.FIGURE), ChartDrawing(page, EDGE, EDGE), END),
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
        body=(
            Element(Role.FIGURE, alt=drawing.alt or judul),
            *(moved(item, EDGE, EDGE) for item in drawing.items),
            END,
        ),
        bagian=BagianId("peta"),
        style="arab",
        count=1,
        label="1",
    )
    return Pages(judul, "", "", (page,))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page of a part shows in every file that has it."""

    bagian: BagianId
    body: tuple[Item, ...]
    width: float
    height: float
    mark: str

    def __hash__(self) -> int:
        """Return a hash of what is soon read; few pages share it, and are compared."""
        return hash((self.bagian, len(self.body), self.width, self.height, self.mark))


class PageDrawer:
    """Draw pages, each once for all the files of a build."""

    def __init__(self, symbols: Symbols, kept: Kept) -> None:
        self.symbols, self.kept = symbols, kept

    def drawn(self, page: Page) -> tuple[Drawn, Drawn]:
        """Return what is on a page in every file, and what this file adds to it."""
        own = Pen(page.height)
        self._draw_all(own, page.own)
        return self._shown(page), own.drawn()

    def _shown(self, page: Page) -> Drawn:
        paper = page.width, page.height, page.mark
        key, dari = Shown(page.bagian, page.body, *paper), self.kept.body(page)
        if dari is None:
            return self.kept.of(("pdf", key), lambda: self._body(page))
        return self.kept.lasting("pdf", key, lambda: self._body(page), paper, dari)

    def _body(self, page: Page) -> Drawn:
        pen = Pen(page.height)
        if page.mark:
            middle = page.width / 2, page.height / 2
            word = TextPiece(*middle, page.mark, MARK_FACE, MARK_PT)
            upright = page.height > page.width
            pen.begin_artifact()
            pen.light(word, MARK_ANGLE if upright else 90 - MARK_ANGLE, MARK_GREY)
            pen.end()
        self._draw_all(pen, page.body)
        return pen.drawn()

    def _draw_all(self, pen: Pen, items: Sequence[Item]) -> None:
        marks = Marks(pen, self.symbols)
        for kind, some in groupby(filter(_seen, items), _kind):
            own = list(some)
            if kind is not Element:
                marks.begin(own)
            if kind is TextPiece:
                pen.texts([i for i in own if isinstance(i, TextPiece)])
                continue
            for item in own:
                if isinstance(item, Element | End):
                    marks.step(item)
                else:
                    self._draw(pen, item)
        marks.end()

    def _draw(self, pen: Pen, item: Item) -> None:  # noqa: C901, PLR0912 (one case a kind)
        match item:
            case Stroke(start=a, end=b, width=width):
                pen.line((a, b), width)
            case Curve(points=points):
                pen.curve(points, curve_style(item, self.symbols.lines))
            case SymbolDrawing(simbol=simbol, box=box):
                self._symbol(pen, simbol, box)
            case ChartDrawing(page=page, x=x, y=y):
                ChartPainter(pen, self.symbols, (x, y)).paint(page)
            case Picture() | Anchor() | Link():
                pen.note(item)
            case TextPiece() | Element() | End():
                raise ValueError(f"{item} is not drawn by itself")
            case QrCode(text=text, box=box):
                pen.areas(qr_of(text).boxes(box))
            case TagText():
                pen.tag(item, TAG_GREY)
            case PageNumber() | FootText():
                raise ValueError(f"place of {item!r} was never found")
            case SignatureArea():
                pass
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


def _seen(item: Item) -> bool:
    """Return whether an item is drawn: where somebody signs is not."""
    return not isinstance(item, SignatureArea)


def _kind(item: Item) -> type[object]:
    """Return what an item is drawn with: other text, what only tells, or by itself."""
    return KINDS.get(type(item), object)


class PageWriter:
    """Put pages on the canvas of a file, with their places, links and pictures."""

    def __init__(self, canvas: Canvas, drawer: PageDrawer, pages: Pages) -> None:
        self.canvas, self.drawer, self.pages = canvas, drawer, pages.pages
        self.places = _titles(pages)
        self.structure = Structure(canvas, len(self.pages))
        self.linked: list[str] = []
        self.letters: dict[str, set[str]] = {}
        self.level = 0
        self.outlined = False

    def write(self) -> None:
        """Put all pages on the canvas, and the fonts that they need."""
        for page in self.pages:
            begin(self.canvas, page)
            body, own = self.drawer.drawn(page)
            self._put(body, page.height)
            self.structure.page(body.told, self.linked, page.height)
            self._put(own, page.height)
            self.canvas.showPage()
        self.structure.write()
        embed(self.canvas._doc, self.letters, self.drawer.kept)
        if self.outlined:
            self.canvas.showOutline()

    def _put(self, drawn: Drawn, height: float) -> None:
        self.linked = []
        for face, used in drawn.letters.items():
            self.letters.setdefault(face, set()).update(used)
        for part in drawn.parts:
            if isinstance(part, str):
                self.canvas.addLiteral(part)
            else:
                self._note(part, height)

    def _note(self, noted: Noted, height: float) -> None:
        match noted:
            case Picture(file=file, box=box):
                own = self.drawer.kept.of(("pdf", file), lambda: read_picture(file))
                place(self.canvas, own, rect(box, height))
            case Anchor():
                self._anchor(noted, height)
            case Link(box=box, anchor=anchor):
                name, words = "", self.places.get(anchor)
                if words is not None:
                    name = self.structure.link(anchor, words, rect(box, height))
                self.linked.append(name)
            case _:
                assert_never(noted)

    def _anchor(self, anchor: Anchor, height: float) -> None:
        top = (height - max(anchor.y - LINE_HEAD, 0)) / MM_PER_PT
        self.canvas.bookmarkHorizontalAbsolute(anchor.name, top)
        if anchor.title:
            level = min(anchor.level - 1, self.level + 1 if self.outlined else 0)
            self.canvas.addOutlineEntry(
                fit(anchor.title), anchor.name, level, closed=level > 0
            )
            self.level = level
            self.outlined = True


def _titles(pages: Pages) -> dict[str, str]:
    """Return what each anchor of a file is called, and the page that it is on."""
    return {
        item.name: f"{item.title}, halaman {page.label}".strip(", ")
        for page in pages.pages
        for item in page.body
        if isinstance(item, Anchor)
    }


def rect(box: Box, height: float) -> tuple[float, float, float, float]:
    """Return a box of a page as left, bottom, right, top in points from its corner."""
    low, high = height - box.y1, height - box.y
    return tuple(v / MM_PER_PT for v in (box.x, low, box.x1, high))  # type: ignore[return-value]
