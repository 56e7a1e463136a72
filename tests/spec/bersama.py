"""A small office with kegiatan that several pelaksana do together."""

from __future__ import annotations

from pathlib import Path

from tests.spec.kantor import BUKU, write_kantor

LANES = ("Pemohon", "Petugas Loket", "Kasi Trantib", "Kasi Kesra", "Polsek", "Koramil")
NAMES = f"[{', '.join(LANES)}]"
TINJAU = f"""\
unit: Seksi Trantib
tanggal_pembuatan: 2025-01-10
tanggal_efektif: 2025-01-16
dasar_hukum: [Undang-Undang;]
kualifikasi_pelaksana: [Mampu memimpin rapat]
peralatan: [Buku agenda]
peringatan: [Apabila terlambat, maka hajatan tidak berizin.]
pencatatan: [Buku izin hajatan]
pelaksana: {NAMES}
kegiatan:
  - uraian: Mengajukan izin hajatan
    pelaksana: Pemohon
    simbol: mulai
    waktu: 5 menit
  - uraian: Meninjau lokasi hajatan
    pelaksana: [Kasi Trantib, Kasi Kesra, Polsek, Koramil]
    waktu: 2 jam
  - uraian: Memutuskan kelayakan lokasi
    pelaksana: [Kasi Trantib, Kasi Kesra]
    simbol: keputusan
    ke: {{Layak: 4, Tidak: 1}}
    waktu: 10 menit
  - uraian: Menyusun berita acara
    pelaksana: [Petugas Loket, Kasi Trantib, Polsek]
    waktu: 30 menit
    tembusan: arsip
    tambahan:
      - {{id: arsip, pelaksana: [Kasi Kesra, Polsek], simbol: dokumen}}
  - uraian: Menyepakati pengamanan hajatan
    pelaksana: [Koramil, Kasi Trantib]
    simbol: keputusan
    ke: {{Sepakat: 6, Tidak: 4}}
    waktu: 15 menit
  - uraian: Memberi arahan kepada pemohon
    pelaksana: {NAMES}
    waktu: 15 menit
  - uraian: Menerima izin hajatan
    pelaksana: [Pemohon, Koramil]
    simbol: selesai
    waktu: 5 menit
"""


def write_bersama(folder: Path, text: str = TINJAU) -> Path:
    """Write an office whose one SOP has joint kegiatan; return its folder."""
    write_kantor(folder)
    (folder / "sop/surat.yaml").unlink()
    (folder / "sop/tinjau.yaml").write_text(text, encoding="utf-8", newline="\n")
    buku = BUKU.replace(
        "id: surat\n    nama: Surat Masuk", "id: tinjau\n    nama: Tinjau"
    )
    (folder / "buku.yaml").write_text(buku, encoding="utf-8", newline="\n")
    return folder
