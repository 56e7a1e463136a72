"""The word SOP before the name of a SOP, where a place prints it."""

from __future__ import annotations

import re

#: A name that begins with the word itself.
BERAWALAN = re.compile(r"\s*S\.?\s?O\.?\s?P\b\.?\s", re.IGNORECASE)


def prefixed(nama: str, awalan: str = "SOP ") -> str:
    """Return a name with the word before it, unless it begins with it."""
    return nama if BERAWALAN.match(nama) else f"{awalan}{nama}"
