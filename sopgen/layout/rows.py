"""The rows of a chart's table with their broken lines."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sopgen.layout.columns import PADDING, TEXT_PT, Columns
from sopgen.model.chart import ChartRow
from sopgen.model.gaya import Lines, Run
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop
from sopgen.typeface import script

#: What stands first in a row that goes on with the one before it.
LANJUTAN: Lines = ((Run("(lanjutan)", italic=True),),)


@dataclass(frozen=True, slots=True)
class Part:
    """A row: a kegiatan by its index, or a part of one that is too high for a page.

    ``texts`` are the lines of each text column, that of kegiatan first; ``open`` tells
    which of them go on in the next part.  Only the ``first`` part has symbols.
    """

    kegiatan: int
    texts: tuple[Lines, ...]
    open: tuple[bool, ...]
    first: bool = True

    @property
    def lines(self) -> int:
        """Return how many lines its longest text has."""
        return max(1, *(len(lines) for lines in self.texts))

    def cut(self, count: int) -> tuple[Part, Part]:
        """Return a part with so many lines, and what is left for the next."""
        upper = tuple(lines[:count] for lines in self.texts)
        lower = tuple(lines[count:] for lines in self.texts)
        below = ((*LANJUTAN, *lower[0]), *lower[1:])
        goes_on = tuple(bool(lines) for lines in lower)
        return (
            replace(self, texts=upper, open=goes_on),
            replace(self, texts=below, first=False),
        )


class Filled(NamedTuple):
    """A row of a page, and what it says."""

    row: ChartRow
    part: Part


def parts_of(sop: Sop, columns: Columns) -> tuple[Part, ...]:
    """Return the rows of a table, each whole."""
    broken = [
        [script(text).wrap(TEXT_PT, span.length - 2 * PADDING) for text in column.texts]
        for column, span in columns.texts
    ]
    shut = (False,) * len(broken)
    return tuple(
        Part(n, texts, shut) for n, texts in enumerate(zip(*broken, strict=True))
    )
