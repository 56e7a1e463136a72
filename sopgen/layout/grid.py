"""What the flow is drawn into, and what comes of it."""

from __future__ import annotations

from dataclasses import field

from sopgen.layout.room import LEAST_PT
from sopgen.model.chart import ChartRow, Edge, Ikatan, Symbol
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.geometry import Interval
from sopgen.model.nilai import dataclass


@dataclass(slots=True)
class Patience:
    """How many arrows without a way may be sought for long before a chart is given up.

    Its pages are drawn again and again, with higher rows and other symbols, so that
    they find one; what none of that helps must not take a minute.
    """

    left: int = 16

    @property
    def lost(self) -> bool:
        """Return whether pages are to be drawn as well as can be done at once."""
        return self.left <= 0

    def lose(self, arrows: int) -> None:
        """Take note of a page on which so many arrows have no way of their own."""
        self.left -= arrows


@dataclass(frozen=True, slots=True)
class Grid:
    """The table that the flow is drawn into, in mm.

    ``lanes`` are the x-ranges of the pelaksana columns.  ``heights`` are the least
    heights of the rows (what their text needs); a row grows only when ``growing``
    and its symbols or arrows need more.  ``room`` is the height a page has for rows;
    ``breaks``, when given, are the rows that begin a new page; ``continued`` are those
    that go on with the row before them and have no symbols.  ``least_pt`` is the
    smallest type of a symbol's text, ``patience`` that with the chart's hard pages.
    """

    lanes: tuple[Interval, ...]
    heights: tuple[float, ...]
    room: float
    breaks: tuple[int, ...] | None = None
    growing: bool = True
    continued: frozenset[int] = frozenset()
    least_pt: float = LEAST_PT
    patience: Patience = field(default_factory=Patience, compare=False)

    @property
    def drawn(self) -> tuple[float, ...]:
        """Return the heights of the rows that may have symbols."""
        return tuple(h for n, h in enumerate(self.heights) if n not in self.continued)


@dataclass(frozen=True, slots=True)
class FlowPage:
    """One page of the flow; y counts from the top of its first row."""

    rows: tuple[ChartRow, ...]
    symbols: tuple[Symbol, ...]
    edges: tuple[Edge, ...]
    ikatan: tuple[Ikatan, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """The drawn flow and what was found on the way (codes 5xx)."""

    pages: tuple[FlowPage, ...]
    findings: tuple[Diagnostic, ...]
