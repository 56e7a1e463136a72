"""Identitas: the official two-column sheet of a SOP.

Source: PermenPAN-RB 35/2012, bagian identitas; the grid is that of practice: logo and
unit beside numbers, dates and signature, then three pairs of fields.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sopgen.model.buku import Bagian, Buku
from sopgen.model.document import (
    Block,
    Cell,
    Emblem,
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
from sopgen.model.gaya import runs_of, unmarked
from sopgen.model.naskah import Alinea
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop, Status
from sopgen.model.tte import Dokumen
from sopgen.parts.bahan import Bahan
from sopgen.parts.kop import office_lines
from sopgen.parts.kotak_tte import Kotak, Ruang, foot_note
from sopgen.parts.styles import CATATAN, IDENTITAS, landscape
from sopgen.parts.tanda_tangan import INK, Place, signature
from sopgen.parts.unsur import Tata, blocks_of, listed

LAMBANG = (17.0, 20.5)
#: Width of the labels "Nomor SOP", "Tanggal Pembuatan" and so on, mm.
LABELS = 42.0
#: Room at the sides of a cell, above and below, mm.
PADDING = (2.5, 1.4)
#: Where the text of an item begins, how far in a list inside it stands, and the room at
#: its right, mm.
ITEM_X, ITEM_HANG, ITEM_RIGHT = 6.0, 6.0, 2.0
#: Lists of more items than this stand in two columns of so many mm, unless an item is
#: longer than so many letters.
LONG_LIST, HALF, SHORT_ITEM = 8, 72.0, 70
#: What stands in an empty field: of a draft, and of a SOP in force.
BLANK = {Status.DRAF: "(belum diisi)", Status.BERLAKU: "-"}
NO_KEGIATAN = "Kegiatan SOP ini belum disusun."
#: Sizes of type that are tried until the sheet holds everything, with room for
#: signature and stamp, mm; the fullest sheets have room for a signature alone.
TRIES = ((9.0, INK), (8.5, INK), (8.0, INK), (7.5, INK), (7.5, 14.0))


class Field(NamedTuple):
    """A field's name, and the items that stand in it."""

    name: str
    texts: tuple[str, ...]


def compose(bahan: Bahan, bagian: Bagian, sop: Sop) -> Section:
    """Return the grid; a SOP without kegiatan says so below it."""
    sheet = landscape(bahan.buku.kertas)
    first, *smaller = (
        partial(Grid(bahan.buku, sop, size_pt, ink).blocks, sheet)
        for size_pt, ink in TRIES
    )
    section = bahan.section(bagian, sheet, first(), sop.status)
    return replace(section, smaller=tuple(smaller))


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet in one size of type, with so much room for ink."""

    buku: Buku
    sop: Sop
    size_pt: float
    ink: float = INK

    @property
    def style(self) -> Style:
        """Return the style of the sheet's text."""
        return IDENTITAS.but(nama=f"Identitas {self.size_pt:g}", size_pt=self.size_pt)

    @property
    def strong(self) -> Style:
        """Return the style of the fields' names."""
        nama = f"Identitas Label {self.size_pt:g}"
        return self.style.but(nama=nama, bold=True)

    def centred(self, more_pt: float, *, bold: bool) -> Style:
        """Return a centred style, larger than the text by more_pt."""
        size_pt = self.size_pt + more_pt
        weight = "Tebal" if bold else "Tengah"
        nama = f"Identitas {weight} {size_pt:g}"
        return self.style.but(nama=nama, size_pt=size_pt, bold=bold, align="center")

    def _room(self) -> Ruang:
        """Return the room for the signature."""
        sop, nama = self.sop, f"sop-{self.sop.id}"
        if not self.buku.elektronik(sop):
            return nama
        dokumen = Dokumen(nama, self.buku.tahun, sop.nomor_sop)
        return Kotak(nama, self.buku.tte, dokumen)

    def blocks(self, sheet: Sheet) -> tuple[Block, ...]:
        """Return the table, and the line for a SOP without kegiatan."""
        width = sheet.column[0]
        foot = foot_note(self._room(), sheet)
        table = Table(
            columns=(width / 2, LABELS, width / 2 - LABELS),
            rows=(*self._upper(), *self._lower(width / 2 - 2 * PADDING[0])),
            padding=PADDING,
            fill=True,
        )
        if self.sop.kegiatan:
            return (*foot, table)
        note = Paragraph(runs_of(self.sop.catatan or NO_KEGIATAN), CATATAN)
        return (*foot, table, Space(3), note)

    def _upper(self) -> tuple[Row, ...]:
        """Return logo and unit beside numbers, dates, signature and title."""
        i = self.sop.identitas
        pairs = (
            ("Nomor SOP", self.sop.nomor_sop),
            ("Tanggal Pembuatan", i.tanggal_pembuatan.cetak),
            ("Tanggal Revisi", i.tanggal_revisi.cetak),
            ("Tanggal Efektif", i.tanggal_efektif.cetak),
        )
        office = Cell(self._office(), down=len(pairs) + 2, middle=True)
        first, *rest = pairs
        nama = f"Identitas Nama {self.size_pt + 1:g}"
        title = self.style.but(nama=nama, bold=True, size_pt=self.size_pt + 1)
        signed = signature(
            i.pengesah or self.buku.penandatangan,
            self.centred(0, bold=False),
            Place(0),
            self._room(),
            self.ink,
        )
        judul = _text(i.judul.upper(), title)
        return (
            Row((office, *self._pair(*first))),
            *(Row(self._pair(*pair)) for pair in rest),
            Row((self._label("Disahkan oleh"), Cell(signed, middle=True))),
            Row((self._label("Judul SOP"), Cell((judul,), middle=True))),
        )

    def _office(self) -> tuple[Block, ...]:
        k = self.buku.kecamatan
        unit = self.sop.identitas.unit.upper()
        big, small = self.centred(2, bold=True), self.centred(1, bold=True)
        return (
            Emblem(k.lambang, *LAMBANG),
            Space(2.5),
            *(_text(line, big) for line in office_lines(k)),
            *((Space(2), _text(unit, small)) if unit else ()),
        )

    def _pair(self, name: str, value: str) -> tuple[Cell, Cell]:
        text = _text(f": {value or BLANK[self.sop.status]}", self.style)
        return self._label(name), Cell((text,), middle=True)

    def _label(self, name: str) -> Cell:
        return Cell((_text(name, self.strong),), middle=True)

    def _lower(self, room: float) -> tuple[Row, ...]:
        """Return the three pairs of fields."""
        i = self.sop.identitas
        pairs: tuple[tuple[Field, Field], ...] = (
            (
                Field("Dasar Hukum", tuple(d.isi for d in i.dasar_hukum)),
                Field("Kualifikasi Pelaksana", i.kualifikasi_pelaksana),
            ),
            (
                Field("Keterkaitan", i.keterkaitan),
                Field("Peralatan / Perlengkapan", i.peralatan),
            ),
            (
                Field("Peringatan", i.peringatan),
                Field("Pencatatan dan Pendataan", i.pencatatan),
            ),
        )
        return tuple(
            Row((Cell(self._field(left, room)), Cell(self._field(right, room), span=2)))
            for left, right in pairs
        )

    def _field(self, field: Field, room: float) -> tuple[Block, ...]:
        """Return a field's name and its items, in a cell with so many mm of room."""
        name, texts = field
        head = _text(
            f"{name} :", self.strong.but(nama=f"{self.strong.nama} Atas", after=0.5)
        )
        if len(texts) <= 1:
            text = texts[0] if texts else BLANK[self.sop.status]
            tata = self._tata(self.style, room, 0)
            return (head, *blocks_of(listed(text) or (Alinea(text),), tata))
        items = tuple(
            self._item(number, text, room) for number, text in enumerate(texts, 1)
        )
        long = max(len(unmarked(t)) for t in texts) > SHORT_ITEM or any(
            map(listed, texts)
        )
        blocks = tuple(block for item in items for block in item)
        if len(items) <= LONG_LIST or long:
            return (head, *blocks)
        return (head, _halves(blocks))

    def _item(self, number: int, text: str, room: float) -> tuple[Block, ...]:
        style = self.style.but(nama=f"{self.style.nama} Butir", after=0.3)
        tata = self._tata(style, room, ITEM_X)
        labels = (Label(f"{number}.", 0),)
        return tuple(blocks_of(listed(text) or (Alinea(text),), tata, labels))

    def _tata(self, style: Style, room: float, x: float) -> Tata:
        """Return how texts are set that begin x mm from the left."""
        return Tata(
            style,
            style,
            room,
            x,
            ITEM_HANG,
            ITEM_RIGHT if x else 0,
            level=int(bool(x)),
            sel=style,
            kepala=style.but(nama=f"{style.nama} Kepala", bold=True, align="center"),
        )


def _halves(items: tuple[Block, ...]) -> Table:
    """Return a long list of short items in two columns, so that the sheet holds it."""
    middle = (len(items) + 1) // 2
    halves = tuple(Cell(half, borders="") for half in (items[:middle], items[middle:]))
    return Table((HALF, HALF), (Row(halves),), padding=(0, 0))


def _text(text: str, style: Style) -> Paragraph:
    return Paragraph((Run(text),), style)
