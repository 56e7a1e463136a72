"""What stands for a regulation that is repealed, where the table is sure of it."""

from __future__ import annotations

from sopgen.model.peraturan import Keberlakuan, Keyakinan, Peraturan, Tabel

#: In force, be it with changes.
BERLAKU = frozenset((Keberlakuan.BERLAKU, Keberlakuan.DIUBAH))


def certain_successor(peraturan: Peraturan, tabel: Tabel) -> Peraturan | None:
    """Return the only regulation in force that replaced a repealed one, if it is sure.

    It may have been replaced several times, each time by one.
    """
    seen = {peraturan.id}
    here = peraturan
    while here.status is Keberlakuan.DICABUT:
        following = tabel.get(here.oleh[0]) if len(here.oleh) == 1 else None
        sure = here.keyakinan is Keyakinan.TINGGI
        if following is None or not sure or following.id in seen:
            return None
        seen.add(following.id)
        here = following
    known = here.status in BERLAKU and here.keyakinan is not Keyakinan.RENDAH
    return here if known and here is not peraturan else None
