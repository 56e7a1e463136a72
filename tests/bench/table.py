"""A table of figures: in columns for a terminal, and as Markdown for a page."""

from __future__ import annotations

from typing import NamedTuple

from tests.bench.pairs import Spread

#: What stands where there is no figure.
NONE = "–"


class Table(NamedTuple):
    """A table: what it tells, its headings and its rows; names first, then figures."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def plain(self) -> str:
        """Return it for a terminal: names from the left, figures to the right."""
        wide = [
            max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)
        ]
        lines = (self._line(row, wide) for row in (self.head, *self.rows))
        return "\n".join([self.title, *lines])

    def markdown(self) -> str:
        """Return it for a page."""
        rule = ["---", *("---:" for _ in self.head[1:])]
        lines = (f"| {' | '.join(row)} |" for row in (self.head, rule, *self.rows))
        return "\n".join([f"**{self.title}**", "", *lines])

    def _line(self, row: tuple[str, ...], wide: list[int]) -> str:
        first = f"{row[0]:<{wide[0]}}"
        others = (f"{text:>{n}}" for text, n in zip(row[1:], wide[1:], strict=True))
        return "  ".join([first, *others]).rstrip()


def figure(value: float | None, digits: int = 2) -> str:
    """Return a figure as it is printed."""
    return NONE if value is None else f"{value:.{digits}f}"


def between(one: Spread, digits: int = 1) -> str:
    """Return a middle and its spread as they are printed: ``7.1 (6.6–10.0)``."""
    least, most = figure(one.least, digits), figure(one.most, digits)
    return f"{figure(one.middle, digits)} ({least}–{most})"


def percent(part: float) -> str:
    """Return a part as it is printed, with its sign."""
    return f"{round(part, 2) + 0.0:+.0%}"
