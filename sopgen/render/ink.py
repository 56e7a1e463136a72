"""Widths and greys that every writer of a chart uses, and where its text lines lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sopgen.model.chart import TextBlock
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.nilai import dataclass
from sopgen.model.page import Curve, TextPiece
from sopgen.model.shape import LineStyle
from sopgen.model.sop import Jenis
from sopgen.typeface import Script, face_name, read_face, set_runs

#: Widths of the table's lines and of the symbols' outlines, mm: 0.4 and 0.85 points.
#: The table's are lighter than the arrows over them, and grey (RRGGBB).
TABLE_LINE, OUTLINE = 0.14, 0.3
TABLE_INK = "404040"
#: The greys behind the table's heading and behind labels, 0 (black) to 1 (white).
HEAD_GREY, PAPER = 0.92, 1.0


#: What changed is drawn in lines so much heavier, and in a colour by its sign.
HEAVIER = 2.6
BLACK, WARNA = "000000", {"+": "0B6B2E", "–": "B3261E", "~": "1D4ED8"}


def weight(width: float, tanda: str) -> tuple[float, str]:
    """Return width and colour (RRGGBB) of a line, with a sign or without."""
    if not tanda:
        return width, BLACK
    return width * HEAVIER, WARNA[tanda]


#: The line that a tie between the boxes of one langkah is drawn as, without its head.
IKATAN = "alur_proses"


def line_name(jenis: Jenis) -> str:
    """Return the name of the line that draws an alur of a kind."""
    return "alur_tembusan" if jenis is Jenis.TEMBUSAN else "alur_proses"


def curve_style(curve: Curve, lines: Mapping[str, LineStyle]) -> LineStyle:
    """Return the line that draws an arrow of the map, a bold one heavier."""
    style = lines["alur_tembusan" if curve.dashed else "alur_proses"]
    return replace(style, width=style.width * HEAVIER) if curve.bold else style


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of a text: its left end and baseline, and its runs in their faces."""

    x: float
    y: float
    script: Script


def set_lines(block: TextBlock) -> Iterator[SetLine]:
    """Yield the lines of a text in their places; turned lines go upwards."""
    face = read_face(face_name("arial", bold=block.bold))
    em = block.size_pt * MM_PER_PT / 1000
    spare = block.leading - (face.ascent + face.descent) * em
    base = spare / 2 + face.ascent * em
    box = block.box
    along, across = (box.h, box.w) if block.turned else (box.w, box.h)
    start = 0 if block.top else (across - block.leading * len(block.lines)) / 2
    for number, runs in enumerate(block.in_runs):
        line = set_runs(runs, bold=block.bold)
        room = along - line.width(block.size_pt)
        shift = {"center": room / 2, "right": room}.get(block.align, 0.0)
        depth = start + number * block.leading + base
        if block.turned:
            x, y = box.x + depth, box.y1 - shift
        else:
            x, y = box.x + shift, box.y + depth
        yield SetLine(x, y, line)


def pieces(block: TextBlock) -> Iterator[TextPiece]:
    """Yield each line with its left end and baseline, in parts of one face."""
    for line in set_lines(block):
        x, y = line.x, line.y
        for run, face in zip(line.script.runs, line.script.faces, strict=True):
            yield TextPiece(x, y, run.text, face.name, block.size_pt)
            width = face.width(run.text, block.size_pt)
            x, y = (x, y - width) if block.turned else (x + width, y)
