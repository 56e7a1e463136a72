"""The own office called a kelurahan, and offices of other regions beside who moves."""

from __future__ import annotations

import pytest

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity
from tests.lint.keliru import Change, both, cell, in_diktum, of_decree, sentence
from tests.lint.rumpun import found_by, rules_in

SORT = rules_in("jenis_kantor")
REGIONS = rules_in("daerah kantor_lain")
JUDUL = "PENETAPAN STANDAR OPERASIONAL PROSEDUR\n{}\nKABUPATEN TRENGGALEK"
#: Where the office itself is spoken of, and what is advised.
OWN: tuple[tuple[Change, str], ...] = (
    (of_decree(judul=JUDUL.format("KELURAHAN KARANGAN")), "Kecamatan"),
    (of_decree(judul=JUDUL.format("DESA KARANGAN")), "Kecamatan"),
    (of_decree(tentang="Penetapan SOP Kelurahan {{ kecamatan.nama }}"), "Kecamatan"),
    (of_decree(menetapkan="KEPUTUSAN LURAH KARANGAN TENTANG SOP."), "Camat"),
    (in_diktum(3, "SOP ini dipakai aparatur di Kelurahan Karangan."), "Kecamatan"),
    (sentence("Pemerintah Kelurahan Karangan melayani warga."), "Kecamatan"),
    (sentence("Loket di Kantor Kelurahan Karangan dibuka pagi."), "Kecamatan"),
    (sentence("Kelurahan Karangan, Kabupaten Trenggalek, luas."), "Kecamatan"),
    (sentence("Warga Kelurahan {{ kecamatan.nama }} dilayani."), "Kecamatan"),
    (sentence("Desa {{ kecamatan.nama }} dilayani."), "Kecamatan"),
    (sentence("Keputusan Lurah Karangan menjadi dasar."), "Camat"),
    (sentence("## Loket di Kelurahan Karangan"), "Kecamatan"),
    (cell("kk", 2, "Diserahkan ke Kantor Kelurahan Karangan"), "Kecamatan"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "kind"), OWN, ids=range(len(OWN)))
def test_the_own_office_of_another_sort_is_told(
    change: Change, kind: str, buku: Buku
) -> None:
    (one,) = found_by(SORT, change(buku))
    assert (one.code, one.severity) == ("SOP734", Severity.WARNING)
    assert f"`{kind} " in one.saran


MAYBE = (
    sentence("Warga Kelurahan Karangan dilayani di loket."),
    sentence("Lurah Karangan hadir dalam rapat."),
    cell("kk", 2, "Surat pengantar Kelurahan Karangan"),
)


@pytest.mark.parametrize("change", MAYBE, ids=range(len(MAYBE)))
def test_a_kelurahan_that_may_exist_is_a_note(change: Change, buku: Buku) -> None:
    (one,) = found_by(SORT, change(buku))
    assert (one.code, one.severity) == ("SOP734", Severity.INFO)


def test_of_several_that_may_exist_there_is_one_note(buku: Buku) -> None:
    (one,) = found_by(SORT, both(*MAYBE)(buku))
    assert len(one.juga) == len(MAYBE) - 1


#: Where the book knows a kelurahan or desa of the name.
REAL = (
    sentence(
        "Warga Kelurahan Karangan Kecamatan Karangan datang; Kantor Kelurahan "
        "Karangan dekat."),
    sentence("Ada Desa Sumber, Kelurahan Karangan, dan Desa Jati."),
    sentence("Kelurahan Karangan Timur dan Lurah Karangan Lor hadir."),
    sentence("Pemerintah Desa Karangan dan Kepala Desa Karangan hadir."),
    cell("kk", 2, "Surat pengantar Desa Karangan"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", REAL, ids=range(len(REAL)))
def test_a_kelurahan_or_desa_that_exists_is_not_told(
    change: Change, buku: Buku
) -> None:
    assert found_by(SORT, change(buku)) == []


#: Remarks about people who move, with an office that is another region's by mistake.
MOVING = (
    "Berkas pindah-tempat diteruskan ke Dinas Kependudukan dan Pencatatan Sipil "
    "Kabupaten Ponorogo",
    "Surat pindah dikirim ke Dinas Sosial Kabupaten Ponorogo",
    "Surat keterangan pindah diketahui Bupati Ponorogo",
    "Perpindahan penduduk dilaporkan kepada Pemerintah Kabupaten Ngawi",
    "Permohonan pindah dicatat Sekretariat Daerah Kabupaten Ngawi",
    "Warga pindah dilayani Kantor Kecamatan Tugu",
    "Data pindah disahkan Camat Tugu",
    "Berkas pindah diteruskan ke Dinas Sosial Ponorogo",
    "Warga pindah membawa SKCK ke Polsek Durenan",
)


@pytest.mark.parametrize("text", MOVING)
def test_an_office_of_another_region_is_told_beside_who_moves(
    text: str, buku: Buku
) -> None:
    (one,) = found_by(REGIONS, cell("pindah-tempat", 3, text)(buku))
    assert one.code == "SOP734"


#: Remarks in which another region or its office is meant.
MEANT = (
    "Warga pindah ke Kabupaten Ponorogo", "Warga pindah dari Kecamatan Tugu",
    "Surat pindah dari Dinas Kependudukan Kabupaten Ponorogo",
    "Dikirim ke Dinas Kependudukan Kabupaten tujuan",
    "Dikirim ke Dinas Kependudukan Kabupaten Ponorogo sebagai daerah tujuan",
    "Studi tiru ke Pemerintah Kabupaten Ponorogo", "Rapat di Kantor Bupati Ponorogo",
    "Surat dari Camat Tugu", "Kunjungan kerja Bupati Ponorogo",
    "Pegawai pindahan dari Dinas Sosial Kabupaten Ponorogo", "Lahir di Kabupaten Ngawi",
    "Mutasi dari Kantor Kecamatan Tugu", "Undangan Bupati Ponorogo",
)  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_a_region_to_which_or_from_which_one_moves_is_meant(
    text: str, buku: Buku
) -> None:
    assert found_by(REGIONS, cell("pindah-tempat", 3, text)(buku)) == []
