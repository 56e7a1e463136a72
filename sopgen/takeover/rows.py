"""The rows below a heading: one kegiatan each, however many rows of the grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sopgen.takeover.board import Board, Cell
from sopgen.takeover.headings import Heading, Lane
from sopgen.takeover.identity import label_of
from sopgen.takeover.xmlread import plain

#: A number in the first column; an automatic one of Word is shown as a dot.
NOMOR = re.compile(r"([0-9]{1,3}|[a-z]|•)\s*[.)]?", re.IGNORECASE)
#: What the title over a later page says.
REPEATED = re.compile(r"\b(lanjutan|sambungan)\b", re.IGNORECASE)
#: Where a line was broken within a word: Keterangan/⏎Legalisasi.
BROKEN = re.compile(r"(?<=\w[/-])\n(?=\w)")
#: So many rows without any text end a table.
GAP = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A kegiatan: its texts by column, and the rows of the board that it fills."""

    nomor: str
    top: int
    bottom: int
    texts: dict[str, str]

    @property
    def uraian(self) -> str:
        """Return what is done."""
        return self.texts.get("kegiatan", "")


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's table, or a piece of it below a repeated heading."""

    board: Board
    heading: Heading
    rows: tuple[Row, ...]
    skipped: tuple[Cell, ...]
    end: int

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
        blank = 0 if texts or _covered(board, row, heading) else blank + 1
        if row not in board.hidden:
            reader.take(row, texts)
        elif texts:
            reader.skipped.append(texts[0])
        row += 1
    end = row if blank < GAP else row - GAP
    rows = tuple(_spread(reader.rows, end))
    return Table(board, heading, rows, tuple(reader.skipped), end)


def _covered(board: Board, row: int, heading: Heading) -> bool:
    column = heading.roles["kegiatan"].column
    return board.cell(row, column).row < row


class _Reader:
    """Takes one row of the grid after the other."""

    def __init__(self, board: Board, heading: Heading) -> None:
        self.board, self.heading = board, heading
        self.rows: list[Row] = []
        self.skipped: list[Cell] = []

    def take(self, row: int, cells: list[Cell]) -> None:
        """Begin a kegiatan with a row, go on with the last, or leave the row out."""
        texts = self._texts(cells)
        nomor = _nomor(texts.pop("no", ""))
        if texts.get("kegiatan") and (nomor or not self._goes_on(texts)):
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
        return not numbered and any(label_of(c.text)[0] for c in cells)

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
