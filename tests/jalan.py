"""An office whose steps lead to several others: by answers, by lists, by both."""

from __future__ import annotations

from pathlib import Path

from tests.spec.kantor import BUKU

LANES = "[Warga, Juru Terima, Penelaah, Kasubbag, Camat]"
HEAD = f"""\
unit: Sekretariat
tanggal_pembuatan: 2025-01-10
tanggal_efektif: 2025-01-16
pelaksana: {LANES}
kegiatan:
"""
#: A step: what is done, by whom, and what else is said of it.
Step = tuple[str, str, str]
FIRST: Step = ("Menyerahkan usulan", "Warga", "simbol: mulai")
LAST: Step = ("Menerima jawaban", "Warga", "simbol: selesai")

SOP: dict[str, tuple[Step, ...]] = {
    # five lines at a decision at the edge of the chart
    "empat": (
        FIRST,
        ("Menyusun telaahan", "Penelaah", ""),
        ("Mengukur lahan", "Kasubbag", ""),
        (
            "Memutuskan usulan",
            "Camat",
            "simbol: keputusan, "
            "ke: {Diterima: 5, Disusun lagi: 2, Diukur lagi: 3, Ditolak: 1}",
        ),
        LAST,
    ),
    # seven lines at one in the middle of it
    "tengah": (
        FIRST,
        ("Mencatat usulan", "Juru Terima", ""),
        (
            "Menimbang usulan",
            "Penelaah",
            "simbol: keputusan, ke: {Layak: 5, Kurang: [1, 2], Ukur: 4}",
        ),
        ("Mengukur lahan", "Kasubbag", "ke: 3"),
        (
            "Memutuskan usulan",
            "Camat",
            "simbol: keputusan, ke: {Ya: 6, Tidak: [2, 3, 4]}",
        ),
        LAST,
    ),
    # one answer, two steps
    "dua": (
        FIRST,
        ("Menyusun konsep", "Penelaah", ""),
        ("Menyusun lampiran", "Kasubbag", ""),
        (
            "Meneliti konsep dan lampiran",
            "Camat",
            "simbol: keputusan, ke: {Ya: 5, Tidak: [2, 3]}",
        ),
        LAST,
    ),
    # one step for several, twice
    "kipas": (
        ("Mengedarkan surat", "Camat", "simbol: mulai, ke: [2, 2x, 2y, 2z]"),
        (
            "Menanggapi surat",
            "Juru Terima",
            "tambahan: [{id: 2x, pelaksana: Penelaah, ke: 3}, "
            "{id: 2y, pelaksana: Kasubbag, ke: 3}, {id: 2z, pelaksana: Warga, ke: 3}]",
        ),
        ("Merangkum tanggapan", "Penelaah", "ke: [4, 4x]"),
        (
            "Memeriksa rangkuman",
            "Kasubbag",
            "tambahan: [{id: 4x, pelaksana: Camat, ke: 5}]",
        ),
        LAST,
    ),
}
ROWS, DECISION = 24, 12


def _long() -> tuple[Step, ...]:
    """Return a chart of several pages, with exits and a fan over their breaks."""
    lanes = LANES.strip("[]").split(", ")
    steps = [FIRST]
    steps += [(f"Mengolah berkas {n}", lanes[n % 5], "") for n in range(2, ROWS)]
    ways = "simbol: keputusan, ke: {Baik: 13, Kurang: [3, 5], Tunda: 24}"
    steps[DECISION - 1] = ("Menimbang berkas", "Kasubbag", ways)
    steps.append(("Membagikan hasil", "Penelaah", "ke: [25, 2, 25x]"))
    more = "tambahan: [{id: 25x, pelaksana: Camat, simbol: penyimpanan}]"
    return (*steps, ("Menerima jawaban", "Warga", f"simbol: selesai, {more}"))


SOP["panjang"] = _long()


def text_of(steps: tuple[Step, ...]) -> str:
    """Return the file of a SOP."""
    rows = (
        f"  - {{uraian: {what}, pelaksana: {who}, waktu: 5 menit"
        f"{', ' if more else ''}{more}}}\n"
        for what, who, more in steps
    )
    return HEAD + "".join(rows)


def write_jalan(folder: Path, *names: str) -> Path:
    """Write the office with some of its SOP, or all; return its folder."""
    chosen = names or tuple(SOP)
    begin, _, _ = BUKU.partition("sop:\n  - id")
    listed = "".join(f"  - {{id: {n}, nama: Usulan {n.title()}}}\n" for n in chosen)
    (folder / "sop").mkdir(parents=True, exist_ok=True)
    (folder / "buku.yaml").write_text(f"{begin}sop:\n{listed}", encoding="utf-8")
    for name in chosen:
        file = folder / "sop" / f"{name}.yaml"
        file.write_text(text_of(SOP[name]), encoding="utf-8")
    return folder
