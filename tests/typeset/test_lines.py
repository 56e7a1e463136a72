import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.model.document import Label, Paragraph, Run, Style
from sopgen.model.page import TextPiece
from sopgen.typeface import read_face
from sopgen.typeset.blocks import paragraph_strips
from sopgen.typeset.lines import break_lines, set_line

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
