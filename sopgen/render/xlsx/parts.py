"""What the parts of an Excel file have in common as XML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sopgen.render.escaping import quoted
from sopgen.render.markup import NAMESPACES, OOXML

DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = f"{OOXML}/spreadsheetml/2006/main"
OFFICE = NAMESPACES["r"]
PACKAGE = f"{OOXML}/package/2006"


class Relation(NamedTuple):
    """Where a part leads to, what kind of thing that is, and by which id."""

    id: str
    kind: str
    target: str


def part(xml: str) -> bytes:
    """Return a part of the file."""
    return f"{DECLARED}{xml}".encode()


def relations(every: Iterable[Relation]) -> bytes:
    """Return the part that says where another one leads."""
    made = "".join(
        f'<Relationship Id="{one.id}" Type="{one.kind}" Target="{quoted(one.target)}"/>'
        for one in every
    )
    return part(
        f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'
    )
