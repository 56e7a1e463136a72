"""PDF are tagged: each word is of an element or an artifact, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pdfua
import pypdfium2 as pdfium
import pytest
from PIL import Image

from sopgen.gambar import draw, draw_map
from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Block,
    Cell,
    Document,
    Drawing,
    Emblem,
    Figure,
    Heading,
    Label,
    Margins,
    Paragraph,
    Row,
    Rule,
    Run,
    Section,
    Sheet,
    Style,
    SymbolFigure,
    Table,
    TocLine,
)
from sopgen.model.geometry import Point
from sopgen.model.page import Stroke
from sopgen.pipeline import Wish, build
from sopgen.render.pdf import write_pdf
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import ROOT
from tests.render.tagged import Tagged, Unsur, sound
from tests.test_cetak import BOTH, office

STYLE = Style("Uji", size_pt=12)
SHEET = Sheet(120, 100, Margins(15, 15, 15, 15))
#: What pdfua wants besides, which is not claimed.
CLAIM = "UA-28-004"
DOTS = re.compile(r"\.{3,}")


def says(text: str, *labels: Label, indent: float = 0) -> Paragraph:
    return Paragraph((Run(text),), STYLE, indent, labels=labels)


def item(mark: str, text: str, x: float = 0) -> Paragraph:
    return says(text, Label(mark, x), indent=x + 8)


def chapter(title: str, level: int = 1) -> Paragraph:
    return replace(says(title), heading=Heading(level, title, title))


def cell(*blocks: Block, span: int = 1, down: int = 1) -> Cell:
    return Cell(blocks, span, down)


def tagged(*blocks: Block, sheet: Sheet = SHEET, mark: str = "") -> Tagged:
    """Return a document of one section as a file."""
    section = Section(BagianId("satu"), sheet, blocks, mark=mark)
    pages = typeset(Document("Judul", "Penulis", "Subjek", (section,)))
    made = Tagged(write_pdf(pages, read_symbols()))
    sound(made)
    return made


def shape(tagged: Tagged, unsur: Unsur | None = None) -> str:
    """Return roles and texts, each element in brackets behind its role."""
    one = unsur or tagged.document
    kids = " ".join(shape(tagged, kid) for kid in one.unsur)
    own = "".join(
        mark.text
        for page, number in one.pieces
        for mark in tagged.marks[page]
        if mark.number == number
    )
    inside = " ".join(part for part in (own.strip(), kids) if part)
    return f"{one.role}({inside})"


def test_headings_and_paragraphs_are_elements() -> None:
    made = tagged(chapter("Bab"), says("Satu."), chapter("Anak", 2), says("Dua."))
    assert shape(made) == "Document(H1(Bab) P(Satu.) H2(Anak) P(Dua.))"


def test_no_level_of_headings_is_left_out() -> None:
    made = tagged(chapter("A", 2), chapter("B", 3), chapter("C", 3), chapter("D", 2))
    assert [one.role for one in made.document.unsur] == ["H1", "H2", "H2", "H1"]


def test_a_paragraph_over_two_pages_is_one_element_of_two_pieces() -> None:
    made = tagged(says("kata " * 150))
    (one,) = made.document.unsur
    assert len(made.marks) == 2
    assert [page for page, _ in one.pieces] == [0, 1]
    assert made.text(one).split() == ["kata"] * 150


def test_words_of_two_lines_are_not_read_as_one() -> None:
    made = tagged(says("panjang " * 40), says("satu\ndua"))
    first, second = made.document.unsur
    assert made.text(first).split() == ["panjang"] * 40
    assert made.text(second).split() == ["satu", "dua"]


def test_items_are_lists_in_lists() -> None:
    made = tagged(
        item("1.", "Satu"),
        item("a.", "Anak", 8),
        item("b.", "Adik", 8),
        item("2.", "Dua"),
        says("lanjutan dua", indent=8),
        says("di luar"),
        item("1.", "Baru"),
    )
    inner = "L(LI(Lbl(a.) LBody(Anak)) LI(Lbl(b.) LBody(Adik)))"
    assert shape(made) == (
        f"Document(L(LI(Lbl(1.) LBody(Satu {inner})) "
        "LI(Lbl(2.) LBody(Dua P(lanjutan dua)))) P(di luar) "
        "L(LI(Lbl(1.) LBody(Baru))))"
    )


def test_a_name_before_a_mark_is_that_of_the_list() -> None:
    labels = Label("Menimbang", 0), Label(":", 30), Label("a.", 34)
    made = tagged(says("bahwa perlu;", *labels, indent=40), item("b.", "bahwa;", 34))
    assert shape(made) == (
        "Document(L(LI(Lbl(Menimbang :) LBody(L(LI(Lbl(a.) LBody(bahwa perlu;)) "
        "LI(Lbl(b.) LBody(bahwa;)))))))"
    )


def test_an_item_over_two_pages_goes_on_in_its_list() -> None:
    made = tagged(item("1.", "kata " * 150), item("2.", "Dua"))
    (one,) = made.document.unsur
    assert one.role == "L"
    assert [kid.role for kid in one.unsur] == ["LI", "LI"]
    body = one.unsur[0].unsur[1]
    assert {page for page, _ in body.pieces} == {0, 1}


def rows(count: int) -> tuple[Row, ...]:
    return tuple(
        Row((cell(says(f"{n}")), cell(says(f"nilai {n}")))) for n in range(count)
    )


@pytest.mark.slow
def test_a_table_over_pages_is_one_and_its_head_is_read_once() -> None:
    head = Row((cell(says("No")), cell(says("Nilai"))))
    made = tagged(Table((20, 60), (head, *rows(25)), header=1))
    assert len(made.marks) > 1
    (table,) = made.document.unsur
    assert [row.role for row in table.unsur] == ["TR"] * 26
    assert [kid.role for kid in table.unsur[0].unsur] == ["TH", "TH"]
    assert {kid.role for row in table.unsur[1:] for kid in row.unsur} == {"TD"}
    assert str(table.unsur[0].unsur[0].node.A.Scope) == "/Column"
    artifacts = ["".join(m.text for m in page if m.number < 0) for page in made.marks]
    assert [text.startswith("No Nilai".replace(" ", "")) for text in artifacts] == [
        number > 0 for number in range(len(made.marks))
    ]


@pytest.mark.slow
def test_a_row_over_two_pages_is_one_row_of_the_same_cells() -> None:
    head = Row((cell(says("A")), cell(says("B"))))
    long = Row((cell(says("kiri " * 120)), cell(says("kanan " * 120), says("akhir"))))
    made = tagged(Table((40, 40), (head, long), header=1))
    (table,) = made.document.unsur
    _, row = table.unsur
    left, right = row.unsur
    assert made.text(left).split() == ["kiri"] * 120
    assert made.text(right).split() == [*["kanan"] * 120, "akhir"]
    assert [kid.role for kid in right.unsur] == ["P", "P"]


def test_cells_say_what_they_span_and_empty_ones_are_there() -> None:
    head = Row((cell(says("A"), down=2), cell(says("B"), span=2)))
    second = Row((cell(says("C")), cell(says("D"))))
    body = Row((cell(), cell(says("x")), cell(says("y"), says("z"))))
    made = tagged(Table((20, 30, 30), (head, second, body), header=2))
    (table,) = made.document.unsur
    assert shape(made, table) == (
        "Table(TR(TH(A) TH(B)) TR(TH(C) TH(D)) TR(TD() TD(x) TD(P(y) P(z))))"
    )
    first, wide = table.unsur[0].unsur
    assert int(first.node.A.RowSpan) == int(wide.node.A.ColSpan) == 2


def test_what_only_stands_side_by_side_is_no_table() -> None:
    made = tagged(Table((40, 40), rows(1)), Rule())
    assert shape(made) == "Document(Div(P(0) P(nilai 0)))"


def test_the_daftar_isi_leads_to_its_headings_and_its_dots_are_not_read() -> None:
    made = tagged(
        TocLine("Bab", "Bab", STYLE),
        TocLine("Anak", "Anak", STYLE, 16, Label("A.", 6)),
        TocLine("Di berkas lain", "lain", STYLE),
        chapter("Bab"),
        chapter("Anak", 2),
    )
    contents = made.document.unsur[0]
    assert shape(made, contents) == (
        "TOC(TOCI(Link(Bab 1) TOC(TOCI(Link(A. Anak 1)))) "
        "TOCI(Reference(Di berkas lain)))"
    )
    links = [str(link.Contents) for link in made.pdf.pages[0].Annots]
    assert links == ["Bab, halaman 1", "Anak, halaman 1"]
    assert all(int(link.F) == 4 for link in made.pdf.pages[0].Annots)


def test_pictures_say_what_they_show_and_where(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    Image.new("RGB", (40, 20), "navy").save(file)
    lines = (Stroke(Point(0, 0), Point(9, 9), 0.2),)
    made = tagged(
        Figure(file, 20, 10, "Peta wilayah – “lama” (1)"),
        Emblem(file, 10, 10),
        Emblem(None, 10, 10),
        SymbolFigure("keputusan", 20, 10),
        Drawing(30, 9, lines, "Garis"),
    )
    assert [one.role for one in made.document.unsur] == ["Figure"] * 5
    assert [one.alt for one in made.document.unsur] == [
        "Peta wilayah – “lama” (1)", "Lambang daerah", "Lambang daerah",
        "Pengambilan keputusan ya atau tidak", "Garis",
    ]  # fmt: skip
    box = [round(float(v) / 72 * 25.4) for v in made.document.unsur[0].node.A.BBox]
    assert box == [50, 75, 70, 85]


def test_the_number_of_a_page_and_the_mark_of_a_draft_are_not_read() -> None:
    made = tagged(says("Isi."), mark="DRAF")
    assert shape(made) == "Document(P(Isi.))"
    assert [m.text for m in made.marks[0] if m.number < 0] == ["DRAF", "1"]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tagged]:
    """Return the files of a small office that prints on both sides."""
    place = tmp_path_factory.mktemp("kantor")
    wish = Wish(office(place / "uji", BOTH), place / "output", formats=("pdf",))
    made = build(wish, print).files
    return {one.path.name: Tagged(one.path.read_bytes()) for one in made}


@pytest.mark.slow
def test_every_file_of_an_office_is_sound(files: dict[str, Tagged]) -> None:
    assert {"buku.pdf", "keputusan-1.pdf", "01-surat.pdf"} <= set(files)
    for one in files.values():
        sound(one)


@pytest.mark.slow
def test_a_chart_is_one_figure_that_tells_its_flow(files: dict[str, Tagged]) -> None:
    for name in ("buku.pdf", "01-surat.pdf"):
        charts = [f for f in files[name].of("Figure") if f.alt.startswith("Bagan alir")]
        (chart,) = charts
        assert "2. Camat memeriksa surat, keputusan: Ya ke 3, Tidak ke 1" in chart.alt
        assert "Menerima" in files[name].text(chart)


@pytest.mark.slow
def test_charts_and_maps_by_themselves_are_figures(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji")
    chart = Tagged(draw(folder, 1, "pdf").data)
    sound(chart)
    (figure,) = chart.document.unsur
    assert figure.alt.startswith("Bagan alir")
    peta = Tagged(draw_map(folder, "pdf").data)
    sound(peta)
    (figure,) = peta.document.unsur
    assert figure.alt == "Peta keterkaitan SOP: 1. Surat Masuk."


BOOKS = [ROOT / "specs" / "kampak", ROOT / "specs" / "karangan"]


@pytest.mark.slow
@pytest.mark.parametrize("folder", BOOKS[:1], ids=lambda p: p.name)
def test_a_book_is_read_as_its_pages_are(folder: Path, tmp_path: Path) -> None:
    wish = Wish(folder, tmp_path, formats=("pdf",))
    for made in build(wish, print).files:
        data = made.path.read_bytes()
        one = Tagged(data)
        sound(one)
        assert in_order(one)
        assert tables(one)
        findings = pdfua.validate(str(made.path)).findings
        assert {f.rule_id for f in findings} <= {CLAIM}
        with pdfium.PdfDocument(data) as pdf:
            for number, page in enumerate(pdf):
                text = page.get_textpage().get_text_bounded()
                assert letters(text) == letters(
                    "".join(m.text for m in one.marks[number])
                )
        for page in one.marks:
            assert all(plain(mark.text) for mark in page if mark.number < 0)


def letters(text: str) -> Counter[str]:
    """Return the letters of a text; hyphens at ends of lines are read in many ways."""
    return Counter(one for one in text if one.isalnum())


def in_order(one: Tagged) -> bool:
    """Return whether pieces are read as they are drawn."""
    pieces = list(one.document.all_pieces())
    return pieces == sorted(pieces)


def tables(one: Tagged) -> bool:
    """Return whether the tables of a file begin with header cells."""
    firsts = (table.unsur[0].unsur for table in one.of("Table"))
    return all(kid.role == "TH" for cells in firsts for kid in cells)


def plain(text: str) -> bool:
    """Return whether a text is one that need not be read."""
    return not DOTS.sub("", text) or len(text) < 40
