"""The day from which each SOP is in force."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.pergantian import Langkah
from sopgen.model.tanggal import TanggalError, read_tanggal
from sopgen.roll.keputusan import written_like
from sopgen.roll.lama import BUKU, Lama


def roll_sop(lama: Lama) -> Iterator[Langkah]:
    """Yield the new day of each SOP that had one; when it was made stays."""
    if lama.tanggal is None:
        return
    for one in lama.at(BUKU, ("sop",)) or ():
        berkas = f"sop/{one['id']}.yaml"
        old = lama.at(berkas, ("tanggal_efektif",))
        if isinstance(old, str) and _is_date(old):
            new = written_like(old, lama.tanggal)
            yield lama.set(("tanggal_efektif",), new, "tanggal keputusan", berkas)


def _is_date(text: str) -> bool:
    try:
        read_tanggal(text)
    except TanggalError:
        return False
    return True
