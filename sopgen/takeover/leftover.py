"""What was drawn or written and is in no draft: nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.geometry import Point
from sopgen.model.kata import frasa
from sopgen.takeover import findings as codes
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.chart import Graph, belongs
from sopgen.takeover.identity import find_identity
from sopgen.takeover.letterhead import names_office
from sopgen.takeover.procedures import Page, Procedure
from sopgen.takeover.rows import REPEATED, Table
from sopgen.takeover.sketch import EXITS
from sopgen.takeover.ticks import marks_of
from sopgen.takeover.values import TITLE
from sopgen.takeover.xmlread import plain

GLUE = f"tempelkan ujung panah pada simbol di berkas lama, atau {frasa('isi_ke')}"
LABEL = f"bila ini label keputusan, {frasa('isi_label')}"
#: So many cells are told one by one, and paragraphs.
MOST, FEW = 12, 5
MOVE = "salin isinya ke isian yang sesuai, bila diperlukan"
PLACED = "pindahkan isinya bila yang dimaksud lain"
COLUMN = "salin isinya ke `keterangan` bila diperlukan"


def leftover(graph: Graph, tables: Sequence[Table]) -> Iterator[Diagnostic]:
    """Yield a finding for everything over a board that no SOP holds."""
    board = graph.board
    for stray in graph.strays:
        yield board.finding(codes.LOOSE_ARROW, stray.why, stray.at, GLUE)
    for one in graph.words:
        at = Point(one.box.cx, one.box.cy)
        message = f"tulisan `{codes.short(one.teks)}` tidak menempel pada panah"
        if _over(tables, at):
            yield board.finding(codes.LOOSE_WORDS, message, at, LABEL)
    for loose in board.drawing.loose:
        yield board.finding(codes.NOT_READ, loose.why, loose.at)
    for figure in graph.figures:
        at = Point(figure.box.cx, figure.box.cy)
        if not _over(tables, at):
            said = f" bertulisan `{codes.short(figure.teks)}`" if figure.teks else ""
            where = board.span(*board.place(at)).cell
            message = f"bentuk{said} di luar bagan; tidak dipakai"
            yield codes.noted(board.source, codes.LOOSE_SHAPE, message, "", where)


def _over(tables: Sequence[Table], at: Point) -> bool:
    return any(belongs(table, at.y) for table in tables)


def unread(page: Page) -> Iterator[Diagnostic]:
    """Yield a finding for columns and rows that were not understood."""
    board = page.board
    for table in page.tables:
        for cell in table.heading.extra:
            message = f"kolom `{codes.short(cell.text)}` tidak dikenal; dilewati"
            yield board.finding(codes.COLUMN, message, cell, COLUMN)
        for role, cell in table.heading.placed.items():
            nama = codes.short(cell.text)
            message = f"kolom `{nama}` dibaca sebagai {role} menurut tempatnya"
            yield board.finding(codes.COLUMN, message, cell, PLACED)
        for cell in table.skipped:
            hidden = cell.row in board.hidden
            what = "baris tersembunyi" if hidden else "baris"
            text = codes.short(cell.text)
            message = f"{what} `{text}` tidak dibaca sebagai kegiatan"
            yield board.finding(codes.ROW, message, cell)
        yield from _typed(table)
    yield from _below(page)
    if not page.tables:
        yield from _without(board)


def _below(page: Page) -> Iterator[Diagnostic]:
    """Yield what is written below charts and is no identity of another SOP."""
    board = page.board
    tops = [*(t.heading.top for t in page.tables), board.rows + TITLE][1:]
    for table, stop in zip(page.tables, tops, strict=True):
        last = min(stop - TITLE, board.rows)
        identity = find_identity(board, range(table.end, min(stop, board.rows)))
        last = min(last, identity.top) if identity else last
        cells = [c for row in range(table.end, last) for c in board.in_row(row)]
        cells = [c for c in cells if not names_office(c)]
        for message, span in _unread(board, cells, "tulisan `{}` di bawah tabel"):
            yield diagnose_lightly(codes.ROW, message, span)


def _unread(
    board: Board, cells: Sequence[Cell], what: str
) -> Iterator[tuple[str, Span]]:
    """Yield what is said of each cell; of the last of many how many more there are."""
    for number, cell in enumerate(cells[:MOST]):
        more = len(cells) - MOST if number + 1 == MOST else 0
        also = f" (dan {more} sel lain sesudahnya)" if more > 0 else ""
        message = f"{what.format(codes.short(cell.text))}{also} tidak dibaca"
        span = board.span(cell.row, cell.column)
        if not span.cell:
            message = f"{board.nama}, baris {cell.row + 1}: {message}"
        yield message, span


def _typed(table: Table) -> Iterator[Diagnostic]:
    """Yield what is typed into pelaksana cells and names no exit."""
    board = table.board
    read = [mark.cell for mark in marks_of(table)]
    cells = [
        cell
        for row in range(table.heading.bottom, table.end)
        if row not in board.hidden
        for cell in board.in_row(row)
        if table.lane_of(cell.column) >= 0
        and cell.text.casefold() not in EXITS
        and cell not in read
    ]
    what = "tulisan `{}` di kolom pelaksana"
    for message, span in _unread(board, cells, what):
        yield diagnose(codes.LOOSE_WORDS, message, span)


def around(procedure: Procedure) -> Iterator[Diagnostic]:
    """Yield what stands in or beside a SOP's identity, or over its table, unread."""
    known = plain(" ".join(_known(procedure)))
    for piece in procedure.pieces:
        cells = [c for c in piece.left if plain(c.text) not in known]
        what = "tulisan `{}` di samping identitas"
        for message, span in _unread(piece.board, cells, what):
            yield diagnose_lightly(codes.LOOSE_WORDS, message, span)
        what = "tulisan `{}` di bagian identitas"
        for message, span in _unread(piece.board, piece.unread, what):
            yield diagnose(codes.LOOSE_WORDS, message, span, MOVE)
    if not procedure.pieces and procedure.first is not None:
        cells = list(procedure.above.unread)
        what = "tulisan `{}` di atas tabel"
        for message, span in _unread(procedure.first, cells, what):
            yield diagnose_lightly(codes.LOOSE_WORDS, message, span)


def _known(procedure: Procedure) -> Iterator[str]:
    """Yield all that is known of a SOP's identity."""
    for piece in procedure.pieces:
        yield from (*piece.texts.values(), *piece.office)
        for items in piece.lists.values():
            yield from items


def after(chart: Page, text: Page, following: Sequence[Page]) -> Iterator[Diagnostic]:
    """Yield the first paragraphs behind a chart's table that are no identity.

    The last one before another chart is the title of that.
    """
    board = text.board
    if not chart.tables or board.is_grid:
        return
    identity = find_identity(board, range(board.rows))
    rows = range(identity.top if identity else board.rows)
    cells = [c for row in rows for c in board.in_row(row)]
    cells = [c for c in cells if not names_office(c) and not REPEATED.search(c.text)]
    if any(page.tables for page in following[:1]):
        del cells[-1:]
    for cell in cells[:FEW]:
        message = f"{board.nama}: `{codes.short(cell.text)}` tidak dibaca"
        yield codes.noted(board.source, codes.LOOSE_WORDS, message)


def _without(board: Board) -> Iterator[Diagnostic]:
    """Yield what is on a board that has no chart."""
    cell = f"{board.sheet}!A1" if board.sheet else ""
    if board.sheet:
        message = f"lembar `{board.sheet}` tidak memuat bagan SOP"
        yield codes.noted(board.source, codes.NO_CHART, message, "", cell)
    count = len(board.drawing.figures) + len(board.drawing.lines)
    count += len(board.drawing.loose)
    if count:
        message = f"{board.nama}: {count} bentuk di luar bagan tidak dibaca"
        yield codes.noted(board.source, codes.NOT_READ, message, "", cell)
