"""Keep a number and its unit on one line: "10 menit", not "10" and "menit"."""

from __future__ import annotations

import re

from sopgen.model.gaya import unmarked
from sopgen.typeface import read_face

#: A space that no line is broken at, as wide as any other; it is never printed.
HELD = "\u00a0"
#: Between a number and its unit, a short word; between a sign and its number.
UNIT = re.compile(r"(?<=[0-9½¼¾]) +(?=[^\W\d_]{1,9}(?![^\W\d_]))")
SIGN = re.compile(r"(?<=[±≤≥<>]) +(?=[0-9])")


def held(text: str) -> str:
    """Return a text whose numbers are held together with their units and signs."""
    return SIGN.sub(HELD, UNIT.sub(HELD, text))


def kept_whole(text: str, size_pt: float, room: float) -> str:
    """Return a text with a line break wherever one would part a number from its unit.

    Where lines break well by themselves, or no line holds both, it is as it was; so is
    a text with words in italics or bold.
    """
    if unmarked(text) != text:
        return text
    face = read_face("arial")
    for joined in (held(text), UNIT.sub(HELD, text)):
        if face.longest_word(joined, size_pt) <= room:
            lines = face.wrap(joined, size_pt, room)
            whole = tuple(line.replace(HELD, " ") for line in lines)
            same = whole == face.wrap(text, size_pt, room)
            return text if same else "\n".join(whole)
    return text
