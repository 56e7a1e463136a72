"""A workbook that another program has open: what was typed there is not in its file."""

from __future__ import annotations

import os
from pathlib import Path

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span

TERBUKA = "buku kerja ini sedang terbuka di program lain"


def opened(place: Path) -> Diagnostic | None:
    """Return the error for a workbook that is open elsewhere, to be made another."""
    lock = _lock_of(place)
    if not lock:
        return None
    saran = f"simpan dan tutup buku kerja itu, lalu ulangi; {_stale(lock)}"
    return diagnose("SOP805", TERBUKA, _span(place), saran)


def last_saved(place: Path) -> Diagnostic | None:
    """Return the note for a workbook that is open elsewhere, and only read."""
    lock = _lock_of(place)
    if not lock:
        return None
    message = f"{TERBUKA}; yang dibaca simpanan terakhirnya"
    saran = f"bila ada yang belum disimpan di sana, simpan lalu ulangi; {_stale(lock)}"
    return diagnose_lightly("SOP805", message, _span(place), saran)


def _lock_of(place: Path) -> str:
    """Return the file by which Excel or LibreOffice says so, or nothing."""
    if os.path.isdir(place):
        return ""
    locks = (f"~${place.name}", f".~lock.{place.name}#")
    return next((n for n in locks if os.path.lexists(place.with_name(n))), "")


def _stale(lock: str) -> str:
    return f"bila tidak ada yang membukanya, hapus `{lock}` di sampingnya"


def _span(place: Path) -> Span:
    return Span(Source(place.as_posix()))
