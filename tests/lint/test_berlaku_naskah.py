"""Single mistakes in a book that could be signed: each is told once, at its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sopgen.lint import lint
from sopgen.lint.keputusan import sebutan_berbeda
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Teks
from sopgen.model.letak import NOWHERE
from sopgen.model.pejabat import Kapasitas
from tests.lint.keliru import (
    AN,
    JUDUL,
    PERTIMBANGAN,
    considering,
    decree,
    doing,
    in_diktum,
    listing,
    misspelt,
    of_camat,
    of_decree,
    of_office,
    of_sop,
    sentence,
    signed_by,
    without,
)
from tests.lint.rumpun import found_by, rules_in

Change = Callable[[Buku], Buku]
#: The rules about decree, chapters, officials and words.
OWN = rules_in(
    "butir daerah ejaan judul jumlah kalimat keputusan kode naskah pangkat pejabat "
    "penulisan rujukan salah_ketik urutan_nomor waktu_naskah"
)


def test_nothing_is_found_in_the_book_as_it_is(buku: Buku) -> None:
    assert lint(buku) == ()


#: code · what is wrong · the mistake
WRONG: tuple[tuple[str, str, Change], ...] = (
    ("SOP170", "sex", of_camat(nip="19720315 199803 5 004")),
    ("SOP170", "a child", of_camat(nip="20170315 202303 2 004")),
    ("SOP170", "no such day", of_camat(nip="19720231 199803 2 004")),
    ("SOP170", "appointed at ten", of_camat(nip="19720315 198203 2 004")),
    ("SOP170", "appointed next year", of_camat(nip="19720315 202603 2 004")),
    ("SOP170", "no such month", of_camat(nip="19720315 199813 2 004")),
    ("SOP171", "no rank", of_camat(pangkat="")),
    ("SOP171", "no number", of_camat(nip="")),
    ("SOP171", "no name", of_camat(nama="")),
    ("SOP171", "a number alone", of_camat(nama="", pangkat="")),
    ("SOP171", "rank alone lacks for the decree", signed_by(pangkat=" ")),
    ("SOP172", "one number, two persons", signed_by(nama="BUDI SANTOSO, S.H.")),
    ("SOP173", "Plt.", of_camat(jabatan="Plt. Camat Karangan")),
    ("SOP173", "Plh. in brackets", of_camat(jabatan="Camat Karangan (Plh.)")),
    ("SOP173", "in full", of_camat(jabatan="Pelaksana Tugas Camat Karangan")),
    ("SOP173", "Pj. before the name", of_camat(nama="Pj. SRI WAHYUNI")),
    ("SOP174", "a.n.", signed_by(jabatan="Sekretaris Kecamatan", **AN)),
    ("SOP174", "the secretary", signed_by(jabatan="Sekcam Karangan")),
    ("SOP174", "a head", signed_by(jabatan="Kasi Pemerintahan")),
    ("SOP175", "a digit lacks", of_office(kode_pos="6636")),
    ("SOP175", "a letter", of_office(kode_pos="6636l")),
    ("SOP176", "a nought lacks", of_decree(nomor="00.8.3.3/1/406.06/2025")),
    ("SOP176", "a nought more", of_decree(nomor="0000.8.3.3/1/406.06/2025")),
    ("SOP176", "a point lacks", of_decree(nomor="000.83.3/1/406.06/2025")),
    ("SOP176", "letters", of_decree(nomor="OOO.8.3.3/1/406.06/2025")),
    ("SOP177", "of another rank", of_camat(pangkat="Pembina Tingkat I (III/d)")),
    ("SOP177", "of another rank, shortened", of_camat(pangkat="Penata Tk. I, IV/a")),
    ("SOP177", "no rank of officials", of_camat(pangkat="Pembina Muda")),
    ("SOP177", "a name in its place", of_camat(pangkat="SRI WAHYUNI, S.Sos.")),
    ("SOP410", "all of a SOP that is named", sentence(
        "SOP Surat Masuk memerlukan waktu seluruhnya 45 menit.")),
    ("SOP410", "a time of service", sentence(
        "Waktu penyelesaian rekomendasi SKCK adalah 1 jam.")),
    ("SOP410", "named in the paragraph", sentence(
        "Rekomendasi SKCK dilayani setiap hari. Jumlah waktunya 90 menit.")),
    ("SOP410", "too soon", sentence("Kartu keluarga diselesaikan dalam 20 menit.")),
    ("SOP410", "in a decree", in_diktum(
        9, "Pelayanan SKTM selesai dalam 20 (dua puluh) menit.")),
    ("SOP734", "an aim before it", sentence(
        "Tujuan SOP adalah menata kerja semua unit kerja di Kecamatan Munjungan.")),
    ("SOP734", "antara lain before it", sentence(
        "Manfaatnya antara lain melayani warga Kabupaten Blitar.")),
    ("SOP734", "another kota", sentence("Pelayanan di Kota Kupang dibuka pagi.")),
    ("SOP734", "an unknown one", sentence("Warga Kecamatan Kuripan dilayani.")),
    ("SOP734", "the seat", of_office(tempat="Tulungagung")),
    ("SOP734", "who signs", of_camat(jabatan="Camat Panggul")),
    ("SOP734", "in capitals", of_decree(
        menetapkan="KEPUTUSAN CAMAT DONGKO TENTANG PENETAPAN STANDAR OPERASIONAL "
        "PROSEDUR KECAMATAN KARANGAN KABUPATEN TRENGGALEK.")),
    ("SOP730", "a budget", sentence("Biayanya dari tahun anggaran 2024.")),
    ("SOP730", "T.A.", sentence("Kegiatan dibiayai DPA T.A. 2023.")),
    ("SOP740", "a diktum twice", lambda buku: in_diktum(
        9, buku.keputusan[0].diktum[2].isi)(buku)),
    ("SOP744", "an object is lost", sentence("Untuk itu perlu adanya bagi warga.")),
    ("SOP744", "a name is lost", sentence("Camat Kabupaten Trenggalek membina.")),
    ("SOP744", "words between", sentence("Surat diserahkan kepada untuk diarsipkan.")),
    ("SOP744", "before a stop", sentence("Berkas diperiksa berdasarkan.")),
    ("SOP744", "breaks off", doing(3, "Menyampaikan bahan koordinasi kepada")),
    ("SOP744", "in the middle of a row", doing(4, "Memeriksa berkas permohonan dan")),
    ("SOP744", "a decree is no regulation", in_diktum(
        1, "Menetapkan SOP dalam Lampiran yang merupakan bagian yang tidak terpisahkan "
        "dari Peraturan ini.")),
    ("SOP745", "two words in one", sentence("Ada antaralain dua loket.")),
    ("SOP745", "joined", sentence("Berkas disimpan didalam lemari.")),
    ("SOP745", "parted", sentence("Surat di tandatangani camat.")),
    ("SOP745", "twice", sentence("Camat membina desa desa binaan.")),
    ("SOP745", "pada twice", sentence("Layanan dibuka pada pada hari kerja.")),
    ("SOP745", "di twice", sentence("Surat diambil di di loket.")),
    ("SOP751", "in digits", sentence("Buku ini memuat 16 SOP.")),
    ("SOP751", "in words", sentence("Telah tersusun sembilan belas SOP.")),
    ("SOP751", "in both", in_diktum(3, "Menetapkan 21 (dua puluh satu) SOP.")),
    ("SOP751", "in full", sentence(
        "Jumlahnya sebanyak 17 Standar Operasional Prosedur.")),
    ("SOP751", "more of some than there are", sentence("Buku ini memuat 19 SOP lama.")),
    ("SOP752", "words of another", sentence("Buku ini memuat 18 (delapan) SOP.")),
    ("SOP752", "of days", sentence("Selesai dalam 3 (lima) hari.")),
    ("SOP752", "of the template", sentence("{{ sop | length }} (tujuh belas) naskah.")),
    ("SOP752", "in a kegiatan", doing(2, "Menggandakan 2 (tiga) lembar berkas")),
    ("SOP753", "one lacks", listing(lambda names: names[1:])),
    ("SOP753", "one twice", listing(lambda names: [*names, names[4]])),
    ("SOP753", "one more", listing(lambda names: [*names, "Izin Keramaian Desa"])),
    ("SOP753", "another order", listing(lambda names: [*names[9:], *names[:9]])),
    ("SOP753", "misspelt", misspelt("Kepegawaian", "Kepegawain")),
    ("SOP753", "another word", misspelt("Pindah", "Datang")),
    ("SOP754", "breaks off", sentence("Ada:\n\na. satu hal;\nb. dua hal; dan")),
    ("SOP754", "open end", sentence("Ada:\n\na. satu hal;\nb. dua hal;")),
    ("SOP754", "comma", sentence("Ada:\n\n1. satu hal,\n2. dua hal,")),
    ("SOP754", "too early", sentence("Ada:\n\na. satu; dan\nb. dua;\nc. tiga.")),
    ("SOP754", "a letter lost", sentence("Ada:\n\na. satu;\nb. dua; dan\nd. empat.")),
    ("SOP754", "a number twice", sentence("Ada:\n\n1. satu;\n2. dua; dan\n2. tiga.")),
    ("SOP754", "a heading lost", sentence("## F. SASARAN\n\nSemua warga dilayani.")),
    ("SOP755", "twice", in_diktum(
        9, "Keputusan ini berlaku sejak tanggal ditetapkan.")),
    ("SOP755", "no force", in_diktum(4, "Keputusan ini disampaikan kepada Bupati.")),
    ("SOP755", "only one diktum", lambda buku: decree(
        buku, diktum=buku.keputusan[0].diktum[:1])),
    ("SOP756", "no such diktum", in_diktum(3, "SOP dalam Diktum KESEPULUH dipakai.")),
    ("SOP756", "one that follows", in_diktum(
        3, "SOP sebagaimana dimaksud dalam Diktum KEEMPAT dipakai.")),
    ("SOP756", "itself", in_diktum(3, "SOP dimaksud dalam Diktum KETIGA dipakai.")),
    ("SOP756", "no such annex", in_diktum(3, "SOP dalam Lampiran III dipakai.")),
    ("SOP756", "no annex", lambda buku: without("lampiran")(
        decree(buku, lampiran=(), letak=NOWHERE))),
    ("SOP756", "no such letter", considering(
        PERTIMBANGAN.format("huruf a, huruf b, dan huruf d", JUDUL))),
    ("SOP756", "its own letter", considering(
        PERTIMBANGAN.format("huruf a sampai dengan huruf c", JUDUL))),
    ("SOP756", "a letter left out", considering(PERTIMBANGAN.format("huruf b", JUDUL))),
    ("SOP757", "tentang", of_decree(tentang="Pembentukan Tim SOP Kecamatan Karangan")),
    ("SOP757", "menetapkan", of_decree(
        menetapkan="KEPUTUSAN CAMAT KARANGAN TENTANG STANDAR PELAYANAN.")),
    ("SOP757", "considered", considering(
        PERTIMBANGAN.format("huruf a dan huruf b", "Penetapan Standar Pelayanan"))),
    ("SOP757", "the title", of_decree(judul="PENETAPAN STANDAR PELAYANAN")),
    ("SOP758", "itself", in_diktum(
        9, "Keputusan Nomor 000.8.3.3/1/406.06/2025 tanggal 16 Januari 2025 dicabut.")),
    ("SOP758", "this", in_diktum(9, "Keputusan ini dinyatakan tidak berlaku.")),
    ("SOP758", "no number", in_diktum(9, "Keputusan Camat yang lama dicabut.")),
    ("SOP758", "no date", in_diktum(9, "Keputusan Camat Nomor 188.45/7 dicabut.")),
    ("SOP759", "no decree", without("keputusan")),
    ("SOP759", "no annex", without("lampiran")),
    ("SOP759", "no sheets", without("sop")),
    ("SOP760", "a letter lost", doing(3, "Memeriksa kelengkapn berkas")),
    ("SOP760", "letters swapped", sentence("Demikian peraturna ini disusun.")),
    ("SOP760", "doubled", sentence("Setiap pemohonn dilayani.")),
    ("SOP760", "at the beginning", doing(3, "Menadatangani surat rekomendasi")),
    ("SOP760", "a made word", sentence("Setiap pelayann diukur.")),
    ("SOP760", "its ending doubled", sentence("Setiap pelayananan diukur.")),
    ("SOP760", "an ending where none is", doing(9, "Mencatat suratan di buku agenda")),
    ("SOP760", "an ending doubled in a name", sentence(
        "Pemerintah Kelurahanan dan desa hadir.")),
    ("SOP760", "another ending doubled", sentence("Kantor kelurahanan dibuka.")),
    ("SOP760", "its ending doubled in a heading", sentence(
        "## E. ASAS PERMOHONANAN\n\nSemua warga dilayani.")),
    ("SOP760", "its ending doubled on a cover", of_sop(
        1, judul_sampul="REKOMENDASI PERMOHONANAN KARTU KELUARGA")),
    ("SOP761", "kabupaten", sentence("Warga kabupaten trenggalek dilayani.")),
    ("SOP761", "the name", sentence("Kabupaten trenggalek membina kecamatan.")),
    ("SOP761", "a month", sentence("Mulai 3 januari layanan dibuka.")),
    ("SOP761", "the country", sentence("Undang-undang republik indonesia.")),
    ("SOP762", "capitals", of_sop(9, nama="SURAT MASUK", nama_pendek="Surat Masuk")),
    ("SOP762", "small", of_sop(10, nama="surat keluar")),
    ("SOP762", "a kegiatan begins small", doing(2, "memeriksa berkas permohonan")),
    ("SOP763", "no stop", sentence(
        "Semua petugas melayani warga dengan ramah, dan setiap pengaduan warga dijawab "
        "paling lambat pada hari kerja berikutnya\n\nDemikian.")),
    ("SOP763", "two blanks", sentence("Layanan  dibuka pagi.")),
    ("SOP763", "before a comma", sentence("Layanan pagi , siang.")),
    ("SOP763", "behind a stop", sentence("Layanan dibuka.Petugas siap.")),
    ("SOP763", "two stops", sentence("Layanan dibuka pagi..")),
    ("SOP764", "a bracket", sentence("Layanan (pagi dan siang dibuka.")),
    ("SOP764", "closed only", sentence("Layanan pagi) dibuka.")),
    ("SOP764", "a quotation", sentence('Layanan "pagi dibuka.')),
    ("SOP764", "in a kegiatan", doing(4, "Memeriksa berkas (asli")),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", WRONG, ids=[f"{code} {what}" for code, what, _ in WRONG]
)
def test_a_single_mistake_is_told_once(
    case: tuple[str, str, Change], buku: Buku
) -> None:
    code, _, change = case
    found = found_by(OWN, change(buku))
    assert [f.code for f in found] == [code], [f.message for f in found]
    assert found[0].saran


#: Passages that are unusual and right.
RIGHT = (
    "Karangan berbatasan dengan Kecamatan Suruh dan Kabupaten Ponorogo.",
    "Warga yang pindah ke Kabupaten Tulungagung membawa surat pengantar.",
    "Warga yang datang dari Kota Surabaya melapor.",
    "Penduduk asal Kecamatan Pule didata.",
    "Studi banding ke Kecamatan Ngantru menjadi bahan.",
    "Camat Setempat dan Kepala Desa Pemohon menandatangani.",
    "Kecamatan se-Kabupaten Trenggalek mengikuti rapat.",
    "Perangkat daerah Kabupaten/Kota dibina Provinsi Jawa Timur.",
    "Menurut Undang-Undang Nomor 12 Tahun 1950 tentang Pembentukan Daerah-daerah "
    "Kabupaten dalam Lingkungan Propinsi Jawa Timur.",
    "SOP ini selaras dengan RPJMD Tahun 2021–2026.",
    "Hasil survei kepuasan masyarakat tahun 2024 menjadi dasar.",
    "Sejak tahun 2016 layanan terpadu dijalankan.",
    "Pada tahun 2019 telah dilakukan penataan loket.",
    "Pelatihan petugas tahun 2023 diikuti semua seksi.",
    "Dalam keadaan darurat (bencana, pandemi) layanan dialihkan.",
    "Kode 406.01 adalah kode Sekretariat Daerah.",
    "Buku ini memuat 18 SOP.",
    "Buku ini memuat 10 SOP rekomendasi dan 8 SOP administrasi.",
    "Terdapat 7 SOP pada Seksi Pelayanan Umum.",
    "Pada tahun 2024 telah disusun 15 SOP.",
    "Setiap seksi mengusulkan paling sedikit 2 (dua) SOP baru.",
    "Layanan selesai dalam 3 (tiga) hari.",
    "Surat, metadata, dan mebel kantor dicatat.",
    "Istilah *customer journei* dicetak miring.",
    "Desa Kerjo, Salamwates, dan Jatiprahu menyampaikan usulan.",
    "Ibu Sri Wahyuni dan Bapak Zainuddin menjadi narasumber.",
    "Alamat pos-el kec.karangan@trenggalekkab.go.id dipakai.",
    "Ada dua syarat: a) KTP; dan b) KK.",
    "Persyaratan:\n\na. KTP;\nb. KK; dan\nc. surat pengantar.",
    "Persyaratan:\n\n1. KTP\n2. KK\n3. surat pengantar",
    "Layanan buka pukul 08.00 s.d. 15.00 WIB ...",
    "Ia berkata, \"Layanan dibuka (pagi).\"",
    "Keputusan Camat tentang Standar Pelayanan tetap berlaku.",
    "Wewenang didelegasikan oleh dan untuk pemerintah daerah.",
    "Naskah lama dipakai apa adanya.",
    "Semangat, perilaku, dan sumbangsih petugas dibangun lewat presentasi.",
    "Seni karawitan, lembah, dan pustaka desa dirawat; siswa mengaku senang.",
    "Buku ini mencakup 18 SOP; tujuh SOP di antaranya melayani warga langsung.",
    "Urutan:\n\na. satu;\nb. dua; dan\nc. tiga.\n\nLalu:\n\na. satu; dan\nb. dua.",
    "Menurut PP No. 94 Tahun 2021 pegawai wajib hadir.",
    "Hasilnya dijalankan bersama Kabupaten Ponorogo.",
    "Waktu penyelesaian rekomendasi SKCK adalah 35 menit.",
    "Orang pindahan, tingkatan jabatan, simpanan, dan tahunan dicatat.",
    "Kartu keluarga diselesaikan dalam 3 jam, atau dalam 2 hari kerja bila ramai.",
    "Rekomendasi KK selesai paling lama 1 jam.",
    "Penandatanganan kartu keluarga memerlukan waktu 15 menit.",
    "SKTM dan SKCK masing-masing seluruhnya 45 menit.",
    "Loket SKCK dibuka seluruhnya 8 jam sehari.",
    "Beberapa SOP diperiksa ulang: Surat Masuk, Surat Keluar.",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_unusual_and_right_is_not_told(text: str, buku: Buku) -> None:
    assert [(f.code, f.message) for f in found_by(OWN, sentence(text)(buku))] == []


#: What a book may also be.
ALSO_RIGHT: tuple[tuple[str, Change], ...] = (
    ("a Plt.", of_camat(kapasitas=Kapasitas.PLT)),
    ("a Penjabat", of_camat(jabatan="Pj. Camat Karangan")),
    ("a contract", of_camat(nip="19850101 202221 1 003", pangkat="")),
    ("a rank with its golongan", of_camat(pangkat="Pembina Tk. I (IV/b)")),
    ("a golongan of a contract", of_camat(pangkat="Golongan IX")),
    ("two considerations", lambda buku: decree(
        buku, menimbang=(buku.keputusan[0].menimbang[0], Teks(
            PERTIMBANGAN.format("huruf a", JUDUL),
            buku.keputusan[0].menimbang[2].span)))),
    ("letters from to", considering(
        PERTIMBANGAN.format("huruf a sampai dengan huruf b", JUDUL))),
    ("an older decree repealed", in_diktum(
        9, "Keputusan Camat Karangan Nomor 188.45/3/406.06/2023 tanggal 9 Januari 2023 "
        "tentang Standar Operasional Prosedur dicabut dan dinyatakan tidak berlaku.")),
    ("what contradicts", in_diktum(
        9, "Ketentuan yang bertentangan dengan Keputusan ini tidak berlaku lagi.")),
    ("several diktum", in_diktum(
        3, "SOP sebagaimana dimaksud dalam Diktum KESATU dan Diktum KEDUA dipakai.")),
    ("the list typed out", listing(lambda names: names)),
    ("the list with SOP", listing(lambda names: [f"SOP {nama}" for nama in names])),
    ("the seat of the kabupaten", of_office(tempat="Trenggalek")),
    ("a letter of a law", considering(PERTIMBANGAN.format(
        "huruf a dan huruf b serta Pasal 5 ayat (1) huruf f Undang-Undang", JUDUL))),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", ALSO_RIGHT, ids=[name for name, _ in ALSO_RIGHT])
def test_other_forms_are_right_too(case: tuple[str, Change], buku: Buku) -> None:
    assert [(f.code, f.message) for f in found_by(OWN, case[1](buku))] == []


def test_a_name_for_a_sop_that_the_list_lacks_breaks_no_rule(buku: Buku) -> None:
    (own,) = buku.keputusan
    (annex,) = own.lampiran
    lampiran = replace(annex, sebutan={"tak-ada": "Lain", "kk": "Lain"})
    (found,) = sebutan_berbeda(decree(buku, lampiran=(lampiran,)))
    assert "menyebut SOP 1 dengan nama lain" in found.message
