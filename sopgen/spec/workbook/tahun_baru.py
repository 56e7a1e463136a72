"""What a workbook says of its year beside the spec: last year's book, what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopgen.model.nilai import dataclass
from sopgen.sheetxml import Book, Sheet, empty_sheet, open_book
from sopgen.spec.findings import Findings
from sopgen.spec.workbook import cells, lembar, looks
from sopgen.spec.workbook.forms import Nilai, read_form
from sopgen.spec.workbook.kenal import by_their_names, renamed
from sopgen.spec.workbook.lembar import PERUBAHAN, Isian, plain
from sopgen.spec.workbook.penulis import cell_of
from sopgen.spec.workbook.tampang import look_of

HEAD = (
    ("Tempat di buku lama", 26), ("Isian", 24), ("Lama", 60), ("Baru", 60),
    ("Sebab", 34),
)  # fmt: skip
SISA = ("Masih harus diputuskan", "Kode", "Apa", "Saran", "")


@dataclass(frozen=True, slots=True)
class Catatan:
    """What the sheet Perubahan tells: rows of changes, then rows of what is left."""

    perubahan: Sequence[Sequence[str]]
    sisa: Sequence[Sequence[str]]


def last_year_named(data: bytes, file: str, lalu: str, kantor: str) -> bytes:
    """Return a workbook that names last year's, and its office if it did not."""
    sheets, _ = cells.read_sheets(data, file)
    book = open_book(data)
    by_name = by_their_names(sheets)
    if sheet := renamed(by_name).get(lembar.BUKU, by_name.get(plain(lembar.BUKU))):
        form = Form(book.sheet(sheet.name), sheet, _said(sheet))
        form.say(lembar.BUKU_LALU, lalu, over=True)
        form.say(lembar.KODE_KANTOR, kantor, over=False)
    return book.packed()


def _said(sheet: cells.Sheet) -> Mapping[Isian, Nilai]:
    end = max(sheet.rows, default=0) + 1
    every = (*lembar.FORM_BUKU, *lembar.SENDIRI)
    return {one.isian: one for one in read_form(sheet, every, end, Findings())}


@dataclass(slots=True)
class Form:
    """The form of the sheet Buku while lines of it are written."""

    sheet: Sheet
    read: cells.Sheet
    said: Mapping[Isian, Nilai]
    added: int = 0

    def say(self, isian: Isian, isi: str, *, over: bool) -> None:
        """Write a value beside its label, which is written if it is not there."""
        nilai = self.said.get(isian)
        if nilai is None:
            self._add(isian, isi)
        elif over or nilai.cell is None or not nilai.cell.word:
            _, address = cell_of(nilai.span)
            self.sheet.put(self.sheet.anchor(address), isi)

    def _add(self, isian: Isian, isi: str) -> None:
        labels = {plain(one.judul) for one in self.said}
        rows = (row for row in self.read.rows.values() if row)
        edge = min((r[0].column for r in rows if plain(r[0].text) in labels), default=1)
        self.added += 1
        row = max(self.read.rows, default=0) + self.added
        for column, text in ((edge, isian.judul), (edge + 1, isi)):
            _, address = cell_of(self.read.span(row, column))
            self.sheet.put(address, text)


def with_changes(data: bytes, catatan: Catatan) -> bytes:
    """Return a workbook with the sheet Perubahan before all others."""
    book = open_book(data)
    if PERUBAHAN in book.names:
        book.remove(PERUBAHAN)
    widths = [float(width) for _, width in HEAD]
    sheet = book.add_first(PERUBAHAN, empty_sheet(widths, 2))
    head, text = look_of(book, "kepala"), look_of(book, "isian")
    titles = [title for title, _ in HEAD]
    rows = [(titles, head), *((row, text) for row in catatan.perubahan)]
    if catatan.sisa:
        rows += [(("",) * len(HEAD), text), (SISA, head)]
        rows += [(row, text) for row in catatan.sisa]
    for number, (row, look) in enumerate(rows, 1):
        for n, one in enumerate(row, 1):
            sheet.write((number, n), one, look)
        if look == text:
            sheet.heighten(
                number, looks.height_of(tuple(zip(row, widths, strict=True)))
            )
    _link(book, sheet, [row[0] for row, _ in rows], len(catatan.perubahan) + 2)
    return book.packed()


def _link(book: Book, sheet: Sheet, places: Sequence[str], first: int) -> None:
    """Lead from the places in the first column to their cells, from a row on."""
    for number, place in enumerate(places[first - 1 :], first):
        name, _, address = place.rpartition("!")
        if name in book.names:
            target = name.replace("'", "''")
            sheet.link(f"A{number}", f"'{target}'!{address}")
