"""Laporan perubahan: one document of all that changed, with charts before and after.

First all that changed as lists that run on, on the book's own paper; then the charts of
SOP that are new or gone, and those before and after beside each other, on A3.  It is
printed in black and white: what is new stands out by sign and weight, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sopgen.model.bagian import BagianId
from sopgen.model.bahasa import ranges
from sopgen.model.document import (
    SUBJEK,
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    Section,
    Sheet,
    Space,
    TocLine,
)
from sopgen.model.perubahan import Perubahan, Ubah
from sopgen.parts.bagan_berdampingan import Bagan, compose_bagan
from sopgen.parts.perubahan import KEY, changes, changes_below, matrix
from sopgen.parts.styles import ANAK_BAB, BAB, CATATAN, DAFTAR, ISI, landscape

TITLE = "PERUBAHAN BUKU SOP"
BAGAN = (
    "Pada bagan: nomor, simbol, dan panah bertanda +, –, atau ~ adalah yang berubah; "
    "garisnya tebal."
)
TETAP = "Kedua buku sama artinya: tidak ada perubahan."
PLAIN = ISI.but(nama="Isi Laporan", first=0, size_pt=11, leading=1.3)
LISTED = DAFTAR.but(nama="Daftar Bagan", size_pt=10, leading=1.4)


def compose_report(perubahan: Perubahan, bagan: Sequence[Bagan]) -> Document:
    """Return the report with the charts of the SOP in which they changed.

    Those that stand beside each other come last, since they are printed on other paper.
    """
    kertas = perubahan.baru.kertas
    office = perubahan.baru.kecamatan.sebutan.lengkap
    sheet = landscape(kertas)
    ordered = sorted(bagan, key=lambda one: one.berdampingan)
    blocks = (*_overview(perubahan, sheet, office), *_listed(ordered))
    first = Section(BagianId("laporan"), sheet, blocks)
    charts = (section for one in ordered for section in compose_bagan(one))
    return Document(
        judul=f"Perubahan Buku SOP {office} {perubahan.judul}",
        penulis=office,
        subjek=SUBJEK,
        sections=(first, *charts),
        tanggal=perubahan.baru.tanggal,
    )


def _overview(perubahan: Perubahan, sheet: Sheet, office: str) -> Iterator[Block]:
    heading = Heading(1, TITLE, "laporan", listed=False)
    yield Paragraph((Run(TITLE),), BAB.but(after=1.5), heading=heading)
    name = f"{office.upper()}\nTAHUN {perubahan.judul}"
    if not perubahan.sekantor:
        name = perubahan.judul_kantor.upper()
    yield Paragraph((Run(name),), BAB.but(nama="Bab Laporan", size_pt=11, after=5))
    if perubahan.kosong:
        yield Paragraph((Run(TETAP),), PLAIN)
        return
    yield matrix(perubahan, sheet.column[0])
    yield Space(2)
    yield Paragraph((Run(f"{KEY} {BAGAN}"),), CATATAN)
    yield from _list("Buku", perubahan.buku, sheet)
    for bagian in perubahan.keputusan:
        yield from _list(f"Keputusan {bagian.nama}", bagian.ubah, sheet, bagian.macam)
    yield from _shared(perubahan, sheet)
    yield from _sop(perubahan, sheet)


def _list(
    title: str, ubah: Iterable[Ubah], sheet: Sheet, state: str = ""
) -> Iterator[Block]:
    """Yield a list of changes under its title; of what is new or gone, just that."""
    listed = tuple(ubah)
    if not listed and not state:
        return
    words = title if listed else f"{title}: {state}"
    yield Paragraph((Run(words),), ANAK_BAB, keep_next=bool(listed))
    if listed:
        yield changes(listed, sheet.column[0])


def _shared(perubahan: Perubahan, sheet: Sheet) -> Iterator[Block]:
    """Yield what many SOP have in common, such as a new date."""
    shared = perubahan.bersama
    if shared:
        yield Paragraph((Run("Beberapa SOP sekaligus"),), ANAK_BAB, keep_next=True)
        yield changes(shared, sheet.column[0])
    for one, sop in shared.items():
        numbers = ranges(s.sop.nomor for s in sop)
        words = f"{one.nama}: {len(sop)} SOP, nomor {numbers}"
        yield Paragraph((Run(words),), CATATAN.but(nama="Catatan Nomor", before=1))


def _sop(perubahan: Perubahan, sheet: Sheet) -> Iterator[Block]:
    """Yield the changes of each SOP alone, all in one list.

    Of a SOP that is new or gone its chart says all.
    """
    shared = perubahan.bersama
    own: dict[Heading, tuple[Ubah, ...]] = {}
    for one in perubahan.berubah:
        title = f"SOP {one.sop.nomor} {one.sop.nama}"
        anchor = BagianId("sop", one.sop.id).anchor
        heading = Heading(2, title, anchor, listed=False)
        own[heading] = tuple(u for u in one.ubah if u not in shared)
    told = {heading: ubah for heading, ubah in own.items() if ubah}
    if told:
        yield Paragraph((Run("SOP satu per satu"),), ANAK_BAB, keep_next=True)
        yield changes_below(told, sheet.column[0])


def _listed(bagan: Iterable[Bagan]) -> Iterator[Block]:
    """Yield on which pages the charts are."""
    lines = [TocLine(one.judul, one.anchor, LISTED) for one in bagan]
    if lines:
        yield Paragraph((Run("Bagan"),), ANAK_BAB, keep_next=True)
        yield from lines
