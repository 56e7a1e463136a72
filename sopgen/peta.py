"""Find out which SOP leads to which: by calls, keterkaitan, and documents handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.model.buku import Buku
from sopgen.model.gaya import unmarked
from sopgen.model.peta import Hubungan, Kaitan, Peta, Simpul
from sopgen.model.sop import Sop


def relate(buku: Buku) -> Peta:
    """Return the map of a book's SOP."""
    simpul = tuple(
        Simpul(s.id, s.nomor, s.nama, seksi.judul if seksi else "")
        for seksi, every in buku.per_seksi
        for s in every
    )
    called = tuple(_by_panggilan(buku.sop))
    pairs = {(one.dari, one.ke) for one in called}
    related = (k for k in _by_keterkaitan(buku.sop) if (k.dari, k.ke) not in pairs)
    kaitan = (*called, *related, *_by_dokumen(buku.sop))
    judul = f"Peta SOP {buku.kecamatan.sebutan.kantor} Tahun {buku.tahun}"
    return Peta(judul, simpul, tuple(dict.fromkeys(kaitan)))


def _by_panggilan(every: tuple[Sop, ...]) -> Iterator[Kaitan]:
    """Yield a relation for each SOP that a step is, or that a flow goes on in."""
    known = {sop.id for sop in every}
    for sop in every:
        for one in sop.langkah:
            if one.sop in known:
                yield Kaitan(sop.id, one.sop, Hubungan.PANGGILAN)


def _by_keterkaitan(every: tuple[Sop, ...]) -> Iterator[Kaitan]:
    """Yield a relation for each other SOP that a keterkaitan names."""
    for sop in every:
        for text in sop.identitas.keterkaitan:
            for other in every:
                if other.id != sop.id and names(text, other):
                    yield Kaitan(sop.id, other.id, Hubungan.KETERKAITAN)


def names(text: str, sop: Sop) -> bool:
    """Return whether a text names a SOP, by its full or its short name."""
    folded = fold(text)
    return any(fold(name) in folded for name in (sop.nama, sop.nama_pendek))


def fold(text: str) -> str:
    """Return the letters and digits of a text, small, without the word SOP."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\bsop\b", "", text.lower()))


def _by_dokumen(every: tuple[Sop, ...]) -> Iterator[Kaitan]:
    """Yield a relation where one SOP needs what only one other gives out."""
    givers: dict[str, list[Sop]] = {}
    for sop in every:
        for dokumen in {fold(row.mutu_baku.output): None for row in sop.kegiatan}:
            givers.setdefault(dokumen, []).append(sop)
    for sop in every:
        for row in sop.kegiatan:
            dokumen = row.mutu_baku.kelengkapan
            found = givers.get(fold(dokumen), []) if dokumen else []
            if len(found) == 1 and found[0].id != sop.id:
                handed = unmarked(dokumen)
                yield Kaitan(found[0].id, sop.id, Hubungan.DOKUMEN, handed)
