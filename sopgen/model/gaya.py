r"""Italics and bold as staff type them: ``*miring*``, ``**tebal**``, ``***both***``.

The rules are those of CommonMark, where a star is no mark unless it stands at the edge
of a word and has a partner in the same paragraph: ``5 * 3`` and a lone ``*`` are stars.
Two things are ours: a star before a digit within a word is no mark (``5*3*2``,
``biaya*1)``), and one before a bracket begins no italics (``*)``).  ``\*`` is a star in
any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby, islice

from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

#: Stars that may be marks, and one that may not.
STARS = re.compile(r"\\\*|\*+")
#: Of stars that wait for a partner, so many are looked at.
NEAR = 50
BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look; a newline in it begins a new line."""

    text: str
    bold: bool = field(default=False, hash=False)
    italic: bool = field(default=False, hash=False)
    underline: bool = field(default=False, hash=False)

    @property
    def plain(self) -> bool:
        """Return whether it looks like the text around it."""
        return not (self.bold or self.italic or self.underline)

    @property
    def look(self) -> tuple[bool, bool, bool]:
        """Return how it looks: bold, italic, underlined."""
        return self.bold, self.italic, self.underline


#: Broken lines, each in its runs.
Lines = tuple[tuple[Run, ...], ...]


@dataclass(slots=True)
class _Stars:
    """Stars beside each other; those left over stand at ``start``."""

    start: int
    count: int
    length: int
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Letters:
    """What is known of each letter of a text."""

    gone: set[int]
    bold: set[int]
    italic: set[int]

    def look(self, at: int) -> tuple[bool, bool]:
        """Return whether a letter is bold, and whether it is italic."""
        return at in self.bold, at in self.italic


@remembered(4096)
def runs_of(text: str) -> tuple[Run, ...]:
    """Return the runs of a text, its marks left out; there is always one."""
    if "*" not in text:
        return (Run(text),)
    letters = _read(text)
    kept = (at for at in range(len(text)) if at not in letters.gone)
    made = tuple(
        Run("".join(text[at] for at in group), bold, italic)
        for (bold, italic), group in groupby(kept, letters.look)
    )
    return made or (Run(""),)


def unmarked(text: str) -> str:
    """Return a text without its marks, for places that have one look."""
    return "".join(run.text for run in runs_of(text))


def is_marked(text: str) -> bool:
    """Return whether something in a text is bold or italic."""
    return any(not run.plain for run in runs_of(text))


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs, those of one look that stand beside each other as one."""
    return tuple(
        Run("".join(run.text for run in group), *look)
        for look, group in groupby(runs, lambda run: run.look)
    )


def texts_of(lines: Lines) -> tuple[str, ...]:
    """Return the letters of lines that are broken into runs."""
    return tuple("".join(run.text for run in line) for line in lines)


def looks_of(lines: Lines) -> Lines:
    """Return lines in runs if something in them is bold or italic, else nothing."""
    return lines if any(not run.plain for line in lines for run in line) else ()


def slices(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of a part of a text, from one letter to another."""
    made, at = [], 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            made.append(Run(piece, *run.look))
        at += len(run.text)
    return tuple(made)


def _read(text: str) -> _Letters:
    """Pair the stars of a text; the nearest partners belong together."""
    letters = _Letters(set(), set(), set())
    waiting: list[_Stars] = []
    last = 0
    for stars in _stars(text, letters):
        if BLANK_LINE.search(text, last, stars.start):
            waiting.clear()
        last = stars.start
        while stars.count and stars.closes:
            near = islice(reversed(waiting), NEAR)
            partner = next((w for w in near if _fit(w, stars)), None)
            if partner is None:
                break
            del waiting[waiting.index(partner) + 1 :]
            _pair(partner, stars, letters)
            if not partner.count:
                waiting.pop()
        if stars.count and stars.opens:
            waiting.append(stars)
    return letters


def _stars(text: str, letters: _Letters) -> Iterator[_Stars]:
    """Yield the stars that may be marks; a backslash before another is left out."""
    for match in STARS.finditer(text):
        start, end = match.span()
        if text[start] == "\\":
            letters.gone.add(start)
            continue
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        counted = before.isalnum() and after.isdigit()
        opens = _hugs(after, before) and after != ")" and not counted
        closes = _hugs(before, after) and not counted
        yield _Stars(start, end - start, end - start, opens, closes)


def _hugs(inner: str, outer: str) -> bool:
    """Return whether stars belong to the letter at one side of them."""
    if inner.isspace():
        return False
    return inner.isalnum() or not outer.isalnum()


def _fit(opening: _Stars, closing: _Stars) -> bool:
    """Return whether stars are partners (CommonMark's rule of three)."""
    both = opening.closes or closing.opens
    lengths = opening.length, closing.length
    odd = sum(lengths) % 3 == 0 and any(n % 3 for n in lengths)
    return not (both and odd)


def _pair(opening: _Stars, closing: _Stars, letters: _Letters) -> None:
    """Take one star, or two for bold, from both sides of what they enclose."""
    count = 2 if min(opening.count, closing.count) > 1 else 1
    opening.count -= count
    start, end = opening.start + opening.count, closing.start
    letters.gone.update(range(start, start + count), range(end, end + count))
    closing.start, closing.count = closing.start + count, closing.count - count
    look = letters.bold if count > 1 else letters.italic
    look.update(range(start, end))
