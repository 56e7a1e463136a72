"""The new workbook: what it says of itself, its sheet Perubahan, LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sopgen.model.pergantian import PintaError
from sopgen.pipeline import check
from sopgen.rolling.buku_kerja import renamed
from sopgen.spec.exchange import export_workbook
from sopgen.suntingan import Disunting, edit_spec
from sopgen.years import acquainted, last_year
from tests.books import require
from tests.roll.test_table import SECOND
from tests.roll.years import LENGKAP, codes, office, rolled

pytestmark = pytest.mark.slow


def workbook(folder: Path, name: str) -> Path:
    """Write the workbook of the small office."""
    file = folder / name
    file.write_bytes(export_workbook(office(folder / "uji")).workbook)
    return file


NAMES = (
    ("karangan.xlsx", "karangan-2026.xlsx"),
    ("karangan-2025.xlsx", "karangan-2026.xlsx"),
    ("Buku SOP 2025 final.xlsx", "Buku SOP 2026 final.xlsx"),
)
STEMS = (
    ("karangan", "karangan-2026"),
    ("karangan-2025", "karangan-2026"),
    ("SOP 2025 final", "SOP 2026 final"),
    ("SOP 2025 (rev 2025)", "SOP 2025 (rev 2026)"),
    ("SOP_2025", "SOP_2026"),
    ("SOP2025final", "SOP2026final"),
    ("2025", "2026"),
    ("2025 SOP 2024", "2026 SOP 2024"),
    ("SOP 120250", "SOP 120250-2026"),
    ("SOP 20251", "SOP 20251-2026"),
    ("SOP 16.01.2025", "SOP 16.01.2025-2026"),
    ("SOP 2025.1", "SOP 2025.1-2026"),
    ("SOP-2024", "SOP-2026"),
    ("1945", "1945-2026"),
)


@pytest.mark.parametrize(("old", "new"), STEMS)
def test_last_years_number_in_a_name_becomes_this_years(old: str, new: str) -> None:
    assert renamed(old, 2025, 2026) == new


@pytest.mark.parametrize(("old", "new"), NAMES)
def test_the_new_workbook_has_the_new_year_in_its_name(
    old: str, new: str, tmp_path: Path
) -> None:
    made = rolled(workbook(tmp_path, old), LENGKAP).tujuan
    assert made is not None
    assert made.name == new
    assert last_year(made).place == tmp_path / old
    known = acquainted(made)
    assert known is not None
    assert (known.tahun, known.lalu and known.lalu.isi) == ("2026", old)


def beside(file: Path, label: str) -> object:
    sheet = load_workbook(file)["Buku"]
    row = next(r[0].row for r in sheet.iter_rows(max_col=1) if r[0].value == label)
    return sheet.cell(row, 2).value


def test_the_office_keeps_its_code_whatever_the_file_is_called(tmp_path: Path) -> None:
    made = rolled(workbook(tmp_path, "lain.xlsx"), LENGKAP).tujuan
    assert made is not None
    assert beside(made, "Kode kantor") == "uji"


def test_lines_that_an_older_workbook_lacks_are_added(tmp_path: Path) -> None:
    file = workbook(tmp_path, "karangan.xlsx")
    book = load_workbook(file)
    for label in ("Kode kantor", "Buku tahun lalu"):
        rows = book["Buku"].iter_rows(max_col=1)
        book["Buku"].delete_rows(next(r[0].row for r in rows if r[0].value == label))
    book.save(file)
    made = rolled(file, LENGKAP).tujuan
    assert made is not None
    assert beside(made, "Buku tahun lalu") == "karangan.xlsx"
    assert beside(made, "Kode kantor") == "karangan"
    assert not [f for f in check(made) if f.code == "SOP954"]


def test_the_sheet_perubahan_tells_changes_and_what_is_left(tmp_path: Path) -> None:
    hasil = rolled(workbook(tmp_path, "karangan.xlsx"), nomor="7")
    assert hasil.tujuan is not None
    book = load_workbook(hasil.tujuan)
    assert book.sheetnames[0] == "Perubahan"
    paper = book["Perubahan"].page_setup
    assert (paper.orientation, paper.fitToHeight) == ("landscape", 0)
    assert book["Perubahan"].sheet_properties.pageSetUpPr.fitToPage
    rows = [tuple(c or "" for c in r) for r in book["Perubahan"].values]
    assert rows[0] == ("Tempat di buku lama", "Isian", "Lama", "Baru", "Sebab")
    assert ("Buku!B3", "Tahun", "2025", "2026", "tahun buku") in [
        (one[0], one[1], one[2], one[3], one[4]) for one in rows
    ]
    at = next(n for n, row in enumerate(rows) if row[0] == "Masih harus diputuskan")
    assert len(rows[1 : at - 1]) == len(hasil.alih)
    assert [row[1] for row in rows[at + 1 :]] == [one.code for one in hasil.sisa]
    assert "SOP803" in [one.code for one in hasil.sisa]
    assert not [f for f in check(hasil.tujuan) if "Perubahan" in f.message]


def test_only_cells_of_the_new_workbook_are_led_to(tmp_path: Path) -> None:
    place = office(tmp_path / "uji", ("sop:\n", SECOND.format("2025-01-02")))
    file = tmp_path / "karangan.xlsx"
    file.write_bytes(export_workbook(place).workbook)
    hasil = rolled(file, nomor="7")
    assert hasil.tujuan is not None
    sheet = load_workbook(hasil.tujuan)["Perubahan"]
    rows = {row[1].value: row[0] for row in sheet.iter_rows()}
    assert rows["SOP808"].hyperlink is None
    assert rows["SOP808"].value.startswith(f"{file.as_posix()}:Keputusan!")
    link = rows["SOP803"].hyperlink
    assert link is not None
    assert link.location == f"'Keputusan'!{rows['SOP803'].value.rpartition('!')[2]}"
    deleted = [
        row[3].value for row in sheet.iter_rows() if row[1].value == "Keputusan 2"
    ]
    assert deleted == ["(dihapus)"]


def test_the_year_after_that_writes_the_sheet_anew(tmp_path: Path) -> None:
    first = rolled(workbook(tmp_path, "karangan.xlsx"), LENGKAP).tujuan
    assert first is not None
    second = rolled(first, tahun=2027).tujuan
    assert second is not None
    assert second.name == "karangan-2027.xlsx"
    book = load_workbook(second)
    assert book.sheetnames.count("Perubahan") == 1
    assert beside(second, "Buku tahun lalu") == "karangan-2026.xlsx"


def test_a_read_only_workbook_is_not_replaced(tmp_path: Path) -> None:
    file = workbook(tmp_path, "karangan.xlsx")
    new = tmp_path / "karangan-2026.xlsx"
    new.write_bytes(b"disahkan")
    new.chmod(0o444)
    hasil = rolled(file, LENGKAP, timpa=True)
    assert (hasil.tujuan, codes(hasil)) == (None, ["SOP957"])
    assert "--output" not in hasil.findings[0].saran
    assert new.read_bytes() == b"disahkan"
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [
        "karangan-2026.xlsx", "karangan.xlsx"
    ]  # fmt: skip


def test_what_came_there_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workbook(tmp_path, "karangan.xlsx")
    new = tmp_path / "karangan-2026.xlsx"

    def disturbed(*args: Any) -> Disunting:
        new.write_bytes(b"milik staf")
        return edit_spec(*args)

    monkeypatch.setattr("sopgen.rolling.buku_kerja.edit_spec", disturbed)
    with pytest.raises(PintaError, match=r"`.*/karangan-2026\.xlsx` sudah ada"):
        rolled(file, LENGKAP)
    assert new.read_bytes() == b"milik staf"
    assert rolled(file, LENGKAP, timpa=True).tujuan == new


def test_the_workbook_that_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    file = workbook(tmp_path, "karangan.xlsx")
    (tmp_path / "bersama.xlsx").write_bytes(b"lama")
    new = tmp_path / "karangan-2026.xlsx"
    new.symlink_to("bersama.xlsx")
    assert rolled(file, LENGKAP, timpa=True).tujuan == new
    assert new.is_symlink()
    assert load_workbook(tmp_path / "bersama.xlsx").sheetnames[0] == "Perubahan"


@pytest.mark.slow
def test_a_file_that_libreoffice_saved_is_rolled_and_opened_again(
    tmp_path: Path,
) -> None:
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")

    def saved(file: Path, to: str) -> Path:
        subprocess.run(
            [
                str(program), f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
                "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
                str(tmp_path / to), str(file),
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return tmp_path / to / file.name

    file = saved(workbook(tmp_path, "karangan.xlsx"), "lo")
    hasil = rolled(file, LENGKAP)
    assert hasil.tujuan is not None, hasil.findings
    assert len(hasil.alih) == 8
    again = saved(hasil.tujuan, "lagi")
    shutil.copy(file, again.parent)
    assert [f.code for f in check(again)] == [f.code for f in check(hasil.tujuan)]
    assert load_workbook(again).sheetnames[0] == "Perubahan"
