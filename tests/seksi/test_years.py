"""Seksi and numbers of a SOP's own from book to book: compared, rolled, taken over."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.takeover.office import kode_of
from sopgen.workbooks import import_file
from tests.diff.books import compared, told
from tests.roll.years import rolled
from tests.seksi.kantor import SEKSI, Ganti, read_seksi, write_seksi
from tests.spec.staff import write_files

OWN = ("seksi: kesra", "seksi: kesra, nomor_sop: 38/SOP-KR/TB/2026")
#: What is changed in the newer book, and what is told of it.
ROWS: tuple[tuple[str, tuple[Ganti, ...], list[str]], ...] = (
    ("nothing", (), []),
    ("a number of its own", (OWN,),
     ["SOP panti nomor sop: 02/SOP-Kesra/TB/2026 → 38/SOP-KR/TB/2026"]),
    ("a SOP in another seksi", (("seksi: kesra", "seksi: eko"),), [
        "SOP panti seksi: Seksi Kesejahteraan Rakyat → Seksi Perekonomian",
        "SOP panti nomor sop: 02/SOP-Kesra/TB/2026 → 01/SOP-Eko/TB/2026"]),
    ("another order of seksi", (
        (SEKSI, SEKSI.replace("seksi:\n", "seksi:\n  - Subbagian Umum\n", 1)[:-19]),),
     ["buku seksi: Seksi Kesejahteraan Rakyat, Seksi Perekonomian, Subbagian Umum → "
      "Subbagian Umum, Seksi Kesejahteraan Rakyat, Seksi Perekonomian"]),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_changed_is_told(
    row: tuple[str, tuple[Ganti, ...], list[str]], tmp_path: Path
) -> None:
    _, changes, wanted = row
    old, new = read_seksi(tmp_path / "lama"), read_seksi(tmp_path / "baru", *changes)
    found = told(compared(old, new))
    assert sorted(one for one in found if "dipindah" not in one) == sorted(wanted)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("38/SOP-KR/TB/2026", "38/SOP-KR/TB/2027"),
        ("38/SOP-KR/TB/2019", "38/SOP-KR/TB/2019"),
        ("2026.1/SOP", "2026.1/SOP"),
        ('"38/{tahun}"', '"38/{tahun}"'),
    ],
)
def test_the_year_in_a_number_is_renewed(
    written: str, becomes: str, tmp_path: Path
) -> None:
    own = ("seksi: kesra", f"seksi: kesra, nomor_sop: {written}")
    place = write_seksi(tmp_path / "uji", own)
    hasil = rolled(place, tahun=2027)
    assert hasil.tujuan == place, hasil.findings
    assert f"nomor_sop: {becomes}}}" in (place / "buku.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("codes", "pola", "own"),
    [
        (["1/SOP-A/TB/2024", "2/SOP-A/TB/2024", "7/SOP-B/TB/2024"],
         "{nomor}/SOP-A/TB/{tahun}", {2: "7/SOP-B/TB/2024"}),
        (["SOP.01/400.1/2024", "SOP.2/400.1/2024"], "SOP.{nomor:02}/400.1/{tahun}", {}),
        (["1/TB/2024", "2/TB/2024", "3/TB/2011"], "{nomor}/TB/{tahun}", None),
        (["1/TB", "2/TB", "…/TB", "", "9/X", "9/X"], "{nomor}/TB", {}),
    ],
)  # fmt: skip
def test_old_numbers_that_the_pattern_does_not_give_are_kept(
    codes: list[str], pola: str, own: dict[int, str] | None
) -> None:
    kode = kode_of(codes)
    assert kode.pola == pola
    if own is not None:
        assert kode.sendiri == own
    else:
        assert len(kode.sendiri) == len([c for c in codes if kode.tahun not in c])


@pytest.mark.slow
def test_a_book_that_was_printed_comes_back_with_its_numbers(tmp_path: Path) -> None:
    place = write_seksi(tmp_path / "uji", OWN)
    build(Wish(place, tmp_path / "hasil", formats=("xlsx",)), lambda *_: None)
    imported = import_file(tmp_path / "hasil" / "uji" / "2026" / "buku.xlsx", "balik")
    back = write_files(tmp_path / "balik", imported.files)
    old, new = (read_buku(one).buku for one in (place, back))
    assert old is not None
    assert new is not None
    assert [s.nomor_sop for s in new.sop] == [s.nomor_sop for s in old.sop]
    assert [s.bernomor_sendiri for s in new.sop] == [False, True, True, True, True]
