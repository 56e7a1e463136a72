"""The structure of a PDF file: its elements in reading order, for who hears it read.

Pages are drawn once for all files; the elements are made anew in each, out of what was
told while its pages were drawn.  Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    LinkAnnotation,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
)
from reportlab.pdfgen.canvas import Canvas

from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.page import Link
from sopgen.model.struktur import HEADINGS, Element, End, Role
from sopgen.render.pdf_archive import allow
from sopgen.render.pdf_letters import ESCAPED
from sopgen.render.pdf_number import numbers
from sopgen.render.pdf_pen import Content, Told

Area = tuple[float, float, float, float]
#: What stands in a table even where it is empty, so that columns stay columns.
SHOWN = frozenset({Role.ROW, Role.HEAD, Role.CELL})
CELLS = frozenset({Role.HEAD, Role.CELL})
DOCUMENT, REFERENCE = "Document", "Reference"
#: An annotation that is printed.
PRINTED = 4


class Piece(NamedTuple):
    """What an element has on a page: content by its number there, or a link."""

    page: int
    number: int
    link: str = ""


class Node:
    """An element of a file, with what it holds."""

    __slots__ = (
        "alt", "box", "element", "keyed", "kids", "last", "number", "parent", "role",
        "shown",
    )  # fmt: skip

    def __init__(self, parent: Node | None, element: Element, role: str) -> None:
        self.parent, self.element, self.role = parent, element, role
        self.kids: list[Node | Piece] = []
        self.keyed: dict[int, Node] | None = None
        self.last: Node | None = None
        self.shown = parent is None or element.role is Role.ARTIFACT
        self.alt, self.number = "", 0
        self.box: Box | None = None

    def show(self) -> None:
        """Put it into what it stands in, if it is not there."""
        if not self.shown and self.parent is not None:
            self.shown = True
            self.parent.show()
            self.parent.kids.append(self)

    def known(self, element: Element) -> Node | None:
        """Return what of it goes on, None where something new begins."""
        if element.key:
            return self.keyed.get(element.key) if self.keyed else None
        last = self.last
        if element.goes_on and last and last.element.role is element.role:
            return last
        return None

    def gather(self, into: list[Node]) -> None:
        """Add it and all that it holds to a list, in reading order."""
        into.append(self)
        for number, kid in enumerate(self.kids):
            if isinstance(kid, Node):
                self.kids[number] = only = kid.only()
                only.parent = self
                only.gather(into)

    def only(self) -> Node:
        """Return it, or the one element that it groups with no other."""
        if self.element.role is Role.DIVISION and len(self.kids) == 1:
            (kid,) = self.kids
            return kid.only() if isinstance(kid, Node) else self
        return self


class Written(PDFObject):  # type: ignore[misc]
    """An object that is written already."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: PDFDocument) -> bytes:
        """Return how it stands in a file."""
        return self.text.encode("ascii")


class TaggedLink(LinkAnnotation):  # type: ignore[misc]
    """A link that says where it stands in the structure."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class Structure:
    """The elements of a file, while its pages are put there."""

    def __init__(self, canvas: Canvas, pages: int) -> None:
        self.canvas, self.count = canvas, pages
        self.root = Node(None, Element(Role.DIVISION), DOCUMENT)
        self.pages: list[list[Node]] = []
        self.heights: list[float] = []
        self.links: list[Node] = []
        self.levels: list[Role] = []
        self.linked = 0

    def link(self, anchor: str, words: str, area: Area) -> str:
        """Put a link on the page, and return its name; ``words`` say where it leads."""
        canvas = self.canvas
        number = self.count + self.linked
        self.linked += 1
        destination = canvas._bookmarkReference(anchor)
        where = canvas._absRect(area, relative=1)
        more = {"F": PRINTED, "StructParent": number}
        made = TaggedLink(where, words, destination, "[0 0 0]", **more)
        canvas._addAnnotation(made)
        return str(canvas._annotationrefs[-1].name)

    def page(self, told: Iterable[Told], linked: Sequence[str], height: float) -> None:
        """Read what was told of the next page, which is so many mm high.

        ``linked`` are the names of the links on it, empty where this file has not what
        one leads to.
        """
        page, own, names = len(self.pages), list[Node](), iter(linked)
        self.pages.append(own)
        self.heights.append(height)
        node = self.root
        for one in told:
            match one:
                case Element():
                    node = self._entered(node, one)
                case End():
                    assert node.parent is not None
                    node = node.parent
                case Content():
                    node.show()
                    node.kids.append(Piece(page, one.number))
                    node.alt, node.box = one.alt, one.box
                    own.append(node)
                case Link():
                    self._linked(node, page, next(names))

    def _entered(self, node: Node, element: Element) -> Node:
        """Return the element that begins in another, or that goes on there."""
        known = node.known(element)
        if known is not None:
            return known
        role = self._heading(element.role) if element.role in HEADINGS else element.role
        made = Node(node, element, role)
        if role is not Role.ARTIFACT:  # what goes on behind it was there before
            node.last = made
        if element.key:
            node.keyed = node.keyed or {}
            node.keyed[element.key] = made
        if element.role in SHOWN:
            made.show()
        return made

    def _heading(self, role: Role) -> Role:
        """Return what a heading is in this file, which leaves no level out."""
        while self.levels and self.levels[-1] >= role:
            self.levels.pop()
        self.levels.append(role)
        return HEADINGS[len(self.levels) - 1]

    def _linked(self, node: Node, page: int, name: str) -> None:
        """Put a link into the element that it is, or into one of its own."""
        if not name:
            return
        if node.element.role is not Role.LINK:
            node = Node(node, Element(Role.LINK), Role.LINK)
        node.show()
        number = self._number(name)
        node.kids.append(Piece(page, number, name))
        self.links.append(node)

    def _number(self, name: str) -> int:
        return int(self.canvas._doc.idToObjectNumberAndVersion[name][0])

    def write(self) -> None:
        """Put the elements into the file, behind its pages."""
        document = self.canvas._doc
        numbered = [self._number(f"Page{n}") for n in range(1, len(self.pages) + 1)]
        nodes: list[Node] = []
        self.root.gather(nodes)
        first = document.objectcounter + 1
        for number, node in enumerate(nodes, first):
            node.number = number
        above = first + len(nodes)
        for node in nodes:
            text = self._element(node, above, numbered)
            document.Reference(Written(text), f"Element{node.number}")
        tree = f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {above + 1} 0 R"
        tree = f"{tree}/ParentTreeNextKey {self.count + len(self.links)}>>"
        catalog = document.Catalog
        catalog.StructTreeRoot = document.Reference(Written(tree), "Structure")
        document.Reference(Written(self._parents()), "StructureParents")
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number in range(len(self.pages)):
            _tag(document.idToObject[f"Page{number + 1}"], number)

    def _parents(self) -> str:
        """Return which elements the content of each page is of, and each link."""
        pages = (
            f"{n}[{' '.join(f'{node.number} 0 R' for node in own)}]"
            for n, own in enumerate(self.pages)
        )
        links = (f"{self.count + n} {k.number} 0 R" for n, k in enumerate(self.links))
        return f"<</Nums[{' '.join((*pages, *links))}]>>"

    def _element(self, node: Node, above: int, pages: Sequence[int]) -> str:
        """Return how an element stands in the file, whose root is object ``above``."""
        page, kids = -1, []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(f"{kid.number} 0 R")
                continue
            page = kid.page if page < 0 else page
            kids.append(_piece(kid, page, pages))
        role, parent = node.role, node.parent.number if node.parent else above
        if node.element.role is Role.LINK and not _has_link(node):
            role = REFERENCE
        where = "" if page < 0 else f"/Pg {pages[page]} 0 R"
        more = f"{_looks(node, self.heights)}{_alt(node)}"
        return f"<</S/{role}/P {parent} 0 R{where}/K[{' '.join(kids)}]{more}>>"


def _has_link(node: Node) -> bool:
    return any(isinstance(kid, Piece) and kid.link for kid in node.kids)


def _piece(piece: Piece, page: int, pages: Sequence[int]) -> str:
    """Return how a piece is said; content of the page of its element by number."""
    if piece.link:
        return f"<</Type/OBJR/Pg {pages[piece.page]} 0 R/Obj {piece.number} 0 R>>"
    if piece.page == page:
        return str(piece.number)
    return f"<</Type/MCR/Pg {pages[piece.page]} 0 R/MCID {piece.number}>>"


def _looks(node: Node, heights: Sequence[float]) -> str:
    """Return how a cell stands in its table, or where a figure stands on its page."""
    element = node.element
    if element.role is Role.FIGURE and node.box:
        (page,) = {kid.page for kid in node.kids if isinstance(kid, Piece)}
        corners = _corners(node.box, heights[page])
        return f"/A<</O/Layout/Placement/Block/BBox[{corners}]>>"
    if element.role not in CELLS:
        return ""
    more = "/Scope/Column" if element.role is Role.HEAD else ""
    if element.span > 1:
        more = f"{more}/ColSpan {element.span}"
    if element.down > 1:
        more = f"{more}/RowSpan {element.down}"
    return f"/A<</O/Table{more}>>" if more else ""


def _corners(box: Box, height: float) -> str:
    corners = box.x, height - box.y1, box.x1, height - box.y
    return numbers(v / MM_PER_PT for v in corners)


def _alt(node: Node) -> str:
    return f"/Alt{text_string(node.alt)}" if node.alt else ""


def text_string(text: str) -> str:
    """Return a text as a PDF writes it outside of pages."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _tag(page: PDFObject, number: int) -> None:
    """Say on a page where its content stands in the structure."""
    page.StructParents, page.Tabs = number, PDFName("S")
    allow(page, "StructParents", "Tabs")
