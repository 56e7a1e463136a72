"""What a cell holds as XML: text stays text, and nothing is ever a formula."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from sopgen.celltext import FORMULA_SIGNS
from sopgen.model.gaya import Run, slices
from sopgen.render import escaping
from sopgen.render.xlsx.look import FONTS, Letters, Words

#: The longest text of a cell.
LONGEST = 32767
#: The kind of a cell that holds its text itself.
INLINE = ' t="inlineStr"'
#: What is a number and stays itself when Excel shows it.
INTEGER = re.compile("0|[1-9][0-9]{0,8}")


class Content(NamedTuple):
    """What stands in a cell: its kind where it is no number, and its elements.

    ``quoted`` text would be taken for a formula if it were edited.
    """

    kind: str = ""
    inside: str = ""
    quoted: bool = False


EMPTY = Content()


def clean(text: str) -> str:
    """Return text without what no cell can hold."""
    return escaping.clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def content_of(words: Words) -> Content:
    """Return text as text: nothing in it is ever a formula or an error."""
    if not words.runs:
        return EMPTY
    runs = _trimmed(words.runs)
    text = "".join(run.text for run in runs)
    if not text:
        return EMPTY
    if INTEGER.fullmatch(text):
        return Content("", f"<v>{text}</v>")
    if all(run.plain for run in runs):
        inside = _text(text)
    else:
        inside = "".join(_run(run, words.letters) for run in runs)
    return Content(INLINE, f"<is>{inside}</is>", text.startswith(FORMULA_SIGNS))


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without what no cell can hold, and without blanks at their ends."""
    kept = tuple(map(_cleaned, runs))
    text = "".join(run.text for run in kept)[:LONGEST]
    start = len(text) - len(text.lstrip())
    return slices(kept, start, len(text.rstrip()))


def _cleaned(run: Run) -> Run:
    text = clean(run.text)
    return run if text == run.text else replace(run, text=text)


def _text(text: str) -> str:
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<t{space}>{escaping.escaped(text)}</t>"


def _run(run: Run, letters: Letters) -> str:
    """Return a piece of text; one that looks as its cell says nothing of its look."""
    if run.plain:
        return f"<r>{_text(run.text)}</r>"
    own = Letters(
        letters.font,
        letters.size_pt,
        letters.bold or run.bold,
        letters.italic or run.italic,
        letters.underline or run.underline,
    )
    return f"<r><rPr>{font(own, 'rFont')}</rPr>{_text(run.text)}</r>"


def font(letters: Letters, name: str = "name") -> str:
    """Return the elements that say how letters look."""
    bold = '<b val="1"/>' if letters.bold else ""
    italic = '<i val="1"/>' if letters.italic else ""
    line = '<u val="single"/>' if letters.underline else ""
    size = f'<sz val="{letters.size_pt:g}"/>'
    return f'<{name} val="{FONTS[letters.font]}"/>{bold}{italic}{size}{line}'
