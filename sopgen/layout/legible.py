"""Look at the chart's table for what cannot be read: narrow columns and cut words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.layout.columns import (
    LANE_LEAST,
    NUMBER_WIDTH,
    PADDING,
    TEXT_PT,
    Columns,
    TextColumn,
    text_columns,
    turned,
)
from sopgen.layout.kelompok import group_height, groups_of
from sopgen.layout.names import clipped
from sopgen.layout.room import SIZES, Room
from sopgen.layout.table import names_height, names_turned
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.gaya import unmarked
from sopgen.model.sop import Sop
from sopgen.typeface import read_face

PELAKSANA_BANYAK, KATA_TERPENGGAL, NAMA_TERPOTONG = "SOP511", "SOP512", "SOP513"
#: Lengths that differ less are equal, mm.
EPS = 0.01
#: Added to what is needed, which is rounded down as all lengths that are told, mm.
UP = 0.1
#: Letters of a word or name that a finding repeats.
LONGEST = 40


def find_illegible(sop: Sop, columns: Columns, size: float) -> Iterator[Diagnostic]:
    """Yield too many pelaksana for the paper; else words and names that are cut.

    The chart is printed in a size, as a part of the usual one.
    """
    narrowest = min(lane.length for lane in columns.lanes)
    if narrowest < LANE_LEAST - EPS:
        yield _too_many(sop, columns, size)
        return
    yield from _cut_words(sop, columns)
    yield from _cut_names(sop, columns)


def _too_many(sop: Sop, columns: Columns, size: float) -> Diagnostic:
    lane = min(lane.length for lane in columns.lanes)
    most = _most(columns.width, [column for column, _ in columns.texts])
    return diagnose(
        PELAKSANA_BANYAK,
        f"{len(sop.pelaksana)} pelaksana terlalu banyak untuk lebar kertas: kolomnya "
        f"tinggal {_mm(lane * size)}, padahal simbol dan panah memerlukan "
        f"{_mm(LANE_LEAST * size + UP)}",
        sop.pelaksana[0].span,
        f"pakai paling banyak {most} pelaksana: gabungkan pelaksana yang serupa, atau "
        "pecah SOP ini menjadi dua",
    )


def most_pelaksana(sop: Sop, room: Room) -> int:
    """Return how many pelaksana the chart of a SOP may have in a room, at least one."""
    texts = text_columns(sop, keterangan=room.keterangan)
    return _most(room.width / SIZES[-1], texts)


def _most(width: float, texts: Sequence[TextColumn]) -> int:
    """Return how many columns fit beside those of text, the chart so many mm wide."""
    narrow = sum(column.narrowest for column in turned(texts))
    left = width - NUMBER_WIDTH - narrow
    return max(1, int(left / LANE_LEAST))


def _mm(length: float) -> str:
    tenths = int(length * 10) / 10
    return f"{tenths:.1f} mm".replace(".", ",").replace(",0 ", " ")


def _cut_words(sop: Sop, columns: Columns) -> Iterator[Diagnostic]:
    """Yield the words that columns are too narrow for, one of each cell."""
    face = read_face("arial")
    for column, across in columns.texts:
        room = across.length - 2 * PADDING
        for kegiatan, text in zip(sop.kegiatan, column.texts, strict=True):
            word = max(unmarked(text).split(), key=_length, default="")
            if face.longest_word(word, TEXT_PT) > room + EPS:
                what = f"kata `{_short(word)}` pada kolom {column.judul} terpenggal"
                yield _cut(KATA_TERPENGGAL, what, kegiatan.span)


def _length(word: str) -> float:
    return read_face("arial").longest_word(word, TEXT_PT)


def _cut_names(sop: Sop, columns: Columns) -> Iterator[Diagnostic]:
    """Yield the pelaksana, and their groups, whose names do not fit their headings."""
    for group in groups_of(sop, columns.lanes):
        if group.clipped:
            what = f"nama kelompok `{_short(group.nama)}` tidak muat di atas kolomnya"
            yield _cut(NAMA_TERPOTONG, what, group.pelaksana[0].span)
    if not names_turned(sop, columns):
        return
    height, groups = names_height(sop, columns), group_height(sop, columns.lanes)
    for pelaksana, lane in zip(sop.pelaksana, columns.lanes, strict=True):
        alone = 0.0 if pelaksana.kelompok else groups
        if clipped(pelaksana.nama, lane, height + alone):
            what = f"nama pelaksana `{_short(pelaksana.nama)}` tidak muat di kolomnya"
            yield _cut(NAMA_TERPOTONG, what, pelaksana.span)


def _cut(code: str, message: str, span: Span) -> Diagnostic:
    saran = "persingkat, atau beri spasi atau tanda hubung di tempat ia boleh dipenggal"
    return diagnose(code, message, span, saran)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
