"""Widths and greys that every writer of a chart uses, and where its text lines lie."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.chart import TextBlock
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.page import TextPiece
from sopgen.model.sop import Jenis
from sopgen.typeface import face_name, read_face

#: Widths of the table's lines and of the symbols' outlines, mm.
TABLE_LINE, OUTLINE = 0.2, 0.3
#: The greys behind the table's heading and behind labels, 0 (black) to 1 (white).
HEAD_GREY, PAPER = 0.92, 1.0


def line_name(jenis: Jenis) -> str:
    """Return the name of the line that draws an alur of a kind."""
    return "alur_tembusan" if jenis is Jenis.TEMBUSAN else "alur_proses"


def pieces(block: TextBlock) -> Iterator[TextPiece]:
    """Yield each line with its left end and baseline; turned lines go upwards."""
    face = read_face(face_name("arial", bold=block.bold))
    em = block.size_pt * MM_PER_PT / 1000
    spare = block.leading - (face.ascent + face.descent) * em
    base = spare / 2 + face.ascent * em
    box = block.box
    along, across = (box.h, box.w) if block.turned else (box.w, box.h)
    start = 0 if block.top else (across - block.leading * len(block.lines)) / 2
    for number, line in enumerate(block.lines):
        room = along - face.width(line, block.size_pt)
        shift = {"center": room / 2, "right": room}.get(block.align, 0.0)
        depth = start + number * block.leading + base
        if block.turned:
            x, y = box.x + depth, box.y1 - shift
        else:
            x, y = box.x + shift, box.y + depth
        yield TextPiece(x, y, line, face.name, block.size_pt)
