"""The SOP that a SOP calls: who is meant on both sides, and by what name it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sopgen.diff.matching import Pairs
from sopgen.model.buku import Buku
from sopgen.model.sop import Langkah, Sop


def same_ids(lama: Buku, baru: Buku, pairs: Pairs) -> Mapping[str, str]:
    """Return what each SOP of the older book is called in the newer one."""
    return {lama.sop[i].id: baru.sop[j].id for i, j in pairs.items()}


def calling(sop: Sop, buku: Buku, ids: Mapping[str, str]) -> Sop:
    """Return a SOP whose symbols name the SOP that they call, not by their numbers.

    The ids become those of the newer book: what is only called otherwise is the same.
    """
    names = {one.id: one.nama.removeprefix("SOP ") for one in buku.sop}

    def named(one: Langkah) -> Langkah:
        if not one.sop:
            return one
        sebutan = f"SOP {names.get(one.sop, one.sop)}"
        return replace(one, sop=ids.get(one.sop, one.sop), sebutan=sebutan)

    return replace(sop, langkah=tuple(map(named, sop.langkah)))
