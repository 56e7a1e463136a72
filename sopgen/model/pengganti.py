"""What stands for a regulation that is repealed, where the table is sure of it."""

from __future__ import annotations

from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import Keberlakuan, Keyakinan, Peraturan, Tabel

#: In force, be it with changes.
BERLAKU = frozenset((Keberlakuan.BERLAKU, Keberlakuan.DIUBAH))


def certain_successor(peraturan: Peraturan, tabel: Tabel) -> Peraturan | None:
    """Return what certainly replaced a repealed regulation and is in force itself.

    It may have been replaced several times, each time by one.  Nothing where several
    did, where the table is not sure or rests on what is only commonly known, or where
    it does not end.
    """
    seen: set[str] = set()
    now = peraturan
    while now.status is Keberlakuan.DICABUT:
        seen.add(now.id)
        after = tabel.get(now.oleh[0]) if len(now.oleh) == 1 else None
        sure = now.keyakinan is Keyakinan.TINGGI and not now.perlu_verifikasi
        if after is None or not sure or after.id in seen:
            return None
        now = after
    known = now.status in BERLAKU and now.keyakinan is not Keyakinan.RENDAH
    return now if known and now is not peraturan else None


@dataclass(frozen=True, slots=True)
class Penerus:
    """What takes the place of a repealed basis, and the words that cite it there.

    There are none (``""``) where its id says it all; ``None`` where they are not sure:
    then the repealed one may only give way to one that is cited already.
    """

    oleh: Peraturan
    teks: str | None = ""
