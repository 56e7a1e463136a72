"""Tables and what is drawn over them → the rows, symbols and arrows of one SOP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.geometry import Point
from sopgen.model.kata import frasa
from sopgen.model.nilai import dataclass
from sopgen.takeover import findings as codes
from sopgen.takeover.arrows import Arrow, Stray, read_arrows
from sopgen.takeover.bersama import COVERING, NO_TIES, Ikatan, lanes_under, tied
from sopgen.takeover.blockarrows import pointed
from sopgen.takeover.board import Board, Figure, Words
from sopgen.takeover.branches import decided
from sopgen.takeover.hops import Hop, connect
from sopgen.takeover.labels import name_exits
from sopgen.takeover.lanes import Lane
from sopgen.takeover.lanjutan import joined
from sopgen.takeover.levels import row_doubt, rows_of
from sopgen.takeover.panggilan import names_sop
from sopgen.takeover.row import Row
from sopgen.takeover.rows import Table
from sopgen.takeover.sketch import EXITS
from sopgen.takeover.stubs import claimed_by_hops, turned_hops, turned_stores
from sopgen.takeover.ticks import symbols_of

#: How far beside the pelaksana columns a symbol still belongs to the nearest, mm.
BESIDE = 12.0
FRAME = "kotak{} yang mengelilingi beberapa simbol tidak dibaca"
FRAMED = "tulis artinya pada `keterangan` bila diperlukan"
OUTSIDE = "simbol berdiri di luar kolom pelaksana"
IN_ORDER = "tanpa panah pada berkas lama; urutan ditebak"
DRAW = f"gambar ulang panahnya: {frasa('isi_ke')}"


@dataclass(frozen=True, slots=True)
class Node:
    """A symbol in its row (of all rows of the SOP) and pelaksana column.

    ``bersama`` are the other columns of what several pelaksana do.
    """

    row: int
    pelaksana: str
    figure: Figure
    doubt: str = ""
    place_doubt: str = ""
    bersama: tuple[str, ...] = ()

    @property
    def who(self) -> tuple[str, ...]:
        """Return the names of all who do it."""
        return (self.pelaksana, *self.bersama)


@dataclass(frozen=True, slots=True)
class Chart:
    """What was drawn: arrows go from node to node by number."""

    tables: tuple[Table, ...]
    pelaksana: tuple[str, ...]
    rows: tuple[Row, ...]
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    doubt: str = ""

    @property
    def lanes(self) -> Mapping[str, Lane]:
        """Return the columns by the names that pelaksana have."""
        return {
            lane_name(table, n): lane
            for table in reversed(self.tables)
            for n, lane in enumerate(table.lanes)
        }

    @property
    def sendiri(self) -> tuple[str, ...]:
        """Return the columns of the office's own."""
        every = (kunci for table in self.tables for kunci in table.heading.sendiri)
        return tuple(dict.fromkeys(every))

    @property
    def jumlah(self) -> str | None:
        """Return what a last row says that all waktu come to."""
        found = (t.jumlah for t in self.tables if t.jumlah is not None)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class Graph:
    """The arrows on one board, between figures by number, and which figures are one."""

    board: Board
    figures: tuple[Figure, ...]
    arrows: tuple[Arrow, ...]
    strays: tuple[Stray, ...]
    words: tuple[Words, ...]
    frames: tuple[Figure, ...] = ()
    ikatan: Ikatan = NO_TIES


def read_graph(board: Board, tables: Sequence[Table]) -> Graph:
    """Return how symbols are connected on a board."""
    frames = set(_frames(board.drawing.figures))
    drawn = (f for n, f in enumerate(board.drawing.figures) if n not in frames)
    figures = (*drawn, *(one for table in tables for one in symbols_of(table)))
    lines = pointed(board.drawing.lines, figures)
    drawing = replace(board.drawing, figures=figures, lines=lines)
    arrows, strays = read_arrows(drawing)
    stores = {n for n, f in enumerate(figures) if f.simbol == "penyimpanan"}
    arrows, ikatan = tied(tuple(turned_stores(arrows, stores)), figures)
    typed = tuple(w for table in tables for w in _typed(table))
    words = (*drawing.words, *typed)
    named, left = name_exits(arrows, figures, words)
    figures, boxes = decided(figures, named), figures
    if figures != boxes:
        named, left = name_exits(arrows, figures, words)
    held = tuple(board.drawing.figures[n] for n in sorted(frames))
    return Graph(board, figures, named, strays, left, held, ikatan)


def _frames(figures: Sequence[Figure]) -> Iterator[int]:
    """Yield the boxes that are drawn round several symbols."""
    for number, one in enumerate(figures):
        box, held = one.box, 0
        for other in figures:
            inner = other.box
            smaller = inner.w * inner.h < box.w * box.h / 2
            across = box.x < inner.cx < box.x1
            held += smaller and across and box.y < inner.cy < box.y1
        if held > 1:
            yield number


def _typed(table: Table) -> Iterator[Words]:
    """Yield words that are typed into pelaksana cells: Ya, Tidak."""
    board = table.board
    for row in range(table.heading.bottom, table.end):
        for cell in board.in_row(row):
            in_lane = any(one.left <= cell.column < one.right for one in table.lanes)
            if in_lane and cell.text.casefold() in EXITS:
                yield Words(cell.text, board.box(cell), typed=True)


def read_chart(
    tables: Sequence[Table], graphs: Mapping[int, Graph], found: list[Diagnostic]
) -> Chart:
    """Return the chart over some tables; graphs are by the numbers of their boards."""
    return _Reader(tables, graphs, found).read()


class _Reader:
    """Numbers all symbols of a SOP, page after page."""

    def __init__(
        self,
        tables: Sequence[Table],
        graphs: Mapping[int, Graph],
        found: list[Diagnostic],
    ) -> None:
        self.tables, self.graphs, self.found = tables, graphs, found
        self.nodes: list[Node] = []
        self.numbers: dict[tuple[int, int], int] = {}
        self.hops: dict[int, Hop] = {}
        self.count = 0
        self.doubt = ""

    def read(self) -> Chart:
        first = 0
        for table in self.tables:
            self._place(table, first)
            first += len(table.rows)
        arrows = claimed_by_hops(tuple(self._arrows()), self.hops)
        whole = connect(tuple(turned_hops(arrows, self.hops)), self.hops)
        for hop in whole.lost:
            self._lost(hop)
        nodes = {n: k for k, n in enumerate(self._places)}
        arrows = tuple(
            replace(a, source=nodes[a.source], target=nodes[a.target])
            for a in whole.arrows
            if a.source in nodes and a.target in nodes
        )
        every = [row for table in self.tables for row in table.rows]
        rows, places = joined(every, frozenset(node.row for node in self.nodes))
        if not arrows and all(node.figure.typed for node in self.nodes):
            arrows = tuple(_chain(self.nodes))
        return Chart(
            tuple(self.tables),
            self._pelaksana(),
            rows,
            tuple(replace(node, row=places[node.row]) for node in self.nodes),
            arrows,
            self.doubt,
        )

    @property
    def _places(self) -> list[int]:
        """Return the numbers of the symbols that are nodes."""
        return [n for n in range(self.count) if n not in self.hops]

    def _place(self, table: Table, first: int) -> None:
        """Find row and column of each symbol over a table."""
        graph = self.graphs[table.board.number]
        self._framed(table, graph.frames)
        over = [(n, f) for n, f in enumerate(graph.figures) if belongs(table, f.box.cy)]
        rows, doubt = rows_of(table, [f for _, f in over if not is_hop(f)])
        self.doubt = self.doubt or doubt
        symbols = iter(rows)
        for number, figure in over:
            key = (table.board.number, number)
            if is_hop(figure):
                self.hops[self.count] = self._hop(table, figure)
                self._number(key)
                continue
            row = next(symbols)
            if number in graph.ikatan.main:
                continue
            lane, beside = _lane(table, figure)
            if lane < 0 or row < 0:
                self._outside(table.board, figure)
                continue
            self._number(key)
            who, near = _who(table, graph, number)
            why = figure.doubt or beside
            node = Node(first + row, who[0], figure, why, near, who[1:])
            self.nodes.append(node)

    def _hop(self, table: Table, figure: Figure) -> Hop:
        """Return the connector to another page that a figure is."""
        place = (self.tables.index(table), figure.box.cy)
        return Hop(self.count, figure.teks.upper(), place, figure.box.cx)

    def _number(self, key: tuple[int, int]) -> None:
        """Give a figure of a board the next number."""
        self.numbers[key] = self.count
        self.count += 1

    def _outside(self, board: Board, figure: Figure) -> None:
        said = f" `{codes.short(figure.teks)}`" if figure.teks else ""
        message = f"{figure.simbol}{said} berdiri di luar kolom pelaksana; dilewati"
        at = Point(figure.box.cx, figure.box.cy)
        self.found.append(board.finding(codes.LOOSE_SHAPE, message, at))

    def _framed(self, table: Table, frames: Sequence[Figure]) -> None:
        """Tell of boxes round symbols, each once."""
        board = table.board
        for frame in frames:
            said = f" bertulisan `{codes.short(frame.teks)}`" if frame.teks else ""
            at = board.place(Point(frame.box.x, frame.box.y))
            where = "" if board.sheet else f"{board.nama}, baris {at[0] + 1}: "
            message = where + FRAME.format(said)
            cell = board.span(*at).cell
            one = codes.noted(board.source, codes.NOT_READ, message, FRAMED, cell)
            if belongs(table, frame.box.cy) and one not in self.found:
                self.found.append(one)

    def _arrows(self) -> Iterator[Arrow]:
        """Yield all arrows, their ends numbered as the symbols are."""
        for key in dict.fromkeys(table.board.number for table in self.tables):
            for arrow in self.graphs[key].arrows:
                source = self.numbers.get((key, arrow.source))
                target = self.numbers.get((key, arrow.target))
                if source is not None and target is not None:
                    yield replace(arrow, source=source, target=target)

    def _lost(self, hop: Hop) -> None:
        table = self.tables[hop.place[0]]
        at = Point(table.across[0], hop.place[1])
        nama = (
            f"penghubung `{codes.short(hop.letter)}`"
            if hop.letter
            else "penghubung tanpa huruf"
        )
        message = f"{nama} tidak punya pasangan di halaman lain"
        self.found.append(table.board.finding(codes.CONNECTOR, message, at, DRAW))

    def _pelaksana(self) -> tuple[str, ...]:
        """Return the names of all columns, each once; unnamed and empty ones not."""
        used = {nama for node in self.nodes for nama in node.who}
        names = dict.fromkeys(
            lane_name(table, n)
            for table in self.tables
            for n, lane in enumerate(table.lanes)
            if lane.nama or lane_name(table, n) in used
        )
        return tuple(names)


def _chain(nodes: Sequence[Node]) -> Iterator[Arrow]:
    """Yield arrows from each symbol that was only typed to the next."""
    for number, (one, other) in enumerate(pairwise(nodes)):
        ends = (Point(node.figure.box.cx, node.figure.box.cy) for node in (one, other))
        yield Arrow(number, number + 1, tuple(ends), doubt=IN_ORDER)


def is_hop(figure: Figure) -> bool:
    """Return whether a symbol joins two pages: one that names a SOP leads there."""
    return figure.simbol == "penghubung" and not names_sop(figure.teks)


def belongs(table: Table, y: float) -> bool:
    """Return whether something at a height lies over a table's rows."""
    top, bottom = table.down
    if not table.board.known:
        return True
    return top - 2 <= y <= bottom + 2


def lane_name(table: Table, number: int) -> str:
    """Return the name of a pelaksana; one that is there twice is told apart."""
    lane = table.lanes[number]
    nama = lane.nama or f"Pelaksana {number + 1}"
    same = [one for one in table.lanes[:number] if one.nama == lane.nama]
    if same and lane.kelompok and all(s.kelompok != lane.kelompok for s in same):
        return f"{nama} {lane.kelompok}"
    return f"{nama} ({len(same) + 1})" if same and lane.nama else nama


def _lane(table: Table, figure: Figure) -> tuple[int, str]:
    """Return the lane of a symbol, and doubt if it only stands near it."""
    lane = table.lane_at(figure.box.cx)
    if lane >= 0 or not table.lanes:
        return lane, ""
    left, right = table.across
    if left - BESIDE <= figure.box.cx < left:
        return 0, OUTSIDE
    if right <= figure.box.cx <= right + BESIDE:
        return len(table.lanes) - 1, OUTSIDE
    return -1, ""


def _who(table: Table, graph: Graph, number: int) -> tuple[tuple[str, ...], str]:
    """Return the names over the boxes of a kegiatan, and why it may be another's.

    ``number`` is that of the box that its arrows meet.
    """
    lanes: set[int] = set()
    doubts: list[str] = []
    for figure in (graph.figures[n] for n in graph.ikatan.boxes(number)):
        under, sure = lanes_under(table, figure)
        lanes.update(under or (_lane(table, figure)[0],))
        if not sure:
            covered = ", ".join(lane_name(table, lane) for lane in under)
            doubts.append(COVERING.format(covered))
    doubts += [graph.ikatan.doubt(number), row_doubt(table, graph.figures[number])]
    names = tuple(lane_name(table, lane) for lane in sorted(lanes) if lane >= 0)
    return names, "; ".join(filter(None, doubts))
