"""Colours of a standalone chart: as printed, or pleasant on a screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours in CSS notation; ``fills`` are by symbol, all others ``fill``."""

    paper: str
    ink: str
    line: str
    table: str
    head: str
    fill: str
    fills: Mapping[str, str] = field(default_factory=dict)


CETAK = Theme("#fff", "#000", "#000", "#000", "#ebebeb", "#fff")
LAYAR = Theme(
    paper="#fff",
    ink="#1f2937",
    line="#334155",
    table="#cbd5e1",
    head="#eef2f7",
    fill="#fff",
    fills={
        "terminator": "#d9f2e3",
        "proses": "#e3edfb",
        "keputusan": "#fdf0cf",
        "persiapan": "#ece6fa",
        "dokumen": "#f3f4f6",
        "penyimpanan": "#fbe4ec",
        "penghubung": "#e2e8f0",
    },
)
THEMES: Mapping[str, Theme] = {"cetak": CETAK, "layar": LAYAR}
