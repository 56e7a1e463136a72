"""Rules about mutu baku (codes 4xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Severity


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
