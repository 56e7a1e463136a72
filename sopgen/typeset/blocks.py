"""Turn each kind of block into strips of a column's width."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import assert_never

from sopgen.model.document import (
    LAMBANG,
    Block,
    ChartFigure,
    ColumnBreak,
    Drawing,
    Emblem,
    Figure,
    Paragraph,
    Rule,
    Run,
    SignRoom,
    Space,
    SymbolFigure,
    Table,
    TocLine,
    Together,
)
from sopgen.model.geometry import Box, Point
from sopgen.model.ingatan import remembered
from sopgen.model.kotak import FootNote, SignBox
from sopgen.model.page import (
    Anchor,
    ChartDrawing,
    Item,
    Link,
    PageNumber,
    Picture,
    SignatureArea,
    Stroke,
    SymbolDrawing,
    TextPiece,
    moved,
)
from sopgen.model.struktur import ARTIFACT, END, HEADINGS, Element, Path, Role
from sopgen.typeface import face_name, read_face
from sopgen.typeset.kotak import box_strip, foot_strip
from sopgen.typeset.lines import baseline, break_lines, line_height, set_line
from sopgen.typeset.nesting import Nesting
from sopgen.typeset.strip import Strip, frame, kept
from sopgen.typeset.table import table_strips

#: The double rule of a kop: thick above thin (mm), and the gap between.
RULE_THICK, RULE_THIN, RULE_GAP = 0.8, 0.25, 0.6
#: The neutral box where no lambang is given: line width and size of its word.
EMBLEM_LINE, EMBLEM_PT = 0.2, 6.5
PARAGRAPH, PARAGRAPH_ON = (Element(Role.P),), (Element(Role.P, goes_on=True),)
#: Room for a page number in the daftar isi, mm.
NUMBER_ROOM = 11.0


def strips_of(blocks: tuple[Block, ...], width: float) -> tuple[Strip, ...]:
    """Return the strips of blocks in a column width mm wide."""
    strips: list[Strip] = []
    nesting = Nesting()
    for block in blocks:
        if isinstance(block, Together):
            inner = kept(strips_of(block.blocks, width))
            _tie(strips, block.lines)
            strips += inner
            nesting = Nesting()
        else:
            strips += nesting.placed(block, block_strips(block, width))
    return tuple(strips)


def _tie(strips: list[Strip], count: int) -> None:
    """Tie the last count lines, or the last row of a table, to what follows."""
    k = len(strips) - 1
    while k >= 0 and count > 0 and not strips[k].ends:
        strips[k] = replace(strips[k], keep=True)
        count -= count if strips[k].cells else not strips[k].white
        k -= 1


def block_strips(block: Block, width: float) -> tuple[Strip, ...]:  # noqa: C901, PLR0911, PLR0912 (one case a kind)
    """Return the strips of one block."""
    match block:
        case Paragraph():
            return paragraph_strips(block, width)
        case Space():
            return (Strip(block.height, stretch=block.stretch),)
        case SignRoom():
            return (sign_strip(block, width),)
        case SignBox():
            return (box_strip(block, width),)
        case FootNote():
            return (foot_strip(block),)
        case Rule():
            return (rule_strip(block, width),)
        case Emblem():
            return (emblem_strip(block, width),)
        case Figure():
            box = Box((width - block.width) / 2, 0, block.width, block.height)
            return (figure(block.height, (Picture(block.file, box),), block.alt),)
        case SymbolFigure():
            box = Box((width - block.width) / 2, 0, block.width, block.height)
            return (figure(block.height, (SymbolDrawing(block.simbol, box),)),)
        case TocLine():
            return toc_strips(block, width)
        case Table():
            return table_strips(block, strips_of)
        case ChartFigure():
            page = block.chart.pages[block.page]
            return (figure(page.frame.y1, (ChartDrawing(page, 0, 0),)),)
        case ColumnBreak():
            return (Strip(0, ends=True),)
        case Drawing():
            left = (width - block.width) / 2
            items = tuple(moved(item, left, 0) for item in block.items)
            return (figure(block.height, items, block.alt),)
        case Together():
            return strips_of((block,), width)
        case _:
            assert_never(block)


@remembered(4096)
def paragraph_strips(paragraph: Paragraph, width: float) -> tuple[Strip, ...]:
    """Return a strip a line; no first or last line stands alone on a page."""
    style = paragraph.style
    room = width - paragraph.indent - paragraph.indent_right
    lines = break_lines(paragraph, room)
    height, base = line_height(style), baseline(style)
    strips = []
    for number, line in enumerate(lines):
        first = style.first if number == 0 else 0.0
        items = set_line(line, style, paragraph.indent + first, room - first)
        if number == 0:
            items = (*_labels(paragraph), *_anchor(paragraph), *items)
        strips.append(
            Strip(
                height + (style.after if number == len(lines) - 1 else 0),
                tuple(moved(item, 0, base) for item in items),
                space=style.before if number == 0 else 0,
                keep=_keeps(number, len(lines), paragraph),
                tail=style.after if number == len(lines) - 1 else 0,
                path=_path(paragraph, number),
            )
        )
    return tuple(strips)


def _path(paragraph: Paragraph, line: int) -> Path:
    """Return what a line is of: a heading or a paragraph that begins or goes on."""
    heading = paragraph.heading
    if heading is None:
        return PARAGRAPH_ON if line else PARAGRAPH
    level = min(max(heading.level, 1), len(HEADINGS))
    return (Element(HEADINGS[level - 1], goes_on=line > 0),)


def figure(height: float, items: tuple[Item, ...], alt: str = "") -> Strip:
    """Return what is seen as one, and what it shows if its items do not say so."""
    return Strip(height, items, path=(Element(Role.FIGURE, alt=alt),))


def _keeps(number: int, count: int, paragraph: Paragraph) -> bool:
    if number == count - 1:
        return paragraph.keep_next or paragraph.heading is not None
    return number == 0 or number == count - 2


def _labels(paragraph: Paragraph) -> tuple[Item, ...]:
    style = paragraph.style
    return tuple(
        TextPiece(
            label.x,
            0,
            label.text,
            face_name(style.font, bold=style.bold or label.bold),
            style.size_pt,
            spaced=True,
        )
        for label in paragraph.labels
    )


def _anchor(paragraph: Paragraph) -> tuple[Item, ...]:
    heading = paragraph.heading
    if heading is None:
        return ()
    title = f"{heading.label} {heading.text}".strip()
    return (Anchor(heading.anchor, 0, heading.level, title),)


def sign_strip(room: SignRoom, width: float) -> Strip:
    """Return the white space of a signer, and where it is."""
    across = width - room.indent - room.indent_right
    area = SignatureArea(room.nama, Box(room.indent, 0, across, room.height))
    return Strip(room.height, (area,))


def rule_strip(rule: Rule, width: float) -> Strip:
    """Return a line over the column, or the double line of a kop."""
    lines = [RULE_THICK, RULE_THIN] if rule.double else [RULE_THIN]
    y, items = 0.0, []
    for thick in lines:
        middle = y + thick / 2
        items.append(Stroke(Point(0, middle), Point(width, middle), thick))
        y += thick + RULE_GAP
    return Strip(y - RULE_GAP + rule.after, tuple(items))


def emblem_strip(emblem: Emblem, width: float) -> Strip:
    """Return the lambang in the middle of the column, or a neutral box."""
    box = Box((width - emblem.width) / 2, 0, emblem.width, emblem.height)
    if emblem.file:
        return figure(emblem.height, (Picture(emblem.file, box),), LAMBANG)
    face = read_face("arial-regular")
    text = "LAMBANG"
    x = box.cx - face.width(text, EMBLEM_PT) / 2
    word = TextPiece(x, box.cy + 0.8, text, face.name, EMBLEM_PT)
    return figure(emblem.height, (*frame(box, EMBLEM_LINE), word), LAMBANG)


def toc_strips(line: TocLine, width: float) -> tuple[Strip, ...]:
    """Return a line of the daftar isi: text, leader dots, page number."""
    paragraph = Paragraph(
        runs=(Run(line.text),),
        style=line.style,
        indent=line.indent,
        indent_right=NUMBER_ROOM + 2,
        labels=(line.label,) if line.label else (),
        keep_next=line.keep_next,
    )
    *before, last = paragraph_strips(paragraph, width)
    style, base = line.style, baseline(line.style)
    face = read_face(face_name(style.font, bold=style.bold))
    end = max(
        item.x + face.width(item.text, style.size_pt)
        for item in last.items
        if isinstance(item, TextPiece)
    )
    dots = _leader(end, width - NUMBER_ROOM, style.size_pt)
    number = PageNumber(width, base, line.anchor, face.name, style.size_pt)
    area = Link(Box(line.indent, 0, width - line.indent, last.height), line.anchor)
    led = tuple(moved(one, 0, base) for one in dots)
    words = tuple(map(_spaced, last.items))
    items = (*words, *led, number, area)
    return (*before, replace(last, items=items))


def _spaced(item: Item) -> Item:
    """Return words that a page number is read after."""
    return replace(item, spaced=True) if isinstance(item, TextPiece) else item


def _leader(start: float, end: float, size_pt: float) -> tuple[Item, ...]:
    """Return dots that stand below each other from line to line."""
    face = read_face("arial-regular")
    pitch = face.width(".", size_pt)
    first = math.ceil((start + 1.5) / pitch)
    count = math.floor(end / pitch) - first
    if count < 1:
        return ()
    dots = TextPiece(first * pitch, 0, "." * count, face.name, size_pt)
    return (ARTIFACT, dots, END)
