"""Rules about what a new year left open in a decree (codes 8xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.temuan import forbid_final
from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.pergantian import is_guess, is_open


def nomor_belum_diisi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree in whose number a part is blank."""
    for one in buku.keputusan:
        if is_open(one.nomor):
            message = f"nomor keputusan belum lengkap: `{one.nomor}`"
            saran = f"isi {isian('nomor')} menurut buku register keputusan"
            yield forbid_final("SOP802", message, one.at("nomor"), saran)


def tanggal_diperkirakan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree whose date was only guessed from last year's."""
    for one in buku.keputusan:
        if is_guess(one.catatan, one.tanggal):
            message = f"tanggal keputusan {tanggal(one.tanggal)} baru perkiraan"
            saran = (
                f"tulis tanggal penetapannya, atau hapus {isian('catatan')} yang "
                "menyebutnya bila sudah benar"
            )
            yield forbid_final("SOP803", message, one.at("tanggal"), saran)
