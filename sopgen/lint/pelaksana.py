"""Rules about who does what (codes 2xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian


def pelaksana_menganggur(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each pelaksana in whose column nothing stands."""
    for sop in buku.sop:
        used = {n for langkah in sop.langkah for n in langkah.semua_lajur}
        for lajur, pelaksana in enumerate(sop.pelaksana):
            if used and lajur not in used:
                yield diagnose(
                    "SOP207",
                    f"pelaksana `{pelaksana.nama}` tidak punya kegiatan",
                    pelaksana.span,
                    "hapus kolomnya, atau periksa nama pelaksana pada kegiatan",
                )


def mulai_bukan_di_kiri(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP whose first symbol is not in the leftmost column.

    Source: practice of the source books; who begins stands first.
    """
    for sop in buku.sop:
        if sop.langkah and sop.langkah[0].lajur > 0:
            first = sop.pelaksana[sop.langkah[0].lajur].nama
            yield diagnose(
                "SOP208",
                "kegiatan pertama tidak di kolom pelaksana paling kiri",
                sop.langkah[0].at("pelaksana"),
                f"letakkan `{first}` paling depan pada {isian('pelaksana')}",
            )
