"""How the arrows that leave a symbol are written: a word, a list, or by label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass

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
        return _by_label(exits)
    if len(exits) == 1:
        return exits[0].target, {(): exits[0].doubt} if exits[0].doubt else {}
    items: list[Data] = [e.target for e in exits]
    return items, {(n,): e.doubt for n, e in enumerate(exits) if e.doubt}


def _by_label(exits: Sequence[Exit]) -> tuple[Data, Mapping[Trail, str]]:
    """Return the targets by their labels: a word, or a list where a label has more."""
    value: dict[str, Data] = {}
    why: dict[Trail, str] = {}
    for label in dict.fromkeys(e.label for e in exits):
        own = [e for e in exits if e.label == label]
        value[label] = own[0].target if len(own) == 1 else [e.target for e in own]
        for n, one in enumerate(own):
            trail: Trail = (label,) if len(own) == 1 else (label, n)
            why[trail] = "; ".join(filter(None, (one.doubt, one.label_doubt)))
    return value, {trail: text for trail, text in why.items() if text}


def name_unnamed(exits: Sequence[Exit]) -> list[Exit]:
    """Return exits that all have labels, guessed ones say so.

    Each has its own, unless there are other labels beside the one that several have.
    """
    named = [e for e in exits if e.label]
    several = len({e.label.casefold() for e in named}) > 1
    if several:
        exits, named = _spelt_alike(exits), _spelt_alike(named)
    made: list[Exit] = []
    for one in sorted(exits, key=lambda e: (not e.label, not e.down)):
        taken = [e.label.casefold() for e in made]
        if one.label and (one.label.casefold() not in taken or several):
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


def _spelt_alike(exits: Sequence[Exit]) -> list[Exit]:
    """Return exits whose labels differ by more than capitals."""
    first: dict[str, str] = {}
    for one in exits:
        first.setdefault(one.label.casefold(), one.label)
    return [replace(one, label=first[one.label.casefold()]) for one in exits]


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
