"""A target of an arrow that is another SOP, as data has it: ``{sop: arsip}``."""

from __future__ import annotations

import re

from sopgen.model.draft import Data

#: The only key of such a target.
SOP = "sop"
#: Such a target in one text, as cells have it: its code behind the word.
BERKATA = re.compile(r"sop(?:\s*[:=]\s*|\s+)(\S.*)", re.IGNORECASE)


def in_sop(id_: str) -> dict[str, Data]:
    """Return the target that a SOP is."""
    return {SOP: id_}


def sop_of(target: object) -> str | None:
    """Return the word for the SOP that a target is; nothing if it is none."""
    if isinstance(target, dict) and set(target) == {SOP}:
        word = target[SOP]
        return word if isinstance(word, str) else None
    return None


def in_words(text: str) -> str:
    """Return the SOP that a text names as a target: ``SOP: arsip``; nothing if none."""
    found = BERKATA.fullmatch(text.strip())
    return found[1] if found else ""
