"""What staff typed, letter by letter, before any of it is understood."""

from __future__ import annotations

from dataclasses import dataclass

from sopgen.model.diagnostic import Teks


@dataclass(frozen=True, slots=True)
class Ketikan:
    """A text as it was typed: the fields it stands in from the outermost, its place."""

    isian: tuple[str, ...]
    teks: Teks
