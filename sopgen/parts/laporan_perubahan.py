"""Laporan perubahan: one document of all that changed, with charts before and after.

It is printed in black and white: what is new stands out by sign and weight, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopgen.model.bagian import BagianId
from sopgen.model.chart import Chart
from sopgen.model.document import (
    Block,
    ChartFigure,
    Document,
    Heading,
    Paragraph,
    Run,
    Section,
    Sheet,
    Space,
)
from sopgen.model.perubahan import Perubahan, Ubah, UbahSop, ranges
from sopgen.parts.perubahan import KEY, changes, matrix
from sopgen.parts.styles import ANAK_BAB, BAB, CATATAN, ISI, landscape

TITLE = "PERUBAHAN BUKU SOP"
BAGAN = (
    "Pada bagan: kegiatan bertanda +, –, atau ~ dan garis tebal adalah yang berubah."
)
TETAP = "Kedua buku sama artinya: tidak ada perubahan."
PLAIN = ISI.but(nama="Isi Laporan", first=0, size_pt=11, leading=1.3)


@dataclass(frozen=True, slots=True)
class Bagan:
    """The charts of a SOP, its changes marked: before and after, where there are."""

    lama: Chart | None
    baru: Chart | None


def compose_report(perubahan: Perubahan, bagan: Mapping[str, Bagan]) -> Document:
    """Return the report; ``bagan`` are the charts by the codes of the SOP."""
    k = perubahan.baru.kecamatan
    office = f"Kecamatan {k.nama} Kabupaten {k.kabupaten}"
    sheet = landscape(perubahan.baru.kertas)
    sections = [
        Section(BagianId("laporan"), sheet, tuple(_overview(perubahan, sheet, office)))
    ]
    shared = perubahan.bersama
    for one in perubahan.berubah:
        own = [u for u in one.ubah if u not in shared]
        sections += _sop(one, own, bagan.get(one.sop.id, Bagan(None, None)), sheet)
    return Document(
        judul=f"Perubahan Buku SOP {office} {perubahan.judul}",
        penulis=office,
        subjek="Standar Operasional Prosedur Administrasi Pemerintahan",
        sections=tuple(sections),
    )


def _overview(perubahan: Perubahan, sheet: Sheet, office: str) -> Iterator[Block]:
    heading = Heading(1, TITLE, "laporan")
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


def _sop(
    one: UbahSop, own: list[Ubah], bagan: Bagan, sheet: Sheet
) -> Iterator[Section]:
    """Yield the list of a SOP's changes, then its charts where they differ.

    Of a SOP that is new or gone the chart alone says all.
    """
    name = BagianId("sop", one.sop.id)
    if own:
        title = f"SOP {one.sop.nomor} {one.sop.nama}"
        heading = Heading(1, title, name.anchor)
        head = Paragraph((Run(title),), ANAK_BAB, heading=heading)
        yield Section(name, sheet, (head, changes(own, sheet.column[0])))
    for chart in (bagan.lama, bagan.baru):
        for number in range(len(chart.pages) if chart else 0):
            assert chart is not None
            yield Section(name, sheet, (ChartFigure(chart, number),))
