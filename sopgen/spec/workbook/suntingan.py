"""Edits of a spec's fields → cells and rows of its workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sopgen.model.diagnostic import Span
from sopgen.model.draft import Data, Trail
from sopgen.model.lajur import KELOMPOK, PELAKSANA, lajur_of
from sopgen.model.suntingan import (
    DeleteRow,
    InsertRow,
    Langsung,
    MoveRow,
    RenameKey,
    Set,
    SuntinganError,
)
from sopgen.model.tujuan import SOP
from sopgen.sheetxml import ArrayFormulaError, Rows
from sopgen.spec.bersama import SAMBUNG
from sopgen.spec.reader import Content
from sopgen.spec.workbook import lembar
from sopgen.spec.workbook.butir import Butir
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.dasar import DASAR, Sel, kept_here, sel_of
from sopgen.spec.workbook.jalan import arranged, cells_of, renamed, replaced, ways_in
from sopgen.spec.workbook.judul import retitle
from sopgen.spec.workbook.kolom import KOLOM, column_line, table_of
from sopgen.spec.workbook.penulis import Penulis, sheet_of
from sopgen.spec.workbook.rows import Row, bersama, dated
from sopgen.spec.workbook.tables import find_head
from sopgen.spec.workbook.tempat import Tempat
from sopgen.spec.workbook.tujuan import TABEL, Berkas, rows_for

#: Fields of the form that hold a list of texts, one value below the other.
FORM = {
    isian.path
    for isian in (*lembar.FORM_BUKU, *lembar.FORM_SOP)
    if isian.daftar and isian.key != DASAR
}
#: Columns in which a decree is named by its code: sheet, key.
DECREE_CODES = (
    (lembar.KEPUTUSAN, "keputusan"), (lembar.TABEL_LAMPIRAN, "keputusan"),
    (lembar.DASAR_HUKUM, "untuk"),
)  # fmt: skip


def write_edit(penulis: Penulis, edit: Langsung, wanted: Any) -> None:
    """Write an edit, after which its file says what is wanted.

    Raises SuntinganError where the workbook has no place for it.
    """
    content = penulis.isi.get(edit.berkas)
    if content is None:
        raise SuntinganError("lembarnya tidak ada", edit.berkas, edit.jejak)
    try:
        one = One(penulis, content, edit)
        lanes, bases = one.grouped(wanted), one.bases(wanted)
        if lanes is not None:
            Butir(penulis, content).lanes(lanes)
        elif bases is not None:
            spans = one.own_bases() or one.first((DASAR,))
            Butir(penulis, content).bases(spans, bases)
        else:
            one.write()
    except ArrayFormulaError as error:
        raise SuntinganError(error.pesan, edit.berkas, edit.jejak) from error


class One(Tempat):
    """One edit on its way into the sheets."""

    def __init__(self, penulis: Penulis, content: Content, edit: Langsung) -> None:
        super().__init__(content, edit)
        self.penulis, self.book = penulis, penulis.book

    def write(self) -> None:
        """Write it."""
        edit = self.edit
        match edit:
            case Set():
                self.give(edit.jejak, edit.nilai)
            case RenameKey():
                self.rename(edit)
            case _ if edit.jejak[:-1] in FORM:
                self.fill(edit.jejak[:-1], self.changed(edit))
            case _ if _who(edit.jejak[:-1]):
                self.together(edit.jejak[:-1], self.changed(edit))
            case _ if ways := ways_in(edit.jejak[:-1]):
                inner = arranged(self.at(edit.jejak[:-1]), edit)
                self.lead(ways, edit.jejak[len(ways) : -1], inner)
            case _:
                self.rearrange(edit)

    def rearrange(self, edit: InsertRow | DeleteRow | MoveRow) -> None:
        """Let rows of a table come, go or move."""
        match edit:
            case InsertRow():
                self.lay([(edit.jejak, edit.nilai)], int(edit.jejak[-1]))
            case DeleteRow():
                self.delete(edit.jejak)
            case MoveRow():
                self.move(edit)

    def give(self, jejak: Trail, nilai: Data | None) -> None:
        """Give a field a value: in its cell, or in new rows."""
        here = self.place(jejak)
        known = isinstance(self.at(jejak), str) or self.at(jejak) is None
        # A part of a decree that is named and says nothing goes with its row.
        blank = jejak[0] == "keputusan" and self.at(jejak) == ""
        if ways := self.ways(jejak, nilai):
            self.lead(ways, jejak[len(ways) :], nilai)
        elif jejak in FORM and isinstance(nilai, list):
            self.fill(jejak, [str(one) for one in nilai])
        elif _who(jejak) and here is not None:
            self.together(jejak, nilai if isinstance(nilai, list) else [nilai])
        elif nilai is None and here is not None and (not known or blank):
            self.delete(jejak)
        elif here is not None and known and (nilai is None or isinstance(nilai, str)):
            self.cell(jejak, here, nilai)
        elif here is not None and isinstance(nilai, dict):
            for key in {**self.keys(jejak), **nilai}:
                self.give((*jejak, key), nilai.get(key))
        else:
            self.append(jejak, nilai)

    def ways(self, jejak: Trail, nilai: Data | None) -> Trail:
        """Return the ``ke`` or ``tembusan`` that an edit writes over several cells.

        It is nothing where the edit is of one word that has its own cell.
        """
        ways = ways_in(jejak)
        words = (nilai, self.at(jejak))
        plain = all(one is None or isinstance(one, str) for one in words)
        own = plain and jejak[-1] != SOP and self.place(jejak) is not None
        return () if own else ways

    def keys(self, jejak: Trail) -> dict[str, Any]:
        """Return the keys that a mapping has now."""
        found = self.at(jejak)
        return dict.fromkeys(found) if isinstance(found, dict) else {}

    def cell(self, jejak: Trail, here: Span, nilai: str | None) -> None:
        """Write a text into its cell, of which it may be a part only."""
        if jejak[-1] == "id" and jejak[0] == "keputusan":
            self.penulis.rename(str(self.at(jejak)), str(nilai), DECREE_CODES)
            self.penulis.moved.update(
                self.penulis.called(name) for name, _ in DECREE_CODES
            )
            return
        around = self.at(jejak[:-1])
        if isinstance(around, list):
            same = [n for n in range(len(around)) if self.at_cell(jejak, n, here)]
            words = [nilai if n == jejak[-1] else around[n] for n in same]
            if len(same) > 1:
                joint = SAMBUNG if _who(jejak[:-1]) else ", "
                self.penulis.put(here, joint.join(str(w) for w in words if w))
                self.penulis.moved.add(sheet_of(here))
                return
        if jejak[0] == KOLOM:
            kunci = str(jejak[-1])
            retitle(self.penulis, self.edit.berkas, kunci, nilai)
            nilai = column_line(kunci, nilai) if nilai is not None else None
        if jejak[-1] == "peraturan" and nilai is not None:
            nilai = self.penulis.pilihan.shown(nilai)
        holds = isinstance(nilai, str) and "tanggal" in str(jejak[-1])
        self.penulis.put(here, dated(nilai) if holds and nilai else nilai)

    def at_cell(self, jejak: Trail, number: int, here: Span) -> bool:
        """Tell whether an item of a list stands in the same cell as another."""
        span = self.content.spans.get((*jejak[:-1], number))
        return span is not None and span.place == here.place

    def rename(self, edit: RenameKey) -> None:
        """Give a key another name: in its own cell, beside its value."""
        if edit.jejak[0] == "pejabat":
            span = self.content.keys[edit.jejak]
            self.penulis.put(span, edit.baru)
        elif "sebutan" in edit.jejak:
            lama = str(edit.jejak[-1])
            self.penulis.rename(lama, edit.baru, [(lembar.KEPUTUSAN, "kode_sop")])
        elif edit.jejak[-2:-1] == ("ke",):
            ke, lama = edit.jejak[:-1], str(edit.jejak[-1])
            self.exits(ke, renamed(self.at(ke), lama, edit.baru))
        else:
            self.refuse("kunci ini tidak dapat diganti namanya di buku kerja")

    def together(self, jejak: Trail, names: Sequence[Data | None]) -> None:
        """Write the names of those who do a kegiatan into their one cell."""
        here = self.place(jejak)
        if here is None:
            self.refuse("isian ini tidak ada di lembarnya; tulis dahulu namanya")
            return
        self.penulis.put(here, bersama(str(one) for one in names if one) or None)
        self.penulis.moved.add(sheet_of(here))

    # Lists of the form: one value below the other.

    def changed(self, edit: InsertRow | DeleteRow | MoveRow) -> list[str]:
        """Return the values of a list of names after an edit of one."""
        return [str(one) for one in arranged(self.at(edit.jejak[:-1]), edit)]

    def fill(self, jejak: Trail, values: Sequence[str]) -> None:
        """Write the values of a list of the form below each other."""
        count = len(self.at(jejak) or ())
        spans = [self.content.spans[(*jejak, n)] for n in range(count)]
        Butir(self.penulis, self.content).fill(spans or self.first(jejak), values)

    def first(self, jejak: Trail) -> list[Span]:
        """Return the blank cell of a list without values."""
        here = self.place(jejak)
        if here is None:
            self.refuse("isian ini tidak ada di lembarnya; tulis dahulu namanya")
        return [here] if here else []

    def grouped(self, wanted: Any) -> Any:
        """Return the list of pelaksana after an edit that groups have to do with.

        There is none where a name alone changes, or nobody is in a group.
        """
        edit = self.edit
        old, new = self.at(edit.jejak), getattr(edit, "nilai", None)
        renamed = isinstance(edit, Set) and isinstance(old, str) and bool(new)
        if edit.jejak[0] != PELAKSANA or (renamed and edit.jejak[-1] != KELOMPOK):
            return None
        listed = wanted.get(PELAKSANA) or []
        both = (*lajur_of(self.at((PELAKSANA,))), *lajur_of(listed))
        return listed if any(one.kelompok for one in both) else None

    def bases(self, wanted: Any) -> Sequence[Sel] | None:
        """Return what stands on the SOP's sheet of its legal bases after an edit.

        It is nothing where the edit is of those in the table of all bases, or of else.
        """
        if self.edit.jejak[:1] != (DASAR,):
            return None
        own = len(self.own_bases())
        kept = kept_here(self.edit, own, len(self.at((DASAR,)) or ()))
        home = self.place((DASAR,))
        if kept is None or home is None or sheet_of(home) != self.home:
            return None
        made = sel_of((wanted.get(DASAR) or ())[:kept], self.penulis.pilihan)
        if made is None:
            self.refuse("dasar hukum ini tidak muat dalam dua sel di lembar SOP-nya")
        return made

    # Rows of tables.

    def append(self, jejak: Trail, nilai: Data | None) -> None:
        """Put a field that is not there yet into rows of its own."""
        if isinstance(nilai, list):
            self.lay([((*jejak, n), one) for n, one in enumerate(nilai)], 0)
        elif nilai is not None:
            self.lay([(jejak, nilai)], None)

    def lay(self, values: Sequence[tuple[Trail, Any]], at: int | None) -> None:
        """Write the rows of values that stand together, each on its sheet.

        ``at`` is the number of the first, if it is an item of a list.
        """
        found: dict[str, list[Row]] = {}
        pilihan = self.penulis.pilihan
        berkas = Berkas(self.edit.berkas, self.content.data, pilihan)
        for jejak, nilai in values:
            for tujuan in rows_for(berkas, jejak, nilai):
                rows = found.setdefault(
                    tujuan.sheet or sheet_of(self.content.span()), []
                )
                rows.extend(row for row in tujuan.rows if _new(row, rows))
        if not found:
            self.refuse("isian ini tidak ada di lembarnya; tulis dahulu namanya")
        for name, rows in found.items():
            self.below_each_other(name, rows, values[0][0], at)
            self.penulis.moved.add(self.penulis.called(name))

    def below_each_other(
        self, name: str, rows: Sequence[Row], jejak: Trail, at: int | None
    ) -> None:
        """Write rows on a sheet, the first where its neighbours stand."""
        sheet = self.penulis.sheets.get(name)
        head = find_head(sheet, TABEL.get(name, self.table)) if sheet else None
        if sheet is None or head is None:
            self.refuse(f"lembar `{name}` tidak punya tabelnya")
            return
        first = self.row_for(sheet, jejak, at, head.row)
        for n, row in enumerate(rows):
            self.row(sheet, first + n, row, head.columns)

    @property
    def table(self) -> Sequence[lembar.Kolom]:
        """Return the table of the SOP's sheet, with the columns that are declared."""
        buku = self.penulis.isi.get("buku.yaml")
        return table_of(buku.data if buku else None, self.content.data)

    def row_for(self, sheet: Sheet, jejak: Trail, at: int | None, head: int) -> int:
        """Return the row that a new one takes, where its neighbours stand."""
        if at is not None:
            following = self.rows((*jejak[:-1], at), sheet.name)
            if following:
                return following[0]
            before = self.rows((*jejak[:-1], at - 1), sheet.name) if at else []
            if before:
                return before[-1] + 1
        outer = self.rows(jejak[:2], sheet.name) if len(jejak) > 2 else []
        return (outer[-1] if outer else max((head + 1, *sheet.rows))) + 1

    def row(self, sheet: Sheet, at: int, row: Row, columns: Mapping[str, int]) -> None:
        """Write a row: on a blank one below the table, else on a new one."""
        filled = {key: isi for key, isi in row.items() if isi}
        lacking = [key for key in filled if key not in columns and key != "nomor"]
        if lacking:
            self.refuse(f"kolom `{lacking[0]}` tidak ada di lembar `{sheet.name}`")
        last = max(sheet.rows)
        if at <= last:
            Rows(self.book, sheet.name).insert(
                at, at - 1 if at - 1 in sheet.rows else at
            )
            moved = {n + (n >= at): cells for n, cells in sheet.rows.items()}
            sheet.rows.clear()
            sheet.rows.update(moved)
        sheet.rows[at] = []
        for key, isi in filled.items():
            if key in columns:
                self.penulis.put(sheet.span(at, columns[key]), isi)

    def delete(self, jejak: Trail) -> None:
        """Take the rows of an item out, on every sheet it stands on."""
        for name in dict.fromkeys(sheet_of(s) for s in self.spans(jejak)):
            numbers = self.rows(jejak, name)
            if self.foreign(jejak, name).intersection(numbers):
                self.refuse("baris ini juga memuat isian lain")
            for first, last in reversed(_groups(numbers)):
                Rows(self.book, name).delete(first, last)
            self.penulis.moved.add(name)

    def move(self, edit: MoveRow) -> None:
        """Move the rows of an item to where another one stands."""
        there = (*edit.jejak[:-1], edit.ke)
        for name in dict.fromkeys(sheet_of(s) for s in self.spans(edit.jejak)):
            numbers, target = self.rows(edit.jejak, name), self.rows(there, name)
            if len(_groups(numbers)) != 1 or not target:
                self.refuse("baris ini tidak dapat dipindah dalam satu kesatuan")
            down = edit.ke > int(edit.jejak[-1])
            to = target[-1] + 1 if down else target[0]
            Rows(self.book, name).move(numbers[0], numbers[-1], to)
            self.penulis.moved.add(name)

    def lead(self, ways: Trail, sub: Trail, nilai: Data | None) -> None:
        """Write where a symbol leads to, some of its targets being others."""
        self.exits(ways, replaced(self.at(ways), sub, nilai))

    def exits(self, jejak: Trail, nilai: Data | None) -> None:
        """Write where a symbol leads to, over what stands in its columns."""
        name = sheet_of(self.content.span())
        sheet = self.penulis.sheets[name]
        head = find_head(sheet, lembar.TABEL_KEGIATAN)
        row = self.rows((*jejak[:-1], "uraian"), name) or self.rows(jejak[:-1], name)
        key = str(jejak[-1])
        made = cells_of(key, nilai)
        for column, number in head.columns.items() if head else ():
            mine = column.split(" ")[0] in (
                ("ke", "jawaban") if key == "ke" else (key,)
            )
            if mine:
                self.penulis.put(sheet.span(row[0], number), made.pop(column, None))
        if made:
            self.refuse(f"kolom `{next(iter(made))}` tidak ada di lembar `{name}`")
        self.penulis.moved.add(name)


def _who(jejak: Trail) -> bool:
    """Tell whether a trail leads to who does a kegiatan, alone or with others."""
    return jejak[:1] == ("kegiatan",) and jejak[-1] == PELAKSANA


def _new(row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether a row is to be written: that there is a lampiran is said once."""
    return row.get("bagian") != lembar.LAMPIRAN or row not in rows


def _groups(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return runs of rows that follow one another."""
    made: list[tuple[int, int]] = []
    for one in numbers:
        if made and one == made[-1][1] + 1:
            made[-1] = (made[-1][0], one)
        else:
            made.append((one, one))
    return made
