"""An office that uses every field, and pairs of it with something changed."""

from __future__ import annotations

from pathlib import Path

from sopgen.comparison import side
from sopgen.diff import Sisi, compare
from sopgen.model.buku import Buku
from sopgen.model.perubahan import Perubahan, Ubah
from sopgen.spec import read_buku

BUKU = """\
tahun: 2025
judul: |
  BUKU SOP
  KECAMATAN {{ kecamatan.nama | upper }}
kecamatan:
  nama: Uji
  kabupaten: Trenggalek
  tempat: Ujung
  alamat: Jl. Raya 1
  telepon: (0355) 123
  kode_pos: "66353"
  email: uji@contoh.id
  laman: uji.contoh.id
  kode_unit: "406.99"
pejabat:
  camat:
    jabatan: Camat Uji
    nama: Drs. SATU, M.Si
    pangkat: Pembina
    nip: 19690518 199710 1 001
  sekcam:
    jabatan: Sekretaris Kecamatan Uji
    kapasitas: an
    nama: DUA, S.H.
    pangkat: Penata
    nip: 19700101 199801 1 002
  kasi:
    jabatan: Kepala Seksi Umum
    kapasitas: ub
    untuk_beliau: Sekretaris Kecamatan Uji
    nama: TIGA, S.E.
    pangkat: Penata Muda
    nip: 19800101 200501 1 003
penandatangan: camat
lembar_pengesahan:
  - {peran: Disusun oleh, pejabat: kasi}
  - {peran: Disahkan oleh, pejabat: camat}
tanggal_pengesahan: 2025-01-17
awalan_sop: [diktum]
susunan:
  - sampul
  - lembar_pengesahan
  - kata_pengantar
  - {bagian: keputusan, keputusan: sk-1}
  - {bagian: lampiran, keputusan: sk-1}
  - {bagian: keputusan, keputusan: sk-2}
  - daftar_isi
  - pendahuluan
  - simbol
  - daftar_sop
  - sop
  - penutup
  - {bagian: salinan, keputusan: sk-1}
keputusan:
  - id: sk-1
    nomor: 000.8.3.3/1/406.99/2025
    tanggal: 2025-01-16
    judul: PENETAPAN SOP
    tentang: Penetapan SOP
    menimbang: [bahwa SOP perlu ditetapkan;, bahwa pelayanan harus pasti;]
    mengingat: [Undang-Undang Nomor 25 Tahun 2009;, Peraturan Daerah Nomor 3;]
    memperhatikan: [Surat Edaran Bupati;]
    menetapkan: KEPUTUSAN CAMAT UJI.
    diktum: ["Menetapkan SOP Kecamatan {{ kecamatan.nama }}.", Keputusan mulai berlaku.]
    tembusan: [Bupati Trenggalek;, Inspektur;]
    lampiran:
      - judul: DAFTAR SOP
        kepala: [nomor, tanggal]
        sebutan: {surat: Surat yang Masuk}
      - judul: TIM PENYUSUN SOP
        kolom: ["No", Nama]
        baris: [["1", Empat], ["2", Lima]]
    jenis: petikan
    disalin_oleh: sekcam
    petikan: [KESATU]
    catatan: catatan kerja
  - id: sk-2
    nomor: 000.8.3.3/2/406.99/2025
    tanggal: 2025-01-16
    judul: TIM PENYUSUN SOP
    menimbang: [bahwa perlu dibentuk tim;]
    mengingat: [Undang-Undang Nomor 25 Tahun 2009;]
    diktum: [Membentuk tim.]
    penandatangan: sekcam
    tanda_tangan: elektronik
tte:
  halaman_verifikasi: https://tte.uji.go.id/periksa
sop:
  - id: surat
    nama: Surat Masuk
    nama_pendek: Surat M.
    judul_sampul: SURAT YANG MASUK
    judul_prosedur: PROSEDUR SURAT
  - id: cuti
    nama: Cuti Pegawai
  - id: arsip-aktif
    nama: Arsip Aktif
"""

SURAT = """\
judul: Surat Masuk Kecamatan
unit: Sekretariat
tanggal_pembuatan: 2025-01-10
tanggal_revisi: 2025-01-12
tanggal_efektif: 2025-01-16
disahkan_oleh: sekcam
dasar_hukum: [Undang-Undang Nomor 43 Tahun 2009;, Peraturan Bupati Nomor 5;]
kualifikasi_pelaksana: [Mampu mengagendakan surat]
keterkaitan: [SOP Surat Keluar]
peralatan: [Buku agenda, Komputer]
peringatan: [Apabila terlambat, maka surat tidak tertangani.]
pencatatan: [Buku agenda surat masuk]
pelaksana: [Petugas, Kasi, Camat]
kegiatan:
  - uraian: Menerima surat
    pelaksana: Petugas
    simbol: mulai
    kelengkapan: Surat
    waktu: 5 menit
    output: Surat diterima
    keterangan: Setiap hari kerja
    biaya: Rp0
  - uraian: Memeriksa kelengkapan surat
    pelaksana: Camat
    simbol: keputusan
    ke: {Ya: 3, Tidak: 1}
    waktu: 5 menit
  - uraian: Mencatat surat dalam buku agenda
    pelaksana: Petugas
    ke: 4
    tembusan: buku
    waktu: 10 menit
    tambahan:
      - {id: buku, pelaksana: [Kasi, Camat], simbol: dokumen, teks: agenda}
  - uraian: Menyimpan surat
    pelaksana: Kasi
    simbol: selesai
    waktu: 5 menit
"""

CUTI = """\
unit: Sekretariat
tanggal_pembuatan: 2025-01-10
status: draf
catatan: menunggu verifikasi
"""

ARSIP = """\
unit: Sekretariat
tanggal_pembuatan: 2025-01-10
pelaksana: [Arsiparis]
kegiatan:
  - {uraian: Menata arsip, pelaksana: Arsiparis, simbol: mulai, waktu: 1 jam}
  - {uraian: Menyimpan arsip, pelaksana: Arsiparis, simbol: selesai, waktu: 1 jam}
"""

PENUTUP = """\
# PENUTUP

SOP ini menjadi pedoman bagi seluruh pegawai.

a. Dilaksanakan dengan tertib.
b. Dievaluasi setiap tahun.
"""

FILES = {
    "buku.yaml": BUKU,
    "sop/surat.yaml": SURAT,
    "sop/cuti.yaml": CUTI,
    "sop/arsip-aktif.yaml": ARSIP,
    "naskah/penutup.md": PENUTUP,
}
#: A change of files: the file, what stood there, what stands there now; a file of which
#: nothing stood there is new.
Ganti = tuple[str, str, str]


def write_office(folder: Path, *changes: Ganti) -> Path:
    """Write the office with some texts of its files replaced; return its folder."""
    files = dict(FILES)
    for name, old, new in changes:
        assert old in files.get(name, ""), (name, old)
        files[name] = files[name].replace(old, new, 1) if old else new
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def book(folder: Path) -> Buku:
    """Return the book of a folder, which has no errors."""
    reading = read_buku(folder)
    errors = [f.message for f in reading.findings if f.severity.value == "error"]
    assert errors == []
    assert reading.buku is not None
    return reading.buku


def compared(lama: Buku | Sisi, baru: Buku | Sisi) -> Perubahan:
    """Return what is not the same in two books."""
    sides = [side(one) if isinstance(one, Buku) else one for one in (lama, baru)]
    return compare(*sides)


def told(perubahan: Perubahan) -> list[str]:
    """Return every change: of what it is, the field, and what became of it."""
    made = [_told("buku", one) for one in perubahan.buku]
    for bagian in perubahan.keputusan:
        if not bagian.ubah:
            made.append(f"keputusan {bagian.nama}: {bagian.macam.value}")
        made += [_told("keputusan", one) for one in bagian.ubah]
    for sop in perubahan.sop:
        name = f"SOP {sop.sop.id}"
        if sop.keadaan in ("baru", "dihapus"):
            made.append(f"{name}: {sop.keadaan}")
        made += [_told(name, one) for one in sop.ubah]
    return made


def _told(what: str, one: Ubah) -> str:
    pada = f" [{one.pada}]" if one.pada else ""
    return f"{what}{pada} {one.kalimat}"
