"""Merged cells beside several kegiatan: their text is that of each of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopgen.takeover.board import Board, Cell
from sopgen.takeover.headings import Heading
from sopgen.takeover.row import Row
from sopgen.takeover.xmlread import plain

#: What each kegiatan below a merged cell says, too; a time is that of all together.
COPIED = ("pelaksana", "kelengkapan", "output", "keterangan")
SHARED = "sel gabung pada berkas lama, untuk kegiatan {}–{}"
TOGETHER = "sel gabung pada berkas lama: waktu bersama kegiatan {}–{}"


def with_shared(board: Board, heading: Heading, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the kegiatan, each with what merged cells beside several of them say."""
    for row in rows:
        for role in (*COPIED, *heading.sendiri, "waktu"):
            leaf = heading.roles.get(role)
            if leaf is not None:
                cell = board.cell(row.top, leaf.left)
                row = _with(row, role, cell, _below(cell, rows))
        yield row


def _below(cell: Cell, rows: Sequence[Row]) -> list[str]:
    """Return the numbers of the kegiatan beside a cell."""
    return [
        row.nomor or str(number)
        for number, row in enumerate(rows, 1)
        if row.top < cell.bottom and row.bottom > cell.row
    ]


def _with(row: Row, role: str, cell: Cell, numbers: Sequence[str]) -> Row:
    if not cell.text or len(numbers) < 2:
        return row
    own = cell.row >= row.top
    if not own and (role not in COPIED or row.texts.get(role)):
        return row
    why = (SHARED if role in COPIED else TOGETHER).format(numbers[0], numbers[-1])
    text = row.texts.get(role) or plain(cell.text.replace("•", " "))
    return replace(
        row, texts={**row.texts, role: text}, doubts={**row.doubts, role: why}
    )
