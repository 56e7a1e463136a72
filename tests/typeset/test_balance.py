"""Forms fill their page, and none comes near the number at its foot."""

from dataclasses import replace

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Block,
    Cell,
    Document,
    Margins,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Space,
    Style,
    Table,
)
from sopgen.model.page import Stroke, TextPiece
from sopgen.typeset import settle, typeset

STYLE = Style("Uji", size_pt=9, leading=1.2)
SHEET = Sheet(330, 215, Margins(15, 15, 18, 15))
#: Where a page number ends, mm from the paper's edge, and how near no table comes.
NUMBER, CLEAR = 12 + 2.6, 7.0


def form(*lines: int, note: bool = False, fill: bool = True) -> tuple[Block, ...]:
    rows = tuple(
        Row((Cell((Paragraph((Run("\n".join("x" * n)),), STYLE),)),)) for n in lines
    )
    table = Table((300,), rows, padding=(2, 1.4), fill=fill)
    return (table, Space(3), Paragraph((Run("catatan"),), STYLE)) if note else (table,)


def settled(*blocks: Block, sheet: Sheet = SHEET, **more: object) -> Section:
    section = Section(BagianId("uji"), sheet, blocks, **more)  # type: ignore[arg-type]
    return settle(Document("J", "P", "S", (section,))).sections[0]


def table_of(section: Section) -> Table:
    return next(b for b in section.blocks if isinstance(b, Table))


def foot(section: Section) -> float:
    """Return how far above the paper's edge the lowest line of a table is, mm."""
    (page,) = typeset(Document("J", "P", "S", (section,))).pages
    lines = [i for i in page.items if isinstance(i, Stroke)]
    return page.height - max(s.end.y for s in lines)


def texts(section: Section) -> list[tuple[str, float]]:
    (page,) = typeset(Document("J", "P", "S", (section,))).pages
    return [(i.text, i.size_pt) for i in page.items if isinstance(i, TextPiece)]


@pytest.mark.parametrize("lines", [(3, 8, 20), (4, 9, 24), (5, 5, 5, 5, 5, 5)])
def test_a_short_form_ends_where_every_other_does(lines: tuple[int, ...]) -> None:
    assert foot(settled(*form(*lines))) == pytest.approx(NUMBER + 7.4, abs=0.1)


@pytest.mark.parametrize("count", range(30, 45))
def test_no_form_comes_near_the_number(count: int) -> None:
    section = settled(*form(1, 1, 1, 1, count - 12, 4, 4))
    assert foot(section) >= NUMBER + CLEAR
    assert {size for _, size in texts(section)} == {9.0, 10.0}


def test_rows_grow_by_their_share() -> None:
    section = settled(*form(3, 8, 20))
    heights = [row.least for row in table_of(section).rows]
    own = [n * 9 * 25.4 / 72 * 1.2 + 2.8 for n in (3, 8, 20)]
    shares = [a / b for a, b in zip(heights, own, strict=True)]
    assert shares == pytest.approx([shares[0]] * 3)
    assert shares[0] > 1


def test_what_is_nearly_empty_grows_by_half_at_most() -> None:
    section = settled(*form(2, 2))
    assert sum(row.least for row in table_of(section).rows) == pytest.approx(
        1.5 * 2 * (2 * 9 * 25.4 / 72 * 1.2 + 2.8)
    )


def test_a_line_below_the_form_has_its_room() -> None:
    with_note, alone = settled(*form(3, 8, 20, note=True)), settled(*form(3, 8, 20))
    lower = foot(with_note) - foot(alone)
    assert lower == pytest.approx(3 + 9 * 25.4 / 72 * 1.2, abs=0.1)


def test_a_form_without_number_fills_the_column() -> None:
    section = settled(*form(3, 8, 20), numbering="tanpa")
    assert foot(section) == pytest.approx(18, abs=0.1)
    head = replace(SHEET, number_at="head")
    assert foot(settled(*form(3, 8, 20), sheet=head)) == pytest.approx(18, abs=0.1)


def test_other_tables_and_forms_of_several_pages_stay_as_they_are() -> None:
    plain, long = form(3, 8, fill=False), form(30, 30, 30)
    assert settled(*plain).blocks == plain
    assert settled(*long).blocks == long
