"""Names of the sheets of an Excel file: legal, unique, telling."""

import re
from dataclasses import replace

from sopgen.render.xlsx.names import sop_names
from sopgen.render.xlsx.setup import sheet_name
from sopgen.spec import read_buku
from tests.books import ROOT


def test_names_of_sheets_are_legal_and_unique() -> None:
    taken: list[str] = []
    for text in ("a/b:c*d", "A-B-C-D", "'kutip'", "x" * 40, "x" * 40, "", "[]"):
        name = sheet_name(text, taken)
        assert 1 <= len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert name[0] != "'"
        assert name[-1] != "'"
        assert name.lower() not in [n.lower() for n in taken]
        taken.append(name)
    assert sheet_name("08 Rekomendasi Permohonan Bantuan", ()) == (
        "08 Rekomendasi Permohonan"
    )


def test_no_sheet_has_a_name_that_excel_keeps_for_itself() -> None:
    for text in ("History", "RIWAYAT", "'history'"):
        assert sheet_name(text, ()).casefold() not in ("history", "riwayat")


def named(*names: str) -> list[str]:
    """Return the names of the sheets of SOP that are called so."""
    buku = read_buku(ROOT / "specs" / "kampak").buku
    assert buku is not None
    sop = tuple(
        replace(buku.sop[0], id=f"sop-{n}", nomor=n, nama=nama, nama_pendek=nama)
        for n, nama in enumerate(names, 1)
    )
    return list(sop_names(replace(buku, sop=sop)).values())


def test_sheets_are_told_apart_by_the_words_that_their_neighbours_lack() -> None:
    assert named(
        "SOP Penyusunan Laporan Kegiatan Seksi Pemerintahan",
        "SOP Penyusunan Laporan Kegiatan Seksi Kesejahteraan Sosial",
        "SOP Penyusunan Laporan Kegiatan Seksi Ketenteraman dan Ketertiban Umum",
        "SOP Arsip",
    ) == [
        "01 Kegiatan Seksi Pemerintahan",
        "02 Seksi Kesejahteraan Sosial",
        "03 Ketenteraman dan Ketertiban",
        "04 Arsip",
    ]


def test_what_differs_in_the_middle_of_names_is_kept() -> None:
    assert named(
        "Penyusunan Laporan Bulanan Kegiatan Kecamatan",
        "Penyusunan Laporan Tahunan Kegiatan Kecamatan",
    ) == ["01 Penyusunan Laporan Bulanan", "02 Penyusunan Laporan Tahunan"]


def test_no_name_of_a_sheet_ends_in_a_word_that_leads_on() -> None:
    (name,) = named("Penertiban Pedagang Kaki Lima di Trotoar Pasar Kecamatan")
    assert name == "01 Penertiban Pedagang Kaki"
    (name,) = named("Pemantauan Harga Bahan dan Perlengkapan")
    assert name == "01 Pemantauan Harga Bahan"
