"""Slips on the sheets of SOP: persons, pointers, numbers, names, years, remains."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity
from sopgen.sebab import causes
from tests.lint.berlaku import Change, put, row, sheet, sop_of, title

#: A slip, its code, a part of what is told or advised.
SLIPS: tuple[tuple[Change, str, str], ...] = (
    (sheet("pindah-tempat", "pencatatan", "Register mutasi warga Kecamatan Panggul"),
     "SOP734", "`Kecamatan Panggul`"),
    (row("kk", 4, keterangan="Dicatat pada buku pindah warga Kecamatan Tugu"),
     "SOP734", "`Kecamatan Tugu`"),
    (row("perencanaan", 3, keterangan="Menurut laporan Tahun Anggaran 2021"),
     "SOP730", "hapus tahunnya, atau tulis 2025"),
    (row("kk", 3, kelengkapan="Berkas permohonan KK yang lengkap, blangko tahun 2022"),
     "SOP730", "`tahun 2022`"),
    (sheet("kk", "pencatatan", "Buku register rekomendasi KK", "Idem", at=1),
     "SOP773", "`Idem`"),
    (row("kk", 5, output="sama dengan di atas"), "SOP773", "tulis isinya sendiri"),
    (row("kk", 4, waktu="s.d.a"), "SOP773", "`s.d.a`"),
    (row("kk", 4, kelengkapan="lihat nomor 3"), "SOP773", "`lihat nomor 3`"),
    (row("kk", 7, uraian="Menyerahkan rekomendasi KK melalui Pak Harjono"), "SOP218",
     "`Pak Harjono`"),
    (row("kk", 7, keterangan="Diambil oleh Sdr. Wawan"), "SOP218", "`Sdr. Wawan`"),
    (row("kk", 7, keterangan="Diteliti Wati, S.Sos. dahulu"), "SOP218", "`Wati, "),
    (row("kk", 7, uraian="Menyampaikan"), "SOP224", "7 `Menyampaikan`"),
    (row("ktp", 2, keterangan="Baru: perekaman pertama. Hilang: KTP tidak ada lagi"),
     "SOP329", "`Hilang`, label yang tidak ada"),
    (row("kk", 4, keterangan="Bila keliru, kembali ke kegiatan 17"), "SOP329",
     "`kegiatan 17`"),
    (row("kk", 4, keterangan="Yang lengkap berlanjut ke nomor 12"), "SOP329",
     "sampai kegiatan 8"),
    (title("surat-masuk", "nama", "Surat Masuk."), "SOP763", "tanpa `.`"),
    (sheet("pindah-tempat", "keterkaitan", "SOP Pengurusan Rekomendasi KTP"), "SOP117",
     "`SOP Rekomendasi Permohonan Kartu Tanda Penduduk (KTP)`"),
    (sheet("skck", "peringatan", "Apabila surat pengantar tidak diteliti, maka KTP "
           "dapat dicetak untuk orang lain."), "SOP154", "tentang SOP 2"),
    (sheet("kk", "keterkaitan", "SOP Rekomendasi Surat Keterangan Tidak Mampu (SKMT)"),
     "SOP772", "mungkin maksudnya `SKTM`"),
    (row("kk", 4, keterangan="Berkas yg kurang dilengkapi dgn surat pd hari itu"),
     "SOP745", "`pd` → `pada`"),
    (row("kk", 4, keterangan="Paling banyak tujuhbelas berkas sehari"), "SOP745",
     "`tujuh belas`"),
    (row("kk", 4, waktu="20–10 menit"), "SOP407", "terbalik; tulis `10–20 menit`"),
    (row("kk", 4, waktu="1O menit"), "SOP407", "tulis `10 menit`"),
    (row("kk", 4, waktu="l5 menit"), "SOP407", "tulis `15 menit`"),
    (row("pirt", 8, output="Rekomendasi laik sehat"), "SOP404",
     "tulis dokumen SOP ini"),
    (row("proposal-bantuan", 8, output="Berita acara klasifiKepala Seksi"), "SOP744",
     "`klasifiKepala Seksi`"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("change", "code", "part"), SLIPS, ids=range(len(SLIPS)))
def test_a_slip_on_a_sheet_is_told_once(
    change: Change, code: str, part: str, buku: Buku
) -> None:
    made, place = change(buku)
    (one,) = causes(lint(made), made)
    assert (one.code, one.severity) == (code, Severity.WARNING)
    assert part in f"{one.message}; {one.saran}"
    assert one.span.line == place.line


#: What is right, however near it is to a slip.
RIGHT: tuple[Change, ...] = (
    sheet("pindah-tempat", "pencatatan", "Register mutasi warga ke Kecamatan Panggul",
          "Register surat pindah datang dari Kecamatan Pule"),
    row("kk", 4, keterangan="Menurut laporan tahun 2024"),
    row("perencanaan", 3, keterangan="Rencana kerja tahun 2026 disusun lebih dahulu"),
    row("kk", 4, keterangan="Sama dengan permohonan sebelumnya yang ditolak"),
    row("kk", 7, uraian="Menyerahkan rekomendasi KK kepada Bapak Camat"),
    row("kk", 7, keterangan="Ibu Hamil, Saudara Pelapor, Ibu Kota, saudara kandung"),
    row("kk", 7, uraian="Menunggu"),
    row("ktp", 2, keterangan="Baru: perekaman pertama. Catatan: bawa KK. NIK: nomor"),
    row("kk", 4, keterangan="Kembali ke kegiatan 3; ikut kegiatan 17 Agustus"),
    row("kk", 4, keterangan="Menurut langkah 12 SOP Surat Masuk"),
    sheet("pindah-tempat", "keterkaitan", "SOP Rekomendasi KTP", "SOP KK"),
    sheet("skck", "peringatan", "Apabila KTP dan KK tidak diperiksa, maka rekomendasi "
          "SKCK dapat diterbitkan keliru."),
    row("kk", 4, keterangan="Pemohon dari PD dan TTG, atau dari YG"),
    row("kk", 4, waktu="5-10 menit"),
    row("kk", 4, waktu="10 menit sampai 1 jam"),
    sheet("kk", "kualifikasi_pelaksana", "Mampu memeriksa berkas",
          "Lulusan SMA, D-3, atau S-1"),
)  # fmt: skip


@pytest.mark.parametrize("change", RIGHT, ids=range(len(RIGHT)))
def test_what_is_right_on_a_sheet_is_not_told(change: Change, buku: Buku) -> None:
    made, _ = change(buku)
    assert causes(lint(made), made) == ()


@pytest.mark.slow
def test_a_flow_that_turns_for_ever_is_told_with_its_circle(buku: Buku) -> None:
    sop = sop_of(buku, "kk")
    ids = {one.baris: one.id for one in reversed(sop.langkah)}
    back = tuple(
        replace(one, ke=ids[5]) if (one.dari, one.ke) == (ids[6], ids[7]) else one
        for one in sop.alur
    )
    made = put(buku, replace(sop, alur=back))
    (one,) = causes(lint(made), made)
    assert one.code == "SOP302"
    assert one.message.endswith(", yang berputar pada kegiatan `6`, `7`")
    assert one.saran == "beri salah satunya jalan keluar ke sini"


@pytest.mark.slow
def test_several_schools_without_the_least_are_told(buku: Buku) -> None:
    change = sheet("kk", "kualifikasi_pelaksana", "Mampu mengetik", "SMA, D-3, S-1")
    made, _ = change(buku)
    assert [one.code for one in causes(lint(made), made)] == ["SOP155"]
