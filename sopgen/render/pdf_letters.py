"""The codes of letters in a PDF: fixed for each face, whatever a file says.

A font of a PDF has 256 codes.  The first font of a face has those of Windows-1252, and
signs such as arrows and boxes where that has none; what is left fills further ones in
the order of Unicode.  So what is drawn once can stand in any file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import NamedTuple

from sopgen.typeface import read_face

#: What every font of a face has, used or not.
ASCII = "".join(map(chr, range(0x20, 0x7F)))
#: Signs from here on come before letters that are in no language of this country.
SIGNS = "\u2150"
BLANK = " "
#: What is printed as a blank.
BLANKS = {ord("\xa0"): BLANK, ord("\t"): BLANK}
ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in r"\()"})


class Code(NamedTuple):
    """Which font of a face a letter is in, and where."""

    font: int
    code: int


#: What stands for a letter that a face does not have.
LACKING = Code(0, 0)


@cache
def codes_of(face: str) -> Mapping[str, Code]:
    """Return the codes of the letters of a face."""
    letters = read_face(face).widths
    windows = (bytes([code]).decode("cp1252", "replace") for code in range(256))
    own = {
        letter: Code(0, code)
        for code, letter in enumerate(windows)
        if letter >= BLANK and letter in letters
    }
    taken = {code for _, code in own.values()}
    rest = sorted(letters.keys() - own, key=lambda one: (one < SIGNS, one))
    return own | dict(zip(rest, _free(taken), strict=False))


def _free(taken: set[int]) -> Iterator[Code]:
    """Yield the codes that are not taken; the first of each font means no letter."""
    yield from (Code(0, code) for code in range(1, 256) if code not in taken)
    font = 1
    while True:
        yield from (Code(font, code) for code in range(1, 256))
        font += 1


def written(face: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in parts of one font of its face, as a PDF writes strings."""
    if text.isascii() and text.isprintable():
        yield 0, text.translate(ESCAPED)
        return
    codes = codes_of(face)
    each = (codes.get(one, LACKING) for one in text.translate(BLANKS))
    for font, part in groupby(each, key=lambda one: one.font):
        yield font, "".join(_escaped(one.code) for one in part)


def _escaped(code: int) -> str:
    return chr(code).translate(ESCAPED) if 0x20 <= code < 0x7F else f"\\{code:03o}"


def fonts_of(face: str, letters: Iterable[str]) -> dict[int, str]:
    """Return the letters of each font of a face that texts need, in their order.

    Its first font always has ASCII.
    """
    codes = codes_of(face)
    wanted = {one for one in {*ASCII, *letters} if ord(one) not in BLANKS}
    found = sorted((codes[one], one) for one in wanted if one in codes)
    return {
        font: "".join(letter for _, letter in part)
        for font, part in groupby(found, key=lambda one: one[0].font)
    }


def lacking(letters: Mapping[str, Iterable[str]]) -> bool:
    """Return whether a face lacks any of the letters that are printed in it."""
    return any(
        one not in codes_of(face) and ord(one) not in BLANKS
        for face, some in letters.items()
        for one in some
    )
