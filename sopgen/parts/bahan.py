"""What every part is made from: the book, its charts, its symbols, its templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from sopgen.model.bahasa import huruf
from sopgen.model.buku import Bagian, Buku, Keputusan
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Teks
from sopgen.model.document import Block, Drawing, Section, Sheet
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Perubahan, Riwayat
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop, Status
from sopgen.parts.awalan_sop import prefixed
from sopgen.parts.naskah import chapter
from sopgen.parts.styles import portrait
from sopgen.parts.templates import Templates

DRAF = "DRAF"
#: So many entries can have a letter each.
HURUF = 26


@dataclass(frozen=True, slots=True)
class Figures:
    """What was made for the book: charts by SOP id, and the map if it is wanted.

    ``riwayat`` is what changed since the earlier years that are known.  ``hanya`` are
    the ids of the SOP that are wanted, if not all.
    """

    charts: Mapping[str, Chart]
    peta: Drawing | None = None
    riwayat: Riwayat = field(default_factory=Riwayat)
    hanya: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Bahan:
    """The material of the parts."""

    buku: Buku
    figures: Figures
    symbols: Symbols
    templates: Templates

    @property
    def riwayat(self) -> tuple[Perubahan, ...]:
        """Return what changed since each earlier year that is known, newest first."""
        return self.figures.riwayat.perubahan

    def fill(self, teks: Teks) -> str:
        """Return a text of the spec filled in."""
        return self.templates.fill(teks)

    def lines(self, teks: Teks) -> tuple[str, ...]:
        """Return the lines of a title."""
        return tuple(
            line.strip() for line in self.fill(teks).splitlines() if line.strip()
        )

    def chapter(self, nama: str, anchor: str = "") -> tuple[Block, ...]:
        """Return the blocks of a running chapter, its text filled in."""
        naskah = self.buku.naskah.get(nama)
        text = self.fill(naskah.teks) if naskah else ""
        width = portrait(self.buku.kertas).column[0]
        return chapter(text, anchor or nama, width, self.buku.gambar)

    def keputusan(self, bagian: Bagian) -> Keputusan:
        """Return the decree that a part is about."""
        return next(k for k in self.buku.keputusan if k.id == bagian.keputusan)

    def nama_sop(self, sop: Sop, place: str, nama: str = "") -> str:
        """Return a SOP's name as a place prints it, with "SOP" before it or not."""
        nama = nama or (sop.nama_pendek if place == "daftar_isi" else sop.nama)
        return prefixed(nama) if place in self.buku.awalan_sop else nama

    def tanda(self, number: int) -> str:
        """Return the mark of a SOP in lists: a letter, or a number where Z is passed.

        All SOP of a book are marked alike.
        """
        last = max(len(self.buku.sop), *(sop.nomor for sop in self.buku.sop), 0)
        return f"{huruf(number) if last <= HURUF else number}."

    def section(
        self,
        bagian: Bagian,
        sheet: Sheet,
        blocks: tuple[Block, ...],
        status: Status = Status.BERLAKU,
    ) -> Section:
        """Return a section of a part, with its page numbers; drafts carry the mark.

        Covers are not counted among the sheets of a SOP.
        """
        mark = DRAF if Status.DRAF in (status, self.buku.status) else ""
        hitung = bagian.per_sop and not sheet.framed
        return Section(
            bagian.id, sheet, blocks, bagian.numbering, mark=mark, hitung=hitung
        )


def heading_text(bagian: Bagian, default: str) -> str:
    """Return a part's line in the daftar isi, or nothing where it wants none."""
    return "" if bagian.judul == "-" else bagian.judul or default
