"""A table of the office's own: its columns as wide as what stands in them asks for."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.model.document import Cell, Paragraph, Row, Style, Table
from sopgen.model.gaya import runs_of, unmarked
from sopgen.model.nilai import dataclass
from sopgen.typeface import face_name, read_face

#: Room inside a cell, mm: at its sides, above and below.
PADDING = (1.8, 1.2)
#: The least height of the head and of a row, mm.
HEAD_HEIGHT, ROW_HEIGHT = 8.0, 7.5
#: A column whose cells are at most so wide in mm is one of numbers or short marks: its
#: text stands in the middle, and it gets no more room than it needs.
SHORT = 9.0
#: Rounding must not break a word, mm.
SLACK = 0.3


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table in the texts of an office, with the styles of its head and its cells."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    styles: tuple[Style, Style]

    @property
    def count(self) -> int:
        """Return how many columns it has."""
        return len(self.heads) or max((len(row) for row in self.rows), default=1)

    @property
    def full(self) -> list[list[str]]:
        """Return its rows with as many cells as there are columns."""
        n = self.count
        return [[*row[:n], *[""] * (n - len(row))] for row in self.rows]

    @property
    def needs(self) -> list[_Need]:
        """Return what its columns need."""
        columns = list(zip(*self.full, strict=True)) or [()] * self.count
        return [
            _Need.of(self.heads[n : n + 1], cells, self.styles)
            for n, cells in enumerate(columns)
        ]

    @property
    def least(self) -> float:
        """Return the width in mm below which words would break."""
        return sum(one.least for one in self.needs)

    def table(self, width: float) -> Table:
        """Return it width mm wide; the head repeats on every page."""
        needs = self.needs
        head = Row(
            tuple(_cell(text, self.styles[0]) for text in self.heads), HEAD_HEIGHT
        )
        body = tuple(_row(row, needs, self.styles[1]) for row in self.full)
        made = (head, *body) if self.heads else body
        header = 1 if self.heads else 0
        return Table(_widths(needs, width), made, header=header, padding=PADDING)


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column needs, mm: its longest word, its longest line."""

    least: float
    whole: float
    short: bool

    @classmethod
    def of(
        cls, head: Sequence[str], cells: Sequence[str], styles: tuple[Style, Style]
    ) -> _Need:
        """Return what the head of a column and its cells need."""
        inside = [_measured(text, styles[1]) for text in cells]
        every = [*(_measured(text, styles[0]) for text in head), *inside, (0.0, 0.0)]
        room = 2 * PADDING[0] + SLACK
        least, whole = (max(one[k] for one in every) + room for k in (0, 1))
        longest = max((one[1] for one in inside), default=0.0)
        return cls(least, whole, 0 < longest <= SHORT)


def _measured(text: str, style: Style) -> tuple[float, float]:
    """Return the width of the longest word and of the longest line of a text."""
    face = read_face(face_name(style.font, bold=style.bold))
    lines = unmarked(text).splitlines()
    longest = face.longest_word(unmarked(text), style.size_pt)
    return longest, max((face.width(x, style.size_pt) for x in lines), default=0.0)


def _widths(needs: Sequence[_Need], width: float) -> tuple[float, ...]:
    """Return the widths of columns: what each needs, the rest by what is in them."""
    least = [one.least for one in needs]
    spare = width - sum(least)
    if spare <= 0:
        return tuple(one * width / sum(least) for one in least)
    made = list(least)
    by_need = sorted(range(len(needs)), key=lambda n: needs[n].whole - least[n])
    for k, n in enumerate(by_need):
        wanted = max(needs[n].whole - least[n], 0.0)
        given = min(wanted, spare / (len(needs) - k))
        made[n], spare = made[n] + given, spare - given
    long = [n for n, one in enumerate(needs) if not one.short] or range(len(needs))
    shares = sum(made[n] for n in long)
    return tuple(
        one + (spare * one / shares if n in long else 0.0) for n, one in enumerate(made)
    )


def _row(texts: Sequence[str], needs: Sequence[_Need], style: Style) -> Row:
    centred = style.but(align="center")
    cells = zip(texts, needs, strict=True)
    return Row(
        tuple(_cell(text, centred if need.short else style) for text, need in cells),
        ROW_HEIGHT,
    )


def _cell(text: str, style: Style) -> Cell:
    """Return a cell, its lines below each other."""
    lines = text.splitlines() or [""]
    paragraphs = (Paragraph(runs_of(line), style) for line in lines)
    return Cell(tuple(paragraphs), middle=True)
