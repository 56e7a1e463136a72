"""Turn blocks into text of cells, and measure how high it stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sopgen.model.chart import TextBlock
from sopgen.model.document import Block, Paragraph, Style, Table, Together
from sopgen.model.geometry import MM_PER_PT
from sopgen.render.xlsx.board import Letters, Words
from sopgen.typeface import face_name, read_face

#: Excel sets lines further apart than we do, and letters up to so much wider on a
#: screen; it keeps so much white at the sides of a cell, mm.
PITCH, WIDER, SIDES = 1.25, 1.03, 1.6
#: What a column may be wider before a line breaks that we hold whole, mm.
TOLERANCE = 0.25


@dataclass(frozen=True, slots=True)
class Type:
    """How much smaller than planned the text of a sheet is set."""

    factor: float = 1.0

    def size(self, size_pt: float) -> float:
        """Return a size in half points."""
        return max(round(size_pt * self.factor * 2) / 2, 5.0)

    def letters(self, style: Style) -> Letters:
        """Return the letters of a style."""
        return Letters(style.font, self.size(style.size_pt), style.bold, style.italic)

    def words(self, blocks: tuple[Block, ...]) -> Words:
        """Return the paragraphs of blocks as one text, a line each.

        All of it has the look of the first.
        """
        every = tuple(paragraphs(blocks))
        if not every:
            return Words()
        text = "\n".join(marked(p) for p in every)
        return Words(text, self.look(every[0]))

    def look(self, paragraph: Paragraph) -> Letters:
        """Return the look of a paragraph, which is that of its first run."""
        letters = self.letters(paragraph.style)
        for run in paragraph.runs[:1]:
            letters = replace(
                letters,
                bold=letters.bold or run.bold,
                italic=letters.italic or run.italic,
                underline=run.underline,
            )
        return letters

    def height(self, blocks: tuple[Block, ...], width: float) -> float:
        """Return how high the paragraphs of blocks stand in a cell, mm."""
        return sum(self._height(p, width) for p in paragraphs(blocks))

    def _height(self, paragraph: Paragraph, width: float) -> float:
        style = paragraph.style
        bold = style.bold or any(run.bold for run in paragraph.runs)
        face = read_face(face_name(style.font, bold=bold))
        size = self.size(style.size_pt)
        room = max((width - SIDES) / WIDER, 1.0)
        lines = len(face.wrap(marked(paragraph), size, room))
        return lines * size * MM_PER_PT * max(style.leading, PITCH)


def marked(paragraph: Paragraph) -> str:
    """Return a paragraph's text with its marks before it."""
    return " ".join((*(label.text for label in paragraph.labels), paragraph.text))


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks, those of tables in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Together():
                yield from paragraphs(block.blocks)
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from paragraphs(cell.blocks)
            case _:
                pass


def flowed(block: TextBlock) -> str:
    """Return broken lines as running text; a break stays where no space was broken at.

    The lines of turned text run along the height of their box.
    """
    room = block.box.h if block.turned else block.box.w
    face = read_face(face_name("arial", bold=block.bold))
    made = block.lines[0]
    for before, line in zip(block.lines, block.lines[1:], strict=False):
        first = line.split(" ", 1)[0]
        width = face.width(f"{before} {first}", block.size_pt)
        forced = not before or not line or width <= room - 2 * TOLERANCE
        cut = before.endswith(("-", "/")) or (
            " " not in before and face.width(before + line[:1], block.size_pt) > room
        )
        made += ("\n" if forced else "" if cut else " ") + line
    return made
