"""Read a chart's table as cells of Word or Excel: its edges, and running text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sopgen.model.chart import TextBlock
from sopgen.model.gaya import Run, merged, slices, texts_of
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.render.ink import HEAD_GREY
from sopgen.typeface import set_runs

HEAD_FILL = f"{round(HEAD_GREY * 255):02X}" * 3
#: How near two edges lie that are one, mm.
NEAR = 0.01


def edges_of(values: Iterable[float]) -> tuple[float, ...]:
    """Return places in order, those that are nearly equal once."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > NEAR:
            made.append(value)
    return tuple(made)


def nearest(edges: Sequence[float], value: float) -> int:
    """Return the number of the edge that is at a place."""
    return bisect_left(edges, value - NEAR)


@remembered(8192)
def flowed(block: TextBlock, tolerance: float, cut: str = "") -> tuple[Run, ...]:
    """Return broken lines as running text; a break stays where no space was broken at.

    A column may be wider by twice the tolerance in mm before it holds more words.
    ``cut`` stands where a word was broken.  The lines of turned text run along the
    height of their box.
    """
    room = block.box.h if block.turned else block.box.w
    joints = _Joints(block, room, tolerance, cut)
    first, *rest = block.in_runs
    made = list(first)
    before = first
    for line in rest:
        made += (Run(joints.between(before, line)), *line)
        before = line
    return _joined(made)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Return runs with each blank in the look of what stands before it."""
    made: list[Run] = []
    for run in runs:
        blank = made and not run.text.strip()
        made.append(replace(made[-1], text=run.text) if blank else run)
    return merged(made)


@dataclass(frozen=True, slots=True)
class _Joints:
    """Tells what stood where a text was broken into lines, room mm wide."""

    block: TextBlock
    room: float
    tolerance: float
    cut: str

    def _width(self, runs: tuple[Run, ...]) -> float:
        return set_runs(runs, bold=self.block.bold).width(self.block.size_pt)

    def between(self, before: tuple[Run, ...], line: tuple[Run, ...]) -> str:
        """Return a blank, a newline, or what stands where a word was broken."""
        first, second = texts_of((before, line))
        word = slices(line, 0, len(second.split(" ", 1)[0]))
        width = self._width((*before, Run(" "), *word))
        if not first or not second or width <= self.room - 2 * self.tolerance:
            return "\n"
        letter = slices(line, 0, 1)
        broken = first.endswith(("-", "/")) or (
            not self.block.whole
            and " " not in first
            and self._width((*before, *letter)) > self.room
        )
        return self.cut if broken else " "
