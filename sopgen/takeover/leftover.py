"""What was drawn or written and is in no draft: nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.geometry import Point
from sopgen.takeover import findings as codes
from sopgen.takeover.board import Board
from sopgen.takeover.chart import Graph, belongs
from sopgen.takeover.procedures import Page
from sopgen.takeover.rows import Table

GLUE = "tempelkan ujung panah pada simbol di berkas lama, atau isi `ke:` di YAML"
LABEL = "bila ini label keputusan, tulis pada `ke:`"
COLUMN = "salin isinya ke `keterangan` bila diperlukan"


def leftover(graph: Graph, tables: Sequence[Table]) -> Iterator[Diagnostic]:
    """Yield a finding for everything over a board that no SOP holds."""
    board = graph.board
    for stray in graph.strays:
        yield board.finding(codes.LOOSE_ARROW, stray.why, stray.at, GLUE)
    for one in graph.words:
        at = Point(one.box.cx, one.box.cy)
        message = f"tulisan `{one.teks}` tidak menempel pada panah"
        if _over(tables, at):
            yield board.finding(codes.LOOSE_WORDS, message, at, LABEL)
    for loose in board.drawing.loose:
        yield board.finding(codes.NOT_READ, loose.why, loose.at)
    for figure in graph.figures:
        at = Point(figure.box.cx, figure.box.cy)
        if not _over(tables, at):
            said = f" bertulisan `{figure.teks}`" if figure.teks else ""
            where = board.span(*board.place(at)).cell
            message = f"bentuk{said} di luar bagan; tidak dipakai"
            yield codes.told(board.source, codes.LOOSE_SHAPE, message, "", where)


def _over(tables: Sequence[Table], at: Point) -> bool:
    return any(belongs(table, at.y) for table in tables)


def unread(page: Page) -> Iterator[Diagnostic]:
    """Yield a finding for columns and rows that were not understood."""
    board = page.board
    for table in page.tables:
        for cell in table.heading.extra:
            message = f"kolom `{' '.join(cell.text.split())}` tidak dikenal; dilewati"
            yield board.finding(codes.COLUMN, message, cell, COLUMN)
        for cell in table.skipped:
            hidden = cell.row in board.hidden
            what = "baris tersembunyi" if hidden else "baris"
            text = " ".join(cell.text.split())[:60]
            message = f"{what} `{text}` tidak dibaca sebagai kegiatan"
            yield board.finding(codes.ROW, message, cell)
    if not page.tables:
        yield from _without(board)


def _without(board: Board) -> Iterator[Diagnostic]:
    """Yield what is on a board that has no chart."""
    cell = f"{board.sheet}!A1" if board.sheet else ""
    if board.sheet:
        message = f"lembar `{board.sheet}` tidak memuat bagan SOP"
        yield codes.told(board.source, codes.NO_CHART, message, "", cell)
    count = len(board.drawing.figures) + len(board.drawing.lines)
    count += len(board.drawing.loose)
    if count:
        message = f"{board.nama}: {count} bentuk di luar bagan tidak dibaca"
        yield codes.told(board.source, codes.NOT_READ, message, "", cell)
