"""The cells of a workbook as text, whatever Excel has made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span

#: Rows, columns and cells that are read at most; an honest book has 3 000 rows.
MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 20_000, 200, 200_000
#: Excel keeps no more digits of a number.
MAX_DIGITS = 15
SPACES = dict.fromkeys(map(ord, "\xa0\u2007\u202f\u2009"), " ")
NOTHING = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))
#: Formulas that would start a program or fetch something.
DANGEROUS = re.compile(r"\||cmd|dde|webservice|hyperlink\(|\[", re.IGNORECASE)
TYPED = "ketik isinya sebagai teks"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it: its row and column from 1, and its text."""

    row: int
    column: int
    text: str

    @property
    def word(self) -> str:
        """Return the text on one line, for names and codes."""
        return " ".join(self.text.split())


@dataclass(slots=True)
class Sheet:
    """A sheet: its cells by row, each row from left to right."""

    name: str
    source: Source
    hidden: bool
    rows: dict[int, list[Cell]] = field(default_factory=dict)

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell."""
        return Span(self.source, cell=f"{self.name}!{get_column_letter(column)}{row}")

    def of(self, cell: Cell) -> Span:
        """Return the place of a cell."""
        return self.span(cell.row, cell.column)

    @property
    def top(self) -> Span:
        """Return the place of the sheet as a whole."""
        return self.span(1, 1)


def read_sheets(
    data: bytes, shown: str
) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    """Return all sheets of a workbook, and what is wrong in their cells."""
    found: list[Diagnostic] = []
    try:
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheets = tuple(
            _sheet(book[name], Source(shown, order=n), found)
            for n, name in enumerate(book.sheetnames)
            if hasattr(book[name], "iter_rows")
        )
        if any(cell.text.startswith(FORMULA) for s in sheets for cell in _all(s)):
            _calculate(sheets, data, found)
    except Exception as error:  # openpyxl raises anything on a broken file
        fault = type(error).__name__
        message = f"isi berkas Excel tidak terbaca ({fault})"
        saran = "buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx"
        span = Span(Source(shown))
        return (), (Diagnostic("SOP941", Severity.ERROR, message, span, saran),)
    return sheets, tuple(found)


#: Marks the text of a formula until its value is known.
FORMULA = "\x00"


def _all(sheet: Sheet) -> Iterator[Cell]:
    for row in sheet.rows.values():
        yield from row


def _sheet(raw: Any, source: Source, found: list[Diagnostic]) -> Sheet:
    """Return the cells of one sheet that are not blank."""
    sheet = Sheet(raw.title, source, raw.sheet_state != "visible")
    raw.reset_dimensions()
    cells = 0
    for row in raw.iter_rows(max_col=MAX_COLUMNS):
        for one in row:
            if one.value is None:
                continue
            text = _text(one, sheet, found)
            if text.strip():
                cells += 1
                made = Cell(one.row, one.column, text)
                sheet.rows.setdefault(one.row, []).append(made)
        if cells > MAX_CELLS or (row and _row_of(row) > MAX_ROWS):
            message = f"lembar `{sheet.name}` terlalu besar; sisanya tidak dibaca"
            saran = f"paling banyak {MAX_ROWS} baris; hapus baris yang kosong"
            finding = Diagnostic("SOP944", Severity.ERROR, message, sheet.top, saran)
            found.append(finding)
            break
    return sheet


def _row_of(row: tuple[Any, ...]) -> int:
    return next((one.row for one in row if one.value is not None), 0)


def _text(one: Any, sheet: Sheet, found: list[Diagnostic]) -> str:
    """Return the value of a cell as staff would write it."""
    value = one.value
    span = sheet.span(one.row, one.column)
    if one.data_type == "e":
        message = f"sel memuat kesalahan Excel `{value}`"
        found.append(Diagnostic("SOP948", Severity.ERROR, message, span, TYPED))
        return ""
    if one.data_type == "f":
        return f"{FORMULA}{value}"
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number(value, span, found)
    return _plain(value)


def _plain(value: object) -> str:
    """Return a text, date or truth value as text."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return clean(str(value))


def _number(value: float, span: Span, found: list[Diagnostic]) -> str:
    """Return a number without the marks that Excel adds."""
    if abs(value) >= 10**MAX_DIGITS:
        message = (
            f"angka {value:.0f} lebih dari {MAX_DIGITS} digit; Excel membulatkannya"
        )
        saran = "ketik ulang dengan tanda petik tunggal di depannya, misalnya NIP"
        found.append(Diagnostic("SOP948", Severity.ERROR, message, span, saran))
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.{MAX_DIGITS}g}"


def clean(text: str) -> str:
    """Return a text with plain spaces and line ends, nothing trailing."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(SPACES)
    lines = (line.rstrip() for line in text.translate(NOTHING).split("\n"))
    return "\n".join(lines).strip("\n")


def _calculate(sheets: tuple[Sheet, ...], data: bytes, found: list[Diagnostic]) -> None:
    """Put the saved values of formulas in their places; nothing is calculated here."""
    book = load_workbook(
        BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    for sheet in sheets:
        formulas = [c for c in _all(sheet) if c.text.startswith(FORMULA)]
        if not formulas:
            continue
        raw = book[sheet.name]
        raw.reset_dimensions()
        saved = {
            (one.row, one.column): one
            for row in raw.iter_rows(max_col=MAX_COLUMNS, max_row=formulas[-1].row)
            for one in row
            if one.value is not None
        }
        for cell in formulas:
            text = _saved(cell, sheet, saved.get((cell.row, cell.column)), found)
            row = sheet.rows[cell.row]
            row[row.index(cell)] = Cell(cell.row, cell.column, text)
    for sheet in sheets:
        for number, row in list(sheet.rows.items()):
            sheet.rows[number] = [cell for cell in row if cell.text.strip()]


def _saved(cell: Cell, sheet: Sheet, saved: Any, found: list[Diagnostic]) -> str:
    """Return the value that Excel saved with a formula, saying so."""
    formula, span = cell.text.removeprefix(FORMULA), sheet.of(cell)
    shown = f"`{formula[:40]}`"
    if DANGEROUS.search(formula):
        message = f"rumus {shown} dapat menjalankan program; isinya diabaikan"
        saran = "jangan aktifkan isinya di Excel; ketik teksnya, diawali tanda petik"
        found.append(Diagnostic("SOP947", Severity.ERROR, message, span, saran))
        return ""
    if saved is None:
        message = f"rumus {shown} tanpa nilai tersimpan"
        found.append(Diagnostic("SOP947", Severity.ERROR, message, span, TYPED))
        return ""
    message = f"rumus {shown}: dipakai nilai yang tersimpan"
    found.append(Diagnostic("SOP947", Severity.WARNING, message, span, TYPED))
    return _text(saved, sheet, found)
