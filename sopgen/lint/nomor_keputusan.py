"""Rules about how the number of a decree is written (code SOP746)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.perbaikan_keputusan import closed_up
from sopgen.lint.temuan import listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.pergantian import is_open

#: A place in the register with a further one behind it: ``09.1``.
DESIMAL = re.compile(r"0?[0-9]+\.[0-9]")


def nomor_berspasi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree whose number has blanks in it, or a decimal sequence.

    One that is still to be filled in has blanks where it will be; so has an empty part,
    which is told as that.
    """
    for one in buku.keputusan:
        if is_open(one.nomor) or _empty(one.nomor):
            continue
        parts = [part.strip() for part in one.nomor.split("/")]
        decimal = any(DESIMAL.fullmatch(part) for part in parts[1:])
        if " " in one.nomor.strip() or decimal:
            message = f"penulisan nomor `{one.nomor}`"
            why = "urutan desimal dan spasi" if decimal else "spasi"
            saran = (
                f"tanpa {why}: `{'/'.join(parts)}`"
                if not decimal
                else ("pakai nomor urut register dan tulis tanpa spasi")
            )
            told = diagnose_lightly("SOP746", message, one.at("nomor"), saran)
            yield told.cured_by(None if decimal else closed_up(one))


def nomor_tak_utuh(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree in whose number a part is empty."""
    for one in buku.keputusan:
        if is_open(one.nomor):
            continue
        if empty := _empty(one.nomor):
            message = f"bagian yang kosong pada nomor keputusan `{one.nomor}`"
            saran = f"isi bagian {listed(_places(one.nomor, empty))}"
            yield diagnose("SOP746", message, one.at("nomor"), saran)


def _empty(nomor: str) -> list[int]:
    """Return which parts of a number have nothing in them, counted from nought."""
    return [n for n, part in enumerate(nomor.split("/")) if not part.strip()]


def _places(nomor: str, empty: list[int]) -> Iterator[str]:
    """Yield where empty parts of a number stand, by the parts beside them."""
    parts = [part.strip() for part in nomor.split("/")]
    for n in empty:
        beside = [f"sesudah `{parts[n - 1]}`"] if n and parts[n - 1] else []
        if n + 1 < len(parts) and parts[n + 1]:
            beside.append(f"sebelum `{parts[n + 1]}`")
        yield f"ke-{n + 1} ({' dan '.join(beside)})" if beside else f"ke-{n + 1}"
