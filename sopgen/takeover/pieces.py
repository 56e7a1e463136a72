"""An identity that stands in several tables, or sheets: its pieces become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from sopgen.takeover.identity import Identity

Value = TypeVar("Value", str, tuple[str, ...])


def fits(pieces: Sequence[Identity], piece: Identity) -> bool:
    """Return whether a piece may go on with others: it says nothing else than they."""
    return all(
        _agree(one.texts, piece.texts) and _agree(one.lists, piece.lists)
        for one in pieces
    )


def _agree(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    both = (key for key in one if key in other)
    return all(not one[key] or not other[key] or one[key] == other[key] for key in both)


def says_something(piece: Identity) -> bool:
    """Return whether every field that a piece names has a value."""
    return all(piece.texts.values()) and all(piece.lists.values())


def joined(pieces: Sequence[Identity]) -> Identity:
    """Return the identity that all pieces are of; what an earlier one says counts."""
    first = pieces[0]
    return Identity(
        first.board,
        first.rows,
        first.top,
        _first([piece.texts for piece in pieces]),
        _first([piece.lists for piece in pieces]),
        tuple(line for piece in pieces for line in piece.office),
        unread=tuple(cell for piece in pieces for cell in piece.unread),
    )


def _first(every: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    """Return the first value of each field that has one."""
    made: dict[str, Value] = {}
    for one in every:
        made.update({key: value for key, value in one.items() if not made.get(key)})
    return made
