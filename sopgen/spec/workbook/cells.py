"""The cells of a workbook as text, whatever Excel has made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.utils import get_column_letter

from sopgen.celltext import MAX_DIGITS, moment, number, unescaped, visible
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.spec.reader import MAX_LETTERS
from sopgen.spec.workbook.dates import day_of, shown_date
from sopgen.spec.workbook.ingatan import digests, kept
from sopgen.spec.workbook.pustaka import UnreadableError, opened, rows_of, sheets_of

#: Rows, and cells blank or not, that are read of a sheet; a book has 3 000 rows.
MAX_ROWS, MAX_CELLS = 20_000, 500_000
#: Letters that nobody sees.
NOTHING = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))
#: Formulas that would start a program or fetch something.
DANGEROUS = re.compile(
    r"\||\[|\b(?:cmd|dde|webservice|hyperlink|filterxml|rtd|call|exec)\b", re.IGNORECASE
)
TYPED = "ketik isinya sebagai teks"
SAVE = "buka di Excel atau LibreOffice, lalu Simpan Sebagai Excel Workbook (.xlsx)"
#: Digits of a long number by which it is shown how it is typed.
FIRST = 8
#: Marks the text of a formula until its value is known.
FORMULA_MARK = "\x00"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it: its row and column from 1, and its text.

    ``number`` tells that Excel holds it as a number; ``day`` is the date that it holds,
    or that its number counts to.
    """

    row: int
    column: int
    text: str
    number: bool = False
    day: date | None = None

    @property
    def word(self) -> str:
        """Return the text on one line, for names and codes."""
        return " ".join(self.text.translate(NOTHING).split())


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


@dataclass(frozen=True, slots=True)
class Dibaca:
    """A sheet as it was read, and what is wrong in its cells."""

    sheet: Sheet
    found: list[Diagnostic] = field(default_factory=list)

    def at(self, source: Source) -> tuple[Sheet, Iterator[Diagnostic]]:
        """Return it as one of a file: a sheet of its own, and what is told there."""
        rows = {number: list(row) for number, row in self.sheet.rows.items()}
        told = (
            replace(one, span=replace(one.span, source=source)) for one in self.found
        )
        return replace(self.sheet, source=source, rows=rows), told


def read_sheets(
    data: bytes, shown: str
) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    """Return all sheets of a workbook, and what is wrong in their cells."""
    try:
        read = _read(data)
    except UnreadableError as why:
        where = f"lembar `{why.sheet}`" if why.sheet else "isi berkas Excel"
        return (), (_unreadable(f"{where} tidak terbaca ({why.fault})", shown),)
    if not any(one.sheet.rows or one.found for one in read):
        message = "berkas Excel ini tidak memuat lembar isian yang dapat dibaca"
        return (), (_unreadable(message, shown),)
    made = [one.at(Source(shown, order=n)) for n, one in enumerate(read)]
    return tuple(sheet for sheet, _ in made), tuple(f for _, told in made for f in told)


def _read(data: bytes) -> list[Dibaca]:
    """Read the sheets of a workbook, of which those that were read before are known."""
    book = opened(data)
    raw = sheets_of(book)
    known = [kept(digest) for digest in digests(book, raw)]
    made = [
        slot[0] if slot else _sheet(one) for one, slot in zip(raw, known, strict=True)
    ]
    if any(_formulas(one.sheet) for one in made):
        _calculate(made, sheets_of(opened(data, data_only=True)))
    for one, slot in zip(made, known, strict=True):
        slot[:] = [one]
    return made


def _unreadable(message: str, shown: str) -> Diagnostic:
    return diagnose("SOP941", message, Span(Source(shown)), SAVE)


def _all(sheet: Sheet) -> Iterator[Cell]:
    for row in sheet.rows.values():
        yield from row


class _TooLargeError(Exception):
    """A sheet has more rows or cells than are read."""


def _rows(raw: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a sheet; raises _TooLargeError, UnreadableError."""
    seen = 0
    for number_, row in enumerate(rows_of(raw), 1):
        seen += len(row)
        if number_ > MAX_ROWS or seen > MAX_CELLS:
            raise _TooLargeError
        yield row


def _sheet(raw: Any) -> Dibaca:
    """Return the cells of one sheet that are not blank."""
    made = Dibaca(Sheet(raw.title, Source(""), raw.sheet_state != "visible"))
    sheet, found = made.sheet, made.found
    try:
        for row in _rows(raw):
            for one in row:
                if one.value is not None:
                    _keep(one, sheet, found)
    except _TooLargeError:
        message = f"lembar `{sheet.name}` terlalu besar; sisanya tidak dibaca"
        saran = f"paling banyak {MAX_ROWS} baris; hapus baris dan kolom yang kosong"
        found.append(diagnose("SOP944", message, sheet.top, saran))
    sheet.rows = _in_order(sheet.rows)
    return made


def _in_order(rows: Mapping[int, list[Cell]]) -> dict[int, list[Cell]]:
    """Return rows from top to bottom, their cells from left to right, none blank."""
    written = ((n, [c for c in rows[n] if c.text.strip()]) for n in sorted(rows))
    return {n: sorted(row, key=lambda cell: cell.column) for n, row in written if row}


def _keep(one: Any, sheet: Sheet, found: list[Diagnostic]) -> None:
    text = _text(one, sheet, found)
    if text.strip():
        sheet.rows.setdefault(one.row, []).append(_cell(one, text))


def _cell(one: Any, text: str) -> Cell:
    return Cell(one.row, one.column, text, one.data_type == "n", day_of(one))


def _text(one: Any, sheet: Sheet, found: list[Diagnostic]) -> str:
    """Return the value of a cell as staff would write it."""
    value = one.value
    span = sheet.span(one.row, one.column)
    if one.data_type == "e":
        message = f"sel memuat kesalahan Excel `{value}`"
        found.append(diagnose("SOP948", message, span, TYPED))
        return ""
    if one.data_type == "f":
        return f"{FORMULA_MARK}{getattr(value, 'text', value)}"
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number(one, span, found)
    text = shown_date(one) or _plain(value)
    if len(text) > MAX_LETTERS:
        message = f"nilai lebih dari {MAX_LETTERS} huruf"
        found.append(diagnose("SOP926", message, span, "bagi menjadi beberapa butir"))
        return ""
    return text


def _plain(value: object) -> str:
    """Return a truth value, a moment or a text as text."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime | date | time | timedelta):
        return moment(value)
    return clean(unescaped(str(value)))


def _number(one: Any, span: Span, found: list[Diagnostic]) -> str:
    """Return a number as it is shown; one too long for Excel is a mistake."""
    value = one.value
    if abs(value) >= 10**MAX_DIGITS:
        shown = f"{value:.0f}"
        message = f"angka {shown} lebih dari {MAX_DIGITS} digit; Excel membulatkannya"
        first = f"'{shown.removeprefix('-')[:FIRST]}…"
        saran = f"ketik ulang dengan tanda petik tunggal di depannya: `{first}`"
        found.append(diagnose("SOP948", message, span, saran))
    return number(value, one.number_format or "General")


def clean(text: str) -> str:
    """Return a text with plain line ends, nothing trailing and nothing unseen."""
    text = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n\xa0")


def _formulas(sheet: Sheet) -> list[Cell]:
    """Return the cells whose formulas have no value yet."""
    return [c for c in _all(sheet) if c.text.startswith(FORMULA_MARK)]


def _calculate(read: Sequence[Dibaca], calculated: Sequence[Any]) -> None:
    """Put the saved values of formulas in their places; nothing is calculated here."""
    for each, raw in zip(read, calculated, strict=True):
        sheet, formulas = each.sheet, _formulas(each.sheet)
        if not formulas:
            continue
        saved = {(one.row, one.column): one for one in _filled(raw)}
        for cell in formulas:
            one = saved.get((cell.row, cell.column))
            text = _saved(cell, sheet, one, each.found)
            row = sheet.rows[cell.row]
            row[row.index(cell)] = _cell(one, text) if one else replace(cell, text=text)
        sheet.rows = _in_order(sheet.rows)


def _filled(raw: Any) -> Iterator[Any]:
    """Yield the cells of a sheet that are not blank, as far as it is read."""
    try:
        for row in _rows(raw):
            yield from (one for one in row if one.value is not None)
    except _TooLargeError:
        return


def _saved(cell: Cell, sheet: Sheet, saved: Any, found: list[Diagnostic]) -> str:
    """Return the value that Excel saved with a formula, saying so."""
    formula, span = cell.text.removeprefix(FORMULA_MARK), sheet.of(cell)
    shown = f"`{formula[:40]}`"
    if DANGEROUS.search(formula):
        message = f"rumus {shown} dapat menjalankan program; isinya diabaikan"
        saran = "jangan aktifkan isinya di Excel; ketik teksnya, diawali tanda petik"
        found.append(diagnose("SOP947", message, span, saran))
        return ""
    if saved is None:
        message = f"rumus {shown} tanpa nilai tersimpan"
        found.append(diagnose("SOP947", message, span, TYPED))
        return ""
    message = f"rumus {shown}: dipakai nilai yang tersimpan"
    found.append(diagnose_lightly("SOP947", message, span, TYPED))
    return _text(saved, sheet, found)
