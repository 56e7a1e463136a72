"""A small office of which nothing forbids that its book is built."""

from __future__ import annotations

from pathlib import Path

from tests.diff.books import write_office

#: Its SOP without a chart is a draft, for much of it is not written yet.
DRAF = (
    "sop/arsip-aktif.yaml",
    "unit: Sekretariat\n",
    "unit: Sekretariat\nstatus: draf\n",
)


def write_utuh(folder: Path) -> Path:
    """Write the office; return its folder."""
    return write_office(folder, DRAF)
