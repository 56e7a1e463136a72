"""Sort identities and tables into SOP: which piece belongs to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sopgen.takeover.board import Board
from sopgen.takeover.headings import find_headings
from sopgen.takeover.identity import Identity, find_identity
from sopgen.takeover.rows import SHEET, Table, read_table
from sopgen.takeover.xmlread import plain


@dataclass(slots=True)
class Procedure:
    """A SOP as it is found: its identity, the pieces of its table, a title over it."""

    identity: Identity | None = None
    tables: list[Table] = field(default_factory=list)
    title: str = ""

    @property
    def first(self) -> Board | None:
        """Return the board that it begins on."""
        if self.identity is not None:
            return self.identity.board
        return self.tables[0].board if self.tables else None


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
    return Page(board, tuple(t for t in tables if t.rows))


def sort_out(pages: Sequence[Page]) -> tuple[Procedure, ...]:
    """Return every SOP in order; an identity without a chart is one too."""
    made: list[Procedure] = []
    title = ""
    for page in pages:
        for piece in _pieces(page):
            if isinstance(piece, Identity):
                made.append(Procedure(identity=piece))
            elif made and _goes_on(made[-1], piece):
                made[-1].tables.append(piece)
            else:
                made.append(Procedure(tables=[piece]))
            title = _title(page, piece) or title
            if isinstance(piece, Table) and not made[-1].title:
                made[-1].title = title
            title = ""
        if not page.tables:
            title = _last_line(page.board)
    return tuple(made)


def _pieces(page: Page) -> Iterator[Identity | Table]:
    """Yield identities and tables of a page from the top."""
    top = 0
    for table in page.tables:
        rows = range(top, table.heading.top)
        identity = find_identity(page.board, rows)
        if identity is not None:
            yield identity
        yield table
        top = table.end
    identity = find_identity(page.board, range(top, page.board.rows))
    if identity is not None:
        yield identity


def _goes_on(procedure: Procedure, table: Table) -> bool:
    """Return whether a table is the next piece of a SOP's chart."""
    if not procedure.tables:
        return True
    last = procedure.tables[-1]
    number = table.rows[0].nomor
    if number == "1":
        return False
    names = {lane.nama for lane in table.lanes}
    same = len(names & {lane.nama for lane in last.lanes}) * 2 >= len(names)
    return same or number != ""


def _title(page: Page, piece: Identity | Table) -> str:
    """Return the text right above a table, without the number of its sheet."""
    if isinstance(piece, Identity):
        return ""
    above = range(max(piece.heading.top - 3, 0), piece.heading.top)
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
