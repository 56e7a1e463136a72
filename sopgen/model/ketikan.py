"""What staff typed, letter by letter, before any of it is understood."""

from __future__ import annotations

from sopgen.model.diagnostic import Teks
from sopgen.model.nilai import dataclass


@dataclass(frozen=True, slots=True)
class Ketikan:
    """A text as it was typed: the fields it stands in from the outermost, its place."""

    isian: tuple[str, ...]
    teks: Teks
