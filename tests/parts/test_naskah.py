import pytest

from sopgen.model.document import Paragraph
from sopgen.parts.naskah import chapter, read_pieces, runs_of

TEXT = """\
## A. TUJUAN
Tujuan disusunnya *SOP* ini
adalah:

x. pedoman kerja;
   yang tertulis;
y. acuan:
   1. pejabat;
   1. staf;

z. ukuran kinerja.
- bebas
- **tebal**
"""


def test_lines_of_a_paragraph_are_joined_and_items_numbered_anew() -> None:
    assert [(mark, p.depth, p.text) for mark, p in read_pieces(TEXT)] == [
        ("", 2, "A. TUJUAN"),
        ("", 0, "Tujuan disusunnya *SOP* ini adalah:"),
        ("a.", 0, "pedoman kerja; yang tertulis;"),
        ("b.", 0, "acuan:"),
        ("1.", 1, "pejabat;"),
        ("2.", 1, "staf;"),
        ("c.", 0, "ukuran kinerja."),
        ("–", 0, "bebas"),
        ("–", 0, "**tebal**"),
    ]


def test_a_new_paragraph_begins_the_numbers_again() -> None:
    marks = [mark for mark, _ in read_pieces("a. x\na. y\n\nteks\n\na. z")]
    assert marks == ["a.", "b.", "", "a."]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("polos", [("polos", False, False)]),
        ("*miring*", [("miring", False, True)]),
        ("a **b** c", [("a ", False, False), ("b", True, False), (" c", False, False)]),
        ("3 * 4", [("3 * 4", False, False)]),
        ("", [("", False, False)]),
    ],
)
def test_stars_make_italic_and_bold(text: str, runs: list[object]) -> None:
    assert [(r.text, r.bold, r.italic) for r in runs_of(text)] == runs


def test_headings_are_listed_with_their_letter() -> None:
    heading, lead, first, *_ = chapter(TEXT, "bab")
    assert isinstance(heading, Paragraph)
    assert heading.heading
    assert (heading.heading.label, heading.heading.text) == ("A.", "TUJUAN")
    assert isinstance(lead, Paragraph)
    assert lead.keep_next
    assert isinstance(first, Paragraph)
    assert first.labels[0].text == "a."
    assert first.indent > first.labels[0].x
