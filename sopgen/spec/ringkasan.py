"""One line about an office, without checking its book."""

from __future__ import annotations

from pathlib import Path

from sopgen.spec.files import Folder
from sopgen.spec.findings import Findings


def read_ringkasan(folder: Path) -> str:
    """Return what buku.yaml says first: ``Kecamatan Kampak, 2025, 3 SOP``."""
    data = Folder(folder).yaml("buku.yaml", Findings()).data
    if not isinstance(data, dict):
        return "buku.yaml tidak dapat dibaca"
    office, sop = data.get("kecamatan"), data.get("sop")
    nama = office.get("nama", "?") if isinstance(office, dict) else "?"
    count = len(sop) if isinstance(sop, list) else 0
    return f"Kecamatan {nama}, {data.get('tahun', '?')}, {count} SOP"
