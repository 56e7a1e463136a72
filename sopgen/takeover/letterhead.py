"""Which office an old file is of: the cells that name it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from sopgen.takeover.board import Board, Cell, Words
from sopgen.takeover.fields import label_of
from sopgen.takeover.values import Place, place_of
from sopgen.takeover.xmlread import plain

#: How the name of an office begins, in capitals; and how it stands in a line alone.
OFFICE = re.compile(
    r"\s*(PEMERINTAH\s+(DAERAH\s+)?(KAB|KOTA|PROVINSI)|(KECAMATAN|DISTRIK|KAPANEWON|KEMANTREN)\s|"
    r"KANTOR (CAMAT|KECAMATAN|DISTRIK|KELURAHAN|LURAH))"
)
TITLED = re.compile(
    r"\s*(Pemerintah\s+(Daerah\s+)?(Kabupaten|Kota|Provinsi)|(Kantor\s+)?(Kecamatan|Distrik)|"
    r"Kantor Camat)"
    r"(\s+[A-Z][\w'’-]*){1,4}\s*"
)
#: What has a colon in it and is part of a letterhead.
CONTACT = re.compile(
    r"\b(alamat|jln?|jalan|tele?p(on)?|tlp|hp|fax?|faks(imile)?|kode ?pos|e-?mail|surel"
    r"|website|laman|http)\b",
    re.IGNORECASE,
)
#: A letterhead has no more lines below the name of the office.
LINES = 5


def names_office(cell: Cell) -> bool:
    """Return whether a cell names the pemerintah kabupaten or the kecamatan."""
    lines = cell.text.split("\n")
    return any(OFFICE.match(line) or TITLED.fullmatch(line) for line in lines)


def says_office(words: Words) -> bool:
    """Return whether the text of a box without a border names the office."""
    return OFFICE.match(words.teks) is not None


def letterhead(board: Board, rows: range, used: Collection[Place]) -> Iterator[Cell]:
    """Yield the cells that name the office, and the lines right below them.

    Cells that are used belong to fields.
    """
    seen: set[Place] = set()
    for row in rows:
        for cell in board.in_row(row):
            if names_office(cell) and not seen | set(used) >= {place_of(cell)}:
                every = list(_column(board, cell, rows, used))
                seen.update(map(place_of, every))
                yield from every


def _column(
    board: Board, first: Cell, rows: range, used: Collection[Place]
) -> Iterator[Cell]:
    """Yield a cell and those with text that follow below it."""
    yield first
    cell = first
    for _ in range(LINES):
        below = cell.bottom
        cell = board.cell(below, first.column)
        if below not in rows or not cell.text or place_of(cell) in used:
            return
        named = ":" in cell.text and not CONTACT.search(cell.text)
        if named or label_of(cell.text)[0]:
            return
        yield cell


def lines_of(cells: Iterable[Cell]) -> Iterator[str]:
    """Yield the lines of a letterhead, each on one line."""
    for cell in cells:
        yield from (plain(line.strip("• ")) for line in cell.text.split("\n"))
