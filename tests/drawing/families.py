"""Make random flows of the seven families that the judge's cases come from.

    python -m tests.drawing.families FOLDER COUNT [FIRST_SEED]

A case has the format of design/routing.md; the same seed gives the same case.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from sopgen.layout.route.search.dice import Dice

Json = dict[str, Any]
SIZES = ((48, 56), (53, 64), (61, 56), (71, 48), (86, 56), (90, 64))


class Family(NamedTuple):
    """How often what occurs in a flow, in percent of its rows."""

    rows: tuple[int, int]
    lanes: tuple[int, int]
    decision: int
    fork: int
    copies: int
    stacks: bool
    paged: int


FAMILIES = {
    "lurus": Family((3, 12), (2, 6), 12, 5, 0, False, 30),
    "berjenjang": Family((6, 16), (4, 8), 65, 3, 0, False, 30),
    "tembusan": Family((5, 14), (4, 9), 12, 0, 45, False, 30),
    "cabang": Family((6, 16), (4, 8), 15, 40, 0, False, 35),
    "panjang": Family((14, 30), (3, 8), 35, 5, 8, False, 35),
    "ganda": Family((4, 12), (2, 6), 25, 25, 20, True, 35),
    "padat": Family((14, 30), (5, 9), 45, 20, 20, True, 60),
}


class Maker:
    """Grow one flow row by row."""

    def __init__(self, seed: int, family: Family) -> None:
        self.dice = Dice(seed * 7919 + 17)
        for _ in range(8):
            self.dice.throw(2)
        self.family = family
        self.lanes = self._between(*self.family.lanes)
        self.steps: list[Json] = []
        self.edges: list[Json] = []
        self.open: list[tuple[str, str]] = []
        self.words = (("Ya", "Tidak"), ("MS", "TMS"))[self.dice.throw(2)]

    def _between(self, low: int, high: int) -> int:
        return low + self.dice.throw(high - low + 1)

    def _luck(self, percent: int) -> bool:
        return self.dice.throw(100) < percent

    def step(self, row: int, lane: int, symbol: str, text: str = "") -> str:
        """Add a step that everything open leads to; return its id."""
        name = f"s{len(self.steps) + 1}"
        step = {"id": name, "row": row, "lane": lane, "symbol": symbol}
        self.steps.append({**step, "text": text} if text else step)
        for source, label in self.open:
            self.edge(source, name, label)
        self.open = [(name, "")]
        return name

    def edge(
        self, source: str, target: str, label: str = "", kind: str = "proses"
    ) -> None:
        """Add an arrow."""
        edge = {"from": source, "to": target, "kind": kind}
        self.edges.append({**edge, "label": label} if label else edge)

    def make(self, name: str) -> Json:
        """Return the case."""
        rows = self._between(*self.family.rows)
        lane = self.dice.throw(self.lanes)
        self.step(0, lane, "terminator", "Mulai")
        row = 1
        if self.family.stacks:
            self.step(0, lane, "proses")
        while row < rows - 1:
            self.row(row)
            row += 1
        last = self.dice.throw(self.lanes)
        if self.family.stacks:
            self.step(row, last, "proses")
        self.step(row, last, "terminator", "Selesai")
        w, h = SIZES[self.dice.throw(len(SIZES))]
        case: Json = {"id": name, "lanes": [f"P{n}" for n in range(self.lanes)]}
        case |= {"cell": {"w": w, "h": h}, "steps": self.steps, "edges": self.edges}
        if self._luck(self.family.paged) and row > 8:
            size = self._between(6, 10)
            case["breaks"] = list(range(size, row + 1, size))
        return case

    def row(self, row: int) -> None:
        """Add one row: a decision, a fork, a step with copies or a plain step."""
        f, lane = self.family, self.dice.throw(self.lanes)
        forked = len(self.open) == 1 and not self.open[0][1] and self.lanes > 2
        if forked and self._luck(f.fork):
            sources = self.open
            ends = []
            for other in self._lanes(2 + self.dice.throw(min(3, self.lanes - 1))):
                self.open = list(sources)
                self.step(row, other, "proses")
                ends += self.open
            self.open = ends
        elif self._luck(f.decision) and row > 1:
            self.decision(self.step(row, lane, "keputusan"))
        else:
            kinds = ("proses", "proses", "proses", "persiapan", "dokumen")
            name = self.step(row, lane, kinds[self.dice.throw(len(kinds))])
            if self._luck(f.copies):
                self.copies(name, row, lane)

    def _lanes(self, count: int) -> list[int]:
        """Return different lanes."""
        left = list(range(self.lanes))
        return [
            left.pop(self.dice.throw(len(left))) for _ in range(min(count, len(left)))
        ]

    def decision(self, name: str) -> None:
        """Let a decision lead back to an earlier step and on to the next."""
        yes, no = self.words
        earlier = [s["id"] for s in self.steps[:-1] if s["symbol"] != "penyimpanan"]
        near = earlier[-6:] if self._luck(60) else earlier
        back = near[self.dice.throw(len(near))]
        self.edge(name, back, no)
        self.open = [(name, yes)]

    def copies(self, name: str, row: int, lane: int) -> None:
        """Send copies to other lanes of the same row."""
        for other in self._lanes(1 + self.dice.throw(3)):
            if other != lane:
                held, self.open = self.open, []
                kind = ("dokumen", "penyimpanan")[self.dice.throw(2)]
                self.edge(name, self.step(row, other, kind), "", "tembusan")
                self.open = held


def make_case(seed: int) -> Json:
    """Return the case of a seed; the families take turns."""
    names = list(FAMILIES)
    family = names[seed % len(names)]
    return Maker(seed, FAMILIES[family]).make(f"acak-{seed:04}-{family}")


def main(argv: list[str]) -> int:
    """Write cases into a folder."""
    folder, count = Path(argv[0]), int(argv[1])
    first = int(argv[2]) if len(argv) > 2 else 0
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(first, first + count):
        case = make_case(seed)
        text = json.dumps(case, ensure_ascii=False, indent=1)
        (folder / f"{case['id']}.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
