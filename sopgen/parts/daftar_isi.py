"""Daftar isi: every heading of the book with leader dots and its page number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sopgen.model.buku import Bagian
from sopgen.model.document import (
    Heading,
    Label,
    Paragraph,
    Run,
    Section,
    TocLine,
    headings,
)
from sopgen.model.seksi import JENIS
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.styles import BAB, DAFTAR, portrait

TITLE = "DAFTAR ISI"
ANCHOR = "daftar_isi"
#: How far entries of level 2 stand in, and their text behind the letter, mm.
INDENT, HANG = 6.0, 9.5


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the page with its title; ``listing`` fills it when all parts are made."""
    heading = Heading(1, heading_text(bagian, TITLE), ANCHOR)
    title = Paragraph((Run(TITLE),), BAB, heading=heading)
    return (bahan.section(bagian, portrait(bahan.buku.kertas), (title,)),)


def listing(section: Section, every: Iterable[Section]) -> Section:
    """Return the page with a line for each heading of the book that wants one."""
    lines = tuple(
        replace(_line(h), keep_next=other.bagian.jenis == JENIS)
        for other in every
        for h in headings(other.blocks)
        if h.listed and h.text
    )
    return replace(section, blocks=(*section.blocks, *lines))


def _line(heading: Heading) -> TocLine:
    x = INDENT * (heading.level - 1)
    if not heading.label:
        return TocLine(heading.text, heading.anchor, DAFTAR, indent=x)
    label = Label(heading.label, x)
    return TocLine(heading.text, heading.anchor, DAFTAR, indent=x + HANG, label=label)
