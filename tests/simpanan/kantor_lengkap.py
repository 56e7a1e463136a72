"""A small office that has everything: pictures, lampiran of its own, paged charts.

It has SOP enough that several processes draw its charts.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.diff.books import write_office
from tests.kantor_utuh import DRAF

DENAH = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30" width="60mm" height="30mm">
  <rect x="2" y="2" width="56" height="26" fill="#dde" stroke="#000"/>
  <circle cx="30" cy="15" r="9" fill="none" stroke="#036"/>
</svg>
"""
PENDAHULUAN = """\
# PENDAHULUAN

Kantor melayani warga menurut denah berikut.

![Denah loket](gambar/denah.svg)

![Pintu masuk](gambar/pintu.png)
"""
#: SOP more, by their ids: what each is called, and how many steps it has.
LAIN = {
    "aduan": ("Penanganan Aduan", 5),
    "tamu": ("Penerimaan Tamu", 4),
    "rapat": ("Persiapan Rapat", 6),
    "aset": ("Pencatatan Aset Kantor", 26),
}
KERJA = ("Memeriksa berkas", "Menyusun daftar", "Mencatat hasil", "Mengirim laporan")
PELAKSANA = ("Petugas", "Kasi", "Camat")


def write_lengkap(folder: Path) -> Path:
    """Write the office; return its folder."""
    listed = "".join(f"  - {{id: {i}, nama: {n}}}\n" for i, (n, _) in LAIN.items())
    write_office(
        folder,
        DRAF,
        ("buku.yaml", "  nama: Uji\n", "  nama: Uji\n  lambang: gambar/lambang.png\n"),
        ("buku.yaml", "  - id: surat\n", f"{listed}  - id: surat\n"),
    )
    for id_, (_, count) in LAIN.items():
        (folder / "sop" / f"{id_}.yaml").write_text(_sop(count), encoding="utf-8")
    pictures = folder / "gambar"
    pictures.mkdir()
    Image.new("RGB", (40, 50), "navy").save(pictures / "lambang.png")
    Image.new("RGB", (90, 60), "olive").save(pictures / "pintu.png")
    (pictures / "denah.svg").write_text(DENAH, encoding="utf-8")
    (folder / "naskah" / "pendahuluan.md").write_text(PENDAHULUAN, encoding="utf-8")
    return folder


def _sop(count: int) -> str:
    """Return a SOP of so many steps; every fifth asks, and leads back two steps."""
    steps = "".join(_step(number, count) for number in range(1, count + 1))
    lanes = ", ".join(PELAKSANA)
    return (
        "unit: Sekretariat\nstatus: draf\ntanggal_pembuatan: 2025-01-10\n"
        f"pelaksana: [{lanes}]\nkegiatan:\n{steps}"
    )


def _step(number: int, count: int) -> str:
    words = KERJA[number % len(KERJA)]
    more = ""
    if number in (1, count):
        more = f"    simbol: {'mulai' if number == 1 else 'selesai'}\n"
    elif number % 5 == 0:
        exits = f"{{Ya: {number + 1}, Tidak: {number - 2}}}"
        more = f"    simbol: keputusan\n    ke: {exits}\n"
    return (
        f"  - uraian: {words} bagian {number}\n"
        f"    pelaksana: {PELAKSANA[number % len(PELAKSANA)]}\n"
        f"    waktu: {5 + number} menit\n{more}"
    )
