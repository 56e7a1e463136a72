"""Lists of a form on a sheet: their values written anew, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sopgen.model.diagnostic import CELL, Span
from sopgen.model.lajur import PELAKSANA, Lajur, lajur_of
from sopgen.model.nilai import dataclass
from sopgen.sheetxml import Rows
from sopgen.spec.reader import Content
from sopgen.spec.workbook import dasar, kelompok
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.dasar import Sel, pasal_on
from sopgen.spec.workbook.kelompok import kelompok_on
from sopgen.spec.workbook.lembar import TABEL_KEGIATAN
from sopgen.spec.workbook.penulis import Penulis, cell_of, row_of, sheet_of
from sopgen.spec.workbook.samping import Samping
from sopgen.spec.workbook.tables import find_head

#: Columns of the heading of groups and of the groups where a sheet has none yet.
FRESH = kelompok.TATA.isi.stop, kelompok.TATA.isi.stop + 1


@dataclass(frozen=True, slots=True)
class Butir:
    """Writes the lists of a file into the cells of a workbook."""

    penulis: Penulis
    content: Content

    def fill(self, spans: Sequence[Span], values: Sequence[str]) -> list[Span]:
        """Write values below each other, from the cells that a list has now.

        They are returned, those that came in new and those left blank among them.
        """
        every = list({span.place: span for span in spans}.values())
        name, address = cell_of(every[-1])
        while len(every) < len(values):
            address = self.below(name, address, alone=len(every) == 1)
            every.append(Span(every[0].source, cell=f"{name}!{address}"))
        for n, span in enumerate(every):
            self.penulis.put(span, values[n] if n < len(values) else None)
        self.penulis.moved.add(name)
        return every

    def below(self, name: str, address: str, *, alone: bool) -> str:
        """Return the cell below, on a row that is kept free for it or comes in new.

        A new row comes in above the last one, so that the lists to choose from that
        end there know it; ``alone`` tells that there is but the row with the label.
        """
        found = CELL.fullmatch(address)
        column, row = (found[1], int(found[2])) if found else ("A", 1)
        sheet, after = self.penulis.book.sheet(name), f"{column}{row + 1}"
        free = row + 1 not in self.penulis.sheets[name].rows
        if not free or sheet.look(after) != sheet.look(address):
            Rows(self.penulis.book, name).insert(row + alone, row)
        return after

    def lanes(self, wanted: Any) -> None:
        """Write the list of pelaksana, and beside each of them the group."""
        old = lajur_of(self.content.data.get(PELAKSANA))
        spans = [self.content.spans[one.jejak] for one in old]
        spans = spans or [self.content.span(PELAKSANA)]
        lanes = list(lajur_of(wanted))
        name = sheet_of(spans[0])
        groups = self._groups(name)
        rows = [row_of(one) for one in self.fill(spans, [one.nama for one in lanes])]
        if groups.kepala is not None or any(one.kelompok for one in lanes):
            self._beside(name, groups, rows, lanes)

    def bases(self, spans: Sequence[Span], wanted: Sequence[Sel]) -> None:
        """Write the legal bases of a SOP, and beside each of them the article."""
        name = sheet_of(spans[0])
        sheet = self.penulis.sheets[name]
        articles = pasal_on(sheet, self._end(sheet))
        rows = [row_of(one) for one in self.fill(spans, [one.isi for one in wanted])]
        at = articles.kepala.column + 1 if articles.kepala else dasar.TATA.isi.start
        column = next((cell.column for cell in articles.isi.values()), at)
        said = [wanted[n].pasal if n < len(wanted) else "" for n in range(len(rows))]
        if any(said) and articles.kepala is None:
            self.penulis.put(sheet.span(rows[0], column - 1), dasar.TATA.judul)
        for row, pasal in zip(rows, said, strict=True):
            if pasal or column in {cell.column for cell in articles.isi.values()}:
                self.penulis.put(sheet.span(row, column), pasal or None)

    def _groups(self, name: str) -> Samping:
        sheet = self.penulis.sheets[name]
        return kelompok_on(sheet, self._end(sheet))

    def _end(self, sheet: Sheet) -> int:
        """Return the row below the form."""
        head = find_head(sheet, TABEL_KEGIATAN)
        return head.row if head else max(sheet.rows) + 1

    def _beside(
        self, name: str, groups: Samping, rows: Sequence[int], lanes: Sequence[Lajur]
    ) -> None:
        """Write the groups of the rows, under the heading that they have or get."""
        sheet = self.penulis.sheets[name]
        column = next((cell.column for cell in groups.isi.values()), 0)
        if groups.kepala is None:
            column = FRESH[1]
            self.penulis.put(sheet.span(rows[0], FRESH[0]), kelompok.TATA.judul)
        elif not column:
            here = groups.kepala.column
            column = (
                kelompok.TATA.isi.start if here in kelompok.TATA.kepala else here + 1
            )
        for n, row in enumerate(rows):
            own = lanes[n].kelompok if n < len(lanes) else ""
            self.penulis.put(sheet.span(row, column), own or None)
