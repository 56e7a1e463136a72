"""Labels of the form of a SOP that are changed or gone: known by their neighbours.

The lines stand in the order in which they are written.  Where it is certain which
label lacks, it is put in; where it only seems so, it is put in and told; else it is
told what is expected there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import pairwise

from sopgen.model.nilai import dataclass
from sopgen.model.salah_ketik import nearest
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.dasar import DASAR, TATA
from sopgen.spec.workbook.lembar import (
    FORM_SOP,
    ISIAN_KODE,
    KODE_SOP,
    TABEL_KEGIATAN,
    Isian,
    plain,
)
from sopgen.spec.workbook.tables import find_head

#: The lines of the form in their order, and by their labels as they are compared.
FORM = (ISIAN_KODE, *FORM_SOP)
KNOWN: Mapping[str, Isian] = {plain(one.judul): one for one in FORM}
#: So many labels, and headings of columns, make the sheet of a SOP without its code.
LABELS, HEADINGS = 3, 4


@dataclass(frozen=True, slots=True)
class Bernama:
    """The sheet of a SOP with its labels: by row those that are only likely.

    ``tanpa`` are rows whose label is not known, with what may be expected there.
    """

    sheet: Sheet
    ditebak: Mapping[int, str] = field(default_factory=dict)
    tanpa: Mapping[int, str] = field(default_factory=dict)


def named_by_place(sheet: Sheet) -> Bernama:
    """Return a sheet with the labels that lack; one of no SOP as it is."""
    head = find_head(sheet, TABEL_KEGIATAN)
    end = head.row if head else max(sheet.rows, default=0) + 1
    labels = {
        number: KNOWN[plain(row[0].text)]
        for number, row in sorted(sheet.rows.items())
        if number < end and plain(row[0].text) in KNOWN
    }
    coded = any(one is ISIAN_KODE for one in labels.values())
    likely = len(labels) >= LABELS and head and len(head.columns) >= HEADINGS
    if not labels or not (coded or likely):
        return Bernama(sheet)
    return Form(sheet, labels, end).named()


def is_sop(sheet: Sheet) -> bool:
    """Tell whether a sheet is that of a SOP."""
    return any(
        plain(cell.text) == plain(KODE_SOP)
        for row in sheet.rows.values()
        for cell in row[:2]
    )


@dataclass(frozen=True, slots=True)
class Celah:
    """Rows between two labels, and the lines of the form that lack there.

    ``berdaftar`` tells that the line above is a list, which may go on.
    """

    rows: range
    lacking: tuple[Isian, ...]
    berdaftar: bool


@dataclass(slots=True)
class Form:
    """The form of a SOP while its labels are found; ``end`` is the row below it."""

    sheet: Sheet
    labels: Mapping[int, Isian]
    end: int
    sure: dict[int, Isian] = field(default_factory=dict)
    likely: dict[int, Isian] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)

    @property
    def edge(self) -> int:
        """Return the column of the labels."""
        return min(self.sheet.rows[number][0].column for number in self.labels)

    def named(self) -> Bernama:
        """Return the sheet with what was found."""
        for celah in self._gaps():
            lines = [n for n in celah.rows if n in self.sheet.rows]
            others = [n for n in lines if self.sheet.rows[n][0].column <= self.edge]
            if others:
                self._changed(others, celah)
            elif celah.berdaftar:
                self._after_list(lines, celah)
            elif lines:
                self._emptied(lines, celah)
        rows = {number: list(row) for number, row in self.sheet.rows.items()}
        put = {n: one.judul for n, one in (*self.sure.items(), *self.likely.items())}
        bare = {n: "" for n in self.unknown if rows[n][0].column > self.edge}
        for number, text in (put | bare).items():
            old = rows.get(number, [])
            rest = [cell for cell in old if cell.column > self.edge]
            rows[number] = [Cell(number, self.edge, text), *rest]
        likely = {number: one.judul for number, one in self.likely.items()}
        return Bernama(replace(self.sheet, rows=rows), likely, self.unknown)

    def _gaps(self) -> Iterator[Celah]:
        """Yield the rows where lines of the form lack."""
        present = set(self.labels.values())
        order = [one for one in FORM if not one.jarang or one in present]
        places = [(n, order.index(one)) for n, one in self.labels.items()]
        for (top, a), (low, b) in pairwise([*places, (self.end, len(order))]):
            if a < b:
                rows = range(top + 1, low)
                lacking = self._lacking(order[a + 1 : b], rows)
                yield Celah(rows, lacking, order[a].daftar)
        first, at = places[0]
        lacking = tuple(one for one in order[:at] if one not in present)
        yield Celah(range(max(first - len(lacking), 1), first), lacking, False)

    def _lacking(self, lines: Sequence[Isian], rows: range) -> tuple[Isian, ...]:
        """Return the lines that lack; older sheets have no block of legal bases."""
        present = set(self.labels.values())
        cells = (cell for n in rows for cell in self.sheet.rows.get(n, ()))
        bases = any(plain(cell.text) == plain(TATA.judul) for cell in cells)
        return tuple(
            one for one in lines if one not in present and (one.key != DASAR or bases)
        )

    def _changed(self, others: Sequence[int], celah: Celah) -> None:
        """Name rows whose labels say something else."""
        lacking = list(celah.lacking)
        if len(others) == len(lacking):
            self.sure |= dict(zip(others, lacking, strict=True))
            return
        for number in others:
            names = {one.judul: one for one in lacking}
            close = nearest(self.sheet.rows[number][0].text, names)
            if len(close) == 1:
                self.sure[number] = names[close[0]]
                lacking.remove(names[close[0]])
            elif lacking:
                self.unknown[number] = lacking[0].judul

    def _emptied(self, lines: Sequence[int], celah: Celah) -> None:
        """Name rows whose labels are gone, below a line that is no list."""
        lacking, room = celah.lacking, len(celah.rows)
        single = not any(one.daftar for one in lacking[:-1])
        longer = bool(lacking) and lacking[-1].daftar and room >= len(lacking)
        if lacking and single and (room == len(lacking) or longer):
            self.sure |= dict(zip(celah.rows, lacking, strict=False))
        elif lacking:
            self.unknown[lines[0]] = lacking[0].judul

    def _after_list(self, lines: Sequence[int], celah: Celah) -> None:
        """Name rows whose labels are gone, below a list: they follow blank rows."""
        begun = [
            n for n in lines if n - 1 not in self.sheet.rows and n > celah.rows.start
        ]
        if not begun or not celah.lacking:
            return
        if len(begun) == len(celah.lacking):
            self.likely |= dict(zip(begun, celah.lacking, strict=True))
        else:
            self.unknown[begun[0]] = celah.lacking[0].judul
