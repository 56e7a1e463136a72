"""Colours of a standalone chart: as printed, or pleasant on a screen."""

from __future__ import annotations

from collections.abc import Mapping

from sopgen.model.nilai import dataclass
from sopgen.render.ink import TABLE_INK


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours in CSS notation; ``coloured`` symbols have their own, others ``fill``."""

    paper: str
    ink: str
    line: str
    table: str
    head: str
    fill: str
    coloured: bool = False


CETAK = Theme("#fff", "#000", "#000", f"#{TABLE_INK}", "#ebebeb", "#fff")
LAYAR = Theme(
    paper="#fff",
    ink="#1f2937",
    line="#334155",
    table="#cbd5e1",
    head="#eef2f7",
    fill="#fff",
    coloured=True,
)
THEMES: Mapping[str, Theme] = {"cetak": CETAK, "layar": LAYAR}
