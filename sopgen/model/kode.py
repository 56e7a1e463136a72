"""The code that a text means: ``Izin Keramaian`` is ``izin-keramaian``."""

from __future__ import annotations

import re
import unicodedata

#: What is a way to a file rather than a name; it is never made into a code.
PATHLIKE = re.compile(r"^[./~]|\.\.|[\\:]")


def kode(text: str) -> str:
    """Return the code that a text means, or nothing if it means none.

    Letters lose their marks and capitals; all else between words is a hyphen.
    """
    if PATHLIKE.search(text.strip()):
        return ""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", letters))
