"""The copy of a spec on which its cures are tried, at a place of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import SuntinganSpec
from sopgen.output import digest
from sopgen.output.together import Ganti
from sopgen.perbaikan.hasil import Ubahan
from sopgen.spec.files import ARSIP
from sopgen.spec.jejak import pictures_of
from sopgen.spec.workbook.annotate import mark_changes
from sopgen.suntingan import edit_spec, save


@dataclass(frozen=True, slots=True)
class Salinan:
    """A copy of a folder or workbook; ``asal`` is the spec itself.

    ``lama`` is what stood in its files when it was made.
    """

    asal: Path
    place: Path
    lama: Mapping[Path, bytes]

    def files(self) -> dict[Path, bytes]:
        """Return what stands in the files of the copy, by their names in it."""
        return _files(self.place)

    def edit(self, edits: Sequence[SuntinganSpec], ubahan: Sequence[Ubahan]) -> None:
        """Make edits; in a workbook mark the cells they change.

        Raises SuntinganError; what was there must then be put back.
        """
        notes = {} if self.place.is_dir() else _notes(ubahan)
        if notes:
            self.place.write_bytes(mark_changes(self.place.read_bytes(), notes))
        save(edit_spec(self.place, edits))

    def back(self, files: Mapping[Path, bytes]) -> None:
        """Put files back as they were."""
        for name, data in files.items():
            file = self.place / name
            if file.read_bytes() != data:
                file.write_bytes(data)

    def changes(self) -> tuple[Ganti, ...]:
        """Return what is to be done to the spec itself."""
        new = self.files()
        return tuple(
            Ganti(self.asal / name, digest(old), old, new[name])
            for name, old in self.lama.items()
            if new[name] != old
        )

    def at_home(self, span: Span) -> Span:
        """Return a place in the copy as a place in the spec itself."""
        here, path = self.place.as_posix(), span.source.path
        if path != here and not path.startswith(f"{here}/"):
            return span
        home = self.asal.as_posix() + path.removeprefix(here)
        return replace(span, source=replace(span.source, path=home))

    def told(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding as one of the spec itself."""
        juga = tuple(map(self.at_home, finding.juga))
        return replace(finding, span=self.at_home(finding.span), juga=juga)


def _files(place: Path) -> dict[Path, bytes]:
    if not place.is_dir():
        return {Path(): place.read_bytes()}
    return {
        file.relative_to(place): file.read_bytes()
        for file in sorted(place.rglob("*"))
        if file.is_file() and file.suffix in (".yaml", ".md")
    }


def _notes(ubahan: Sequence[Ubahan]) -> dict[str, str]:
    """Return what each changed cell says."""
    made: dict[str, list[str]] = {}
    for one in ubahan:
        if one.tempat.place:
            lines = made.setdefault(one.tempat.place, [])
            lines.append(f"Diperbaiki sopgen fix.\nSemula: {one.lama}")
    return {place: "\n".join(lines) for place, lines in made.items()}


@contextmanager
def copied(asal: Path) -> Iterator[Salinan]:
    """Copy a spec for as long as it is tried; raises OSError."""
    with TemporaryDirectory(prefix="sopgen-") as scratch:
        place = Path(scratch) / asal.resolve().name
        if asal.is_dir():
            leave_out = shutil.ignore_patterns(ARSIP, ".*")
            shutil.copytree(asal, place, symlinks=True, ignore=leave_out)
            for file in (place, *place.rglob("*")):
                if not file.is_symlink():
                    file.chmod(0o755 if file.is_dir() else 0o644)
        else:
            place.write_bytes(asal.read_bytes())
            _copy_pictures(asal, place)
        yield Salinan(asal, place, _files(place))


def _copy_pictures(asal: Path, place: Path) -> None:
    """Copy the pictures that lie beside a workbook, as far as it names them."""
    home = asal.resolve().parent
    for name in pictures_of(asal):
        file = (home / name).resolve()
        if file.is_file() and file.is_relative_to(home):
            copy = place.parent / file.relative_to(home)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
