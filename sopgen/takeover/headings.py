"""Find the heading of a chart's table: which column is what, in one to four rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sopgen.takeover.board import Board, Cell
from sopgen.takeover.sketch import EXITS
from sopgen.takeover.xmlread import plain

#: What offices call the columns; the first that fits is it.
WORDS = (
    ("no", r"no|nomor|no urut|no\.? ?keg(iatan)?"),
    (
        "kegiatan",
        r"((uraian|rincian|langkah|tahap(an)?|nama|jenis|deskripsi)[ /-]*)*"
        r"(kegiatan|aktivitas|aktifitas|prosedur|pekerjaan|uraian|langkah|tahapan)"
        r"([ /]+(kegiatan|aktivitas|aktifitas|prosedur))?|langkah-langkah( kegiatan)?",
    ),
    ("pelaksana", r"(unit |petugas )?(pelaksana|pelaku|aktor)( kegiatan)?"),
    ("mutu", r"(standar )?(mutu baku|baku mutu)|standar mutu"),
    (
        "kelengkapan",
        r"((per)?syarat(an)?|(per|ke)lengkapan|input|masukan|bahan)"
        r"([ /]*(dan|&|/)? ?((per|ke)lengkapan|(per)?syarat(an)?|bahan))*",
    ),
    ("waktu", r"(lama )?waktu( \(?(menit|jam|hari)\)?)?|durasi|lama"),
    ("output", r"out ?put|hasil|keluaran|produk"),
    ("keterangan", r"keterangan|ket|catatan"),
)
ROLES = tuple((role, re.compile(pattern)) for role, pattern in WORDS)
#: A heading has no more rows than this.
TALLEST = 6


@dataclass(frozen=True, slots=True)
class Lane:
    """A pelaksana column: its name, and the columns of the board from and up to."""

    nama: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: its rows, the columns of each role, the pelaksana."""

    top: int
    bottom: int
    roles: Mapping[str, Cell]
    lanes: tuple[Lane, ...]
    extra: tuple[Cell, ...] = ()
    parts: Mapping[str, Cell] = field(default_factory=dict)

    def role_of(self, column: int) -> str:
        """Return what a column is; nothing for one between."""
        for role, cell in self.roles.items():
            if cell.column <= column < cell.right:
                return role
        return ""


def role_of(text: str) -> str:
    """Return which column a heading names; nothing if it is none that we know."""
    word = plain(text).casefold().strip(" .:*")
    for role, pattern in ROLES:
        if pattern.fullmatch(word):
            return role
    return ""


def find_headings(board: Board) -> Iterator[Heading]:
    """Yield the headings of all charts on a board, from the top."""
    row = 0
    while row < board.rows:
        heading = heading_at(board, row)
        if heading is not None:
            yield heading
        row = heading.bottom if heading else row + 1


def heading_at(board: Board, top: int) -> Heading | None:
    """Return the heading that begins in a row."""
    first = {role_of(cell.text): cell for cell in board.in_row(top)}
    first.pop("", None)
    if "kegiatan" not in first or len(first) < 2:
        return None
    bottom = _bottom(board, top, first)
    found = dict(_roles(board, top, bottom))
    if len(found) < 3:
        return None
    lanes = tuple(_lanes(board, found, top, bottom))
    extra = tuple(_extra(board, found, lanes, range(top, bottom)))
    roles = {r: c for r, c in found.items() if r not in ("pelaksana", "mutu")}
    if not lanes and "pelaksana" in found:
        roles["pelaksana"] = found["pelaksana"]
    return Heading(top, _behind_numbers(board, bottom), roles, lanes, extra, found)


def _bottom(board: Board, top: int, first: Mapping[str, Cell]) -> int:
    """Return the first row behind the heading."""
    bottom = max(min(cell.bottom, top + TALLEST) for cell in first.values())
    for above in ("pelaksana", "mutu"):
        cell = first.get(above)
        if cell is not None and cell.bottom == bottom:
            below = _texts(board, bottom, cell.column, _end(board, cell, first))
            bare = not _texts(board, bottom, first["kegiatan"].column, 0)
            bottom += bool(below) and bare
    while bottom - top < TALLEST and _names_below(board, bottom, first):
        bottom += 1
    return bottom


def _names_below(board: Board, row: int, first: Mapping[str, Cell]) -> bool:
    """Return whether a row holds only names below the heading Pelaksana."""
    above = first.get("pelaksana")
    if above is None or row >= board.rows:
        return False
    cells = list(board.in_row(row))
    left, right = above.column, _end(board, above, first)
    within = [c for c in cells if left <= c.column < right]
    named = [c for c in within if c.text.casefold() not in EXITS]
    return len(cells) == len(within) == len(named) > 1


def _texts(board: Board, row: int, left: int, right: int) -> list[Cell]:
    """Return the cells with text of a row in some columns; in one if right is 0."""
    until = right or left + 1
    return [c for c in board.in_row(row) if left <= c.column < until]


def _end(board: Board, cell: Cell, first: Mapping[str, Cell]) -> int:
    """Return where the columns below a heading end that may not be merged."""
    if cell.columns > 1:
        return cell.right
    later = [c.column for c in first.values() if c.column > cell.column]
    stop = min(later, default=len(board.xs) - 1)
    end = cell.right
    for column in range(cell.right, stop):
        below = board.cell(cell.bottom, column)
        if role_of(below.text) or not below.text:
            break
        end = below.right
    return end


def _roles(board: Board, top: int, bottom: int) -> Iterator[tuple[str, Cell]]:
    """Yield each role with its cell; the first cell that names it counts."""
    seen: set[str] = set()
    for row in range(top, bottom):
        for cell in board.in_row(row):
            role = role_of(cell.text)
            if role and role not in seen:
                seen.add(role)
                yield role, cell


def _lanes(
    board: Board, found: Mapping[str, Cell], top: int, bottom: int
) -> Iterator[Lane]:
    """Yield the pelaksana columns, named by the lowest text over each."""
    above = found.get("pelaksana")
    if above is None:
        yield from _unheaded(board, found, top)
        return
    column, end = above.column, _end(board, above, found)
    if above.bottom >= bottom:
        return
    while column < end:
        cells = [board.cell(row, column) for row in range(above.bottom, bottom)]
        named = [c for c in cells if c.text]
        lowest = named[-1] if named else Cell(above.bottom, column, "")
        yield Lane(plain(lowest.text), column, max(lowest.right, column + 1))
        column = max(lowest.right, column + 1)


def _unheaded(board: Board, found: Mapping[str, Cell], top: int) -> Iterator[Lane]:
    """Yield lanes where nothing says Pelaksana: headings that are no other column."""
    first = found["kegiatan"].column
    behind = [c.column for c in found.values() if c.column > first]
    for cell in board.in_row(top):
        between = first < cell.column < min(behind, default=0)
        if between and not role_of(cell.text):
            yield Lane(plain(cell.text), cell.column, cell.right)


def _extra(
    board: Board, found: Mapping[str, Cell], lanes: tuple[Lane, ...], rows: range
) -> Iterator[Cell]:
    """Yield headings that are not understood."""
    known = {(c.row, c.column) for c in found.values()}
    for row in rows:
        for cell in board.in_row(row):
            in_lane = any(one.left <= cell.column < one.right for one in lanes)
            if (row, cell.column) not in known and not in_lane:
                yield cell


def _behind_numbers(board: Board, row: int) -> int:
    """Return the row behind one that only counts the columns: 1 2 3 4 …."""
    words = [cell.text.strip("().") for cell in board.in_row(row)]
    counts = all(w.isdecimal() for w in words)
    if (
        len(words) > 3
        and counts
        and [int(w) for w in words] == sorted({int(w) for w in words})
    ):
        return row + 1
    return row
