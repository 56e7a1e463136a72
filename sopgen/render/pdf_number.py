"""Numbers as a PDF writes them: short, and the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.model.ingatan import remembered

#: What is nearer to nothing is nothing.
TINY = 5e-7


@remembered(16384)
def number(value: float) -> str:
    """Return a number with about seven digits; pages have few that differ."""
    size = abs(value)
    if size <= TINY:
        return "0"
    if size < 10:
        text = f"{value:.6f}"
    elif size < 100:
        text = f"{value:.5f}"
    else:
        text = f"{value:.4f}"
    return text.rstrip("0").rstrip(".")


def numbers(values: Iterable[float]) -> str:
    """Return numbers, one behind the other."""
    return " ".join(map(number, values))
