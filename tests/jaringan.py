"""A small office whose SOP call each other: as steps, at ends, at exits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

BUKU = """\
tahun: 2026
judul: BUKU PROSEDUR KERJA
kecamatan:
  nama: Lembah Asri
  kabupaten: Trenggalek
  kode_unit: "406.99"
pejabat:
  camat: {jabatan: Camat Lembah Asri, nip: 19690518 199710 1 001}
penandatangan: camat
tanggal_pengesahan: 2026-01-17
pola_nomor_sop: 000.8.3.3/SOP.{nomor:02}/{kode_unit}/{tahun}
susunan: [sampul, {bagian: keputusan, keputusan: sk-1}, daftar_isi, simbol, peta, sop]
keputusan:
  - id: sk-1
    nomor: 000.8.3.3/1/406.99/2026
    tanggal: 2026-01-16
    judul: PENETAPAN SOP
    menimbang: [bahwa perlu;]
    mengingat: [Undang-Undang Dasar;]
    diktum: [Menetapkan SOP.]
sop:
  - {id: tamu, nama: Penerimaan Tamu Dinas}
  - {id: izin, nama: Izin Keramaian Warga}
  - {id: aduan, nama: Penanganan Aduan Warga}
  - {id: arsip, nama: Penyimpanan Arsip Inaktif}
"""

HEAD = """\
unit: Sekretariat
tanggal_pembuatan: 2026-01-10
tanggal_efektif: 2026-01-16
dasar_hukum: [Undang-Undang;]
kualifikasi_pelaksana: [Mampu mengagendakan surat]
peralatan: [Buku agenda]
pencatatan: [Buku agenda]
"""

TAMU = """\
peringatan: [Apabila lambat maka tamu menunggu]
pelaksana: [Tamu, Petugas, Camat]
kegiatan:
  - {uraian: Mengisi buku tamu, pelaksana: Tamu, simbol: mulai, waktu: 5 menit}
  - {uraian: Mengantar tamu, pelaksana: Petugas, waktu: 5 menit}
  - {uraian: Menemui tamu, pelaksana: Camat, simbol: selesai, waktu: 5 menit}
"""

IZIN = """\
peringatan: [Apabila lambat maka izin tertunda]
keterkaitan: [SOP Penerimaan Tamu Dinas, Penanganan Aduan Warga,
  SOP Penyimpanan Arsip Inaktif]
pelaksana: [Pemohon, Petugas, Kepala Seksi, Camat]
kegiatan:
  - {uraian: Mengajukan permohonan, pelaksana: Pemohon, simbol: mulai, waktu: 5 menit}
  - uraian: Menerima pemohon
    pelaksana: Petugas
    simbol: subproses
    sop: tamu
    waktu: 15 menit
  - uraian: Memeriksa berkas
    pelaksana: Kepala Seksi
    simbol: keputusan
    ke: {Lengkap: 4, Ada keberatan: {sop: aduan}}
    waktu: 5 menit
  - {uraian: Menandatangani izin, pelaksana: Camat, waktu: 5 menit}
  - {uraian: Menyerahkan izin, pelaksana: Petugas, ke: {sop: arsip}, waktu: 5 menit}
"""

ADUAN = """\
peringatan: [Apabila lambat maka aduan membesar]
keterkaitan: [SOP Penerimaan Tamu Dinas, SOP Penyimpanan Arsip Inaktif]
pelaksana: [Warga, Petugas, Kepala Seksi, Camat]
kegiatan:
  - {uraian: Menyampaikan aduan, pelaksana: Warga, simbol: mulai, waktu: 5 menit}
  - uraian: Menerima warga
    pelaksana: Petugas
    simbol: subproses
    sop: tamu
    teks: Loket
    waktu: 15 menit
  - uraian: Menilai aduan
    pelaksana: Kepala Seksi
    simbol: keputusan
    ke: {Berat: 4, Ringan: 5, Bukan wewenang: {sop: arsip}}
    waktu: 5 menit
  - {uraian: Memutuskan tindakan, pelaksana: Camat, waktu: 5 menit}
  - uraian: Memberi jawaban
    pelaksana: Petugas
    ke: [6, {sop: arsip}]
    waktu: 5 menit
    tambahan:
      - {id: salinan, pelaksana: Camat, simbol: subproses, sop: arsip}
    tembusan: salinan
  - {uraian: Menerima jawaban, pelaksana: Warga, simbol: selesai, waktu: 5 menit}
"""

ARSIP = """\
peringatan: [Apabila lambat maka arsip tercecer]
pelaksana: [Petugas, Arsiparis]
kegiatan:
  - {uraian: Mengumpulkan berkas, pelaksana: Petugas, simbol: mulai, waktu: 5 menit}
  - {uraian: Menata berkas, pelaksana: Arsiparis, waktu: 5 menit}
  - {uraian: Menyimpan arsip, pelaksana: Arsiparis, simbol: selesai, waktu: 5 menit}
"""

JARINGAN: Mapping[str, str] = {
    "buku.yaml": BUKU,
    "sop/tamu.yaml": HEAD + TAMU,
    "sop/izin.yaml": HEAD + IZIN,
    "sop/aduan.yaml": HEAD + ADUAN,
    "sop/arsip.yaml": HEAD + ARSIP,
}


def write_jaringan(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Write the office with some texts replaced by others; return its folder."""
    files = dict(JARINGAN)
    for name, old, new in changes:
        assert old in files[name], old
        files[name] = files[name].replace(old, new, 1)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder
