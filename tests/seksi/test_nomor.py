"""The numbers of the SOP of a book that is ordered by seksi, and their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.diagnostic import Source, Span
from sopgen.model.seksi import Seksi
from tests.seksi.kantor import POLA, TANPA_DAFTAR, Ganti, read_seksi

PER_SEKSI = [
    "01/SOP-Kesra/TB/2026", "02/SOP-Kesra/TB/2026", "01/SOP-Eko/TB/2026",
    "01/SOP-Subbagian Umum/TB/2026", "02/SOP-Subbagian Umum/TB/2026",
]  # fmt: skip
#: What is changed, and the numbers that are printed then.
ROWS: tuple[tuple[str, tuple[Ganti, ...], list[str]], ...] = (
    ("each seksi counts", (), PER_SEKSI),
    ("without a list the names stand for themselves", (TANPA_DAFTAR,), [
        "01/SOP-Kesejahteraan Rakyat/TB/2026", "01/SOP-kesra/TB/2026",
        "01/SOP-perekonomian/TB/2026",
        "01/SOP-Subbagian Umum/TB/2026", "02/SOP-Subbagian Umum/TB/2026"]),
    ("the number in the book", ((POLA, '"{nomor_buku:03}-{seksi}-{nomor}"'),), [
        "001-Kesra-1", "002-Kesra-2", "003-Eko-1", "004-Subbagian Umum-1",
        "005-Subbagian Umum-2"]),
    ("Roman numbers",
     ((POLA, '"TB/{seksi}-SOP/{nomor:romawi}/{nomor_buku:romawi}"'),), [
        "TB/Kesra-SOP/I/I", "TB/Kesra-SOP/II/II", "TB/Eko-SOP/I/III",
        "TB/Subbagian Umum-SOP/I/IV", "TB/Subbagian Umum-SOP/II/V"]),
    ("a pattern without seksi counts on", ((POLA, '"{nomor:02}/TB"'),),
     ["01/TB", "02/TB", "03/TB", "04/TB", "05/TB"]),
    ("a number of its own", (("seksi: kesra", "seksi: kesra, nomor_sop: 38/SOP-K/09"),),
     [PER_SEKSI[0], "38/SOP-K/09", *PER_SEKSI[2:]]),
    ("fields in a number of its own",
     (("seksi: kesra", 'seksi: kesra, nomor_sop: "7a/{seksi}/{tahun}"'),),
     [PER_SEKSI[0], "7a/Kesra/2026", *PER_SEKSI[2:]]),
    ("a place in its seksi", (("id: panti,", "id: panti, nomor: 12,"),),
     [PER_SEKSI[0], "12/SOP-Kesra/TB/2026", *PER_SEKSI[2:]]),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_numbers_are(
    row: tuple[str, tuple[Ganti, ...], list[str]], tmp_path: Path
) -> None:
    _, changes, wanted = row
    buku = read_seksi(tmp_path / "uji", *changes)
    assert [sop.nomor_sop for sop in buku.sop] == wanted
    assert [sop.nomor for sop in buku.sop] == [1, 2, 3, 4, 5]


def test_sop_stand_in_the_order_of_the_list_of_seksi(tmp_path: Path) -> None:
    swapped = ("id: pasar, nama: Pendataan Pasar, seksi: perekonomian",
               "id: pasar, nama: Pendataan Pasar, seksi: umum")  # fmt: skip
    moved = (
        "  - {nama: Kesejahteraan Rakyat, kode: Kesra}\n",
        "  - {nama: Umum}\n  - {nama: Kesejahteraan Rakyat, kode: Kesra}\n",
    )
    dropped = ("  - {nama: Seksi Perekonomian, kode: Eko}\n", "")
    buku = read_seksi(tmp_path / "uji", moved, swapped, dropped)
    assert [sop.id for sop in buku.sop] == [
        "pasar", "hibah", "panti", "arsip", "gudang",
    ]  # fmt: skip
    assert [one.seksi.nama for one in buku.per_seksi if one.seksi] == [
        "Umum", "Kesejahteraan Rakyat", "Subbagian Umum",
    ]  # fmt: skip
    assert [len(one.sop) for one in buku.per_seksi] == [1, 2, 2]


@pytest.mark.parametrize(
    ("nama", "judul", "singkat"),
    [
        ("Pemerintahan", "Seksi Pemerintahan", "Pemerintahan"),
        ("seksi Pelayanan Umum", "Seksi Pelayanan Umum", "Pelayanan Umum"),
        ("Sub Bagian Keuangan", "Sub Bagian Keuangan", "Sub Bagian Keuangan"),
        ("Sekretariat", "Sekretariat", "Sekretariat"),
        ("Bidang Tata Lingkungan", "Bidang Tata Lingkungan", "Bidang Tata Lingkungan"),
        ("Seksi Bagian Barat", "Seksi Bagian Barat", "Bagian Barat"),
        ("Unitaria", "Seksi Unitaria", "Unitaria"),
    ],
)
def test_the_word_seksi_stands_before_a_name_that_says_no_other(
    nama: str, judul: str, singkat: str
) -> None:
    seksi = Seksi(nama, "", Span(Source("uji")))
    assert (seksi.judul, seksi.singkat) == (judul, singkat)
