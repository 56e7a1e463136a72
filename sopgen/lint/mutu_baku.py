"""Rules about mutu baku (codes 4xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.temuan import daftar, warning
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.sop import Kegiatan

NOL = re.compile(r"0+(?:[.,]0+)?\s*\w*$")
#: From so many kegiatan on, one minute for each is no measurement.
SERAGAM = 4


def waktu_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan without a waktu.

    Source: PermenPAN-RB 35/2012, Lampiran: mutu baku holds kelengkapan, waktu, output.
    """
    for sop in buku.sop:
        for kegiatan in sop.kegiatan:
            if not kegiatan.mutu_baku.waktu:
                yield Diagnostic(
                    "SOP401",
                    Severity.WARNING,
                    f"waktu kegiatan `{kegiatan.nomor}` kosong",
                    kegiatan.span,
                    "tulis misalnya `waktu: 5 menit`",
                )


def waktu_nol(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan of no minutes: that measures nothing."""
    for sop in buku.sop:
        found = [k for k in sop.kegiatan if NOL.match(k.mutu_baku.waktu)]
        if found:
            numbers = rentang_nomor(found)
            message = f"waktu kegiatan {numbers} `{found[0].mutu_baku.waktu}`"
            saran = "tulis waktu yang diperlukan, mis. 5 menit"
            yield warning("SOP402", message, found[0].span, saran)


def waktu_seragam(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in which everything takes one minute, signing and all."""
    for sop in buku.sop:
        times = [k.mutu_baku.waktu for k in sop.kegiatan if k.mutu_baku.waktu]
        real = [time for time in times if not NOL.match(time)]
        if len(real) >= SERAGAM and set(real) == {"1 menit"}:
            message = f"{len(real)} kegiatan masing-masing `1 menit`"
            saran = "ukur waktu setiap kegiatan"
            yield warning("SOP403", message, sop.kegiatan[0].span, saran)


def rentang_nomor(rows: list[Kegiatan]) -> str:
    """Return the numbers of some rows in one line."""
    return daftar(f"{row.nomor}" for row in rows)
