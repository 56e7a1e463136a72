"""Tables and forms on a sheet, found by their headings wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopgen.model.diagnostic import Span
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.lembar import CONTOH, Isian, Kolom, named, plain

NUMBERED = re.compile(r"(.*\S) (\d{1,3})")
#: Headings that a row must have to be the head of a table.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of a table: its cells by the keys of their columns.

    Keys of columns that stand several times end in a number: ``ke 1``.
    """

    sheet: Sheet
    number: int
    cells: Mapping[str, Cell]
    columns: Mapping[str, int]

    def text(self, key: str) -> str:
        """Return what stands in a column."""
        return self.cells[key].text if key in self.cells else ""

    def word(self, key: str) -> str:
        """Return what stands in a column, on one line."""
        return self.cells[key].word if key in self.cells else ""

    def span(self, key: str = "") -> Span:
        """Return the place of a column's cell, blank or not."""
        return self.sheet.span(self.number, self.columns.get(key, 1))

    def numbered(self, key: str) -> tuple[str, ...]:
        """Return the keys of the columns that a column stands in, in order."""
        found = [k for k in self.columns if k == key or k.startswith(f"{key} ")]
        return tuple(
            sorted(
                found, key=lambda k: int(k.rpartition(" ")[2] or 1) if k != key else 0
            )
        )


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of a table: its row, and the column of each key."""

    row: int
    columns: Mapping[str, int]
    strangers: tuple[Cell, ...]


def find_head(sheet: Sheet, table: Sequence[Kolom]) -> Kepala | None:
    """Return the first row that has the headings of a table."""
    for number, row in sorted(sheet.rows.items()):
        found = _head(number, row, table)
        if len(found.columns) >= min(ENOUGH, len(table)):
            return found
    return None


def _head(number: int, row: Sequence[Cell], table: Sequence[Kolom]) -> Kepala:
    known = {named(column.judul): column for column in table}
    columns: dict[str, int] = {}
    strangers = []
    for cell in row:
        word = named(cell.text)
        match = NUMBERED.fullmatch(word)
        column = known.get(word)
        key = column.key if column else ""
        if column is None and match and named(match[1]) in known:
            column = known[named(match[1])]
            key = f"{column.key} {int(match[2])}" if column.berulang else ""
        if key and key not in columns:
            columns[key] = cell.column
        else:
            strangers.append(cell)
    return Kepala(number, columns, tuple(strangers))


def read_table(
    sheet: Sheet, table: Sequence[Kolom], findings: Findings
) -> Iterator[Baris]:
    """Yield the rows of a table that are not blank and no example."""
    head = find_head(sheet, table)
    if head is None:
        names = ", ".join(quoted(c.judul) for c in table if c.wajib)
        message = f"lembar `{sheet.name}` tidak punya baris judul kolom"
        saran = f"tulis judul kolomnya dalam satu baris: {names}"
        findings.error("SOP949", message, sheet.top, saran)
        return
    lacking = _lacking(head, table)
    for column in lacking:
        message = f"kolom {quoted(column.judul)} tidak ditemukan"
        saran = f"tulis judul kolom itu pada baris {head.row}"
        findings.error("SOP949", message, sheet.span(head.row, 1), saran)
    if lacking:
        return
    yield from _rows(sheet, head)
    _tell_strangers(sheet, head, table, findings)


def _lacking(head: Kepala, table: Sequence[Kolom]) -> list[Kolom]:
    return [c for c in table if c.wajib and c.key not in head.columns]


def _rows(sheet: Sheet, head: Kepala) -> Iterator[Baris]:
    first = min(head.columns.values())
    keys = {column: key for key, column in head.columns.items()}
    for number, row in sorted(sheet.rows.items()):
        if number <= head.row:
            continue
        cells = {keys[c.column]: c for c in row if c.column in keys}
        example = any(c.column == first and plain(c.text) == CONTOH for c in row)
        if cells and not example:
            yield Baris(sheet, number, cells, head.columns)


def _tell_strangers(
    sheet: Sheet, head: Kepala, table: Sequence[Kolom], findings: Findings
) -> None:
    """Report columns that are filled in and not read."""
    names = [column.judul for column in table]
    for cell in head.strangers:
        filled = any(
            one.column == cell.column
            for number, row in sheet.rows.items()
            if number > head.row
            for one in row
        )
        if filled:
            message = f"kolom {quoted(cell.text)} tidak dikenal; isinya tidak dibaca"
            findings.warning(
                "SOP949", message, sheet.of(cell), suggestion(cell.text, names)
            )


@dataclass(frozen=True, slots=True)
class Nilai:
    """A value of a form; there is no cell where it is left blank."""

    isian: Isian
    cell: Cell | None
    span: Span


def read_form(
    sheet: Sheet, form: Sequence[Isian], end: int, findings: Findings
) -> Iterator[Nilai]:
    """Yield the values of a form that stands above row ``end``.

    A label stands in the leftmost column, its value right of it; further values of a
    list stand below the first one, without a label.
    """
    known = {plain(isian.judul): isian for isian in form}
    rows = [row for number, row in sorted(sheet.rows.items()) if number < end]
    labels = [c for row in rows for c in row if plain(c.text) in known]
    edge = min((cell.column for cell in labels), default=1)
    last: Isian | None = None
    for row in rows:
        first, *rest = row
        if first.column > edge:
            yield from _further(sheet, last, first, findings)
            continue
        last = known.get(plain(first.text))
        if last is not None:
            value = rest[0] if rest else None
            span = sheet.of(value) if value else sheet.span(first.row, edge + 1)
            yield Nilai(last, value, span)
        elif rest:
            _unknown(sheet, first, form, findings)


def _further(
    sheet: Sheet, last: Isian | None, cell: Cell, findings: Findings
) -> Iterator[Nilai]:
    """Yield a value without a label, if it belongs to a list above it."""
    if last is not None and last.daftar:
        yield Nilai(last, cell, sheet.of(cell))
        return
    message = f"nilai {quoted(cell.text)} tidak punya nama isian di sebelah kirinya"
    saran = "tulis nama isiannya, atau hapus selnya"
    findings.warning("SOP954", message, sheet.of(cell), saran)


def _unknown(
    sheet: Sheet, cell: Cell, form: Sequence[Isian], findings: Findings
) -> None:
    names = [isian.judul for isian in form]
    message = f"isian {quoted(cell.text)} tidak dikenal; nilainya tidak dibaca"
    findings.warning("SOP954", message, sheet.of(cell), suggestion(cell.text, names))
