"""Write page setups: size, margins, page numbers, frame, the DRAF mark."""

from __future__ import annotations

from dataclasses import field, replace
from itertools import groupby

from sopgen.model.document import ChartFigure, Document, Section, Space
from sopgen.model.nilai import dataclass
from sopgen.model.page import Page, Pages, halaman
from sopgen.render.docx import vml
from sopgen.render.docx.ledger import Ledger
from sopgen.render.docx.styles import JARAK, NOMOR_HALAMAN, URUTAN, pitch
from sopgen.render.docx.wml import PREFIXES, Line, Look, paragraph, text
from sopgen.render.docx.wml import field as write_field
from sopgen.render.docx.wtable import Reference, Setup
from sopgen.render.docx.wtable import section as write_section
from sopgen.render.markup import Element, Node, elements

#: Distance of a page number's baseline from the paper's edge, and of the words that say
#: which page of a SOP it is, mm (as typeset).
NUMBER_EDGE, HEAD_EDGE = 12.0, 10.5
#: A cover's frame: how far it stands outside the margins, and its thick line, points.
FRAME_PAD, FRAME_PT = 11, 2.5
#: What a single page may need more in Word, taken from the bottom margin, mm.
RESERVE = 3.0
#: How much room LibreOffice gives a head or foot without a number at least, mm.
NARROW = 1.1
#: The same on the first page of a section that begins on the front of a sheet, where
#: LibreOffice knows nothing of the room between a head and the text.
FRONT = 5.0
FORMATS = {"romawi": "lowerRoman", "arab": "decimal", "tanpa": "decimal"}


@dataclass(frozen=True, slots=True)
class Span:
    """The pages of a section: its first page and how many there are, if known."""

    first: Page | None = None
    count: int = 0

    def follows(self, page: Page, count: int) -> bool:
        """Return whether this section counts on from one of count pages."""
        first = self.first
        return (
            first is not None
            and first.style == page.style
            and first.count == page.count + count
        )


def spans_of(document: Document, pages: Pages) -> list[Span]:
    """Return the pages of every section, told by their part and by what fills one."""
    filled = (page for page in pages.pages if not page.kosong)
    runs = [list(g) for _, g in groupby(filled, lambda p: p.bagian)]
    parts = [list(g) for _, g in groupby(document.sections, lambda s: s.bagian)]
    if [r[0].bagian for r in runs] != [p[0].bagian for p in parts]:
        return [Span() for _ in document.sections]
    return [
        span
        for own, sections in zip(runs, parts, strict=True)
        for span in _spans(own, sections)
    ]


def _spans(pages: list[Page], sections: list[Section]) -> list[Span]:
    open_ = [k for k, s in enumerate(sections) if not fills_one_page(s)]
    counts = [1] * len(sections)
    if len(open_) == 1:
        counts[open_[0]] = len(pages) - len(sections) + 1
    elif sum(counts) != len(pages):
        return [Span() for _ in sections]
    spans, start = [], 0
    for count in counts:
        spans.append(Span(pages[start] if start < len(pages) else None, count))
        start += count
    return spans


def fills_one_page(section: Section) -> bool:
    """Return whether a section is made to be one page."""
    return any(
        isinstance(b, ChartFigure) or (isinstance(b, Space) and b.stretch > 0)
        for b in section.blocks
    )


@dataclass(frozen=True, slots=True)
class Edge:
    """A kind of head or foot: its mark, on a lying page or not, and its number.

    ``words`` stand at the right of a head.  ``room`` is the height that it fills, in
    mm, where it is more than its own.
    """

    kind: str
    mark: str = ""
    lying: bool = False
    number: bool = False
    words: str = ""
    room: float = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A section whose setup is written, and its pages."""

    section: Section
    span: Span


@dataclass(slots=True)
class Setups:
    """Write the setup of section after section, with the parts they share.

    A section without a reference of its own would have those of the one before, so
    each kind of head and foot is made once and named by every section.
    """

    ledger: Ledger
    made: dict[Edge, str] = field(default_factory=dict)
    last: Written | None = None

    def written(self, section: Section, span: Span) -> str:
        """Return the setup of a section as XML."""
        sheet, m = section.sheet, section.sheet.margins
        node = write_section(
            Node("w:pPr"),
            Setup(
                size=(sheet.width, sheet.height),
                margins=(m.top, m.right, m.bottom - _reserve(section, span), m.left),
                head=_head(section),
                foot=_foot(section),
                borders=_frame() if sheet.framed else (),
                number=FORMATS[section.numbering],
                start=self._start(section, span),
                parts=tuple(self._parts(section, span)),
                title_page=_numbered(section) == "head",
                columns=sheet.columns,
                gutter=sheet.gutter,
                begins="oddPage" if section.recto else "nextPage",
            ),
        )
        self.last = Written(section, span)
        return node.written()

    def _start(self, section: Section, span: Span) -> int | None:
        """Return the number to begin with where it does not count on by itself."""
        if self.last is None or section.restart:
            return span.first.count if span.first else 1
        before, pages = self.last.section, self.last.span
        if pages.first and pages.count and span.first:
            follows = span.follows(pages.first, pages.count)
            return None if follows else span.first.count
        return None if before.numbering == section.numbering else 1

    def _parts(self, section: Section, span: Span) -> list[Reference]:
        number = _numbered(section)
        lying = bool(section.mark) and section.sheet.width > section.sheet.height
        words = _words(section, span)
        over, under = _rooms(section, span) if section.recto else (0.0, 0.0)
        head = Edge("header", section.mark, lying, number == "head", words, over)
        foot = Edge("footer", number=number == "foot", room=under)
        parts = [
            Reference("headerReference", "default", self._part(head)),
            Reference("footerReference", "default", self._part(foot)),
        ]
        if head.number:
            first = replace(head, number=False)
            parts.append(Reference("headerReference", "first", self._part(first)))
        return parts

    def _part(self, edge: Edge) -> str:
        if edge not in self.made:
            add = getattr(self.ledger.part, f"add_{edge.kind}_part")
            part, rid = add()
            fill(part.element, self._made(edge))
            self.made[edge] = rid
        return self.made[edge]

    def _made(self, edge: Edge) -> Node:
        """Return the paragraph of a head or foot."""
        style = URUTAN if edge.words else NOMOR_HALAMAN if edge.number else JARAK
        look = Look(style=self.ledger.style(style))
        if edge.room:
            own = pitch(style)
            spare = max(0.0, edge.room - own)
            header = edge.kind == "header"
            look = replace(look, after=spare) if header else replace(look, before=spare)
        node = paragraph(Node("w:hdr"), look)
        if edge.words:
            text(node, edge.words)
        around = ("- ", " -") if edge.kind == "header" else ("", "")
        if edge.number:
            _number(node, *around)
        if edge.mark:
            vml.watermark(node, edge.mark, self.ledger.id(), lying=edge.lying)
        return node


def fill(root: Element, node: Node) -> None:
    """Make a paragraph all that stands in a part of python-docx."""
    for child in list(root):
        root.remove(child)
    root.extend(elements(node.written(), PREFIXES))


def _words(section: Section, span: Span) -> str:
    """Return which pages of its part a section has, where its head says so."""
    urutan = span.first.urutan if section.hitung and span.first else None
    return halaman(urutan, span.count) if urutan else ""


def _number(node: Node, before: str, after: str) -> None:
    if before:
        text(node, before)
    write_field(node, "PAGE", "1")
    if after:
        text(node, after)


def _numbered(section: Section) -> str:
    """Return where a section's page numbers stand: foot, head or none."""
    return "none" if section.numbering == "tanpa" else section.sheet.number_at


def _head(section: Section) -> float:
    """Return how far the head stands from the paper's edge.

    Without a number it stands close above the text, since LibreOffice draws the frame
    of a cover round the head too.
    """
    if _numbered(section) == "head":
        return NUMBER_EDGE + 2.5 - pitch(NOMOR_HALAMAN) * 0.8
    if section.hitung:
        return HEAD_EDGE - pitch(URUTAN) * 0.8
    return section.sheet.margins.top - (FRONT if section.recto else NARROW)


def _foot(section: Section) -> float:
    """Return how far the foot stands from the paper's edge."""
    if _numbered(section) == "foot":
        return NUMBER_EDGE - pitch(NOMOR_HALAMAN) * 0.2
    return section.sheet.margins.bottom - (FRONT if section.recto else NARROW)


def _reserve(section: Section, span: Span) -> float:
    """Return what a single page takes of its bottom margin, in mm."""
    return RESERVE if span.count == 1 and not section.sheet.framed else 0.0


def _rooms(section: Section, span: Span) -> tuple[float, float]:
    """Return the height between the head's beginning and the text, and at the foot."""
    margins = section.sheet.margins
    bottom = margins.bottom - _reserve(section, span)
    return margins.top - _head(section), bottom - _foot(section)


def _frame() -> tuple[Line, ...]:
    """Return the double frame of a cover, thick outside."""
    kinds = {"t": "thinThickMediumGap", "l": "thinThickMediumGap"}
    return tuple(
        Line(side, FRAME_PT, kinds.get(side, "thickThinMediumGap"), FRAME_PAD)
        for side in "tlbr"
    )
