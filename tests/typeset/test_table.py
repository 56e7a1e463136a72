import pytest

from sopgen.model.document import (
    Cell,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    kept_ends,
)
from sopgen.model.page import TextPiece
from sopgen.typeset.blocks import strips_of
from sopgen.typeset.breaks import fill_pages
from sopgen.typeset.table import table_strips

STYLE = Style("Uji", size_pt=10)


def cell(text: str = "x", span: int = 1, down: int = 1) -> Cell:
    return Cell((Paragraph((Run(text),), STYLE),), span, down)


def test_rows_that_a_cell_spans_are_one_strip() -> None:
    table = Table(
        (20, 20),
        (
            Row((cell(down=3), cell())),
            Row((cell(),)),
            Row((cell(),)),
            Row((cell(), cell())),
        ),
    )
    assert len(table_strips(table, strips_of)) == 2


def test_a_tall_spanning_cell_makes_its_last_row_taller() -> None:
    short = Table((20, 20), (Row((cell(), cell())), Row((cell(), cell()))))
    tall = Table((20, 20), (Row((cell("x " * 60, down=2), cell())), Row((cell(),))))
    heights = [sum(s.height for s in table_strips(t, strips_of)) for t in (short, tall)]
    assert heights[1] > heights[0]


def test_heading_rows_are_tied_and_repeat_with_the_others() -> None:
    table = Table((20,), tuple(Row((cell(),)) for _ in range(4)), header=2)
    strips = table_strips(table, strips_of)
    assert [s.keep for s in strips] == [True, True, False, False]
    assert [len(s.header) for s in strips] == [0, 0, 2, 2]


def test_a_row_that_is_tied_goes_to_the_next_page_with_the_row_below() -> None:
    rows = kept_ends(Row((cell(),), least=10) for _ in range(5))
    assert [row.keep_next for row in rows] == [True, False, False, True, False]
    strips = table_strips(Table((20,), rows), strips_of)
    assert [len(page) for page in fill_pages(strips, 41)] == [3, 2]
    assert [len(page) for page in fill_pages(strips, 51)] == [5]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_the_last_row_of_a_table_is_tied_to_nothing(count: int) -> None:
    rows = kept_ends(Row((cell(),)) for _ in range(count))
    assert [r.keep_next for r in rows] == [n < count - 1 for n in range(count)]


def test_rows_that_a_cell_spans_are_tied_by_their_last() -> None:
    rows = (
        Row((cell(down=2), cell())),
        Row((cell(),), keep_next=True),
        Row((cell(), cell())),
    )
    strips = table_strips(Table((20, 20), rows), strips_of)
    assert [s.keep for s in strips] == [True, False]


def test_a_row_is_never_lower_than_it_asks() -> None:
    table = Table((20,), (Row((cell(),), least=33),))
    assert table_strips(table, strips_of)[0].height == 33


def test_a_row_taller_than_a_page_goes_on_over_the_next_pages() -> None:
    texts = [f"butir{n}" for n in range(90)]
    tall = Cell(tuple(Paragraph((Run(t),), STYLE) for t in texts))
    table = Table(
        (60, 40), (Row((cell("kepala"), cell())), Row((tall, cell()))), header=1
    )
    pages = fill_pages(table_strips(table, strips_of), 100)
    printed = [
        item.text
        for page in pages
        for _, strip in page
        for item in strip.items
        if isinstance(item, TextPiece)
    ]
    assert [t for t in printed if t.startswith("butir")] == texts
    assert printed.count("kepala") == len(pages) > 3
    for page in pages:
        assert max(y + strip.height for y, strip in page) <= 100.01


def test_a_tall_group_of_spanned_rows_is_divided_too() -> None:
    tall = Cell(tuple(Paragraph((Run(f"b{n}"),), STYLE) for n in range(60)))
    rows = (
        Row((cell("kiri", down=3), tall)),
        Row((cell("dua"),)),
        Row((cell("tiga"),)),
    )
    pages = fill_pages(table_strips(Table((60, 40), rows), strips_of), 100)
    words = [
        item.text
        for page in pages
        for _, strip in page
        for item in strip.items
        if isinstance(item, TextPiece)
    ]
    assert sorted(words) == sorted(
        ["kiri", "dua", "tiga", *(f"b{n}" for n in range(60))]
    )
