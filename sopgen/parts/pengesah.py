"""Those who sign the lembar pengesahan: two side by side, an odd last one between.

Each block has its role, jabatan, room for a stamp, name, pangkat and NIP; the names of
a pair stand at one height.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sopgen.model.buku import Pengesah
from sopgen.model.document import (
    Block,
    Cell,
    Paragraph,
    Row,
    Run,
    SignRoom,
    Space,
    Style,
    Table,
    Together,
)
from sopgen.model.nilai import dataclass
from sopgen.parts.tanda_tangan import INK, Place, name_lines, title_lines

#: Blocks in a row.
BESIDE = 2
#: Room between two rows of blocks, and at the sides of a block, mm.
BETWEEN, ASIDE = 9.0, 2.0
#: The name of the room for a signature.
RUANG = "lembar-pengesahan"
#: A block begins at the edge of its cell.
WHOLE = Place(0)

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """The lines of place and date, and the number of the block that they stand over."""

    lines: tuple[str, ...]
    over: int


def signed_together(
    signers: Sequence[Pengesah], width: float, style: Style, dated: Dated
) -> Together:
    """Return the blocks on a column width mm wide, one of them dated."""
    centred = style.but(nama=f"{style.nama} Tengah", align="center")
    rows: list[Row] = []
    rooms = rooms_of(signers)
    for start in range(0, len(signers), BESIDE):
        if rows:
            rows.append(Row((_blank(2 * BESIDE),), BETWEEN, keep_next=True))
        group = signers[start : start + BESIDE]
        if dated.over - start in range(len(group)):
            above: list[Blocks] = [()] * len(group)
            lines = (_line(text, centred) for text in dated.lines)
            above[dated.over - start] = (*lines, Space(2.0))
            rows.append(_row(above))
        rows += _rows(group, rooms[start : start + BESIDE], centred)
    table = Table((width / 4,) * 4, tuple(rows), padding=(ASIDE, 0))
    return Together((table,))


def rooms_of(signers: Sequence[Pengesah]) -> tuple[SignRoom, ...]:
    """Return the room of each, by the id of who signs; a second one is numbered."""
    seen: Counter[str] = Counter()
    made: list[SignRoom] = []
    for one in signers:
        seen[one.pejabat.id] += 1
        nth = seen[one.pejabat.id]
        more = f"_{nth}" if nth > 1 else ""
        made.append(SignRoom(f"{RUANG}_{one.pejabat.id}{more}", INK))
    return tuple(made)


def _rows(
    group: Sequence[Pengesah], rooms: Sequence[SignRoom], style: Style
) -> Iterator[Row]:
    """Yield the rows of blocks beside each other; a lone one stands in the middle."""
    yield _row([(_line(one.peran, style),) for one in group])
    yield _row([tuple(title_lines(one.pejabat, style, WHOLE)) for one in group])
    yield _row([(room,) for room in rooms], INK)
    names = [tuple(name_lines(one.pejabat, style, WHOLE)) for one in group]
    yield _row(names, last=True)


def _row(every: Sequence[Blocks], least: float = 0, *, last: bool = False) -> Row:
    cells = tuple(Cell(blocks, span=2, borders="") for blocks in every)
    if len(cells) < BESIDE:
        cells = (_blank(1), *cells, _blank(1))
    return Row(cells, least, keep_next=not last)


def _blank(span: int) -> Cell:
    return Cell((), span=span, borders="")


def _line(text: str, style: Style) -> Paragraph:
    return Paragraph((Run(text),), style)
