"""Counts, decrees, officials and other offices: what is told, and what looks alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity, Teks
from tests.lint.keliru import (
    Change,
    both,
    cell,
    considering,
    decree,
    in_diktum,
    of_decree,
    of_office,
    sentence,
    without,
)
from tests.lint.rumpun import all_found, rules_in, told_by

OWN = rules_in(
    "butir butir_hitung cari_ganti daerah dasar_hukum jenis_keputusan judul judul_buku "
    "judul_dasar jumlah kantor_lain naskah rujukan sebutan_peraturan surel tanda_tangan"
)


def considered(n: int, text: str) -> Change:
    """Replace a menimbang."""

    def change(buku: Buku) -> Buku:
        own = list(buku.keputusan[0].menimbang)
        own[n - 1] = Teks(text, own[n - 1].span)
        return decree(buku, menimbang=tuple(own))

    return change


TIGA = "\n\n1. cepat;\n2. pasti; dan\n3. murah."
PERLU = (
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, "
    "perlu menetapkan"
)
SOP = "Penetapan Standar Operasional Prosedur Kecamatan Karangan Kabupaten Trenggalek;"

#: code · the mistake
WRONG: tuple[tuple[str, Change], ...] = (
    ("SOP751", sentence("Kesembilan belas SOP dalam buku ini wajib ditaati.")),
    ("SOP751", sentence("Ke-20 SOP tersebut menjadi acuan kerja.")),
    ("SOP751", sentence("Tujuh belas SOP dalam buku ini disusun oleh tim.")),
    ("SOP751", sentence("SOP yang ditetapkan berjumlah 21 (dua puluh satu).")),
    ("SOP751", sentence("Jumlah SOP: 15.")),
    ("SOP751", sentence("Dari tujuh belas SOP itu, 9 SOP melayani warga.")),
    ("SOP751", considered(2, "bahwa 16 SOP yang telah disusun perlu ditetapkan;")),
    ("SOP753", sentence(
        "SOP Subbagian Umum dan Kepegawaian terdiri atas:\n\n1. SOP Surat Masuk;\n"
        "2. SOP Surat Tugas; dan\n3. SOP Surat Keluar.")),
    ("SOP770", sentence(f"Pelayanan berpegang pada empat asas, yaitu:{TIGA}")),
    ("SOP770", sentence(f"Pelayanan memenuhi 2 (dua) syarat:{TIGA}")),
    ("SOP770", sentence(f"Sasaran pelayanan ada lima, yakni:{TIGA}")),
    ("SOP754", sentence("Pelayanan itu:\n\na. cepat;\nb. pasti;\nc. murah.")),
    ("SOP756", in_diktum(3, "SOP dalam Lampiran I dan Lampiran II dipakai.")),
    ("SOP756", in_diktum(3, "SOP dalam Lampiran 3 dipakai.")),
    ("SOP756", in_diktum(3, "Keputusan Kepala Badan ini dipakai semua aparatur.")),
    ("SOP738", considering(f"{PERLU} Keputusan Bupati tentang {SOP}")),
    ("SOP738", considering(f"{PERLU} Peraturan Camat tentang {SOP}")),
    ("SOP759", without("kata_pengantar")),
    ("SOP759", without("daftar_isi")),
    ("SOP759", without("sampul")),
    ("SOP771", lambda b: replace(b, judul=Teks("PROFIL KECAMATAN", b.judul.span))),
    ("SOP178", sentence("Camat Karangan\n\n\nDra. ENDANG LESTARI, M.Si.")),
    ("SOP178", sentence("CAMAT KARANGAN,\n\nttd.\n\nBAMBANG WIDODO\nNIP. 1968")),
    ("SOP178", sentence("Camat\nNIP. 19650101 199003 1 002")),
    ("SOP178", sentence("Arahan Camat Karangan, Drs. Bambang Widodo, menjadi dasar.")),
    ("SOP734", sentence("Kecamatan ini bagian dari Provinsi Jawa Barat.")),
    ("SOP734", sentence("Kecamatan ini bagian dari Kabupaten Ngawi.")),
    ("SOP734", sentence("Pelayanan dibina Gubernur Jawa Tengah.")),
    ("SOP734", sentence("Data dicocokkan dengan Dinas Kesehatan Ponorogo.")),
    ("SOP734", sentence("Data dicocokkan dengan Puskesmas Gandusari.")),
    ("SOP734", sentence("Layanan dijaga Polres Madiun.")),
    ("SOP734", cell("skck", 6, "Diambil di Polsek Durenan")),
    ("SOP734", cell("skck", 6, "Dicatat oleh KUA Pogalan")),
    ("SOP734", cell("kk", 1, "Pengantar ditandatangani Kepala Desa Sumberingin")),
    ("SOP734", cell("kk", 1, "Diketahui oleh Lurah Ngantru")),
    ("SOP734", cell("kk", 1, "Diajukan melalui kelurahan")),
    ("SOP734", of_office(email="kec.tugu@trenggalekkab.go.id")),
    ("SOP734", of_office(email="kecpule@gmail.com")),
    ("SOP734", of_office(email="kecamatan.karangan@ponorogo.go.id")),
    ("SOP734", of_office(laman="https://dongko.trenggalekkab.go.id")),
    ("SOP734", sentence("Aduan dikirim ke durenan@trenggalekkab.go.id setiap hari.")),
    ("SOP744", sentence("Petugas verifiKepala Seksi mencatatnya.")),
    ("SOP744", sentence("Berkas Kartu Keluarga (kartu keluarga) diperiksa.")),
    ("SOP607", sentence(
        "Layanan mengikuti Undang-Undang Nomor 25 Tahun 2009 tentang Keterbukaan "
        "Informasi Publik.")),
    ("SOP607", sentence(
        "Desa dibina menurut Undang-Undang Nomor 23 Tahun 2014 tentang Desa.")),
    ("SOP606", sentence(
        "Layanan mengikuti Undang-Undang Nomor 26 Tahun 2009 tentang Pelayanan "
        "Publik.")),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", WRONG, ids=[f"{code}-{n}" for n, (code, _) in enumerate(WRONG)]
)
def test_a_single_mistake_is_told_once(case: tuple[str, Change], buku: Buku) -> None:
    code, change = case
    found = told_by(OWN, change(buku))
    assert [own for own, _ in found] == [code], found


#: Sentences of a chapter that are right and look like one of the mistakes.
RIGHT = (
    "Tujuh SOP dalam buku ini melayani warga langsung.",
    "Dari delapan belas SOP tersebut, 9 (sembilan) SOP merupakan layanan di loket.",
    "Dua belas SOP di antaranya dipakai tiap hari. Kedua belas SOP itu dicetak.",
    "Sepuluh SOP yang disusun Seksi Pelayanan Umum dipakai di loket.",
    "Dari seluruh SOP, 10 SOP ditetapkan untuk loket.",
    "Kedelapan belas SOP dalam buku ini wajib ditaati.",
    "Ketiga SOP tersebut saling terkait.",
    "SOP dicetak sebanyak 5 buah.",
    "Jumlah SOP Seksi Pelayanan Umum adalah 7.",
    "SOP dalam buku ini berjumlah 18 (delapan belas).",
    f"Pelayanan berpegang pada tiga asas, yaitu:{TIGA}",
    f"Pelayanan selesai paling lama 2 hari kerja, dengan syarat:{TIGA}",
    f"Berkas dibuat rangkap dua untuk:{TIGA}",
    f"Kecamatan membawahi dua belas desa, antara lain:{TIGA}",
    f"Menurut Pasal 5 pelayanan itu:{TIGA}",
    "Ada dua asas, yaitu:\n\na. cepat:\n   1. loket; dan\n   2. daring; dan\nb. pasti.",
    "SOP yang akan disusun:\n\n1. SOP Surat Tugas;\n2. SOP Surat Masuk Daring.",
    "SOP kantor lain:\n\n1. SOP Surat Masuk Bagian Umum;\n2. SOP SKCK Polsek.",
    "SOP yang dipakai di loket:\n\n1. SOP Surat Masuk; dan\n2. SOP Surat Keluar.",
    "Pelayanan itu:\n\na. cepat; atau\nb. pasti.",
    "Camat Karangan\n\nSRI WAHYUNI, S.Sos., M.Si.",
    "CAMAT KARANGAN,\n\nttd.\n\nSRI WAHYUNI",
    "Camat Karangan pertama, Drs. H. Mulyono, M.M., membangun kantor ini.",
    "Pada tahun 1995 Camat Karangan Drs. Mulyono merintis loket.",
    "Buku diserahkan kepada Camat, Sekretaris Kecamatan, Kasi Pelayanan Umum.",
    "Arahan Camat Karangan, Sri Wahyuni, S.Sos., M.Si., menjadi dasar.",
    "Kecamatan ini berada di Provinsi Jawa Timur.",
    "Warga yang pindah ke Provinsi Jawa Tengah membawa surat.",
    "Pemerintah Provinsi dan Pemerintah Kabupaten membina camat.",
    "Gubernur Soekarwo pernah meresmikan kantor ini.",
    "Studi tiru ke Provinsi Bali menjadi bahan.",
    "Kantor terletak pada jalur yang menghubungkan Tulungagung dengan Kota Madiun.",
    "Jarak ke Kabupaten Ponorogo 40 km.",
    "Layanan dijaga Polsek Karangan, Koramil 0806/05 Karangan, dan Polres Trenggalek.",
    "Layanan dijaga Polsek Setempat dan Puskesmas Induk.",
    "KK terbit di Dinas Kependudukan dan Pencatatan Sipil Kabupaten Trenggalek.",
    "NPWP terbit di KPP Pratama Tulungagung.",
    "Alamat kecamatankarangan@gmail.com dan kec.krgn@trenggalekkab.go.id dipakai.",
    "Laman https://karangan.trenggalekkab.go.id dan https://oss.go.id dibuka.",
    "Aduan dikirim lewat WhatsApp, e-Lapor, atau *siPintar*.",
    "Kartu Keluarga (KK) dan Kartu Tanda Penduduk (KTP) diperiksa.",
    "Nilai kepuasan masyarakat {{ kecamatan.nama }} pada tahun 2024 adalah 86,12.",
    "Pada tahun 2023 tercatat 1.250 permohonan.",
    "Tugas camat semula diatur dalam Undang-Undang Nomor 32 Tahun 2004 tentang "
    "Pemerintahan Daerah yang telah dicabut dengan Undang-Undang Nomor 23 Tahun 2014.",
    "Layanan mengikuti Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik "
    "dan tata naskah dinas.",
    "Layanan mengikuti Undang-Undang Nomor 25 Tahun 2009 tentang pelayanan.",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_looks_like_a_mistake_in_a_chapter_and_is_none(
    text: str, buku: Buku
) -> None:
    assert told_by(OWN, sentence(text)(buku)) == []


#: Other places that are right and look like one of the mistakes.
ALSO_RIGHT: tuple[Change, ...] = (
    in_diktum(3, "SOP dalam Lampiran I dipakai sebagai pedoman."),
    in_diktum(3, "SOP disusun menurut Lampiran II Peraturan Menteri dan dipakai."),
    in_diktum(3, "Keputusan Camat ini dipakai oleh semua aparatur."),
    considered(1, "bahwa menurut Keputusan Bupati tentang Pelimpahan perlu prosedur;"),
    considering(f"{PERLU} Keputusan Plt. Camat tentang {SOP}"),
    of_decree(judul="PENETAPAN PROSEDUR KERJA"),
    lambda b: replace(b, judul=Teks("BUKU PROSEDUR KERJA", b.judul.span)),
    without("daftar_sop"), without("lembar_pengesahan"),
    of_office(email="kecamatan@trenggalekkab.go.id"),
    of_office(email="kantorcamat.pelayanan@gmail.com"),
    of_office(email="budi.santoso@gmail.com", laman="https://trenggalekkab.go.id"),
    cell("skck", 6, "SKCK diterbitkan oleh Polsek Karangan"),
    cell("kk", 1, "Rapat dilaksanakan di Balai Desa Jatiprahu"),
    cell("kk", 1, "Contoh: diketahui oleh Kepala Desa Jatiprahu"),
    cell("kk", 1, "Diketahui oleh Kepala Desa Asal"),
    cell("kk", 1, "Diajukan melalui desa/kelurahan"),
    both(
        sentence("Wilayahnya meliputi Desa Jatiprahu dan Desa Kerjo."),
        cell("kk", 1, "Melalui Kantor Desa Jatiprahu bila loket tutup"),
    ),
    both(
        cell("kk", 1, "Diajukan melalui kelurahan"),
        cell("ktp", 1, "Diajukan melalui desa atau kelurahan"),
    ),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", ALSO_RIGHT, ids=range(len(ALSO_RIGHT)))
def test_what_looks_like_a_mistake_elsewhere_and_is_none(
    change: Change, buku: Buku
) -> None:
    found = told_by(OWN, change(buku))
    assert [one for one in found if one[0] not in ("SOP743", "SOP757")] == []


@pytest.mark.slow
def test_a_part_that_lacks_its_dan_or_its_list_is_only_noted(buku: Buku) -> None:
    changes = (
        without("daftar_isi"),
        sentence("Pelayanan itu:\n\na. cepat;\nb. pasti;\nc. murah."),
    )
    for change in changes:
        (one,) = all_found(OWN, change(buku))
        assert one.severity is Severity.INFO


def test_an_office_that_never_writes_dan_is_not_told_of_it(buku: Buku) -> None:
    plain = {
        nama: replace(one, teks=Teks(one.teks.isi.replace("; dan", ";"), one.teks.span))
        for nama, one in buku.naskah.items()
    }
    assert told_by(OWN, replace(buku, naskah=plain)) == []


def test_the_province_of_an_unknown_kabupaten_is_what_most_texts_say(
    buku: Buku,
) -> None:
    own = replace(buku.kecamatan, nama="Kuripan", kabupaten="Lebak", tempat="Kuripan")
    texts = ("Provinsi Banten membina.", "Provinsi Banten hadir.", "Provinsi Bali.")
    elsewhere = replace(buku, kecamatan=own)
    for text in texts:
        elsewhere = sentence(text)(elsewhere)
    found = [message for code, message in told_by(OWN, elsewhere) if code == "SOP734"]
    assert any("Provinsi Bali" in one for one in found)
    assert not any("Banten" in one for one in found)
