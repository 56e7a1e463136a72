"""A pen on a PDF page: millimetres from the top-left corner, y down."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PIL import Image, ImageOps
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.page import TextPiece
from sopgen.model.shape import LineStyle, PathStep
from sopgen.render.ink import BLACK
from sopgen.render.raster import printable
from sopgen.typeface import read_face

XY = tuple[float, float]


@cache
def register(face: str) -> str:
    """Return a face's name in the PDF, its font made known to reportlab."""
    name = f"Sopgen-{face}"
    pdfmetrics.registerFont(TTFont(name, str(read_face(face).file)))
    return name


@cache
def picture(file: str) -> ImageReader:
    """Return a picture, read once: upright, and in colours that a PDF can hold."""
    upright = ImageOps.exif_transpose(Image.open(printable(Path(file))))
    if upright.mode not in ("1", "L", "RGB", "RGBA", "CMYK"):
        upright = _eight_bits(upright)
    return ImageReader(upright)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of sixteen bits, a palette or the like as an ordinary one."""
    if image.mode.startswith("I"):
        return image.point(lambda v: v / 256).convert("L")
    return image.convert("RGBA")


def heading(a: XY, b: XY) -> XY:
    """Return the unit vector from a to b."""
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (b[0] - a[0]) / length, (b[1] - a[1]) / length


class Pen:
    """Draw on the current page of a canvas, height mm tall."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self.canvas = canvas
        self.height = height

    def at(self, x: float, y: float) -> XY:
        """Return a place in points from the bottom-left corner."""
        return x / MM_PER_PT, (self.height - y) / MM_PER_PT

    def rect(self, box: Box) -> tuple[float, float, float, float]:
        """Return a box as left, bottom, right, top in points."""
        return *self.at(box.x, box.y1), *self.at(box.x1, box.y)

    def link(self, box: Box, anchor: str) -> None:
        """Let a box lead to a place in the file; nothing of it is seen."""
        self.canvas.linkRect("", anchor, self.rect(box), Border="[0 0 0]")

    def texts(self, pieces: Sequence[TextPiece]) -> None:
        """Put down pieces of text."""
        text = self.canvas.beginText()
        for piece in pieces:
            text.setFont(register(piece.face), piece.size_pt)
            text.setTextOrigin(*self.at(piece.x, piece.y))
            text.textOut(piece.text)
        self.canvas.drawText(text)

    def turned(self, piece: TextPiece) -> None:
        """Put down a piece that reads upwards from x, y."""
        self.canvas.saveState()
        self.canvas.translate(*self.at(piece.x, piece.y))
        self.canvas.rotate(90)
        self.canvas.setFont(register(piece.face), piece.size_pt)
        self.canvas.drawString(0, 0, piece.text)
        self.canvas.restoreState()

    def line(
        self, points: Sequence[XY], width: float, dashes: Sequence[float] = ()
    ) -> None:
        """Draw a line through points, width and dashes in mm."""
        path = self.canvas.beginPath()
        path.moveTo(*self.at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self.at(*point))
        self._stroke(width, dashes)
        self.canvas.drawPath(path, stroke=1, fill=0)

    @contextmanager
    def coloured(self, colour: str) -> Iterator[None]:
        """Draw lines and fill arrowheads in a colour (RRGGBB), then in black again."""
        if colour == BLACK:
            yield
            return
        for choose in (self.canvas.setStrokeColor, self.canvas.setFillColor):
            choose(HexColor(f"#{colour}"))
        yield
        self.canvas.setStrokeGray(0)
        self.canvas.setFillGray(0)

    def path(self, steps: Sequence[PathStep], width: float) -> None:
        """Draw an outline, filled white, its line width mm wide."""
        path = self.canvas.beginPath()
        verbs = {"move": path.moveTo, "line": path.lineTo, "curve": path.curveTo}
        for step in steps:
            if step.verb == "close":
                path.close()
            else:
                verbs[step.verb](*(v for p in step.points for v in self.at(*p)))
        self._stroke(width, ())
        self.canvas.setFillGray(1)
        self.canvas.drawPath(path, stroke=1, fill=1)
        self.canvas.setFillGray(0)

    def shade(self, box: Box, grey: float) -> None:
        """Fill a box with a grey from 0 (black) to 1 (white)."""
        x, y, x1, y1 = self.rect(box)
        self.canvas.setFillGray(grey)
        self.canvas.rect(x, y, x1 - x, y1 - y, stroke=0, fill=1)
        self.canvas.setFillGray(0)

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
        path = self.canvas.beginPath()
        path.moveTo(*self.at(*head[0]))
        for point in head[1:]:
            path.lineTo(*self.at(*point))
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def curve(self, points: Sequence[XY], style: LineStyle) -> None:
        """Draw an arrow along Bézier curves, its head's tip on the last point."""
        path = self.canvas.beginPath()
        path.moveTo(*self.at(*points[0]))
        for k in range(1, len(points) - 2, 3):
            path.curveTo(*(v for p in points[k : k + 3] for v in self.at(*p)))
        self._stroke(style.width, style.dashes)
        self.canvas.drawPath(path, stroke=1, fill=0)
        self._head(points[-2], points[-1], style)

    def picture(self, image: ImageReader, box: Box) -> None:
        """Put a picture in the middle of a box, its proportions kept."""
        x, y, x1, y1 = self.rect(box)
        self.canvas.drawImage(
            image,
            x,
            y,
            x1 - x,
            y1 - y,
            mask="auto",
            preserveAspectRatio=True,
            anchor="c",
        )

    def _stroke(self, width: float, dashes: Sequence[float]) -> None:
        self.canvas.setLineWidth(width / MM_PER_PT)
        self.canvas.setDash([d / MM_PER_PT for d in dashes])
