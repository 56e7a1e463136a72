"""A QR in modules: what every writer draws it from.

Modules in runs, so that it is few rectangles; the quiet zone is that of ISO/IEC 18004.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sopgen.model.geometry import Box
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.render.connector import XY
from sopgen.render.drawingml import Form, Path, emu

#: White modules on each side.
QUIET = 4


class Deret(NamedTuple):
    """Dark modules beside each other, from the symbol's left and upper edge."""

    x: int
    y: int
    many: int


@dataclass(frozen=True, slots=True)
class Qr:
    """The dark modules of a QR, ``size`` modules wide with its quiet zone."""

    size: int
    runs: tuple[Deret, ...]

    def boxes(self, box: Box) -> Iterator[Box]:
        """Yield the dark places of it in a square box."""
        one = box.w / self.size
        for run in self.runs:
            x, y = box.x + run.x * one, box.y + run.y * one
            yield Box(x, y, run.many * one, one)


@remembered(256)
def qr_of(text: str) -> Qr:
    """Return the QR of a text: error correction M, so that a stamp may touch it."""
    import segno  # 60 ms, and only where a QR is printed

    matrix = segno.make(text, error="m", micro=False).matrix
    runs: list[Deret] = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, group in groupby(row, bool):
            count = len(list(group))
            if dark:
                runs.append(Deret(x + QUIET, y + QUIET, count))
            x += count
    return Qr(len(matrix) + 2 * QUIET, tuple(runs))


def qr_form(text: str, box: Box) -> Form:
    """Return a QR as one outline of DrawingML, measured from the corner of its box."""
    steps: list[tuple[str, tuple[XY, ...]]] = []
    for dark in qr_of(text).boxes(Box(0, 0, box.w, box.h)):
        x, y, x1, y1 = (emu(v) for v in (dark.x, dark.y, dark.x1, dark.y1))
        steps.append(("move", ((x, y),)))
        steps += (("line", (one,)) for one in ((x1, y), (x1, y1), (x, y1)))
        steps.append(("close", ()))
    return Form(path=Path(tuple(steps)))
