"""Read the structure of a PDF, and what its pages mark, with pikepdf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf

from sopgen.model.nilai import dataclass

#: Operators that show text, and those that leave other ink.
SHOWS = {"Tj", "TJ", "'", '"'}
PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}
BEGINS, TEXT = {"BDC", "BMC"}, {"BT", "ET"}
BFCHAR = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")


class Mark(NamedTuple):
    """A piece that a page marks: its tag, its number (-1 of an artifact), its text."""

    tag: str
    number: int
    text: str
    inked: bool


class _State:
    """What is open while the operators of a page are read."""

    def __init__(self) -> None:
        self.tag, self.font, self.number = "", "", -1
        self.inside = self.inked = False
        self.words: list[str] = []

    def begin(self, tag: Any, facts: Any = None) -> None:
        """Begin a mark: not in another, and not in a text."""
        assert not self.tag
        assert not self.inside
        self.tag, self.number = str(tag), -1 if facts is None else int(facts.MCID)
        self.words, self.inked = [], False

    def ink(self, words: str) -> None:
        """Leave ink, which is marked."""
        assert self.tag, words
        self.words.append(words)
        self.inked = True

    def end(self) -> Mark:
        """End a mark."""
        assert self.tag
        assert not self.inside
        tag, self.tag = self.tag, ""
        return Mark(tag, self.number, "".join(self.words), self.inked)


@dataclass(frozen=True)
class Unsur:
    """An element: its role, its parent's object, its pieces (page, number), its links.

    ``kids`` are elements and pieces in order.
    """

    role: str
    node: Any
    kids: tuple[Any, ...]

    @property
    def unsur(self) -> tuple[Unsur, ...]:
        """Return the elements in it."""
        return tuple(kid for kid in self.kids if isinstance(kid, Unsur))

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Return the pieces of content that are its own."""
        return tuple(kid for kid in self.kids if isinstance(kid, tuple))

    @property
    def alt(self) -> str:
        """Return what it shows."""
        return str(self.node.get("/Alt", ""))

    def every(self) -> Iterator[Unsur]:
        """Yield it and all in it, in reading order."""
        yield self
        for kid in self.unsur:
            yield from kid.every()

    def all_pieces(self) -> Iterator[tuple[int, int]]:
        """Yield the pieces of content in it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Unsur):
                yield from kid.all_pieces()
            elif isinstance(kid, tuple):
                yield kid


class Tagged:
    """A PDF with its structure."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.numbers = {
            page.obj.objgen: number for number, page in enumerate(self.pdf.pages)
        }

    @property
    def root(self) -> Any:
        """Return the root of the structure."""
        return self.pdf.Root.StructTreeRoot

    @cached_property
    def document(self) -> Unsur:
        """Return the element that holds all others."""
        return self._unsur(self.root.K)

    def _unsur(self, node: Any) -> Unsur:
        kids = list[Any]()
        for kid in node.K:
            if isinstance(kid, int):
                kids.append((self.numbers[node.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                kids.append((self.numbers[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                kids.append(kid.Obj)
            else:
                assert kid.P.objgen == node.objgen
                kids.append(self._unsur(kid))
        return Unsur(str(node.S)[1:], node, tuple(kids))

    @cached_property
    def marks(self) -> tuple[tuple[Mark, ...], ...]:
        """Return what each page marks, in the order of drawing.

        Raises AssertionError where ink is not marked, or a mark stands in another or
        within a text.
        """
        return tuple(tuple(self._marked(page)) for page in self.pdf.pages)

    def _marked(self, page: pikepdf.Page) -> Iterator[Mark]:
        letters = {str(name): _letters(font) for name, font in _fonts(page)}
        state = _State()
        for one in pikepdf.parse_content_stream(page):
            sign, operands = str(one.operator), one.operands
            if sign == "Tf":
                state.font = str(operands[0])
            elif sign in SHOWS:
                known = letters[state.font]
                state.ink("".join(known[code] for code in bytes(operands[0])))
            elif sign in PAINTS:
                state.ink("")
            elif sign == "EMC":
                yield state.end()
            elif sign in BEGINS:
                state.begin(*operands)
            elif sign in TEXT:
                assert state.inside != (sign == "BT")
                state.inside = sign == "BT"
        assert not state.tag

    def text(self, unsur: Unsur) -> str:
        """Return what an element says, and all in it."""
        texts = {
            (page, mark.number): mark.text
            for page, marks in enumerate(self.marks)
            for mark in marks
            if mark.number >= 0
        }
        return "".join(texts[piece] for piece in unsur.all_pieces()).strip()

    def parents(self) -> Mapping[int, Any]:
        """Return the tree that leads from pages and links to their elements."""
        nums = list(self.root.ParentTree.Nums)
        return dict(zip(map(int, nums[::2]), nums[1::2], strict=True))

    def of(self, *roles: str) -> list[Unsur]:
        """Return the elements of some roles."""
        return [one for one in self.document.every() if one.role in roles]


def _fonts(page: pikepdf.Page) -> Iterator[tuple[str, Any]]:
    yield from page.Resources.get("/Font", pikepdf.Dictionary()).items()


def _letters(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    pairs = BFCHAR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}


def sound(tagged: Tagged) -> None:
    """Check that content and elements belong together, and each says where it is."""
    assert tagged.pdf.Root.MarkInfo.Marked
    assert str(tagged.pdf.Root.Lang) == "id-ID"
    assert tagged.pdf.Root.ViewerPreferences.DisplayDocTitle
    parents, own = tagged.parents(), dict[tuple[int, int], Unsur]()
    for one in tagged.document.every():
        for piece in one.pieces:
            assert piece not in own
            own[piece] = one
    for number, (page, marks) in enumerate(
        zip(tagged.pdf.pages, tagged.marks, strict=True)
    ):
        told = [mark.number for mark in marks if mark.number >= 0]
        assert told == list(range(len(told)))
        assert all(mark.inked for mark in marks)
        assert page.Tabs == "/S"
        elements = parents[int(page.StructParents)]
        assert len(elements) == len(told)
        for mcid, element in enumerate(elements):
            assert own.pop((number, mcid)).node.objgen == element.objgen
        for link in page.get("/Annots", ()):
            element = parents[int(link.StructParent)]
            assert element.S == "/Link"
            assert str(link.Contents)
            assert any(
                not isinstance(k, int) and k.get("/Obj", k).objgen == link.objgen
                for k in element.K
            )
    assert own == {}
    assert int(tagged.root.ParentTreeNextKey) == len(parents)
