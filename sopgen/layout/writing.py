"""Set the short texts of the flow: in symbols, beside connectors, at exits."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from math import ceil

from sopgen.layout.room import LEAST_PT
from sopgen.model.chart import Label, TextBlock
from sopgen.model.gaya import Lines, looks_of, runs_of, texts_of, unmarked
from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.typeface import read_face, script, set_runs

FACE = "arial"
#: Sizes tried for the text in a symbol, and at last the smallest that can be read.
SYMBOL_SIZES = (8.0, 7.5, 7.0, 6.5)
#: The size that a terminator is made wide enough for.
SYMBOL_GOOD = 6.5
LETTER_SIZE = 8.0
#: Notes and labels are read at 6.5 even where LibreOffice prints a sheet at 94 %.
NOTE_SIZE = 7.0
LABEL_SIZE = 7.0
#: The most lines of a label.
LABEL_LINES = 3
#: How finely the narrowest room for so many lines is looked for, and rounding, mm.
WRAP_STEP, WRAP_SLACK = 0.5, 0.01
#: Line pitch as a part of the size.
LEADING = 1.15


def pitch(size_pt: float) -> float:
    """Return the distance of lines in mm."""
    return size_pt * LEADING * MM_PER_PT


def label_size(text: str) -> tuple[float, float]:
    """Return the width and height of a label on one line."""
    return script(text, FACE).width(LABEL_SIZE), pitch(LABEL_SIZE)


def label_sizes(text: str) -> tuple[tuple[float, float], ...]:
    """Return the sizes that a label may have: on one line, and on more."""
    words = script(text, FACE)
    whole, least = label_size(text), words.longest_word(LABEL_SIZE) + WRAP_SLACK
    rooms = range(ceil(max(whole[0] - least, 0) / WRAP_STEP) + 1)
    found = [whole]
    for count in range(LABEL_LINES, 1, -1):

        def enough(n: int, most: int = count) -> bool:
            return len(words.wrap(LABEL_SIZE, least + n * WRAP_STEP)) <= most

        room = least + bisect_left(rooms, True, key=enough) * WRAP_STEP
        lines = words.wrap(LABEL_SIZE, room)
        if len(lines) == count:
            width = max(set_runs(line, FACE).width(LABEL_SIZE) for line in lines)
            found.insert(1, (width, count * pitch(LABEL_SIZE)))
    return tuple(found)


def label_of(text: str, box: Box) -> Label:
    """Return a label in its place, on as many lines as that is high."""
    if box.h < 1.5 * pitch(LABEL_SIZE):
        return Label(unmarked(text), box, LABEL_SIZE, looks_of((runs_of(text),)))
    lines = script(text, FACE).wrap(LABEL_SIZE, box.w + WRAP_SLACK)
    return Label(unmarked(text), box, LABEL_SIZE, lines)


def least_width(text: str, least_pt: float = LEAST_PT) -> float:
    """Return the width that a symbol's text needs to be read, no word of it cut."""
    return read_face(FACE).longest_word(text, max(SYMBOL_GOOD, least_pt))


def smallest_width(text: str, least_pt: float) -> float:
    """Return the width of a text whose words are not cut, in the smallest type."""
    return read_face(FACE).longest_word(text, least_pt)


def symbol_text(
    text: str, box: Box, least_pt: float = LEAST_PT
) -> tuple[TextBlock | None, bool]:
    """Return the text wrapped in its box, no smaller than so, and whether it fits."""
    if not text.strip():
        return None, True
    words = script(text, FACE)
    for size in (*(s for s in SYMBOL_SIZES if s > least_pt), least_pt):
        lines = words.wrap(size, box.w)
        whole = words.longest_word(size) <= box.w
        fits = whole and len(lines) * pitch(size) <= box.h + 0.01
        if fits:
            return _in_runs(lines, size, box), True
    return _in_runs(lines, size, box), False


def _in_runs(lines: Lines, size_pt: float, box: Box) -> TextBlock:
    return replace(centred(texts_of(lines), size_pt, box), runs=looks_of(lines))


def centred(lines: tuple[str, ...], size_pt: float, box: Box) -> TextBlock:
    """Return lines in the middle of a box."""
    return TextBlock(box, lines, size_pt, pitch(size_pt), align="center")


def wrap_note(text: str, room: float) -> tuple[str, ...]:
    """Return the note of a connector in lines; no word of it is ever cut."""
    face = read_face(FACE)
    least = face.longest_word(text, NOTE_SIZE)
    return face.wrap(text, NOTE_SIZE, max(room, least + 0.01))


def note_width(lines: tuple[str, ...]) -> float:
    """Return the width of the longest line of a note."""
    return max(read_face(FACE).width(line, NOTE_SIZE) for line in lines)
