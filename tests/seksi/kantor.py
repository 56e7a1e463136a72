"""An office whose book is ordered by seksi; tests change some of its words."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.buku import Buku
from sopgen.spec import read_buku

POLA = '"{nomor:02}/SOP-{seksi}/TB/{tahun}"'
SEKSI = """\
seksi:
  - {nama: Kesejahteraan Rakyat, kode: Kesra}
  - {nama: Seksi Perekonomian, kode: Eko}
  - Subbagian Umum
"""
BUKU = f"""\
tahun: 2026
judul: BUKU PROSEDUR
kecamatan:
  nama: Teluk Bakau
  kabupaten: Selat Panjang
  kode_unit: "417.03"
pejabat:
  camat: {{jabatan: Camat Teluk Bakau, nama: RAHMI, nip: "197605122001122003"}}
penandatangan: camat
tanggal_pengesahan: 2026-02-02
pola_nomor_sop: {POLA}
susunan:
  - sampul
  - {{bagian: keputusan, keputusan: sk-9}}
  - {{bagian: lampiran, keputusan: sk-9}}
  - daftar_isi
  - daftar_sop
  - sop
  - penutup
keputusan:
  - id: sk-9
    nomor: 000.8.3.3/9/417.03/2026
    tanggal: 2026-02-02
    judul: PENETAPAN PROSEDUR
    menimbang: [bahwa prosedur perlu ditetapkan;]
    mengingat: [Undang-Undang Dasar;]
    diktum: [Menetapkan prosedur.]
    lampiran: {{judul: DAFTAR PROSEDUR}}
{SEKSI}sop:
  - {{id: hibah, nama: Usulan Hibah, seksi: Kesejahteraan Rakyat}}
  - {{id: panti, nama: Kunjungan Panti, seksi: kesra}}
  - {{id: pasar, nama: Pendataan Pasar, seksi: perekonomian}}
  - {{id: arsip, nama: Penataan Arsip, seksi: Subbagian Umum}}
  - {{id: gudang, nama: Pencatatan Gudang, seksi: Subbagian Umum}}
"""
SOP = """\
tanggal_pembuatan: 2026-01-05
tanggal_efektif: 2026-02-02
dasar_hukum: [{peraturan: uu-25-2009}]
kualifikasi_pelaksana: [Mampu mengoperasikan komputer]
peralatan: [Komputer]
peringatan: ["Apabila lalai, maka berkas tercecer."]
pencatatan: [Buku kendali]
pelaksana: [Staf, Camat]
kegiatan:
  - {uraian: Menerima berkas, pelaksana: Staf, simbol: mulai, waktu: 5 menit}
  - {uraian: Menyetujui berkas, pelaksana: Camat, waktu: 5 menit}
  - {uraian: Menyimpan berkas, pelaksana: Staf, simbol: selesai, waktu: 5 menit}
"""
IDS = ("hibah", "panti", "pasar", "arsip", "gudang")
#: Words of buku.yaml and what stands there instead.
Ganti = tuple[str, str]
#: The book without a list of seksi.
TANPA_DAFTAR: Ganti = (SEKSI, "")


def write_seksi(folder: Path, *changes: Ganti) -> Path:
    """Write the office with some words of buku.yaml changed; return its folder."""
    text = BUKU
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (folder / "sop").mkdir(parents=True)
    (folder / "buku.yaml").write_text(text, encoding="utf-8", newline="\n")
    for id_ in IDS:
        file = folder / "sop" / f"{id_}.yaml"
        file.write_text(SOP, encoding="utf-8", newline="\n")
    return folder


def read_seksi(folder: Path, *changes: Ganti) -> Buku:
    """Return the office's book with some words changed."""
    buku = read_buku(write_seksi(folder, *changes)).buku
    assert buku is not None
    return buku


def write_many(folder: Path, count: int) -> Path:
    """Write the office with so many SOP, all of two seksi."""
    lines = [
        f"  - {{id: urusan-{n}, nama: Urusan ke-{n}, seksi: "
        f"{'kesra' if n <= count // 2 else 'eko'}}}\n"
        for n in range(1, count + 1)
    ]
    listed = BUKU[BUKU.index("sop:\n  - {id: hibah") :]
    write_seksi(
        folder, (listed, "sop:\n" + "".join(lines)), ("  - Subbagian Umum\n", "")
    )
    for n in range(1, count + 1):
        file = folder / "sop" / f"urusan-{n}.yaml"
        file.write_text(SOP, encoding="utf-8", newline="\n")
    for id_ in IDS:
        (folder / "sop" / f"{id_}.yaml").unlink()
    return folder
