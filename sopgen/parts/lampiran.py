"""Lampiran: the decree's annexes, each with its header, its table, signed again.

Source: tata naskah dinas; the header block stands at the upper right in capitals, with
a Roman numeral where there are several.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.bagian import BagianId
from sopgen.model.bahasa import romawi, tanggal
from sopgen.model.buku import Bagian, Keputusan, Lampiran
from sopgen.model.document import (
    Block,
    Cell,
    Heading,
    Isian,
    Label,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Space,
    Style,
    Table,
)
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop
from sopgen.parts import isian_keputusan
from sopgen.parts.bahan import Bahan
from sopgen.parts.keputusan import TTD_PLACE, judul_jabatan, tentang
from sopgen.parts.kotak_tte import foot_note
from sopgen.parts.rangkap import Rangkap
from sopgen.parts.styles import (
    KEPUTUSAN_JUDUL,
    KEPUTUSAN_TTD,
    decree,
    decree_lying,
)
from sopgen.parts.tabel_sendiri import OwnTable
from sopgen.parts.tanda_tangan import Place
from sopgen.parts.templates import facts_of_keputusan
from sopgen.typeface import face_name, read_face

#: Left edge of the header block, and its colons behind NOMOR and TANGGAL, mm.
HEAD_X, HEAD_COLON = TTD_PLACE.indent, 22.0
COLUMNS = (12.0, 75.0, 61.0, 17.0)
#: The widest that the column of numbers gets, and what letters need beside their width.
MOST, SPARE = 76.0, 0.4
PADDING = (1.8, 1.2)
HEADINGS = ("NO.", "NAMA SOP", "NOMOR SOP", "KET.")
HEAD = KEPUTUSAN_TTD.but(nama="Kepala Lampiran", size_pt=10.5)
#: The table is set as the decree is: it is a part of it.
CELL = KEPUTUSAN_TTD.but(nama="Lampiran Tabel", size_pt=10, leading=1.2)
CELL_JUDUL = CELL.but(nama="Lampiran Tabel Judul", bold=True, align="center")
LAMPIRAN = "Lampiran"


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return each annex on pages of its own."""
    return annexes(bahan, bagian, Rangkap(bahan.keputusan(bagian)))


def annexes(bahan: Bahan, bagian: Bagian, rangkap: Rangkap) -> tuple[Section, ...]:
    """Return the annexes of a decree, or of a copy of it."""
    return tuple(_Annex(bahan, bagian, rangkap, n).section() for n in rangkap.lampiran)


@dataclass(frozen=True, slots=True)
class _Annex:
    """One annex of a decree or copy, by its number from 0."""

    bahan: Bahan
    bagian: Bagian
    rangkap: Rangkap
    urut: int

    @property
    def keputusan(self) -> Keputusan:
        """Return its decree."""
        return self.rangkap.keputusan

    @property
    def lampiran(self) -> Lampiran:
        """Return what the spec says of it."""
        return self.keputusan.lampiran[self.urut]

    @property
    def angka(self) -> str:
        """Return its numeral, nothing where there is but one."""
        return romawi(self.urut + 1) if len(self.keputusan.lampiran) > 1 else ""

    def section(self) -> Section:
        """Return header, title, table and signature."""
        bahan, keputusan = self.bahan, self.keputusan
        title = bahan.lines(self.lampiran.judul) or bahan.lines(keputusan.judul)
        strong = KEPUTUSAN_JUDUL.but(bold=True)
        table, sheet = self._table(), decree(bahan.buku.kertas)
        if isinstance(table, OwnTable):
            if table.least > sheet.column[0]:
                sheet = decree_lying(bahan.buku.kertas)
            table = table.table(sheet.column[0])
        spare = sheet.column[0] - decree(bahan.buku.kertas).column[0]
        blocks: tuple[Block, ...] = (
            *self.rangkap.head(),
            *self._header(HEAD_X + spare),
            Space(7),
            *(Paragraph((Run(line),), strong, keep_next=True) for line in title),
            Space(3.5),
            table,
            Space(8),
            *self._signed(Place(TTD_PLACE.indent + spare), sheet),
        )
        return bahan.section(self.bagian, sheet, blocks, keputusan.status)

    def _signed(self, place: Place, sheet: Sheet) -> Iterator[Block]:
        """Yield the signature block; electronically it is signed with its decree."""
        buku = self.bahan.buku
        decree_id = BagianId("keputusan", self.keputusan.id)
        alone = all(one.id != decree_id for one in buku.susunan)
        first = self.urut == self.rangkap.lampiran[0]
        ruang = self.rangkap.room(self._ruang(), buku, bertanda=alone and first)
        note = foot_note(ruang, sheet)
        yield from self.rangkap.signed(place, ruang, note, tempat=self._tempat)

    def _header(self, x: float) -> Iterator[Block]:
        bahan, keputusan = self.bahan, self.keputusan
        lines = {
            "nomor": ("NOMOR", keputusan.nomor),
            "tanggal": ("TANGGAL", tanggal(keputusan.tanggal)),
            "tentang": ("TENTANG", tentang(bahan, keputusan).upper()),
        }
        name = Run(f"{LAMPIRAN} {self.angka}".strip().upper())
        yield Paragraph((name,), HEAD, x, heading=self._heading())
        yield Paragraph((Run(judul_jabatan(bahan)),), HEAD, x, keep_next=True)
        for one in self.lampiran.kepala:
            line = _pair(*lines[one], x)
            yield replace(line, isian=self._isian(one))

    @property
    def _tempat(self) -> str:
        """Return what its fields are called, beside those of the decree."""
        return f"lampiran-{self.urut + 1}"

    def _isian(self, baris: str) -> Isian | None:
        """Return what staff fill in on a line of its header; of a copy nothing."""
        make = {"nomor": isian_keputusan.nomor, "tanggal": isian_keputusan.hari}
        if self.rangkap.jenis or baris not in make:
            return None
        return make[baris](self.keputusan, self._tempat)

    def _heading(self) -> Heading:
        """Return its line in the daftar isi, if wanted, and its place for links."""
        bagian = self.bagian
        wanted = "" if bagian.judul in ("", "-") else bagian.judul
        listed = bool(wanted) and not self.rangkap.jenis
        text = wanted if listed else "Lampiran Keputusan"
        anchor = bagian.id.anchor
        if self.rangkap.jenis:
            anchor = f"{anchor}-lampiran"
        return Heading(2, self._numbered(text), f"{anchor}{self._tail()}", "", listed)

    def _ruang(self) -> str:
        """Return the name of the room for its signature."""
        nth = f"_{self.urut + 1}" if self.urut else ""
        if self.rangkap.jenis:
            return f"{self.rangkap.ruang}_lampiran{nth}"
        return f"lampiran-{self.keputusan.id}{nth}"

    def _tail(self) -> str:
        return f"-{self.urut + 1}" if self.urut else ""

    def _numbered(self, text: str) -> str:
        """Return a title with the numeral in it: ``Lampiran II Keputusan …``."""
        if not self.angka:
            return text
        if text.startswith(LAMPIRAN):
            return f"{LAMPIRAN} {self.angka}{text.removeprefix(LAMPIRAN)}"
        return f"{text}, {LAMPIRAN} {self.angka}"

    def _table(self) -> Table | OwnTable:
        if not self.lampiran.bertabel:
            return _table(self.bahan, self.lampiran)
        own = self.bahan.templates.about(facts_of_keputusan(self.keputusan))
        heads = [own.fill(one) for one in self.lampiran.kolom]
        rows = [[own.fill(one) for one in row] for row in self.lampiran.baris]
        return OwnTable(heads, rows, (CELL_JUDUL, CELL))


def _pair(name: str, value: str, left: float) -> Paragraph:
    labels = (Label(name, left), Label(":", left + HEAD_COLON))
    x = left + HEAD_COLON + 3.5
    return Paragraph((Run(value),), HEAD, x, labels=labels, keep_next=True)


def _table(bahan: Bahan, lampiran: Lampiran) -> Table:
    head = Row(tuple(_cell(text, CELL_JUDUL) for text in HEADINGS), 8)
    small = CELL.but(nama="Lampiran Nomor Kolom", size_pt=8.5, align="center")
    numbers = Row(tuple(_cell(str(n), small) for n in range(1, len(HEADINGS) + 1)))
    rows = _rows(bahan, lampiran)
    return Table(_columns(bahan), (head, numbers, *rows), header=2, padding=PADDING)


def _columns(bahan: Bahan) -> tuple[float, ...]:
    """Return the widths of the columns; long numbers get room from the names."""
    first, nama, nomor, last = COLUMNS
    face = read_face(face_name(CELL.font))
    widest = max(
        (face.width(s.nomor_sop, CELL.size_pt) for s in bahan.buku.sop), default=0
    )
    more = min(max(widest + 2 * PADDING[0] + SPARE - nomor, 0), MOST - nomor)
    return (first, nama - more, nomor + more, last)


def _rows(bahan: Bahan, lampiran: Lampiran) -> Iterator[Row]:
    """Yield a row for each SOP; in a book by seksi one before those of each."""
    strong = CELL.but(nama="Lampiran Tabel Seksi", bold=True)
    for seksi, every in bahan.buku.per_seksi:
        if seksi:
            cell = replace(_cell(seksi.judul.upper(), strong), span=len(COLUMNS))
            yield Row((cell,), least=7.5, keep_next=True)
        yield from (_row(bahan, lampiran, sop) for sop in every)


def _row(bahan: Bahan, lampiran: Lampiran, sop: Sop) -> Row:
    nama = bahan.nama_sop(sop, "lampiran", lampiran.sebutan.get(sop.id, ""))
    centred = CELL.but(align="center")
    return Row(
        (
            _cell(f"{sop.nomor}.", centred),
            _cell(nama, CELL),
            _cell(sop.nomor_sop, centred),
            _cell("", CELL),
        ),
        least=7.5,
    )


def _cell(text: str, style: Style) -> Cell:
    return Cell((Paragraph((Run(text),), style),), middle=True)
