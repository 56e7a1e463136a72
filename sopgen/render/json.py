"""Write a chart as JSON: the geometry itself, millimetres, y down."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from sopgen.model.chart import Chart

#: Left out where there is nothing in them.
SPARE = ("runs", "tanda", "marks", "langkah", "ikatan", "sop")
#: Always left out.
INNER = ("span", "whole", "uraian")
#: Decimals of a length: a tenth of a micrometre is enough.
DECIMALS = 4


def write_json(chart: Chart) -> bytes:
    """Return every page's cells, symbols and edges; findings and spans left out."""
    made = {"sop": chart.sop, "judul": chart.judul}
    pages = [_plain(asdict(page)) for page in chart.pages]
    text = json.dumps({**made, "halaman": pages}, ensure_ascii=False, indent=1)
    return (text + "\n").encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            k: _plain(v) for k, v in value.items() if k not in INNER and _said(k, v)
        }
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return round(value, DECIMALS) if isinstance(value, float) else value


def _said(key: str, value: Any) -> bool:
    return bool(value) or key not in SPARE
