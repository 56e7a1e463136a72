"""Turn blocks into text of cells, and measure how high it stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sopgen.model.document import Block, Paragraph, Style, Table, Together
from sopgen.model.gaya import Run, merged
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.render.xlsx.look import Letters, Words
from sopgen.typeface import Script, set_runs


class Reader(NamedTuple):
    """How a program sets text in cells, each in a way of its own.

    ``pitch`` is the distance of lines in sizes, ``wider`` how much wider than ours a
    column is beside its letters, ``sides`` the white in it at both sides, mm.
    """

    pitch: float
    wider: float
    sides: float


#: Excel on a screen, where letters are wider; LibreOffice, whose columns are wider,
#: with TeX Gyre Heros for an Arial that is not there.  Measured.
READERS = (Reader(1.34, 0.97, 1.6), Reader(1.435, 1.05, 0.8))
#: The pitch of lines in the reader that has the highest.
HIGHEST = max(reader.pitch for reader in READERS)
#: White space at the left of a cell with indent 1, mm.
INDENT = 2.5
#: Text that stands higher has several cells, of so many lines: pages break between.
TALLEST, LINES = 100.0, 8
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

        What has no look of its own has that of the first.
        """
        every = tuple(paragraphs(blocks))
        if not every:
            return Words()
        runs = [*in_runs(every[0])]
        for paragraph in every[1:]:
            runs += (Run("\n"), *in_runs(paragraph))
        return Words(merged(runs), self.look(every[0]))

    def look(self, paragraph: Paragraph) -> Letters:
        """Return the look that all of a paragraph has."""
        letters, run = self.letters(paragraph.style), _all_of(paragraph)
        return replace(
            letters,
            bold=letters.bold or run.bold,
            italic=letters.italic or run.italic,
            underline=run.underline,
        )

    def height(self, blocks: tuple[Block, ...], width: float) -> float:
        """Return how high the paragraphs of blocks stand in a cell, mm."""
        return sum(self._height(p, width) for p in paragraphs(blocks))

    def line(self, style: Style) -> float:
        """Return the height of a line in the reader that has the highest, mm."""
        return HIGHEST * self.size(style.size_pt) * MM_PER_PT

    def parts(self, paragraph: Paragraph, width: float) -> Iterator[Paragraph]:
        """Yield a paragraph; one that stands very high some lines at a time."""
        if self._height(paragraph, width) <= TALLEST:
            yield paragraph
            return
        style = paragraph.style
        runs = (Run(marks_of(paragraph)), *paragraph.runs)
        text = set_runs(runs, style.font, bold=style.bold)
        room = min((width - r.sides) * r.wider for r in READERS)
        lines = text.wrap(self.size(style.size_pt), room)
        for start in range(0, len(lines), LINES):
            first, *rest = lines[start : start + LINES]
            joined = merged((*first, *(r for line in rest for r in (Run(" "), *line))))
            yield replace(paragraph, runs=joined, labels=())

    def _height(self, paragraph: Paragraph, width: float) -> float:
        return _height(paragraph, self.size(paragraph.style.size_pt), width)


@remembered(8192)
def _height(paragraph: Paragraph, size_pt: float, width: float) -> float:
    """Return how high a paragraph stands in a size in cells of a width, mm."""
    style, whole = paragraph.style, _all_of(paragraph)
    runs = merged(in_runs(paragraph))
    text = set_runs(runs, style.font, bold=style.bold or whole.bold)
    return standing(text, size_pt, width)


def standing(text: Script, size_pt: float, width: float) -> float:
    """Return how high text stands in cells of a width, in every reader, mm.

    What is one line where there is the least room is one line in all of them.
    """
    rooms = [max((width - r.sides) * r.wider, 1.0) for r in READERS]
    if text.count(size_pt, min(rooms)) == 1:
        lines = HIGHEST
    else:
        counts = (text.count(size_pt, room) for room in rooms)
        lines = max(n * r.pitch for n, r in zip(counts, READERS, strict=True))
    return lines * size_pt * MM_PER_PT


def word_room(width: float) -> float:
    """Return how wide a word may be in cells of a width, in every reader, mm."""
    return min((width - r.sides) * r.wider for r in READERS)


def in_runs(paragraph: Paragraph) -> tuple[Run, ...]:
    """Return a paragraph's runs, its marks before them; one look of all is left out."""
    marks = marks_of(paragraph)
    whole = not _all_of(paragraph).plain
    runs = (Run(run.text) if whole else run for run in paragraph.runs)
    return (Run(marks), *runs) if marks else tuple(runs)


def marks_of(paragraph: Paragraph) -> str:
    """Return the marks of a paragraph as they stand before its text in one cell."""
    return "".join(f"{label.text} " for label in paragraph.labels)


def _all_of(paragraph: Paragraph) -> Run:
    """Return a run of the look that all runs of a paragraph have; plain if none."""
    looks = {run.look for run in paragraph.runs}
    return Run("", *looks.pop()) if len(looks) == 1 else Run("")


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
