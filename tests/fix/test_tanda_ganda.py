"""A typed mark is taken away, in files and in a workbook, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fix.test_cures import (
    ALAT,
    DASAR,
    DIKTUM,
    MENIMBANG,
    Case,
    dasar,
    test_a_workbook_says_the_same,
    test_files_say_what_is_right_and_stay_as_they_are,
)

TEMBUSAN = '    tembusan: ["1. Bupati", "2. Inspektur"]\n'
CASES = (
    Case("bullets of a sheet", "SOP766", ALAT,
         'peralatan: ["- Komputer", "• Printer"]\n', "peralatan: [Komputer, Printer]\n",
         2),
    Case("a letter before bahwa", "SOP766", MENIMBANG,
         '    menimbang: ["a. bahwa perlu;"]\n', MENIMBANG),
    Case("copies", "SOP766", DIKTUM, f"{DIKTUM}{TEMBUSAN}",
         f"{DIKTUM}    tembusan: [Bupati, Inspektur]\n", 2),
    Case("bases", "SOP766", DASAR, dasar('"1. Undang-Undang;"', '"2. Peraturan;"'),
         dasar("Undang-Undang;", "Peraturan;"), 2),
    Case("a kegiatan", "SOP766", "uraian: Memeriksa surat",
         "uraian: 2. Memeriksa surat", "uraian: Memeriksa surat"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.nama)
def test_a_typed_mark_goes_from_files(case: Case, tmp_path: Path) -> None:
    test_files_say_what_is_right_and_stay_as_they_are(case, tmp_path)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.nama)
def test_a_typed_mark_goes_from_a_workbook(case: Case, tmp_path: Path) -> None:
    test_a_workbook_says_the_same(case, tmp_path)
