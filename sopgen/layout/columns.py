"""Share out the width of the chart table among its columns."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from sopgen.model.geometry import Interval
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
#: The share of a line that wrapped words fill on average.
FILL = 0.88
#: Width handed out at a time, mm.
STEP = 1.5
NUMBER_WIDTH = 8.0


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of running text: its heading, its texts, the widths it may take."""

    judul: str
    texts: tuple[str, ...]
    least: float
    good: float
    group: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The x-ranges of all columns, in mm from the table's left edge."""

    number: Interval
    kegiatan: tuple[TextColumn, Interval]
    lanes: tuple[Interval, ...]
    mutu: tuple[tuple[TextColumn, Interval], ...]

    @property
    def texts(self) -> tuple[tuple[TextColumn, Interval], ...]:
        """Return all columns of running text."""
        return (self.kegiatan, *self.mutu)


def text_columns(sop: Sop) -> tuple[TextColumn, ...]:
    """Return the text columns: kegiatan, mutu baku, and keterangan where it is used.

    Source: PermenPAN-RB 35/2012, bagian flowchart: nomor, kegiatan, pelaksana,
    mutu baku (kelengkapan, waktu, output), keterangan.
    """
    rows = sop.kegiatan
    mutu = [row.mutu_baku for row in rows]
    columns = [
        TextColumn("Kegiatan", tuple(r.uraian for r in rows), 37, 62),
        TextColumn("Kelengkapan", tuple(m.kelengkapan for m in mutu), 19, 38, "mutu"),
        TextColumn("Waktu", tuple(m.waktu for m in mutu), 12, 17, "mutu"),
        TextColumn("Output", tuple(m.output for m in mutu), 19, 38, "mutu"),
    ]
    if any(row.keterangan for row in rows):
        notes = tuple(row.keterangan for row in rows)
        columns.append(TextColumn("Keterangan", notes, 17, 30))
    return tuple(columns)


def share_columns(sop: Sop, width: float) -> Columns:
    """Return the columns of a table width mm wide.

    Text columns give way before pelaksana columns get unreadable; what is left over
    goes where it saves most lines.
    """
    texts = text_columns(sop)
    least = [_least(column) for column in texts]
    room = width - NUMBER_WIDTH
    lanes = _lane_widths(sop, room - sum(least), room - sum(c.good for c in texts))
    widths = _share_text(texts, least, room - sum(lanes))
    return _lay_out(texts, widths, lanes)


def _least(column: TextColumn) -> float:
    """Return the width that holds every word but those that must be cut anyway."""
    words = [script(text).longest_word(TEXT_PT) for text in column.texts]
    words.append(read_face("arial-bold").longest_word(column.judul, HEAD_PT))
    longest = max(w for w in words if w <= column.good or w == words[-1])
    return max(column.least, longest + 2 * PADDING + 0.1)


def _lane_widths(sop: Sop, most: float, comfortable: float) -> list[float]:
    """Return the widths of the pelaksana columns, in mm.

    Each holds its name unbroken.  All together they take no more than most, unless
    that is unreadable, and grow while the text columns keep a comfortable width.
    """
    bold = read_face("arial-bold")
    names = [bold.longest_word(p.nama, HEAD_PT) + 2 * PADDING for p in sop.pelaksana]
    wanted = [min(max(LANE_GOOD, name), LANE_MAX) for name in names]
    total = sum(wanted)
    if total > most:
        return [max(LANE_MIN, most / len(names))] * len(names)
    spare = max(0.0, comfortable - total) / max(1, len(names))
    return [min(w + spare, max(w, LANE_MAX)) for w in wanted]


def _share_text(
    texts: tuple[TextColumn, ...], least: list[float], room: float
) -> list[float]:
    """Return widths that add up to room, each step given where it saves most lines."""
    if sum(least) > room:
        return [w * room / sum(least) for w in least]
    widths = list(least)
    lengths = [[_lengths(text) for text in c.texts] for c in texts]
    while room - sum(widths) > 1e-6:
        step = min(STEP, room - sum(widths))
        gains = [_gain(lengths, widths, k, step) for k in range(len(widths))]
        best = max(range(len(widths)), key=lambda k: (gains[k], -k))
        widths[best] += step
    return widths


def _lengths(text: str) -> tuple[float, ...]:
    """Return how long each paragraph of a text is with blanks at its lines' ends."""
    return tuple(script(t).width(TEXT_PT) / FILL for t in text.split("\n"))


def _lines(lengths: tuple[float, ...], width: float) -> float:
    """Return about how many lines a text takes; of several paragraphs each has one."""
    least = 1.0 if len(lengths) > 1 else 0.0
    return sum(max(least, length / width) for length in lengths)


def _gain(
    lengths: list[list[tuple[float, ...]]],
    widths: list[float],
    column: int,
    step: float,
) -> float:
    """Return how many lines the table gets shorter when a column grows by step."""
    saved = 0.0
    inner = [w - 2 * PADDING for w in widths]
    for row in zip(*lengths, strict=True):
        lines = [_lines(length, w) for length, w in zip(row, inner, strict=True)]
        tallest = max(lines)
        wider = _lines(row[column], inner[column] + step)
        if lines[column] == tallest:
            rest = max((v for k, v in enumerate(lines) if k != column), default=0)
            saved += tallest - max(wider, rest)
        saved += 0.05 * (math.ceil(lines[column]) - math.ceil(wider))
        saved += 0.002 * (lines[column] - wider)
    return saved


def _lay_out(
    texts: tuple[TextColumn, ...], widths: list[float], lanes: list[float]
) -> Columns:
    edges = [0.0]
    for width in [NUMBER_WIDTH, widths[0], *lanes, *widths[1:]]:
        edges.append(edges[-1] + width)
    spans = [Interval(a, b) for a, b in pairwise(edges)]
    count = len(lanes)
    return Columns(
        number=spans[0],
        kegiatan=(texts[0], spans[1]),
        lanes=tuple(spans[2 : 2 + count]),
        mutu=tuple(zip(texts[1:], spans[2 + count :], strict=True)),
    )
