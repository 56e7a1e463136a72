"""How the arrows that leave a symbol are written: a word, a list, or by label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sopgen.model.draft import Data, Trail

UNNAMED = "jalan keluar tanpa label; `{}` ditebak"
TWICE = "label `{}` ada dua pada berkas lama"
#: Words that mean yes and no, by which the other exit is guessed.
PAIRS = (
    ("ya", "Tidak"), ("tidak", "Ya"), ("sesuai", "Tidak"), ("lengkap", "Tidak"),
    ("setuju", "Tidak"), ("ms", "TMS"), ("tms", "MS"), ("y", "T"), ("t", "Y"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exit:
    """An arrow out of a symbol: the word for its target; ``down`` if that is lower."""

    target: Data
    label: str
    down: bool
    doubt: str = ""
    label_doubt: str = ""


def exits_data(
    exits: Sequence[Exit], *, labelled: bool
) -> tuple[Data, Mapping[Trail, str]]:
    """Return the value of ``ke`` or ``tembusan``, and remarks by places in it."""
    if labelled:
        value: dict[str, Data] = {e.label: e.target for e in exits}
        why: dict[Trail, str] = {
            (e.label,): "; ".join(filter(None, (e.doubt, e.label_doubt))) for e in exits
        }
        return value, {trail: text for trail, text in why.items() if text}
    if len(exits) == 1:
        return exits[0].target, {(): exits[0].doubt} if exits[0].doubt else {}
    items: list[Data] = [e.target for e in exits]
    return items, {(n,): e.doubt for n, e in enumerate(exits) if e.doubt}


def name_unnamed(exits: Sequence[Exit]) -> list[Exit]:
    """Return exits that all have labels, each its own; guessed ones say so."""
    named = [e for e in exits if e.label]
    made: list[Exit] = []
    for one in sorted(exits, key=lambda e: (not e.label, not e.down)):
        taken = [e.label.casefold() for e in made]
        if one.label and one.label.casefold() not in taken:
            made.append(one)
        elif one.label:
            label = _free(one.label, taken)
            made.append(replace(one, label=label, label_doubt=TWICE.format(one.label)))
        else:
            label = _free(_guess(one, named), taken)
            why = UNNAMED.format(label)
            made.append(replace(one, label=label, label_doubt=why))
    order = [e.target for e in exits]
    return sorted(made, key=lambda e: order.index(e.target))


def _guess(one: Exit, named: Sequence[Exit]) -> str:
    """Return the label that an exit likely had."""
    others = dict(PAIRS)
    for known in named:
        if known.label.casefold() in others:
            return others[known.label.casefold()]
    if named:
        return "Tidak" if named[0].label.casefold() != "tidak" else "Ya"
    return "Ya" if one.down else "Tidak"


def _free(label: str, taken: Sequence[str]) -> str:
    """Return a label that no other exit has."""
    pair = {"ya": "Tidak", "tidak": "Ya"}.get(label.casefold(), label)
    if label.casefold() not in taken:
        return label
    if pair.casefold() not in taken:
        return pair
    number = 2
    while f"{label} ({number})".casefold() in taken:
        number += 1
    return f"{label} ({number})"
