"""What became of those who sign the lembar pengesahan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.diff.matching import Pairs, moved, rest, same
from sopgen.diff.sisi import Kedua
from sopgen.diff.sop import official
from sopgen.model.buku import Pengesah
from sopgen.model.perubahan import Macam, Ubah

ISIAN = "lembar_pengesahan"


def ubah_pengesah(kedua: Kedua) -> Iterator[Ubah]:
    """Yield who signs anew, in another role or place, or no more; who he is now."""
    books = [kedua.lama.buku, kedua.baru.buku]
    old, new = (one.lembar_pengesahan for one in books)
    pairs = _pairs(old, new)
    back, shifted = {j: i for i, j in pairs.items()}, moved(pairs)
    for j, one in enumerate(new):
        i = back.get(j)
        if i is None:
            yield Ubah(ISIAN, Macam.BARU, "", _shown(one))
            continue
        if i in shifted:
            places = f"urutan {i + 1}", f"urutan {j + 1}"
            yield Ubah(ISIAN, Macam.PINDAH, *places, _shown(one))
        if old[i].peran != one.peran:
            yield Ubah(ISIAN, Macam.UBAH, _shown(old[i]), _shown(one))
        pada = f"lembar pengesahan, {one.peran}"
        yield from official([old[i].pejabat, one.pejabat], books, pada)
    for i in rest(len(old), set(pairs)):
        yield Ubah(ISIAN, Macam.HILANG, _shown(old[i]), "")


def _pairs(old: Sequence[Pengesah], new: Sequence[Pengesah]) -> Pairs:
    """Return who follows whom: the same official, else the same role."""
    pairs = same([one.pejabat.id for one in old], [one.pejabat.id for one in new])
    left = rest(len(old), set(pairs)), rest(len(new), set(pairs.values()))
    roles = [old[i].peran for i in left[0]], [new[j].peran for j in left[1]]
    return pairs | {left[0][i]: left[1][j] for i, j in same(*roles).items()}


def _shown(one: Pengesah) -> str:
    return f"{one.peran}: {one.pejabat.jabatan}"
