"""Peta SOP: an optional page that shows which SOP leads to which."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.buku import Bagian, Buku
from sopgen.model.document import (
    Drawing,
    Heading,
    Paragraph,
    Run,
    Section,
    Space,
)
from sopgen.model.geometry import Point
from sopgen.model.page import Curve, Item, Stroke, TextPiece
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.styles import BAB, CATATAN, landscape

TITLE = "PETA KETERKAITAN SOP"
KEY = "Garis penuh: keterkaitan; garis putus-putus: dokumen yang diserahkan."
#: What the key begins with where a SOP calls another.
CALLS = "Garis tebal: SOP yang dipanggil atau dilanjutkan. "
#: Room that title and key leave on the page, mm.
HEAD = 24.0


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the map, made smaller where it does not fit; nothing without a map."""
    peta = bahan.figures.peta
    if peta is None:
        return ()
    sheet = landscape(bahan.buku.kertas)
    width, height = sheet.column
    factor = min(1.0, width / peta.width, (height - HEAD) / peta.height)
    heading = Heading(1, heading_text(bagian, TITLE), "peta")
    blocks = (
        Paragraph((Run(TITLE),), BAB, heading=heading),
        scaled(peta, factor),
        Space(4),
        Paragraph((Run(_key(bahan.buku)),), CATATAN),
    )
    return (bahan.section(bagian, sheet, blocks),)


def _key(buku: Buku) -> str:
    """Return what the lines of a book's map mean."""
    calls = any(one.sop for sop in buku.sop for one in sop.langkah)
    return f"{CALLS}{KEY}" if calls else KEY


def scaled(drawing: Drawing, factor: float) -> Drawing:
    """Return a drawing made smaller by a factor, its text with it."""
    items = tuple(_scaled(item, factor) for item in drawing.items)
    size = drawing.width * factor, drawing.height * factor
    return Drawing(*size, items, drawing.alt)


def _scaled(item: Item, k: float) -> Item:
    match item:
        case TextPiece():
            return replace(item, x=item.x * k, y=item.y * k, size_pt=item.size_pt * k)
        case Stroke(start=a, end=b):
            return replace(
                item, start=Point(a.x * k, a.y * k), end=Point(b.x * k, b.y * k)
            )
        case Curve(points=points):
            return replace(item, points=tuple(Point(x * k, y * k) for x, y in points))
        case _:
            return item
