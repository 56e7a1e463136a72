"""The identity block: labelled fields, their values beside, below or in the label.

Source: PermenPAN-RB 35/2012, bagian identitas, items 1-13, and how offices write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sopgen.takeover.board import Board, Cell
from sopgen.takeover.listing import items_of
from sopgen.takeover.xmlread import plain

#: How offices name the fields.  What stands behind a colon is the value.
WORDS = (
    ("nomor", r"(nomor|no)\.?( dokumen)?( s\.?o\.?p\.?( ap)?)?"),
    ("tanggal_pembuatan", r"(tgl|tanggal)\.? (pembuatan|dibuat|penyusunan|ditetapkan)"),
    ("tanggal_revisi", r"((tgl|tanggal)\.? )?(revisi|perubahan)( ke)?"),
    (
        "tanggal_efektif",
        r"(tgl|tanggal)\.? (efektif|berlaku|mulai berlaku|diberlakukan|pengesahan)",
    ),
    ("pengesah", r"(di)?s(ah|yah)kan oleh|pengesahan|mengesahkan"),
    (
        "judul",
        r"(nama|judul)( s\.?o\.?p\.?( ap)?| prosedur)?"
        r"|nama standar operasional prosedur",
    ),
    ("dasar_hukum", r"dasar hukum|landasan hukum"),
    ("kualifikasi_pelaksana", r"kualifikasi( pelaksana(an)?)?"),
    (
        "keterkaitan",
        r"keterkaitan( (dengan )?(sop|prosedur)( lain(nya)?)?)?|sop terkait",
    ),
    (
        "peralatan",
        r"(peralatan|perlengkapan)( ?(/|dan|&|,) ?(peralatan|perlengkapan))?( kerja)?",
    ),
    ("peringatan", r"peringatan"),
    ("pencatatan", r"pencatatan( ?(dan|&|/) ?pendataan)?|pendataan dan pencatatan"),
    ("unit", r"unit( kerja)?|satuan kerja|skpd|opd|seksi / unit|unit pengolah"),
)
LABELS = tuple((key, re.compile(pattern)) for key, pattern in WORDS)
LISTS = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)
#: So many fields are an identity; fewer may be any table.
LEAST = 3
#: How the name of an office begins.
OFFICE = re.compile(
    r"\s*(PEMERINTAH\s+(DAERAH\s+)?(KAB|KOTA)|KECAMATAN\s|KANTOR (CAMAT|KECAMATAN))"
)
#: What stands in a field that nobody filled in.
BLANK = re.compile(r"\(belum diisi\)|[-–—.…_\s:]*")
#: So short, or with this at its end, a text is only a piece of a value.
SHORT, OPEN = 4, ("/", ",", "-", ":")
#: A value goes on over so many rows.
TALLEST = 40


@dataclass(frozen=True, slots=True)
class Identity:
    """What an identity block says: texts and lists by field, and where it stands.

    ``office`` is the cell that names the pemerintah kabupaten and the kecamatan;
    ``left`` are cells beside a value that are no part of it.
    """

    board: Board
    top: int
    texts: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    cells: dict[str, Cell] = field(default_factory=dict)
    office: tuple[str, ...] = ()
    left: tuple[Cell, ...] = ()


def label_of(text: str) -> tuple[str, str]:
    """Return the field that a text names, and the value behind its colon."""
    head, colon, rest = text.partition(":")
    word = plain(head).casefold().strip(" .*•")
    for key, pattern in LABELS:
        if pattern.fullmatch(word):
            return key, rest.strip() if colon else ""
    first, _, later = text.strip().partition("\n")
    if later and not colon:
        key, _ = label_of(first)
        return key, later.strip() if key else ""
    return "", ""


def find_identity(board: Board, rows: range) -> Identity | None:
    """Return the identity in some rows of a board."""
    labels: dict[str, tuple[Cell, str]] = {}
    for row in rows:
        for cell in board.in_row(row):
            key, value = label_of(cell.text)
            if key and key not in labels:
                labels[key] = (cell, value)
    if len(labels) < LEAST:
        return None
    reader = _Reader(board, rows, {c.row * 1000 + c.column for c, _ in labels.values()})
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for key, (cell, value) in labels.items():
        if key in LISTS:
            lists[key] = _filled(items_of(value or reader.listed(cell)))
        else:
            texts[key] = _text(value or reader.beside(cell), key)
    return Identity(
        board,
        min(cell.row for cell, _ in labels.values()),
        texts,
        lists,
        {key: cell for key, (cell, _) in labels.items()},
        tuple(_office(board, rows)),
        tuple(reader.left.values()),
    )


def _text(value: str, key: str) -> str:
    value = value.lstrip(": ").strip()
    if key == "tanggal_revisi" and plain(value) in ("-", "–"):
        return "-"
    if BLANK.fullmatch(value):
        return ""
    return value if key == "pengesah" else plain(value.replace("•", " "))


def _filled(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item for item in items if not BLANK.fullmatch(item))


def names_office(cell: Cell) -> bool:
    """Return whether a cell names the pemerintah kabupaten or the kecamatan."""
    return any(OFFICE.match(line) for line in cell.text.split("\n"))


def _office(board: Board, rows: range) -> Iterator[str]:
    """Yield the lines of the cells that name the office."""
    for row in rows:
        for cell in board.in_row(row):
            if names_office(cell):
                yield from (plain(line.strip("• ")) for line in cell.text.split("\n"))


def _adjoins(last: Cell, cell: Cell) -> bool:
    """Return whether a cell goes on with the value in the cell before it.

    It does if one of them is as short as a mark, a day or a year, or the text breaks
    off between them: 1. | UU 25;  4 | Januari | 2021;  065/ | SOP.
    """
    before, after = last.text.strip(), cell.text.strip()
    short = min(len(before), len(after)) <= SHORT
    broken = before.endswith(OPEN) or after.startswith(OPEN)
    return cell.column <= last.right and (short or broken)


class _Reader:
    """Finds the value that belongs to a label."""

    def __init__(self, board: Board, rows: range, labels: set[int]) -> None:
        self.board, self.rows, self.labels = board, rows, labels
        self.left: dict[tuple[int, int], Cell] = {}

    def _is_label(self, cell: Cell) -> bool:
        return cell.row * 1000 + cell.column in self.labels

    def beside(self, label: Cell) -> str:
        """Return what stands to the right, down to the next label; else below."""
        return self._right(label) or self._below(label)

    def listed(self, label: Cell) -> str:
        """Return a list: what stands below in the same column, else to the right."""
        below = self._below(label)
        right = self._right(label)
        if right.startswith(":"):
            return right.lstrip(": ")
        return below or right

    def _right(self, label: Cell) -> str:
        """Return the texts to the right of a label and of the blanks below it."""
        lines: list[str] = []
        for row in range(label.row, min(label.row + TALLEST, self.rows.stop)):
            own = self.board.cell(row, label.column)
            if row >= label.bottom and (own.text or own.row != row):
                break
            if row >= label.bottom and self._begins(row, label.column):
                break
            lines += self._row(row, label.right)
        return "\n".join(lines)

    def _begins(self, row: int, column: int) -> bool:
        """Return whether a row has a label further left."""
        return any(
            self._is_label(c) for c in self.board.in_row(row) if c.column <= column
        )

    def _row(self, row: int, column: int) -> Iterator[str]:
        """Yield the value of a row from a column on; what stands apart is left."""
        last: Cell | None = None
        for cell in self.board.in_row(row):
            if cell.column < column or cell.text.strip() == ":":
                continue
            if self._is_label(cell):
                return
            if last is None or _adjoins(last, cell):
                last = cell
                yield cell.text
            else:
                self.left[cell.row, cell.column] = cell

    def _below(self, label: Cell) -> str:
        """Return the texts below a label, down to the next one."""
        lines: list[str] = []
        row = label.bottom
        while row < min(label.bottom + TALLEST, self.rows.stop):
            cell = self.board.cell(row, label.column)
            beyond = self._is_label(cell) or self._starts(row, label)
            beyond = beyond or self._spreads(cell, label)
            if beyond or (not cell.text and lines and row > label.bottom + 8):
                break
            lines += [c.text for c in self._under(row, label)]
            row += 1
        return "\n".join(lines)

    def _under(self, row: int, label: Cell) -> Iterator[Cell]:
        """Yield the cells of a row below a label; a list may stand in two columns."""
        for cell in self.board.in_row(row):
            if label.column <= cell.column < label.right:
                yield cell

    def _spreads(self, cell: Cell, label: Cell) -> bool:
        """Return whether a cell reaches below the label of another field."""
        beside = [c for c in self.board.in_row(label.row) if self._is_label(c)]
        others = [c.column for c in beside if c.column != label.column]
        return any(cell.column <= column < cell.right for column in others)

    def _starts(self, row: int, label: Cell) -> bool:
        """Return whether other fields begin in a row further left."""
        return any(
            self._is_label(c)
            for c in self.board.in_row(row)
            if c.column < label.right and c.row == row
        )
