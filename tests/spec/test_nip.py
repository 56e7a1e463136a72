"""A NIP is printed in its groups, however it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.lint import lint
from sopgen.spec import read_buku
from tests.spec.kantor import BUKU, write_kantor
from tests.spec.staff import changed, put

TYPED = "19690518 199710 1 001"

#: what is typed · what is printed · what is told
CASES = (
    ("197001011995031001", "19700101 199503 1 001", ""),
    ("19700101 199503 1 001", "19700101 199503 1 001", ""),
    ("1970 0101 1995 0310 01", "19700101 199503 1 001", ""),
    ("19700101.199503.1.001", "19700101 199503 1 001", ""),
    ("19700101-199503-1-001", "19700101 199503 1 001", ""),
    ("19700101\u00a0199503\u202f1 001", "19700101 199503 1 001", ""),
    ("NIP. 19700101 199503 1 001", "19700101 199503 1 001", ""),
    ("nip: 197001011995031001", "19700101 199503 1 001", ""),
    ("NIP", "", "pejabat Camat Uji tanpa NIP"),
    ("130 987 654", "130 987 654", "memuat 9 angka"),
    ("19700101 199503 1 01", "19700101 199503 1 01", "memuat 17 angka"),
    ("19700101 199503 1 0011", "19700101 199503 1 0011", "memuat 19 angka"),
    ("19700101 199503 1 OO1", "19700101 199503 1 OO1", "selain angka"),
    ("1.97001E+17", "1.97001E+17", "dibulatkan Excel"),
    ("1,97001E+17", "1,97001E+17", "dibulatkan Excel"),
    ("-", "-", "selain angka"),
)


def told(place: Path) -> tuple[str, list[str]]:
    """Return the NIP that is printed, and what is said of it.

    None but a blank one is signed.
    """
    reading = read_buku(place)
    assert reading.buku is not None
    found = (*reading.findings, *lint(reading.buku))
    assert all(f.forbids_final for f in found if f.code == "SOP106")
    messages = [f.message for f in found if "NIP" in f.message]
    return reading.buku.penandatangan.nip, messages


@pytest.mark.parametrize(("typed", "printed", "message"), CASES)
def test_a_nip_is_printed_in_groups_or_told(
    typed: str, printed: str, message: str, tmp_path: Path
) -> None:
    folder = write_kantor(tmp_path / "uji")
    text = BUKU.replace(f"nip: {TYPED}", f'nip: "{typed}"')
    (folder / "buku.yaml").write_text(text, encoding="utf-8")
    shown, messages = told(folder)
    assert shown == printed
    assert [message in one for one in messages] == [True] * bool(message)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "printed", "message"),
    [
        ("197001011995031001", "19700101 199503 1 001", ""),
        ("'197001011995031001", "19700101 199503 1 001", ""),
        (130987654, "130987654", "memuat 9 angka"),
    ],
)
def test_a_nip_of_a_workbook_is_read_the_same(
    data: bytes, typed: str | int, printed: str, message: str, tmp_path: Path
) -> None:
    file = changed(data, put("Pejabat", "NIP", 1, typed), tmp_path / "uji.xlsx")
    shown, messages = told(file)
    assert shown == printed
    assert [message in one for one in messages] == [True] * bool(message)


@pytest.mark.slow
def test_a_nip_that_excel_has_rounded_is_an_error_at_its_cell(
    data: bytes, tmp_path: Path
) -> None:
    change = put("Pejabat", "NIP", 1, 1.97001011995031e17)
    found = read_buku(changed(data, change, tmp_path / "uji.xlsx")).findings
    assert [(f.code, f.span.place) for f in found] == [("SOP948", "Pejabat!F5")]
