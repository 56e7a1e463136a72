"""Read the tables of a Word file and what is drawn over them, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import TypeAlias

from lxml import etree

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.ooxml import Package
from sopgen.takeover import findings as codes
from sopgen.takeover.anchors import TOO_MANY
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.headings import find_headings
from sopgen.takeover.sketch import MOST_SHAPES, Sketch
from sopgen.takeover.worddrawing import Pinned, draw, drawings
from sopgen.takeover.wordplace import Paper, Site, page_starts, paper_of
from sopgen.takeover.wordtable import Grid, read_grid
from sopgen.takeover.wordtext import (
    TWIP,
    Usual,
    height_of,
    paragraphs,
    text_of,
    usual_of,
)
from sopgen.takeover.xmlread import Element, attr, child, children, name, number

#: Paragraphs before a table that a drawing over it may be anchored to.
BEFORE = 12
MAIN = "word/document.xml"


#: The drawings of a paragraph, by its number, that lie above it or do not.
_Drawn: TypeAlias = tuple[int, bool]


@dataclass(slots=True)
class _Block:
    """A paragraph or table of the body, where it begins on its page, and its page."""

    node: Element
    top: float = 0.0
    height: float = 0.0
    page: int = 0
    paper: Paper = field(default_factory=Paper)
    grid: Grid | None = None


def read_document(package: Package, found: list[Diagnostic]) -> Iterator[Board]:
    """Yield every table, and the text between two tables, in order."""
    body = child(package.xml(MAIN), "body")
    usual = usual_of(_styles(package))
    blocks = _laid(list(_blocks(body)), usual)
    taken: set[_Drawn] = set()
    texts: list[_Block] = []
    nth = 0
    for at, block in enumerate(blocks):
        if block.grid is None:
            texts.append(block)
            continue
        if texts:
            yield _text_board(package, texts, nth)
        texts, nth = [], nth + 1
        yield _table_board(package, _Laid(blocks, at, nth, usual, taken), found)
    if texts:
        yield _text_board(package, texts, nth)
    found += _nowhere(package, blocks, taken)


def page_heads(package: Package) -> Iterator[str]:
    """Yield the lines in the heads of a document's pages."""
    for part in sorted(package.parts):
        if part.startswith("word/header"):
            try:
                root = package.xml(part)
            except etree.XMLSyntaxError:
                continue
            yield from (text_of(node) for node in paragraphs(root))


def _nowhere(
    package: Package, blocks: list[_Block], taken: set[_Drawn]
) -> Iterator[Diagnostic]:
    """Yield how many drawings lie over no chart's table."""
    lost = sum(
        (at, _above(node)) not in taken
        for at, block in enumerate(blocks)
        if block.grid is None
        for node in drawings(block.node)
    )
    if lost:
        message = f"{lost} gambar atau bentuk di luar tabel bagan tidak dibaca"
        yield codes.noted(package.source, codes.NOT_READ, message)


def _styles(package: Package) -> Element | None:
    try:
        return package.xml("word/styles.xml")
    except (KeyError, etree.XMLSyntaxError):
        return None


def _blocks(node: Element | None) -> Iterator[Element]:
    for part in children(node):
        if name(part) in ("p", "tbl", "sectPr"):
            yield part
        elif name(part) in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            yield from _blocks(part)


def _laid(nodes: list[Element], usual: Usual) -> list[_Block]:
    """Return the blocks with an estimate of where each begins on its page."""
    papers = _papers(nodes)
    made: list[_Block] = []
    page, y = 0, papers[0].top if papers else 0.0
    for node, paper in zip(nodes, papers, strict=True):
        if name(node) == "sectPr":
            continue
        if made and (_begins_page(node) or made[-1].paper is not paper):
            page, y = page + 1, paper.top
        block = _Block(node, y, page=page, paper=paper)
        if name(node) == "tbl":
            block.grid = read_grid(node, usual)
            block.height = block.grid.ys[-1]
        else:
            block.height = height_of(node, paper.column, usual)
        y += block.height
        if y > paper.h - paper.bottom and block.grid is None:
            page, y = page + 1, paper.top + block.height
            block.page, block.top = page, paper.top
        elif y > paper.h - paper.bottom:
            page += int(y / max(paper.h - paper.bottom - paper.top, 1))
            y = paper.top
        made.append(block)
        if _ends_page(node):
            page, y = page + 1, paper.top
    return made


def _papers(nodes: list[Element]) -> list[Paper]:
    """Return the page of each block: that of the section which ends behind it."""
    made: list[Paper] = []
    paper = Paper()
    for node in reversed(nodes):
        own = node if name(node) == "sectPr" else child(node, "pPr", "sectPr")
        if own is not None:
            paper = paper_of(own)
        made.append(paper)
    made.reverse()
    return made


def _begins_page(node: Element) -> bool:
    before = child(node, "pPr", "pageBreakBefore")
    return before is not None and attr(before, "val") not in ("0", "false")


def _ends_page(node: Element) -> bool:
    """Return whether a paragraph holds a page break."""
    runs = children(node, "r")
    return any(attr(br, "type") == "page" for r in runs for br in children(r, "br"))


def _text_board(package: Package, texts: list[_Block], number: int) -> Board:
    """Return paragraphs as a board of one column."""
    cells = {}
    for row, block in enumerate(texts):
        text = text_of(block.node)
        if text:
            cells[row, 0] = Cell(row, 0, text)
    ys = tuple(float(n) * 5 for n in range(len(texts) + 1))
    nama = f"teks sesudah tabel {number}" if number else "teks di awal"
    return Board(package.source, nama, (0.0, 100.0), ys, cells)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A table among the blocks of a document; ``number`` counts tables from 1.

    ``taken`` are the drawings that lie over the chart's table before this one.
    """

    blocks: list[_Block]
    at: int
    number: int
    usual: Usual
    taken: set[_Drawn]

    @property
    def block(self) -> _Block:
        """Return the table."""
        return self.blocks[self.at]

    @property
    def grid(self) -> Grid:
        """Return its grid."""
        return self.block.grid or Grid()

    @property
    def left(self) -> float:
        """Return how far right of the margin the table begins, mm."""
        pr = child(self.block.node, "tblPr")
        if attr(child(pr, "jc"), "val") == "center":
            return (self.block.paper.column - self.grid.xs[-1]) / 2
        return number(attr(child(pr, "tblInd"), "w")) * TWIP


def _table_board(package: Package, laid: _Laid, found: list[Diagnostic]) -> Board:
    grid = laid.grid
    paper = laid.block.paper
    board = Board(
        package.source,
        f"tabel {laid.number}",
        grid.xs,
        grid.ys,
        grid.cells,
        sides=(paper.w, paper.h),
    )
    if grid.cut:
        message = f"lebih dari {grid.cut}; sisanya tidak dibaca"
        found.append(board.finding(codes.TOO_MUCH, message, board.cell(0, 0)))
    sketch = Sketch()
    sure = grid.exact
    chart = next(find_headings(board), None) is not None
    pinned = [*_around(laid, chart=chart), *_inside(laid)]
    for nth, one in enumerate(pinned):
        sketch.prefix = f"{nth}:" if one.apart else ""
        sure = draw(sketch, one) and sure
    if sketch.count > MOST_SHAPES:
        found.append(board.finding(codes.TOO_MUCH, TOO_MANY, board.cell(0, 0)))
    return replace(board, drawing=sketch.drawing, known=sure)


def _site(laid: _Laid, x: float, y: float, base: tuple[float, float]) -> Site:
    """Return a place to anchor to; base is a page's top in the table and on paper."""
    paper, left = laid.block.paper, laid.left
    begun, top = base
    return Site(
        x,
        y,
        margin=(-left, begun - top + paper.top),
        page=(-left - paper.left, begun - top),
        width=paper.column,
    )


def _around(laid: _Laid, *, chart: bool) -> Iterator[Pinned]:
    """Yield the drawings that are anchored outside the table but lie over it."""
    table = laid.block
    for at in range(max(laid.at - BEFORE, 0), laid.at):
        block = laid.blocks[at]
        if block.grid is None and block.page == table.page:
            away = block.top - table.top
            yield from _over(laid, at, away, _Kind(chart, above=False))
    for at in range(laid.at + 1, min(laid.at + 3, len(laid.blocks))):
        if laid.blocks[at].grid is not None:
            return
        yield from _over(laid, at, table.height, _Kind(chart, above=True))


@dataclass(frozen=True, slots=True)
class _Kind:
    """Which drawings of a paragraph are meant, and whether a chart takes them."""

    chart: bool
    above: bool


def _over(laid: _Laid, at: int, away: float, kind: _Kind) -> Iterator[Pinned]:
    """Yield the drawings of a paragraph, unless another chart has them."""
    if (at, kind.above) in laid.taken:
        return
    site = _site(laid, -laid.left, away, (0.0, laid.block.top))
    for node in drawings(laid.blocks[at].node):
        if _above(node) == kind.above:
            yield Pinned(node, site)
    if kind.chart:
        laid.taken.add((at, kind.above))


def _above(node: Element) -> bool:
    """Return whether a drawing lies above the paragraph that it is anchored to."""
    anchor = node if name(node) == "anchor" else child(node, "anchor")
    offset = child(anchor, "positionV", "posOffset")
    return offset is not None and number(offset.text) < -360000


def _inside(laid: _Laid) -> Iterator[Pinned]:
    """Yield the drawings that are anchored in cells of the table."""
    grid, paper = laid.grid, laid.block.paper
    head = sum(
        grid.ys[n + 1] - grid.ys[n]
        for n, row in enumerate(children(laid.block.node, "tr"))
        if child(row, "trPr", "tblHeader") is not None and n + 1 < len(grid.ys)
    )
    starts = page_starts(grid.ys, laid.block.top, paper, head)
    for spot in grid.spots:
        x, y = grid.xs[spot.column], grid.ys[spot.row]
        base = [s for s in starts if s[0] <= y][-1]
        width = grid.xs[spot.column + spot.columns] - x
        for part in children(spot.node, "p"):
            site = replace(_site(laid, x, y, base), in_cell=True)
            for node in drawings(part):
                yield Pinned(node, site, width)
            y += height_of(part, width, laid.usual)
