"""Sort identities and tables into SOP: which piece belongs to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.chart import belongs
from sopgen.takeover.headings import find_headings
from sopgen.takeover.identity import Identity, find_fields, unread
from sopgen.takeover.lanjutan import goes_on
from sopgen.takeover.letterhead import letterhead, lines_of
from sopgen.takeover.pieces import fits, joined, says_something
from sopgen.takeover.roles import MUTU
from sopgen.takeover.rows import SHEET, Table, read_table
from sopgen.takeover.values import TITLE, place_of
from sopgen.takeover.xmlread import plain

#: Fields that name a SOP.
NAMES = ("nomor", "judul")


@dataclass(frozen=True, slots=True)
class Above:
    """What stands over a table without an identity: the office's name, other cells."""

    office: tuple[str, ...] = ()
    unread: tuple[Cell, ...] = ()


@dataclass(slots=True)
class Procedure:
    """A SOP as it is found: pieces of its identity, and of its table, a title over it.

    ``above`` is what stands over a table that has no identity.
    """

    pieces: tuple[Identity, ...] = ()
    tables: list[Table] = field(default_factory=list)
    title: str = ""
    above: Above = Above()

    @property
    def identity(self) -> Identity | None:
        """Return what all pieces of the identity say."""
        return joined(self.pieces) if self.pieces else None

    @property
    def first(self) -> Board | None:
        """Return the board that it begins on."""
        if self.pieces:
            return self.pieces[0].board
        return self.tables[0].board if self.tables else None

    @property
    def office(self) -> tuple[str, ...]:
        """Return the lines that name the office."""
        lines = (line for piece in self.pieces for line in piece.office)
        return (*lines, *self.above.office)

    @property
    def unread(self) -> tuple[Cell, ...]:
        """Return the cells of its identity, or over its table, that are not read."""
        cells = (cell for piece in self.pieces for cell in piece.unread)
        return (*cells, *self.above.unread)


@dataclass(frozen=True, slots=True)
class Page:
    """A board with the tables on it; what else stands on it may be an identity."""

    board: Board
    tables: tuple[Table, ...]


def read_page(board: Board) -> Page:
    """Return a board with its charts' tables."""
    headings = list(find_headings(board))
    stops = [*(h.top for h in headings), board.rows][1:]
    tables = (
        read_table(board, heading, stop)
        for heading, stop in zip(headings, stops, strict=True)
    )
    return Page(board, tuple(t for t in tables if t.rows and _is_drawn(t)))


def _is_drawn(table: Table) -> bool:
    """Return whether a table is a chart; a list may have empty columns, too.

    That matters where no heading names the pelaksana and there is no mutu baku.
    """
    heading = table.heading
    if not (heading.lanes and heading.guessed) or set(MUTU) & set(heading.roles):
        return True
    left, right = table.across
    drawing = table.board.drawing
    boxes = [figure.box for figure in drawing.figures]
    return any(left <= box.cx < right and belongs(table, box.cy) for box in boxes)


def sort_out(pages: Sequence[Page]) -> tuple[Procedure, ...]:
    """Return every SOP in order; an identity without a chart is one too."""
    sorter = _Sorter()
    before: Page | None = None
    for page in pages:
        behind = before is not None and bool(before.tables) and not page.board.is_grid
        sorter.take(page, behind=behind)
        before = page
    sorter.close()
    return tuple(sorter.made)


@dataclass(slots=True)
class _Sorter:
    """Takes page after page; ``open`` are pieces of an identity without a chart yet."""

    made: list[Procedure] = field(default_factory=list)
    open: list[Identity] = field(default_factory=list)
    title: str = ""

    def take(self, page: Page, *, behind: bool) -> None:
        """Take what is on a page; one behind a chart may be the end of its SOP."""
        top = 0
        for table in page.tables:
            rows = range(top, table.heading.top)
            self._identity(_untitled(find_fields(page.board, rows)), certain=top > 0)
            self._table(page, table, rows)
            top = table.end
        below = find_fields(page.board, range(top, page.board.rows))
        self._identity(below, certain=behind or top > 0)
        if not page.tables:
            self.title = _last_line(page.board)

    def close(self, table: Table | None = None) -> None:
        """Make a SOP of the identity that is open, if it is one.

        Right above a table, its number or its name is enough.  On a later page of a
        chart it is only said again.
        """
        found = bool(self.open) and (
            joined(self.open).whole or _heads(self.open[-1], table)
        )
        if found and not self._is_repeated(table):
            self.made.append(Procedure(tuple(self.open)))
        self.open = []

    def _is_repeated(self, table: Table | None) -> bool:
        """Return whether what is open only says again whose chart goes on."""
        last = self.made[-1] if self.made else None
        if table is None or last is None or not (last.pieces and last.tables):
            return False
        said, again = joined(last.pieces), joined(self.open)
        pairs = [(said.texts.get(key), again.texts.get(key)) for key in NAMES]
        same = any(one and one == other for one, other in pairs)
        return same and fits(last.pieces, again) and _goes_on(last, table)

    def _identity(self, piece: Identity | None, *, certain: bool) -> None:
        """Add a piece of an identity, one that is certain only if it is whole."""
        if piece is None or not (
            piece.whole or (not certain and says_something(piece))
        ):
            return
        if self.open and not fits(self.open, piece):
            self.close()
        self.open.append(piece)
        self.title = ""

    def _table(self, page: Page, table: Table, rows: range) -> None:
        """Add a table, to the SOP before it or to one of its own."""
        self.close(table)
        if self.made and _goes_on(self.made[-1], table):
            self.made[-1].tables.append(table)
        else:
            above = _above(page.board, rows) if rows.start == 0 else Above()
            self.made.append(Procedure(tables=[table], above=above))
        last = self.made[-1]
        last.title = last.title or _title(page, table) or self.title
        self.title = ""


def _heads(piece: Identity, table: Table | None) -> bool:
    """Return whether a piece that names the SOP stands over a table on its board."""
    named = any(piece.texts.get(key) for key in NAMES)
    return table is not None and piece.board is table.board and named


def _untitled(piece: Identity | None) -> Identity | None:
    """Return an identity over a table; its last line may be the title of that."""
    if piece is None:
        return None
    return replace(piece, unread=_without_title(piece.unread, piece.rows))


def _above(board: Board, rows: range) -> Above:
    """Return what stands over a table that has no identity."""
    office = tuple(letterhead(board, rows, ()))
    cells = tuple(unread(board, rows, {place_of(cell) for cell in office}))
    return Above(tuple(lines_of(office)), _without_title(cells, rows))


def _without_title(cells: Sequence[Cell], rows: range) -> tuple[Cell, ...]:
    """Return the cells over a table without the one that is its title."""
    if cells and cells[-1].bottom > rows.stop - TITLE:
        return tuple(cells[:-1])
    return tuple(cells)


def _goes_on(procedure: Procedure, table: Table) -> bool:
    """Return whether a table is the next piece of a SOP's chart."""
    if not procedure.tables:
        return True
    last = procedure.tables[-1]
    number = table.rows[0].nomor
    if goes_on(last.rows[-1], table.rows[0]):
        return True
    if number == "1":
        return False
    names = {lane.nama for lane in table.lanes}
    same = len(names & {lane.nama for lane in last.lanes}) * 2 >= len(names)
    return same or number != ""


def _title(page: Page, table: Table) -> str:
    """Return the text right above a table, without the number of its sheet."""
    above = range(max(table.heading.top - TITLE, 0), table.heading.top)
    lines = [c.text for row in above for c in page.board.in_row(row)]
    return _name_in(lines[-1]) if lines else ""


def _last_line(board: Board) -> str:
    """Return the last text of a board that stands before a table."""
    if len(board.xs) > 2:
        return ""
    lines = [c.text for row in range(board.rows) for c in board.in_row(row)]
    return _name_in(lines[-1]) if lines else ""


def _name_in(title: str) -> str:
    """Return the name in a title, on one line."""
    return plain(SHEET.sub("", title))
