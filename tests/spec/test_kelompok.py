"""Groups of pelaksana: how they are read, and one finding for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.lajur import lajur_of, listed_of
from sopgen.model.sop import Sop, Status
from sopgen.pipeline import check
from sopgen.spec import read_buku
from tests.spec.kantor import SURAT, write_kantor
from tests.tabel import tabel

LANES = "pelaksana: [Petugas, Camat]\n"
NAMES = ["Petugas", "Camat"]

#: how groups are written · what is told, at which line of the list and with which words
MISTAKES = {
    "[Petugas, Camat, {kelompok: Dinas, pelaksana: []}]":
        ("SOP230", "kelompok `Dinas` tidak punya pelaksana"),
    "[Petugas, Camat, {kelompok: Dinas}]":
        ("SOP230", "kelompok `Dinas` tidak punya pelaksana"),
    "[{pelaksana: [Petugas, Camat]}]":
        ("SOP231", "kelompok pelaksana `Petugas`, `Camat` tidak punya nama"),
    "[{kelompok: '', pelaksana: [Petugas, Camat]}]":
        ("SOP231", "kelompok pelaksana `Petugas`, `Camat` tidak punya nama"),
    "[{kelompok: Loket, pelaksana: [Petugas]}, {kelompok: Atas, pelaksana: [Camat, "
    "Petugas]}]":
        ("SOP232", "pelaksana `Petugas` ada di dua tempat: `Loket` dan `Atas`"),
    "[Petugas, {kelompok: Atas, pelaksana: [Camat, Petugas]}]":
        ("SOP232", "ada di dua tempat: di luar kelompok dan `Atas`"),
    "[{kelompok: Atas, pelaksana: [Petugas, Camat, Petugas]}]":
        ("SOP202", "pelaksana `Petugas` ditulis dua kali"),
    "[{kelompok: Camat, pelaksana: [Petugas, Camat]}]":
        ("SOP233", "kelompok `Camat` bernama sama dengan pelaksana"),
    "[Petugas, {kelompok: PETUGAS, pelaksana: [Camat]}]":
        ("SOP233", "kelompok `PETUGAS` bernama sama dengan pelaksana"),
    "[{kelompok: Atas, pelaksana: [Petugas]}, Tamu, {kelompok: atas, pelaksana: "
    "[Camat]}]":
        ("SOP234", "kelompok `atas` terpisah di dua tempat"),
    "[{kelompok: Kantor, pelaksana: [Petugas, {kelompok: Atas, pelaksana: [Camat]}]}]":
        ("SOP235", "kelompok `Atas` berada di dalam kelompok `Kantor`"),
    "[{Kantor: [Petugas, Camat]}]": ("SOP920", "`Kantor` tidak dikenal"),
    "[{nama: Kantor, pelaksana: [Petugas, Camat]}]":
        ("SOP920", "`nama` tidak dikenal"),
    "[{kelompok: Kantor, kolom: [Petugas, Camat]}]":
        ("SOP920", "`kolom` tidak dikenal"),
    "[Petugas, {kelompok: Kantor, pelaksana: Camat}]":
        ("SOP922", "`pelaksana` harus berupa daftar"),
    "{Kantor: [Petugas, Camat]}": ("SOP922", "`pelaksana` harus berupa daftar"),
    "[{kelompok: [Kantor], pelaksana: [Petugas, Camat]}]":
        ("SOP922", "`kelompok` harus berupa satu teks"),
}  # fmt: skip
#: What these lists say beside their mistake.
BESIDE = {"SOP207", "SOP208"}


def with_lanes(folder: Path, written: str) -> Path:
    write_kantor(folder)
    text = SURAT.replace(LANES, f"pelaksana: {written}\n")
    (folder / "sop" / "surat.yaml").write_text(text)
    return folder


def sop_of(folder: Path) -> Sop:
    buku = read_buku(folder).buku
    assert buku is not None
    return buku.sop[0]


def test_neighbours_of_a_group_have_its_name(tmp_path: Path) -> None:
    sop = tabel(tmp_path / "uji").sop[0]
    assert [(p.nama, p.kelompok) for p in sop.pelaksana] == [
        ("Peminjam", "Kelurahan"), ("Lurah", "Kelurahan"), ("Bendahara", ""),
        ("Penjaga Balai", "Kantor Camat"), ("Kasubbag Umum", "Kantor Camat"),
        ("Camat", "Kantor Camat"),
    ]  # fmt: skip
    assert [sop.pelaksana[s.lajur].nama for s in sop.langkah[:3]] == [
        "Peminjam", "Lurah", "Penjaga Balai",
    ]  # fmt: skip


@pytest.mark.parametrize("written", MISTAKES)
def test_one_mistake_is_told_once_and_the_rest_is_drawn(
    written: str, tmp_path: Path
) -> None:
    code, words = MISTAKES[written]
    before = {(f.code, f.message) for f in check(write_kantor(tmp_path / "utuh"))}
    folder = with_lanes(tmp_path / "uji", written)
    found = [f for f in check(folder) if (f.code, f.message) not in before]
    told = [f for f in found if f.code not in BESIDE]
    assert [(f.code, words in f.message) for f in told] == [(code, True)]
    assert told[0].saran or code == "SOP202"
    assert told[0].span.line == 3
    sop = sop_of(folder)
    assert sop.status is Status.DRAF
    assert set(NAMES) <= {p.nama for p in sop.pelaksana}
    assert len(sop.kegiatan) == len(sop.langkah) == 3


def test_a_kegiatan_that_names_a_group_is_told_who_is_in_it(tmp_path: Path) -> None:
    folder = with_lanes(
        tmp_path / "uji", "[{kelompok: Loket, pelaksana: [Petugas]}, Camat]"
    )
    file = folder / "sop" / "surat.yaml"
    file.write_text(file.read_text().replace("pelaksana: Camat", "pelaksana: Loket"))
    (told,) = (f for f in check(folder) if f.code == "SOP201")
    assert told.saran == "itu kelompok; pilih `Petugas`"


def test_groups_side_by_side_with_one_name_are_one(tmp_path: Path) -> None:
    written = "[{kelompok: K, pelaksana: [Petugas]}, {kelompok: K, pelaksana: [Camat]}]"
    folder = with_lanes(tmp_path / "uji", written)
    assert not [f for f in check(folder) if f.code.startswith("SOP23")]
    assert [p.kelompok for p in sop_of(folder).pelaksana] == ["K", "K"]


def test_a_list_is_the_same_from_its_names_and_groups() -> None:
    listed = ["A", {"kelompok": "K", "pelaksana": ["B", "C"]}, "D"]
    assert listed_of(list(lajur_of(listed))) == listed
    assert [one.jejak for one in lajur_of(listed)] == [
        ("pelaksana", 0), ("pelaksana", 1, "pelaksana", 0),
        ("pelaksana", 1, "pelaksana", 1), ("pelaksana", 2),
    ]  # fmt: skip
