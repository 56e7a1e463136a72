"""Write the book as a Document: one file a part, order and presence are data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Bagian, Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.document import SUBJEK, Document, Section
from sopgen.model.nilai import dataclass
from sopgen.model.seksi import JENIS
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.parts import (
    bab_sendiri,
    daftar_isi,
    daftar_sop,
    halaman_judul,
    kata_pengantar,
    keputusan,
    lampiran,
    lembar_pengesahan,
    matriks_perubahan,
    pendahuluan,
    penutup,
    peta,
    riwayat,
    salinan,
    sampul,
    simbol,
    sop,
)
from sopgen.parts.bahan import Bahan, Figures
from sopgen.parts.styles import chart_sheet, landscape
from sopgen.parts.templates import templates_of


class Compose(Protocol):
    """What a part's file offers."""

    def __call__(self, bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
        """Return the part's sections."""


#: Every part by the name that a spec uses, in the order of an ordinary book.
PARTS: Mapping[str, Compose] = {
    "sampul": sampul.compose,
    "halaman_judul": halaman_judul.compose,
    "lembar_pengesahan": lembar_pengesahan.compose,
    "kata_pengantar": kata_pengantar.compose,
    "daftar_isi": daftar_isi.compose,
    "pendahuluan": pendahuluan.compose,
    "naskah": bab_sendiri.compose,
    "simbol": simbol.compose,
    "daftar_sop": daftar_sop.compose,
    "peta": peta.compose,
    "matriks_perubahan": matriks_perubahan.compose,
    "sop": sop.compose,
    "riwayat": riwayat.compose,
    "penutup": penutup.compose,
    "keputusan": keputusan.compose,
    "lampiran": lampiran.compose,
    "salinan": salinan.compose,
}
#: What may be printed alone: every part, and the divider pages of seksi.
TERSENDIRI = (*PARTS, JENIS)


#: The parts of a decree.
DECREE = ("keputusan", "lampiran", "salinan")


@dataclass(frozen=True, slots=True)
class Composed:
    """The book as a document, and what its texts got wrong (codes 7xx).

    ``salinan`` are the copies of its decrees, for files of their own.
    """

    document: Document
    findings: tuple[Diagnostic, ...]
    salinan: Document


def chart_room(
    buku: Buku, sop: Sop | None = None, *, lying: bool = False
) -> tuple[float, float]:
    """Return width and height in mm that a page of a chart may fill.

    It is that of a SOP, or the usual one; a ``lying`` page lies whatever is wanted.
    """
    sheet = chart_sheet(buku, sop, lying=lying) if sop else landscape(buku.kertas)
    return sheet.column


def compose(buku: Buku, figures: Figures, symbols: Symbols) -> Composed:
    """Return the whole book in the order of its susunan."""
    bahan = Bahan(buku, figures, symbols, templates_of(buku))
    made = [(b, PARTS[b.jenis](bahan, b)) for b in buku.susunan]
    every = [section for _, sections in made for section in sections]
    sections: list[Section] = []
    for bagian, own in made:
        listing = bagian.jenis == "daftar_isi"
        sections += [daftar_isi.listing(own[0], every)] if listing else own
    if buku.kertas.bolak_balik:
        sections = [*_on_fronts(sections)]
    document = _document(bahan, tuple(sections))
    copies = replace(document, sections=salinan.copies(bahan))
    texts = bahan.templates
    return Composed(document, (*texts.findings, *texts.withheld), copies)


def _on_fronts(sections: list[Section]) -> Iterator[Section]:
    """Yield the sections, each part and each SOP beginning on the front of a sheet."""
    for _, own in groupby(sections, key=lambda section: section.bagian):
        first, *rest = own
        yield replace(first, recto=True)
        yield from rest


def _document(bahan: Bahan, sections: tuple[Section, ...]) -> Document:
    office = bahan.buku.kecamatan.sebutan.lengkap
    title = " ".join(bahan.lines(bahan.buku.judul))
    return Document(
        judul=f"{title} {office} Tahun {bahan.buku.tahun}",
        penulis=office,
        subjek=SUBJEK,
        sections=sections,
        tanggal=bahan.buku.tanggal,
    )


def excerpt(document: Document, bagian: Set[BagianId], judul: str) -> Document:
    """Return some parts of a document as one of their own, its pages counted anew.

    A decree by itself has its numbers at the head and none on its first page, as produk
    hukum have, each its own; a SOP whose head says which of how many pages it is has no
    other.
    """
    chosen = [s for s in document.sections if s.bagian in bagian]
    decrees = [s.bagian.jenis in DECREE and s.bagian.id for s in chosen]
    sections = tuple(
        _alone(s, first=n == 0 or decrees[n] != decrees[n - 1])
        for n, s in enumerate(chosen)
    )
    return replace(document, judul=judul, sections=sections)


def _alone(section: Section, *, first: bool) -> Section:
    sheet = section.sheet
    if section.bagian.jenis in DECREE:
        sheet = replace(sheet, number_at="head")
    elif section.hitung:
        sheet = replace(sheet, number_at="none")
    return replace(section, sheet=sheet, restart=first, numbering="arab")
