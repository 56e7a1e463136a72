"""Lampiran: the decree's annex, the table of SOP with their numbers, signed again.

Source: tata naskah dinas; the header block stands at the upper right in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Bagian, Keputusan, Lampiran
from sopgen.model.document import (
    Block,
    Cell,
    Heading,
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
from sopgen.parts.keputusan import TTD_PLACE, judul_jabatan, tentang
from sopgen.parts.styles import (
    KEPUTUSAN_JUDUL,
    KEPUTUSAN_TTD,
    decree,
)
from sopgen.parts.tanda_tangan import sign
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


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return header, title, table and signature."""
    keputusan = bahan.keputusan(bagian)
    lampiran = keputusan.lampiran
    if lampiran is None:
        return ()
    title = bahan.lines(lampiran.judul) or bahan.lines(keputusan.judul)
    strong = KEPUTUSAN_JUDUL.but(bold=True)
    blocks: tuple[Block, ...] = (
        *_header(bahan, bagian, keputusan),
        Space(7),
        *(Paragraph((Run(line),), strong, keep_next=True) for line in title),
        Space(3.5),
        _table(bahan, lampiran),
        Space(8),
        sign(keputusan.penandatangan, KEPUTUSAN_TTD, TTD_PLACE),
    )
    return (bahan.section(bagian, decree(bahan.buku.kertas), blocks, keputusan.status),)


def _header(bahan: Bahan, bagian: Bagian, keputusan: Keputusan) -> Iterator[Block]:
    text = "" if bagian.judul == "-" else bagian.judul
    listed = bool(text)
    heading = Heading(2, text or "Lampiran Keputusan", bagian.id.anchor, "", listed)
    lines = {
        "nomor": ("NOMOR", keputusan.nomor),
        "tanggal": ("TANGGAL", tanggal(keputusan.tanggal)),
        "tentang": ("TENTANG", tentang(bahan, keputusan).upper()),
    }
    yield Paragraph((Run("LAMPIRAN"),), HEAD, HEAD_X, heading=heading)
    yield Paragraph((Run(judul_jabatan(bahan)),), HEAD, HEAD_X, keep_next=True)
    for name in keputusan.lampiran.kepala if keputusan.lampiran else ():
        yield _pair(*lines[name], HEAD)


def _pair(name: str, value: str, style: Style) -> Paragraph:
    labels = (Label(name, HEAD_X), Label(":", HEAD_X + HEAD_COLON))
    x = HEAD_X + HEAD_COLON + 3.5
    return Paragraph((Run(value),), style, x, labels=labels, keep_next=True)


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
