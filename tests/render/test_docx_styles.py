"""Looks of a Word file are those of its styles; staff choose from a short list."""

import re
from collections import Counter
from typing import Any

import pytest
from lxml import etree

from sopgen.model.document import Document, Emblem, Heading, Paragraph, Run, Style
from sopgen.model.page import Pages
from sopgen.render.docx import write_docx
from sopgen.render.docx.roles import role_of
from sopgen.symbols import read_symbols
from tests.books import OFFICES
from tests.render.docx_reader import W, document
from tests.render.test_docx import part, written
from tests.whole_books import book

pytestmark = pytest.mark.slow
ISI = Style("Isi", size_pt=12, align="justify", leading=1.5, after=2.5, first=12.5)
BAB = Style("Bab", size_pt=13, bold=True, align="center", leading=1.3, after=7)


@pytest.fixture(scope="module", params=OFFICES)
def whole(request: pytest.FixtureRequest) -> tuple[Document, Pages, bytes]:
    made, pages = book(request.param)
    return made, pages, write_docx(made, pages, read_symbols())


def text(words: str, style: Style) -> Paragraph:
    return Paragraph((Run(words),), style)


def styles(data: bytes) -> dict[str, Any]:
    root = etree.fromstring(part(data, "word/styles.xml").encode())
    every = root.findall(f"{W}style")
    return {s.find(f"{W}name").get(f"{W}val"): s for s in every}


def value(style: Any, path: str) -> str | None:
    found = style.find("/".join(f"{W}{tag}" for tag in path.split("/")))
    return None if found is None else str(found.get(f"{W}val"))


def test_no_text_of_a_book_has_a_size_of_its_own(
    whole: tuple[Document, Pages, bytes],
) -> None:
    root = document(whole[2])
    assert len(list(root.iter(f"{W}r"))) > 500
    assert not list(root.iter(f"{W}sz"))
    assert not list(root.iter(f"{W}outlineLvl"))
    for node in root.iter(f"{W}p"):
        assert node.find(f"{W}pPr/{W}pStyle") is not None


def test_hardly_any_paragraph_is_spaced_or_turned_by_hand(
    whole: tuple[Document, Pages, bytes],
) -> None:
    nodes = list(document(whole[2]).iter(f"{W}p"))
    turned = [n for n in nodes if n.find(f"{W}pPr/{W}jc") is not None]
    spaced = [n for n in nodes if n.find(f"{W}pPr/{W}spacing") is not None]
    assert len(turned) < len(nodes) / 100
    assert len(spaced) < len(nodes) / 6


def test_every_style_is_there_once_and_stands_on_another(
    whole: tuple[Document, Pages, bytes],
) -> None:
    made = styles(whole[2])
    ids = Counter(style.get(f"{W}styleId") for style in made.values())
    assert set(ids.values()) == {1}
    for style in made.values():
        for tag in ("basedOn", "next"):
            assert value(style, tag) is None or value(style, tag) in ids
    used = {e.get(f"{W}val") for e in document(whole[2]).iter(f"{W}pStyle")}
    assert used <= set(ids)


def test_names_of_styles_are_indonesian_words_or_words_own(
    whole: tuple[Document, Pages, bytes],
) -> None:
    for name, style in styles(whole[2]).items():
        own = style.get(f"{W}customStyle") is None
        latin = r"Normal( Table)?|Default Paragraph Font|(heading|toc) \d"
        assert bool(re.fullmatch(latin, name)) == own, name
        assert "," not in name


@pytest.mark.parametrize("nama", ["Isi", "Butir", "Keputusan Butir"])
def test_staff_choose_from_a_short_list(
    whole: tuple[Document, Pages, bytes], nama: str
) -> None:
    made = styles(whole[2])
    quick = [n for n, s in made.items() if s.find(f"{W}qFormat") is not None]
    assert nama in quick
    assert {"heading 1", "heading 2", "heading 3"} <= set(quick)
    assert len(quick) < len(made) / 3
    assert not [n for n in quick if n.startswith(("Bagan", "Identitas", "Sampul"))]


def test_variants_of_a_style_have_names_that_say_how_they_differ() -> None:
    data = written(
        text("a", ISI), text("b", ISI), text("c", ISI.but(size_pt=10.5)),
        text("d", ISI.but(bold=True, first=0)), text("e", ISI.but(align="left")),
        text("f", ISI.but(after=4)), text("g", ISI.but(after=5)),
        text("h", ISI.but(leading=1.2)),
    )  # fmt: skip
    names = [n for n in styles(data) if n.startswith("Isi")]
    assert names == [
        "Isi", "Isi 10.5", "Isi Tebal Rapi", "Isi Kiri", "Isi Berjarak",
        "Isi Berjarak 2", "Isi 2",
    ]  # fmt: skip


def test_a_variant_takes_back_what_it_has_not() -> None:
    title = BAB.but(italic=True, first=3)
    data = written(
        text("a", title), text("b", title),
        text("c", BAB.but(bold=False)),
    )  # fmt: skip
    (variant,) = (s for n, s in styles(data).items() if n.startswith("Bab "))
    assert value(variant, "basedOn") == "Bab"
    assert value(variant, "rPr/b") == value(variant, "rPr/i") == "0"
    assert variant.find(f"{W}pPr/{W}ind").get(f"{W}firstLine") == "0"


def test_text_follows_a_heading_and_an_item_an_item() -> None:
    heading = Heading(1, "BAB SATU", "satu")
    data = written(
        Paragraph((Run("BAB SATU"),), BAB, heading=heading),
        text("a", ISI), text("b", ISI.but(nama="Butir", first=0)),
    )  # fmt: skip
    made = styles(data)
    assert {value(made[f"heading {n}"], "next") for n in (1, 2, 3)} == {"Isi"}
    assert value(made["Butir"], "next") is None


def test_nothing_follows_that_the_file_does_not_have() -> None:
    heading = Heading(1, "BAB SATU", "satu")
    data = written(Paragraph((Run("BAB SATU"),), BAB, heading=heading))
    assert value(styles(data)["heading 1"], "next") is None


def test_words_list_of_styles_is_in_the_order_of_the_book() -> None:
    groups = ["Isi", "Butir", "Tabel", "Keputusan", "Sampul Besar", "Bagan Isi"]
    orders = [role_of(nama).order for nama in groups]
    assert orders == sorted(set(orders))
    latent = part(written(text("a", ISI)), "word/styles.xml")
    assert 'w:defSemiHidden="1"' in latent


def test_the_neutral_box_of_a_lambang_has_styles() -> None:
    data = written(Emblem(None, 20, 24))
    root = document(data)
    assert [t.text for t in root.iter(f"{W}t")] == ["LAMBANG"]
    assert not list(root.iter(f"{W}sz"))
    assert value(styles(data)["Gambar"], "rPr/sz") == "13"
