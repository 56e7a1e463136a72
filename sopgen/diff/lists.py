"""Compare lists of texts: added, removed, reworded or replaced, moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.diff.matching import Pairs, best, likeness, moved, rest, same
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Macam, Ubah

#: How alike an item is to the one that it was made from.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Butir:
    """An item: what it is compared by, and as it is shown."""

    arti: str
    tampil: str


def items(texts: Sequence[str]) -> tuple[Butir, ...]:
    """Return plain texts as items."""
    return tuple(Butir(" ".join(t.split()), " ".join(t.split())) for t in texts)


def listed(
    isian: str, old: Sequence[Butir], new: Sequence[Butir], pada: str = ""
) -> Iterator[Ubah]:
    """Yield what differs in two lists, in the order of the new one, then the gone."""
    pairs = paired(old, new)
    shifted = moved(pairs)
    back = {j: i for i, j in pairs.items()}
    for j, item in enumerate(new):
        i = back.get(j)
        if i is None:
            yield Ubah(isian, Macam.BARU, "", item.tampil, pada)
            continue
        if old[i].arti != item.arti:
            yield Ubah(isian, Macam.UBAH, old[i].tampil, item.tampil, pada)
        if i in shifted:
            named = f"{pada}: {item.tampil}" if pada else item.tampil
            yield Ubah(isian, Macam.PINDAH, f"butir {i + 1}", f"butir {j + 1}", named)
    for i in rest(len(old), set(pairs)):
        yield Ubah(isian, Macam.HILANG, old[i].tampil, "", pada)


def paired(old: Sequence[Butir], new: Sequence[Butir]) -> Pairs:
    """Return the pairs: equal, then alike, then replaced behind the same item."""
    pairs = same([one.arti for one in old], [one.arti for one in new])
    left = rest(len(old), set(pairs)), rest(len(new), set(pairs.values()))
    pairs |= best(*left, lambda i, j: likeness(old[i].arti, new[j].arti), ALIKE)
    return pairs | replaced(pairs, (len(old), len(new)))


def replaced(pairs: Pairs, sizes: tuple[int, int]) -> Pairs:
    """Return the pairs of what is left over that stands behind the same item."""
    back = {j: i for i, j in pairs.items()}
    gaps: dict[int, list[int]] = {}
    for i in rest(sizes[0], set(pairs)):
        before = max((k for k in pairs if k < i), default=-1)
        gaps.setdefault(before, []).append(i)
    made = {}
    for j in rest(sizes[1], set(back)):
        before = max((k for k in back if k < j), default=-1)
        waiting = gaps.get(back[before] if before >= 0 else -1)
        if waiting:
            made[waiting.pop(0)] = j
    return made
