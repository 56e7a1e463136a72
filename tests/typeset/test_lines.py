import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.model.document import Label, Paragraph, Run, Style
from sopgen.model.page import TextPiece
from sopgen.typeface import read_face
from sopgen.typeset.blocks import paragraph_strips
from sopgen.typeset.lines import Line, Word, break_lines, set_line

STYLE = Style("Uji", size_pt=10, align="justify")
RUNS = st.lists(
    st.builds(
        Run,
        st.text(st.sampled_from("ab cW-/\n("), max_size=60),
        bold=st.booleans(),
        italic=st.booleans(),
    ),
    max_size=4,
)


def paragraph(*texts: str, style: Style = STYLE) -> Paragraph:
    return Paragraph(tuple(Run(text) for text in texts), style)


@given(RUNS, st.floats(8, 90))
def test_every_word_stays_within_its_column(runs: list[Run], room: float) -> None:
    for line in break_lines(Paragraph(tuple(runs), STYLE), room):
        for item in set_line(line, STYLE, 0, room):
            assert isinstance(item, TextPiece)
            face = read_face(item.face)
            end = item.x + face.width(item.text.rstrip(), item.size_pt)
            assert end <= room + 0.01 or tied(line.words)


def tied(words: object) -> bool:
    """Runs that join without a space may together be wider than a narrow column."""
    return any(word.tied for word in words)  # type: ignore[attr-defined]


@given(RUNS, st.floats(8, 90))
def test_no_letter_is_lost(runs: list[Run], room: float) -> None:
    lines = break_lines(Paragraph(tuple(runs), STYLE), room)
    made = "".join(word.text for line in lines for word in line.words)
    written = "".join(run.text for run in runs)
    assert made == written.replace(" ", "").replace("\n", "")


def test_full_lines_are_justified_and_the_last_is_not() -> None:
    text = "kata " * 40
    *full, last = break_lines(paragraph(text), 60)
    face = read_face("arial-regular")
    for line in full:
        final = set_line(line, STYLE, 0, 60)[-1]
        assert isinstance(final, TextPiece)
        assert final.x + face.width(final.text, 10) == pytest.approx(60, abs=0.01)
    final = set_line(last, STYLE, 0, 60)[-1]
    assert isinstance(final, TextPiece)
    assert final.x + face.width(final.text, 10) < 60


def unevenness(lines: Sequence[Line], room: float) -> float:
    """Return the sum of the squared stretches of all lines but the last."""
    made = 0.0
    for line in lines[:-1]:
        spaces = sum(word.space for word in line.words[:-1])
        spare = room - line.width
        made += (spare / spaces) ** 2 if spaces else (spare * 10) ** 2
    return made


def ways(words: Sequence[Word], count: int, room: float) -> Iterator[list[Line]]:
    """Yield all ways to make so many lines of words."""
    for cuts in combinations(range(1, len(words)), count - 1):
        bounds = pairwise((0, *cuts, len(words)))
        lines = [Line(tuple(words[a:b]), last=False) for a, b in bounds]
        if all(line.width <= room + 1e-6 or len(line.words) == 1 for line in lines):
            yield lines


@pytest.mark.slow
@given(st.lists(st.integers(1, 9), min_size=2, max_size=11), st.floats(12, 40))
def test_no_way_to_make_as_many_lines_is_more_even(
    sizes: list[int], room: float
) -> None:
    text = paragraph(" ".join("m" * size for size in sizes))
    lines = break_lines(text, room)
    (whole,) = break_lines(text, 1e6)
    words = [word for line in lines for word in line.words]
    if len(words) == len(whole.words):  # no word was cut
        best = min(unevenness(way, room) for way in ways(words, len(lines), room))
        assert unevenness(lines, room) == pytest.approx(best)


def test_a_paragraph_without_end_is_broken_line_by_line() -> None:
    steps = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal steps
        steps += event == "call" and frame.f_code.co_name == "_badness"

    sys.setprofile(count)
    try:
        lines = break_lines(paragraph("kata demi " * 2000), 120)
    finally:
        sys.setprofile(None)
    assert len(lines) > 250
    assert steps < 100 * len(lines)


def test_a_bracket_stays_with_the_italics_behind_it() -> None:
    words = Paragraph((Run("ketatalaksanaan ("), Run("Business", italic=True)), STYLE)
    room = read_face("arial").width("ketatalaksanaan (", 10) + 0.5
    lines = break_lines(words, room)
    assert ["".join(w.text for w in line.words) for line in lines] == [
        "ketatalaksanaan",
        "(Business",
    ]


def test_an_empty_paragraph_still_shows_its_labels() -> None:
    block = Paragraph((Run(""),), STYLE, 20, labels=(Label("Menetapkan", 0),))
    (strip,) = paragraph_strips(block, 100)
    assert [i.text for i in strip.items if isinstance(i, TextPiece)] == ["Menetapkan"]


def test_first_and_last_lines_of_a_paragraph_are_never_alone() -> None:
    strips = paragraph_strips(paragraph("kata " * 60), 50)
    assert strips[0].keep
    assert strips[-2].keep
    assert not strips[-1].keep
