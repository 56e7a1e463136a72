"""Make random flows whose decisions have three and more exits, and lists of targets.

    python -m tests.drawing.exits FOLDER COUNT [FIRST_SEED]

An answer may lead to two or three steps: each arrow has its label then.  A step that
is no decision may lead to several others: a fan, drawn as a book draws it, which the
judge has to allow (``forks``).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.drawing.bersama import ROOM
from tests.drawing.families import Family, Json, Maker

#: Flows with many exits, as ``FAMILIES`` has them.
EXITS = {
    "tiga": Family((5, 14), (3, 8), 35, 10, 0, False, 30),
    "empat": Family((5, 14), (3, 8), 35, 10, 0, False, 30),
    "daftar": Family((6, 16), (3, 8), 35, 15, 5, False, 30),
    "kipas": Family((6, 16), (4, 8), 20, 50, 0, False, 30),
    "ramai": Family((10, 20), (4, 9), 35, 20, 10, True, 40),
}
WORDS = ("Disetujui", "Direvisi", "Survei ulang", "Ditolak", "Ditunda")
#: The same in a table whose lanes are narrower than this, in points.
SHORT = dict(zip(WORDS, ("Ya", "Tidak", "Ulang", "Tolak", "Tunda"), strict=True))
NARROW = 60
#: Arrows out of a decision, at most.
MOST = 4
#: How many exits a decision has at least and at most, and in how many percent of them
#: an answer leads to several steps.
COUNTS = {
    "tiga": (3, 3, 0),
    "empat": (4, 4, 0),
    "daftar": (2, 3, 60),
    "kipas": (2, 3, 0),
    "ramai": (2, 4, 25),
}


class ExitMaker(Maker):
    """Grow one flow whose decisions have many exits."""

    def __init__(self, seed: int, family: str) -> None:
        super().__init__(seed, EXITS[family])
        self.counts = COUNTS[family]
        #: Exits that lead to a later step: how many rows on, from where, which label.
        self.later: list[tuple[int, str, str]] = []

    def step(self, row: int, lane: int, symbol: str, text: str = "") -> str:
        """Add a step that everything open leads to, and the exits that meant it."""
        name = super().step(row, lane, symbol, text)
        due = [one for one in self.later if one[0] <= row]
        self.later = [one for one in self.later if one[0] > row]
        for _, source, label in due:
            if not self.known(source, name):
                self.edge(source, name, label)
        return name

    def known(self, source: str, target: str) -> bool:
        """Tell whether an arrow is there already."""
        return any((e["from"], e["to"]) == (source, target) for e in self.edges)

    def decision(self, name: str) -> None:
        """Let a decision lead on, back, and over some rows, by several answers."""
        low, high, listed = self.counts
        row = self.steps[-1]["row"]
        words = WORDS[: self._between(low, high)]
        earlier = [s["id"] for s in self.steps[:-1] if s["symbol"] != "penyimpanan"]
        self.open = [(name, words[0])]
        left = MOST - len(words)
        for word in words[1:]:
            more = min(left, 1 + self._luck(20)) if self._luck(listed) else 0
            left -= more
            for _ in range(1 + more):
                if self._luck(25):
                    self.later.append((row + 2 + self.dice.throw(3), name, word))
                    continue
                near = earlier[-5:] if self._luck(60) else earlier
                back = near[self.dice.throw(len(near))]
                if not self.known(name, back):
                    self.edge(name, back, word)

    def make(self, name: str) -> Json:
        """Return the case; what was to come later comes at the end at the latest."""
        case = super().make(name)
        last = self.steps[-1]["id"]
        for _, source, label in self.later:
            if not self.known(source, last):
                self.edge(source, last, label)
        if case["cell"]["w"] < NARROW:
            for edge in self.edges:
                if edge.get("label"):
                    edge["label"] = SHORT[edge["label"]]
        return {**case, "forks": True, "growing": True, "room": ROOM}


def make_exits(seed: int) -> Json:
    """Return the case of a seed; the families take turns."""
    names = list(EXITS)
    family = names[seed % len(names)]
    return ExitMaker(seed, family).make(f"keluar-{seed:04}-{family}")


def main(argv: list[str]) -> int:
    """Write cases into a folder."""
    folder, count = Path(argv[0]), int(argv[1])
    first = int(argv[2]) if len(argv) > 2 else 0
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(first, first + count):
        case = make_exits(seed)
        text = json.dumps(case, ensure_ascii=False, indent=1)
        (folder / f"{case['id']}.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
