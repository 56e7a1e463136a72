"""The whole books in Word, as LibreOffice prints them, before and after an update."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sopgen.model.page import Pages
from sopgen.render.docx import write_docx
from sopgen.render.pdf import write_pdf
from sopgen.symbols import read_symbols
from tests.books import OFFICES
from tests.render.libreoffice_indexes import Updated, update_all
from tests.render.little_book import offered
from tests.whole_books import book


@dataclass(frozen=True)
class WordBooks:
    """A folder with the books, their pages, and what an update makes of contents.

    The shipped books lie there as Word files and as our own PDF; beside them, in Word
    only, the little books.
    """

    folder: Path
    pages: dict[str, Pages]
    updated: dict[str, Updated]

    def printed(self, name: str) -> Path:
        """Return what LibreOffice printed, of a book or, ``-baru``, of it updated."""
        return self.folder / "lo" / f"{name}.pdf"


def print_books(folder: Path) -> WordBooks:
    """Write every book into a folder, and let LibreOffice print and update it."""
    pages = {nama: _written(nama, folder) for nama in OFFICES}
    for nama, data in offered().items():
        (folder / f"{nama}.docx").write_bytes(data)
    return WordBooks(folder, pages, update_all(folder.glob("*.docx"), folder))


def _written(nama: str, folder: Path) -> Pages:
    made, pages = book(nama)
    symbols = read_symbols()
    (folder / f"{nama}.docx").write_bytes(write_docx(made, pages, symbols))
    (folder / f"{nama}.pdf").write_bytes(write_pdf(pages, symbols))
    return pages
