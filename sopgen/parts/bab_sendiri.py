"""A chapter of the office's own: gambaran umum, visi dan misi, struktur organisasi."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.buku import Bagian
from sopgen.model.document import Block, Heading, Paragraph, Run, Section
from sopgen.parts.bahan import Bahan
from sopgen.parts.styles import BAB, portrait

#: What is written for a chapter without a title.
TANPA_JUDUL = "-"


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the chapter under its title; its own first heading is one, too."""
    anchor = bagian.id.anchor
    blocks = bahan.chapter(bagian.naskah, anchor)
    first = blocks[0] if blocks else None
    if not (isinstance(first, Paragraph) and _is_title(first, bagian)):
        blocks = (*_title(bagian, anchor), *blocks)
    elif bagian.judul:
        blocks = (_listed(first, bagian.judul), *blocks[1:])
    return (bahan.section(bagian, portrait(bahan.buku.kertas), blocks),)


def _is_title(first: Paragraph, bagian: Bagian) -> bool:
    """Return whether a chapter begins with its title, so that it needs no other."""
    heading = first.heading
    if heading is None or heading.level != 1:
        return False
    return bagian.judul in ("", TANPA_JUDUL) or _same(heading.text, bagian.judul)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _listed(first: Paragraph, judul: str) -> Paragraph:
    """Return the title with its line in the daftar isi as the book wants it."""
    assert first.heading is not None
    listed = judul != TANPA_JUDUL
    return replace(first, heading=replace(first.heading, listed=listed))


def _title(bagian: Bagian, anchor: str) -> tuple[Block, ...]:
    """Return the title of a chapter, made from its name where none is given."""
    if bagian.judul == TANPA_JUDUL:
        return ()
    text = bagian.judul or bagian.naskah.replace("_", " ").replace("-", " ").upper()
    heading = Heading(1, text, anchor)
    return (Paragraph((Run(text),), BAB, heading=heading),)
