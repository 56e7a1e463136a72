"""What stands in an Excel file, read back from its parts."""

import importlib.util
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from PIL import Image

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku
from sopgen.model.document import (
    Block,
    Cell,
    Document,
    Label,
    Margins,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Space,
    Style,
    Table,
    Together,
)
from sopgen.model.sop import Status
from sopgen.parts import excerpt
from sopgen.render.xlsx import write_xlsx
from sopgen.render.xlsx.words import paragraphs
from sopgen.symbols import read_symbols
from tests.books import OFFICES, SHARED, needs_shared
from tests.render.xlsx_reader import S, sheets
from tests.render.xlsx_reader import Sheet as Read
from tests.whole_books import composed, document_of, read

pytestmark = pytest.mark.slow
STYLE = Style("Uji", size_pt=9)
LANDSCAPE = Sheet(330, 215, Margins(15, 15, 18, 15))
PX = 9525


Book = tuple[Buku, Document, bytes, list[Read]]


@pytest.fixture(scope="module", params=OFFICES)
def book(request: pytest.FixtureRequest) -> Book:
    buku = read(request.param)
    document = document_of(request.param)
    data = write_xlsx(document, buku, read_symbols())
    return buku, document, data, sheets(data)


def identity(*blocks: Block, buku: Buku | None = None) -> Read:
    """Return the sheet of a SOP that has only blocks."""
    (sheet,) = sheets(identity_file(*blocks, buku=buku))
    return sheet


def identity_file(*blocks: Block, buku: Buku | None = None, mark: str = "") -> bytes:
    buku = buku or read("kampak")
    section = Section(BagianId("sop", buku.sop[0].id), LANDSCAPE, blocks, mark=mark)
    document = Document("Judul", "Kecamatan Uji", "Uji", (section,))
    return write_xlsx(document, buku, read_symbols())


def table(*texts: str) -> Table:
    cells = tuple(Cell((Paragraph((Run(text),), STYLE),)) for text in texts)
    return Table((300 / len(texts),) * len(texts), (Row(cells),))


def checker() -> ModuleType:
    file = SHARED / "checks" / "ooxml_validate.py"
    spec = importlib.util.spec_from_file_location("ooxml_validate", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_shared
def test_the_book_and_each_sop_are_valid(book: Book, tmp_path: Path) -> None:
    buku, document, data, _ = book
    valid, symbols = checker(), read_symbols()
    file = tmp_path / "buku.xlsx"
    file.write_bytes(data)
    assert valid.check(str(file)) == []
    for sop in buku.sop:
        own = excerpt(document, frozenset([BagianId("sop", sop.id)]), sop.nama)
        file.write_bytes(write_xlsx(own, buku, symbols))
        assert valid.check(str(file)) == []


def test_the_same_book_gives_the_same_bytes(book: Book) -> None:
    buku, document, data, _ = book
    assert write_xlsx(document, buku, read_symbols()) == data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {i.date_time[0] for i in archive.infolist()} == {1980}
        about = archive.read("docProps/core.xml").decode()
    assert about.count(f"{buku.tanggal}T00:00:00Z") == 2


def test_there_is_a_sheet_per_sop_and_one_per_lampiran(book: Book) -> None:
    buku, document, _, made = book
    lampiran = [s for s in document.sections if s.bagian.jenis == "lampiran"]
    assert len(made) == len(buku.sop) + len(lampiran)
    assert all(1 <= len(sheet.name) <= 31 for sheet in made)
    for sop, sheet in zip(buku.sop, made, strict=False):
        assert sheet.name.startswith(f"{sop.nomor:02} ")


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_word_of_identity_and_lampiran_is_there(book: Book) -> None:
    buku, document, _, made = book
    for section in document.sections:
        kind, name = section.bagian.jenis, section.bagian.id
        if section.sheet.framed or kind not in ("sop", "lampiran"):
            continue
        number = [s.id for s in buku.sop].index(name) if kind == "sop" else None
        chosen = [made[number]] if number is not None else made[len(buku.sop) :]
        there = bare("\n".join(t for sheet in chosen for t in sheet.cells.values()))
        for paragraph in paragraphs(section.blocks):
            assert bare(paragraph.text) in there, paragraph.text


def test_an_item_of_a_list_has_its_number_beside_its_text(book: Book) -> None:
    buku, document, _, made = book
    seen = 0
    for sheet, sop in zip(made, buku.sop, strict=False):
        cells = {at: bare(text) for at, text in sheet.cells.items()}
        own = [s for s in document.sections if s.bagian == BagianId("sop", sop.id)]
        for paragraph in paragraphs(own[1].blocks):
            if not paragraph.labels:
                continue
            (label,), text = paragraph.labels, bare(paragraph.text)
            places = [at for at, there in cells.items() if there == text]
            numbers = [(r, c - 1) for r, c in places]
            marks = {cells.get(at, "").rstrip(".") for at in numbers}
            assert label.text.rstrip(".") in marks, paragraph.text
            seen += 1
    assert seen > 10


def test_items_of_one_list_begin_below_each_other() -> None:
    left, right = (
        tuple(
            Paragraph((Run(f"{side} {n} {'kata ' * 40 * (n % 2)}"),), STYLE, 6,
                      labels=(Label(f"{n}.", 0),))
            for n in range(1, 6)
        )
        for side in ("kiri", "kanan")
    )  # fmt: skip
    row = Row((Cell(left), Cell(right[:3])))
    sheet = identity(Table((150, 150), (row,)))
    columns = {
        side: {c for (_, c), text in sheet.cells.items() if text.startswith(side)}
        for side in ("kiri", "kanan")
    }
    assert all(len(places) == 1 for places in columns.values())
    starts = {
        side: [r for (r, _), text in sorted(sheet.cells.items()) if side in text]
        for side in ("kiri", "kanan")
    }
    assert starts["kiri"][:3] == starts["kanan"]


def test_no_cells_overlap_and_all_columns_fit_the_paper(book: Book) -> None:
    for sheet in book[3]:
        taken: set[tuple[int, int]] = set()
        for top, left, bottom, right in sheet.merged:
            area = {
                (r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)
            }
            assert not taken & area
            taken |= area
            inside = [at for at in sheet.cells if at in area]
            assert inside in ([], [(top, left)])
        paper = sheet.root.find(f"{S}pageSetup")
        wide = paper.get("orientation") == "landscape"
        assert sheet.xs[-1] <= (300.5 if wide else 165.5) * 36000


def test_each_printed_page_fits_its_paper(book: Book) -> None:
    buku, _, _, made = book
    for sheet in made[: len(buku.sop)]:
        breaks = [int(b.get("id")) for b in sheet.root.iter(f"{S}brk")]
        places = [0, *breaks, len(sheet.ys) - 1]
        for number, (start, end) in enumerate(pairwise(places)):
            height = sheet.ys[end] - sheet.ys[start]
            assert height <= 187 * 36000, (sheet.name, number)


def test_more_rows_than_fit_get_the_heading_of_the_last_page(book: Book) -> None:
    buku, _, data, made = book
    for sheet in made[: len(buku.sop)]:
        first, last = title_rows(data, sheet.name)
        breaks = [int(b.get("id")) for b in sheet.root.iter(f"{S}brk")]
        assert first == breaks[-1] + 1
        assert last == first + 2
        title = sheet.cells[first - 1, 0]
        last_sheet = f"(lembar {len(breaks)} dari {len(breaks)})"
        assert title.endswith(last_sheet) is (len(breaks) > 1)
        assert sheet.cells[first, 0] == "No"


def title_rows(data: bytes, nama: str) -> tuple[int, int]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read("xl/workbook.xml").decode()
    names = re.findall(r"Print_Titles[^>]*>'([^<]*)'!\$(\d+):\$(\d+)<", text)
    found = next(n for n in names if n[0] == nama)
    return int(found[1]), int(found[2])


def test_sheets_are_set_up_for_folio_one_page_wide(book: Book) -> None:
    for sheet in book[3]:
        setup = sheet.root.find(f"{S}pageSetup")
        assert (setup.get("paperSize"), setup.get("fitToWidth")) == ("14", "1")
        assert setup.get("fitToHeight") == "0"
        assert sheet.root.find(f"{S}sheetPr/{S}pageSetUpPr").get("fitToPage") == "1"
        assert sheet.root.find(f"{S}printOptions").get("horizontalCentered") == "1"
        assert "Halaman &P dari &N" in sheet.root.findtext(
            f"{S}headerFooter/{S}oddFooter"
        )


def test_drafts_say_so_in_the_header(book: Book) -> None:
    buku, _, _, made = book
    for sop, sheet in zip(buku.sop, made, strict=False):
        header = sheet.root.findtext(f"{S}headerFooter/{S}oddHeader")
        draft = Status.DRAF in (sop.status, buku.status)
        assert ("DRAF" in header) is draft
        assert sop.nomor_sop in header


def test_the_signature_has_room_for_ink(book: Book) -> None:
    buku, _, _, made = book
    for sheet in made[: len(buku.sop)]:
        row, column = next(at for at, t in sheet.cells.items() if t == "Disahkan oleh")
        area = next(m for m in sheet.merged if m[:2] == (row, column))
        rooms = [
            sheet.ys[r + 1] - sheet.ys[r]
            for r in range(row, area[2] + 1)
            if not any(at[0] == r and at[1] > column for at in sheet.cells)
        ]
        assert max(rooms) > 10 * 36000


def test_header_and_footer_hold_no_commands() -> None:
    buku = read("kampak")
    sop = replace(buku.sop[0], nama="Tata & Usaha &P", nomor_sop="1&2")
    sheet = identity(table("a", "b"), buku=replace(buku, sop=(sop,)))
    parts = sheet.root.find(f"{S}headerFooter")
    assert parts.findtext(f"{S}oddHeader").endswith("1&&2")
    assert "Tata && Usaha &&P" in parts.findtext(f"{S}oddFooter")


def test_every_sheet_of_a_book_has_a_telling_name_of_its_own(book: Book) -> None:
    buku, document, _, made = book
    names = [sheet.name for sheet in made[: len(buku.sop)]]
    told = [name.split(" ", 1)[1].casefold() for name in names]
    assert len(set(told)) == len(told)
    for sop, name in zip(buku.sop, names, strict=True):
        assert name.startswith(f"{sop.nomor:02} ")
        assert len(name) <= 31
        words = sop.nama_pendek.replace("/", "-").split()
        assert set(name.split()[1:]) <= set(words), "cut within a word"
        own = excerpt(document, frozenset([BagianId("sop", sop.id)]), sop.nama)
        (alone,) = sheets(write_xlsx(own, buku, read_symbols()))
        assert alone.name == name


def test_print_areas_and_titles_name_their_sheet(book: Book) -> None:
    _, _, data, made = book
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("xl/workbook.xml"))
    places = [
        (made[int(one.get("localSheetId"))].name, one.text)
        for one in root.iter(f"{S}definedName")
    ]
    assert len(places) >= len(made)
    for name, text in places:
        assert text.startswith(f"'{name}'!$")


def test_a_lambang_is_a_picture_under_the_shapes(tmp_path: Path) -> None:
    file = tmp_path / "lambang.png"
    Image.new("RGB", (60, 90), "navy").save(file)
    buku = read("kampak")
    buku = replace(buku, kecamatan=replace(buku.kecamatan, lambang=file))
    data = write_xlsx(composed(buku), buku, read_symbols())
    made = sheets(data)
    assert [sheet.pictures for sheet in made] == [1] * len(buku.sop) + [0]
    assert all(n.name != "Lambang" for sheet in made for n in sheet.nodes)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        images = [n for n in archive.namelist() if n.startswith("xl/media/")]
        assert images == ["xl/media/image1.png"]


def test_without_a_lambang_there_is_a_neutral_box(book: Book) -> None:
    buku, _, _, made = book
    for sheet in made[: len(buku.sop)]:
        (box,) = [n for n in sheet.nodes if n.name == "Lambang"]
        assert box.text == "LAMBANG"


def test_a4_is_a4() -> None:
    buku = read("kampak")
    kertas = replace(buku.kertas, nama="A4", lebar=210, tinggi=297)
    buku = replace(buku, kertas=kertas)
    for sheet in sheets(write_xlsx(composed(buku), buku, read_symbols())):
        assert sheet.root.find(f"{S}pageSetup").get("paperSize") == "9"
        assert sheet.xs[-1] <= 267.5 * 36000


def test_a_sop_without_kegiatan_has_its_identity_alone() -> None:
    buku = read("kampak")
    sop = replace(buku.sop[0], kegiatan=(), langkah=(), alur=(), pelaksana=())
    buku = replace(buku, sop=(sop, *buku.sop[1:]))
    sheet = sheets(write_xlsx(composed(buku), buku, read_symbols()))[0]
    assert "Kegiatan SOP ini belum disusun." in sheet.cells.values()
    assert not sheet.arrows
    assert not list(sheet.root.iter(f"{S}brk"))


def test_a_row_taller_than_excel_allows_is_divided() -> None:
    sheet = identity(table("kata " * 4000, "b"))
    heights = [b - a for a, b in pairwise(sheet.ys)]
    assert max(heights) <= 546 * PX
    assert len(heights) > 1
    assert {m[2] - m[0] + 1 for m in sheet.merged} == {len(heights)}


def test_a_signature_is_not_parted_by_a_page() -> None:
    buku = read("kampak")
    rows = tuple(Row(table("a", "b", "c").rows[0].cells, 7.5) for _ in range(34))
    line = Paragraph((Run("CAMAT"),), STYLE)
    signature = Together((line, Space(21), line))
    paper = Sheet(215, 330, Margins(18, 20, 25, 30))
    section = Section(
        BagianId("lampiran", buku.keputusan[0].id),
        paper,
        (Table((55.0,) * 3, rows), Space(8), signature),
    )
    data = write_xlsx(Document("", "", "", (section,)), buku, read_symbols())
    (sheet,) = sheets(data)
    (broken,) = [int(b.get("id")) for b in sheet.root.iter(f"{S}brk")]
    first = min(at[0] for at, text in sheet.cells.items() if text == "CAMAT")
    assert broken <= first
