"""The words beside arrows: which exit of a decision they name."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sopgen.model.geometry import Box, Point
from sopgen.model.nilai import dataclass
from sopgen.takeover.arrows import Arrow
from sopgen.takeover.board import Figure, Words
from sopgen.takeover.sketch import EXITS
from sopgen.takeover.turning import bounds

#: How much of an arrow its label may stand at, mm, and how far from it.
BEGIN, REACH = 14.0, 9.0
#: What each mm from the arrow's start costs, mm; and an arrow that leaves no decision.
FROM_START, NO_DECISION = 0.12, 5.0
#: How far from the rest of a decision's arrow its label may stand, mm; what that costs.
ALONG, FURTHER = 5.0, 1.0
#: The same for words that are no usual ones.
BESIDE = 1.2
#: Two labels may be exchanged if their arrows are only so much further, mm.
EXCHANGED = 3.0
#: Words that name an exit, alone or two together: only these do so without a decision.
USUAL = EXITS | {
    "layak", "memenuhi", "ulang", "ulangi", "diterima", "terima", "ditolak", "tolak",
    "dikembalikan", "kembali", "diperbaiki", "perbaikan", "perbaiki", "disetujui",
    "syarat", "valid", "cocok", "ada", "sudah", "acc", "oke", "kurang",
}  # fmt: skip
TYPED = "label dibaca dari isi sel"
DISTANT = "label jauh dari simbol keputusan; panahnya ditebak"
NEIGHBOURS = "label `{}` dan `{}` berdekatan; mungkin tertukar"
EITHER = "label `{}` berdekatan dengan dua panah; mungkin milik yang lain"
#: Notes beside a connector, that name no exit.
NOTE = re.compile(
    r"(ke|dari|lanjut(an)?( ke| dari)?|sambungan|lihat)?\s*(hal|halaman|lembar)"
    r"[.\s]*([0-9ivx]+((,|\s+dan)\s*[0-9ivx]+)*)?|lanjut(an)?",
    re.IGNORECASE,
)
#: A label is no longer than this.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Pair:
    cost: float
    words: int
    arrow: int
    distant: bool = False


def is_note(text: str) -> bool:
    """Return whether words only say on which page the chart goes on."""
    return NOTE.fullmatch(text.strip(" ()")) is not None


def name_exits(
    arrows: Sequence[Arrow], figures: Sequence[Figure], words: Sequence[Words]
) -> tuple[tuple[Arrow, ...], tuple[Words, ...]]:
    """Return the arrows with their labels, and the words that belong to none."""
    notes = [one for one in words if not is_note(one.teks)]
    decides = [figures[arrow.source].simbol == "keputusan" for arrow in arrows]
    pairs = list(_pairs(arrows, decides, notes))
    chosen = [p for p in _matched(pairs) if decides[p.arrow]]
    pairs += _along(arrows, decides, notes)
    chosen += _matched(_others(pairs, chosen))
    bare = [p for p in _others(pairs, chosen, words=False) if decides[p.arrow]]
    named = list(arrows)
    for pair in chosen:
        one = notes[pair.words]
        doubts = (
            TYPED if one.typed else "",
            DISTANT if pair.distant else "",
            _neighbours(pair, chosen, pairs, (arrows, notes)),
            _either(pair, bare, one),
        )
        named[pair.arrow] = replace(
            named[pair.arrow],
            label=one.teks,
            label_doubt="; ".join(filter(None, doubts)),
        )
    used = {pair.words for pair in chosen}
    left = [w for n, w in enumerate(notes) if n not in used and not w.typed]
    return tuple(named), tuple(left)


def is_usual(text: str) -> bool:
    """Return whether words name an exit wherever they stand: Ya, tidak lengkap."""
    words = [word.strip("().,:;!?") for word in text.casefold().split()]
    return 0 < len(words) <= 2 and all(word in USUAL for word in words)


def _matched(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return each word with one arrow, so that all are near."""
    ordered = sorted(pairs, key=lambda p: (p.cost, p.words, p.arrow))
    return _improved(_greedy(ordered), ordered)


def _others(
    pairs: Sequence[_Pair], chosen: Sequence[_Pair], *, words: bool = True
) -> list[_Pair]:
    """Return the pairs of arrows without a label, and of words that are none yet."""
    used = {p.words for p in chosen} if words else set()
    arrows = {p.arrow for p in chosen}
    return [p for p in pairs if p.words not in used and p.arrow not in arrows]


def _either(pair: _Pair, bare: Sequence[_Pair], one: Words) -> str:
    """Return a doubt if an exit without a label is about as near to a word."""
    same = (other for other in bare if other.words == pair.words)
    near = any(other.cost - pair.cost < EXCHANGED for other in same)
    return EITHER.format(one.teks) if near else ""


def _neighbours(
    pair: _Pair,
    chosen: Sequence[_Pair],
    pairs: Sequence[_Pair],
    drawn: tuple[Sequence[Arrow], Sequence[Words]],
) -> str:
    """Return a doubt if a label may as well be that of its symbol's other exit."""
    arrows, words = drawn
    cost = {(p.words, p.arrow): p for p in reversed(pairs)}
    for other in chosen:
        texts = [words[p.words].teks for p in sorted((pair, other), key=_order)]
        same = arrows[pair.arrow].source == arrows[other.arrow].source
        if other == pair or not same or texts[0].casefold() == texts[1].casefold():
            continue
        first = cost.get((pair.words, other.arrow))
        second = cost.get((other.words, pair.arrow))
        if first is None or second is None:
            continue
        if first.cost + second.cost - pair.cost - other.cost < EXCHANGED:
            return NEIGHBOURS.format(*texts)
    return ""


def _order(pair: _Pair) -> int:
    return pair.words


def _along(
    arrows: Sequence[Arrow], decides: Sequence[bool], words: Sequence[Words]
) -> Iterator[_Pair]:
    """Yield words that stand further along the arrows of decisions.

    Those that are not usual ones stand close beside them.
    """
    for a, arrow in enumerate(arrows):
        round_it = bounds(arrow.path)
        for w, one in enumerate(words):
            if one.typed or not decides[a] or len(one.teks) > LONGEST:
                continue
            if not _far(round_it, one.box):
                away = _apart(one.box, arrow.path)
                if away <= (ALONG if is_usual(one.teks) else BESIDE):
                    yield _Pair(away + FURTHER, w, a, distant=True)


def _pairs(
    arrows: Sequence[Arrow], decides: Sequence[bool], words: Sequence[Words]
) -> Iterator[_Pair]:
    for a, arrow in enumerate(arrows):
        begin = _begin(arrow.path)
        round_it = bounds(begin)
        extra = 0.0 if decides[a] else NO_DECISION
        for w, one in enumerate(words):
            named = decides[a] or is_usual(one.teks)
            if not named or len(one.teks) > LONGEST or _far(round_it, one.box):
                continue
            away = _apart(one.box, begin)
            centre = Point(one.box.cx, one.box.cy)
            cost = away + extra + FROM_START * math.dist(centre, begin[0])
            if away + extra <= REACH:
                yield _Pair(cost, w, a)


def _far(one: Box, other: Box) -> bool:
    """Return whether two boxes are certainly further apart than a label may be."""
    across = max(one.x - other.x1, other.x - one.x1)
    return across > REACH or max(one.y - other.y1, other.y - one.y1) > REACH


def _begin(path: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the first stretch of a path."""
    made, room = [path[0]], BEGIN
    for a, b in pairwise(path):
        length = math.dist(a, b)
        if length >= room:
            t = room / length
            made.append(Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t))
            break
        made.append(b)
        room -= length
    return tuple(made)


def _apart(box: Box, path: tuple[Point, ...]) -> float:
    """Return how far a box is from a path."""
    least = math.inf
    for a, b in pairwise(path):
        steps = max(int(math.dist(a, b) / 0.5), 1)
        for k in range(steps + 1):
            x, y = a.x + (b.x - a.x) * k / steps, a.y + (b.y - a.y) * k / steps
            dx = max(box.x - x, 0, x - box.x1)
            dy = max(box.y - y, 0, y - box.y1)
            least = min(least, math.hypot(dx, dy))
    return least


def _greedy(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return each word with one arrow, the nearest pairs first."""
    words: set[int] = set()
    arrows: set[int] = set()
    chosen = []
    for pair in pairs:
        if pair.words not in words and pair.arrow not in arrows:
            chosen.append(pair)
            words.add(pair.words)
            arrows.add(pair.arrow)
    return chosen


def _improved(chosen: list[_Pair], pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return the pairs after exchanging arrows while that brings words nearer."""
    cost = {(p.words, p.arrow): p for p in pairs}
    better = True
    rounds = 0
    while better and rounds < 20:
        better, rounds = False, rounds + 1
        for i, one in enumerate(chosen):
            for j, other in enumerate(chosen[:i]):
                swap = _swapped(one, other, cost)
                if swap is not None:
                    chosen[i], chosen[j] = swap
                    one, better = swap[0], True
                    break
    return chosen


def _swapped(
    one: _Pair, other: _Pair, cost: dict[tuple[int, int], _Pair]
) -> tuple[_Pair, _Pair] | None:
    first = cost.get((one.words, other.arrow))
    second = cost.get((other.words, one.arrow))
    if first is None or second is None:
        return None
    gain = one.cost + other.cost - first.cost - second.cost
    return (first, second) if gain > 1e-6 else None
