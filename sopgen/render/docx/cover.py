"""Share out what a page has to spare among the spaces that stretch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sopgen.model.document import (
    Block,
    Emblem,
    Paragraph,
    Rule,
    Section,
    SignRoom,
    Space,
    Table,
)
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.kotak import SignBox
from sopgen.render.docx.styles import pitch
from sopgen.typeface import face_name, read_face

#: The double rule of a kop: thick over thin and the gap between, mm (as typeset).
RULE_THICK, RULE_THIN, RULE_GAP = 0.8, 0.25, 0.6
#: What Word may need more than we do, mm; a cover must never reach a second page.
RESERVE = 1.5
#: How wide a letter can be, in sizes.
WIDEST = 1.1

#: How many lines a paragraph fills in a width in mm.
Lines = Callable[[Paragraph, float], int]


def stretched(section: Section) -> tuple[Block, ...]:
    """Return the section's blocks, every space of a fixed height."""
    blocks = section.blocks
    weight = sum(b.stretch for b in blocks if isinstance(b, Space))
    if not weight:
        return blocks
    width, height = section.sheet.column
    used = sum(
        height_of(block, width, first=number == 0)
        for number, block in enumerate(blocks)
    )
    spare = max(0.0, height - used - RESERVE)
    return tuple(
        replace(b, height=b.height + spare * b.stretch / weight, stretch=0)
        if isinstance(b, Space)
        else b
        for b in blocks
    )


def height_of(
    block: Block, width: float, *, first: bool = False, lines: Lines | None = None
) -> float:
    """Return the height of a block of a cover, in mm.

    ``lines`` counts the lines of a paragraph instead of breaking them.
    """
    match block:
        case (
            Space(height=height)
            | SignRoom(height=height)
            | SignBox(height=height)
            | Emblem(height=height)
        ):
            return height
        case Rule(double=double, after=after):
            return rule_height(double=double) + after
        case Paragraph(style=style):
            before = 0 if first else style.before
            count = (lines or line_count)(block, width)
            return before + count * pitch(style) + style.after
        case Table(rows=rows):
            return sum(row.least for row in rows)
        case _:
            return 0.0


def rule_height(*, double: bool) -> float:
    """Return the height of a rule in mm."""
    return RULE_THICK + RULE_GAP + RULE_THIN if double else RULE_THIN


def most_lines(paragraph: Paragraph, width: float) -> int:
    """Return how many lines a paragraph can fill at most: the same, or more, and soon.

    Of two lines the words of both are wider than the room, and no letter than its size.
    """
    style = paragraph.style
    room = width - paragraph.indent - paragraph.indent_right
    letters = len(paragraph.text) * style.size_pt * MM_PER_PT * WIDEST + style.first
    return round(2 * letters / max(room, 1)) + 2 + paragraph.text.count("\n")


def line_count(paragraph: Paragraph, width: float) -> int:
    """Return how many lines a paragraph fills in a column width mm wide."""
    style = paragraph.style
    room = width - paragraph.indent - paragraph.indent_right
    face = read_face(face_name(style.font, bold=style.bold, italic=style.italic))
    indent = " " * round(style.first / max(face.width(" ", style.size_pt), 0.1))
    return len(face.wrap(indent + paragraph.text, style.size_pt, room))
