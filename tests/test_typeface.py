import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.model.gaya import Run
from sopgen.model.geometry import MM_PER_PT
from sopgen.typeface import BREAKS, FILES, STYLES, read_face, script, set_runs

LINES = st.text(st.sampled_from("abc ijW/-é"), min_size=80, max_size=120)
WORDS = st.text(st.sampled_from("abc ijW/-\né"), max_size=120)


@pytest.mark.parametrize(
    ("letter", "width"), [("A", 667), ("i", 222), ("W", 944), ("0", 556), (" ", 278)]
)
def test_the_sans_has_the_widths_of_arial(letter: str, width: int) -> None:
    face = read_face("arial")
    assert face.width(letter, 1000) / MM_PER_PT == pytest.approx(width, abs=1)


@pytest.mark.parametrize(
    ("letter", "width"), [("A", 680), ("n", 660), ("0", 620), (" ", 320)]
)
def test_the_bookman_has_the_widths_of_itc_bookman(letter: str, width: int) -> None:
    face = read_face("bookman")
    assert face.width(letter, 1000) / MM_PER_PT == pytest.approx(width, abs=1)


@pytest.mark.parametrize("family", sorted(FILES))
@pytest.mark.parametrize("style", STYLES)
def test_every_face_can_write_indonesian(family: str, style: str) -> None:
    face = read_face(f"{family}-{style}")
    assert set("AZaz09 .,;:()/-–—“”‘’…•é") <= set(face.widths)


@given(WORDS, st.floats(3, 60))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    face = read_face("arial")
    for line in face.wrap(text, 8, room):
        assert face.width(line, 8) <= room or len(line) == 1


@given(WORDS, st.floats(3, 60))
def test_wrapping_loses_no_letter(text: str, room: float) -> None:
    lines = read_face("arial").wrap(text, 8, room)
    blanks = str.maketrans("", "", " \n")
    assert "".join(lines).translate(blanks) == text.translate(blanks)


@given(LINES, st.floats(3, 60))
def test_a_line_holds_whatever_goes_into_it(text: str, room: float) -> None:
    face, rest = read_face("arial"), text
    *lines, _ = face.wrap(text, 8, room)
    for line in lines:
        rest = rest[rest.index(line) + len(line) :]
        blank = rest[: len(rest) - len(rest.lstrip())]
        piece = BREAKS.match(rest.lstrip())
        assert piece
        assert face.width(f"{line}{blank}{piece[0]}", 8) > room


def test_lines_break_behind_slashes_and_hyphens() -> None:
    face = read_face("arial")
    room = face.width("Keterangan/", 8) + 0.1
    assert face.wrap("Keterangan/Legalisasi", 8, room) == ("Keterangan/", "Legalisasi")


def test_a_no_break_space_holds_words_together() -> None:
    face = read_face("arial")
    room = face.width("Nomor 12", 8) + 0.1
    assert face.wrap("a Nomor\u00a012", 8, room) == ("a", "Nomor\u00a012")


@given(WORDS, WORDS, st.floats(3, 60))
def test_lines_of_several_looks_keep_their_room(a: str, b: str, room: float) -> None:
    runs = (Run(a), Run(b, bold=True), Run(a, italic=True))
    for line in set_runs(runs).wrap(8, room):
        letters = "".join(run.text for run in line)
        assert set_runs(line).width(8) <= room + 1e-9 or len(letters) == 1


@given(WORDS, st.floats(3, 60))
def test_one_look_is_broken_like_plain_text(text: str, room: float) -> None:
    lines = set_runs((Run(text),)).wrap(8, room)
    made = tuple("".join(run.text for run in line) for line in lines)
    assert made == read_face("arial").wrap(text, 8, room)


def test_bold_words_are_measured_as_bold() -> None:
    plain, bold = script("surat asli"), script("**surat asli**")
    room = plain.width(8) + 0.05
    assert len(plain.wrap(8, room)) == 1
    assert len(bold.wrap(8, room)) == 2
    assert bold.width(8) == read_face("arial-bold").width("surat asli", 8)
    assert bold.longest_word(8) == read_face("arial-bold").width("surat", 8)
