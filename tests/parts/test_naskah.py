from sopgen.model.document import Paragraph
from sopgen.model.naskah import Alinea, Butir, Judul, Unsur, read_unsur
from sopgen.parts.naskah import chapter

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


#: Width of a column of running text, mm.
WIDTH = 165.0


def pieces(text: str) -> list[tuple[str, int, str]]:
    """Return mark, depth (or level) and text of each element."""
    return [(_mark(one), _depth(one), one.text) for one in read_unsur(text)]  # type: ignore[union-attr]


def _mark(one: Unsur) -> str:
    return one.tanda if isinstance(one, Butir) else ""


def _depth(one: Unsur) -> int:
    if isinstance(one, Judul):
        return one.level
    assert isinstance(one, Alinea | Butir)
    return one.depth


def test_lines_of_a_paragraph_are_joined_and_items_numbered_anew() -> None:
    assert pieces(TEXT) == [
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
    marks = [mark for mark, *_ in pieces("a. x\na. y\n\nteks\n\na. z")]
    assert marks == ["a.", "b.", "", "a."]


def test_headings_are_listed_with_their_letter() -> None:
    heading, lead, first, *_ = chapter(TEXT, "bab", WIDTH)
    assert isinstance(heading, Paragraph)
    assert heading.heading
    assert (heading.heading.label, heading.heading.text) == ("A.", "TUJUAN")
    assert isinstance(lead, Paragraph)
    assert lead.keep_next
    assert isinstance(first, Paragraph)
    assert first.labels[0].text == "a."
    assert first.indent > first.labels[0].x


def test_the_daftar_isi_has_a_heading_without_its_marks() -> None:
    heading, *_ = chapter("## B. *E-GOVERNMENT* DAN **ARSIP**", "bab", WIDTH)
    assert isinstance(heading, Paragraph)
    assert heading.heading
    assert heading.heading.text == "E-GOVERNMENT DAN ARSIP"
    assert [r.text for r in heading.runs if r.italic] == ["E-GOVERNMENT"]
