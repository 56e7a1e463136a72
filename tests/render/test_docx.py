"""What stands in a Word file, read back from its parts."""

import importlib.util
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from PIL import Image

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Cell,
    Document,
    Drawing,
    Emblem,
    Heading,
    Label,
    Margins,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Space,
    Style,
    SymbolFigure,
    Table,
    TocLine,
    Together,
)
from sopgen.model.geometry import Box, Point
from sopgen.model.page import Curve, Item, Pages, Stroke, TextPiece
from sopgen.parts import excerpt
from sopgen.render.docx import write_docx
from sopgen.render.pdf import write_pdf
from sopgen.symbols import read_symbols
from sopgen.typeface import read_face
from sopgen.typeset import typeset
from tests.books import OFFICES, ROOT, SEEDS, SHARED, needs_shared
from tests.render.docx_reader import WPS, W, document
from tests.whole_books import book

pytestmark = pytest.mark.slow
STYLE = Style("Uji", size_pt=12, after=2)
PORTRAIT = Sheet(215, 330, Margins(25, 20, 25, 30))
LANDSCAPE = Sheet(330, 215, Margins(15, 15, 18, 15))


@pytest.fixture(scope="module", params=OFFICES)
def whole(request: pytest.FixtureRequest) -> tuple[str, Document, Pages, bytes]:
    made, pages = book(request.param)
    return request.param, made, pages, write_docx(made, pages, read_symbols())


def written(*blocks: object, sheet: Sheet = PORTRAIT, **more: object) -> bytes:
    section = Section(BagianId("uji"), sheet, blocks, **more)  # type: ignore[arg-type]
    made = Document("Judul", "Kecamatan Uji", "Uji", (section,))
    return write_docx(made, typeset(made), read_symbols())


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def paragraph(text: str, **more: object) -> Paragraph:
    return Paragraph((Run(text),), STYLE, **more)  # type: ignore[arg-type]


def paragraphs(data: bytes) -> list[etree._Element]:
    return [p for p in document(data).iter(f"{W}p") if "".join(p.itertext()).strip()]


def load_checker() -> ModuleType:
    file = SHARED / "checks" / "ooxml_validate.py"
    spec = importlib.util.spec_from_file_location("ooxml_validate", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_shared
def test_the_whole_book_is_valid(
    whole: tuple[str, Document, Pages, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "buku.docx"
    file.write_bytes(whole[3])
    assert load_checker().check(str(file)) == []


@needs_shared
def test_excerpts_of_a_book_are_valid(
    whole: tuple[str, Document, Pages, bytes], tmp_path: Path
) -> None:
    made, symbols, checker = whole[1], read_symbols(), load_checker()
    parts = {s.bagian for s in made.sections if s.bagian.id}
    for number, bagian in enumerate(sorted(parts, key=str)):
        own = excerpt(made, frozenset([bagian]), str(bagian))
        file = tmp_path / f"{number}.docx"
        file.write_bytes(write_docx(own, typeset(own), symbols))
        assert checker.check(str(file)) == []


@needs_shared
def test_nearly_every_word_of_the_source_stands_in_the_book(
    whole: tuple[str, Document, Pages, bytes], tmp_path: Path
) -> None:
    name, _, pages, data = whole
    file, pdf = tmp_path / "buku.docx", tmp_path / "buku.pdf"
    file.write_bytes(data)
    pdf.write_bytes(write_pdf(pages, read_symbols()))
    command = [
        sys.executable, str(SHARED / "checks" / "seed_coverage.py"),
        str(SHARED / "seeds" / SEEDS[name]), str(file), "--pdf", str(pdf),
        "--koreksi", str(ROOT / "specs" / name / "koreksi.yaml"), "--min", "0.99",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_document_gives_the_same_bytes(
    whole: tuple[str, Document, Pages, bytes],
) -> None:
    _, made, pages, data = whole
    assert write_docx(made, pages, read_symbols()) == data


def test_the_daftar_isi_shows_the_pages_without_an_update(
    whole: tuple[str, Document, Pages, bytes],
) -> None:
    _, made, pages, data = whole
    text = part(data, "word/document.xml")
    lines = [b for s in made.sections for b in s.blocks if isinstance(b, TocLine)]
    shown = re.findall(
        r"PAGEREF (\w+) \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="
        r'"separate"/></w:r><w:r><w:t>(\w+)</w:t>',
        text,
    )
    assert [number for _, number in shown] == [pages.labels[b.anchor] for b in lines]
    for name, _ in shown:
        assert text.count(f'w:name="{name}"') == 1
        assert f'w:anchor="{name}"' in text
    assert "updateFields" not in part(data, "word/settings.xml")
    assert "w:dirty" not in text


def test_styles_are_those_of_the_document_and_no_others() -> None:
    data = written(paragraph("satu"), Paragraph((Run("dua"),), STYLE.but(nama="Lain")))
    names = re.findall(r'<w:name w:val="([^"]+)"', part(data, "word/styles.xml"))
    assert names == [
        "Normal",
        "Default Paragraph Font",
        "Normal Table",
        "Uji",
        "Lain",
        "Jarak",
        "Nomor Halaman",
    ]


def test_a_new_document_of_word_2013_in_indonesian() -> None:
    data = written(paragraph("satu"))
    settings = part(data, "word/settings.xml")
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)
    assert '<w:lang w:val="id-ID"' in part(data, "word/styles.xml")
    about = part(data, "docProps/core.xml")
    assert "<dc:title>Judul</dc:title>" in about
    assert "<dc:language>id-ID</dc:language>" in about
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
    assert not [n for n in names if "thumbnail" in n or "Effects" in n or "custom" in n]


def test_the_line_height_is_that_of_the_pages() -> None:
    styles = part(written(paragraph("satu")), "word/styles.xml")
    line = round(STYLE.size_pt * STYLE.leading * 20)
    assert f'w:line="{line}" w:lineRule="exact"' in styles


def item(mark: str, text: str, *more: Label) -> Paragraph:
    labels = (*more, Label(mark, 35.5))
    return Paragraph((Run(text),), STYLE, 44.5, labels=labels)


def test_lists_are_words_own_and_begin_anew() -> None:
    beside = (Label("Menimbang", 0), Label(":", 31.5))
    data = written(
        item("a.", "satu", *beside), item("b.", "dua"),
        item("1.", "tiga"), item("2.", "empat"), item("1.", "lima"),
    )  # fmt: skip
    found = {
        "".join(p.itertext()): p.find(f"{W}pPr/{W}numPr/{W}numId")
        for p in paragraphs(data)
    }
    numbers = {t: None if n is None else n.get(f"{W}val") for t, n in found.items()}
    assert numbers == {
        "Menimbang:": None,
        "satu": "1",
        "dua": "1",
        "tiga": "2",
        "empat": "2",
        "lima": "3",
    }
    numbering = part(data, "word/numbering.xml")
    assert numbering.count("<w:abstractNum ") == 2
    assert 'w:left="2523" w:hanging="510"' in numbering


def test_a_label_that_no_list_counts_hangs_on_tab_stops() -> None:
    labels = (Label("KESATU", 0), Label(":", 31.5))
    data = written(Paragraph((Run("Isi"),), STYLE, 35.5, labels=labels))
    (node,) = paragraphs(data)
    assert len(list(node.iter(f"{W}r"))) == 2
    assert [t.get(f"{W}pos") for t in node.iter(f"{W}tab") if t.get(f"{W}pos")] == [
        "1786"
    ]
    assert node.find(f"{W}pPr/{W}ind").get(f"{W}hanging") == "2013"


def test_a_signature_keeps_two_lines_of_text_with_it() -> None:
    signed = Together((paragraph("CAMAT,"), Space(20), paragraph("Nama")))
    data = written(
        paragraph("satu"), paragraph("dua"), paragraph("tiga"), Space(5), signed
    )
    kept = {
        "".join(p.itertext()): p.find(f"{W}pPr/{W}keepNext") is not None
        for p in paragraphs(data)
    }
    assert kept == {
        "satu": False, "dua": True, "tiga": True, "CAMAT,": True, "Nama": False,
    }  # fmt: skip


def test_sections_number_and_turn_their_pages_as_typeset() -> None:
    sections = (
        Section(BagianId("sampul"), PORTRAIT, (paragraph("a"),), "tanpa"),
        Section(BagianId("awal"), PORTRAIT, (paragraph("b"),), "romawi"),
        Section(BagianId("isi"), LANDSCAPE, (paragraph("c"),), "arab", mark="DRAF"),
        Section(BagianId("akhir"), PORTRAIT, (paragraph("d"),), "romawi"),
    )
    made = Document("J", "P", "S", sections)
    data = write_docx(made, typeset(made), read_symbols())
    setups = list(document(data).iter(f"{W}sectPr"))
    kinds = [s.find(f"{W}pgNumType") for s in setups]
    assert [(k.get(f"{W}fmt"), k.get(f"{W}start")) for k in kinds] == [
        ("decimal", "1"),
        ("lowerRoman", "1"),
        ("decimal", "1"),
        ("lowerRoman", "2"),
    ]
    sizes = [s.find(f"{W}pgSz") for s in setups]
    assert [s.get(f"{W}orient") for s in sizes] == [None, None, "landscape", None]
    heads = [part(data, f"word/header{n}.xml") for n in (1, 2)]
    assert ["DRAF" in head for head in heads] == [False, True]


def test_a_table_spans_repeats_its_head_and_keeps_its_rows_whole() -> None:
    one = Cell((paragraph("a"),), down=2)
    rows = (
        Row((Cell((paragraph("kepala"),), span=2),)),
        Row((one, Cell((paragraph("b"),)))),
        Row((Cell((paragraph("c"),)),), least=9),
    )
    root = document(written(Table((40, 60), rows, header=1)))
    merges = [e.get(f"{W}val") for e in root.iter(f"{W}vMerge")]
    assert merges == ["restart", "continue"]
    assert [e.get(f"{W}val") for e in root.iter(f"{W}gridSpan")] == ["2"]
    assert len(list(root.iter(f"{W}tblHeader"))) == 1
    assert len(list(root.iter(f"{W}cantSplit"))) == 3
    assert [e.get(f"{W}val") for e in root.iter(f"{W}trHeight")] == ["510"]


def test_a_lambang_is_embedded_with_its_proportions(tmp_path: Path) -> None:
    file = tmp_path / "lambang.png"
    Image.new("RGB", (200, 100)).save(file)
    data = written(Emblem(file, 30, 30))
    text = part(data, "word/document.xml")
    assert '<wp:extent cx="1080000" cy="540000"/>' in text
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert [n for n in archive.namelist() if n.startswith("word/media/")]


def test_the_legend_shows_native_shapes() -> None:
    symbols = read_symbols()
    figures = [SymbolFigure(nama, *s.size) for nama, s in symbols.shapes.items()]
    lines = [SymbolFigure(nama, 30, 6) for nama in symbols.lines]
    text = part(written(*figures, *lines), "word/document.xml")
    for shape in symbols.shapes.values():
        assert shape.preset
        assert f'prst="{shape.preset}"' in text
    assert text.count("tailEnd") == 2
    assert text.count('prstDash val="dash"') == 1


@needs_shared
def test_the_map_is_made_of_boxes_and_arrows(tmp_path: Path) -> None:
    corners = [Point(0, 0), Point(20, 0), Point(20, 9), Point(0, 9)]
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    items: tuple[Item, ...] = (
        *(Stroke(a, b, 0.25) for a, b in pairs),
        TextPiece(3, 5, "1. SOP", "arial-regular", 8),
        Curve((Point(20, 5), Point(25, 5), Point(28, 9), Point(30, 9)), dashed=True),
    )
    data = written(Drawing(40, 20, items))
    root = document(data)
    assert [t.text for t in root.iter(f"{W}t")] == ["1. SOP"]
    file = tmp_path / "peta.docx"
    file.write_bytes(data)
    assert load_checker().check(str(file)) == []


def test_the_name_of_a_seksi_stands_above_its_boxes() -> None:
    frame, inner = Box(0, 0, 40, 20), Box(4, 8, 32, 8)
    items: tuple[Item, ...] = (
        *_around(frame),
        TextPiece(2, 4, "Sekretariat", "arial-bold", 8),
        *_around(inner),
        TextPiece(20 - read_face("arial-regular").width("1. SOP", 8) / 2, 13,
                  "1. SOP", "arial-regular", 8),
    )  # fmt: skip
    root = document(written(Drawing(40, 20, items)))
    shapes = ["".join(one.itertext()) for one in root.iter(f"{WPS}wsp")]
    assert [words for words in shapes if words] == ["Sekretariat", "1. SOP"]
    assert shapes.count("") == len(shapes) - 2 >= 1
    bold = [
        "".join(run.itertext())
        for run in root.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}b") is not None
    ]
    assert bold == ["Sekretariat"]


def _around(box: Box) -> list[Stroke]:
    corners = [Point(box.x, box.y), Point(box.x1, box.y)]
    corners += [Point(box.x1, box.y1), Point(box.x, box.y1)]
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return [Stroke(a, b, 0.25) for a, b in pairs]


def test_characters_that_no_xml_may_hold_are_left_out() -> None:
    heading = Heading(1, "Bab\x01 satu", "bab\x02")
    data = written(paragraph("sa\x0btu\x1f", heading=heading), Space(3))
    (node,) = paragraphs(data)
    assert "".join(t.text for t in node.iter(f"{W}t")) == "satu"


def test_some_parts_of_a_book_keep_their_page_numbers() -> None:
    made, pages = book("kampak")
    wanted = (BagianId("pendahuluan"), BagianId("penutup"))
    own = replace(made, sections=tuple(s for s in made.sections if s.bagian in wanted))
    shown = replace(pages, pages=tuple(p for p in pages.pages if p.bagian in wanted))
    data = write_docx(own, shown, read_symbols())
    kinds = [s.find(f"{W}pgNumType") for s in document(data).iter(f"{W}sectPr")]
    first = [next(p for p in pages.pages if p.bagian == bagian) for bagian in wanted]
    assert [k.get(f"{W}start") for k in kinds] == [str(p.count) for p in first]
