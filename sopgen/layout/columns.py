"""Share out the width of the chart table among its columns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.times import held, kept_whole
from sopgen.model.geometry import Interval
from sopgen.model.kolom import KETERANGAN, URAIAN, WAKTU, Kolom
from sopgen.model.naskah.baris import in_lines
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop
from sopgen.typeface import read_face, script

#: Text of the table: Arial 8, headings bold; the form fixes no size (practice 7-9).
TEXT_PT = 8.0
HEAD_PT = 8.0
#: White space left and right of a cell's text, mm.
PADDING = 1.2
#: A pelaksana column is as wide as it can be between these, mm: a symbol with room
#: for three arrows beside it, and no wider than a symbol looks lost in.
LANE_MIN, LANE_GOOD, LANE_MAX = 13.0, 20.0, 28.0
#: As wide it may be where no mutu baku needs the room, mm.
LANE_WIDE = 45.0
#: Below this symbols and arrows can hardly be told from each other; and so wide a
#: pelaksana column stays, however many there are, mm.
LANE_LEAST, LANE_LAST = 11.0, 5.0
#: The share of a line that wrapped words fill on average.
FILL = 0.88
#: Width handed out at a time, mm.
STEP = 1.5
NUMBER_WIDTH = 8.0


class Widths(NamedTuple):
    """The widths of a text column, mm.

    It is never narrower than ``floor`` nor than a word up to ``most``; ``least`` and
    ``good`` are what it reads well and comfortably at.
    """

    floor: float
    least: float
    good: float
    most: float


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of running text: its heading, its texts, the widths it may take.

    In a column of ``times`` no number is parted from its unit.  A heading may be
    ``turned`` where its words are wider than the column.
    """

    judul: str
    texts: tuple[str, ...]
    widths: Widths
    group: str = ""
    times: bool = False
    turned: bool = False

    @property
    def narrowest(self) -> float:
        """Return the width that holds every word but those that must be cut anyway."""
        texts = [held(t) for t in self.texts] if self.times else self.texts
        words = [script(text).longest_word(TEXT_PT) for text in texts]
        words = [w for w in words if w <= self.widths.most]
        words.append(0.0 if self.turned else self.heading)
        return max(self.widths.floor, max(words) + 2 * PADDING + 0.1)

    @property
    def heading(self) -> float:
        """Return the width of the longest word of its heading."""
        return read_face("arial-bold").longest_word(self.judul, HEAD_PT)

    def set_in(self, width: float) -> TextColumn:
        """Return the column with its texts as a width of so many mm breaks them."""
        if not self.times:
            return self
        room = width - 2 * PADDING
        texts = tuple(kept_whole(text, TEXT_PT, room) for text in self.texts)
        return replace(self, texts=texts)


class Column(NamedTuple):
    """A column of running text, and where it lies, mm from the table's left edge."""

    text: TextColumn
    across: Interval

    @property
    def upwards(self) -> bool:
        """Return whether its heading reads upwards."""
        room = self.across.length - 2 * PADDING
        return self.text.turned and self.text.heading > room


@dataclass(frozen=True, slots=True)
class Columns:
    """The x-ranges of all columns, in mm from the table's left edge."""

    number: Interval
    kegiatan: Column
    lanes: tuple[Interval, ...]
    mutu: tuple[Column, ...]

    @property
    def texts(self) -> tuple[Column, ...]:
        """Return all columns of running text."""
        return (self.kegiatan, *self.mutu)

    @property
    def width(self) -> float:
        """Return the width of the table, mm."""
        return max(one.end for one in (self.texts[-1].across, *self.lanes))


#: The widths of the columns of the form, mm, and those of an office's own.
KEGIATAN, THINGS = Widths(24, 37, 62, 62), Widths(16, 19, 38, 38)
TIMES, OWN = Widths(12, 12, 17, 26), Widths(12, 14, 26, 38)
#: Those of keterangan: of one that is used, of one that is empty here.
NOTES, NO_NOTES = Widths(16, 17, 30, 38), Widths(16, 17, 20, 38)


def text_columns(sop: Sop, *, keterangan: bool = False) -> tuple[TextColumn, ...]:
    """Return the text columns: kegiatan, mutu baku, and keterangan where it is used.

    With ``keterangan`` the book has that column though no kegiatan here needs it; a
    chart without mutu baku has none that is empty.
    """
    shown = keterangan and any(one.mutu for one in sop.kolom)
    made = (_text_column(one, sop) for one in sop.kolom)
    return tuple(
        column
        for one, column in zip(sop.kolom, made, strict=True)
        if one.kunci != KETERANGAN or shown or any(column.texts)
    )


def _text_column(one: Kolom, sop: Sop) -> TextColumn:
    texts = tuple(in_lines(row.isi(one.kunci)) for row in sop.kegiatan)
    widths = OWN if one.sendiri else THINGS
    if one.kunci == URAIAN:
        widths = KEGIATAN
    elif one.kunci == WAKTU:
        widths = TIMES
    elif one.kunci == KETERANGAN:
        widths = NOTES if any(texts) else NO_NOTES
    group = "mutu" if one.mutu else ""
    return TextColumn(one.judul, texts, widths, group, times=one.kunci == WAKTU)


def turned(texts: Iterable[TextColumn]) -> tuple[TextColumn, ...]:
    """Return text columns whose headings may read upwards."""
    return tuple(replace(column, turned=True) for column in texts)


def share_columns(sop: Sop, width: float, *, keterangan: bool = False) -> Columns:
    """Return the columns of a table width mm wide.

    Text columns give way before pelaksana columns get unreadable, but no word of them
    is cut for that; what is left over goes where it saves most lines.
    """
    texts = text_columns(sop, keterangan=keterangan)
    narrow = [column.narrowest for column in texts]
    wished = [max(c.widths.least, w) for c, w in zip(texts, narrow, strict=True)]
    room = width - NUMBER_WIDTH
    comfortable = room - sum(c.widths.good for c in texts)
    widest = LANE_MAX if any(c.group for c in texts) else LANE_WIDE
    lanes = _lane_widths(sop, room - sum(wished), comfortable, widest)
    if sum(lanes) > room - sum(narrow):
        texts = turned(texts)
        narrow = [column.narrowest for column in texts]
        lane = max(LANE_LAST, (room - sum(narrow)) / len(lanes))
        lanes = [min(lane, LANE_MIN)] * len(lanes)
    left = room - sum(lanes)
    widths = _share_text(texts, _least(narrow, wished, left), left)
    made = [c.set_in(w) for c, w in zip(texts, widths, strict=True)]
    return _lay_out(made, widths, lanes)


def _least(narrow: list[float], wished: list[float], room: float) -> list[float]:
    """Return the least widths of the text columns, between what must be and is wished.

    They are even narrower where the room does not hold the narrowest.
    """
    most, must = sum(wished), sum(narrow)
    if room >= most:
        return wished
    if room <= must:
        return [w * room / must for w in narrow]
    part = (room - must) / (most - must)
    return [a + part * (b - a) for a, b in zip(narrow, wished, strict=True)]


def _lane_widths(
    sop: Sop, most: float, comfortable: float, widest: float
) -> list[float]:
    """Return the widths of the pelaksana columns, in mm.

    Each holds its name unbroken.  All together they take no more than most, unless
    that is unreadable, and grow while the text columns keep a comfortable width.
    """
    bold = read_face("arial-bold")
    names = [bold.longest_word(p.nama, HEAD_PT) + 2 * PADDING for p in sop.pelaksana]
    groups = Counter(p.kelompok for p in sop.pelaksana)
    for k, one in enumerate(sop.pelaksana):
        word = bold.longest_word(one.kelompok, HEAD_PT) + 2 * PADDING
        names[k] = max(names[k], word / groups[one.kelompok])
    wanted = [min(max(LANE_GOOD, name), LANE_MAX) for name in names]
    total = sum(wanted)
    if total > most:
        return [max(LANE_MIN, most / len(names))] * len(names)
    spare = max(0.0, comfortable - total) / max(1, len(names))
    return [min(w + spare, max(w, widest)) for w in wanted]


def _share_text(
    texts: tuple[TextColumn, ...], least: list[float], room: float
) -> list[float]:
    """Return widths that add up to room, each step given where it saves most lines."""
    widths = list(least)
    rows = list(zip(*([_lengths(t) for t in c.texts] for c in texts), strict=True))
    counts = [
        [_lines(one, w - 2 * PADDING) for one, w in zip(row, widths, strict=True)]
        for row in rows
    ]
    while room - sum(widths) > 1e-6:
        step = min(STEP, room - sum(widths))
        tops = [tuple(sorted(lines)[-2:]) for lines in counts]
        gains = [
            _gain(rows, (counts, tops), column, width - 2 * PADDING + step)
            for column, width in enumerate(widths)
        ]
        best = max(range(len(widths)), key=lambda k: (gains[k], -k))
        widths[best] += step
        for row, lines in zip(rows, counts, strict=True):
            lines[best] = _lines(row[best], widths[best] - 2 * PADDING)
    return widths


def _lengths(text: str) -> tuple[float, ...]:
    """Return how long each paragraph of a text is with blanks at its lines' ends."""
    return tuple(script(t).width(TEXT_PT) / FILL for t in text.split("\n"))


def _lines(lengths: tuple[float, ...], width: float) -> float:
    """Return about how many lines a text takes; of several paragraphs each has one."""
    if len(lengths) == 1:
        return lengths[0] / width
    return sum(max(1.0, length / width) for length in lengths)


def _gain(
    rows: Sequence[Sequence[tuple[float, ...]]],
    now: tuple[Sequence[Sequence[float]], Sequence[Sequence[float]]],
    column: int,
    width: float,
) -> float:
    """Return how many lines the table gets shorter when a column gets a width.

    ``now`` are the lines that its texts take, and of each row the most of them, last.
    """
    saved = 0.0
    for row, lines, top in zip(rows, *now, strict=True):
        wider = _lines(row[column], width)
        if lines[column] == top[-1]:
            rest = top[0] if len(top) > 1 else 0.0
            saved += top[-1] - max(wider, rest)
        saved += 0.05 * (math.ceil(lines[column]) - math.ceil(wider))
        saved += 0.002 * (lines[column] - wider)
    return saved


def _lay_out(
    texts: list[TextColumn], widths: list[float], lanes: list[float]
) -> Columns:
    edges = [0.0]
    for width in [NUMBER_WIDTH, widths[0], *lanes, *widths[1:]]:
        edges.append(edges[-1] + width)
    spans = [Interval(a, b) for a, b in pairwise(edges)]
    count = len(lanes)
    return Columns(
        number=spans[0],
        kegiatan=Column(texts[0], spans[1]),
        lanes=tuple(spans[2 : 2 + count]),
        mutu=tuple(map(Column, texts[1:], spans[2 + count :])),
    )
