"""Draw a chart's symbols, arrows and labels as shapes of one canvas."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.bagian import BagianId
from sopgen.model.chart import ChartPage, TextBlock
from sopgen.model.gaya import Run, merged
from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.render.connector import XY
from sopgen.render.docx import dml
from sopgen.render.docx.blanks import Depth, Linked
from sopgen.render.docx.draft import Draft
from sopgen.render.docx.figures import SLACK, frame_of, inside
from sopgen.render.docx.styles import BAGAN_LABEL, BAGAN_SIMBOL, letters_of, text_style
from sopgen.render.docx.wml import paragraph, text
from sopgen.render.drawingml import Frame, Ink, Outline, Tag, emu, polyline
from sopgen.render.escaping import Ready
from sopgen.render.glue import Arrow, Drawn, draw
from sopgen.render.markup import Node
from sopgen.typeface import set_runs


def area_of(page: ChartPage) -> Box:
    """Return what the canvas covers: the pelaksana cells of the data rows.

    It is larger only where something stands out of them.
    """
    boxes = [
        Box(page.lanes[0][0], page.rows[0].y0, 0, 0),
        Box(page.lanes[-1][1], page.rows[-1].y1, 0, 0),
        *(symbol.box for symbol in page.symbols),
        *(Box(x, y, 0, 0) for edge in page.edges for x, y in edge.points),
        *(edge.label.box for edge in page.edges if edge.label),
        *(mark.box for mark in page.marks),
    ]
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    return Box(x, y, max(b.x1 for b in boxes) - x, max(b.y1 for b in boxes) - y)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the paragraph of a canvas stands: its top, in mm below the chart's.

    ``base`` is what it stands at the left of: the margin or the column.
    """

    top: float
    base: str = "margin"


def write_canvas(
    draft: Draft, node: Node, judul: str, page: ChartPage, place: Place
) -> None:
    """Put the canvas into a paragraph of the chart."""
    area = area_of(page)
    tag = draft.tag(f"Alur {judul}"[:120], page.uraian)
    frame = frame_of(area)
    at = frame.x, emu(area.y - place.top)
    depth = draft.blank(Depth(draft.last))
    anchor = dml.Anchor(tag, at, (frame.w, frame.h), depth, place.base)
    shapes = dml.shapes()
    draw(page, draft.symbols, CanvasPen(draft, shapes, area))
    dml.canvas(node, anchor, shapes, draft.id())


class CanvasPen:
    """Draw into a canvas that covers an area of a chart's page."""

    def __init__(self, draft: Draft, canvas: Node, area: Box) -> None:
        self.draft, self.canvas, self.area = draft, canvas, area

    def id(self) -> Ready:
        """Return an id that no shape has yet."""
        return self.draft.id()

    def point(self, point: Point) -> XY:
        """Return a place in EMU from the canvas' corner."""
        return inside(self.area, point)

    def inside(self, box: Box, point: Point) -> XY:
        """Return a place in EMU from a box' corner."""
        return inside(box, point)

    def _frame(self, box: Box) -> Frame:
        return frame_of(box.moved(-self.area.x, -self.area.y))

    def symbol(self, drawn: Drawn, text: TextBlock | None) -> None:
        """Draw a symbol with its text in it."""
        outline = Outline(self._frame(drawn.box), drawn.form)
        node = dml.shape(self.canvas, drawn.tag, outline, drawn.ink)
        if text:
            place = dml.write_in(node)
            self._text(place, BAGAN_SIMBOL, text, drawn.sop)
        self.canvas.close()

    def arrow(self, arrow: Arrow) -> None:
        """Draw an arrow that is glued at both ends."""
        dml.arrow(self.canvas, arrow.tag, arrow.drawn, arrow.ink, arrow.ends)
        self.canvas.close()

    def line(self, tag: Tag, points: tuple[XY, ...], ink: Ink) -> None:
        """Draw a line that is not glued."""
        dml.shape(self.canvas, tag, polyline(points), ink)

    def words(self, block: TextBlock, name: str, ink: Ink) -> None:
        """Draw a text box as high as its lines, with room to spare where there is any.

        No box may stand out of the canvas: LibreOffice would shrink the whole.
        """
        height = block.leading * len(block.lines)
        y = block.box.y if block.top else block.box.cy - height / 2
        y = min(max(y, self.area.y), self.area.y1 - height)
        x, width, align = self._spread(block)
        frame = self._frame(Box(x, y, width, height))
        tag = self.draft.tag(name)
        place = dml.words(self.canvas, tag, frame, ink)
        self._text(place, BAGAN_LABEL, replace(block, align=align))
        self.canvas.close()

    def _spread(self, block: TextBlock) -> tuple[float, float, str]:
        """Return left edge, width and alignment of a centred text's box."""
        lines = (set_runs(line, bold=block.bold) for line in block.in_runs)
        width = max(line.width(block.size_pt) for line in lines)
        x = block.box.cx - width / 2
        room = width + 2 * SLACK
        if x - SLACK < self.area.x:
            return max(x, self.area.x), room, "left"
        if x + width + SLACK > self.area.x1:
            return min(x + width, self.area.x1) - room, room, "right"
        return x - SLACK, room, "center"

    def _text(self, place: Node, nama: str, block: TextBlock, sop: str = "") -> None:
        """Write the text of a shape; it is a link to a SOP that the file has."""
        style = text_style(nama, block)
        node = paragraph(place, self.draft.look(style))
        runs = Node("w:hyperlink")
        first, *rest = block.in_runs
        below = (run for line in rest for run in (Run("\n"), *line))
        for run in merged((*first, *below)):
            text(runs, run.text, letters_of(style, run))
        if sop:
            linked = Linked(BagianId("sop", sop).anchor, runs.content())
            node.inside.append(self.draft.blank(linked))
        else:
            node.inside += runs.inside
