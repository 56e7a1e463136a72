"""Rules about the annexes of a decree: whether its diktum speak of them (7xx).

Source: tata naskah dinas: an annex is what the text of the decree refers to.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.bacaan import filled
from sopgen.model.bahasa import romawi
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sitiran_lampiran import cited


def lampiran_tak_dirujuk(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each annex that no diktum cites.

    The bare word means all of them; a decree of one diktum is only begun.
    """
    for one in buku.keputusan:
        every = range(1, len(one.lampiran) + 1)
        left = [n for n in every if n not in _cited(one, buku)]
        for n in left if max(len(one.diktum), len(one.menimbang)) > 1 else ():
            nama = f"Lampiran {romawi(n)}" if len(every) > 1 else "Lampiran"
            message = f"{nama} keputusan {one.id} tidak disebut dalam diktum"
            saran = (
                f"tulis misalnya `sebagaimana tercantum dalam {nama} Keputusan ini`, "
                "atau hapus lampirannya"
            )
            span = one.at(*one.lampiran[n - 1].jejak)
            yield diagnose("SOP715", message, span, saran)


def _cited(one: Keputusan, buku: Buku) -> frozenset[int]:
    """Return the numbers of the annexes that the diktum of a decree cite."""
    found: set[int] = set()
    for teks in one.diktum:
        for cite in cited(filled(teks.isi, buku)):
            found.update(cite.nomor or range(1, len(one.lampiran) + 1))
    return frozenset(found)
