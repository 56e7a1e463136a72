"""Write into the cells of a workbook that was read: fields, codes, numbers of rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date

from sopgen.model.diagnostic import CELL, Span
from sopgen.model.draft import Data
from sopgen.model.nilai import dataclass
from sopgen.sheetxml import Book
from sopgen.spec.reader import Content
from sopgen.spec.tanda import Numbers
from sopgen.spec.workbook import lembar, looks
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.peraturan import Pilihan, choices_in
from sopgen.spec.workbook.rows import Isi
from sopgen.spec.workbook.tables import find_head
from sopgen.spec.workbook.tujuan import TABEL
from sopgen.spec.workbook.words import code, numeral

#: Columns in which a SOP is named by its code: sheet, key.
SOP_CODES = (
    (lembar.DASAR_HUKUM, "untuk"), (lembar.KEPUTUSAN, "kode_sop"),
    (lembar.ABAIKAN, "sop"), (lembar.DAFTAR_SOP, "id"),
)  # fmt: skip
NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")


@dataclass(slots=True)
class Penulis:
    """Write into a workbook, given what its sheets say now.

    ``moved`` are the sheets on which rows stand elsewhere after an edit, so that they
    must be read again.
    """

    book: Book
    sheets: Mapping[str, Sheet]
    isi: Mapping[str, Content]
    moved: set[str] = field(default_factory=set)

    @property
    def pilihan(self) -> Pilihan:
        """Return the regulations that cells may name."""
        buku, own = self.isi.get("buku.yaml"), self.isi.get("peraturan.yaml")
        return choices_in(buku.data if buku else {}, own.data if own else None)

    def called(self, name: str) -> str:
        """Return the name that a sheet has in the workbook, which may be another."""
        return self.sheets[name].name if name in self.sheets else name

    def rename(self, lama: str, baru: str, columns: Iterable[tuple[str, str]]) -> None:
        """Give a SOP or decree another code in some columns."""
        for name, key in columns:
            sheet = self.sheets.get(name)
            head = find_head(sheet, TABEL[name]) if sheet else None
            if sheet is None or head is None or key not in head.columns:
                continue
            for number, row in sheet.rows.items():
                for cell in row:
                    here = cell.column == head.columns[key] and number > head.row
                    if here and code(cell.word) == lama:
                        self.put(sheet.of(cell), baru)

    def rename_sop(self, lama: str, baru: str) -> None:
        """Give a SOP another code wherever the workbook names it."""
        self.rename(lama, baru, SOP_CODES)
        content = self.isi.get(f"sop/{lama}.yaml")
        sheet = self.sheets.get(sheet_of(content.span())) if content else None
        for row in sheet.rows.values() if sheet else ():
            if lembar.plain(row[0].text) == lembar.plain(lembar.KODE_SOP) and sheet:
                self.put(sheet.of(row[-1]), baru)

    def renumber(self, berkas: str, wanted: Data) -> None:
        """Write the numbers of a SOP's kegiatan, if its sheet has them written."""
        name = sheet_of(self.isi[berkas].span())
        sheet = self.sheets[name]
        head = find_head(sheet, lembar.TABEL_KEGIATAN)
        column = head.columns.get("nomor") if head else None
        listed = wanted.get("kegiatan") if isinstance(wanted, dict) else None
        if column is None or not isinstance(listed, list):
            return
        keys = self.isi[berkas].keys
        at = [row_of(keys[("kegiatan", n, "nomor")]) for n in range(len(listed))]
        old = [_text(sheet, row, column) for row in at]
        numbers = Numbers()
        for row, one, text in zip(at, listed, old, strict=True):
            own = one.get("nomor", "") if isinstance(one, dict) else ""
            nomor = numbers.following(str(own))
            if any(old) and numeral(text) != nomor:
                self.put(sheet.span(row, column), nomor)

    def put(self, span: Span, isi: Isi | None) -> None:
        """Write what stands in a cell: dates as dates, numbers as numbers stay."""
        name, address = cell_of(span)
        sheet = self.book.sheet(name)
        address = sheet.beside(address)
        look = sheet.look(address)
        if isinstance(isi, date):
            if not sheet.styles.dated(look):
                sheet.dress(address, sheet.styles.formatted(look, looks.DATED))
            sheet.put(address, isi)
            return
        number = sheet.counts(address) and not sheet.styles.dated(look)
        if number and isinstance(isi, str) and NUMBER.fullmatch(isi):
            sheet.put(address, int(isi))
            return
        if sheet.styles.dated(look) and isi:
            sheet.dress(address, sheet.styles.formatted(look, looks.AS_TYPED))
        sheet.put(address, isi)


def _text(sheet: Sheet, row: int, column: int) -> str:
    found = (c.word for c in sheet.rows.get(row, ()) if c.column == column)
    return next(found, "")


def cell_of(span: Span) -> tuple[str, str]:
    """Return sheet and address of a place."""
    name, _, address = span.place.rpartition("!")
    return name, address


def sheet_of(span: Span) -> str:
    """Return the name of the sheet that a place is on."""
    return cell_of(span)[0]


def row_of(span: Span) -> int:
    """Return the row of a place, 0 if it has none."""
    found = CELL.search(span.place)
    return int(found[2]) if found else 0


def _column(span: Span) -> str:
    found = CELL.search(span.place)
    return found[1] if found else ""
