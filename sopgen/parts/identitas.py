"""Identitas: the official two-column sheet of a SOP.

Source: PermenPAN-RB 35/2012, bagian identitas; the grid is that of practice: logo and
unit beside numbers, dates and signature, then three pairs of fields.
"""

from __future__ import annotations

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
    Space,
    Style,
    Table,
)
from sopgen.model.sop import Sop
from sopgen.parts.bahan import Bahan
from sopgen.parts.styles import (
    CATATAN,
    IDENTITAS,
    IDENTITAS_BUTIR,
    IDENTITAS_LABEL,
    landscape,
)
from sopgen.parts.tanda_tangan import Place, signature

LAMBANG = (17.0, 20.5)
#: Width of the labels "Nomor SOP" …, mm.
LABELS = 42.0
#: Room for ink on this sheet, mm.
INK = 14.0
#: Lists of more items than this stand in two columns of so many mm, unless an item is
#: longer than so many letters.
LONG_LIST, HALF, SHORT_ITEM = 8, 72.0, 70
BLANK = "(belum diisi)"
NO_KEGIATAN = "Kegiatan SOP ini belum disusun."
#: A field's name and what stands in it.
Field = tuple[str, tuple[str, ...]]
BIG = IDENTITAS.but(nama="Identitas Judul", size_pt=11, bold=True, align="center")


def compose(bahan: Bahan, bagian: Bagian, sop: Sop) -> Section:
    """Return the grid; a SOP without kegiatan says so below it."""
    sheet = landscape(bahan.buku.kertas)
    width = sheet.column[0]
    table = Table(
        columns=(width / 2, LABELS, width / 2 - LABELS),
        rows=(*_upper(bahan.buku, sop), *_lower(sop)),
        padding=(2.5, 1.4),
    )
    blocks: tuple[Block, ...] = (table,)
    if not sop.kegiatan:
        note = Paragraph((Run(sop.catatan or NO_KEGIATAN),), CATATAN)
        blocks = (table, Space(3), note)
    return bahan.section(bagian, sheet, blocks)


def _upper(buku: Buku, sop: Sop) -> tuple[Row, ...]:
    """Return the block of logo and unit beside numbers, dates, signature and title."""
    i = sop.identitas
    pairs = (
        ("Nomor SOP", sop.nomor_sop),
        ("Tanggal Pembuatan", i.tanggal_pembuatan),
        ("Tanggal Revisi", i.tanggal_revisi),
        ("Tanggal Efektif", i.tanggal_efektif),
    )
    office = Cell(_office(buku, sop), down=len(pairs) + 2, middle=True)
    first, *rest = pairs
    title = IDENTITAS.but(nama="Identitas Nama", bold=True, size_pt=10)
    pengesah = i.pengesah or buku.penandatangan
    signed = signature(pengesah, IDENTITAS.but(align="center"), Place(0), INK)
    return (
        Row((office, *_pair(*first))),
        *(Row(_pair(*pair)) for pair in rest),
        Row((_label("Disahkan oleh"), Cell(signed, middle=True))),
        Row((_label("Judul SOP"), Cell((_text(i.judul.upper(), title),), middle=True))),
    )


def _office(buku: Buku, sop: Sop) -> tuple[Block, ...]:
    k = buku.kecamatan
    lines = (
        f"PEMERINTAH KABUPATEN {k.kabupaten.upper()}",
        f"KECAMATAN {k.nama.upper()}",
    )
    unit = sop.identitas.unit.upper()
    return (
        Emblem(k.lambang, *LAMBANG),
        Space(2.5),
        *(_text(line, BIG) for line in lines),
        *((Space(2), _text(unit, BIG.but(size_pt=10))) if unit else ()),
    )


def _pair(name: str, value: str) -> tuple[Cell, Cell]:
    return _label(name), Cell((_text(f": {value}", IDENTITAS),), middle=True)


def _label(name: str) -> Cell:
    return Cell((_text(name, IDENTITAS_LABEL.but(after=0)),), middle=True)


def _lower(sop: Sop) -> tuple[Row, ...]:
    """Return the three pairs of fields."""
    i = sop.identitas
    return (
        _fields(
            ("Dasar Hukum", i.dasar_hukum),
            ("Kualifikasi Pelaksana", i.kualifikasi_pelaksana),
        ),
        _fields(
            ("Keterkaitan", i.keterkaitan), ("Peralatan / Perlengkapan", i.peralatan)
        ),
        _fields(
            ("Peringatan", i.peringatan), ("Pencatatan dan Pendataan", i.pencatatan)
        ),
    )


def _fields(left: Field, right: Field) -> Row:
    return Row((Cell(_field(*left)), Cell(_field(*right), span=2)), least=14)


def _field(name: str, texts: tuple[str, ...]) -> tuple[Block, ...]:
    head = _text(f"{name} :", IDENTITAS_LABEL)
    if len(texts) <= 1:
        return (head, _text(texts[0] if texts else BLANK, IDENTITAS_BUTIR))
    items = tuple(_item(number, text) for number, text in enumerate(texts, 1))
    if len(items) <= LONG_LIST or max(map(len, texts)) > SHORT_ITEM:
        return (head, *items)
    return (head, _halves(items))


def _halves(items: tuple[Block, ...]) -> Table:
    """Return a long list of short items in two columns, so that the sheet holds it."""
    middle = (len(items) + 1) // 2
    halves = tuple(Cell(half, borders="") for half in (items[:middle], items[middle:]))
    return Table((HALF, HALF), (Row(halves),), padding=(0, 0))


def _item(number: int, text: str) -> Paragraph:
    labels = (Label(f"{number}.", 0),)
    return Paragraph((Run(text),), IDENTITAS_BUTIR, 6, 2, labels=labels)


def _text(text: str, style: Style) -> Paragraph:
    return Paragraph((Run(text),), style)
