"""Which exit of a decision goes on and which comes back, told by the flow alone.

Without the decision an exit that goes on still leads to an end; one that comes back
leads only to what the decision has to be asked again for.  Of those that go on the
nearest one below is the answer that was hoped for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sopgen.layout.route.ways.task import Keluar
from sopgen.model.sop import Alur, Jenis, Langkah, Sop

KEPUTUSAN = "keputusan"


def exits_of(sop: Sop) -> dict[int, Keluar]:
    """Return the exits of decisions with several, by their numbers in Sop.alur."""
    rows = {one.id: one.baris for one in sop.langkah}
    leads: dict[str, list[str]] = defaultdict(list)
    exits: dict[str, list[int]] = defaultdict(list)
    for n, alur in enumerate(sop.alur):
        if alur.jenis is Jenis.PROSES and {alur.dari, alur.ke} <= rows.keys():
            leads[alur.dari].append(alur.ke)
            exits[alur.dari].append(n)
    found: dict[int, Keluar] = {}
    for langkah in sop.langkah:
        own = exits[langkah.id]
        if langkah.simbol == KEPUTUSAN and len(own) > 1:
            hoped = _hoped(langkah, [sop.alur[n] for n in own], leads, rows)
            for n in own:
                on = sop.alur[n] is hoped
                found[n] = Keluar.MAJU if on else Keluar.BALIK
    return found


def _hoped(
    langkah: Langkah,
    exits: list[Alur],
    leads: Mapping[str, list[str]],
    rows: Mapping[str, int],
) -> Alur | None:
    """Return the exit that goes on to the nearest step below, if one does."""
    on = [one for one in exits if _ends(one.ke, langkah.id, leads)]
    below = [one for one in on if rows[one.ke] > langkah.baris]
    return min(below or on, key=lambda one: rows[one.ke], default=None)


def _ends(start: str, without: str, leads: Mapping[str, list[str]]) -> bool:
    """Tell whether a way leads from a step to an end that does not pass another."""
    seen, waiting = {without}, [start]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if not leads.get(one):
            return True
        waiting += leads[one]
    return False
