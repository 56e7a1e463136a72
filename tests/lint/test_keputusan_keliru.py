"""Slips in a decree and its chapters: references, dates, lists, names, leftovers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.lint.penulisan import alinea_tanpa_titik
from sopgen.model.buku import Buku
from tests.lint.keliru import (
    Change,
    both,
    cell,
    considering,
    decree,
    doing,
    in_diktum,
    of_camat,
    of_decree,
    of_office,
    sentence,
)
from tests.lint.rumpun import all_found, rules_in, told_by

OWN = rules_in(
    "butir butir_hitung cari_ganti daerah jabatan judul jumlah kembar keputusan "
    "nomor_keputusan pejabat rujukan salah_ketik sebutan_sop tahun tanda_tangan "
    "tanggal_teks"
)
#: The number of the diktum that puts the decree in force.
LAST = 4
EMPAT = "\n\na. loket;\nb. surat;\nc. telepon; dan\nd. daring."


def renamed(kode: str, old: str, new: str) -> Change:
    """Call a pelaksana otherwise in one SOP."""

    def change(buku: Buku) -> Buku:
        sop = tuple(
            replace(
                one,
                pelaksana=tuple(
                    replace(p, nama=new) if p.nama == old else p for p in one.pelaksana
                ),
            )
            if one.id == kode
            else one
            for one in buku.sop
        )
        assert sop != buku.sop
        return replace(buku, sop=sop)

    return change


def without_last_consideration(buku: Buku) -> Buku:
    return decree(buku, menimbang=buku.keputusan[0].menimbang[:-1])


#: code · the mistake
WRONG: tuple[tuple[str, Change], ...] = (
    ("SOP174", of_camat(jabatan="Kepala Desa Karangan")),
    ("SOP178", sentence(
        "CAMAT KARANGAN,\n\nSRI WAHYUNI, S.Sos., M.Si.\nPembina Tingkat I\n"
        "NIP. 19720315 199803 2 014")),
    ("SOP178", cell("skck", 4, "Diparaf Dra. Endang Lestari, M.M. selaku Camat")),
    ("SOP178", sentence("Rapat dipimpin Drs. Joko Susilo sebagai Camat Karangan.")),
    ("SOP219", renamed(
        "sktm", "Kasi Kesejahteraan Rakyat", "Kasubbag Kesejahteraan Rakyat")),
    ("SOP730", sentence("Karangan, 3 Februari 2023")),
    ("SOP730", sentence("*Trenggalek, Desember 2023*")),
    ("SOP734", of_office(alamat="Jl. Raya Tugu No. 4, Kecamatan Tugu")),
    ("SOP738", without_last_consideration),
    ("SOP740", in_diktum(2, "KEDUA : Standar ini dipakai semua aparatur.")),
    ("SOP740", in_diktum(3, "Diktum KETIGA. Standar ini dipakai semua aparatur.")),
    ("SOP744", sentence("Camat {{ kecamatan.nama }}\n{{ kecamatan.nama }} hadir.")),
    ("SOP744", sentence("Standar pelayanan () dipakai di loket.")),
    ("SOP760", sentence("Bahan laporanan dicatat.")),
    ("SOP746", of_decree(nomor="000.8.3.3/1//2025")),
    ("SOP752", sentence("Ada dua belas (13) desa di wilayah ini.")),
    ("SOP753", sentence("Tata caranya diatur dalam SOP Surat Pengantar Nikah.")),
    ("SOP754", sentence("Layanan di loket meliputi:")),
    ("SOP754", in_diktum(2, "Standar sebagaimana dimaksud terdiri atas:")),
    ("SOP755", in_diktum(LAST, "Keputusan ini mulai berlaku sejak tanggal disahkan.")),
    ("SOP756", in_diktum(2, "Standar dimaksud pada Pasal 3 ayat (1) dipakai.")),
    ("SOP217", lambda b: doing(1, b.sop[0].kegiatan[2].uraian)(b)),
    ("SOP734", sentence("Tujuan disusunnya SOP Kecamatan Watulimo adalah tertib.")),
    ("SOP756", in_diktum(3, "Standar dimaksud dalam Diktum PERTAMA dipakai.")),
    ("SOP756", in_diktum(3, "Standar dimaksud dalam Diktum KE SATU dipakai.")),
    ("SOP757", of_decree(menetapkan="KEPUTUSAN CAMAT KARANGAN PENETAPAN STANDAR")),
    ("SOP758", in_diktum(
        9, "Keputusan Camat Karangan Nomor 000.8.3.3/2/406.06/2027 dicabut.")),
    ("SOP765", sentence("Rapat pada 29 Februari 2025 membahasnya.")),
    ("SOP765", cell("kk", 2, "Berlaku sampai 31 November 2025")),
    ("SOP770", sentence(f"Seksi ini mengurus 3 (tiga) SOP, yaitu:{EMPAT}")),
)  # fmt: skip


@pytest.mark.parametrize(
    "case", WRONG, ids=[f"{code}-{n}" for n, (code, _) in enumerate(WRONG)]
)
def test_a_single_slip_is_told_once(case: tuple[str, Change], buku: Buku) -> None:
    code, change = case
    found = told_by(OWN, change(buku))
    assert [own for own, _ in found] == [code], found


#: What is right and looks like one of them.
RIGHT: dict[str, Change] = {
    "an acting camat": of_camat(jabatan="Penjabat Camat Karangan"),
    "the camat's own NIP": sentence(
        "CAMAT KARANGAN,\n\nSRI WAHYUNI, S.Sos., M.Si.\nPembina Tingkat I\n"
        "NIP. 19720315 199803 2 004"),
    "the camat herself": cell("skck", 4, "Sri Wahyuni, S.Sos., M.Si. selaku Camat"),
    "a former camat": sentence(
        "Drs. Joko Susilo sebagai Camat Karangan periode 1998 merintisnya."),
    "a day of the year": sentence("Karangan, 6 Januari 2025"),
    "a month before the year": sentence("Karangan, Desember 2024"),
    "the own kecamatan": of_office(alamat="Jl. Raya No. 4, Kecamatan Karangan"),
    "a last consideration in other words": considering(
        "bahwa untuk itu perlu ditetapkan Keputusan Camat;"),
    "an ordinal in a sentence": in_diktum(2, "Ketiga seksi memakai standar ini."),
    "boxes to tick": sentence("Jawaban: ( ) Ya ( ) Tidak [ ] Ragu."),
    "a root in -an": sentence("Makanan dan pesanan tamu dicatat di halaman depan."),
    "two values": sentence("Camat {{ kecamatan.nama }} {{ kecamatan.kabupaten }}."),
    "words and number": sentence("Ada dua belas (12) desa di wilayah ini."),
    "a SOP that is to come": sentence("Akan disusun SOP Surat Pengantar Nikah."),
    "a SOP of another office": sentence("Dipakai SOP Surat Sehat Dinas Kesehatan."),
    "a list": sentence(f"Layanan di loket meliputi:{EMPAT}"),
    "a label": sentence("Alamat:\n\nJl. Raya Karangan 4."),
    "an article of a law": in_diktum(
        2, "Standar dimaksud dalam Pasal 3 Peraturan Menteri itu dipakai aparatur."),
    "an older decree": in_diktum(
        9, "Keputusan Camat Karangan Nomor 188.45/2/406.06/2024 dicabut."),
    "a leap year": sentence("Rapat pada 29 Februari 2024 membahasnya."),
    "as many as are listed": sentence(f"Seksi mengurus 4 (empat) SOP, yaitu:{EMPAT}"),
    "a number to fill in": of_decree(nomor="000.8.3.3/…/406.06/2025"),
    "a kasi and a kasubag": both(
        cell("kk", 2, "Kasi Pemerintahan"), cell("kk", 3, "Kasubag Umum")),
}  # fmt: skip


@pytest.mark.parametrize("change", RIGHT.values(), ids=RIGHT)
def test_what_looks_like_a_slip_and_is_none(change: Change, buku: Buku) -> None:
    assert told_by(OWN, change(buku)) == []


def test_a_paragraph_without_a_stop_is_named_by_its_last_words(buku: Buku) -> None:
    text = "Loket dibuka setiap hari kerja dari pagi sampai sore, dan setiap warga "
    text += "yang memerlukan surat membawa berkas yang lengkap ke loket"
    (one,) = all_found((alinea_tanpa_titik,), sentence(text)(buku))
    assert one.message == "alinea tanpa titik: `yang lengkap ke loket`"


def test_a_word_of_three_places_is_meant_and_its_misspelling_is_told(
    buku: Buku,
) -> None:
    three = (cell(kode, 2, "Bawa tarkusan") for kode in ("kk", "ktp", "skck"))
    found = told_by(OWN, both(*three, cell("sktm", 2, "Bawa tarkussan"))(buku))
    assert found == [("SOP760", "`tarkussan` mungkin salah ketik")]
