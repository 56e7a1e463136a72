"""Set a document: break its lines and pages, number them, find its page numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from sopgen.model.bagian import BagianId
from sopgen.model.bahasa import romawi
from sopgen.model.document import Document, Section, Sheet
from sopgen.model.geometry import Box
from sopgen.model.nilai import dataclass
from sopgen.model.page import (
    FootText,
    Item,
    Page,
    PageNumber,
    Pages,
    TextPiece,
    Urutan,
    halaman,
    moved,
)
from sopgen.model.struktur import END, Path, passage
from sopgen.typeface import read_face
from sopgen.typeset.balance import balanced
from sopgen.typeset.blocks import strips_of
from sopgen.typeset.breaks import Placed, fill_pages
from sopgen.typeset.sides import blank_behind, is_back, turned
from sopgen.typeset.strip import frame, height_of

#: Page numbers: Arial 10, centred, so far from the paper's edge in mm.
NUMBER_FACE, NUMBER_PT, NUMBER_EDGE = "arial-regular", 10.0, 12.0
#: How high the number is, and how far from it a table that fills its page ends, mm.
NUMBER_HEIGHT, NUMBER_CLEAR = 2.6, 7.4
#: Which page of a SOP it is, at the head: its size, its line from the paper's edge, mm.
HEAD_PT, HEAD_EDGE = 9.0, 10.5
#: The frame of covers: two lines, the outer one thick; widths and gap in mm.
FRAME_OUTER, FRAME_INNER, FRAME_GAP = 0.9, 0.25, 1.3


def settle(document: Document) -> Document:
    """Return the document with the size of type chosen for each section, pages filled.

    Every writer of the same document has to print the same choice.
    """
    sections = tuple(_settled(section) for section in document.sections)
    return replace(document, sections=sections)


def _settled(section: Section) -> Section:
    width, height = section.sheet.column
    blocks = section.blocks
    if section.smaller:
        every = chain((blocks,), (make() for make in section.smaller))
        fitting = (b for b in every if height_of(strips_of(b, width)) <= height)
        blocks = next(fitting, blocks)
    filled = balanced(blocks, width, height - _clearance(section))
    return replace(section, blocks=filled, smaller=())


def _clearance(section: Section) -> float:
    """Return what of a page's column lies too near to the number at its foot, mm."""
    sheet = section.sheet
    if section.numbering == "tanpa" or sheet.number_at != "foot":
        return 0.0
    return max(NUMBER_EDGE + NUMBER_HEIGHT + NUMBER_CLEAR - sheet.margins.bottom, 0.0)


@dataclass(frozen=True)
class Filling:
    """A section's lines and pages, broken once for every document that prints it.

    Documents may differ in how its pages are numbered.
    """

    section: Section

    @cached_property
    def pages(self) -> tuple[tuple[Item, ...], ...]:
        """Return the items of each page in their places, its number left out."""
        sheet = self.section.sheet
        width, height = sheet.column
        columns = fill_pages(strips_of(self.section.blocks, width), height)
        each = sheet.columns
        starts = range(0, len(columns), each)
        return tuple(
            (
                *(_frame(sheet) if sheet.framed else ()),
                *_placed(sheet, columns[start : start + each]),
            )
            for start in starts
        )

    @cached_property
    def backs(self) -> tuple[tuple[Item, ...], ...]:
        """Return the same pages as the backs of sheets have them."""
        return tuple(turned(items, self.section.sheet) for items in self.pages)


def fillings(document: Document) -> tuple[Filling, ...]:
    """Return what fills the pages of each section; it is broken when it is needed."""
    return tuple(map(Filling, document.sections))


def typeset(document: Document, known: Sequence[Filling] = ()) -> Pages:
    """Return the document's pages, every page number in its place.

    ``known`` are the fillings of its sections, if they were made before.
    """
    counts: dict[str, int] = {}
    pages: list[Page] = []
    filled = known or fillings(document)
    heads = _heads(document.sections, filled)
    for section, filling in zip(document.sections, filled, strict=True):
        if section.recto and is_back(len(pages)):
            pages.append(blank_behind(pages[-1]))
        for number, body in enumerate(filling.pages):
            first = number == 0
            count = _count(section, counts.get(section.numbering, 0), first=first)
            counts[section.numbering] = count
            page = _page(section, body, count, first=first)
            page = _headed(page, section, next(heads))
            if section.sheet.mirrored and is_back(len(pages)):
                own = turned(page.own, section.sheet)
                page = replace(page, body=filling.backs[number], own=own)
            pages.append(page)
    about = document.judul, document.penulis, document.subjek
    made = Pages(*about, tuple(pages), document.tanggal)
    return replace(made, pages=_numbered(made))


def _count(section: Section, last: int, *, first: bool) -> int:
    """Return the number of a page, ``first`` of its section, behind another number.

    The fronts of sheets have odd numbers.
    """
    if first and section.restart:
        return 1
    count = last + 1
    return count + 1 if first and section.recto and count % 2 == 0 else count


def _placed(sheet: Sheet, columns: Sequence[Placed]) -> Iterator[Item]:
    """Yield the items of a page's columns, moved from the column to the paper.

    What stands at the foot comes last, as it is read.
    """
    left, top = sheet.margins.left, sheet.margins.top
    foot: list[Item] = []
    for strips in columns:
        before: Path = ()
        for y, strip in strips:
            placed = (moved(item, left, top + y) for item in strip.items)
            if any(isinstance(item, FootText) for item in strip.items):
                foot += map(_at_foot, placed)
                continue
            if not strip.white:
                yield from passage(before, strip.path)
                before = strip.path
            yield from placed
        yield from (END,) * len(before)
        left += sheet.column[0] + sheet.gutter
    yield from foot


def _at_foot(item: Item) -> Item:
    """Return an item; a line at the foot of the page, now known, as plain text."""
    if not isinstance(item, FootText):
        return item
    width = read_face(item.face).width(item.text, item.size_pt)
    x = item.x - width / 2
    return TextPiece(x, item.y, item.text, item.face, item.size_pt, item.spaced)


def _page(section: Section, body: tuple[Item, ...], count: int, *, first: bool) -> Page:
    sheet, label = section.sheet, _label(section.numbering, count)
    numbered = (
        label
        and sheet.number_at != "none"
        and not (first and sheet.number_at == "head")
    )
    return Page(
        width=sheet.width,
        height=sheet.height,
        body=body,
        bagian=section.bagian,
        style=section.numbering,
        count=count,
        label=label,
        own=(_number(sheet, label),) if numbered else (),
        mark=section.mark,
    )


def _heads(
    sections: Sequence[Section], filled: Sequence[Filling]
) -> Iterator[Urutan | None]:
    """Yield for each page which of how many of its part it is, if its head says so."""
    own = [
        section.bagian if section.hitung else None
        for section, filling in zip(sections, filled, strict=True)
        for _ in filling.pages
    ]
    every, seen = Counter(own), Counter[BagianId | None]()
    for bagian in own:
        seen[bagian] += 1
        yield Urutan(seen[bagian], every[bagian]) if bagian else None


def _headed(page: Page, section: Section, urutan: Urutan | None) -> Page:
    """Return a page whose head says, at the right, which of how many it is."""
    if urutan is None:
        return page
    text, end = halaman(urutan), page.width - section.sheet.margins.right
    width = read_face(NUMBER_FACE).width(text, HEAD_PT)
    piece = TextPiece(end - width, HEAD_EDGE, text, NUMBER_FACE, HEAD_PT)
    return replace(page, own=(*page.own, piece), urutan=urutan)


def _label(style: str, count: int) -> str:
    return {"romawi": romawi(count).lower(), "arab": str(count)}.get(style, "")


def _number(sheet: Sheet, label: str) -> TextPiece:
    text = f"- {label} -" if sheet.number_at == "head" else label
    width = read_face(NUMBER_FACE).width(text, NUMBER_PT)
    y = NUMBER_EDGE + 2.5 if sheet.number_at == "head" else sheet.height - NUMBER_EDGE
    middle = (sheet.margins.left + sheet.width - sheet.margins.right) / 2
    return TextPiece(middle - width / 2, y, text, NUMBER_FACE, NUMBER_PT)


def _frame(sheet: Sheet) -> tuple[Item, ...]:
    m, gap = sheet.margins, FRAME_GAP
    pad = 6.0
    x, y = m.left - pad, m.top - pad
    w, h = (v + 2 * pad for v in sheet.column)
    inner = Box(x + gap, y + gap, w - 2 * gap, h - 2 * gap)
    return (*frame(Box(x, y, w, h), FRAME_OUTER), *frame(inner, FRAME_INNER))


def _numbered(made: Pages) -> tuple[Page, ...]:
    """Return the pages with every PageNumber replaced by the number itself."""
    labels = made.labels
    return tuple(
        replace(page, body=tuple(_resolved(item, labels) for item in page.body))
        if any(isinstance(item, PageNumber) for item in page.body)
        else page
        for page in made.pages
    )


def _resolved(item: Item, labels: dict[str, str]) -> Item:
    if not isinstance(item, PageNumber):
        return item
    text = labels.get(item.anchor, "")
    width = read_face(item.face).width(text, item.size_pt)
    return TextPiece(item.x - width, item.y, text, item.face, item.size_pt)
