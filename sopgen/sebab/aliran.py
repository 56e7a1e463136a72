"""Which kegiatan a flow does not come to, and where it turns in a circle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Alur, Jenis, Sop


def aliran_of(sop: Sop) -> Aliran:
    """Return the arrows of a SOP, by the symbols that they leave."""
    ways: dict[str, list[Alur]] = {}
    for alur in sop.alur:
        ways.setdefault(alur.dari, []).append(alur)
    return Aliran(sop, ways)


@dataclass(frozen=True, slots=True)
class Aliran:
    """The arrows of a SOP, and what can be reached along them."""

    sop: Sop
    ways: Mapping[str, Sequence[Alur]]

    def at(self, found: Iterable[Diagnostic], code: str = "") -> set[str]:
        """Return the symbols at which findings of a code stand."""
        spans = {f.span for f in found if f.code == code or not code}
        return {langkah.id for langkah in self.sop.langkah if langkah.span in spans}

    def leaving(self, found: Iterable[Diagnostic]) -> set[str]:
        """Return the symbols from which arrows lead at which findings stand."""
        spans = {f.span for f in found}
        return {alur.dari for alur in self.sop.alur if alur.span in spans}

    def beginnings(self, lost: Collection[str]) -> set[str]:
        """Return the symbols from which all that nothing leads to is reached."""
        reached = {one: self._reached(one) for one in self._in_order(lost)}
        first: set[str] = set()
        covered: set[str] = set()
        for one in sorted(reached, key=lambda one: -len(reached[one])):
            if one not in covered:
                first.add(one)
                covered |= reached[one]
        return first

    def reached_from(self, some: Iterable[str]) -> set[str]:
        """Return all that arrows lead to from some symbols, these among it."""
        return set().union(*(self._reached(one) for one in some))

    def traps(self, endless: Collection[str], held: Collection[str]) -> set[str]:
        """Return a symbol of each circle that is never left, unless one is held."""
        reached = {
            one: self._reached(one, process=True) for one in self._in_order(endless)
        }
        found: set[str] = set()
        told: set[str] = set()
        for one in sorted(reached, key=lambda one: len(reached[one])):
            if not reached[one] & told and not reached[one] & set(held):
                found.add(one)
            told |= reached[one]
        return found

    def may_end(self, first: Collection[str]) -> bool:
        """Tell whether a flow that came to one of some kegiatan would end."""
        rows: dict[int, str] = {}
        for langkah in self.sop.langkah:
            rows.setdefault(langkah.baris, langkah.id)
        reached = [self._reached(o, process=True) for o in first if o in rows.values()]
        return any(
            not self._targets(one, process=True) for one in set().union(*reached)
        )

    def _in_order(self, some: Collection[str]) -> list[str]:
        return [langkah.id for langkah in self.sop.langkah if langkah.id in some]

    def _reached(self, start: str, *, process: bool = False) -> set[str]:
        """Return all that arrows lead to, or those of the process alone."""
        found: set[str] = set()
        waiting = [start]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._targets(one, process=process)
        return found

    def _targets(self, one: str, *, process: bool) -> list[str]:
        ways = self.ways.get(one, ())
        return [w.ke for w in ways if not process or w.jenis is Jenis.PROSES]
