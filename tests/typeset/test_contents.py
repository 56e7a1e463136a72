"""A line of the daftar isi: its words, the dots, the number of the page."""

from __future__ import annotations

from sopgen.model.document import Style, TocLine
from sopgen.model.page import TextPiece
from sopgen.typeface import read_face
from sopgen.typeset.blocks import NUMBER_ROOM, toc_strips

WIDTH, SIZE = 150.0, 11
STYLE = Style("Uji Daftar", size_pt=SIZE)
PITCH = read_face("arial-regular").width(".", SIZE)


def pieces(text: str) -> list[TextPiece]:
    (strip,) = toc_strips(TocLine(text, "uji", STYLE), WIDTH)
    return [item for item in strip.items if isinstance(item, TextPiece)]


def test_the_dots_stand_below_each_other_between_the_words_and_the_number() -> None:
    for text in ("SOP", "SOP Rekomendasi Kartu Keluarga", "Kata Pengantar"):
        *words, dots = pieces(text)
        assert set(dots.text) == {"."}
        column = dots.x / PITCH
        assert abs(column - round(column)) < 1e-6
        face = read_face(words[-1].face)
        end = words[-1].x + face.width(words[-1].text, words[-1].size_pt)
        assert 1.5 <= dots.x - end < 1.5 + PITCH
        room = WIDTH - NUMBER_ROOM - (dots.x + PITCH * len(dots.text))
        assert 0 <= room < PITCH


def test_words_that_fill_the_line_have_no_dots() -> None:
    face = read_face("arial-regular")
    text = "x"
    while face.width(text + "x", SIZE) < WIDTH - 13:
        text += "x"
    assert "." not in "".join(piece.text for piece in pieces(text))
