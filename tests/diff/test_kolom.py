"""What is told of groups, columns and the sum of waktu: once, at the SOP it is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.diff.marked import marked
from sopgen.model.jumlah_waktu import jumlah_of
from tests.diff.books import Ganti, book, compared, told, write_office

BUKU, SURAT, ARSIP = "buku.yaml", "sop/surat.yaml", "sop/arsip-aktif.yaml"
LANES = "[Petugas, Kasi, Camat]"
UNIT = "unit: Sekretariat\n"


def lanes(*groups: str) -> Ganti:
    """Return the change that puts pelaksana in groups."""
    return SURAT, LANES, f"[{', '.join(groups)}]"


def sop(*lines: str) -> Ganti:
    """Return the change that adds fields to the SOP."""
    return SURAT, UNIT, UNIT + "".join(f"{line}\n" for line in lines)


def group(nama: str, *names: str) -> str:
    return f"{{kelompok: {nama}, pelaksana: [{', '.join(names)}]}}"


KASI = group("Pimpinan", "Kasi", "Camat")
MENERIMA = "kegiatan 1 “Menerima surat”"

#: what happened · the files before · the files after · everything that is told
CASES: dict[str, tuple[tuple[Ganti, ...], tuple[Ganti, ...], list[str]]] = {
    "two came into a group": (
        (),
        (lanes("Petugas", KASI),),
        ["SOP surat [Kasi, Camat] kelompok: (kosong) → Pimpinan"],
    ),
    "a group has another name": (
        (lanes("Petugas", KASI),),
        (lanes("Petugas", group("Kecamatan", "Kasi", "Camat")),),
        ["SOP surat kelompok: Pimpinan → Kecamatan"],
    ),
    "one went from a group to another": (
        (lanes(group("Loket", "Petugas", "Kasi"), group("Atas", "Camat")),),
        (lanes(group("Loket", "Petugas"), group("Atas", "Kasi", "Camat")),),
        ["SOP surat [Kasi] kelompok: Loket → Atas"],
    ),
    "one is new in a group": (
        (lanes("Petugas", KASI),),
        (lanes("Petugas", group("Pimpinan", "Kasi", "Camat", "Sekcam")),),
        ["SOP surat pelaksana baru: Sekcam (Pimpinan)"],
    ),
    "the same groups in other YAML": (
        (lanes("Petugas", KASI),),
        (
            lanes(
                "Petugas", group("Pimpinan", "Kasi"), group("Pimpinan", "Camat"),
            ),
        ),
        [],
    ),
    "a column has a name of its own": (
        (),
        (sop("kolom: {kelengkapan: Persyaratan}"),),
        ["SOP surat kolom: Kelengkapan → Persyaratan"],
    ),
    "a column came, and what it says": (
        (),
        (sop("kolom: {formulir: Formulir}"), (SURAT, "Rp0", "Rp0\n    formulir: F-1")),
        [
            "SOP surat kolom baru: Formulir",
            f"SOP surat [{MENERIMA}] formulir: (kosong) → F-1",
        ],
    ),
    "what a column says": (
        (),
        ((SURAT, "Rp0", "Rp5.000"),),
        [f"SOP surat [{MENERIMA}] biaya: Rp0 → Rp5.000"],
    ),
    "a column that needs no declaring is declared": (
        (),
        (sop("kolom: {biaya: Biaya}"),),
        [],
    ),
    "no mutu baku any more": (
        ((SURAT, "    biaya: Rp0\n", ""),),
        ((SURAT, "    biaya: Rp0\n", ""), sop("mutu_baku: tidak")),
        ["SOP surat mutu baku: ya → tidak"],
    ),
    "a sum of waktu": (
        (),
        (sop("jumlah_waktu: ya"),),
        ["SOP surat jumlah waktu: tidak → ya"],
    ),
    "a sum for the whole book": (
        (),
        ((BUKU, "awalan_sop: [diktum]", "awalan_sop: [diktum]\njumlah_waktu: ya"),),
        [
            "SOP surat jumlah waktu: tidak → ya",
            "SOP arsip-aktif jumlah waktu: tidak → ya",
        ],
    ),
}  # fmt: skip


def test_a_chart_that_shows_changes_has_the_sum_of_its_side(tmp_path: Path) -> None:
    summed = sop("jumlah_waktu: ya")
    later = ((SURAT, "10 menit", "sesuai jadwal"), (SURAT, "waktu: 5", "waktu: 7"))
    old = book(write_office(tmp_path / "lama", summed))
    new = book(write_office(tmp_path / "baru", summed, *later))
    ubah = compared(old, new).sop[0].ubah
    for side, lama in ((old, True), (new, False)):
        shown = marked(side.sop[0], ubah, lama=lama)
        assert shown != side.sop[0]
        assert str(jumlah_of(shown)) == str(jumlah_of(side.sop[0]))


@pytest.mark.parametrize("name", CASES)
def test_exactly_what_changed_is_told(name: str, tmp_path: Path) -> None:
    before, after, expected = CASES[name]
    old = book(write_office(tmp_path / "lama", *before))
    new = book(write_office(tmp_path / "baru", *after))
    assert told(compared(old, new)) == expected
