"""A small valid office to damage; its picture is added where a test wants none told."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

BUKU = """\
tahun: 2025
judul: BUKU SOP
kecamatan:
  nama: Uji
  kabupaten: Trenggalek
  kode_unit: "406.99"
pejabat:
  camat:
    jabatan: Camat Uji
    nip: 19690518 199710 1 001
    nama: SITI AMINAH
    pangkat: Pembina
penandatangan: camat
tanggal_pengesahan: 2025-01-17
susunan:
  - sampul
  - {bagian: keputusan, keputusan: sk-1}
  - daftar_isi
  - sop
keputusan:
  - id: sk-1
    nomor: 000.8.3.3/1/406.99/2025
    tanggal: 2025-01-16
    judul: PENETAPAN SOP
    menimbang: [bahwa perlu;]
    mengingat: [Undang-Undang Dasar;]
    diktum: [Menetapkan SOP.]
sop:
  - id: surat
    nama: Surat Masuk
"""

SURAT = """\
unit: Sekretariat
tanggal_pembuatan: 2025-01-10
pelaksana: [Petugas, Camat]
kegiatan:
  - uraian: Menerima surat
    pelaksana: Petugas
    simbol: mulai
    waktu: 5 menit
  - uraian: Memeriksa surat
    pelaksana: Camat
    simbol: keputusan
    ke: {Ya: 3, Tidak: 1}
    waktu: 5 menit
  - uraian: Menyimpan surat
    pelaksana: Petugas
    simbol: selesai
    waktu: 5 menit
tanggal_efektif: 2025-01-16
dasar_hukum: [Undang-Undang;]
kualifikasi_pelaksana: [Mampu mengagendakan surat]
peralatan: [Buku agenda]
peringatan: [Apabila terlambat, maka surat tidak tertangani.]
pencatatan: [Buku agenda surat masuk]
"""

KOREKSI = """\
- tertulis: surat masuuk
  menjadi: surat masuk
  alasan: salah ketik
"""

FILES = {"buku.yaml": BUKU, "sop/surat.yaml": SURAT, "koreksi.yaml": KOREKSI}


def write_kantor(folder: Path) -> Path:
    """Write the office and return its folder."""
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def write_lambang(folder: Path) -> Path:
    """Give the office a picture, named in buku.yaml; return the folder."""
    Image.new("RGB", (40, 50), "navy").save(folder / "lambang.png")
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    named = text.replace("  nama: Uji\n", "  nama: Uji\n  lambang: lambang.png\n", 1)
    file.write_text(named, encoding="utf-8", newline="\n")
    return folder
