"""What became of calls between SOP is told once, by the names of the SOP."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.comparison import side
from sopgen.diff import compare
from sopgen.model.buku import Buku
from sopgen.model.perubahan import Perubahan
from sopgen.spec import read_buku
from tests.jaringan import write_jaringan

Change = tuple[str, str, str]
SIMPAN = "SOP Penyimpanan Arsip Inaktif"
BUKU, IZIN, ADUAN, ARSIP = (
    "buku.yaml",
    "sop/izin.yaml",
    "sop/aduan.yaml",
    "sop/arsip.yaml",
)


def book(folder: Path, *changes: Change) -> Buku:
    reading = read_buku(write_jaringan(folder, *changes))
    assert reading.buku is not None
    return reading.buku


def told(perubahan: Perubahan) -> list[str]:
    """Return what is told of each SOP, and of the book."""
    own = [f"{s.sop.id}: {u.kalimat}" for s in perubahan.sop for u in s.ubah]
    return [*(u.kalimat for u in perubahan.buku), *own]


CASES: dict[str, tuple[tuple[Change, ...], list[str]]] = {
    "nothing": ((), []),
    "another SOP": (
        ((IZIN, "sop: tamu", "sop: arsip"),),
        [f"izin: sop dipanggil: SOP Penerimaan Tamu Dinas → {SIMPAN}"],
    ),
    "a step that was one": (
        ((IZIN, "    simbol: subproses\n    sop: tamu\n", ""),),
        ["izin: simbol: subproses “SOP Penerimaan Tamu Dinas” → proses"],
    ),
    "other words in it": (
        ((ADUAN, "teks: Loket", "teks: Meja"),),
        ["aduan: teks simbol: Loket → Meja"],
    ),
    "an exit into another SOP": (
        ((IZIN, "{sop: aduan}", "{sop: tamu}"),),
        [
            "izin: alur: Ada keberatan: ke SOP Penanganan Aduan Warga → "
            "Ada keberatan: ke SOP Penerimaan Tamu Dinas"
        ],
    ),
    "an exit that leads back": (
        ((IZIN, "{sop: aduan}", "1"),),
        [
            "izin: alur: Ada keberatan: ke SOP Penanganan Aduan Warga → "
            "Ada keberatan: ke 1 “Mengajukan permohonan”"
        ],
    ),
    "one more end": (
        ((IZIN, "ke: {sop: arsip}", "ke: [{sop: arsip}, {sop: tamu}]"),),
        ["izin: alur baru: ke SOP Penerimaan Tamu Dinas"],
    ),
    "an end that ends": (
        ((IZIN, "ke: {sop: arsip}", "simbol: selesai"),),
        [
            "izin: simbol: proses → terminator “Selesai”",
            "izin: alur dihapus: ke SOP Penyimpanan Arsip Inaktif",
        ],
    ),
    "a further symbol": (
        ((ADUAN, "simbol: subproses, sop: arsip", "simbol: subproses, sop: izin"),),
        [f"aduan: sop dipanggil: {SIMPAN} → SOP Izin Keramaian Warga"],
    ),
    "the five symbols": (
        ((BUKU, "tahun: 2026\n", "tahun: 2026\nprofil_simbol: permenpan5\n"),),
        ["profil simbol: daerah9 → permenpan5"],
    ),
    "another number": (
        ((BUKU, "Tamu Dinas}", "Tamu Dinas, nomor: 9}"),
         (BUKU, "Keramaian Warga}", "Keramaian Warga, nomor: 2}")),
        ["tamu: nomor: 1 → 9"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_a_change_is_told_once_at_its_place(what: str, tmp_path: Path) -> None:
    changes, expected = CASES[what]
    old, new = book(tmp_path / "lama"), book(tmp_path / "baru", *changes)
    made = compare(side(old), side(new))
    assert [one for one in told(made) if "nomor: 2 → 2" not in one] == expected


def test_another_id_of_the_same_sop_is_no_change(tmp_path: Path) -> None:
    old, folder = book(tmp_path / "lama"), write_jaringan(
        tmp_path / "baru",
        (BUKU, "id: arsip", "id: simpan"),
        (IZIN, "sop: arsip", "sop: simpan"),
        (ADUAN, "{sop: arsip}", "{sop: simpan}"),
        (ADUAN, "{sop: arsip}", "{sop: simpan}"),
        (ADUAN, "sop: arsip", "sop: simpan"),
    )  # fmt: skip
    (folder / ARSIP).rename(folder / "sop/simpan.yaml")
    new = read_buku(folder).buku
    assert new is not None
    assert told(compare(side(old), side(new))) == []
