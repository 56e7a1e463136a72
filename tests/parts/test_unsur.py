"""What staff type in a text is read the same wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.model.document import Label, Paragraph, Style, Table
from sopgen.model.naskah import (
    Alinea,
    Butir,
    GambarTeks,
    Judul,
    TabelTeks,
    read_unsur,
)
from sopgen.model.naskah.baris import in_lines
from sopgen.parts.unsur import Tata, blocks_of, listed

ISI = Style("Uji", size_pt=10)
TATA = Tata(ISI, ISI, 160.0, 20.0, level=1)

TYPED = """\
Regu bertugas:
a. menyiapkan bahan, yaitu:
   1) undangan;
   2) ruang:
      a) meja; dan
      b) kursi;
b. mencatat.
"""
RUNNING = (
    "Regu bertugas: a. menyiapkan bahan, yaitu: 1) undangan; 2) ruang: a) meja; dan "
    "b) kursi; b. mencatat."
)
AT_ONE_EDGE = """\
Regu bertugas:
a. menyiapkan bahan, yaitu:
1) undangan;
2) ruang:
a) meja; dan
b) kursi;
b. mencatat.
"""
NESTED = [
    ("", 0, "Regu bertugas:"),
    ("a.", 0, "menyiapkan bahan, yaitu:"),
    ("1)", 1, "undangan;"),
    ("2)", 1, "ruang:"),
    ("a)", 2, "meja; dan"),
    ("b)", 2, "kursi;"),
    ("b.", 0, "mencatat."),
]


def seen(text: str) -> list[tuple[str, int, str]]:
    """Return mark, depth and text of each paragraph and item."""
    made = []
    for one in read_unsur(text):
        assert isinstance(one, Alinea | Butir)
        made.append((getattr(one, "tanda", ""), one.depth, one.text))
    return made


@pytest.mark.parametrize("text", [TYPED, RUNNING, AT_ONE_EDGE])
def test_a_nested_list_is_one_however_it_is_typed(text: str) -> None:
    assert seen(text) == NESTED


def test_lists_that_are_typed_alike_take_the_next_form() -> None:
    text = "1. satu\n   1. dua\n      1. tiga\n         1. empat\n2. lima"
    assert [mark for mark, *_ in seen(text)] == ["1.", "a.", "1)", "a)", "2."]


def test_bullets_below_an_item_that_ends_in_a_colon_are_inside_it() -> None:
    text = "a. Alat:\n- pena\n- tinta\nb. Bahan"
    assert [(m, d) for m, d, _ in seen(text)] == [
        ("a.", 0), ("–", 1), ("–", 1), ("b.", 0),
    ]  # fmt: skip


#: Paragraphs whose numbers are no list, or not surely one.
WHOLE = (
    "Waktu pelayanan: 1) pagi.",
    "Ketentuan: 1) pertama; 3) ketiga.",
    "Menurut Pasal 5 ayat (1); ayat (2); dan ayat (3).",
    "Ukuran a) dan b) sama; c) berbeda.",
    "Pukul 08.00; 09.00; 10.00.",
    "Sesuai butir 1. dan 2. di atas; 3. tidak.",
)


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_no_sure_list_stays_one_paragraph(text: str) -> None:
    assert [one.text for one in read_unsur(text) if isinstance(one, Alinea)] == [text]
    assert in_lines(text) == text


def test_a_paragraph_that_is_broken_before_a_bracket_goes_on() -> None:
    text = "Sesuai Pasal 5 ayat\n(2) Undang-Undang\n1) itu"
    assert seen(text) == [("", 0, "Sesuai Pasal 5 ayat (2) Undang-Undang 1) itu")]


def test_a_paragraph_further_in_goes_on_with_its_item() -> None:
    text = "1. satu\n\n   masih satu\n\n2. dua\n\ntersendiri\n\n1. lagi"
    assert seen(text) == [
        ("1.", 0, "satu"),
        ("", 1, "masih satu"),
        ("2.", 0, "dua"),
        ("", 0, "tersendiri"),
        ("1.", 0, "lagi"),
    ]


def test_where_paragraphs_begin_with_blanks_they_go_on_with_no_item() -> None:
    text = "    Alinea pertama.\n\n1. satu\n\n    Alinea kedua."
    assert seen(text)[-1] == ("", 0, "Alinea kedua.")


def test_headings_have_four_levels() -> None:
    made = read_unsur("# A\n## B\n### C\n#### D\n##### E")
    assert [(one.level, one.text) for one in made if isinstance(one, Judul)] == [
        (1, "A"), (2, "B"), (3, "C"), (4, "D"),
    ]  # fmt: skip


def table(text: str) -> TabelTeks:
    """Return the only table of a text."""
    (one,) = (one for one in read_unsur(text) if isinstance(one, TabelTeks))
    return one


@pytest.mark.parametrize(
    "text",
    [
        "| A | B |\n|---|--:|\n| 1 | 2 |",
        "| A | B |\n\n|---|--:|\n\n| 1 | 2 |",
        "A | B\n--- | ---:\n1 | 2",
    ],
)
def test_a_table_has_a_head_and_rows(text: str) -> None:
    one = table(text)
    assert one.kepala
    assert one.kepala.sel == ("A", "B")
    assert [row.sel for row in one.baris] == [("1", "2")]
    assert one.rata == ("left", "right")
    assert one.timpang == ()


def test_a_pipe_behind_a_backslash_is_a_letter() -> None:
    assert table("| A |\n| satu \\| dua |").baris[0].sel == ("satu | dua",)


@pytest.mark.parametrize("text", ["|---|", "|---|:-:|", "|--|--|\n\n|--|--|"])
def test_rules_without_a_row_are_text(text: str) -> None:
    assert read_unsur(text) == (Alinea(text.replace("\n\n", " ")),)


def test_a_second_rule_begins_a_second_table() -> None:
    text = "| A |\n|---|\n| 1 |\n\n| B |\n|---|\n| 2 |"
    heads = [one.kepala for one in read_unsur(text) if isinstance(one, TabelTeks)]
    assert [head.sel for head in heads if head] == [("A",), ("B",)]


def test_a_ragged_row_keeps_its_cells() -> None:
    one = table("| A | B |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |")
    assert [row.sel for row in one.timpang] == [("1",), ("1", "2", "3")]
    (block, _) = blocks_of((one,), TATA)
    assert isinstance(block, Table)
    assert {len(row.cells) for row in block.rows} == {3}


def test_a_picture_stands_between_what_is_around_it() -> None:
    made = read_unsur("lihat ![Peta *desa*](gambar/peta (1).png) itu")
    before, picture, after = made
    assert isinstance(picture, GambarTeks)
    assert picture.berkas == "gambar/peta (1).png"
    assert picture.keterangan == "Peta *desa*"
    assert [getattr(one, "text", "") for one in (before, after)] == ["lihat", "itu"]


def test_items_hang_by_their_level() -> None:
    blocks = tuple(blocks_of(read_unsur(TYPED), TATA, (Label("b.", 12),)))
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    assert [p.indent for p in paragraphs] == [20, 28, 36, 36, 44, 44, 28]
    assert paragraphs[0].labels == (Label("b.", 12),)
    assert [p.labels[-1].level for p in paragraphs[1:]] == [1, 2, 2, 3, 3, 1]
    assert all(p.labels[-1].x == p.indent - 8 for p in paragraphs[1:])


def test_a_table_fills_the_column_from_its_edge_on() -> None:
    head, *rest = blocks_of(
        read_unsur("| No | Uraian |\n|--|--|\n| 1 | Rapat kerja |"), TATA
    )
    assert isinstance(head, Table)
    assert head.header == 1
    assert head.indent == 20
    assert sum(head.columns) == pytest.approx(140)
    assert head.columns[0] < 16 < head.columns[1]
    assert rest


def test_a_short_text_that_begins_like_an_item_is_printed_as_it_is() -> None:
    assert listed("b. kedua") == ()
    assert listed("Sebuah kalimat; dan sebuah lagi.") == ()


def test_a_list_in_a_cell_has_a_line_for_each_item() -> None:
    text = "Berkas: 1) KTP: a) asli; dan b) salinan; 2) KK"
    assert in_lines(text).split("\n") == [
        "Berkas:", "1) KTP:", "  a) asli; dan", "  b) salinan;", "2) KK",
    ]  # fmt: skip
    assert in_lines("1. KTP; 2. KK\n3. lain") == "1. KTP; 2. KK\n3. lain"


LETTERS = st.text(alphabet="ab1.);:|-#![] \n(", max_size=120)


@given(LETTERS)
def test_no_word_of_a_text_is_lost(text: str) -> None:
    """Every letter that is no mark, pipe or rule stands in some element."""
    kept = 0
    for one in read_unsur(text):
        match one:
            case TabelTeks():
                kept += sum(len("".join(row.sel)) for row in one.every)
            case GambarTeks():
                kept += len(one.tertulis)
            case _:
                kept += len(one.text)
                assert one.text == one.text.strip()
        assert 0 <= one.at <= len(text)
    assert kept <= len(text) + text.count("\n")
