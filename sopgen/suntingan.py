"""Edit the spec of an office, be it a folder or a workbook, and put it in its place.

Whoever changes a spec goes this way: the year's roll, the cure of findings, the editor.
Nothing is written before all edits are made and proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sopgen.archive import packed
from sopgen.edit import (
    Edited,
    applied,
    change,
    changed,
    edit_text,
    edit_yaml,
    replaced,
    steps,
)
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
from sopgen.model.draft import Data
from sopgen.model.kode import kode
from sopgen.model.suntingan import (
    DeleteRow,
    GantiBaris,
    InsertRow,
    Langsung,
    MoveRow,
    Perubahan,
    RenameSop,
    SuntinganError,
    SuntinganSpec,
)
from sopgen.ooxml import open_package
from sopgen.output import digest
from sopgen.output.together import Ganti, replace_together
from sopgen.sheetxml import open_book
from sopgen.spec.bentuk import bentuk_of
from sopgen.spec.check import validate
from sopgen.spec.coded import CodedFolder
from sopgen.spec.findings import Findings
from sopgen.spec.meaning import MODELS, meaning_of
from sopgen.spec.reader import Content
from sopgen.spec.schema import SopYaml
from sopgen.spec.workbook.cells import read_sheets
from sopgen.spec.workbook.load import Naskah, load
from sopgen.spec.workbook.penulis import Penulis
from sopgen.spec.workbook.suntingan import write_edit

BUKU = "buku.yaml"
UNREAD = "buku kerja tidak terbaca; perbaiki dahulu kesalahan yang disebut `check`"
SPOILT = "suntingan ini akan mengubah isian lain; ubah buku kerjanya dengan tangan"


@dataclass(frozen=True, slots=True)
class Disunting:
    """Files after edits, each with what it was, and every field that changed."""

    ganti: tuple[Ganti, ...]
    perubahan: tuple[Perubahan, ...]

    @property
    def balik(self) -> tuple[Ganti, ...]:
        """Return what undoes the edits once they are in place."""
        return tuple(one.balik for one in self.ganti)


def save(disunting: Disunting) -> Diagnostic | None:
    """Put all files in their places, or none; return what forbade it."""
    return replace_together(disunting.ganti)


def edit_spec(place: Path, edits: Sequence[SuntinganSpec]) -> Disunting:
    """Return the files of a spec after edits; raises SuntinganError or OSError."""
    if place.is_dir():
        return edit_folder(place, edits)
    old = place.read_bytes()
    new, perubahan = edit_workbook(place, edits)
    return Disunting((Ganti(place, digest(old), old, new),), perubahan)


def edit_folder(place: Path, edits: Sequence[SuntinganSpec]) -> Disunting:
    """Return the files of a folder after edits, one after the other."""
    old: dict[str, bytes | None] = {}
    now: dict[str, bytes | None] = {}
    done: list[Perubahan] = []
    folder = CodedFolder(place)

    def read(name: str) -> bytes | None:
        if name not in now:
            file = place / folder.real(name)
            old[name] = now[name] = file.read_bytes() if file.is_file() else None
        return now[name]

    for edit in edits:
        if isinstance(edit, RenameSop):
            if kode(edit.baru) != edit.baru:
                raise SuntinganError(f"`{edit.baru}` bukan kode SOP", BUKU, ("sop",))
            before, after = f"sop/{edit.lama}.yaml", f"sop/{edit.baru}.yaml"
            if read(after) is not None:
                raise SuntinganError(f"berkas `{after}` sudah ada", after)
            now[after], now[before] = read(before), None
        data = read(edit.berkas)
        if data is None:
            raise SuntinganError(f"berkas `{edit.berkas}` tidak ada", edit.berkas)
        made = _edited(data, edit)
        now[edit.berkas] = made.baru
        done.extend(made.perubahan)
    ganti = (
        Ganti(
            place / folder.real(name),
            None if (was := old[name]) is None else digest(was),
            was,
            new,
        )
        for name, new in now.items()
        if new != old[name]
    )
    return Disunting(tuple(ganti), tuple(done))


def _edited(data: bytes, edit: SuntinganSpec) -> Edited:
    """Return a file after one edit."""
    if isinstance(edit, GantiBaris):
        return edit_text(data, edit)
    return edit_yaml(data, [edit], bentuk_of(edit.berkas))


def edit_workbook(
    file: Path, edits: Sequence[SuntinganSpec]
) -> tuple[bytes, tuple[Perubahan, ...]]:
    """Return a workbook after edits, and every field that changed.

    All that is not named stays: the new file is read, and says what was meant.
    """
    package, _ = open_package(file)
    if package is None:
        raise SuntinganError(UNREAD)
    work = _begun(packed(package.parts), file.as_posix())
    for edit in edits:
        work.edit(edit)
    return work.proved(), tuple(work.done)


def _opened(data: bytes, shown: str) -> tuple[Penulis, dict[str, Naskah]]:
    """Return a workbook to be written into, and the naskah that it holds."""
    sheets, _ = read_sheets(data, shown)
    loaded = load(sheets, Findings()) if sheets else None
    if loaded is None:
        raise SuntinganError(UNREAD)
    by_name = {sheet.name: sheet for sheet in sheets}
    return Penulis(open_book(data), by_name, loaded.contents), loaded.texts


def _begun(data: bytes, shown: str) -> _Workbook:
    """Return a workbook that has no edits yet."""
    penulis, texts = _opened(data, shown)
    wanted = {name: content.data for name, content in penulis.isi.items()}
    return _Workbook(shown, penulis, texts, wanted)


@dataclass(slots=True)
class _Workbook:
    """A workbook on its way through edits, beside the data that it shall say."""

    shown: str
    penulis: Penulis
    texts: dict[str, Naskah]
    wanted: dict[str, Any]
    done: list[Perubahan] = field(default_factory=list)

    def reopen(self) -> None:
        """Open it as it has become, to be written into."""
        data = self.penulis.book.packed()
        self.penulis, self.texts = _opened(data, self.shown)

    def edit(self, edit: SuntinganSpec) -> None:
        """Make an edit, with all that follows from it."""
        if isinstance(edit, GantiBaris):
            self.line(edit)
            return
        if isinstance(edit, RenameSop):
            self.rename(edit)
            return
        if edit.berkas not in self.wanted:
            raise SuntinganError("lembarnya tidak ada", edit.berkas)
        for step in steps(self.wanted[edit.berkas], edit):
            self.step(step)

    def step(self, step: Langsung) -> None:
        """Make one change of one field."""
        before = self.wanted[step.berkas]
        after = applied(before, step)
        rows = isinstance(step, InsertRow | DeleteRow | MoveRow)
        if after == before and not rows:
            return
        write_edit(self.penulis, step)
        self.wanted[step.berkas] = after
        self.done.append(change(step, before))
        if self.penulis.ordered:
            self.reopen()
            if rows and step.jejak[0] == "kegiatan":
                self.penulis.renumber(step.berkas, after)
                self.reopen()

    def line(self, edit: GantiBaris) -> None:
        """Change a line of a naskah, in the cell of its paragraph."""
        if edit.berkas not in self.texts:
            raise SuntinganError("lembarnya tidak ada", edit.berkas)
        text, source = self.texts[edit.berkas]
        new = replaced(text, edit)
        cell = source.cells[edit.baris - 1]
        first, end = source.cells.index(cell), source.cells.count(cell) - 1
        paragraph = "\n".join(new.split("\n")[first : first + end])
        self.penulis.put(Span(source, cell=cell), paragraph)
        self.texts = {**self.texts, edit.berkas: (new, source)}
        self.done.append(changed(edit))

    def rename(self, edit: RenameSop) -> None:
        """Give a SOP another code."""
        for step in steps(self.wanted[BUKU], edit):
            before = self.wanted[BUKU]
            self.wanted[BUKU] = applied(before, step)
            self.done.append(change(step, before))
        self.penulis.rename_sop(edit.lama, edit.baru)
        self.wanted = {
            f"sop/{edit.baru}.yaml" if name == f"sop/{edit.lama}.yaml" else name: data
            for name, data in self.wanted.items()
        }
        self.reopen()

    def proved(self) -> bytes:
        """Return the file, read once more and found to say what was meant."""
        data = self.penulis.book.packed()
        again, texts = _opened(data, self.shown)
        found = again.isi
        for name, (text, _) in texts.items():
            if name not in self.texts or self.texts[name][0] != text:
                raise SuntinganError(SPOILT, name)
        if set(found) != set(self.wanted):
            raise SuntinganError(SPOILT)
        for name, content in found.items():
            if not _same(name, content.data, self.wanted[name]):
                raise SuntinganError(SPOILT, name)
        return data


def _same(name: str, one: Data, other: Data) -> bool:
    """Tell whether data means the same, however it is written."""
    return one == other or _meaning(name, one) == _meaning(name, other)


def _meaning(name: str, data: Data) -> Any:
    checked, found = validate(Content(Source(name), data), MODELS.get(name, SopYaml))
    if checked is None or _wrong(found):
        return data
    return meaning_of(name, checked)


def _wrong(found: Iterable[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in found)
