"""The files of a spec → a workbook that staff fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.model.lajur import PELAKSANA, lajur_of
from sopgen.model.nilai import dataclass
from sopgen.spec.workbook import dasar, kelompok, lembar, looks, rows
from sopgen.spec.workbook.choices import Choices, choices_of
from sopgen.spec.workbook.decrees import BAGIAN
from sopgen.spec.workbook.kolom import table_of, written
from sopgen.spec.workbook.lampiran import read_bagian, table_rows, width_of
from sopgen.spec.workbook.lembar import Isian, Kolom, plain
from sopgen.spec.workbook.letak_judul import COPIES, EXITS
from sopgen.spec.workbook.looks import Choice, Painter, painter_of
from sopgen.spec.workbook.peraturan import Pilihan, choices_in
from sopgen.spec.workbook.petunjuk import LINES
from sopgen.spec.workbook.rows import Isi, Row
from sopgen.spec.workbook.samping import Tata
from sopgen.spec.workbook.saved import saved

#: Rows kept free below a table, and lines below a list in a form.
SPARE_ROWS, SPARE_LINES = 15, 1
#: Lines kept free below the list of pelaksana.
SPARE_LANES = 3
#: Columns over which the value of a SOP's form reaches.
VALUE = range(3, 12)
#: Letters of a value in the form of the book.
WIDE = 90
MAX_NAME = 31


def dump(
    contents: Mapping[str, Any],
    texts: Mapping[str, str],
    own: Mapping[str, str] | None = None,
) -> bytes:
    """Return the workbook of a spec: data and texts by the names of their files.

    ``own`` is what a workbook says of itself: kode_kantor, buku_tahun_lalu.
    """
    buku = contents["buku.yaml"]
    listed = [f"sop/{one['id']}.yaml" for one in buku["sop"] if "id" in one]
    others = [name for name in contents if name.startswith("sop/")]
    sop: dict[str, Any] = {
        name.removeprefix("sop/").removesuffix(".yaml"): contents[name] or {}
        for name in dict.fromkeys((*listed, *others))
        if name in contents
    }
    book = Workbook()
    book.remove(book.active)
    table = contents.get("peraturan.yaml")
    pilihan = choices_in(buku, table)
    spec = Spec(contents, texts, buku, sop, own or {}, pilihan)
    first = (str(row["id"]) for row in rows.peraturan(table) if row.get("id"))
    choices = choices_of(buku, sop, pilihan.offered(first))
    return Dumper(book, spec, painter_of(book), choices).dump()


@dataclass(frozen=True, slots=True)
class Spec:
    """The files of a spec: data and texts by their names, the book's, those of SOP.

    ``own`` is what a workbook says of itself, ``pilihan`` the regulations it names.
    """

    contents: Mapping[str, Any]
    texts: Mapping[str, str]
    buku: Any
    sop: Mapping[str, Any]
    own: Mapping[str, str]
    pilihan: Pilihan


@dataclass(frozen=True, slots=True)
class Dumper:
    """Writes sheet after sheet of one workbook."""

    book: Workbook
    spec: Spec
    painter: Painter
    choices: Choices

    def dump(self) -> bytes:
        """Return the workbook's bytes, always the same."""
        self._petunjuk()
        self._buku()
        data, sop = self.spec.buku, self.spec.sop
        self._table(lembar.PEJABAT, lembar.TABEL_PEJABAT, rows.pejabat(data))
        signers = rows.pengesahan(data)
        self._table(lembar.PENGESAHAN, lembar.TABEL_PENGESAHAN, signers)
        self._table(lembar.SUSUNAN, lembar.TABEL_SUSUNAN, rows.susunan(data))
        self._keputusan()
        self._lampiran()
        apart = {kode: one for kode, one in sop.items() if self._bases_of(one) is None}
        listed = rows.dasar_hukum(data, apart, self.spec.pilihan)
        self._table(lembar.DASAR_HUKUM, lembar.TABEL_DASAR, listed)
        if data.get("seksi"):
            self._table(lembar.SEKSI, lembar.TABEL_SEKSI, rows.seksi(data))
        self._table(lembar.DAFTAR_SOP, lembar.TABEL_DAFTAR, data.get("sop") or ())
        for number, (kode, one) in enumerate(sop.items(), 1):
            self._sop(number, kode, one)
        self._table(lembar.NASKAH, lembar.TABEL_NASKAH, rows.naskah(self.spec.texts))
        own = rows.peraturan(self.spec.contents.get("peraturan.yaml"))
        self._table(lembar.PERATURAN, lembar.TABEL_PERATURAN, own)
        koreksi = self.spec.contents.get("koreksi.yaml") or ()
        self._table(lembar.KOREKSI, lembar.TABEL_KOREKSI, koreksi)
        remarks = rows.abaikan(data, sop)
        self._table(lembar.ABAIKAN, lembar.TABEL_ABAIKAN, remarks)
        self.choices.write(self.book, self.painter)
        return saved(self.book)

    def _sheet(self, name: str) -> Worksheet:
        sheet: Worksheet = self.book.create_sheet(name)
        sheet.sheet_view.zoomScale = 100
        setup = sheet.page_setup
        setup.orientation, setup.paperSize = "landscape", 9
        setup.fitToWidth, setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        return sheet

    def _title(self, sheet: Worksheet, text: str) -> None:
        self.painter.write(sheet, (1, 1), text, "judul")
        sheet.row_dimensions[1].height = 24

    def _petunjuk(self) -> None:
        sheet = self._sheet(lembar.PETUNJUK)
        sheet.sheet_view.showGridLines = False
        sheet.column_dimensions["A"].width = WIDE + 20
        for number, (text, look) in enumerate(LINES, 1):
            self.painter.write(sheet, (number, 1), text, look or "teks")
            looks.fit_row(sheet, number, [(text, WIDE + 20)])
        sheet.row_dimensions[1].height = 24

    def _buku(self) -> None:
        sheet = self._sheet(lembar.BUKU)
        looks.widths(sheet, (28, WIDE))
        self._title(sheet, "Identitas kantor dan pengaturan buku")
        own = {**(self.spec.contents.get("peraturan.yaml") or {}), **self.spec.own}
        row = 3
        for isian in (*lembar.FORM_BUKU, *lembar.SENDIRI):
            data = own if isian in lembar.SENDIRI else self.spec.buku
            if _said(isian, data):
                row = self._line(sheet, row, isian, data)
        sheet.freeze_panes = "B3"
        looks.protect(sheet)

    def _line(self, sheet: Worksheet, row: int, isian: Isian, data: Any) -> int:
        """Write a line of a form; return the row below it."""
        listed = self._values(isian, data) or [""]
        listed += [""] * (SPARE_LINES if isian.daftar else 0)
        if isian.path == ("pelaksana",):
            listed += [""] * (SPARE_LANES - SPARE_LINES)
        wide = isian in lembar.FORM_SOP or isian.judul == lembar.KODE_SOP
        column = VALUE.start if wide else 2
        for n, isi in enumerate(listed):
            shown = isian.judul if n == 0 else ""
            self.painter.label(sheet, (row + n, 1), shown, isian.bantuan)
            text = self.painter.fill_in(sheet, (row + n, column), isi)
            if wide:
                self._join(sheet, row + n, VALUE)
            looks.fit_row(sheet, row + n, [(text, WIDE)])
        letter = get_column_letter(column)
        area = f"{letter}{row}:{letter}{row + len(listed) - 1}"
        if choice := self.choices.of(isian.model, isian.key):
            looks.choose(sheet, choice, area)
        return row + len(listed)

    def _values(self, isian: Isian, data: Any) -> list[Isi]:
        """Return the values of a line, none where it is blank."""
        if isian.path == (dasar.DASAR,):
            return [one.isi for one in self._bases_of(data) or ()]
        return rows.values(isian, data)

    def _bases_of(self, data: Any) -> Sequence[dasar.Sel] | None:
        """Return the cells of a SOP's legal bases, if they have room on its sheet."""
        return dasar.sel_of(data.get(dasar.DASAR), self.spec.pilihan)

    def _keputusan(self) -> None:
        """Write the decrees, with the lists that some of their fields have."""
        made = list(rows.keputusan(self.spec.buku, offered=("status",)))
        table = lembar.TABEL_KEPUTUSAN
        fill = self._table(lembar.KEPUTUSAN, table, made)
        sheet = self.book[lembar.KEPUTUSAN]
        keys = [column.key for column in table]
        names, values = (keys.index(key) + 1 for key in ("bagian", "isi"))
        cells: dict[Choice, list[str]] = {}
        for number, row in zip(fill, made, strict=False):
            part = read_bagian(str(row["bagian"]))
            isian = BAGIAN.get(part.nama if part else plain(str(row["bagian"])))
            choice = self.choices.of(isian.model, isian.key) if isian else None
            if isian and choice:
                looks.note(sheet.cell(number, names), isian.bantuan)
                place = f"{get_column_letter(values)}{number}"
                cells.setdefault(choice, []).append(place)
        for choice, places in cells.items():
            looks.choose(sheet, choice, *places)

    def _lampiran(self) -> None:
        """Write the tables that annexes have of their own."""
        made = list(table_rows(self.spec.buku))
        *first, cell = lembar.KOLOM_TABEL
        cells = (_numbered(cell, n) for n in range(1, width_of(made) + 1))
        self._table(lembar.TABEL_LAMPIRAN, (*first, *cells), made)

    def _table(
        self, name: str, columns: Sequence[Kolom], data: Iterable[Mapping[str, Any]]
    ) -> range:
        """Write a sheet that is one table; return the rows to fill in.

        Rare columns are written only where a row says something in them.
        """
        sheet, made = self._sheet(name), list(data)
        said = {key for row in made for key, isi in row.items() if isi}
        columns = [one for one in columns if not one.jarang or one.key in said]
        looks.widths(sheet, [column.lebar for column in columns])
        self._title(sheet, name)
        fill = self._rows(sheet, 3, columns, made)
        sheet.freeze_panes = "B4"
        looks.protect(sheet)
        return fill

    def _rows(
        self,
        sheet: Worksheet,
        top: int,
        columns: Sequence[Kolom],
        data: Sequence[Mapping[str, Any]],
    ) -> range:
        """Write head, example and rows of a table; return the rows to fill in."""
        for n, column in enumerate(columns, 1):
            self.painter.head(sheet, (top, n), column.judul, column.bantuan)
            self.painter.write(sheet, (top + 1, n), column.contoh, "contoh")
        sheet.row_dimensions[top].height = 30
        first = top + 2
        last = first + len(data) + SPARE_ROWS
        for number in range(first, last):
            given = data[number - first] if number - first < len(data) else {}
            texts = [
                self.painter.fill_in(sheet, (number, n), given.get(column.key) or "")
                for n, column in enumerate(columns, 1)
            ]
            pairs = zip(texts, (c.lebar for c in columns), strict=True)
            looks.fit_row(sheet, number, list(pairs))
        for n, column in enumerate(columns, 1):
            letter = get_column_letter(n)
            if choice := self.choices.of_column(sheet.title, column.key):
                looks.choose(sheet, choice, f"{letter}{first}:{letter}{last - 1}")
        return range(first, last)

    def _sop(self, number: int, kode: str, data: Any) -> None:
        """Write the sheet of a SOP."""
        sheet = self._sheet(self._named(number, kode))
        made = list(rows.kegiatan(data))
        table = table_of(self.spec.buku, data)
        columns = tuple(_expanded(written(table, self.spec.buku, data), made))
        looks.widths(sheet, [column.lebar for column in columns])
        self._title(sheet, f"SOP {number}")
        form = (lembar.ISIAN_KODE, *lembar.FORM_SOP)
        row, lanes = 3, ""
        for isian in form:
            given = {"kode": kode} if isian is lembar.ISIAN_KODE else data
            if not _said(isian, given):
                continue
            below = self._line(sheet, row, isian, given)
            if isian.path == (dasar.DASAR,):
                articles = [one.pasal for one in self._bases_of(data) or ()]
                self._beside(sheet, range(row, below), dasar.TATA, articles)
            if isian.path == ("pelaksana",):
                self._groups(sheet, range(row, below), data)
                letter = get_column_letter(VALUE.start)
                lanes = f"${letter}${row}:${letter}${below - 1}"
            row = below
        fill = self._rows(sheet, row + 1, columns, made)
        self.choices.in_sop(sheet, columns, fill, lanes)
        sheet.freeze_panes = "C2"

    def _groups(self, sheet: Worksheet, lines: range, data: Any) -> None:
        """Write the groups of the pelaksana beside them, if there are any."""
        groups = [lane.kelompok for lane in lajur_of(data.get(PELAKSANA))]
        if any(groups):
            self._beside(sheet, lines, kelompok.TATA, groups)

    def _beside(
        self, sheet: Worksheet, lines: range, tata: Tata, texts: Sequence[str]
    ) -> None:
        """Write what stands beside the lines of a list, under its heading."""
        for n, row in enumerate(lines):
            shown, told = (tata.judul, tata.bantuan) if n == 0 else ("", "")
            self.painter.label(sheet, (row, tata.kepala.start), shown, told)
            text = texts[n] if n < len(texts) else ""
            self.painter.fill_in(sheet, (row, tata.isi.start), text)
            area = f"{get_column_letter(VALUE.start)}{row}"
            sheet.merged_cells.remove(f"{area}:{get_column_letter(VALUE[-1])}{row}")
            for part in (tata.butir, tata.kepala, tata.isi):
                self._merge(sheet, row, part)

    def _join(self, sheet: Worksheet, row: int, value: range) -> None:
        """Join the cells of a label, and those of its value."""
        for column in (2, *value[1:]):
            self.painter.write(sheet, (row, column), "", "isian")
        for part in (range(1, 3), value):
            self._merge(sheet, row, part)

    def _merge(self, sheet: Worksheet, row: int, part: range) -> None:
        """Join cells of a row, if there are several."""
        if len(part) < 2:
            return
        letters = get_column_letter(part.start), get_column_letter(part[-1])
        # merge_cells would look at every border; these cells have theirs.
        sheet.merged_cells.add(f"{letters[0]}{row}:{letters[1]}{row}")

    def _named(self, number: int, kode: str) -> str:
        """Return a name for a SOP's sheet that no other has."""
        name = f"{number:02} {kode}"[:MAX_NAME]
        taken = {plain(one) for one in (*lembar.FIXED, *self.book.sheetnames)}
        return name if plain(name) not in taken else f"SOP {number}"


def _said(isian: Isian, data: Any) -> bool:
    """Return whether a line is written: a rare one only if it says something."""
    return not isian.jarang or bool(rows.values(isian, data))


def _expanded(table: Sequence[Kolom], made: Sequence[Row]) -> Iterator[Kolom]:
    """Yield the columns of kegiatan, those that stand several times with numbers."""
    exits = max(EXITS, *(_most(row, "ke") for row in made), 0) if made else EXITS
    copies = (
        max(COPIES, *(_most(row, "tembusan") for row in made), 0) if made else COPIES
    )
    columns = {column.key: column for column in table}
    for key, column in columns.items():
        if key == "jawaban":
            for n in range(1, exits + 1):
                yield _numbered(column, n)
                yield _numbered(columns["ke"], n)
        elif key == "tembusan":
            yield from (_numbered(column, n) for n in range(1, copies + 1))
        elif key != "ke":
            yield column


def _numbered(column: Kolom, n: int) -> Kolom:
    example = column.contoh if n == 1 else ""
    return replace(
        column, judul=f"{column.judul} {n}", key=f"{column.key} {n}", contoh=example
    )


def _most(row: Row, key: str) -> int:
    """Return how often a column is needed in a row."""
    return sum(name.startswith(f"{key} ") for name in row)
