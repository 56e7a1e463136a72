"""Lines drawn in all the ways that people draw them, and the arrows they mean."""

from __future__ import annotations

import pytest

from sopgen.model.geometry import Box, Point
from sopgen.takeover.arrows import MERGED, NO_HEAD, TWO_HEADS, Arrow, read_arrows
from sopgen.takeover.board import Drawing, Figure, Line, Words
from sopgen.takeover.hops import Hop, connect
from sopgen.takeover.labels import is_note, name_exits

#: Three symbols below each other, and one at the right of the second.
A = Figure("proses", Box(0, 0, 20, 10), id="1")
B = Figure("keputusan", Box(0, 30, 20, 10), id="2")
C = Figure("proses", Box(0, 60, 20, 10), id="3")
D = Figure("proses", Box(50, 30, 20, 10), id="4")
FIGURES = (A, B, C, D)


def line(*points: tuple[float, float], **more: object) -> Line:
    return Line(tuple(Point(*p) for p in points), **more)  # type: ignore[arg-type]


def arrow(*points: tuple[float, float]) -> Line:
    return line(*points, head=True)


def pairs(*lines: Line) -> set[tuple[int, int]]:
    arrows, strays = read_arrows(Drawing(FIGURES, lines))
    assert strays == ()
    return {(a.source, a.target) for a in arrows}


def doubts(*lines: Line) -> set[str]:
    return {a.doubt for a in read_arrows(Drawing(FIGURES, lines))[0]}


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ([arrow((10, 10), (10, 30))], {(0, 1)}),
        ([line((10, 10), (10, 30), tail=True)], {(1, 0)}),
        ([arrow((18, 12), (52, 29))], {(0, 3)}),
        ([line((10, 30), (10, 10))], {(0, 1)}),
        ([line((10, 10), (10, 30), tail=True, head=True)], {(0, 1), (1, 0)}),
        ([line((10, 10), (10, 20)), arrow((10, 20), (10, 30))], {(0, 1)}),
        (
            [line((20, 5), (60, 5)), arrow((60, 5), (60, 30))],
            {(0, 3)},
        ),
        (
            [
                line((20, 65), (40, 65)),
                line((40, 65), (40, 5.2)),
                arrow((40, 5), (20, 5)),
            ],
            {(2, 0)},
        ),
    ],
    ids=["lurus", "kepala di awal", "miring", "tanpa kepala", "dua kepala",
         "dua potong", "siku", "tiga potong"],
)  # fmt: skip
def test_a_line_is_the_arrow_that_is_meant(
    drawn: list[Line], meant: set[tuple[int, int]]
) -> None:
    assert pairs(*drawn) == meant


def test_arrows_that_run_into_another_have_its_target() -> None:
    down = arrow((10, 10), (10, 30))
    into = arrow((60, 30), (60, 20), (10.5, 20))
    assert pairs(down, into) == {(0, 1), (3, 1)}
    assert MERGED in doubts(down, into)


def test_lines_that_leave_another_have_its_source() -> None:
    down = arrow((10, 10), (10, 30))
    out = arrow((10.5, 20), (60, 20), (60, 30))
    assert pairs(down, out) == {(0, 1), (0, 3)}


def test_three_lines_that_meet_are_two_arrows() -> None:
    left = line((10, 10), (10, 20))
    right = line((60, 30), (60, 20), (10, 20))
    on = arrow((10, 20), (10, 30))
    assert pairs(left, right, on) == {(0, 1), (3, 1)}


def test_two_arrows_from_one_symbol_are_two() -> None:
    down = arrow((10, 70), (10, 75), (30, 75), (30, 35), (50, 35))
    up = arrow((20, 65), (30, 65), (30, 5), (20, 5))
    assert pairs(down, up) == {(2, 3), (2, 0)}


def test_glue_counts_more_than_place_unless_it_cannot_be() -> None:
    glued = line((10, 12), (10, 26), head=True, glue=("1", "2"))
    stale = line((10, 10), (10, 30), head=True, glue=("4", "99"))
    assert pairs(glued) == {(0, 1)}
    assert pairs(stale) == {(0, 1)}


def test_what_is_guessed_of_a_line_is_told() -> None:
    assert doubts(line((10, 10), (10, 30))) == {NO_HEAD}
    assert doubts(line((10, 10), (10, 30), tail=True, head=True)) == {TWO_HEADS}
    (far,) = doubts(arrow((10, 10), (10, 27.9)))
    assert far == "panah tidak menempel, ujung terdekat 2,1 mm"


def test_a_line_to_nowhere_is_a_stray() -> None:
    _, (stray,) = read_arrows(Drawing(FIGURES, (arrow((10, 70), (10, 95)),)))
    assert "satu ujungnya" in stray.why
    assert stray.at == Point(10, 95)


def test_words_name_the_nearest_exit_of_a_decision() -> None:
    drawn = Drawing(FIGURES, (arrow((10, 40), (10, 60)), arrow((20, 35), (50, 35))))
    arrows, _ = read_arrows(drawn)
    words = (
        Words("Ya", Box(11, 42, 5, 3)),
        Words("Tidak", Box(22, 31, 8, 3)),
        Words("ke hal. 2", Box(12, 44, 9, 3)),
        Words("catatan", Box(90, 90, 9, 3)),
    )
    named, left = name_exits(arrows, FIGURES, words)
    assert {(a.target, a.label) for a in named} == {(2, "Ya"), (3, "Tidak")}
    assert [w.teks for w in left] == ["catatan"]


@pytest.mark.parametrize(
    "text",
    [
        "ke hal. 2", "dari hal. 1", "Lanjutan", "hal 3", "lembar 2", "ke lembar 2",
        "lembar\n12", "lembar 1 dan 3", "lembar 1, 2 dan 4", "dari hal. 1, 3",
    ],
)  # fmt: skip
def test_notes_on_pages_name_no_exit(text: str) -> None:
    assert is_note(text)


def hop(figure: int, letter: str, page: int) -> Hop:
    return Hop(figure, letter, (page, 0.0))


def test_connectors_with_one_letter_are_one_arrow() -> None:
    here = Arrow(0, 10, (), label="Ya")
    there = Arrow(11, 1, ())
    hops = {10: hop(10, "A", 0), 11: hop(11, "A", 1)}
    (whole,) = connect((here, there), hops).arrows
    assert (whole.source, whole.target, whole.label) == (0, 1, "Ya")


def test_a_letter_used_again_goes_to_the_next_page() -> None:
    arrows = (Arrow(0, 10, ()), Arrow(11, 1, ()), Arrow(1, 12, ()), Arrow(13, 2, ()))
    pages = {10: 0, 11: 1, 12: 1, 13: 2}
    hops = {n: Hop(n, "A", (page, n)) for n, page in pages.items()}
    made = connect(arrows, hops).arrows
    assert {(a.source, a.target) for a in made} == {(0, 1), (1, 2)}
    assert all("lebih dari sepasang" in a.doubt for a in made)


def test_connectors_that_lead_in_a_circle_end() -> None:
    arrows = (Arrow(0, 10, ()), Arrow(11, 12, ()), Arrow(13, 10, ()))
    letters = {10: "A", 11: "A", 12: "B", 13: "B"}
    hops = {n: hop(n, letter, n) for n, letter in letters.items()}
    assert connect(arrows, hops).arrows == ()


def test_a_connector_without_its_other_half_is_told() -> None:
    lost = connect((Arrow(0, 10, ()),), {10: hop(10, "A", 0)}).lost
    assert [h.letter for h in lost] == ["A"]
