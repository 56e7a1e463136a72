"""Boxes that two answers lead out of: a decision, whatever shape was drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopgen.takeover.arrows import Arrow
from sopgen.takeover.board import Figure
from sopgen.takeover.labels import is_usual

BRANCHED = "kotak dengan panah keluar berlabel dibaca sebagai `keputusan`"


def decided(figures: Sequence[Figure], arrows: Sequence[Arrow]) -> tuple[Figure, ...]:
    """Return the figures, boxes that arrows named by answers leave as decisions."""
    branching = set(_branching(figures, arrows))
    return tuple(
        replace(one, simbol="keputusan", doubt=BRANCHED) if n in branching else one
        for n, one in enumerate(figures)
    )


def _branching(figures: Sequence[Figure], arrows: Sequence[Arrow]) -> Iterator[int]:
    for number, figure in enumerate(figures):
        exits = [a for a in arrows if a.source == number and not a.dashed]
        apart = len({a.target for a in exits}) > 1
        if apart and _is_box(figure) and any(is_usual(a.label) for a in exits):
            yield number


def _is_box(figure: Figure) -> bool:
    """Return whether a figure may be a decision: no text says that it is an end."""
    rounded = figure.simbol == "terminator" and figure.doubt and not figure.teks
    return figure.simbol == "proses" or bool(rounded)
