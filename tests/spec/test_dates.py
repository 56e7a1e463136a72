"""Dates of every field, in YAML and in a workbook: read, or told at their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH

from sopgen.model.buku import Buku, Reading
from sopgen.model.diagnostic import Severity
from sopgen.spec import read_buku
from tests.spec.kantor import BUKU, SURAT, write_kantor
from tests.spec.staff import SOP, Change, cell, changed, fill, right_of


@dataclass(frozen=True)
class Field:
    """A field that holds a date: where it stands, and what the book has of it."""

    name: str
    file: str
    old: str
    line: int
    read: Callable[[Buku], str]
    sheet: str
    label: str


def sop_date(name: str) -> Callable[[Buku], str]:
    return lambda buku: str(getattr(buku.sop[0].identitas, name).cetak)


FULL = (
    Field("tanggal", "buku.yaml", "tanggal: 2025-01-16", 23,
          lambda b: str(b.keputusan[0].tanggal), "Keputusan", "Tanggal"),
    Field("tanggal_pengesahan", "buku.yaml", "tanggal_pengesahan: 2025-01-17", 14,
          lambda b: str(b.tanggal_pengesahan), "Buku", "Tanggal pengesahan"),
)  # fmt: skip
SHEET = (
    Field("tanggal_pembuatan", "sop/surat.yaml", "tanggal_pembuatan: 2025-01-10", 2,
          sop_date("tanggal_pembuatan"), SOP, "Tanggal pembuatan"),
    Field("tanggal_revisi", "sop/surat.yaml", "unit: Sekretariat", 1,
          sop_date("tanggal_revisi"), SOP, "Tanggal revisi"),
    Field("tanggal_efektif", "sop/surat.yaml", "tanggal_efektif: 2025-01-16", 18,
          sop_date("tanggal_efektif"), SOP, "Tanggal efektif"),
)  # fmt: skip
FIELDS = {field.name: field for field in (*FULL, *SHEET)}
TYPED = (
    "12/1/2026", "12-01-2026", "12.1.2026", "12 Jan 2026", "12 januari 2026",
    "Senin, 12 Januari 2026", "tanggal 12 Januari 2026", "2026-01-12T00:00:00",
    "2026-01-12 08:30", "12\u00a0Januari 2026", "12 January 2026", "12/I/2026",
)  # fmt: skip


def in_yaml(field: Field, text: str, folder: Path) -> Reading:
    """Read the small office with a text typed in a field."""
    write_kantor(folder)
    file = folder / field.file
    content = {"buku.yaml": BUKU, "sop/surat.yaml": SURAT}[field.file]
    assert field.old in content
    file.write_text(content.replace(field.old, f'{field.name}: "{text}"', 1), "utf-8")
    return read_buku(folder)


def in_cells(
    value: object, shown: str = "", fields: Sequence[Field] = (*FULL, *SHEET)
) -> Change:
    """Return a change that puts a value, in a format, into the cells of fields."""

    def change(book: Workbook) -> None:
        for field in fields:
            at = cell(book, field.sheet, field.label)
            place = at.offset(0, 2 if field.sheet == SOP else 1)
            place.value = value
            if shown:
                place.number_format = shown

    return change


def printed(field: Field, buku: Buku | None) -> str:
    assert buku is not None
    text = field.read(buku)
    return {"2026-01-12": "12 Januari 2026"}.get(text, text)


def every(reading: Reading) -> list[str]:
    return [printed(field, reading.buku) for field in FIELDS.values()]


def sheets(reading: Reading) -> list[str]:
    """Return the sheets on which something was found."""
    return sorted(f.span.place.partition("!")[0] for f in reading.findings)


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(f.code, f.severity.value, f.span.where) for f in reading.findings]


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("text", TYPED)
def test_a_date_is_read_in_yaml(name: str, text: str, tmp_path: Path) -> None:
    reading = in_yaml(FIELDS[name], text, tmp_path)
    assert printed(FIELDS[name], reading.buku) == "12 Januari 2026"
    assert reading.findings == ()


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("text", ["31 Februari 2026", "32/1/2026", "12/13/2026"])
def test_a_day_that_no_calendar_has_is_an_error_on_its_line(
    name: str, text: str, tmp_path: Path
) -> None:
    field = FIELDS[name]
    reading = in_yaml(field, text, tmp_path)
    code = "SOP924" if field in FULL else "SOP107"
    assert told(reading) == [(code, "error", f"baris {field.line}")]
    assert f"`{text}`" in reading.findings[0].message
    if text == "12/13/2026":
        assert "hari ditulis sebelum bulan: 13/12/2026" in reading.findings[0].saran


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize(
    "text", ["12/1/26", "Januari 2025 (revisi ke-1)", "12 Janurai 2026", "segera"]
)
def test_what_is_no_certain_date_is_told_and_never_guessed(
    name: str, text: str, tmp_path: Path
) -> None:
    field = FIELDS[name]
    reading = in_yaml(field, text, tmp_path)
    if field in FULL:
        assert told(reading) == [("SOP924", "error", f"baris {field.line}")]
    else:
        assert told(reading) == [("SOP126", "warning", f"baris {field.line}")]
        assert printed(field, reading.buku) == text


@pytest.mark.parametrize("name", FIELDS)
def test_a_weekday_of_another_date_is_told(name: str, tmp_path: Path) -> None:
    field = FIELDS[name]
    reading = in_yaml(field, "Selasa, 12 Januari 2026", tmp_path)
    assert told(reading) == [("SOP127", "warning", f"baris {field.line}")]
    assert "12 Januari 2026 hari Senin, bukan Selasa" in reading.findings[0].message
    assert printed(field, reading.buku) == "12 Januari 2026"


@pytest.mark.parametrize("field", FULL, ids=lambda field: field.name)
@pytest.mark.parametrize("text", ["Januari 2025", "2025", "-"])
def test_a_decree_and_an_approval_need_their_day(
    field: Field, text: str, tmp_path: Path
) -> None:
    reading = in_yaml(field, text, tmp_path)
    assert told(reading) == [("SOP924", "error", f"baris {field.line}")]


@pytest.mark.parametrize("field", SHEET, ids=lambda field: field.name)
@pytest.mark.parametrize(
    ("text", "shown"),
    [("Januari 2025", "Januari 2025"), ("jan 2025", "Januari 2025"), ("2025", "2025")],
)
def test_a_sheet_may_name_the_month_alone(
    field: Field, text: str, shown: str, tmp_path: Path
) -> None:
    reading = in_yaml(field, text, tmp_path)
    assert (printed(field, reading.buku), reading.findings) == (shown, ())


@pytest.mark.parametrize(
    ("name", "codes"),
    [("tanggal_revisi", []), ("tanggal_pembuatan", ["SOP126"]),
     ("tanggal_efektif", ["SOP126"])],
)  # fmt: skip
def test_a_dash_stands_for_no_revision_only(
    name: str, codes: list[str], tmp_path: Path
) -> None:
    reading = in_yaml(FIELDS[name], "-", tmp_path)
    assert [f.code for f in reading.findings] == codes
    assert printed(FIELDS[name], reading.buku) == "-"


#: Formats in which Excel shows the day 12 January 2026.
FORMATS = (
    "yyyy-mm-dd", "dd/mm/yyyy", "m/d/yy", "mmm-yy", "mmmm yyyy", "d-mmm-yy",
    "[$-421]d mmmm yyyy", "[$-421]dd mmmm yyyy;@", "[$-id-ID]dddd, d mmmm yyyy",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy", "m/d/yyyy h:mm",
    '"tanggal" d mmmm yyyy',
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("shown", FORMATS)
def test_a_date_cell_is_read_whatever_its_format(
    shown: str, data: bytes, tmp_path: Path
) -> None:
    change = in_cells(datetime(2026, 1, 12), shown)  # noqa: DTZ001
    reading = read_buku(changed(data, change, tmp_path / "uji.xlsx"))
    assert every(reading) == ["12 Januari 2026"] * 5
    assert reading.findings == ()


@pytest.mark.slow
def test_a_date_of_the_calendar_of_1904_is_the_same_day(
    data: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        in_cells(date(2026, 1, 12))(book)

    reading = read_buku(changed(data, change, tmp_path / "uji.xlsx"))
    assert every(reading) == ["12 Januari 2026"] * 5
    assert reading.findings == ()


@pytest.mark.slow
@pytest.mark.parametrize("text", ["12/1/2026", "Senin, 12 Januari 2026", "12 Jan 2026"])
def test_a_date_typed_as_text_is_read_in_a_workbook(
    text: str, data: bytes, tmp_path: Path
) -> None:
    reading = read_buku(changed(data, in_cells(text), tmp_path / "uji.xlsx"))
    assert every(reading) == ["12 Januari 2026"] * 5
    assert reading.findings == ()


@pytest.mark.slow
@pytest.mark.parametrize("epoch", [WINDOWS_EPOCH, CALENDAR_MAC_1904])
def test_a_number_that_was_a_date_is_read_and_told_at_its_cell(
    epoch: datetime, data: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book.epoch = epoch
        days = (datetime(2026, 1, 12) - epoch).days  # noqa: DTZ001
        in_cells(days, "General")(book)

    reading = read_buku(changed(data, change, tmp_path / "uji.xlsx"))
    assert every(reading) == ["12 Januari 2026"] * 5
    assert {(f.code, f.severity) for f in reading.findings} == {
        ("SOP948", Severity.WARNING)
    }
    assert all("dibaca 12 Januari 2026" in f.message for f in reading.findings)
    assert sheets(reading) == sorted(field.sheet for field in FIELDS.values())


@pytest.mark.slow
@pytest.mark.parametrize(("fields", "code"), [(FULL, "SOP924"), (SHEET, "SOP107")])
@pytest.mark.parametrize("text", ["31 Februari 2026", "12/13/2026"])
def test_a_day_that_no_calendar_has_is_an_error_at_its_cell(
    text: str, fields: Sequence[Field], code: str, data: bytes, tmp_path: Path
) -> None:
    change = in_cells(text, fields=fields)
    reading = read_buku(changed(data, change, tmp_path / "uji.xlsx"))
    assert {(f.code, f.severity) for f in reading.findings} == {(code, Severity.ERROR)}
    assert sheets(reading) == sorted(field.sheet for field in fields)


@pytest.mark.slow
def test_a_month_that_excel_made_a_date_of_stays_a_month(
    data: bytes, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        for field in SHEET:
            place = right_of(book, SOP, field.label)
            place.value, place.number_format = date(2025, 1, 1), "mmm-yy"

    buku = read_buku(changed(data, change, tmp_path / "uji.xlsx")).buku
    assert [printed(field, buku) for field in SHEET] == ["Januari 2025"] * 3


@pytest.mark.slow
def test_a_date_cell_among_texts_is_printed_in_words(
    data: bytes, tmp_path: Path
) -> None:
    file = changed(data, fill(SOP, "Peralatan", date(2026, 1, 12)), tmp_path / "a.xlsx")
    buku = read_buku(file).buku
    assert buku is not None
    assert buku.sop[0].identitas.peralatan == ("12 Januari 2026",)
