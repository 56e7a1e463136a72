"""Forms on a sheet: labels on the left, their values beside and below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from sopgen.model.diagnostic import Span
from sopgen.model.nilai import dataclass
from sopgen.spec.findings import Findings, nearest, quoted, suggestion
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.lembar import Isian, plain

#: What stands between a label and its value and is neither.
COLON = (":", "=", "：")
#: Where every label is as it was written nothing else is expected.
NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Nilai:
    """A value of a form; there is no cell where it is left blank."""

    isian: Isian
    cell: Cell | None
    span: Span


def read_form(
    sheet: Sheet,
    form: Sequence[Isian],
    end: int,
    findings: Findings,
    expected: Mapping[int, str] = NOTHING,
) -> Iterator[Nilai]:
    """Yield the values of a form that stands above row ``end``.

    A label stands in the leftmost column, its value right of it; further values of a
    list stand beside and below the first one, without a label.  ``expected`` is the
    label that seems to be meant in a row without a known one.
    """
    known = {plain(isian.judul): isian for isian in form}
    yield from Form(sheet, known, findings, expected).read(end)


@dataclass(frozen=True, slots=True)
class Form:
    """A form while it is read: its lines, by their labels as they are compared."""

    sheet: Sheet
    known: Mapping[str, Isian]
    findings: Findings
    expected: Mapping[int, str]

    @property
    def names(self) -> list[str]:
        """Return the labels."""
        return [isian.judul for isian in self.known.values()]

    def read(self, end: int) -> Iterator[Nilai]:
        """Yield the values above a row."""
        rows = [row for number, row in sorted(self.sheet.rows.items()) if number < end]
        labels = [c for row in rows for c in row if plain(c.text) in self.known]
        edge = min((cell.column for cell in labels), default=1)
        start = min((cell.row for cell in labels), default=1)
        last: Isian | None = None
        told = False
        for row in rows:
            if row[0].column > edge:
                if not told:
                    yield from self._values(last, _without_colon(row))
                continue
            last = self.known.get(plain(row[0].text))
            told = last is None and len(row) > 1
            cells = [row[0], *_without_colon(row[1:])]
            if last is not None:
                yield from self._line(last, cells)
            elif row[0].row > start or len(cells) > 1:
                self._unknown(cells)
                yield from self._meant(cells[0])

    def _line(self, isian: Isian, cells: Sequence[Cell]) -> Iterator[Nilai]:
        """Yield what stands beside a label."""
        name, *values = cells
        if not values:
            yield Nilai(isian, None, self._blank(name))
        elif isian.daftar:
            yield from self._values(isian, values)
        else:
            yield Nilai(isian, values[0], self.sheet.of(values[0]))
            for cell in values[1:]:
                message = f"nilai kedua {quoted(cell.text)} di sebelah isian "
                message += f"{quoted(isian.judul)} tidak dibaca"
                saran = "satukan nilainya dalam satu sel"
                self.findings.tell_lightly(
                    "SOP954", message, self.sheet.of(cell), saran
                )

    def _blank(self, name: Cell) -> Span:
        """Return the place of a value that lacks: below the values of other lines.

        A label may be as wide as several cells.
        """
        lines = (r for r in self.sheet.rows.values() if plain(r[0].text) in self.known)
        values = (_without_colon(row[1:]) for row in lines)
        columns = Counter(one[0].column for one in values if one)
        usual = columns.most_common(1)
        column = usual[0][0] if usual else name.column + 1
        return self.sheet.span(name.row, max(column, name.column + 1))

    def _values(self, isian: Isian | None, cells: Sequence[Cell]) -> Iterator[Nilai]:
        """Yield further values of a list; elsewhere they belong to nothing."""
        for cell in cells:
            span = self.sheet.of(cell)
            if isian is not None and isian.daftar:
                yield Nilai(isian, cell, span)
                continue
            what = f"nilai {quoted(cell.text)} tidak punya nama isian"
            saran = "tulis nama isiannya di sebelah kiri, atau hapus selnya"
            self.findings.tell_lightly(
                "SOP954", f"{what} di sebelah kirinya", span, saran
            )

    def _unknown(self, cells: Sequence[Cell]) -> None:
        name, *values = cells
        saran, span = suggestion(name.text, self.names), self.sheet.of(name)
        if name.row in self.expected:
            saran = f"mungkin maksudnya {quoted(self.expected[name.row])}"
        if values and not name.text:
            message = f"nilai {quoted(values[0].text)} tidak punya nama isian"
            self.findings.tell_lightly(
                "SOP954", f"{message}; tidak dibaca", span, saran
            )
        elif values:
            message = f"isian {quoted(name.text)} tidak dikenal; nilainya tidak dibaca"
            self.findings.tell("SOP954", message, span, saran)
        else:
            message = f"{quoted(name.text)} bukan nama isian; tidak dibaca"
            self.findings.tell_lightly("SOP954", message, span, saran)

    def _meant(self, name: Cell) -> Iterator[Nilai]:
        """Yield the line that a misspelt label is meant for, as a blank one."""
        close = nearest(name.text, self.names)
        if close is not None:
            yield Nilai(self.known[plain(close)], None, self.sheet.of(name))


def _without_colon(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return values without a colon that stands in a cell of its own before them."""
    return cells[1:] if len(cells) > 1 and cells[0].word in COLON else cells
