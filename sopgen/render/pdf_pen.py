"""A pen that draws what a PDF page says: millimetres from the top-left corner, y down.

It writes operators of a page's stream and knows no file: what it drew can stand in any.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.nilai import dataclass
from sopgen.model.page import Anchor, Link, Picture, TagText, TextPiece
from sopgen.model.shape import LineStyle, PathStep
from sopgen.model.struktur import Element, End
from sopgen.render.ink import BLACK
from sopgen.render.pdf_letters import ASCII, written
from sopgen.render.pdf_number import number, numbers
from sopgen.typeface import read_face

XY = tuple[float, float]
VERBS = {"move": "m", "line": "l", "curve": "c"}
#: What is no mere ink: a file has to know of it.
Noted = Anchor | Link | Picture


class Content(NamedTuple):
    """A piece of content by its number on the page; of a figure what it is, and where.

    The box is in mm.
    """

    number: int
    alt: str = ""
    box: Box | None = None


#: What a page tells of its structure.
Told = Element | End | Content | Link


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is on a page: runs of operators, and between them what a file must know.

    It begins and ends with the ink of a new page.  ``letters`` are the letters of each
    face that is used but those of ASCII, ``told`` is which elements the content is of.
    """

    parts: tuple[str | Noted, ...]
    letters: dict[str, frozenset[str]]
    told: tuple[Told, ...] = ()


class Ink(NamedTuple):
    """The operators that say how lines and areas are drawn: those of a new page."""

    width: str = "1 w"
    dashes: str = "[] 0 d"
    stroke: str = "0 G"
    fill: str = "0 g"


NEW = Ink()


def heading(a: XY, b: XY) -> XY:
    """Return the unit vector from a to b."""
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


class Pen:
    """Draw on a page that is height mm tall."""

    def __init__(self, height: float) -> None:
        self.height = height
        self._parts: list[str | Noted] = []
        self._code: list[str] = []
        self._letters: dict[str, set[str]] = {}
        self._told: list[Told] = []
        self._contents = 0
        self._ink = NEW
        self._stroke, self._fill = NEW.stroke, NEW.fill

    def drawn(self) -> Drawn:
        """Return what was drawn."""
        self._choose(*NEW)
        self._end_run()
        letters = {face: frozenset(used) for face, used in self._letters.items()}
        return Drawn(tuple(self._parts), letters, tuple(self._told))

    def note(self, noted: Noted) -> None:
        """Put down what a file has to know of."""
        self._end_run()
        self._parts.append(noted)
        if isinstance(noted, Link):
            self._told.append(noted)

    def tell(self, told: Element | End) -> None:
        """Put down that an element begins or ends."""
        self._told.append(told)

    def begin(self, role: str, alt: str = "", box: Box | None = None) -> None:
        """Mark what follows as content of the element that was told last."""
        self._told.append(Content(self._contents, alt, box))
        self._code.append(f"/{role} <</MCID {self._contents}>> BDC")
        self._contents += 1

    def begin_artifact(self) -> None:
        """Mark what follows as no content."""
        self._code.append("/Artifact BMC")

    def end(self) -> None:
        """End what was marked."""
        self._code.append("EMC")

    def _end_run(self) -> None:
        if self._code:
            self._parts.append("\n".join(self._code))
            self._code = []

    def _choose(self, width: str, dashes: str, stroke: str, fill: str) -> None:
        """Say how to draw, by an operator for each thing that is not so yet."""
        chosen = Ink(width, dashes, stroke, fill)
        if chosen != self._ink:
            pairs = zip(chosen, self._ink, strict=True)
            self._code += [new for new, old in pairs if new != old]
            self._ink = chosen

    def _line(self, width: float, dashes: Sequence[float]) -> None:
        """Choose how lines are drawn, width and dashes in mm."""
        lengths = numbers(d / MM_PER_PT for d in dashes)
        wide = f"{number(width / MM_PER_PT)} w"
        self._choose(wide, f"[{lengths}] 0 d", self._stroke, self._ink.fill)

    def _area(self, fill: str) -> None:
        """Choose how areas are filled."""
        self._choose(*self._ink[:3], fill)

    def at(self, x: float, y: float) -> XY:
        """Return a place in points from the bottom-left corner."""
        return x / MM_PER_PT, (self.height - y) / MM_PER_PT

    def texts(self, pieces: Sequence[TextPiece]) -> None:
        """Put down pieces of text."""
        words, chosen = ["BT"], ""
        for piece in pieces:
            words.append(f"1 0 0 1 {numbers(self.at(piece.x, piece.y))} Tm")
            for font, shown in self._shown(piece):
                words += (shown,) if font == chosen else (font, shown)
                chosen = font
        self._area(self._fill)
        self._code.append(" ".join((*words, "ET")))

    def turned(self, piece: TextPiece) -> None:
        """Put down a piece that reads upwards from x, y."""
        place = numbers((0, 1, -1, 0, *self.at(piece.x, piece.y)))
        words = (word for part in self._shown(piece) for word in part)
        self._area(self._fill)
        self._code.append(" ".join(("BT", place, "Tm", *words, "ET")))

    def light(self, word: TextPiece, angle: float, grey: float) -> None:
        """Put down a light word, the middle of its line near x, y, at an angle."""
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        plane = numbers((cos, sin, -sin, cos, *self.at(word.x, word.y)))
        width = read_face(word.face).width(word.text, word.size_pt) / MM_PER_PT
        place = f"1 0 0 1 {numbers((-width / 2, -word.size_pt / 3))} Tm"
        words = " ".join(part for pair in self._shown(word) for part in pair)
        ink = f"{number(grey)} g"
        self._code.append(f"q {ink} {plane} cm BT {place} {words} ET Q")

    def tag(self, piece: TagText, grey: float) -> None:
        """Put down text that a program looks for: a text object of its own, in grey."""
        width = read_face(piece.face).width(piece.text, piece.size_pt)
        at = numbers(self.at(piece.x - width / 2, piece.y))
        words = " ".join(part for pair in self._shown(piece) for part in pair)
        self._area(f"{number(grey)} g")
        self._code.append(f"BT 1 0 0 1 {at} Tm {words} ET")

    def _shown(self, piece: TextPiece | TagText) -> Iterator[tuple[str, str]]:
        """Yield the parts of a piece: the operator for the font, and that for letters.

        A font is named by its face, so that it is the same in all files.
        """
        used = self._letters.setdefault(piece.face, set())
        if not (piece.text.isascii() and piece.text.isprintable()):
            used.update(one for one in piece.text if one not in ASCII)
        size = number(piece.size_pt)
        spaced = isinstance(piece, TextPiece) and piece.spaced
        words = f"{piece.text} " if spaced else piece.text
        for font, text in written(piece.face, words):
            yield f"/{piece.face}+{font} {size} Tf", f"({text}) Tj"

    def line(
        self, points: Sequence[XY], width: float, dashes: Sequence[float] = ()
    ) -> None:
        """Draw a line through points, width and dashes in mm."""
        self._line(width, dashes)
        self._code.append(f"{self._through(points)} S")

    def _through(self, points: Sequence[XY]) -> str:
        first, *rest = (numbers(self.at(*point)) for point in points)
        return " ".join((first, "m", *(f"{one} l" for one in rest)))

    @contextmanager
    def coloured(self, colour: str) -> Iterator[None]:
        """Draw lines and fill arrowheads in a colour (RRGGBB), then in black again."""
        if colour == BLACK:
            yield
            return
        rgb = numbers(int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
        self._stroke, self._fill = f"{rgb} RG", f"{rgb} rg"
        yield
        self._stroke, self._fill = NEW.stroke, NEW.fill

    def path(self, steps: Sequence[PathStep], width: float) -> None:
        """Draw an outline, filled white, its line width mm wide."""
        words = []
        for step in steps:
            if step.verb == "close":
                words.append("h")
            else:
                places = numbers(v for p in step.points for v in self.at(*p))
                words.append(f"{places} {VERBS[step.verb]}")
        self._line(width, ())
        self._area("1 g")
        self._code.append(" ".join((*words, "B*")))

    def areas(self, boxes: Iterable[Box]) -> None:
        """Fill boxes with ink, all as one path: no light gets between neighbours."""
        words = []
        for box in boxes:
            (x, y), (x1, y1) = self.at(box.x, box.y1), self.at(box.x1, box.y)
            words.append(f"{numbers((x, y, x1 - x, y1 - y))} re")
        self._area(NEW.fill)
        self._code.append(" ".join((*words, "f")))

    def shade(self, box: Box, grey: float) -> None:
        """Fill a box with a grey from 0 (black) to 1 (white)."""
        (x, y), (x1, y1) = self.at(box.x, box.y1), self.at(box.x1, box.y)
        self._area(f"{number(grey)} g")
        self._code.append(f"{numbers((x, y, x1 - x, y1 - y))} re f*")

    def arrow(self, points: Sequence[XY], style: LineStyle) -> None:
        """Draw an arrow through points, its head's tip on the last."""
        dx, dy = heading(points[-2], points[-1])
        back = -min(p.x for p in style.head) / 2
        neck = (points[-1][0] - dx * back, points[-1][1] - dy * back)
        self.line([*points[:-1], neck], style.width, style.dashes)
        self._head(points[-2], points[-1], style)

    def _head(self, before: XY, tip: XY, style: LineStyle) -> None:
        dx, dy = heading(before, tip)
        bx, by = tip
        head = [
            (bx + p.x * dx - p.y * dy, by + p.x * dy + p.y * dx) for p in style.head
        ]
        self._area(self._fill)
        self._code.append(f"{self._through(head)} h f*")

    def curve(self, points: Sequence[XY], style: LineStyle) -> None:
        """Draw an arrow along Bézier curves, its head's tip on the last point."""
        words = [numbers(self.at(*points[0])), "m"]
        for k in range(1, len(points) - 2, 3):
            words += (numbers(v for p in points[k : k + 3] for v in self.at(*p)), "c")
        self._line(style.width, style.dashes)
        self._code.append(" ".join((*words, "S")))
        self._head(points[-2], points[-1], style)
