"""A section is drawn once; each file has its own ids, styles, lists and links."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Document,
    Emblem,
    Figure,
    Label,
    Paragraph,
    Run,
    Section,
)
from sopgen.model.shape import Symbols
from sopgen.parts import excerpt
from sopgen.pipeline import Wish, build, lay_out_book
from sopgen.render.docx import write_docx
from sopgen.render.docx.blanks import FRONT
from sopgen.render.docx.cover import line_count, most_lines
from sopgen.render.kept import Kept
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import OFFICES, ROOT
from tests.made import files_of
from tests.render.docx_reader import MC, WP, A, W, document
from tests.render.test_docx import PORTRAIT, STYLE, item, paragraph, part
from tests.whole_books import book

SYMBOLS = read_symbols()
#: Nothing can be drawn with these.
NONE = Symbols({}, {})


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sections(*blocks: tuple[object, ...]) -> Document:
    made = tuple(
        Section(BagianId("uji", str(number)), PORTRAIT, own)  # type: ignore[arg-type]
        for number, own in enumerate(blocks)
    )
    return Document("Judul", "Kecamatan Uji", "Uji", made)


def alone(made: Document, number: int) -> Document:
    return excerpt(made, frozenset([made.sections[number].bagian]), "Sendiri")


def written(made: Document, kept: Kept | None = None) -> bytes:
    return write_docx(made, typeset(made), SYMBOLS, kept)


@pytest.mark.slow
@pytest.mark.parametrize("nama", OFFICES)
def test_a_file_has_the_same_bytes_whatever_was_drawn_before(nama: str) -> None:
    made, pages = book(nama)
    parts = sorted(
        {s.bagian for s in made.sections if s.bagian.jenis == "sop"}, key=str
    )
    own = [excerpt(made, frozenset([bagian]), str(bagian)) for bagian in parts]
    by_itself = {one.judul: written(one) for one in own}
    kept = Kept()
    backwards = {one.judul: written(one, kept) for one in reversed(own)}
    whole = write_docx(made, pages, SYMBOLS, kept)
    assert backwards == by_itself
    assert {one.judul: written(one, kept) for one in own} == by_itself
    assert whole == write_docx(made, pages, SYMBOLS)


@pytest.mark.slow
def test_what_the_book_has_drawn_is_not_drawn_again() -> None:
    made, pages = book("kampak")
    own = next(s.bagian for s in made.sections if s.bagian.jenis == "sop")
    one, kept = excerpt(made, frozenset([own]), "Sendiri"), Kept()
    write_docx(made, pages, SYMBOLS, kept)
    assert write_docx(one, typeset(one), NONE, kept) == written(one)
    with pytest.raises(KeyError):
        write_docx(one, typeset(one), NONE)


@pytest.mark.slow
def test_a_sop_built_by_itself_is_that_of_a_whole_build(tmp_path: Path) -> None:
    folder, formats = ROOT / "specs" / "kampak", ("docx",)
    build(Wish(folder, tmp_path / "a", formats=formats), lambda *_: None)
    wish = Wish(
        folder, tmp_path / "b", only=frozenset(["sop"]), sop=frozenset([3]),
        formats=formats,
    )  # fmt: skip
    build(wish, lambda *_: None)
    (file,) = (tmp_path / "b").rglob("*.docx")
    same = tmp_path / "a" / file.relative_to(tmp_path / "b")
    assert file.read_bytes() == same.read_bytes()


@pytest.mark.slow
def test_a_build_hands_on_what_it_has_drawn(tmp_path: Path) -> None:
    folder = ROOT / "specs" / "kampak"
    buku = read_buku(folder).buku
    assert buku
    made = lay_out_book(buku, lambda *_: None)
    wish = Wish(folder, tmp_path, formats=("docx",))
    first = files_of(wish, made)
    blind = replace(made, symbols=NONE)
    vars(blind)["kept"] = made.kept
    again = files_of(wish, blind)
    assert len(again) == 5
    assert again == first


@pytest.mark.slow
@pytest.mark.parametrize("nama", OFFICES)
def test_every_blank_is_filled_and_no_id_is_that_of_two(nama: str) -> None:
    made, pages = book(nama)
    data = write_docx(made, pages, SYMBOLS)
    assert b"\0" not in b"".join(
        content for name, content in files(data).items() if name.endswith(".xml")
    )
    root = document(data)
    for fallback in list(root.iter(f"{MC}Fallback")):
        fallback.getparent().remove(fallback)
    shapes = [one.get("id") for one in root.iter("{*}docPr", "{*}cNvPr")]
    starts = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]
    assert len(shapes) > 50
    assert len(starts) > 5
    assert len({*shapes, *starts}) == len(shapes) + len(starts)
    for anchor in root.iter(f"{WP}anchor"):
        number = int(anchor.find(f"{WP}docPr").get("id"))
        assert int(anchor.get("relativeHeight")) - number == FRONT


def test_lists_begin_anew_in_every_file() -> None:
    made = sections((item("a.", "satu"), item("b.", "dua")), (item("a.", "tiga"),))
    kept = Kept()
    numbers = [
        [one.get(f"{W}val") for one in document(written(own, kept)).iter(f"{W}numId")]
        for own in (made, alone(made, 1), alone(made, 0))
    ]
    assert numbers == [["1", "1", "2"], ["1"], ["1", "1"]]


def test_two_items_alike_count_on() -> None:
    made = sections((item("a.", "satu"), item("a.", "satu"), item("b.", "dua")))
    found = [one.get(f"{W}val") for one in document(written(made)).iter(f"{W}numId")]
    assert found == ["1", "2", "2"]


def test_a_style_is_named_after_the_texts_of_the_file() -> None:
    large = Paragraph((Run("besar"),), STYLE.but(size_pt=20))
    made = sections((paragraph("a"), paragraph("b")), (large,))
    kept = Kept()
    names = [
        re.findall(r'w:pStyle w:val="(\w+)"', part(written(own, kept), name))
        for own in (made, alone(made, 1))
        for name in ("word/document.xml",)
    ]
    assert names == [["Uji", "Uji", "Uji20"], ["Uji"]]


def test_a_picture_is_found_in_every_file_that_prints_it(tmp_path: Path) -> None:
    colours = {"red": tmp_path / "a.png", "blue": tmp_path / "b.png"}
    for colour, file in colours.items():
        Image.new("RGB", (30, 20), colour).save(file)
    first, second = colours.values()
    made = sections(
        (Emblem(first, 20, 20),), (Figure(second, 30, 20, "biru"), paragraph("x"))
    )
    kept = Kept()
    for own, wanted in (
        (made, [first, second]), (alone(made, 1), [second]), (alone(made, 0), [first]),
    ):  # fmt: skip
        assert pictures(written(own, kept)) == [file.read_bytes() for file in wanted]


def pictures(data: bytes) -> list[bytes]:
    """Return the pictures of a file as they stand in its text."""
    members = files(data)
    relations = etree.fromstring(members["word/_rels/document.xml.rels"])
    targets = {one.get("Id"): one.get("Target") for one in relations}
    rel = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    blips = document(data).iter(f"{A}blip")
    return [members[f"word/{targets[one.get(rel)]}"] for one in blips]


def test_no_text_can_pass_for_a_blank() -> None:
    label = Label("\x001\x00", 5)
    hostile = Paragraph((Run("a\x000\x00b \x001\x00"),), STYLE, 10, labels=(label,))
    root = document(written(sections((hostile,))))
    assert "".join(t.text for t in root.iter(f"{W}t")) == "1a0b 1"


@pytest.mark.parametrize("nama", OFFICES)
@pytest.mark.slow
def test_no_text_fills_more_lines_than_it_can_at_most(nama: str) -> None:
    made, _ = book(nama)
    texts = [b for s in made.sections for b in s.blocks if isinstance(b, Paragraph)]
    assert len(texts) > 100
    for text in texts:
        for width in (12.0, 40.0, 165.0):
            assert most_lines(text, width) >= line_count(text, width)


def test_words_wider_than_the_room_fill_no_more_lines_than_they_can() -> None:
    for words in ("W" * 90, "—" * 30, "a W" * 40, "W\n" * 9, "@" * 7 + " i " * 50):
        for bold in (False, True):
            text = Paragraph((Run(words),), STYLE.but(bold=bold, first=12.5))
            for width in (1.0, 9.0, 31.0, 165.0):
                assert most_lines(text, width) >= line_count(text, width), words
