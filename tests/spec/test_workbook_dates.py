"""Dates go into a workbook as dates and come back with the same meaning."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.workbooks import new_workbook
from tests.books import require
from tests.spec.kantor import BUKU, SURAT, write_kantor
from tests.spec.staff import SOP, bare, cell, meaning, right_of, write_files

pytestmark = pytest.mark.slow

#: How a date may stand in YAML, and whether it becomes a date cell.
WRITTEN = (
    ("2026-01-12", True),
    ("12/1/2026", True),
    ("12 Januari 2026", True),
    ("Senin, 12 Januari 2026", True),
    ("12 January 2026", True),
    ("Selasa, 12 Januari 2026", False),
    ("Januari 2026", False),
    ("2026", False),
    ("12/1/26", False),
    ("Januari 2025 (revisi ke-1)", False),
    ("-", False),
)
OLD = "tanggal_efektif: 2025-01-16"


def office(folder: Path, text: str) -> Path:
    """Write the small office with a date of its SOP."""
    write_kantor(folder)
    sop = SURAT.replace(OLD, f'tanggal_efektif: "{text}"')
    (folder / "sop/surat.yaml").write_text(sop, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("text", "whole"), WRITTEN)
def test_a_full_date_becomes_a_date_cell_and_comes_back(
    text: str, whole: bool, tmp_path: Path
) -> None:
    folder = office(tmp_path / "uji", text)
    made = export_workbook(folder)
    assert made.workbook, made.findings
    place = right_of(load_workbook(BytesIO(made.workbook)), SOP, "Tanggal efektif")
    if whole:
        assert (place.value, place.number_format) == (
            datetime(2026, 1, 12),  # noqa: DTZ001
            "[$-421]d mmmm yyyy",
        )
    else:
        assert (place.value, place.number_format) == (text, "@")
    file = tmp_path / "bolak.xlsx"
    file.write_bytes(made.workbook)
    back = write_files(tmp_path / "balik", import_workbook(file).files)
    assert meaning(back) == meaning(folder)
    assert bare(read_buku(back).buku) == bare(read_buku(folder).buku) | {"id": "balik"}


def test_decrees_approval_and_new_offices_have_date_cells(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(export_workbook(write_kantor(tmp_path)).workbook))
    fresh = load_workbook(BytesIO(new_workbook("sukamaju")))
    for place in (
        right_of(book, "Buku", "Tanggal pengesahan"),
        cell(book, "Keputusan", "Tanggal").offset(0, 1),
        cell(fresh, "Keputusan", "Tanggal").offset(0, 1),
        fresh["01 surat-masuk"].cell(
            cell(fresh, "01 surat-masuk", "Tanggal efektif").row, 3
        ),
    ):
        assert place.is_date
        assert not place.protection.locked
        assert place.alignment.horizontal == "left"


def test_blank_dates_stay_as_they_are_typed(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    bare_book = BUKU.replace("tanggal_pengesahan: 2025-01-17\n", "")
    (folder / "buku.yaml").write_text(bare_book, encoding="utf-8")
    book = load_workbook(BytesIO(export_workbook(folder).workbook))
    assert right_of(book, "Buku", "Tanggal pengesahan").number_format == "@"


def test_date_cells_survive_libreoffice(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    folder = office(tmp_path / "uji", "12/1/2026")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    subprocess.run(
        [
            str(program), f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
            str(tmp_path / "lo"), str(file),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    saved = tmp_path / "lo/uji.xlsx"
    place = right_of(load_workbook(saved), SOP, "Tanggal efektif")
    assert place.is_date
    back = write_files(tmp_path / "balik", import_workbook(saved).files)
    assert meaning(back) == meaning(folder)
