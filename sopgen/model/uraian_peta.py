"""Tell the map of SOP in words, for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.peta import Hubungan, Peta, Simpul

#: What a SOP does with another, by the kind of their relation.
KERJA = {
    Hubungan.PANGGILAN: "memanggil",
    Hubungan.KETERKAITAN: "berkaitan dengan",
    Hubungan.DOKUMEN: "menyerahkan dokumen ke",
}


def uraian_peta(peta: Peta) -> str:
    """Return which SOP leads to which, in one sentence."""
    told = "; ".join(", ".join(_told(peta, one)) for one in peta.simpul)
    return f"Peta keterkaitan SOP: {told}." if told else "Peta keterkaitan SOP."


def _told(peta: Peta, simpul: Simpul) -> Iterator[str]:
    """Yield the name of a SOP, and the numbers of those that it leads to."""
    numbers = {one.id: one.nomor for one in peta.simpul}
    yield f"{simpul.nomor}. {' '.join(simpul.nama.split())}"
    for hubungan, words in KERJA.items():
        own = [k for k in peta.kaitan if k.dari == simpul.id and k.hubungan is hubungan]
        others = [f"{numbers[one.ke]}" for one in own if one.ke in numbers]
        if others:
            *rest, last = dict.fromkeys(others)
            yield f"{words} {', '.join(rest)} dan {last}" if rest else f"{words} {last}"
