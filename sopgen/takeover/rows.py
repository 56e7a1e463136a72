"""The rows below a heading: one kegiatan each, however many rows of the grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.fields import label_of
from sopgen.takeover.headings import Heading
from sopgen.takeover.lanes import Lane
from sopgen.takeover.roles import MUTU
from sopgen.takeover.row import Row
from sopgen.takeover.shared import with_shared
from sopgen.takeover.sketch import EXITS
from sopgen.takeover.sums import sum_in
from sopgen.takeover.xmlread import BROKEN, plain

#: A number in the first column; an automatic one of Word is shown as a dot.
NOMOR = re.compile(r"([0-9]{1,3}|[a-z]|•)\s*[.)]?", re.IGNORECASE)
#: What the title over a page says behind the name: "(lembar 2 dari 3)", "(lanjutan)".
SHEET = re.compile(
    r"\s*\(?\b(lembar|halaman|hal\.?)\s*[0-9]+\s*(dari|/)\s*[0-9]+\s*\)?"
    r"|\s*\((lanjutan|sambungan)\)",
    re.IGNORECASE,
)
#: What the title over a later page says.
REPEATED = re.compile(rf"{SHEET.pattern}|\b(lanjutan|sambungan)\b", re.IGNORECASE)
#: So many rows without any text end a table.
GAP = 8
#: So many rows below text that may end a table are looked at for another kegiatan.
AHEAD = 60
#: A row that sums up waktu has no more cells with text.
SUM = 2
#: A symbol that begins so little above the end of a table stands below it, mm.
TOUCH = 2.0


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's table, or a piece of it below a repeated heading.

    ``jumlah`` is what its last row says that all waktu come to.
    """

    board: Board
    heading: Heading
    rows: tuple[Row, ...]
    skipped: tuple[Cell, ...]
    end: int
    jumlah: str | None = None

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Return the pelaksana columns."""
        return self.heading.lanes

    def lane_at(self, x: float) -> int:
        """Return the lane at a place in mm, -1 if there is none."""
        xs = self.board.xs
        for number, lane in enumerate(self.lanes):
            if xs[lane.left] <= x < xs[lane.right]:
                return number
        return -1

    def lane_of(self, column: int) -> int:
        """Return the lane that a column of the board is in, -1 if there is none."""
        inside = (
            n for n, one in enumerate(self.lanes) if one.left <= column < one.right
        )
        return next(inside, -1)

    @property
    def across(self) -> tuple[float, float]:
        """Return from where to where the pelaksana columns reach, mm."""
        if not self.lanes:
            return 0.0, 0.0
        xs = self.board.xs
        return xs[self.lanes[0].left], xs[self.lanes[-1].right]

    @property
    def down(self) -> tuple[float, float]:
        """Return from where to where the rows reach, mm."""
        return self.board.ys[self.heading.bottom], self.board.ys[self.end]


def read_table(board: Board, heading: Heading, stop: int) -> Table:
    """Return the rows below a heading, down to a row that is no longer its own."""
    reader = _Reader(board, heading)
    row, blank = heading.bottom, 0
    while row < stop and blank < GAP:
        texts = list(board.in_row(row))
        if reader.ends(texts):
            break
        if blank and reader.stands_below(row, stop):
            end = row - blank
            return reader.table(_down_to_symbol(reader.rows, board, end, row))
        blank = 0 if texts or _covered(board, row, heading) else blank + 1
        if row not in board.hidden:
            reader.take(row, texts)
        elif texts:
            reader.skipped.append(texts[0])
        row += 1
    if blank < GAP:
        return reader.table(row)
    return reader.table(_down_to_symbol(reader.rows, board, row - GAP, row))


def _covered(board: Board, row: int, heading: Heading) -> bool:
    """Return whether a merged cell of a kegiatan above reaches into a row."""
    cells = (board.cell(row, leaf.left) for leaf in heading.roles.values())
    return any(heading.bottom <= cell.row < row for cell in cells)


def _down_to_symbol(rows: list[Row], board: Board, end: int, limit: int) -> int:
    """Return the end of a table: below a symbol that begins in its last row.

    A connector to another page may stand below the last row.
    """
    if not rows:
        return end
    top, bottom = board.ys[rows[-1].top], board.ys[end]
    beyond = board.ys[limit]
    heights = [
        one.box.cy
        for one in board.drawing.figures
        if top <= one.box.y < bottom - TOUCH
        or (one.simbol == "penghubung" and one.teks and bottom < one.box.cy < beyond)
    ]
    lowest = max(heights, default=0.0)
    while end < limit and board.ys[end] < lowest:
        end += 1
    return end


class _Reader:
    """Takes one row of the grid after the other."""

    def __init__(self, board: Board, heading: Heading) -> None:
        self.board, self.heading = board, heading
        self.rows: list[Row] = []
        self.skipped: list[Cell] = []
        self.jumlah: str | None = None

    def take(self, row: int, cells: list[Cell]) -> None:
        """Begin a kegiatan with a row, go on with the last, or leave the row out."""
        texts = self._texts(cells)
        nomor = _nomor(texts.pop("no", ""))
        told = None if nomor else sum_in(cells, texts.get("waktu", ""))
        if told is not None and self.rows:
            self.jumlah = told
            self.skipped += cells[:1] if len(cells) > SUM else ()
        elif texts.get("kegiatan") and (nomor or not self._goes_on(texts)):
            bottom = max(c.bottom for c in cells)
            self.rows.append(Row(nomor, row, bottom, texts))
        elif texts and self.rows:
            self._append(texts)
        elif cells and not self._only_in_lanes(cells) and not _repeats(cells):
            self.skipped.append(cells[0])

    def ends(self, cells: list[Cell]) -> bool:
        """Return whether a row begins the identity of another SOP."""
        numbered = any(self.heading.role_of(c.column) == "no" for c in cells) and (
            _nomor(cells[0].text) != ""
        )
        names = [cell for cell in cells if label_of(cell.text)[0]]
        uraian = self._texts(cells).get("kegiatan", "")
        if uraian and not label_of(uraian)[0]:
            needed = (*MUTU, "keterangan", *self.heading.sendiri)
            names = [c for c in names if self.heading.role_of(c.column) not in needed]
        return not numbered and bool(names)

    def table(self, end: int) -> Table:
        """Return what was read as a table that ends before a row."""
        spread = tuple(_spread(self.rows, end))
        rows = tuple(with_shared(self.board, self.heading, spread))
        skipped = tuple(self.skipped)
        return Table(self.board, self.heading, rows, skipped, end, self.jumlah)

    def stands_below(self, row: int, stop: int) -> bool:
        """Return whether text behind a blank row is no longer the table's own.

        It is none of a kegiatan if it has no number, and no kegiatan comes after it.
        """
        cells = list(self.board.in_row(row))
        if not self.rows or not cells or self._begins(cells):
            return False
        return not any(
            self._begins(list(self.board.in_row(later)))
            for later in range(row + 1, self._next_sop(row, min(stop, row + AHEAD)))
        )

    def _next_sop(self, row: int, stop: int) -> int:
        """Return the row that begins another SOP, or that ends what is looked at."""
        blank = 0
        for later in range(row, stop):
            cells = list(self.board.in_row(later))
            blank = 0 if cells else blank + 1
            if blank == GAP or self.ends(cells):
                return later
        return stop

    def _begins(self, cells: list[Cell]) -> bool:
        """Return whether a row behind a blank one begins a kegiatan, or is part of it.

        A word in a pelaksana column may name an exit there.
        """
        if cells and self._only_in_lanes(cells):
            return all(cell.text.casefold() in EXITS for cell in cells)
        texts = self._texts(cells)
        if not texts.get("kegiatan"):
            return False
        numbers = [row.nomor for row in self.rows if row.nomor]
        match = NOMOR.fullmatch(texts.get("no", "").strip())
        if not numbers or match is None:
            return not numbers or bool(texts.get("waktu"))
        bare, last = match[1], numbers[-1]
        both = bare.isdecimal() and last.isdecimal()
        return not both or int(bare) > int(last)

    def _only_in_lanes(self, cells: list[Cell]) -> bool:
        return all(
            any(one.left <= c.column < one.right for one in self.heading.lanes)
            for c in cells
        )

    def _goes_on(self, texts: dict[str, str]) -> bool:
        """Return whether text without a number belongs to the kegiatan above."""
        numbered = any(row.nomor for row in self.rows)
        fresh = texts.get("waktu") or texts.get("output")
        return bool(self.rows) and numbered and not fresh

    def _append(self, texts: dict[str, str]) -> None:
        last = self.rows[-1]
        joined = dict(last.texts)
        for role, text in texts.items():
            joined[role] = plain(f"{joined.get(role, '')} {text}")
        self.rows[-1] = replace(last, texts=joined)

    def _texts(self, cells: list[Cell]) -> dict[str, str]:
        """Return the texts of a row by column; notes across columns are left out."""
        found: dict[str, str] = {}
        for cell in cells:
            role = self.heading.role_of(cell.column)
            if role and not self._crosses(cell, role):
                found[role] = _clean(f"{found.get(role, '')} {cell.text}", role)
        return found

    def _crosses(self, cell: Cell, role: str) -> bool:
        """Return whether a merged cell reaches from its column into others."""
        return cell.right > self.heading.roles[role].right + 1


def _repeats(cells: list[Cell]) -> bool:
    """Return whether a row only says again what chart this is."""
    return len(cells) == 1 and REPEATED.search(cells[0].text) is not None


def _clean(text: str, role: str) -> str:
    """Return a text on one line; a line that was broken behind / or - has no space."""
    whole = BROKEN.sub("", text)
    return plain(whole) if role == "no" else plain(whole.replace("•", " "))


def _nomor(text: str) -> str:
    """Return the number in the first column, bare."""
    match = NOMOR.fullmatch(text.strip())
    if match is None:
        return text if len(text) < 8 else ""
    bare = match[1]
    return str(int(bare)) if bare.isdecimal() else bare


def _spread(rows: list[Row], end: int) -> Iterator[Row]:
    """Yield the rows, each down to the next: blank ones belong to that above."""
    for n, row in enumerate(rows):
        last = n + 1 == len(rows)
        yield replace(row, bottom=max(end, row.bottom) if last else rows[n + 1].top)
