"""What lies in the folder of the offices: offices, old SOP, books."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sopgen.openable import stands

BUKU, SPECS = "buku.yaml", "specs"
#: How a workbook ends, and how a file that may be an old SOP does.
WORKBOOK, OLD = ".xlsx", (".xlsx", ".docx")
#: Copies of a workbook that sopgen itself made, to be read.
MARKED = ("-temuan", "-perbaikan")
#: What a workbook is: an office's, another one, or not to be opened.
KANTOR, LAIN, TERKUNCI = "kantor", "lain", "tidak dapat dibuka"


class Kantor(NamedTuple):
    """An office: how a command calls it, and what is known of it at once."""

    nama: str
    tentang: str = ""

    def __str__(self) -> str:
        """Return how it stands in a list."""
        return f"{self.nama} ({self.tentang})" if self.tentang else self.nama


def offices_in(folder: Path) -> list[Kantor]:
    """Return the offices in a folder, and in specs below it, each by its name."""
    return [*_workbooks(folder), *_folders(folder), *_folders(folder, SPECS)]


def typed(nama: str) -> str:
    """Return an office's name as a command takes it for one here, not in specs."""
    return nama if "/" in nama else f"./{nama}"


def old_sop_in(folder: Path) -> list[str]:
    """Return the names of files in a folder that may be SOP drawn by hand."""
    return [one.name for one in _files(folder) if _may_be_old(one)]


def books_in(outputs: Iterable[Path]) -> list[Path]:
    """Return the folders of books, an office a folder and a year a folder."""
    from sopgen.output.manifest import MANIFEST

    found = (one.parent for place in outputs for one in place.glob(f"*/*/{MANIFEST}"))
    return sorted(one for one in found if not one.parent.name.startswith("."))


def _workbooks(folder: Path) -> Iterator[Kantor]:
    for file in _files(folder):
        if file.suffix.casefold() == WORKBOOK and not _is_copy(file):
            kind = _kind(file)
            if kind != LAIN:
                yield Kantor(file.name, "" if kind == KANTOR else kind)


def _may_be_old(file: Path) -> bool:
    suffix = file.suffix.casefold()
    if suffix not in OLD or _is_copy(file):
        return False
    return suffix != WORKBOOK or _kind(file) == LAIN


def _is_copy(file: Path) -> bool:
    return file.stem.rstrip("0123456789-").endswith(MARKED)


def _folders(folder: Path, below: str = "") -> Iterator[Kantor]:
    from sopgen.spec.ringkasan import read_ringkasan

    for entry in _entries(folder / below):
        if entry.is_dir() and stands(entry / BUKU):
            nama = f"{below}/{entry.name}" if below else entry.name
            yield Kantor(nama, read_ringkasan(entry))


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder, without hidden ones and locks of Office."""
    found = (one for one in _entries(folder) if one.name[0] not in "~.")
    return [one for one in found if one.is_file()]


def _entries(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder), key=lambda name: (name.casefold(), name))
    except OSError:
        return []
    return [folder / name for name in names]


def _kind(file: Path) -> str:
    """Return what a workbook is."""
    from sopgen.ooxml import open_package
    from sopgen.spec.exchange import is_spec

    package, _ = open_package(file)
    if package is None:
        return TERKUNCI
    return KANTOR if is_spec(package) else LAIN
