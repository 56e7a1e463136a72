"""Write DrawingML for Excel: shapes, text boxes and glued connectors.

This module knows Excel and nothing of SOP.  Lengths are EMU from the sheet's corner.
LibreOffice draws connectors without their bends, so that each arrow is written twice:
as a connector for Excel, and as a plain shape with the same outline for the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.model.gaya import Lines, Run
from sopgen.model.nilai import dataclass
from sopgen.render.connector import Connector
from sopgen.render.drawingml import (
    Frame,
    Glue,
    Ink,
    Outline,
    Tag,
    glued,
    look,
    named,
    outline_of,
)
from sopgen.render.markup import Node, put
from sopgen.render.xlsx.grid import marker

PREFIXES = ("xdr", "a", "r", "mc", "xdr14")
#: How much wider columns are in LibreOffice, which does not round their digits' width.
WIDER = 1.056


@dataclass(frozen=True, slots=True)
class Words:
    """Broken lines of one size in a shape; ``align`` is l, ctr or r.

    ``pitch`` is the distance of lines in sizes, where it matters; ``colour`` is RRGGBB.
    """

    lines: Lines
    size_pt: float
    bold: bool = False
    align: str = "ctr"
    pitch: float = 0.0
    colour: str = "000000"


class Canvas:
    """The drawing over a sheet, its anchors one above the other.

    ``xs`` and ``ys`` are the edges of columns and rows: each shape hangs on cells, so
    that it moves and grows with them.  ``links`` are the relations of the drawing to
    other sheets, by their names.
    """

    def __init__(self, xs: Sequence[int], ys: Sequence[int]) -> None:
        self.xs, self.ys = xs, ys
        self.drawn: list[str] = []
        self.links: dict[str, str] = {}

    def link(self, sheet: str) -> str:
        """Return the relation that leads to the top of a sheet."""
        return self.links.setdefault(sheet, f"rIdSheet{len(self.links) + 1}")

    def widened(self, x: int) -> int:
        """Return where a place lies in LibreOffice: as far into its column as here."""
        column, offset = marker(self.xs, x)
        return round(self.xs[column] * WIDER) + offset

    def shape(
        self, tag: Tag, outline: Outline, ink: Ink, words: Words | None = None
    ) -> None:
        """Add a shape; words without a line round them are a text box."""
        anchor = self._anchor(outline.frame)
        _shape(anchor, tag, outline, ink, words)
        put(anchor, "xdr:clientData")
        self.drawn.append(anchor.written())

    def arrow(
        self,
        tag: Tag,
        drawn: Connector,
        plain: Connector,
        ink: Ink,
        ends: tuple[Glue, Glue],
    ) -> None:
        """Add a connector glued at both ends, with a plain one for LibreOffice."""
        outline = outline_of(drawn)
        anchor = self._anchor(outline.frame)
        either = put(anchor, "mc:AlternateContent")
        choice = put(either, "mc:Choice", Requires="xdr14")
        node = put(choice, "xdr:cxnSp", macro="")
        about = put(node, "xdr:nvCxnSpPr")
        named(about, "xdr:cNvPr", tag)
        glued(put(about, "xdr:cNvCxnSpPr"), ends)
        look(put(node, "xdr:spPr"), outline, ink)
        _shape(put(either, "mc:Fallback"), tag, outline_of(plain), ink)
        put(anchor, "xdr:clientData")
        self.drawn.append(anchor.written())

    def _anchor(self, frame: Frame) -> Node:
        x, y, w, h = frame.seen
        anchor = Node("xdr:twoCellAnchor")
        anchor.set("editAs", "twoCell")
        for tag, px, py in (("xdr:from", x, y), ("xdr:to", x + w, y + h)):
            node = put(anchor, tag)
            for axis, edges, at in (("col", self.xs, px), ("row", self.ys, py)):
                number, offset = marker(edges, at)
                put(node, f"xdr:{axis}").say(str(number))
                put(node, f"xdr:{axis}Off").say(str(offset))
        return anchor


def _shape(
    parent: Node,
    tag: Tag,
    outline: Outline,
    ink: Ink,
    words: Words | None = None,
) -> None:
    node = put(parent, "xdr:sp", macro="", textlink="")
    about = put(node, "xdr:nvSpPr")
    named(about, "xdr:cNvPr", tag)
    box = words is not None and not ink.line
    put(about, "xdr:cNvSpPr", txBox="1" if box else None)
    look(put(node, "xdr:spPr"), outline, ink, guided=True)
    if words:
        _words(put(node, "xdr:txBody"), words)


def _words(body: Node, words: Words) -> None:
    put(
        body, "a:bodyPr", vertOverflow="overflow", horzOverflow="overflow",
        wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, rtlCol=0, anchor="ctr",
    )  # fmt: skip
    put(body, "a:lstStyle")
    line = put(body, "a:p")
    pr = put(line, "a:pPr", algn=words.align)
    if words.pitch:
        spacing = round(words.pitch * words.size_pt * 100)
        put(put(pr, "a:lnSpc"), "a:spcPts", val=spacing)
    for number, runs in enumerate(words.lines):
        if number:
            _letters(put(line, "a:br"), words, Run(""))
        for run in runs:
            piece = put(line, "a:r")
            _letters(piece, words, run)
            put(piece, "a:t").say(run.text)


def _letters(piece: Node, words: Words, run: Run) -> None:
    size = round(words.size_pt * 100)
    bold, italic = int(words.bold or run.bold), int(run.italic)
    node = put(piece, "a:rPr", lang="id-ID", sz=size, b=bold or None, i=italic or None)
    put(put(node, "a:solidFill"), "a:srgbClr", val=words.colour)
    put(node, "a:latin", typeface="Arial")
    put(node, "a:cs", typeface="Arial")
