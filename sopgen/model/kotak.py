"""The box of an electronic signature, and the note at the foot of its page.

Lengths in mm, type sizes in points; every format draws the same box.
"""

from __future__ import annotations

from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.nilai import dataclass

#: The type of both: of a stamp, not of the text around it.
FONT = "arial"
#: Width of the box' line, white inside it; round a QR, which has white of its own.
LINE, PAD, QR_PAD = 0.2, 1.3, 0.3
#: The column of the tag at the right, its size and grey (0 black, 1 white).
TAG, TAG_PT, TAG_GREY = 3.0, 7.0, 0.6
#: Distance of lines in sizes, and of that from line to baseline.
LEADING, BASE = 1.16, 0.88


@dataclass(frozen=True, slots=True)
class BoxText:
    """A text in the box, in the lines that it takes there."""

    lines: tuple[str, ...]
    bold: bool = False

    @property
    def whole(self) -> str:
        """Return it in one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class SignBox:
    """What stands where a document is signed electronically, instead of ink and name.

    ``nama`` is the signer's place in the book, as that of a ``SignRoom``; ``x`` is the
    box' left edge from that of the column, which it stands in the middle of without;
    ``alamat`` is what the QR of ``qr`` mm says, if there is one; ``tanda`` is the
    character that the signing application looks for, if it is to find this box.
    """

    nama: str
    width: float
    height: float
    texts: tuple[BoxText, ...]
    size_pt: float
    x: float | None = None
    alamat: str = ""
    qr: float = 0.0
    tanda: str = ""

    @property
    def pitch(self) -> float:
        """Return the distance of its lines."""
        return self.size_pt * LEADING * MM_PER_PT

    @property
    def text_at(self) -> float:
        """Return where its text begins, from its left edge."""
        return QR_PAD + self.qr if self.alamat else PAD

    def left(self, column: float) -> float:
        """Return its left edge in a column of a width."""
        spare = max(column - self.width, 0.0)
        return spare / 2 if self.x is None else min(self.x, spare)

    def qr_box(self) -> Box:
        """Return where its QR lies, from its corner."""
        return Box(QR_PAD, (self.height - self.qr) / 2, self.qr, self.qr)

    def tag_at(self) -> tuple[float, float]:
        """Return the middle of the tag's baseline, from its corner."""
        return self.width - TAG / 2, self.height - PAD


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note at the foot of the page, in the middle of ``width`` mm from the column.

    ``base`` is the baseline of its last line from the page's upper edge.
    """

    lines: tuple[str, ...]
    size_pt: float
    width: float
    base: float

    @property
    def pitch(self) -> float:
        """Return the distance of its lines."""
        return self.size_pt * LEADING * MM_PER_PT

    @property
    def top(self) -> float:
        """Return where its first line begins, from the page's upper edge."""
        return self.base - self.pitch * (len(self.lines) - 1 + BASE)
