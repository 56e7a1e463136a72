from sopgen.model.document import Paragraph
from sopgen.parts.naskah import chapter, read_pieces

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


def test_the_daftar_isi_has_a_heading_without_its_marks() -> None:
    heading, *_ = chapter("## B. *E-GOVERNMENT* DAN **ARSIP**", "bab")
    assert isinstance(heading, Paragraph)
    assert heading.heading
    assert heading.heading.text == "E-GOVERNMENT DAN ARSIP"
    assert [r.text for r in heading.runs if r.italic] == ["E-GOVERNMENT"]
