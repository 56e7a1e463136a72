"""Numbers of kegiatan as staff type them, and what leads to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.spec import read_buku
from tests.spec.staff import SOP, Change, below, changed

pytestmark = pytest.mark.slow
ROWS = 3


def numbered(form: str, ke: str) -> Change:
    """Return a change that numbers all kegiatan and leads back to the first."""

    def change(book: Workbook) -> None:
        for n in range(1, ROWS + 1):
            below(book, SOP, "No", n).value = form.format(n)
        below(book, SOP, "Ke 1", 2).value = form.format(3)
        below(book, SOP, "Ke 2", 2).value = ke

    return change


def errors(file: Path) -> list[Diagnostic]:
    return [f for f in read_buku(file).findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("ke", ["1", "(1)", "1)", "01", "1."])
@pytest.mark.parametrize("form", ["{}", "{})", "({})", "0{}", "{}."])
def test_a_target_leads_to_a_number_however_it_is_typed(
    form: str, ke: str, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, numbered(form, ke), tmp_path / "uji.xlsx")
    assert not errors(file)
    buku = read_buku(file).buku
    assert buku is not None
    first, decision, _ = (one.id for one in buku.sop[0].langkah)
    back = [a for a in buku.sop[0].alur if a.dari == decision and a.label == "Tidak"]
    assert [a.ke for a in back] == [first]


def test_a_number_that_is_shown_with_a_zero_is_that_number(
    data: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        for n in range(1, ROWS + 1):
            at = below(book, SOP, "No", n)
            at.value, at.number_format = n, "00"

    assert not errors(changed(data, change, tmp_path / "uji.xlsx"))


def test_a_target_that_two_numbers_may_be_is_told(data: bytes, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for n, nomor in enumerate(("1)", "2)", "(1)"), 1):
            below(book, SOP, "No", n).value = nomor
        below(book, SOP, "Ke 1", 2).value = "(1)"

    (told,) = errors(changed(data, change, tmp_path / "uji.xlsx"))
    assert (told.code, told.message) == ("SOP301", "tujuan `1` tidak ada")
