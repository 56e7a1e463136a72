"""The files of a laid-out book, made and not written."""

from __future__ import annotations

from pathlib import Path

from sopgen.jobs import Book, Wish
from sopgen.making import Making
from sopgen.simpanan.rak import Rak


def files_of(wish: Wish, book: Book) -> dict[str, bytes]:
    """Return every file of a wish by its name, each made from nothing."""
    making = Making(wish, book, Rak(Path()), lambda *_: None)
    return {one.nama: one.data or b"" for one in making.files()}
