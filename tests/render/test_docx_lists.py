"""Lists inside lists are levels of one list of Word."""

from __future__ import annotations

from lxml import etree

from sopgen.model.document import Block, Label, Paragraph, Run, Table
from sopgen.model.naskah import read_unsur
from sopgen.parts.unsur import Tata, blocks_of
from tests.render.docx_reader import W
from tests.render.test_docx import STYLE, part, written

TEXT = """\
Regu:
a. satu:
   1) pena;
   2) tinta:
      a) biru;
b. dua:
   1) map;
c. tiga.

Selesai.

a. lagi:
   - bebas
"""
TATA = Tata(STYLE, STYLE, 160.0)


def blocks(text: str) -> tuple[Block, ...]:
    return tuple(blocks_of(read_unsur(text), TATA))


def places(data: bytes) -> list[tuple[str, str]]:
    """Return level and number of each paragraph that stands in a list."""
    root = etree.fromstring(part(data, "word/document.xml").encode())
    return [
        (p.find(f"{W}ilvl").get(f"{W}val"), p.find(f"{W}numId").get(f"{W}val"))
        for p in root.iter(f"{W}numPr")
    ]


def levels(data: bytes) -> list[list[tuple[str, str]]]:
    """Return the forms of the levels of each list."""
    root = etree.fromstring(part(data, "word/numbering.xml").encode())
    return [
        [
            (
                one.find(f"{W}numFmt").get(f"{W}val"),
                one.find(f"{W}lvlText").get(f"{W}val"),
            )
            for one in kind.iter(f"{W}lvl")
        ]
        for kind in root.iter(f"{W}abstractNum")
    ]


def test_a_nested_list_is_one_list_of_several_levels() -> None:
    data = written(*blocks(TEXT))
    assert [level for level, _ in places(data)] == [*"01120100", "0"]
    numbers = [number for _, number in places(data)]
    assert len(set(numbers[:7])) == 1
    assert numbers[7] != numbers[0]
    assert levels(data)[0] == [
        ("lowerLetter", "%1."), ("decimal", "%2)"), ("lowerLetter", "%3)"),
    ]  # fmt: skip


def test_no_mark_is_typed_and_every_item_hangs() -> None:
    data = written(*blocks(TEXT))
    words = part(data, "word/document.xml")
    assert "1)" not in words
    root = etree.fromstring(part(data, "word/numbering.xml").encode())
    hanging = [one.get(f"{W}hanging") for one in root.iter(f"{W}ind")]
    assert hanging
    assert all(value and int(value) > 0 for value in hanging)


def test_an_inner_list_of_another_form_is_a_list_of_its_own() -> None:
    data = written(*blocks("a. x:\n   1) y;\nb. z:\n   - bebas"))
    forms = levels(data)
    assert forms[0] == [("lowerLetter", "%1."), ("decimal", "%2)")]
    assert forms[1] == [("bullet", "–")]


def test_brackets_round_a_mark_are_counted_too() -> None:
    item = Paragraph((Run("isi"),), STYLE, 8, labels=(Label("(1)", 0),))
    data = written(item)
    assert levels(data) == [[("decimal", "(%1)")]]


def test_a_table_repeats_its_head_and_has_no_pipe() -> None:
    made = blocks("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |")
    assert isinstance(made[0], Table)
    words = part(written(*made), "word/document.xml")
    assert "|" not in words
    assert words.count("<w:tblHeader/>") == 1
    assert words.count("<w:cantSplit/>") == 4
