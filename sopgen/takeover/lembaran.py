"""The paper that a file of ours is printed on, as a spec says it.

The book's paper is that of its pages without a chart; where a file has none, that of
its charts, unless a book is never printed on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sopgen.kertas import read_kertas
from sopgen.model.buku import LANSKAP, POTRET
from sopgen.model.draft import Data
from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Board

#: How far the sides of a sheet may be off, mm: programs round them.
NEAR = 1.0
#: The paper of a book that names none, and what only charts are printed on.
USUAL, CHARTS_ONLY = "F4", "A3"


@dataclass(frozen=True, slots=True)
class Lembaran:
    """A sheet as it lies: the name of its paper, empty for an unknown one."""

    kertas: str = ""
    orientasi: str = ""


@dataclass(frozen=True, slots=True)
class Cetakan:
    """What buku.yaml says of paper, and what each SOP does."""

    buku: dict[str, Data]
    sop: tuple[dict[str, Data], ...]


def lembaran_of(board: Board | None) -> Lembaran:
    """Return the sheet that a board is printed on."""
    width, height = board.sides if board else (0.0, 0.0)
    if not width or not height:
        return Lembaran()
    short, long = sorted((width, height))
    names = (
        kertas.nama
        for kertas in read_kertas().values()
        if abs(kertas.lebar - short) <= NEAR and abs(kertas.tinggi - long) <= NEAR
    )
    return Lembaran(next(names, ""), POTRET if width < height else LANSKAP)


def cetakan_of(charts: Sequence[Lembaran], others: Iterable[Lembaran]) -> Cetakan:
    """Return what a spec says for the sheets of each SOP's chart and of other pages."""
    kertas = _most(one.kertas for one in others)
    if not kertas:
        kertas = _most(one.kertas for one in charts)
        kertas = USUAL if kertas in ("", CHARTS_ONLY) else kertas
    said = [_said(one, kertas) for one in charts]
    shared = {k: v for k, v in said[0].items() if all(s.get(k) == v for s in said)}
    own = tuple({k: v for k, v in s.items() if k not in shared} for s in said)
    return Cetakan({"kertas": kertas, **shared} if kertas != USUAL else shared, own)


def _said(chart: Lembaran, kertas: str) -> dict[str, Data]:
    """Return what a SOP says of its chart in a book on a paper."""
    said: dict[str, Data] = {}
    if chart.kertas not in ("", kertas):
        said["kertas_bagan"] = chart.kertas
    if chart.orientasi == POTRET:
        said["orientasi_bagan"] = POTRET
    return said


def _most(names: Iterable[str]) -> str:
    counted = Counter(filter(None, names))
    return counted.most_common(1)[0][0] if counted else ""
