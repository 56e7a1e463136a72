"""Riwayat: for each SOP its dates in every year that is known, and what changed."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.buku import Bagian
from sopgen.model.document import (
    Block,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    kept_ends,
)
from sopgen.model.perubahan import Ubah, UbahSop
from sopgen.model.sop import Sop
from sopgen.parts.bahan import Bahan, heading_text
from sopgen.parts.matriks_perubahan import UNKNOWN
from sopgen.parts.perubahan import (
    KECIL,
    KECIL_JUDUL,
    TANGGAL,
    TENGAH,
    cell,
    keadaan,
    kelompok,
)
from sopgen.parts.styles import ANAK_BAB, BAB, ISI, portrait

TITLE = "RIWAYAT PERUBAHAN SOP"
HEADS = ("Buku", "Pembuatan", "Revisi", "Efektif", "Yang berubah")
#: Widths in mm of all columns but the last.
COLUMNS = (12.0, 28.5, 28.5, 28.5)
#: So many changes of one respect are told by themselves, more are counted.
MOST = 4
FIRST = "tahun pertama dalam arsip"


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return a table for each SOP; without an earlier year it says so."""
    sheet = portrait(bahan.buku.kertas)
    heading = Heading(1, heading_text(bagian, TITLE), "riwayat")
    title = Paragraph((Run(TITLE),), BAB, heading=heading)
    blocks: tuple[Block, ...] = (Paragraph((Run(UNKNOWN),), ISI.but(first=0)),)
    if bahan.riwayat:
        blocks = tuple(
            block
            for sop in bahan.buku.sop
            for block in _sop(bahan, sop, sheet.column[0])
        )
    return (bahan.section(bagian, sheet, (title, *blocks)),)


def _sop(bahan: Bahan, sop: Sop, width: float) -> Iterator[Block]:
    name = Run(f"{sop.nomor}. {sop.nama}")
    yield Paragraph(
        (name,), ANAK_BAB.but(nama="Riwayat SOP", size_pt=10), keep_next=True
    )
    head = Row(tuple(cell(text, KECIL_JUDUL) for text in HEADS), 7)
    columns = (*COLUMNS, width - sum(COLUMNS))
    rows = kept_ends(_years(bahan, sop))
    yield Table(columns, (head, *rows), header=1, padding=(1.2, 0.9))


def _years(bahan: Bahan, sop: Sop) -> Iterator[Row]:
    """Yield a row for each year, the newest first, down to the first that is known."""
    first: tuple[int, Sop] | None = None
    for year, one in bahan.figures.riwayat.sop(sop.id):
        before = next(p.lama.tahun for p in bahan.riwayat if p.baru.tahun == year)
        yield _row(year, one.sop, what_changed(one))
        first = (before, one.lama) if one.lama else None
    if first:
        yield _row(*first, FIRST)


def _row(year: int, sop: Sop, words: str) -> Row:
    i = sop.identitas
    dates = (i.tanggal_pembuatan, i.tanggal_revisi, i.tanggal_efektif)
    shown = (cell(one.cetak or "-", TENGAH) for one in dates)
    return Row((cell(str(year), TENGAH), *shown, cell(words, KECIL)))


def what_changed(one: UbahSop) -> str:
    """Return what became of a SOP in one year, respect by respect.

    The dates themselves stand beside it; where nothing else changed, it says what the
    matrix says.
    """
    groups: dict[str, list[Ubah]] = {}
    for ubah in one.ubah:
        groups.setdefault(kelompok(ubah), []).append(ubah)
    lines = [_told(name, own) for name, own in groups.items() if name != TANGGAL]
    return "\n".join(lines) or keadaan(one)


def _told(name: str, own: list[Ubah]) -> str:
    if len(own) > MOST:
        return f"{name}: {len(own)} perubahan"
    return "\n".join(f"{one.macam.tanda} {_pada(one)}{one.kalimat}" for one in own)


def _pada(one: Ubah) -> str:
    """Return what a change belongs to, before a colon."""
    return f"{one.pada.rstrip(' ;.')}: " if one.pada else ""
