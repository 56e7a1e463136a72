"""What changed, in tables: which SOP in what respect, and each change old → new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sopgen.model.document import (
    Cell,
    Heading,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    kept_ends,
)
from sopgen.model.perubahan import KOSONG, Macam, Perubahan, Ubah, UbahSop, pendek
from sopgen.parts.styles import TABEL, TABEL_JUDUL

TANGGAL = "Tanggal"
#: In which respect a SOP changed, by the fields that tell it.
KELOMPOK: Mapping[str, tuple[str, ...]] = {
    "Nama dan nomor": (
        "nama", "nama_pendek", "judul", "judul_sampul", "judul_prosedur", "nomor_sop",
    ),
    TANGGAL: ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"),
    "Dasar hukum": ("dasar_hukum",),
    "Pelaksana": ("pelaksana", "kelompok"),
    "Kegiatan": (
        "kegiatan", "uraian", "keterangan", "simbol", "teks_simbol", "simbol_tambahan",
    ),
    "Mutu baku": (
        "kelengkapan", "waktu", "output", "mutu_baku", "kolom", "jumlah_waktu",
    ),
    "Alur": ("alur",),
}  # fmt: skip
LAIN = "Identitas lain"
SIGNS = tuple(
    dict.fromkeys(one.tanda for one in (Macam.BARU, Macam.HILANG, Macam.UBAH))
)
KEY = "+ baru, – dihapus, ~ diubah atau dipindah; angka = banyaknya perubahan."

KECIL = TABEL.but(nama="Tabel Perubahan", size_pt=9)
KECIL_JUDUL = TABEL_JUDUL.but(nama="Tabel Perubahan Judul", size_pt=9)
TEBAL = KECIL.but(nama="Tabel Perubahan Nama", size_pt=10)
TENGAH = KECIL.but(nama="Tabel Perubahan Tengah", align="center")
#: Widths in mm: number, name, what became of it, then each respect.
MATRIX = (10.0, 96.0, 23.0)
#: So many letters of a text that is new or gone are shown on the page.
UTUH = 1200
#: Widths of a list of changes as shares of the column: sign, field, old, new.
LIST = (0.04, 0.26, 0.35, 0.35)


def kelompok(ubah: Ubah) -> str:
    """Return in which respect a change is one."""
    if ubah.isian == "nomor":
        return "Kegiatan" if ubah.titik else "Nama dan nomor"
    known = next((name for name, own in KELOMPOK.items() if ubah.isian in own), "")
    return known or ("Mutu baku" if ubah.titik else LAIN)


def keadaan(one: UbahSop) -> str:
    """Return what became of a SOP as every part says it.

    New dates alone, such as that of a new decree, are told apart.
    """
    if one.ubah and {*map(kelompok, one.ubah)} == {TANGGAL}:
        return "tanggal saja"
    return one.keadaan


def matrix(perubahan: Perubahan, width: float) -> Table:
    """Return the table of all SOP and in what respect each of them changed."""
    heads = (*KELOMPOK, LAIN)
    rest = (width - sum(MATRIX)) / len(heads)
    titles = ("No.", "Nama SOP", "Keadaan", *heads)
    head = Row(tuple(cell(text, KECIL_JUDUL) for text in titles), 9)
    rows = (_sop(one, heads) for one in perubahan.sop)
    columns = (*MATRIX, *(rest for _ in heads))
    return Table(columns, (head, *kept_ends(rows)), header=1, padding=(1.2, 0.9))


def _sop(one: UbahSop, heads: tuple[str, ...]) -> Row:
    state = keadaan(one)
    counts = {name: Counter[str]() for name in heads}
    for ubah in one.ubah:
        counts[kelompok(ubah)][ubah.macam.tanda] += 1
    marks = [
        " ".join(f"{sign}{count[sign]}" for sign in SIGNS if count[sign])
        for count in counts.values()
    ]
    number = str(one.baru.nomor) if one.baru else "–"
    return Row(
        (
            cell(number, TENGAH),
            cell(one.sop.nama, KECIL),
            cell(state, TENGAH, bold=state not in ("tetap", "tanggal saja")),
            *(cell(mark, TENGAH, bold=True) for mark in marks),
        ),
        6.5,
    )


def changes(ubah: Iterable[Ubah], width: float) -> Table:
    """Return the list of changes: sign, field, before, after; what is new is bold."""
    return _list(kept_ends(_rows(ubah)), width)


def changes_below(headings: Mapping[Heading, Iterable[Ubah]], width: float) -> Table:
    """Return one list of the changes of several things, each below its heading."""
    rows: list[Row] = []
    for heading, ubah in headings.items():
        name = Paragraph((Run(heading.text, bold=True),), TEBAL, heading=heading)
        title = Cell((name,), len(LIST), middle=True)
        rows.append(Row((title,), 7, keep_next=True))
        rows += kept_ends(_rows(ubah))
    return _list(rows, width)


def _list(rows: Iterable[Row], width: float) -> Table:
    titles = ("", "Bagian", "Semula", "Menjadi")
    head = Row(tuple(cell(text, KECIL_JUDUL) for text in titles), 7)
    columns = tuple(width * share for share in LIST)
    return Table(columns, (head, *rows), header=1, padding=(1.2, 0.9))


def _rows(ubah: Iterable[Ubah]) -> Iterator[Row]:
    for one in ubah:
        lama, baru = pendek(one.lama, one.baru, UTUH)
        if one.macam is Macam.UBAH:
            lama, baru = lama or KOSONG, baru or KOSONG
        yield Row(
            (
                cell(one.macam.tanda, TENGAH, bold=True),
                cell(_where(one), KECIL),
                cell(lama, KECIL),
                cell(baru, KECIL, bold=True),
            )
        )


def _where(one: Ubah) -> str:
    state = "" if one.macam is Macam.UBAH else f" {one.macam.value}"
    field = f"{one.nama}{state}"
    field = f"{field[:1].upper()}{field[1:]}"
    return f"{field}\n{one.pada}" if one.pada else field


def cell(text: str, style: Style, *, bold: bool = False) -> Cell:
    """Return a cell with a text."""
    return Cell((Paragraph((Run(text, bold=bold),), style),), middle=True)
