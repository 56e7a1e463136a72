"""The identity block: labelled fields, their values beside, below or in the label.

Source: PermenPAN-RB 35/2012, bagian identitas, items 1-13, and how offices write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.fields import LISTS, counted_label_of, label_of
from sopgen.takeover.letterhead import letterhead, lines_of
from sopgen.takeover.listing import is_marker, items_of
from sopgen.takeover.values import Place, Values, place_of
from sopgen.takeover.xmlread import plain

#: So many fields are an identity; fewer may be any table.
LEAST = 3
#: What stands in a field that nobody filled in.
BLANK = re.compile(r"\(belum diisi\)|[-–—.…_\s:]*")
#: Dates that stand for that of the effect where this is not named.
APPROVED = re.compile(r"(tgl|tanggal)\.? (pengesahan|disahkan)")
#: What names the kind of the document and no field of it.
TITLE = re.compile(
    r"(standar(d)? )?(operating|operasional)( prosedure?| procedure)?( \(?sop\)?)?"
    r"|(standar(d)? )?(prosedur )?operasional( baku)?|s\.?o\.?p\.?|identitas( sop)?",
    re.IGNORECASE,
)

#: A cell that names a field, and the value behind its colon.
Label = tuple[Cell, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """What an identity block says: texts and lists by field, and where it stands.

    ``office`` are the lines that name the pemerintah kabupaten and the kecamatan;
    ``left`` are cells beside a value that are no part of it, ``unread`` those of the
    block that are no part of anything.
    """

    board: Board
    rows: range
    top: int
    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    office: tuple[str, ...] = ()
    left: tuple[Cell, ...] = ()
    unread: tuple[Cell, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the fields that the block names, whether or not they have a value."""
        return (*self.texts, *self.lists)

    @property
    def whole(self) -> bool:
        """Return whether it names so much that it is an identity for sure."""
        return len(self.fields) >= LEAST


def find_identity(board: Board, rows: range) -> Identity | None:
    """Return the identity in some rows of a board."""
    found = find_fields(board, rows)
    return found if found is not None and found.whole else None


def find_fields(board: Board, rows: range) -> Identity | None:
    """Return what some rows of a board say of an identity, however little it is."""
    labels = _labels(board, rows)
    if not labels:
        return None
    cells = {key: cell for key, (cell, _) in labels.items()}
    values = Values(board, rows, cells)
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for key, (cell, value) in labels.items():
        if key in LISTS:
            lists[key] = _filled(items_of(value or values.listed(cell)))
        else:
            texts[key] = _text(value or values.beside(cell), key)
    used = values.taken | {place_of(cell) for cell in cells.values()}
    office = tuple(letterhead(board, rows, used))
    used |= {place_of(cell) for cell in office} | set(values.left)
    top = min(cell.row for cell in cells.values())
    block = rows if rows.start == 0 else range(top, rows.stop)
    return Identity(
        board,
        rows,
        top,
        texts,
        lists,
        tuple(lines_of(office)),
        tuple(values.left.values()),
        tuple(unread(board, block, used)),
    )


def unread(board: Board, rows: range, used: set[Place]) -> Iterator[Cell]:
    """Yield the cells with text that nothing was made of; bare numbers do not count."""
    for row in rows:
        for cell in board.in_row(row):
            bare = cell.text.strip(" :.-–_…\n")
            known = is_marker(cell.text) or TITLE.fullmatch(plain(bare))
            if place_of(cell) not in used and bare and not known:
                yield cell


def _labels(board: Board, rows: range) -> dict[str, Label]:
    """Return the cells that name fields, the first that does."""
    every = [cell for row in rows for cell in _names(board, row, rows)]
    plainly = _first((label_of(cell.text), cell) for cell in every)
    counted = _first((counted_label_of(cell.text), cell) for cell in every)
    if len(counted) >= LEAST:
        return {**counted, **plainly}
    return plainly


def _first(named: Iterator[tuple[tuple[str, str], Cell]]) -> dict[str, Label]:
    """Return the first cell of each field; a date of approval only if there is none."""
    found: dict[str, Label] = {}
    second: dict[str, Label] = {}
    for (key, value), cell in named:
        head = plain(cell.text.partition(":")[0]).casefold()
        into = second if APPROVED.fullmatch(head) else found
        if key:
            into.setdefault(key, (cell, value))
    return {**second, **found}


def _names(board: Board, row: int, rows: range) -> Sequence[Cell]:
    """Return the cells of a row that may name fields: none in the heading of a list."""
    cells = list(board.in_row(row))
    least = LEAST - 1 if cells and _counts(cells[0]) else LEAST
    side_by_side = 0
    for cell in cells:
        key, value = label_of(cell.text)
        named = key and key not in LISTS and not value
        side_by_side = side_by_side + 1 if named else 0
        if side_by_side >= least and _is_list(board, range(row + 1, rows.stop), cells):
            return ()
    return cells


def _is_list(board: Board, below: range, heading: Sequence[Cell]) -> bool:
    """Return whether rows below a heading have values under most of its words.

    A heading that counts its rows has at least one, others have two.
    """
    columns = {cell.column for cell in heading}
    full = 0
    for row in below:
        held = {cell.column for cell in board.in_row(row)}
        if len(columns & held) * 2 <= len(columns):
            break
        full += 1
    return full >= (1 if _counts(heading[0]) else 2)


def _counts(cell: Cell) -> bool:
    """Return whether a column is that of the numbers of a list."""
    return plain(cell.text).casefold().strip(" .") in ("no", "no urut", "nomor")


def _text(value: str, key: str) -> str:
    value = value.lstrip(": ").strip()
    if key == "tanggal_revisi" and plain(value) in ("-", "–"):
        return "-"
    if BLANK.fullmatch(value):
        return ""
    return value if key == "pengesah" else plain(value.replace("•", " "))


def _filled(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item for item in items if not BLANK.fullmatch(item))
