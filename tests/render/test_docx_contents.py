"""The headings of a Word file, what its contents list before and after an update."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Block,
    Document,
    Heading,
    Label,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Style,
    TocLine,
)
from sopgen.render.docx import write_docx
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import OFFICES
from tests.render.docx_reader import W, document
from tests.render.libreoffice_indexes import Line, Updated, update_all
from tests.render.test_docx import book

pytestmark = pytest.mark.slow
SHEET = Sheet(215, 330, Margins(25, 20, 25, 30))
BAB = Style("Bab", size_pt=13, bold=True, align="center", leading=1.3, after=7)
SUB = Style("Anak Bab", size_pt=12, bold=True, leading=1.4, before=3.5)
ISI = Style("Isi", size_pt=12, align="justify", leading=1.5, first=12.5)
DAFTAR = Style("Daftar", size_pt=12, leading=1.5)

#: Heading, style, and what is printed where that is not what is listed.
Title = tuple[Heading, Style, str]
TITLES: tuple[Title, ...] = (
    (Heading(1, "DAFTAR ISI", "isi"), BAB, ""),
    (Heading(1, "ARAH LAYANAN", "arah"), BAB, ""),
    (Heading(2, "Sasaran", "arah-1", "A."), SUB, ""),
    (Heading(2, "Ukuran", "arah-2", "B."), SUB, ""),
    (Heading(1, "HALAMAN MUKA", "muka"), BAB, "BUKU SOP\nKECAMATAN UJI"),
    (Heading(2, "SOP Surat Jalan", "sop", "C."), BAB.but(size_pt=19), "SURAT JALAN"),
    (Heading(1, "Keputusan Camat Nomor 7, tentang SOP", "sk"), ISI, "KEPUTUSAN"),
    (Heading(1, "TIDAK DIDAFTAR", "diam", listed=False), BAB, "CATATAN KAKI"),
    (Heading(1, "PENUTUP", "penutup"), BAB.but(size_pt=16), ""),
    (Heading(1, "UCAPAN", "ucapan"), BAB, ""),
)

#: A heading that staff type, in Word's own style.
TYPED = (
    '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Biaya</w:t></w:r></w:p>'
)


def title(heading: Heading, style: Style, printed: str) -> Paragraph:
    labels = (Label(heading.label, 0),) if heading.label and not printed else ()
    runs = (Run(printed or heading.text),)
    return Paragraph(runs, style, 8 if labels else 0, labels=labels, heading=heading)


def line(heading: Heading) -> TocLine:
    x = 6.0 * (heading.level - 1)
    if not heading.label:
        return TocLine(heading.text, heading.anchor, DAFTAR, x)
    return TocLine(heading.text, heading.anchor, DAFTAR, x + 9, Label(heading.label, x))


def little_book(*, listing: bool = True) -> bytes:
    lines = [line(h) for h, *_ in TITLES if h.listed and listing]
    first, *rest = TITLES
    parts: list[tuple[Block, ...]] = [(title(*first), *lines)]
    for one in rest:
        parts.append((title(*one), Paragraph((Run("Uraian. " * 30),), ISI)))
    sections = tuple(
        Section(BagianId("uji", str(n)), SHEET, blocks, "romawi" if n < 3 else "arab")
        for n, blocks in enumerate(parts)
    )
    made = Document("Buku", "Kecamatan Uji", "Uji", sections)
    return write_docx(made, typeset(made), read_symbols())


def rewritten(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """Return a file whose text staff have changed."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(target, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            for a, b in pairs if name == "word/document.xml" else ():
                assert a.encode() in text
                text = text.replace(a.encode(), b.encode())
            new.writestr(name, text)
    return target.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("daftar")


@pytest.fixture(scope="module")
def updated(folder: Path) -> dict[str, Updated]:
    files = {nama: write_docx(*book(nama), read_symbols()) for nama in OFFICES}
    files["uji"] = little_book()
    files["sunting"] = rewritten(
        files["uji"],
        ("<w:t>ARAH LAYANAN</w:t>", "<w:t>ARAH PELAYANAN WARGA</w:t>"),
        ("<w:t>SURAT JALAN</w:t>", "<w:t>SURAT PENGANTAR</w:t>"),
        ("Ukuran</w:t></w:r></w:p>", f"Ukuran</w:t></w:r></w:p>{TYPED}"),
    )
    for nama, data in files.items():
        (folder / f"{nama}.docx").write_bytes(data)
    return update_all([folder / f"{nama}.docx" for nama in files], folder)


def shown(lines: list[Line]) -> list[tuple[str, str]]:
    return [(one.words, one.page) for one in lines]


@pytest.mark.parametrize("nama", [*OFFICES, "uji"])
def test_an_update_lists_the_same_on_the_same_pages(
    updated: dict[str, Updated], nama: str
) -> None:
    made = updated[nama]
    assert len(made.before) > 8
    assert shown(made.after) == shown(made.before)


@pytest.mark.parametrize("nama", OFFICES)
def test_an_update_moves_no_page(
    updated: dict[str, Updated], folder: Path, nama: str
) -> None:
    counts = []
    for name in (nama, f"{nama}-baru"):
        pdf = pdfium.PdfDocument(folder / "lo" / f"{name}.pdf")
        counts.append(len(pdf))
        pdf.close()
    assert updated[nama].after
    assert counts[0] == counts[1] > 20


def test_a_heading_that_staff_change_is_listed_as_it_is_now(
    updated: dict[str, Updated],
) -> None:
    before = [one.words for one in updated["sunting"].before]
    after = [one.words for one in updated["sunting"].after]
    changed = {"ARAH LAYANAN": "ARAH PELAYANAN WARGA"}
    wanted = [changed.get(words, words) for words in before]
    wanted.insert(wanted.index("B. Ukuran") + 1, "Biaya")
    assert after == wanted
    assert "C. SOP Surat Jalan" in after


def test_lines_of_one_level_stand_as_far_in_after_an_update(
    updated: dict[str, Updated],
) -> None:
    styles = {one.words: one.style for one in updated["uji"].after}
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
