"""Edit the spec of an office, be it a folder or a workbook, and put it in its place.

Whoever changes a spec goes this way: the year's roll, the cure of findings, the editor.
Nothing is written before all edits are made and proved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
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
from sopgen.model.diagnostic import Diagnostic, Severity, Source
from sopgen.model.draft import Data
from sopgen.model.kode import kode
from sopgen.model.nilai import dataclass
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
from sopgen.spec.bentuk import bentuk_of
from sopgen.spec.check import validate
from sopgen.spec.coded import CodedFolder
from sopgen.spec.meaning import meaning_of, schema_of
from sopgen.spec.reader import Content
from sopgen.spec.workbook.pandangan import UNREAD, Pandangan, begun, read_workbook

BUKU = "buku.yaml"
SPOILT = "suntingan ini akan mengubah isian lain; ubah buku kerjanya dengan tangan"


#: What the file of a SOP has that names another one.
NAMES_SOP = re.compile(rb"\bsop[\"']?\s*:")


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
    work = _Folder(CodedFolder(place))
    for edit in edits:
        work.edit(edit)
    return Disunting(tuple(work.ganti), tuple(work.done))


@dataclass(slots=True)
class _Folder:
    """The files of a folder on their way through edits, by their names."""

    folder: CodedFolder
    old: dict[str, bytes | None] = field(default_factory=dict)
    now: dict[str, bytes | None] = field(default_factory=dict)
    done: list[Perubahan] = field(default_factory=list)

    def file(self, name: str) -> Path:
        """Return where a file lies."""
        return self.folder.path / self.folder.real(name)

    def read(self, name: str) -> bytes | None:
        """Return a file as it has become; nothing if there is none."""
        if name not in self.now:
            file = self.file(name)
            self.old[name] = self.now[name] = (
                file.read_bytes() if file.is_file() else None
            )
        return self.now[name]

    @property
    def ganti(self) -> Iterator[Ganti]:
        """Yield the files that are not what they were."""
        for name, new in self.now.items():
            was = self.old[name]
            if new != was:
                known = None if was is None else digest(was)
                yield Ganti(self.file(name), known, was, new)

    def edit(self, edit: SuntinganSpec) -> None:
        """Make an edit, with all that follows from it."""
        if isinstance(edit, RenameSop):
            self.rename(edit)
        self.change(edit)

    def change(self, edit: SuntinganSpec) -> None:
        """Change a file."""
        data = self.read(edit.berkas)
        if data is None:
            raise SuntinganError(f"berkas `{edit.berkas}` tidak ada", edit.berkas)
        made = _edited(data, edit)
        self.now[edit.berkas] = made.baru
        self.done.extend(made.perubahan)

    def rename(self, edit: RenameSop) -> None:
        """Give the file of a SOP another name; those that name the SOP follow."""
        if kode(edit.baru) != edit.baru:
            raise SuntinganError(f"`{edit.baru}` bukan kode SOP", BUKU, ("sop",))
        before, after = f"sop/{edit.lama}.yaml", f"sop/{edit.baru}.yaml"
        if self.read(after) is not None:
            raise SuntinganError(f"berkas `{after}` sudah ada", after)
        self.now[after], self.now[before] = self.read(before), None
        for name in (f"sop/{bare}" for bare in self.folder.names("sop")):
            now = after if name == before else name
            if now.endswith(".yaml") and NAMES_SOP.search(self.read(now) or b""):
                self.change(replace(edit, berkas=now))


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
    pandangan = begun(packed(package.parts, loosely=True), file.as_posix())
    isi = pandangan.penulis.isi
    work = _Workbook(pandangan, {name: content.data for name, content in isi.items()})
    for edit in edits:
        work.edit(edit)
    return work.proved(), tuple(work.done)


@dataclass(slots=True)
class _Workbook:
    """A workbook on its way through edits, beside the data that it shall say."""

    pandangan: Pandangan
    wanted: dict[str, Any]
    done: list[Perubahan] = field(default_factory=list)

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
        self.pandangan.write(step, after)
        self.wanted[step.berkas] = after
        self.done.append(change(step, before))
        if rows and step.jejak[0] == "kegiatan":
            self.pandangan.renumber(step.berkas, after)

    def line(self, edit: GantiBaris) -> None:
        """Change a line of a naskah, in the cell of its paragraph."""
        if edit.berkas not in self.pandangan.texts:
            raise SuntinganError("lembarnya tidak ada", edit.berkas)
        text, _ = self.pandangan.texts[edit.berkas]
        self.pandangan.put_line(edit.berkas, edit.baris, replaced(text, edit))
        self.done.append(changed(edit))

    def rename(self, edit: RenameSop) -> None:
        """Give a SOP another code, and the SOP that call it with it."""
        for name in [one for one in self.wanted if one.startswith("sop/")]:
            for step in steps(self.wanted[name], replace(edit, berkas=name)):
                self.step(step)
        for step in steps(self.wanted[BUKU], edit):
            before = self.wanted[BUKU]
            self.wanted[BUKU] = applied(before, step)
            self.done.append(change(step, before))
        self.pandangan.rename_sop(edit.lama, edit.baru)
        self.wanted = {
            f"sop/{edit.baru}.yaml" if name == f"sop/{edit.lama}.yaml" else name: data
            for name, data in self.wanted.items()
        }

    def proved(self) -> bytes:
        """Return the file, read once more and found to say what was meant."""
        data = self.pandangan.penulis.book.packed()
        _, found = read_workbook(data, self.pandangan.shown)
        texts = self.pandangan.texts
        for name, (text, _) in found.texts.items():
            if name not in texts or texts[name][0] != text:
                raise SuntinganError(SPOILT, name)
        if set(found.contents) != set(self.wanted):
            raise SuntinganError(SPOILT)
        buku = found.contents[BUKU].data
        for name, content in found.contents.items():
            if not _same(name, content.data, self.wanted[name], buku):
                raise SuntinganError(SPOILT, name)
        return data


def _same(name: str, one: Data, other: Data, buku: Data | None) -> bool:
    """Tell whether data means the same, however it is written."""
    return one == other or _meaning(name, one, buku) == _meaning(name, other, buku)


def _meaning(name: str, data: Data, buku: Data | None) -> Any:
    schema = schema_of(name, buku, data)
    checked, found = validate(Content(Source(name), data), schema)
    if checked is None or _wrong(found):
        return data
    return meaning_of(name, checked)


def _wrong(found: Iterable[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in found)
