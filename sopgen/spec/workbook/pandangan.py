"""What a workbook says while it is edited: read once, and again where rows moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from sopgen.model.diagnostic import Span
from sopgen.model.draft import Data
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import Langsung, Set, SuntinganError
from sopgen.sheetxml import open_book
from sopgen.spec.findings import Findings
from sopgen.spec.workbook.cells import Sheet, read_sheets
from sopgen.spec.workbook.kenal import by_their_names, renamed
from sopgen.spec.workbook.load import Loaded, Naskah, load
from sopgen.spec.workbook.nama_isian import named_by_place
from sopgen.spec.workbook.penulis import Penulis, sheet_of
from sopgen.spec.workbook.suntingan import write_edit

UNREAD = "buku kerja tidak terbaca; perbaiki dahulu kesalahan yang disebut `check`"


def read_workbook(data: bytes, shown: str) -> tuple[Sequence[Sheet], Loaded]:
    """Return the sheets of a workbook, and what they hold; raises SuntinganError."""
    sheets, _ = read_sheets(data, shown)
    return sheets, _loaded(sheets)


def _loaded(sheets: Sequence[Sheet]) -> Loaded:
    loaded = load(sheets, Findings()) if sheets else None
    if loaded is None:
        raise SuntinganError(UNREAD)
    return loaded


def _by_name(sheets: Sequence[Sheet]) -> dict[str, Sheet]:
    """Return sheets by their names, those of SOP with all their labels.

    A fixed one that was renamed is known by both names.
    """
    made = {sheet.name: named_by_place(sheet).sheet for sheet in sheets}
    known = renamed(by_their_names(sheets))
    return {**made, **{name: made[sheet.name] for name, sheet in known.items()}}


def begun(data: bytes, shown: str) -> Pandangan:
    """Return what a workbook says before its first edit."""
    sheets, loaded = read_workbook(data, shown)
    penulis = Penulis(open_book(data), _by_name(sheets), loaded.contents)
    homes = {
        name: sheet_of(content.span())
        for name, content in loaded.contents.items()
        if name.startswith("sop/")
    }
    return Pandangan(shown, penulis, loaded.texts, homes)


@dataclass(slots=True)
class Pandangan:
    """A workbook and its fields, each known to stand where it was last seen.

    ``homes`` are the sheets of SOP by their files; ``usang`` the sheets on which rows
    moved since a file was looked at.
    """

    shown: str
    penulis: Penulis
    texts: dict[str, Naskah]
    homes: dict[str, str]
    usang: dict[str, set[str]] = field(default_factory=dict)

    def write(self, edit: Langsung, wanted: Data) -> None:
        """Write an edit where its field stands now; raises SuntinganError.

        Its file says what is ``wanted`` then.
        """
        if not self._stands(edit):
            self._look(edit.berkas)
        write_edit(self.penulis, edit, wanted)
        self._note()

    def renumber(self, berkas: str, wanted: Data) -> None:
        """Write the numbers of a SOP's kegiatan anew."""
        self._look(berkas)
        self.penulis.renumber(berkas, wanted)
        self._note(self.homes[berkas])

    def rename_sop(self, lama: str, baru: str) -> None:
        """Give a SOP another code wherever the workbook names it."""
        before, after = f"sop/{lama}.yaml", f"sop/{baru}.yaml"
        self._look(before)
        self.penulis.rename_sop(lama, baru)
        self._note(*self.penulis.sheets)
        if before in self.homes:
            self.homes[after] = self.homes.pop(before)

    def put_line(self, nama: str, baris: int, text: str) -> None:
        """Write the paragraph of a naskah in which a line became another."""
        _, source = self.texts[nama]
        cell = source.cells[baris - 1]
        first, end = source.cells.index(cell), source.cells.count(cell) - 1
        paragraph = "\n".join(text.split("\n")[first : first + end])
        self.penulis.put(Span(source, cell=cell), paragraph)
        self.texts = {**self.texts, nama: (text, source)}

    def _note(self, *sheets: str) -> None:
        """Keep in mind on which sheets rows moved, besides those that are named."""
        self.penulis.moved.update(sheets)
        for name in self.penulis.isi:
            self.usang.setdefault(name, set()).update(self.penulis.moved)

    def _stands(self, edit: Langsung) -> bool:
        """Tell whether a field surely stands where it was when it was looked at."""
        content = self.penulis.isi.get(edit.berkas)
        moved = self.usang.get(edit.berkas)
        if content is None or not moved:
            return content is not None
        span = content.spans.get(edit.jejak)
        text = isinstance(edit, Set) and isinstance(edit.nilai, str)
        return text and span is not None and sheet_of(span) not in moved

    def _look(self, berkas: str) -> None:
        """See where the fields of a file stand now; of other SOP it is not asked."""
        if self.penulis.moved:
            read, _ = read_sheets(self.penulis.book.packed(loosely=True), self.shown)
            self.penulis = replace(self.penulis, sheets=_by_name(read), moved=set())
        others = {home for name, home in self.homes.items() if name != berkas}
        every = self.penulis.sheets.values()
        loaded = _loaded([one for one in every if one.name not in others])
        isi = {**self.penulis.isi, **loaded.contents}
        self.penulis = replace(self.penulis, isi=isi)
        for name in loaded.contents:
            self.usang[name] = set()
