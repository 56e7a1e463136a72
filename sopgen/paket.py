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
from sopgen.openable import unread
from sopgen.simpanan.bahan import files_in, office_of, sidik_berkas
from sopgen.years import earlier_years

#: What is said of a picture that is not there, lies elsewhere, or is none.
LACKING = frozenset({"SOP901", "SOP902", "SOP903", "SOP905", "SOP916", "SOP931"})


class UncarriedError(Exception):
    """A spec cannot be carried to another computer; the text says why."""


@dataclass(frozen=True, slots=True)
class Paket:
    """The files of a spec by their names, and where the spec lies among them.

    The names count from a folder that was typed here as ``root``; what ends with a
    stroke is a folder.
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
                if name.endswith("/"):
                    file.mkdir(exist_ok=True)
                else:
                    file.write_bytes(data)
            yield Path(folder, self.place)

    def at_home(
        self, place: Path, findings: Iterable[Diagnostic]
    ) -> tuple[Diagnostic, ...]:
        """Return findings of the unpacked spec with the places that they have here."""
        away = place.as_posix().removesuffix(self.place)
        return tuple(_moved(one, away, self.root) for one in findings)


def pack(place: Path, output: Path, beside: Iterable[Path] = ()) -> Paket:
    """Return a spec as bytes; a workbook with the files ``beside`` it that it uses.

    What was built to ``output`` stays here.  Raises UncarriedError for a file that
    cannot be read, for a link, and for a file on another drive.
    """
    try:
        if os.path.isdir(place):
            return _packed_folder(place, output)
        return _packed_workbook(place, beside)
    except OSError as error:
        raise UncarriedError(f"`{error.filename}` {unread(error)}") from error
    except ValueError as error:
        raise UncarriedError(f"{error}, jadi tidak dapat dikirim ke kluster") from error


def _packed_workbook(place: Path, beside: Iterable[Path]) -> Paket:
    """Return a workbook as bytes, and the files that it uses.

    Raises ValueError where they lie on several drives.
    """
    files = [file.resolve() for file in (place, *beside)]
    try:
        root = Path(os.path.commonpath([file.parent for file in files]))
    except ValueError:
        raise ValueError("berkas-berkasnya ada di beberapa drive") from None
    named = tuple((_name(file, root), file.read_bytes()) for file in files)
    typed = Path(os.path.relpath(root, place.parent.resolve()))
    return Paket(_typed(place.parent / typed), _name(files[0], root), named)


def _packed_folder(place: Path, output: Path) -> Paket:
    """Return the folder of an office as bytes, its archive too, by its real name."""
    typed = office_of(place)
    office = typed.resolve()
    named = tuple(
        (f"{_name(p, office.parent)}/", b"")
        if p.is_dir()
        else (_name(p, office.parent), p.read_bytes())
        for p in files_in(office, output)
    )
    named_so = typed.name == office.name
    root = Path(os.path.normpath(typed / "..")) if named_so else office.parent
    own = _name(place.resolve(), office.parent)
    return Paket(_typed(root), own, named)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _typed(root: Path) -> str:
    """Return a folder as it stands before the names in it."""
    shown = Path(os.path.normpath(root)).as_posix()
    return "" if shown == "." else f"{shown}/"


def companions(place: Path, reading: Reading) -> tuple[tuple[Path, ...], bool]:
    """Return the files that a workbook uses, and whether these are all that it names.

    They are its pictures, and the workbooks of earlier years; a folder has all within.
    """
    if os.path.isdir(place) or reading.buku is None:
        return (), reading.buku is not None
    office = reading.buku.kecamatan
    every = [office.lambang, office.lambang_kanan]
    every += (one.berkas for one in reading.buku.gambar.values())
    whole = not any(finding.code in LACKING for finding in reading.findings)
    for found in earlier_years(place):
        every.append(found.place)
        whole = whole and found.place is not None
    return tuple(dict.fromkeys(one for one in every if one is not None)), whole


def digested(place: Path, reading: Reading) -> tuple[tuple[Path, str], ...] | None:
    """Return those files with their digests, if they are all known."""
    files, whole = companions(place, reading)
    try:
        return tuple((one, sidik_berkas(one)) for one in files) if whole else None
    except OSError:
        return None


def _moved(finding: Diagnostic, away: str, home: str) -> Diagnostic:
    """Return a finding as it is told here, its places and its words."""
    return replace(
        finding,
        span=_at_home(finding.span, away, home),
        juga=tuple(_at_home(span, away, home) for span in finding.juga),
        message=finding.message.replace(away, home),
        saran=finding.saran.replace(away, home),
    )


def _at_home(span: Span, away: str, home: str) -> Span:
    path = span.source.path
    if not path.startswith(away):
        return span
    return replace(span, source=replace(span.source, path=home + path[len(away) :]))
