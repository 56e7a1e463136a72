"""A spec as bytes: all that another machine needs to build it, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sopgen.model.buku import Reading
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass
from sopgen.years import earlier_years

#: What is said of a picture that is not there, lies elsewhere, or is none.
LACKING = frozenset({"SOP901", "SOP902", "SOP903", "SOP905", "SOP916", "SOP931"})


@dataclass(frozen=True, slots=True)
class Paket:
    """The files of a spec by their names, and where the spec lies among them.

    ``root`` is the folder, as it was typed, from which the names count.
    """

    root: str
    place: str
    files: tuple[tuple[str, bytes], ...]

    @contextmanager
    def unpacked(self) -> Iterator[Path]:
        """Yield where the spec lies on this machine, for a while."""
        with TemporaryDirectory(prefix="sopgen-") as folder:
            for name, data in self.files:
                file = Path(folder, name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            yield Path(folder, self.place)

    def at_home(
        self, place: Path, findings: Iterable[Diagnostic]
    ) -> tuple[Diagnostic, ...]:
        """Return findings of the unpacked spec with the places that they have here."""
        away = place.as_posix().removesuffix(self.place)
        return tuple(_moved(one, away, self.root) for one in findings)


def pack(place: Path, beside: Iterable[Path] = ()) -> Paket:
    """Return a spec as bytes; a workbook with the files ``beside`` it that it uses.

    Raises OSError for a file that cannot be read.
    """
    root = place.parent
    files = (place, *beside) if not os.path.isdir(place) else _walked(place)
    named = {os.path.relpath(file, root): file for file in files}
    inside = {name: file for name, file in named.items() if not name.startswith("..")}
    read = tuple((Path(n).as_posix(), f.read_bytes()) for n, f in inside.items())
    shown = root.as_posix()
    return Paket("" if shown == "." else f"{shown}/", place.name, read)


def companions(place: Path, reading: Reading) -> tuple[Path, ...] | None:
    """Return the files that a workbook uses: pictures, earlier years; none of a folder.

    Nothing is returned where one of them is missing, or cannot be read.
    """
    if os.path.isdir(place):
        return ()
    if reading.buku is None or any(f.code in LACKING for f in reading.findings):
        return None
    office = reading.buku.kecamatan
    every = [office.lambang, office.lambang_kanan]
    every += (one.berkas for one in reading.buku.gambar.values())
    for found in earlier_years(place):
        if found.place is None:
            return None
        every.append(found.place)
    return tuple(dict.fromkeys(file for file in every if file is not None))


def _walked(place: Path) -> Iterator[Path]:
    for top, folders, names in os.walk(place):
        folders.sort()
        yield from (Path(top, name) for name in sorted(names))


def _moved(finding: Diagnostic, away: str, home: str) -> Diagnostic:
    juga = tuple(_at_home(span, away, home) for span in finding.juga)
    return replace(finding, span=_at_home(finding.span, away, home), juga=juga)


def _at_home(span: Span, away: str, home: str) -> Span:
    path = span.source.path
    if not path.startswith(away):
        return span
    return replace(span, source=replace(span.source, path=home + path[len(away) :]))
