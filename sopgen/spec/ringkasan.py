"""One line about an office, without checking its book."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.sebutan_kantor import called_in
from sopgen.spec.files import Folder
from sopgen.spec.findings import Findings


def read_ringkasan(folder: Path) -> str:
    """Return what buku.yaml says first: ``Kecamatan Kampak, 2025, 3 SOP``."""
    data = Folder(folder).yaml("buku.yaml", Findings()).data
    if not isinstance(data, dict):
        return "buku.yaml tidak dapat dibaca"
    kantor, sop = called_in(data.get("kecamatan")).kantor, data.get("sop")
    count = len(sop) if isinstance(sop, list) else 0
    return f"{kantor}, {data.get('tahun', '?')}, {count} SOP"
