"""Cut the arrows that go over a page break into pieces between paired connectors.

Arrows with the same target and of the same kind share a letter and, on the page of
their target, one entry.  Each source has an exit of its own, in its own lane.
Source: PermenPAN-RB 35/2012, Lampiran, penghubung halaman (segilima).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from sopgen.layout.bersama import meeting_runs, middle_lane
from sopgen.layout.keluar import exits_of
from sopgen.layout.route.ways.task import Keluar
from sopgen.model.bahasa import huruf
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Alur, Cabang, Jenis, Langkah, Sop


@dataclass(frozen=True, slots=True)
class Connector:
    """One half of a pair: the letter, its langkah and lane, and the other pages."""

    id: str
    ref: str
    langkah: str
    lajur: int
    entry: bool
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """An arrow, or the part of one that lies on one page.

    ``alur`` are the indexes in Sop.alur; source and target are ids of langkah or of
    connectors of the page.  Pieces with the same ``fan`` leave as one line; ``keluar``
    is where an exit of a decision should.
    """

    source: str
    target: str
    jenis: Jenis
    alur: tuple[int, ...]
    label: str
    fan: str = ""
    keluar: Keluar | None = None


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What is drawn on one page."""

    rows: range
    pieces: tuple[Piece, ...]
    connectors: tuple[Connector, ...]


class Group(NamedTuple):
    """What arrows have in common that share a letter: their target and their kind."""

    ke: str
    jenis: Jenis


def plan_pages(sop: Sop, pages: tuple[range, ...]) -> tuple[PagePlan, ...]:
    """Return for each page its pieces of arrows and its connectors."""
    langkah = {k.id: k for k in sop.langkah}
    drafts = tuple(Draft(rows) for rows in pages)
    cutter = Cutter(
        sop.alur, langkah, meeting_runs(sop), drafts, find_fans(sop), exits_of(sop)
    )
    return cutter.plans()


def find_fans(sop: Sop) -> frozenset[str]:
    """Return the langkah that lead to several by one line: no decision, no copies."""
    if sop.cabang is Cabang.TERPISAH:
        return frozenset()
    decisions = {k.id for k in sop.langkah if k.simbol == "keputusan"}
    exits = Counter(one.dari for one in sop.alur if one.jenis is Jenis.PROSES)
    return frozenset(k for k, n in exits.items() if n > 1 and k not in decisions)


@dataclass(slots=True)
class Draft:
    """The plan of a page while arrows are given to it."""

    rows: range
    pieces: list[Piece] = field(default_factory=list)
    connectors: list[Connector] = field(default_factory=list)

    @property
    def plan(self) -> PagePlan:
        """Return what was given to the page."""
        return PagePlan(self.rows, tuple(self.pieces), tuple(self.connectors))


@dataclass(slots=True)
class Cutter:
    """Share arrows out over pages; ``cut`` are those that go from one to another.

    ``meeting`` are the lanes of the box of each langkah that arrows meet.
    """

    alur: tuple[Alur, ...]
    langkah: Mapping[str, Langkah]
    meeting: Mapping[str, range]
    drafts: tuple[Draft, ...]
    fans: frozenset[str] = frozenset()
    exits: Mapping[int, Keluar] = field(default_factory=dict)
    cut: dict[Group, list[int]] = field(default_factory=dict)

    def plans(self) -> tuple[PagePlan, ...]:
        """Return the plan of each page."""
        for n, alur in enumerate(self.alur):
            if alur.dari in self.langkah and alur.ke in self.langkah:
                self._share(n, alur)
        for k, (group, members) in enumerate(self.cut.items(), 1):
            self._cut(huruf(k), group, members)
        return tuple(draft.plan for draft in self.drafts)

    def page_of(self, langkah: Langkah) -> int:
        """Return the page that a langkah stands on."""
        pages = enumerate(self.drafts)
        return next(n for n, draft in pages if langkah.baris in draft.rows)

    def _lajur(self, langkah: str) -> int:
        """Return the lane in which a connector of a langkah stands."""
        return middle_lane(self.meeting[langkah])

    def _piece(self, n: int, end: str) -> Piece:
        """Return an arrow from its source to an end on the same page."""
        one = self.alur[n]
        fan = one.dari if one.dari in self.fans and one.jenis is Jenis.PROSES else ""
        keluar = self.exits.get(n)
        return Piece(one.dari, end, one.jenis, (n,), one.label, fan, keluar)

    def _share(self, n: int, alur: Alur) -> None:
        page = self.page_of(self.langkah[alur.dari])
        if page == self.page_of(self.langkah[alur.ke]):
            piece = self._piece(n, alur.ke)
            self.drafts[page].pieces.append(piece)
        else:
            self.cut.setdefault(Group(alur.ke, alur.jenis), []).append(n)

    def _cut(self, ref: str, group: Group, members: list[int]) -> None:
        """Draw the arrows of a group as exits on their pages and one entry."""
        ke, jenis = group
        target = self.langkah[ke]
        home = self.page_of(target)
        sources = [self.page_of(self.langkah[self.alur[n].dari]) for n in members]
        others = tuple(sorted(set(sources)))
        entry = Connector(f"{ref}-masuk", ref, ke, self._lajur(ke), True, others)
        self.drafts[home].connectors.append(entry)
        piece = Piece(entry.id, ke, jenis, tuple(members), "")
        self.drafts[home].pieces.append(piece)
        for k, (n, page) in enumerate(zip(members, sources, strict=True), 1):
            alur = self.alur[n]
            lajur = self._lajur(alur.dari)
            name = f"{ref}-keluar-{k}"
            exit_ = Connector(name, ref, alur.dari, lajur, False, (home,))
            self.drafts[page].connectors.append(exit_)
            self.drafts[page].pieces.append(self._piece(n, exit_.id))
