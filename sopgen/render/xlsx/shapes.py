"""Draw a chart's symbols, arrows and labels as native shapes over the cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sopgen.model.chart import TextBlock
from sopgen.model.gaya import Run
from sopgen.model.geometry import MM_PER_PT, Box, Point
from sopgen.render.connector import XY, connect
from sopgen.render.drawingml import RECT, Frame, Ink, Outline, Tag, emu, polyline
from sopgen.render.glue import Arrow, Drawn
from sopgen.render.xlsx.dml import Canvas, Words
from sopgen.render.xlsx.grid import Field

#: Pictures are numbered from 1; shapes from here.
FIRST_ID = 101
ALIGN = {"left": "l", "center": "ctr", "right": "r"}


def neutral(canvas: Canvas, tag: Tag, frame: Frame, line: float) -> None:
    """Draw the neutral box where a lambang belongs; its width of line is mm."""
    words = Words(((Run("LAMBANG"),),), 6.5)
    canvas.shape(tag, Outline(frame, RECT), Ink("FFFFFF", emu(line)), words)


class SheetPen:
    """Draw a page of a chart on a sheet's canvas, where its field lies.

    The pens of a sheet share their numbers: every shape has its own.  ``sheets`` are
    those of the file's SOP, by their ids.
    """

    def __init__(
        self,
        canvas: Canvas,
        numbers: Iterator[int],
        field: Field,
        sheets: Mapping[str, str],
    ) -> None:
        self.canvas, self.numbers, self.field = canvas, numbers, field
        self.sheets = sheets

    def id(self) -> int:
        """Return an id that no shape has yet."""
        return next(self.numbers)

    def point(self, point: Point) -> XY:
        """Return a place in EMU from the sheet's corner."""
        return self.field.point(point)

    def inside(self, box: Box, point: Point) -> XY:
        """Return a place in EMU from a box' corner."""
        frame, (x, y) = self.field.box(box), self.field.point(point)
        return x - frame.x, y - frame.y

    def symbol(self, drawn: Drawn, text: TextBlock | None) -> None:
        """Draw a symbol with its text in it."""
        words = _words(text) if text else None
        outline = Outline(self.field.box(drawn.box), drawn.form)
        sheet = self.sheets.get(drawn.sop)
        tag = replace(drawn.tag, link=self.canvas.link(sheet)) if sheet else drawn.tag
        self.canvas.shape(tag, outline, drawn.ink, words)

    def arrow(self, arrow: Arrow) -> None:
        """Draw an arrow that is glued at both ends, its bends fit for LibreOffice."""
        drawn = arrow.drawn
        wide = connect([(self.canvas.widened(x), y) for x, y in arrow.points])
        same = wide is not None and wide.preset == drawn.preset and wide.adjust
        plain = replace(drawn, adjust=wide.adjust) if wide and same else drawn
        self.canvas.arrow(arrow.tag, drawn, plain, arrow.ink, arrow.ends)

    def line(self, tag: Tag, points: tuple[XY, ...], ink: Ink) -> None:
        """Draw a line that is not glued."""
        self.canvas.shape(tag, polyline(points), ink)

    def words(self, block: TextBlock, name: str, ink: Ink) -> None:
        """Draw a text box that is as high as its lines."""
        box = block.box
        height = block.leading * len(block.lines)
        y = box.y if block.top else box.cy - height / 2
        frame = self.field.box(Box(box.x, y, box.w, height))
        tag = Tag(self.id(), name)
        self.canvas.shape(tag, Outline(frame, RECT), ink, _words(block))


def _words(block: TextBlock) -> Words:
    pitch = block.leading / (block.size_pt * MM_PER_PT)
    return Words(block.in_runs, block.size_pt, block.bold, ALIGN[block.align], pitch)
