from sopgen.model.geometry import Point
from sopgen.model.page import Stroke
from sopgen.typeset.breaks import fill_pages
from sopgen.typeset.strip import Strip

MARK = (Stroke(Point(0, 0), Point(1, 0), 0.1),)


def line(height: float = 10, keep: bool = False) -> Strip:
    return Strip(height, MARK, keep=keep)


def counts(strips: tuple[Strip, ...], room: float) -> list[int]:
    return [len(page) for page in fill_pages(strips, room)]


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert counts((line(),) * 7, 30) == [3, 3, 1]


def test_tied_strips_move_to_the_next_page_together() -> None:
    strips = (line(), line(), line(keep=True), line())
    assert counts(strips, 30) == [2, 2]


def test_tied_strips_taller_than_a_page_are_broken_all_the_same() -> None:
    strips = tuple(line(keep=True) for _ in range(5))
    assert counts(strips, 30) == [3, 2]


def test_the_heading_of_a_table_is_repeated_on_every_page() -> None:
    head = Strip(5, MARK, keep=True)
    rows = tuple(Strip(10, MARK, header=(head,)) for _ in range(4))
    pages = fill_pages((head, *rows), 26)
    assert [page[0][1] for page in pages] == [head, head]
    assert [len(page) for page in pages] == [3, 3]


def test_white_space_is_dropped_at_the_top_of_a_page() -> None:
    strips = (line(30), Strip(8), line())
    pages = fill_pages(strips, 30)
    assert [[y for y, _ in page] for page in pages] == [[0.0], [0.0]]


def test_stretching_space_takes_up_what_the_page_has_to_spare() -> None:
    strips = (line(), Strip(0, stretch=1), line(), Strip(0, stretch=3), line())
    (page,) = fill_pages(strips, 70)
    assert [y for y, _ in page] == [0, 10, 20, 30, 60]
