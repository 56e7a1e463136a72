"""Officials who sign for each other: a ring in which nobody signs for himself."""

from __future__ import annotations

from sopgen.lint.identitas import signing
from sopgen.model.buku import Buku
from sopgen.model.pejabat import Pejabat


def plain(jabatan: str) -> str:
    """Return a jabatan as it is compared."""
    return " ".join(jabatan.casefold().split())


def ring_of(start: Pejabat, buku: Buku) -> tuple[Pejabat, ...]:
    """Return those on the way from an official back to himself, if there is one."""
    known = {plain(one.jabatan): one for one in signing(buku)}
    way = [start]
    while way[-1].kapasitas.mewakili:
        following = known.get(plain(way[-1].atas_nama))
        if following == start:
            return tuple(way) if len(way) > 1 else ()
        if following is None or following in way:
            return ()
        way.append(following)
    return ()
