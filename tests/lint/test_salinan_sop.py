"""Sheets, titles, flow and letters of SOP: what is told, and what looks alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity
from sopgen.model.sop import Kegiatan, Sop
from tests.lint.berlaku import exits, lane, row, sheet, sop_of, symbol, title
from tests.lint.rumpun import all_found, rules_in, told_by

#: A change of a book; one of the shared ones also tells where it was made.
Change = Callable[[Buku], Any]
Of = Callable[[Buku], Buku]
OWN = rules_in(
    "alur cari_ganti huruf_lembar judul_sop keputusan keterkaitan kualifikasi label "
    "lembar mutu_baku pejabat penulisan salah_ketik sop_lain tanggal terputus ujung "
    "unit waktu"
)
KK, KTP, SKCK, SKTM, MASUK = "kk", "ktp", "skck", "sktm", "surat-masuk"


def found_in(made: Any) -> list[tuple[str, str]]:
    """Return what the rules find in a book that was changed."""
    return told_by(OWN, made[0] if isinstance(made, tuple) else made)


def put(kode: str, change: Callable[[Sop], Sop]) -> Of:
    return lambda buku: replace(
        buku, sop=tuple(change(one) if one.id == kode else one for one in buku.sop)
    )


def identity(kode: str, **fields: Any) -> Of:
    return put(
        kode, lambda one: replace(one, identitas=replace(one.identitas, **fields))
    )


def respelled(kode: str, old: str, new: str) -> Change:
    """Replace words in all kegiatan of a SOP, and in their kelengkapan and output."""

    def other(one: Kegiatan) -> Kegiatan:
        mutu = replace(
            one.mutu_baku,
            kelengkapan=one.mutu_baku.kelengkapan.replace(old, new),
            output=one.mutu_baku.output.replace(old, new),
        )
        return replace(one, uraian=one.uraian.replace(old, new), mutu_baku=mutu)

    return put(kode, lambda one: replace(one, kegiatan=tuple(map(other, one.kegiatan))))


def related(kode: str, text: str) -> Change:
    def change(one: Sop) -> Sop:
        every = (*one.identitas.keterkaitan, text)
        return replace(one, identitas=replace(one.identitas, keterkaitan=every))

    return put(kode, change)


def dated(kode: str, day: str) -> Change:
    """Let a SOP be in force from a day that another SOP has been made on."""

    def change(buku: Buku) -> Buku:
        own = sop_of(buku, kode).identitas
        early = replace(
            own.tanggal_efektif, cetak=day, kurun=own.tanggal_pembuatan.kurun
        )
        return identity(kode, tanggal_efektif=early)(buku)

    return change


def annexed(kode: str, nama: str) -> Change:
    def change(buku: Buku) -> Buku:
        (own,) = buku.keputusan
        (listing,) = own.lampiran
        lampiran = (replace(listing, sebutan={kode: nama}),)
        return replace(buku, keputusan=(replace(own, lampiran=lampiran),))

    return change


def emptied(kode: str, nomor: int) -> Change:
    return row(kode, nomor, kelengkapan="", waktu="", output="")


def ended(kode: str, nomor: int) -> Change:
    """Let the flow of a SOP end at a kegiatan."""

    def change(buku: Buku) -> Buku:
        drawn, _ = symbol(kode, nomor, "terminator", "Selesai")(buku)
        last = {one.id for one in sop_of(buku, kode).langkah if one.baris == nomor - 1}
        return put(
            kode,
            lambda one: replace(
                one, alur=tuple(a for a in one.alur if a.dari not in last)
            ),
        )(drawn)

    return change


MAMPU = "kualifikasi_pelaksana"
LIMPAH = "Apabila berkas tidak dicocokkan"

#: code · the mistake
WRONG: tuple[tuple[str, Change], ...] = (
    ("SOP321", exits(KK, 2, {"Lengkap": 3, "Sudah lengkap": 1}, 1)),
    ("SOP321", exits(KK, 4, {"Sesuai": 5, "Telah memenuhi syarat": 3}, 1)),
    ("SOP321", exits(KTP, 2, {"Belum lengkap": 3, "Kurang": 1}, 1)),
    ("SOP150", dated(KK, "6 Januari 2025")),
    ("SOP152", title("pirt", "nama_pendek", "SOP Data Penerbitan Laik Sehat")),
    ("SOP152", annexed("iumk", "Rekomendasi Proposal Permohonan Bantuan")),
    ("SOP153", title("perencanaan", "judul_sampul", "Dokumen Keuangan")),
    ("SOP153", title("perencanaan", "judul", "Dokumen Rencana Belanja Modal")),
    ("SOP153", title("surat-keluar", "judul_sampul", "Surat Undangan Dinas")),
    ("SOP153", title(KTP, "judul_prosedur", "PROSEDUR REKOMENDASI DISPENSASI")),
    ("SOP117", related(KK, "SOP Rekomendasi Akta Kematian")),
    ("SOP117", related(MASUK, "SOP Surat Tugas")),
    ("SOP154", sheet(SKTM, MAMPU, "Memahami tata cara rekomendasi SKCK")),
    ("SOP154", sheet("pirt", MAMPU, "Mampu mengelola surat masuk")),
    ("SOP744", sheet(SKTM, "peringatan", f"{LIMPAH}, maka")),
    ("SOP744", sheet(SKTM, "peringatan", f"{LIMPAH} dengan data, sehingga.")),
    ("SOP744", sheet(SKTM, "peringatan", f"{LIMPAH},")),
    ("SOP744", sheet(SKTM, "peringatan", f"{LIMPAH} dengan data.")),
    ("SOP744", row(KK, 8, keterangan="Diterbitkan oleh Dinas apabila")),
    ("SOP122", identity("kepegawaian", unit="Seksi Tata Pemerintahan")),
    ("SOP122", identity("perencanaan", unit="Seksi Kesejahteraan Rakyat")),
    ("SOP404", respelled(KK, "KK", "KTP")),
    ("SOP734", lane(SKTM, "Camat", "Lurah")),
    ("SOP760", identity("surat-keluar", unit="Subbagian Umum dan Kepegawaianan")),
    ("SOP760", identity(SKCK, unit="Seksi Pelayananan Umum")),
    ("SOP762", sheet(SKTM, "peringatan", f"a{LIMPAH[1:]}, maka keliru")),
    ("SOP762", sheet(KK, MAMPU, "mampu menyusun surat")),
    ("SOP763", sheet(SKTM, "peringatan", f"{LIMPAH}, maka bantuan salah sasaran")),
    ("SOP762", row(KK, 5, uraian="MENANDATANGANI REKOMENDASI PERMOHONAN")),
    ("SOP762", row(KK, 2, output="BERKAS PERMOHONAN KK YANG LENGKAP")),
    ("SOP410", row(KK, 8, keterangan="Jumlah waktu seluruhnya 90 menit")),
    ("SOP410", row(KK, 8, keterangan="Total waktu keseluruhan: 3 jam")),
    ("SOP410", row(KK, 8, keterangan="Lamanya seluruhnya: 3 jam")),
    ("SOP407", row(KK, 3, waktu="10 mneit")),
    ("SOP401", emptied(KK, 4)),
    ("SOP315", ended("koordinasi-kesra", 6)), ("SOP315", ended(MASUK, 6)),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", WRONG, ids=[f"{code}-{n}" for n, (code, _) in enumerate(WRONG)]
)
def test_a_single_mistake_is_told_once(case: tuple[str, Change], buku: Buku) -> None:
    code, change = case
    found = found_in(change(buku))
    assert [own for own, _ in found] == [code], found


RIGHT: tuple[Change, ...] = (
    exits(KK, 2, {"Setuju": 3, "Setuju dengan catatan": 1}),
    exits(KK, 2, {"Diterima langsung": 3, "Diterima lewat pos": 4}),
    exits(KK, 2, {"Berkas": 3, "Data": 1}), exits(KK, 4, {"Ada": 5, "Tidak ada": 3}),
    exits(KK, 4, {"Baru": 5, "Perpanjangan": 3}),
    title("pirt", "nama_pendek", "SPPIRT"), title(KK, "nama_pendek", "SOP KK"),
    annexed("iumk", "Surat Izin Usaha Mikro Kecil (IUMK)"),
    title(KK, "judul_sampul", "REKOMENDASI KK BARU DAN PERUBAHAN"),
    title(MASUK, "judul_prosedur", "PROSEDUR SURAT MASUK BIASA DAN RAHASIA"),
    title("perencanaan", "judul_sampul", "RENCANA KERJA KECAMATAN KARANGAN"),
    title("kepegawaian", "judul", "Administrasi Kepegawaian"),
    title("laik-sehat", "judul", "Sertifikat Laik Sehat"),
    related(KK, "SOP Rekomendasi Akta Kelahiran Dinas Kependudukan"),
    related(MASUK, "SOP Surat Masuk Bagian Umum"),
    sheet(SKTM, MAMPU, "Mampu memeriksa keabsahan KTP dan KK"),
    sheet(SKTM, MAMPU, "Memahami persyaratan SKTM (KTP, KK)"),
    sheet(KK, MAMPU, "Memahami persyaratan KK dan KTP"),
    sheet("surat-keluar", MAMPU, "Mampu mengelola surat masuk"),
    sheet(KK, MAMPU, "Memahami tata naskah dinas"),
    sheet(SKTM, "peringatan", f"{LIMPAH} bantuan dapat salah sasaran."),
    sheet(SKTM, "peringatan", "Berkas dicocokkan. Jika keliru, berkas dikembalikan."),
    sheet(SKTM, "peringatan", "*Soft file* disimpan terpisah."),
    sheet(KTP, "peringatan", "e-KTP yang rusak diganti lebih dahulu."),
    row(KK, 8, keterangan="Diambil sendiri atau diwakilkan, sesuai keperluan"),
    row(KK, 8, keterangan="Berkas diteliti apakah lengkap atau tidak"),
    identity(SKCK, unit="Sekretariat Kecamatan"),
    identity("surat-keluar", unit="Sekretariat Kecamatan"),
    lane(SKTM, "Pemerintah Desa", "Kepala Desa/Lurah"),
    row(KK, 3, output="KK, SKTM, NPWP"), row(KK, 3, output="KTP-EL"),
    row(KK, 8, keterangan="Jumlah waktu seluruhnya 65 menit"),
    row(KK, 8, keterangan="Jumlah waktu seluruhnya maksimal 2 jam"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", RIGHT, ids=range(len(RIGHT)))
def test_what_looks_like_a_mistake_and_is_none(change: Change, buku: Buku) -> None:
    told = [
        one
        for one in found_in(change(buku))
        if one[0] not in ("SOP221", "SOP408", "SOP409", "SOP411", "SOP735")
    ]
    assert told == []


def test_a_related_sop_with_a_name_of_its_own_kind_is_only_noted(buku: Buku) -> None:
    (one,) = all_found(OWN, related(KK, "SOP Kebersihan Kantor")(buku))
    assert (one.code, one.severity) == ("SOP117", Severity.INFO)


@pytest.mark.slow
def test_an_end_of_one_branch_is_no_end_of_all(buku: Buku) -> None:
    refused, _ = exits(KK, 4, {"Sesuai": 6, "Tidak": 5})(buku)
    assert found_in(ended(KK, 5)(refused)) == []
