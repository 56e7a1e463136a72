"""The structure of a PDF file: its elements in reading order, for who hears it read.

Pages are drawn once for all files; the elements are made anew in each, out of what was
told while its pages were drawn.  Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from sopgen.render.pdf_letters import ESCAPED
from sopgen.render.pdf_number import numbers
from sopgen.render.pdf_pen import Content, Told

Area = tuple[float, float, float, float]
#: What stands in a table even where it is empty, so that columns stay columns.
SHOWN = frozenset({Role.ROW, Role.HEAD, Role.CELL})
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
        self.keyed: dict[int, Node] = {}
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

    def every(self) -> Iterator[Node]:
        """Yield it and all that it holds, in reading order."""
        yield self
        for number, kid in enumerate(self.kids):
            if isinstance(kid, Node):
                self.kids[number] = only = kid.only()
                only.parent = self
                yield from only.every()

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
        known = node.keyed.get(element.key) if element.key else None
        last = node.last
        if element.goes_on and last and last.element.role is element.role:
            known = last
        if known is not None:
            return known
        role = self._heading(element.role) if element.role in HEADINGS else element.role
        made = Node(node, element, role.value)
        if role is not Role.ARTIFACT:  # what goes on behind it was there before
            node.last = made
        if element.key:
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
            node = Node(node, Element(Role.LINK), Role.LINK.value)
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
        nodes = list(self.root.every())
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
        page = next((k.page for k in node.kids if isinstance(k, Piece)), None)
        kids = " ".join(_kid(kid, page, pages) for kid in node.kids)
        role, parent = node.role, node.parent.number if node.parent else above
        if node.element.role is Role.LINK and not _has_link(node):
            role = REFERENCE
        where = "" if page is None else f"/Pg {pages[page]} 0 R"
        more = f"{_looks(node, self.heights[page or 0])}{_alt(node)}"
        return f"<</S/{role}/P {parent} 0 R{where}/K[{kids}]{more}>>"


def _has_link(node: Node) -> bool:
    return any(isinstance(kid, Piece) and kid.link for kid in node.kids)


def _kid(kid: Node | Piece, page: int | None, pages: Sequence[int]) -> str:
    """Return how what an element holds is said; content of its own page by number."""
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    if kid.link:
        return f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.number}>>"


def _looks(node: Node, height: float) -> str:
    """Return how a cell stands in its table, or where a figure stands on its page."""
    element, more = node.element, ""
    if element.role is Role.FIGURE and node.box:
        return f"/A<</O/Layout/Placement/Block/BBox[{_corners(node.box, height)}]>>"
    if element.role is Role.HEAD:
        more = "/Scope/Column"
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
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
