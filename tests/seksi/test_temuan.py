"""What is wrong with seksi and numbers is told once, at its field, in both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.pipeline import check
from sopgen.spec.exchange import export_workbook
from tests.seksi.kantor import POLA, TANPA_DAFTAR, Ganti, write_seksi

OWN = {"SOP103", "SOP104", *(f"SOP{n}" for n in range(134, 140))}
#: What is changed; the code; the words at the caret or the heading of the cell; words
#: of what is told.
Row = tuple[str, tuple[Ganti, ...], str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("a number twice", (
     ("seksi: kesra", "seksi: kesra, nomor_sop: 1/sop-KESRA/TB/2026"),
     (POLA, '"{nomor}/SOP-{seksi}/TB/{tahun}"')),
     "SOP103", "1/sop-KESRA", "Nomor SOP", "`Usulan Hibah`"),
    ("two numbers of their own", (
     ("seksi: kesra", "seksi: kesra, nomor_sop: 8/TB"),
     ("Pasar, seksi", "Pasar, nomor_sop: 8/TB, seksi")),
     "SOP103", "8/TB", "Nomor SOP", "`Kunjungan Panti`"),
    ("an unknown field in a number", (
     ("seksi: kesra", 'seksi: kesra, nomor_sop: "8/{thn}"'),),
     "SOP104", '"8/{thn}"', "Nomor SOP", "`{thn}`"),
    ("a seksi without SOP", (
     ("  - Subbagian Umum\n", "  - Subbagian Umum\n  - Taman\n"),),
     "SOP136", "Taman", "Seksi", "`Taman` tidak punya SOP"),
    ("a SOP without seksi", ((", seksi: perekonomian", ""), (
     "  - {nama: Seksi Perekonomian, kode: Eko}\n", "")),
     "SOP137", "id: pasar", "Seksi", "`Pendataan Pasar` tanpa seksi"),
    ("no SOP with a seksi", tuple(
     (f", seksi: {one}", "") for one in
     ("Kesejahteraan Rakyat", "kesra", "perekonomian", "Subbagian Umum")),
     "SOP137", "seksi:", "", "tidak satu SOP pun"),
    ("an unknown seksi", (("seksi: perekonomian", "seksi: Perekonomain"),),
     "SOP134", "Perekonomain", "Seksi", "mungkin maksudnya `Perekonomian`"),
    ("a seksi by a slip, without a list", (TANPA_DAFTAR, (
     "Gudang, seksi: Subbagian Umum", "Gudang, seksi: Sub Bagian Umun"), (
     "seksi: perekonomian", "seksi: Subbagian Umum"), (
     "seksi: kesra", "seksi: Subbagian Umum"), (
     "Hibah, seksi: Kesejahteraan Rakyat", "Hibah, seksi: Subbagian Umum")),
     "SOP134", "Sub Bagian Umun", "Seksi", "mungkin maksudnya `Subbagian Umum`"),
    ("two seksi of a name", (("  - Subbagian Umum\n",
     "  - Subbagian Umum\n  - PEREKONOMIAN\n"),),
     "SOP135", "PEREKONOMIAN", "Seksi", "`Seksi Perekonomian`"),
    ("two seksi of a code", (("  - Subbagian Umum\n",
     "  - {nama: Subbagian Umum, kode: eko}\n"),),
     "SOP135", "eko}", "Kode", "kode seksi `eko`"),
    ("SOP out of order", (("seksi: kesra", "seksi: Subbagian Umum"), (
     "Gudang, seksi: Subbagian Umum", "Gudang, seksi: kesra")),
     "SOP138", "perekonomian", "Seksi", "dicetak per seksi"),
    ("a pattern with seksi in a book without", (TANPA_DAFTAR, *(
     (f", seksi: {one}", "") for one in
     ("Kesejahteraan Rakyat", "kesra", "perekonomian", "Subbagian Umum"))),
     "SOP139", POLA, "Pola nomor SOP", "`{seksi}`"),
)  # fmt: skip


def own(place: Path) -> Diagnostic:
    """Return the only finding of these rules."""
    (found,) = [one for one in check(place) if one.code in OWN]
    return found


def test_the_sound_office_has_no_error(tmp_path: Path) -> None:
    found = check(write_seksi(tmp_path / "uji"))
    assert [f for f in found if f.severity is Severity.ERROR] == []
    assert OWN.isdisjoint(one.code for one in found)


@pytest.mark.parametrize("pola", ["{seksi}/{nomor:romawi}", "{seksi}/{nomor:02}"])
def test_numbers_that_must_differ_in_length_are_not_told(
    pola: str, tmp_path: Path
) -> None:
    found = check(write_seksi(tmp_path / "uji", (POLA, f'"{pola}"')))
    assert "SOP125" not in {one.code for one in found}


def test_numbers_of_a_seksi_that_differ_in_length_are(tmp_path: Path) -> None:
    far = ("id: panti,", "id: panti, nomor: 12,"), (POLA, '"{seksi}/{nomor}"')
    found = check(write_seksi(tmp_path / "uji", *far))
    assert "SOP125" in {one.code for one in found}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("nomor", "told"),
    [("7/TB/2025", 1), ("7/TB/2026", 0), ("7/TB", 0), ("7/TB/{tahun}", 0)],
)
def test_a_number_of_another_year_is_told(
    nomor: str, told: int, tmp_path: Path
) -> None:
    own = ("seksi: kesra", f'seksi: kesra, nomor_sop: "{nomor}"')
    found = [f for f in check(write_seksi(tmp_path / "a", own)) if f.code == "SOP132"]
    assert len(found) == told
    older = write_seksi(tmp_path / "b", own)
    sheet = older / "sop" / "panti.yaml"
    text = sheet.read_text(encoding="utf-8").replace("2026-01-05", "2025-11-05")
    sheet.write_text(text, encoding="utf-8")
    assert "SOP132" not in {one.code for one in check(older)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_it_is_told_once_at_its_field(row: Row, tmp_path: Path) -> None:
    _, changes, code, caret, _, words = row
    found = own(write_seksi(tmp_path / "uji", *changes))
    assert found.code == code
    assert words in f"{found.message}; {found.saran}"
    line = found.span.source.lines[found.span.line - 1][found.span.column - 1 :]
    assert line.startswith((caret, f"{{{caret}"))


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_it_is_told_at_its_cell_of_a_workbook(row: Row, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    _, changes, code, _, heading, words = row
    place = write_seksi(tmp_path / "uji", *changes)
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(place).workbook)
    found = own(file)
    assert found.code == code
    assert words in f"{found.message}; {found.saran}"
    if not heading:
        return
    name, _, cell = found.span.where.removeprefix("sel ").rpartition("!")
    sheet = load_workbook(file)[name]
    labels = {
        sheet[f"A{sheet[cell].row}"].value,
        sheet.cell(3, sheet[cell].column).value,
    }
    assert heading in labels or (code == "SOP137" and "Kode" in labels)
