"""Ask openpyxl, which raises anything on a broken file: one error for all of that.

Nothing else is called in here, so that a fault of our own is never taken for one of
the file.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

#: What the library lets out where a part is missing or says what it must not.
RAISED = (
    ArithmeticError, AttributeError, LookupError, OSError, RecursionError, SyntaxError,
    TypeError, ValueError, InvalidFileException, zipfile.BadZipFile,
)  # fmt: skip


class UnreadableError(Exception):
    """openpyxl cannot read a file; ``sheet`` is the one that it was about, if any."""

    def __init__(self, fault: str, sheet: str = "") -> None:
        super().__init__(fault)
        self.fault, self.sheet = fault, sheet


@contextmanager
def _asked(sheet: str = "") -> Iterator[None]:
    """Ask the library, without its remarks; raises UnreadableError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except RAISED as error:
        raise UnreadableError(type(error).__name__, sheet) from error


def opened(data: bytes, *, data_only: bool = False) -> Workbook:
    """Return a workbook for reading its values; raises UnreadableError."""
    with _asked():
        return load_workbook(
            BytesIO(data), read_only=True, data_only=data_only, keep_links=False
        )


def sheets_of(book: Workbook) -> list[Any]:
    """Return the sheets of cells in their order, those that are charts left out."""
    return [one for one in book._sheets if hasattr(one, "iter_rows")]


def source_of(sheet: Any) -> bytes:
    """Return the XML of a sheet; raises UnreadableError."""
    with _asked(sheet.title), sheet._get_source() as source:
        return bytes(source.read())


def rows_of(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a sheet, their cells sound; raises UnreadableError."""
    with _asked(sheet.title):
        sheet.reset_dimensions()
        rows = sheet.iter_rows()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        while (row := _next(rows, sheet.title)) is not None:
            yield row


def _next(rows: Iterator[tuple[Any, ...]], sheet: str) -> tuple[Any, ...] | None:
    """Return the next row, if there is one; its cells have looks that there are."""
    try:
        row = next(rows, None)
        for one in row or ():
            if one.value is not None:
                _ = one.number_format
    except RAISED as error:
        raise UnreadableError(type(error).__name__, sheet) from error
    return row
