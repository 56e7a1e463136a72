"""The charts of a book: those of the last build are taken, the others drawn.

Several processes draw them, each some of the SOP.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from sopgen.bagan import chart_of, origin_of
from sopgen.kerja import SENDIRI, Kerja, dealt
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.parts import DECREE
from sopgen.simpanan.rak import Rak

#: What is built where only some SOP are wanted.
ALONE = frozenset({"sop"})
#: Fewer charts than these are drawn sooner than another process begins.
FEW = 6
#: What the program itself does meanwhile (lint), as a share of drawing all charts.
BESIDE = 0.5
#: What is told before a chart is drawn: how many are done, and whose it is.
Told = Callable[[int, str], None]


class Sheet(NamedTuple):
    """What the charts of a book are drawn from."""

    buku: Buku
    symbols: Symbols


@dataclass(frozen=True, slots=True)
class Charting:
    """How charts are drawn: by how many processes, beside which shelf if any.

    ``only`` are the kinds of parts that are wanted, ``sop`` the numbers of SOP, if not
    all: what they do not need is not drawn.
    """

    kerja: Kerja = SENDIRI
    rak: Rak | None = None
    only: frozenset[str] = frozenset()
    sop: frozenset[int] = frozenset()

    @property
    def parts(self) -> frozenset[str]:
        """Return the kinds of parts that are enough, if not all are needed.

        Decrees, and SOP by themselves, count their pages anew.
        """
        if self.sop and self.only <= ALONE:
            return ALONE
        return self.only if self.only <= frozenset(DECREE) else frozenset()

    def shown(self, buku: Buku) -> Buku:
        """Return a book with the parts that are needed."""
        if not self.parts:
            return buku
        own = tuple(one for one in buku.susunan if one.jenis in self.parts)
        return replace(buku, susunan=own)

    def _wanted(self, buku: Buku) -> tuple[Sop, ...]:
        """Return the SOP whose charts are needed."""
        if not self.parts:
            return buku.sop
        return tuple(sop for sop in buku.sop if sop.nomor in self.sop)

    @contextmanager
    def begun(
        self, buku: Buku, symbols: Symbols, told: Told
    ) -> Iterator[Callable[[], dict[str, Chart]]]:
        """Let other processes begin; yield what draws the rest, and waits for theirs.

        The charts are those that are needed, by the ids of their SOP, in order.
        """
        sheet, wanted = Sheet(buku, symbols), self._wanted(buku)
        rak = self.rak
        if rak is None:
            with self._drawing(sheet, wanted, told) as drawn:
                yield drawn
            return
        keys = {sop.id: origin_of(buku, sop) for sop in wanted}
        missing = [sop for sop in wanted if rak.chart(keys[sop.id]) is None]

        def held() -> dict[str, Chart]:
            for id_, chart in drawn().items():
                rak.hold(keys[id_], chart)
            return {id_: rak.held[key] for id_, key in keys.items()}

        with self._drawing(sheet, missing, told) as drawn:
            yield held

    @contextmanager
    def _drawing(
        self, sheet: Sheet, every: Sequence[Sop], told: Told
    ) -> Iterator[Callable[[], dict[str, Chart]]]:
        sizes = [float(len(sop.langkah)) for sop in every]
        several = len(every) >= FEW and self.kerja.forks
        hands = dealt(sizes, self.kerja.jumlah if several else 1, BESIDE * sum(sizes))
        own, *others = hands
        pieces = [frozenset(every[n].id for n in hand) for hand in others]

        def drawn() -> dict[str, Chart]:
            made: dict[str, Chart] = {}
            for number, n in enumerate(own):
                told(number, every[n].nama)
                made[every[n].id] = chart_of(sheet.buku, every[n], sheet.symbols)
            all_ = ChainMap(made, *theirs())
            return {sop.id: all_[sop.id] for sop in every}

        with self.kerja.begun(_draw, sheet, pieces) as theirs:
            yield drawn


def _draw(sheet: Sheet, own: frozenset[str]) -> dict[str, Chart]:
    """Return the charts of some SOP, named by their ids."""
    buku, symbols = sheet
    return {sop.id: chart_of(buku, sop, symbols) for sop in buku.sop if sop.id in own}
