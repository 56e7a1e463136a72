"""What staff do to a workbook, and what a spec says before and after."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from sopgen.model.diagnostic import Span
from sopgen.spec.exchange import export_workbook, import_workbook, read_spec
from sopgen.spec.files import Folder
from sopgen.spec.findings import Findings

SOP = "01 surat"


def meaning(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    spec = read_spec(Folder(folder), Findings())
    assert spec is not None
    return spec.meaning, spec.texts


def write_files(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def round_trip(folder: Path, scratch: Path) -> Path:
    """Return the folder that comes of a spec by way of a workbook."""
    exported = export_workbook(folder)
    assert exported.workbook, exported.findings
    file = scratch / "bolak.xlsx"
    file.write_bytes(exported.workbook)
    imported = import_workbook(file)
    assert imported.files, imported.findings
    return write_files(scratch / "balik", imported.files)


#: Fields of a book that hold where and how something was typed.
TYPED = ("letak",)


def bare(value: Any) -> Any:
    """Return a book as plain data without places, pictures and ways of typing."""
    if isinstance(value, Span):
        return None
    if hasattr(value, "__dataclass_fields__"):
        fields = value.__dataclass_fields__
        names = [name for name in fields if name not in TYPED]
        return {name: bare(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [bare(one) for one in value]
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items()}
    return value.rstrip("\n") if isinstance(value, str) else value


Change = Callable[[Workbook], None]


def cell(book: Workbook, sheet: str, text: str) -> Any:
    """Return the last cell of a sheet with a text."""
    found = [c for row in book[sheet].iter_rows() for c in row if c.value == text]
    return found[-1]


def right_of(book: Workbook, sheet: str, label: str) -> Any:
    """Return the cell of a form's value."""
    at = cell(book, sheet, label)
    column = 3 if sheet == SOP else 2
    return book[sheet].cell(at.row, column)


def below(book: Workbook, sheet: str, heading: str, n: int) -> Any:
    """Return the n-th cell to fill in below a heading, from 1."""
    at = cell(book, sheet, heading)
    return book[sheet].cell(at.row + 1 + n, at.column)


def changed(data: bytes, change: Change, file: Path) -> Path:
    book = load_workbook(BytesIO(data))
    change(book)
    book.save(file)
    return file


def put(sheet: str, heading: str, n: int, value: object) -> Change:
    """Return a change that types a value below a heading."""

    def change(book: Workbook) -> None:
        below(book, sheet, heading, n).value = value

    return change


def fill(sheet: str, label: str, value: object) -> Change:
    """Return a change that types a value in a form."""

    def change(book: Workbook) -> None:
        right_of(book, sheet, label).value = value

    return change


def at(sheet: str, place: str, value: object) -> Change:
    """Return a change that types a value in a cell."""

    def change(book: Workbook) -> None:
        book[sheet][place].value = value

    return change


def repacked(data: bytes, changes: dict[str, bytes | None], file: Path) -> Path:
    """Write a workbook with some parts replaced, added or left out."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, bytes | None] = {
            n: archive.read(n) for n in archive.namelist()
        }
    parts |= changes
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return file
