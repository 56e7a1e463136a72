"""The room that a page has for a chart, and the sizes that a chart may be drawn in."""

from __future__ import annotations

from sopgen.model.nilai import dataclass

#: The sizes that are tried: the text of the table is 8, 7.5 or 7 points then.
SIZES = (1.0, 0.9375, 0.875)
#: No text may be smaller, points.
LEAST_PT = 6.0


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a chart in mm, and whether it has the column keterangan.

    It has that column, even if it stays empty, where other charts of its book have it.
    """

    width: float
    height: float
    keterangan: bool = False

    def scaled(self, size: float) -> tuple[float, float]:
        """Return width and height in mm for a chart that is then drawn in a size."""
        if size == 1:
            return self.width, self.height
        return self.width / size, self.height / size
