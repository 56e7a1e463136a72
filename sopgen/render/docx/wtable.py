"""Write tables and page setups as WordprocessingML; this module knows no SOP."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.render.docx.wml import Line, add, lines, twips
from sopgen.render.markup import Node


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of fixed layout: its column edges and left edge in mm, its padding.

    ``padding`` is horizontal and vertical room in mm; without any the cells' own
    paragraphs must be indented.  ``rule_pt`` is the width of lines round all cells,
    ``ink`` their colour (RRGGBB).
    """

    edges: tuple[float, ...]
    indent: float = 0
    padding: tuple[float, float] = (0, 0)
    rule_pt: float = 0
    ink: str = "000000"

    @property
    def widths(self) -> list[int]:
        """Return the columns' widths in twips; rounding never adds up."""
        return [b - a for a, b in pairwise(twips(x) for x in self.edges)]


def edges_of(columns: Iterable[float]) -> tuple[float, ...]:
    """Return the edges of columns of such widths in mm."""
    return tuple(accumulate(columns, initial=0.0))


def table(parent: Node, grid: Grid) -> Node:
    """Add a table without rows."""
    node = add(parent, "tbl")
    pr = add(node, "tblPr")
    widths = grid.widths
    across, down = (twips(v) for v in grid.padding)
    add(pr, "tblW", w=sum(widths), type="dxa")
    add(pr, "tblInd", w=twips(grid.indent), type="dxa")
    if grid.rule_pt:
        rules = add(pr, "tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            add(
                rules, side, "single", sz=round(grid.rule_pt * 8), space=0,
                color=grid.ink,
            )  # fmt: skip
    add(pr, "tblLayout", type="fixed")
    margins = add(pr, "tblCellMar")
    for name, room in (
        ("top", down),
        ("left", across),
        ("bottom", down),
        ("right", across),
    ):
        add(margins, name, w=room, type="dxa")
    columns = add(node, "tblGrid")
    for width in widths:
        add(columns, "gridCol", w=width)
    return node


def row(
    parent: Node,
    height: int,
    *,
    exact: bool = False,
    header: bool = False,
    whole: bool = True,
) -> Node:
    """Add a row without cells, height twips high or at least so high.

    No page break divides it if it is to stay whole.
    """
    node = add(parent, "tr")
    pr = add(node, "trPr")
    if whole:
        add(pr, "cantSplit")
    if height:
        add(pr, "trHeight", height, hRule="exact" if exact else "atLeast")
    if header:
        add(pr, "tblHeader")
    return node


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell looks like; ``down`` begins or goes on with a cell over rows."""

    span: int = 1
    down: str = ""
    borders: tuple[Line, ...] = ()
    fill: str = ""
    middle: bool = False
    bottom: bool = False
    turned: bool = False


def cell(parent: Node, width: int, look: Look) -> Node:
    """Add a cell without paragraphs, width twips wide."""
    node = add(parent, "tc")
    node.inside.append(_properties(width, look))
    return node


def filled(width: int, look: Look, paragraphs: str) -> str:
    """Return a cell as XML, with paragraphs that are."""
    return f"<w:tc>{_properties(width, look)}{paragraphs}</w:tc>"


@remembered(1024)
def _properties(width: int, look: Look) -> str:
    """Return a cell's properties as XML: most are those of many."""
    pr = Node("w:tcPr")
    add(pr, "tcW", w=width, type="dxa")
    if look.span > 1:
        add(pr, "gridSpan", look.span)
    if look.down:
        add(pr, "vMerge", look.down)
    if look.borders:
        lines(add(pr, "tcBorders"), look.borders)
    if look.fill:
        add(pr, "shd", "clear", color="auto", fill=look.fill)
    if look.turned:
        add(pr, "textDirection", "btLr")
    if look.middle:
        add(pr, "vAlign", "center")
    elif look.bottom:
        add(pr, "vAlign", "bottom")
    return pr.written()


class Reference(NamedTuple):
    """A header or footer that a page setup refers to: its tag, type, relation."""

    tag: str
    kind: str
    rid: str


@dataclass(frozen=True, slots=True)
class Setup:
    """A page setup in mm: size as turned, margins top, right, bottom, left.

    ``number`` is the format of page numbers, ``start`` the one to begin with, if any;
    ``parts`` are the headers and footers; ``gutter`` is between columns; ``begins`` is
    Word's name of the page that the first of these pages is.
    """

    size: tuple[float, float]
    margins: tuple[float, float, float, float]
    head: float
    foot: float
    borders: tuple[Line, ...] = ()
    number: str = "decimal"
    start: int | None = None
    parts: Sequence[Reference] = ()
    title_page: bool = False
    columns: int = 1
    gutter: float = 0
    begins: str = "nextPage"


def section(parent: Node, setup: Setup) -> Node:
    """Add the setup of the pages that end here."""
    node = add(parent, "sectPr")
    for tag, kind, rid in setup.parts:
        reference = add(node, tag)
        reference.set("w:type", kind)
        reference.set("r:id", rid)
    add(node, "type", setup.begins)
    w, h = (twips(v) for v in setup.size)
    add(node, "pgSz", w=w, h=h, orient="landscape" if w > h else None)
    top, right, bottom, left = (twips(v) for v in setup.margins)
    add(
        node, "pgMar", top=top, right=right, bottom=bottom, left=left,
        header=twips(setup.head), footer=twips(setup.foot), gutter=0,
    )  # fmt: skip
    if setup.borders:
        lines(add(node, "pgBorders", offsetFrom="text"), setup.borders)
    add(node, "pgNumType", fmt=setup.number, start=setup.start)
    if setup.columns > 1:
        add(node, "cols", num=setup.columns, space=twips(setup.gutter))
    if setup.title_page:
        add(node, "titlePg")
    return node
