"""Those who sign the lembar pengesahan: two side by side, an odd last one between.

Each block has its role, jabatan, room for a stamp, name, pangkat and NIP; the names of
a pair stand at one height.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from sopgen.model.buku import Buku, Pengesah
from sopgen.model.document import (
    Block,
    Cell,
    Paragraph,
    Row,
    Run,
    Sheet,
    SignRoom,
    Space,
    Style,
    Table,
    Together,
)
from sopgen.model.nilai import dataclass
from sopgen.parts.kotak_tte import Ruang, foot_note, of_book
from sopgen.parts.tanda_tangan import INK, Place, name_lines, title_lines

#: Blocks in a row.
BESIDE = 2
#: Room between two rows of blocks, and at the sides of a block, mm.
BETWEEN, ASIDE = 9.0, 2.0
#: Room between a role and the box below it, mm.
BELOW = 2.0
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


def signed_together(buku: Buku, sheet: Sheet, style: Style, dated: Dated) -> Together:
    """Return the blocks of those who sign a book, one of them dated."""
    signers, width = buku.lembar_pengesahan, sheet.column[0]
    centred = style.but(nama=f"{style.nama} Tengah", align="center")
    rows: list[Row] = []
    rooms = rooms_of(buku)
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
    notes = (note for ruang in rooms for note in foot_note(ruang, sheet))
    return Together((*islice(notes, 1), table))


def rooms_of(buku: Buku) -> tuple[Ruang, ...]:
    """Return the room of each, by the id of who signs; a second one is numbered."""
    seen: Counter[str] = Counter()
    made: list[Ruang] = []
    for one in buku.lembar_pengesahan:
        seen[one.pejabat.id] += 1
        nth = seen[one.pejabat.id]
        more = f"_{nth}" if nth > 1 else ""
        nama = f"{RUANG}_{one.pejabat.id}{more}"
        made.append(of_book(nama, one.pejabat, buku))
    return tuple(made)


def _rows(
    group: Sequence[Pengesah], rooms: Sequence[Ruang], style: Style
) -> Iterator[Row]:
    """Yield the rows of blocks beside each other; a lone one stands in the middle.

    A box for an electronic signature says itself who signs.
    """
    yield _row([(_line(one.peran, style),) for one in group])
    titles: list[Blocks] = []
    names: list[Blocks] = []
    middle: list[Blocks] = []
    for one, ruang in zip(group, rooms, strict=True):
        inked = isinstance(ruang, str)
        who = one.pejabat
        titles.append(tuple(title_lines(who, style, WHOLE)) if inked else ())
        middle.append(
            (SignRoom(ruang, INK),)
            if isinstance(ruang, str)
            else (Space(BELOW), ruang.box(who, None))
        )
        names.append(tuple(name_lines(who, style, WHOLE)) if inked else ())
    yield _row(titles)
    yield _row(middle, INK)
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
