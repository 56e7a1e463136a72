"""Tables on a sheet, found by their headings wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.lembar import CONTOH, Kolom, named, plain
from sopgen.spec.workbook.letak_judul import (
    gaps,
    is_of_sop,
    judul_of,
    placed,
    without_number,
)

NUMBERED = re.compile(r"(.*?[a-z]) ?(\d{1,3})")
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

    def places(self, *keys: str) -> tuple[str, ...]:
        """Return the endings of columns that stand several times: none, 1, 2."""
        ends = {
            column.removeprefix(key)
            for key in keys
            for column in self.columns
            if column == key or column.startswith(f"{key} ")
        }
        return tuple(sorted(ends, key=lambda end: int(end or 0)))


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of a table: its row, the column of each key, and other cells in it."""

    row: int
    columns: Mapping[str, int]
    strangers: tuple[Cell, ...]
    repeated: tuple[Cell, ...]


def find_head(sheet: Sheet, table: Sequence[Kolom]) -> Kepala | None:
    """Return the first row that has the headings of a table."""
    for number, row in sorted(sheet.rows.items()):
        found = _head(number, row, table)
        if len(found.columns) >= min(ENOUGH, len(table)):
            return _whole(found, table) if is_of_sop(table) else found
    return None


def _whole(head: Kepala, table: Sequence[Kolom]) -> Kepala:
    """Return the head of a SOP's table with the columns that are known by place."""
    taken = {cell.column for cell in head.repeated}
    bare = without_number(head.columns)
    sure = {key: column for key, column in head.columns.items() if key not in bare}
    made = placed(sure, head.strangers, table)
    own = {key: column for key, column in made.items() if column not in taken}
    rest = {key: n for key, n in bare.items() if n not in own.values()}
    strangers = (c for c in head.strangers if c.column not in own.values())
    columns = {**sure, **rest, **own}
    return Kepala(head.row, columns, tuple(strangers), head.repeated)


def _head(number: int, row: Sequence[Cell], table: Sequence[Kolom]) -> Kepala:
    columns: dict[str, int] = {}
    strangers, repeated = [], []
    for cell in row:
        key = _key(cell.text, table)
        if not key:
            strangers.append(cell)
        elif key in columns:
            repeated.append(cell)
        else:
            columns[key] = cell.column
    return Kepala(number, columns, tuple(strangers), tuple(repeated))


def _key(text: str, table: Sequence[Kolom]) -> str:
    """Return the key of a heading, with its number if it has one; or nothing."""
    exact = (c for c in table if plain(text) in map(plain, (c.judul, *c.sebutan)))
    if (column := next(exact, None)) is not None:
        return column.key
    known = {named(column.judul): column for column in table}
    word = named(text)
    if word in known:
        return known[word].key
    match = NUMBERED.fullmatch(word)
    column = known.get(named(match[1])) if match else None
    if match and column and column.berulang:
        return f"{column.key} {int(match[2])}"
    return ""


def read_table(
    sheet: Sheet, table: Sequence[Kolom], findings: Findings
) -> Iterator[Baris]:
    """Yield the rows of a table that are not blank and no example."""
    head = find_head(sheet, table)
    if head is None:
        names = ", ".join(quoted(c.judul) for c in table if c.wajib)
        message = f"lembar `{sheet.name}` tidak punya baris judul kolom"
        saran = f"tulis judul kolomnya dalam satu baris: {names}"
        findings.tell("SOP949", message, sheet.top, saran)
        return
    lacking = [c for c in table if c.wajib and c.key not in head.columns]
    if lacking and is_of_sop(table):
        findings.add(_lacking(sheet, head, lacking, table))
    for column in () if is_of_sop(table) else lacking:
        message = f"kolom {quoted(column.judul)} tidak ditemukan"
        saran = f"tulis judul kolom itu pada baris {head.row}"
        findings.tell("SOP949", message, sheet.span(head.row, 1), saran)
    if not lacking:
        keys = {column: key for key, column in head.columns.items()}
        yield from Table(sheet, table, head, keys, findings).rows()


def _lacking(
    sheet: Sheet, head: Kepala, lacking: Sequence[Kolom], table: Sequence[Kolom]
) -> Diagnostic:
    """Return that columns of a SOP's table lack, told where the first should be."""
    keys = [column.key for column in lacking]
    celah = (one for one in gaps(head.columns, table) if set(keys) & set(one.keys))
    column = next((one.columns.start for one in celah), 1)
    names = ", ".join(quoted(one.judul) for one in lacking)
    message = f"kolom {names} tidak ditemukan; kegiatan tidak dibaca"
    saran = f"tulis judul itu di atas kolomnya, pada baris {head.row}"
    return diagnose("SOP949", message, sheet.span(head.row, column), saran)


@dataclass(frozen=True, slots=True)
class Table:
    """A table while it is read; ``keys`` are those of the columns of its sheet."""

    sheet: Sheet
    table: Sequence[Kolom]
    head: Kepala
    keys: Mapping[int, str]
    findings: Findings

    def rows(self) -> Iterator[Baris]:
        """Yield the rows below the head; report what belongs to no column."""
        for cell in self.head.repeated:
            message = f"kolom {quoted(cell.text)} ditulis dua kali"
            saran = "hapus salah satu; yang kedua tidak dibaca"
            self.findings.tell_lightly("SOP949", message, self.sheet.of(cell), saran)
        loose: dict[int, Cell] = {}
        for number, row in sorted(self.sheet.rows.items()):
            if number <= self.head.row:
                continue
            cells = {self.keys[c.column]: c for c in row if c.column in self.keys}
            for cell in row:
                if cell.column not in self.keys:
                    loose.setdefault(cell.column, cell)
            if cells and not self._is_head(row) and not self._is_example(cells):
                yield Baris(self.sheet, number, cells, self.head.columns)
        self._tell(loose)

    def _is_head(self, row: Sequence[Cell]) -> bool:
        """Tell whether a row repeats the headings."""
        same = [c for c in row if self.keys.get(c.column) == _key(c.text, self.table)]
        return len(same) > ENOUGH

    def _is_example(self, cells: Mapping[str, Cell]) -> bool:
        """Tell whether a row is the example; one that was changed is none."""
        marker = self.table[0].key
        first = cells.get(marker)
        if marker not in self.head.columns:
            return len(cells) > ENOUGH and self._as_given(cells)
        if first is None or plain(first.text) != CONTOH:
            return False
        if self._as_given(cells):
            return True
        message = "baris contoh sudah diubah; dibaca sebagai isian"
        saran = f"ganti kata `{first.text}`, atau kosongkan barisnya"
        self.findings.tell("SOP955", message, self.sheet.of(first), saran)
        return False

    def _as_given(self, cells: Mapping[str, Cell]) -> bool:
        """Tell whether cells say what the example says."""
        given = {c.key: (c.contoh, c.contoh_lama) for c in self.table}
        for key, cell in cells.items():
            name, _, number = key.partition(" ")
            known = given.get(key, given.get(name, ()) if number == "1" else ())
            if plain(cell.text) not in map(plain, known):
                return False
        return True

    def _tell(self, loose: Mapping[int, Cell]) -> None:
        """Report columns that are filled in and not read, and what stands above."""
        names = [column.judul for column in self.table]
        headings = {cell.column: cell for cell in self.head.strangers}
        repeated = {cell.column for cell in self.head.repeated}
        for column, cell in sorted(loose.items()):
            if heading := headings.get(column):
                title = quoted(heading.text)
                message = f"kolom {title} tidak dikenal; isinya tidak dibaca"
                span, saran = self.sheet.of(heading), suggestion(heading.text, names)
                saran = saran or self._expected(heading.column)
                saran = "; ".join(filter(None, (saran, self._declared(heading))))
            elif column in repeated:
                continue
            elif is_of_sop(self.table):
                message = f"kolom tanpa judul; {quoted(cell.text)} tidak dibaca"
                span = self.sheet.span(self.head.row, column)
                saran = self._expected(column) or "tulis judul kolomnya di sel ini"
            else:
                message = f"{quoted(cell.text)} berdiri di kolom tanpa judul"
                span = self.sheet.of(cell)
                saran = "pindahkan ke kolom yang berjudul; isinya tidak dibaca"
            self.findings.tell_lightly("SOP949", message, span, saran)

    def _expected(self, column: int) -> str:
        """Return which heading of a SOP's table lacks where a column stands."""
        found = gaps(self.head.columns, self.table) if is_of_sop(self.table) else ()
        keys = (one.keys for one in found if column in one.columns)
        names = [judul_of(key, self.table) for key in next(keys, ())]
        return f"mungkin maksudnya {quoted(names[0])}" if names else ""

    def _declared(self, heading: Cell) -> str:
        """Return how a column of the office's own is made known to a SOP's table."""
        if all(column.key != "ke" for column in self.table):
            return ""
        return f"bila ini kolom sendiri, tulis {isian('kolom', heading.word)} di atas"


def tell_above(sheet: Sheet, table: Sequence[Kolom], findings: Findings) -> None:
    """Report what stands above the head of a table besides the sheet's title."""
    head = find_head(sheet, table)
    for number, row in sorted(sheet.rows.items()):
        for cell in row if head and number < head.row else ():
            if plain(cell.text) != plain(sheet.name) and number > 1:
                message = f"{quoted(cell.text)} di atas judul kolom tidak dibaca"
                saran = "pindahkan ke bawah judul kolom, atau hapus"
                findings.tell_lightly("SOP954", message, sheet.of(cell), saran)
