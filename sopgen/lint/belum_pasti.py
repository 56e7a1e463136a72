"""Rules about what a new year left open in a decree (codes 8xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.temuan import forbid_final
from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.pergantian import is_guess, is_open

#: A number of the register alone, without code, office or year.
URUT = re.compile(r"\s*[0-9]{1,4}\s*")


def nomor_belum_diisi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree in whose number a part is blank, or all but its sequence."""
    for one in buku.keputusan:
        if URUT.fullmatch(one.nomor):
            message = f"nomor keputusan baru nomor urutnya: `{one.nomor.strip()}`"
            saran = (
                f"tulis {isian('nomor')} selengkapnya menurut buku register keputusan, "
                "dengan kode klasifikasi dan tahunnya"
            )
            yield forbid_final("SOP802", message, one.at("nomor"), saran)
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
