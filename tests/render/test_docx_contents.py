"""The headings of a Word file, what its contents list before and after an update."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pypdfium2 as pdfium
import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Document,
    Heading,
    Section,
)
from sopgen.render.docx import write_docx
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import OFFICES
from tests.render.docx_reader import W, document
from tests.render.libreoffice_indexes import Line
from tests.render.little_book import (
    BAB,
    SHEET,
    SUB,
    TITLES,
    line,
    little_book,
    title,
)
from tests.render.word_books import WordBooks

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("word")]


def shown(lines: list[Line]) -> list[tuple[str, str]]:
    return [(one.words, one.page) for one in lines]


@pytest.mark.parametrize("nama", [*OFFICES, "uji"])
def test_an_update_lists_the_same_on_the_same_pages(
    word_books: WordBooks, nama: str
) -> None:
    made = word_books.updated[nama]
    assert len(made.before) > 8
    assert shown(made.after) == shown(made.before)


@pytest.mark.parametrize("nama", OFFICES)
def test_an_update_moves_no_page(word_books: WordBooks, nama: str) -> None:
    counts = []
    for name in (nama, f"{nama}-baru"):
        pdf = pdfium.PdfDocument(word_books.printed(name))
        counts.append(len(pdf))
        pdf.close()
    assert word_books.updated[nama].after
    assert counts[0] == counts[1] > 20


def test_a_heading_that_staff_change_is_listed_as_it_is_now(
    word_books: WordBooks,
) -> None:
    before = [one.words for one in word_books.updated["sunting"].before]
    after = [one.words for one in word_books.updated["sunting"].after]
    changed = {"ARAH LAYANAN": "ARAH PELAYANAN WARGA"}
    wanted = [changed.get(words, words) for words in before]
    wanted.insert(wanted.index("B. Ukuran") + 1, "Biaya")
    assert after == wanted
    assert "C. SOP Surat Jalan" in after


def test_lines_of_one_level_stand_as_far_in_after_an_update(
    word_books: WordBooks,
) -> None:
    styles = {one.words: one.style for one in word_books.updated["uji"].after}
    assert styles["HALAMAN MUKA"] == styles["ARAH LAYANAN"] == "Contents 1"
    data = little_book()
    second, third = (look(data, name) for name in ("toc 2", "toc 3"))
    assert styles["A. Sasaran"] == "Contents 2"
    assert styles["C. SOP Surat Jalan"] == "Contents 3"
    assert second == third


def look(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read("word/styles.xml").decode()
    found = re.search(rf'<w:name w:val="{name}"/>(.*?)</w:style>', text)
    assert found
    return found[1]


def styled(data: bytes) -> dict[str, str]:
    """Return the style of every paragraph, by its text."""
    return {words: style for style, words in _styled(data)}


def _styled(data: bytes) -> Iterator[tuple[str, str]]:
    for node in document(data).iter(f"{W}p"):
        words = " ".join(t.text or "" for t in node.iter(f"{W}t"))
        yield node.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), words


def test_headings_that_list_themselves_are_words_own() -> None:
    found = styled(little_book())
    assert found["ARAH LAYANAN"] == found["UCAPAN"] == "Heading1"
    assert found["Sasaran"] == found["Ukuran"] == "Heading2"
    others = ("BUKU SOP KECAMATAN UJI", "SURAT JALAN", "KEPUTUSAN", "CATATAN KAKI")
    assert not [t for t in others if found[t].startswith("Heading")]


def test_a_heading_that_looks_unlike_its_level_keeps_its_looks() -> None:
    data = little_book()
    assert styled(data)["PENUTUP"] == "Bab16Tersendiri"
    assert 'w:sz w:val="32"' in look(data, "Bab 16 Tersendiri")
    assert 'w:sz w:val="26"' in look(data, "heading 1")


def test_headings_below_those_that_the_contents_list_are_words_own() -> None:
    deep = Heading(4, "Rincian", "rinci", listed=False)
    blocks = (title(*TITLES[1]), line(TITLES[1][0]), title(deep, SUB, ""))
    section = Section(BagianId("uji"), SHEET, blocks)
    made = Document("Buku", "Kecamatan Uji", "Uji", (section,))
    data = write_docx(made, typeset(made), read_symbols())
    assert styled(data)["Rincian"] == "Heading4"
    assert 'w:outlineLvl w:val="3"' in look(data, "heading 4")
    assert not [e for e in document(data).iter(f"{W}instrText") if "TC" in e.text]


def test_the_covers_of_many_parts_do_not_make_words_headings_their_like() -> None:
    cover = BAB.but(nama="Sampul Uji", size_pt=22)
    every = [(Heading(1, f"SEKSI {n}", f"s{n}"), cover, "") for n in range(3)]
    blocks = [title(*one) for one in (*every, TITLES[1])]
    section = Section(BagianId("uji"), SHEET, tuple(blocks))
    made = Document("Buku", "Kecamatan Uji", "Uji", (section,))
    data = write_docx(made, typeset(made), read_symbols())
    assert 'w:sz w:val="26"' in look(data, "heading 1")
    assert styled(data)["SEKSI 2"] == "SampulUjiTersendiri"


def test_no_heading_is_listed_twice_nor_one_that_is_not_listed() -> None:
    data = little_book()
    codes = [e.text.strip() for e in document(data).iter(f"{W}instrText")]
    assert 'TOC \\o "1-3" \\f C \\h \\z' in codes
    assert [c for c in codes if c.startswith("TC")] == [
        'TC "HALAMAN MUKA" \\f C',
        'TC "C.\tSOP Surat Jalan" \\f C \\l 2',
        'TC "Keputusan Camat Nomor 7, tentang SOP" \\f C',
        'TC "PENUTUP" \\f C',
    ]


def test_headings_without_a_style_of_word_lie_below_all_that_the_contents_collect() -> (
    None
):
    data = little_book()
    levels = {
        name: re.search(r'outlineLvl w:val="(\d)"', look(data, name))
        for name in ("heading 1", "heading 2", "Bab Tersendiri", "Isi Tersendiri")
    }
    assert [m and m[1] for m in levels.values()] == ["0", "1", "3", "3"]
    alone = little_book(listing=False)
    found = re.search(r'outlineLvl w:val="(\d)"', look(alone, "Bab Tersendiri"))
    assert found
    assert found[1] == "0"
