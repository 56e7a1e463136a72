"""Let a row that no page could hold go on over the page break.

Its lines are cut into parts that fit: the first has the number, the symbols and their
arrows, the others say ``(lanjutan)``.  To the flow each part is a row like any other.

    | 2 | Memeriksa berkas,  | [proses] |  10 menit |
    |   | dan membandingkan  |          |           |
    ------------------------------------------------- page
    | 2 | (lanjutan)         |          |           |
    |   | dengan aslinya     |          |           |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopgen.layout.bands import band_height
from sopgen.layout.columns import Columns
from sopgen.layout.findings import BARIS_TINGGI
from sopgen.layout.flow import Flow, Grid, draw_flow, placeable_langkah
from sopgen.layout.place import choose_sizes, row_heights
from sopgen.layout.rows import Part, parts_of
from sopgen.layout.table import PADDING_V, TEXT_PITCH, text_height
from sopgen.model.diagnose import diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop

#: Lines of a first part, and of the last one, below which it is not worth a cut.
LEAST_FIRST, LEAST_LAST = 8, 3
#: A page with less room than for so many lines holds nothing.
LEAST_PAGE = 12
#: Connector bands that a page keeps free, one at either end, each two lines high; more
#: is kept, mm, where arrows turn out to need it.
BANDS = 2 * band_height(2)
MORE = (0.0, 6.0, 12.0, 24.0)
#: Rounding makes no page too high, mm.
SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Room:
    """The height of a page's rows, and what of it arrows to other pages may take, mm.

    ``least`` is the height of a row without much text.
    """

    height: float
    spare: float
    least: float

    @property
    def free(self) -> float:
        """Return what rows with arrows may take."""
        return self.height - self.spare


def draw_pages(
    sop: Sop, columns: Columns, grid: Grid, least: float, symbols: Symbols
) -> tuple[Flow, tuple[Part, ...]]:
    """Return the flow on as many pages as it takes, and the rows of its table.

    The grid has no rows yet; ``least`` is the height of one without much text, mm.
    """
    whole, height = parts_of(sop, columns), grid.room
    usual = replace(grid, heights=tuple(_height(p, least) for p in whole))
    known = replace(sop, langkah=placeable_langkah(sop, usual, symbols))
    needed = row_heights(known, usual, choose_sizes(usual, symbols))
    for more in MORE:
        parts = cut_rows(whole, needed, Room(height, BANDS + more, least))
        heights = tuple(_height(part, least) for part in parts)
        later = frozenset(n for n, part in enumerate(parts) if not part.first)
        grid = replace(usual, heights=heights, continued=later)
        flow = draw_flow(spread_out(sop, parts), grid, symbols)
        if not later or _fits(flow, height):
            break
    return replace(flow, findings=(*flow.findings, *_told(sop, parts))), parts


def spread_out(sop: Sop, parts: tuple[Part, ...]) -> Sop:
    """Return a SOP with a kegiatan for each part; symbols stand in the first."""
    first = {part.kegiatan: n for n, part in enumerate(parts) if part.first}
    nowhere = len(parts)
    return replace(
        sop,
        kegiatan=tuple(sop.kegiatan[part.kegiatan] for part in parts),
        langkah=tuple(
            replace(k, baris=first.get(k.baris, nowhere)) for k in sop.langkah
        ),
    )


def _height(part: Part, least: float) -> float:
    """Return the height of a row in mm; one that only goes on needs no symbol's."""
    needed = text_height(part.lines)
    return max(least, needed) if part.first else needed


def _fits(flow: Flow, height: float) -> bool:
    return all(page.rows[-1].y1 <= height + SLACK for page in flow.pages)


def cut_rows(
    parts: tuple[Part, ...], heights: Sequence[float], room: Room
) -> tuple[Part, ...]:
    """Return the rows of a table, those that are too high for a page cut in parts.

    ``heights`` are those of the whole rows with their text and symbols, mm.
    """
    if room.free < text_height(LEAST_PAGE):
        return parts
    made: list[Part] = []
    used = 0.0
    for part, height in zip(parts, heights, strict=True):
        if text_height(part.lines) > room.free:
            made += _cut(part, room.free - used, room)
            used = _height(made[-1], room.least)
        else:
            made.append(part)
            used = used + height if used + height <= room.free else height
    return tuple(made)


def _cut(part: Part, left: float, room: Room) -> Iterator[Part]:
    """Yield the parts of a row, the first with what is left of a page."""
    count = _lines(left)
    rest = part
    if count < LEAST_FIRST or left < room.least:
        count = _lines(room.free)
    while rest.lines > count:
        upper, rest = rest.cut(min(count, rest.lines - LEAST_LAST))
        yield upper
        count = _lines(room.height)
    yield rest


def _lines(height: float) -> int:
    """Return how many lines a row of a height holds."""
    return int((height - 2 * PADDING_V) / TEXT_PITCH + 1e-6)


def _told(sop: Sop, parts: tuple[Part, ...]) -> Iterator[Diagnostic]:
    """Yield which kegiatan go on over a page break."""
    for n in dict.fromkeys(part.kegiatan for part in parts if not part.first):
        kegiatan = sop.kegiatan[n]
        yield diagnose_lightly(
            BARIS_TINGGI,
            f"kegiatan nomor `{kegiatan.nomor}` lebih tinggi daripada satu halaman; "
            "barisnya dilanjutkan di halaman berikutnya",
            kegiatan.span,
            "lebih mudah dibaca bila kegiatan ini dipecah menjadi beberapa baris",
        )
