"""An office whose charts have groups of pelaksana and columns of its own."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.buku import Buku
from sopgen.spec import read_buku

BUKU = """\
tahun: 2026
judul: BUKU SOP
kecamatan: {nama: Muara Tebing, kabupaten: Lahat Jaya, kode_unit: "409.07"}
pejabat:
  camat: {jabatan: Camat Muara Tebing, nama: ROSMALA, nip: "197605122001122003"}
penandatangan: camat
tanggal_pengesahan: 2026-01-19
susunan: [sampul, daftar_isi, sop]
kolom: {kelengkapan: Persyaratan/Perlengkapan, no_agenda: No. Agenda}
jumlah_waktu: ya
sop:
  - {id: balai, nama: Peminjaman Balai}
  - {id: apel, nama: Apel Pagi}
  - {id: kas, nama: Pencatatan Kas}
"""
SHEET = """\
unit: Subbagian Umum
tanggal_pembuatan: 2026-01-06
tanggal_efektif: 2026-01-19
dasar_hukum: [{peraturan: uu-25-2009}]
kualifikasi_pelaksana: [Menguasai tata persuratan]
keterkaitan: [SOP Surat Keluar]
peralatan: [Buku agenda]
peringatan: ["Apabila diabaikan, maka balai dipakai dua pihak."]
pencatatan: [Buku pinjam]
"""
BALAI = f"""\
{SHEET}pelaksana:
  - {{kelompok: Kelurahan, pelaksana: [Peminjam, Lurah]}}
  - Bendahara
  - kelompok: Kantor Camat
    pelaksana: [Penjaga Balai, Kasubbag Umum, Camat]
kegiatan:
  - uraian: Mengajukan surat pinjam
    pelaksana: Peminjam
    simbol: mulai
    kelengkapan: Surat pinjam
    waktu: 20 menit
    output: Surat pinjam
    biaya: Rp0
  - uraian: Membubuhkan pengantar
    pelaksana: Lurah
    kelengkapan: Surat pinjam
    waktu: 1 jam
    output: Surat berpengantar
    no_agenda: "12"
  - uraian: Memeriksa jadwal balai
    pelaksana: Penjaga Balai
    simbol: keputusan
    ke: {{Kosong: 4, Terpakai: 1}}
    kelengkapan: Surat berpengantar
    waktu: 45 menit
    output: Jadwal terisi
  - uraian: Menerima uang jaminan
    pelaksana: Bendahara
    kelengkapan: Jadwal terisi
    waktu: 1–2 hari kerja
    output: Kuitansi
    biaya: Rp150.000,00
    keterangan: Uang kembali setelah pakai
  - uraian: Memaraf izin pakai
    pelaksana: Kasubbag Umum
    kelengkapan: Kuitansi
    waktu: sesuai jadwal
    output: Konsep izin
  - uraian: Menandatangani izin pakai
    pelaksana: Camat
    simbol: selesai
    kelengkapan: Konsep izin
    waktu: 5 menit
    output: Izin pakai
"""
APEL = f"""\
{SHEET}pelaksana: [Pembina, Peserta]
mutu_baku: tidak
jumlah_waktu: tidak
kolom: {{no_agenda: "-"}}
kegiatan:
  - {{uraian: Menyiapkan barisan, pelaksana: Peserta, simbol: mulai}}
  - {{uraian: Memimpin apel, pelaksana: Pembina}}
  - {{uraian: Membubarkan barisan, pelaksana: Peserta, simbol: selesai}}
"""
KAS = f"""\
{SHEET}pelaksana: [Penyetor, {{kelompok: Keuangan, pelaksana: [Kasir]}}]
kolom: {{waktu: Lama, kode_kas: Kode Kas, kelengkapan: Bahan, output: Hasil, keterangan: Ket}}
kegiatan:
  - {{uraian: Menyetor uang, pelaksana: Penyetor, simbol: mulai, kelengkapan: Uang,
     waktu: 5 menit, output: Uang, kode_kas: K-1, no_agenda: "3"}}
  - {{uraian: Mencatat setoran, pelaksana: Kasir, simbol: selesai, kelengkapan: Uang,
     waktu: 10 menit, output: Catatan kas, keterangan: rangkap dua}}
"""  # noqa: E501
FILES = {
    "buku.yaml": BUKU, "sop/balai.yaml": BALAI, "sop/apel.yaml": APEL,
    "sop/kas.yaml": KAS,
}  # fmt: skip


def write_tabel(folder: Path) -> Path:
    """Write the office and return its folder."""
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def tabel(folder: Path) -> Buku:
    """Return the book of the office, written to a folder."""
    buku = read_buku(write_tabel(folder)).buku
    assert buku is not None
    return buku
