"""The table of regulations by itself: that of sopgen, or that of an office."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.peraturan import Tabel
from sopgen.spec.findings import Findings
from sopgen.spec.parse import open_files
from sopgen.spec.peraturan import read_peraturan, table_of_sopgen


def read_tabel(place: Path | None) -> tuple[Tabel, tuple[Diagnostic, ...]]:
    """Return the table of an office, or of no office; and what is wrong with it."""
    findings = Findings()
    if place is None:
        return table_of_sopgen(), ()
    files = open_files(place, findings)
    if files is None:
        return Tabel(), findings.ordered
    return read_peraturan(files, findings), findings.ordered
