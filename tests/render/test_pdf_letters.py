"""The codes that letters have in a PDF, and that they are read back as they were."""

import pypdfium2 as pdfium
import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.page import Page, Pages, TextPiece
from sopgen.render.pdf import write_pdf
from sopgen.render.pdf_letters import Code, codes_of, fonts_of, written
from sopgen.symbols import read_symbols
from sopgen.typeface import FILES, STYLES, read_face

FACES = [f"{family}-{style}" for family in FILES for style in STYLES]
FACE = "arial-regular"

#: A text, and its parts as a PDF writes them: the font of the face, the string.
WRITTEN = [
    ("Camat Melur", [(0, "Camat Melur")]),
    (r"a(b)\c", [(0, r"a\(b\)\\c")]),
    ("pukul 07.30–15.00", [(0, r"pukul 07.30\22615.00")]),
    ("½ “jam”", [(0, r"\275 \223jam\224")]),
    ("5\xa0hari", [(0, "5 hari")]),
    ("日\t", [(0, r"\000 ")]),
    ("aẞb", [(0, "a"), (2, "&"), (0, "b")]),
]


def page(face: str, texts: list[str]) -> Page:
    pieces = (TextPiece(20, 20 + 8 * n, t, face, 10) for n, t in enumerate(texts))
    return Page(210, 297, tuple(pieces), BagianId("satu"), "arab", 1, "1")


@pytest.mark.parametrize(("text", "parts"), WRITTEN)
def test_a_text_is_written_in_fixed_codes(
    text: str, parts: list[tuple[int, str]]
) -> None:
    assert list(written(FACE, text)) == parts


@pytest.mark.parametrize("face", FACES)
def test_every_letter_of_a_face_has_a_code_of_its_own(face: str) -> None:
    codes = codes_of(face)
    assert set(codes) == set(read_face(face).widths)
    assert len(set(codes.values())) == len(codes)
    assert all(0 < one.code < 256 for one in codes.values())
    assert [codes[one] for one in "A~é€–"] == [
        Code(0, code) for code in (0x41, 0x7E, 0xE9, 0x80, 0x96)
    ]


def test_signs_stand_in_the_first_font_of_a_face() -> None:
    assert {codes_of(FACE)[one].font for one in "→□●√≤"} == {0}


def test_a_font_has_ascii_and_what_is_used_in_one_order() -> None:
    one, other = fonts_of(FACE, "–é□ḁ"), fonts_of(FACE, "ḁ□é–\xa0日")
    assert one == other
    assert list(one) == [0, 1]
    assert one[1] == "ḁ"
    assert len(one[0]) == 95 + 3


@pytest.mark.parametrize("face", ["arial-bold", "bookman-italic"])
def test_all_letters_are_read_back_as_they_were(face: str) -> None:
    letters = sorted(set(read_face(face).widths) - {" ", "\xa0", "\xad"})
    lines = ["".join(letters[n : n + 30]) for n in range(0, len(letters), 30)]
    data = write_pdf(Pages("J", "P", "S", (page(face, lines),)), read_symbols())
    with pdfium.PdfDocument(data) as pdf:
        read = str(pdf[0].get_textpage().get_text_bounded())
    assert "".join(read.split()) == "".join(lines)
