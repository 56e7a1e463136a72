"""Slips in the decree and the chapters: whose office, names, counts, lists, signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Teks
from sopgen.model.pejabat import Kapasitas
from sopgen.sebab import causes
from tests.lint.keliru import (
    Change,
    both,
    decree,
    in_diktum,
    listing,
    of_camat,
    sentence,
)

DIMAKSUD = "Standar Operasional Prosedur sebagaimana dimaksud dalam Diktum"
BUTIR = "Buku ini:\n\na. memandu pegawai;\nb. {}\nc. menertibkan arsip; dan\nd. {}"


def preface(text: str) -> Change:
    """Add a paragraph to the preface."""

    def change(buku: Buku) -> Buku:
        own = buku.naskah["kata_pengantar"]
        teks = Teks(f"{own.teks.isi}\n\n{text}\n", own.teks.span)
        made = {**buku.naskah, "kata_pengantar": replace(own, teks=teks)}
        return replace(buku, naskah=made)

    return change


def copies(*texts: str) -> Change:
    """Send copies of the decree."""

    def change(buku: Buku) -> Buku:
        span = buku.keputusan[0].at("tembusan")
        return decree(buku, tembusan=tuple(Teks(text, span) for text in texts))

    return change


def annex(old: str, new: str) -> Change:
    """Write other words into the title of the annex."""

    def change(buku: Buku) -> Buku:
        own, *others = buku.keputusan[0].lampiran
        assert old in own.judul.isi
        teks = Teks(own.judul.isi.replace(old, new, 1), own.judul.span)
        return decree(buku, lampiran=(replace(own, judul=teks), *others))

    return change


def basis(text: str) -> Change:
    """Let the first SOP rest on something else at the beginning of its list."""

    def change(buku: Buku) -> Buku:
        sop = buku.sop[0]
        first, *rest = sop.identitas.dasar_hukum
        made = (replace(first, isi=text, peraturan="", tertulis=True), *rest)
        own = replace(sop, identitas=replace(sop.identitas, dasar_hukum=made))
        return replace(buku, sop=(own, *buku.sop[1:]))

    return change


def in_force(text: str) -> Change:
    """Write the diktum that puts the decree in force otherwise."""

    def change(buku: Buku) -> Buku:
        own = [
            Teks(text, one.span) if "mulai berlaku" in one.isi else one
            for one in buku.keputusan[0].diktum
        ]
        return decree(buku, diktum=tuple(own))

    return change


#: A slip, its code, a part of what is told or advised.
SLIPS: tuple[tuple[Change, str, str], ...] = (
    (in_force("Keputusan ini mulai berlaku pada tanggal."), "SOP755",
     "tidak menyebut tanggalnya"),
    (in_force("Keputusan ini mulai berlaku sejak."), "SOP755", "pada tanggal"),
    (preface("Untuk itu dibuatlah 16 (enam belas) Standar Operasional Prosedur ini."),
     "SOP751", "`16 (enam belas) Standar Operasional Prosedur`"),
    (sentence("Petugas memkirim undangan kepada warga."), "SOP760", "`mengirim`"),
    (sentence("Juru arsip memcatat nomor surat."), "SOP760", "`mencatat`"),
    (sentence("Keluhan warga didengar dilapangan dan dicatat petugas."), "SOP745",
     "`di lapangan`"),
    (sentence("Tanda terima ada didua tempat."), "SOP745", "`di dua`"),
    (sentence("Surat diantar kerumah pemohon."), "SOP745", "`ke rumah`"),
    (preface("Buku ini dipakai oleh segenap pegawai Dinas Lingkungan Hidup."), "SOP734",
     "`Dinas Lingkungan Hidup`"),
    (sentence("Ini berlaku di lingkungan Badan Keuangan Daerah Kabupaten Trenggalek."),
     "SOP734", "`Badan Keuangan Daerah`"),
    (sentence("Arsip dirapikan seminggu sekali-minggu sekali di lemari."), "SOP744",
     "`seminggu sekali-minggu sekali`"),
    (sentence("Surat dikirim ke desa/kelurahan-desa/kelurahan di sini."), "SOP744",
     "`desa/kelurahan-desa/kelurahan`"),
    (sentence("Daftar Isian Pelaksanaan (Daftar Isian Pelaksanaan (DIP)) disimpan."),
     "SOP744", "`Daftar Isian Pelaksanaan (Daftar Isian"),
    (of_camat(pangkat="III/d"), "SOP177", "tulis pangkatnya: `Penata Tingkat I`"),
    (of_camat(nama="SEKRETARIS KECAMATAN"), "SOP183", "adalah jabatan"),
    (of_camat(nama="BUDI SANTOSO, S.H., S.H., M.M."), "SOP183",
     "tulis `BUDI SANTOSO, S.H., M.M.`"),
    (of_camat(nama="BUDI SANTOSO, S.Sos.. M.M."), "SOP763", "S.Sos., M.M.`"),
    (in_diktum(3, f"{DIMAKSUD} KEDAU dipakai setiap hari."), "SOP756", "`KEDUA`"),
    (in_diktum(3, f"{DIMAKSUD} kesattu dipakai setiap hari."), "SOP756", "`KESATU`"),
    (copies("Bupati Trenggalek", "Inspektur Kabupaten Trenggalek", "Inspektur;"),
     "SOP774", "dua kali: `Inspektur;`"),
    (copies("Bupati Trenggalek", "Yth. Camat Karangan"), "SOP774",
     "kepada yang menandatangani"),
    (in_diktum(2, f"{DIMAKSUD} KESATU terdiri atas 15 (lima belas) prosedur."),
     "SOP751", "`15 (lima belas) prosedur`"),
    (sentence("Buku SOP ini memuat 14 dokumen prosedur yang berlaku."), "SOP751",
     "`14 dokumen prosedur`"),
    (listing(lambda names: names[:4]), "SOP753", "dan 8 lainnya"),
    (sentence(BUTIR.format("mempercepat pelayanan.", "menjadi bahan evaluasi.")),
     "SOP754", "`mempercepat pelayanan.`"),
    (sentence("Loket dibuka pada tahun 2025.Warga merasa puas."), "SOP763",
     "2025. Warga"),
    (sentence("Warga datang ke kantor. petugas menyambutnya dengan ramah."), "SOP762",
     "tulis `Petugas`"),
    (sentence("Buku ini dipakai (Delapanbelas) bulan oleh duapuluh orang."), "SOP745",
     "`delapan belas`, `duapuluh` → `dua puluh`"),
    (sentence("Warga membawa Surat Keterangan Cacat Kepolisian (SKCK) ke loket."),
     "SOP772", "tulis `surat keterangan catatan kepolisian`"),
    (annex("STANDAR", "TAHUN 2023 STANDAR"), "SOP730", "2023"),
    (annex("{{ kecamatan.kabupaten | upper }}", "BLITAR"), "SOP734", "BLITAR"),
    (basis("Peraturan Presiden Nomor 17 Tahun 2018 tentang Kecamatan"), "SOP606",
     "jenis Peraturan Presiden Nomor 17 Tahun 2018 tampaknya keliru; mungkin maksudnya "
     "Peraturan Pemerintah Nomor 17 Tahun 2018"),
    (basis("Undang-Undang Nomor 25 Tahun 2009 Pelayanan Publik"), "SOP607",
     "kata tentang hilang"),
    (basis("Undang-Undang Nomor 25 Tahun 2009 tentang tentang Pelayanan Publik"),
     "SOP745", "`tentang tentang` → `tentang`;"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("change", "code", "part"), SLIPS, ids=range(len(SLIPS)))
def test_a_slip_in_decree_or_chapter_is_told_once(
    change: Change, code: str, part: str, buku: Buku
) -> None:
    made = change(buku)
    (one,) = causes(lint(made), made)
    assert one.code == code
    assert part in f"{one.message}; {one.saran}"


def test_a_regulation_in_force_is_meant_before_one_that_is_not(buku: Buku) -> None:
    made = basis("Peraturan Pemerintah Nomor 17 Tahun 2008 tentang Kecamatan")(buku)
    (one,) = (one for one in lint(made) if one.code == "SOP606")
    assert one.saran.startswith("mungkin maksudnya Peraturan Pemerintah Nomor 17 Tahun "
                                "2018")  # fmt: skip


@pytest.mark.slow
def test_what_stands_in_the_list_already_is_not_proposed_again(buku: Buku) -> None:
    new = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    old = "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"
    sop = basis(old)(buku).sop[0]
    first, *rest = sop.identitas.dasar_hukum
    for beside, saran in (
        ([replace(first, isi=new)], "hapus; "),
        ([], "ganti dengan "),
    ):
        own = replace(sop.identitas, dasar_hukum=(first, *beside, *rest))
        made = replace(buku, sop=(replace(sop, identitas=own), *buku.sop[1:]))
        (one,) = (one for one in lint(made) if one.code == "SOP602")
        assert one.saran.startswith(f"{saran}Undang-Undang Nomor 23 Tahun 2014")


#: What is right, however near it is to a slip.
RIGHT: tuple[Change, ...] = (
    sentence("Petugas memfoto, memproses, memveto, membina, dan mempelajari berkas."),
    sentence("Pegawai yang dirumahkan diberi surat, dan kerumahtanggaan diurus."),
    in_force("Keputusan ini mulai berlaku pada tanggal 16 Januari 2025."),
    in_force("Keputusan ini mulai berlaku sejak tanggal ditetapkan."),
    preface("Terima kasih kepada jajaran Dinas Kesehatan atas bantuannya."),
    sentence("Rapat dihadiri kepala desa-kepala desa dan rumah sakit-rumah sakit."),
    of_camat(nama="Dr. BUDI SANTOSO, S.H., S.Sos., M.M."),
    of_camat(pangkat="Pembina Tingkat I (IV/b)"),
    in_diktum(3, "Dengan Keputusan ini SOP KECAMATAN dan KELURAHAN dipakai."),
    copies("Bupati Trenggalek", "Wakil Bupati Trenggalek", "Sekretaris Daerah"),
    both(copies("Camat Karangan"), lambda buku: decree(
        buku, penandatangan=replace(buku.penandatangan, kapasitas=Kapasitas.PLH))),
    sentence("SOP ini menggantikan dua prosedur lama dan tiga pedoman teknis."),
    in_diktum(2, f"SOP yang diprioritaskan dari {DIMAKSUD} KESATU meliputi:\n"
              "1. Surat Masuk;\n2. Surat Keluar; dan\n3. Dokumen Kepegawaian."),
    sentence(BUTIR.format("melayani pemohon, dll.;", "menjadi bahan evaluasi.")),
    sentence("Keputusan Nomor 188.45/12.Kec/2025, Jl. Raya No.5 RT.02, masih berlaku."),
    sentence("Syaratnya antara lain KTP, KK, dsb. untuk pemohon baru, tgl. lahir, dan "
             "hal. dua puluh."),
)  # fmt: skip


@pytest.mark.parametrize("change", RIGHT, ids=range(len(RIGHT)))
def test_what_is_right_in_decree_or_chapter_is_not_told(
    change: Change, buku: Buku
) -> None:
    made = change(buku)
    assert causes(lint(made), made) == ()
