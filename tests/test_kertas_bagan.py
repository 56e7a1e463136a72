"""The paper of charts: upright or lying, larger than the book's; their sheets counted.

What an office says in buku.yaml or in a SOP is right in every format.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.bagan import chart_of
from sopgen.comparison import side
from sopgen.diff import compare
from sopgen.gambar import draw
from sopgen.jobs import Book
from sopgen.layout.fitted import type_sizes
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.page import Page, Pages, TextPiece, Urutan, halaman
from sopgen.pipeline import Wish, build, check, lay_out_book
from sopgen.render.docx import write_docx
from sopgen.render.xlsx import write_xlsx
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.spec.kantor import BUKU, SURAT, write_kantor

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Size = tuple[float, float]
A4: Size = (210.0, 297.0)
A4_LYING: Size = (297.0, 210.0)
A3_LYING: Size = (420.0, 297.0)
F4_LYING: Size = (330.0, 215.0)
NONE: tuple[Diagnostic, ...] = ()
#: Excel's numbers of papers.
NUMBER = {"A4": 9, "A3": 8, "F4": 14}
COUNTED = "  - {bagian: sop, angka: x_dari_y}\n"


def office(folder: Path, buku: str = "", sop: str = "", lanes: int = 2) -> Path:
    """Write the small office with more said of its book and of its SOP."""
    write_kantor(folder)
    text = BUKU.replace("  - sop\n", COUNTED) if COUNTED in buku else BUKU
    own = buku.replace(COUNTED, "")
    (folder / "buku.yaml").write_text(f"{own}{text}", encoding="utf-8")
    (folder / "sop" / "surat.yaml").write_text(f"{sop}{surat(lanes)}", encoding="utf-8")
    return folder


def surat(lanes: int) -> str:
    """Return the SOP, with further pelaksana who each have something to do."""
    names = [f"Kasi Urusan {n}" for n in range(1, lanes - 1)]
    rows = "".join(
        f"  - uraian: Menelaah naskah dinas yang diteruskan\n    pelaksana: {name}\n"
        "    waktu: 20 menit\n    kelengkapan: Naskah dinas, lembar kendali\n"
        "    output: Pertimbangan tertulis\n"
        for name in names
    )
    listed = ", ".join(("Petugas", "Camat", *names))
    head, last = SURAT.split("  - uraian: Menyimpan")
    text = f"{head}{rows}  - uraian: Menyimpan{last}"
    return text.replace("[Petugas, Camat]", f"[{listed}]")


def laid_out(folder: Path) -> Book:
    buku = read_buku(folder).buku
    assert buku is not None
    return lay_out_book(buku, lambda *_: None)


def sop_pages(book: Book) -> list[Page]:
    return [p for p in typeset(book.document).pages if p.bagian.jenis == "sop"]


def sizes(pages: list[Page]) -> list[Size]:
    return [(page.width, page.height) for page in pages]


@dataclass(frozen=True)
class Word:
    """The page setups of a Word file, and the heads that they refer to."""

    setups: tuple[Size, ...]
    lying: tuple[bool, ...]
    heads: tuple[str, ...]


def word(book: Book) -> Word:
    data = write_docx(book.document, typeset(book.document), book.symbols)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        names = sorted(n for n in archive.namelist() if "/header" in n)
        heads = ["".join(etree.fromstring(archive.read(n)).itertext()) for n in names]
    papers = list(body.iter(f"{W}pgSz"))
    sides = [[round(int(p.get(W + k)) / 56.6929) for k in "wh"] for p in papers]
    return Word(
        tuple((w, h) for w, h in sides),
        tuple(p.get(W + "orient") == "landscape" for p in papers),
        tuple(text for text in heads if text),
    )


def excel(book: Book) -> Worksheet:
    data = write_xlsx(book.document, book.buku, book.symbols)
    return load_workbook(BytesIO(data)).worksheets[0]


POTRET = "orientasi_bagan: potret\n"
LANSKAP = "orientasi_bagan: lanskap\n"
A4_BUKU = "kertas: A4\n"
#: What the book and the SOP say; the sheets of the chart, and Excel's number for them.
PAPERS = [
    ("", "", F4_LYING, "F4"),
    (A4_BUKU, "", A4_LYING, "A4"),
    (A4_BUKU + POTRET, "", A4, "A4"),
    (A4_BUKU, POTRET, A4, "A4"),
    (A4_BUKU + POTRET, LANSKAP, A4_LYING, "A4"),
    ("kertas_bagan: A3\n", "", A3_LYING, "A3"),
    ("", "kertas_bagan: A3\n", A3_LYING, "A3"),
    ("kertas_bagan: A3\n" + POTRET, "", (297, 420), "A3"),
    ("kertas_bagan: A3\n", "kertas_bagan: A4\n", A4_LYING, "A4"),
    ("kertas_bagan: ''\norientasi_bagan:\n", "", F4_LYING, "F4"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("buku", "sop", "size", "nama"), PAPERS)
def test_the_chart_has_the_paper_that_the_sop_or_the_book_wants(
    buku: str, sop: str, size: Size, nama: str, tmp_path: Path
) -> None:
    book = laid_out(office(tmp_path, buku, sop))
    cover, identity, chart = sop_pages(book)
    usual = A4_LYING if A4_BUKU in buku else F4_LYING
    assert sizes([cover, identity]) == [usual, usual]
    assert sizes([chart]) == [size]
    made = word(book)
    assert made.setups[-1] == size
    assert made.setups[-3:-1] == (usual, usual)
    assert made.lying[-3:] == (True, True, size[0] > size[1])
    setup = excel(book).page_setup
    assert setup.orientation == ("landscape" if size[0] > size[1] else "portrait")
    assert int(setup.paperSize) == NUMBER[nama]


def test_the_chart_fills_the_width_of_its_paper(tmp_path: Path) -> None:
    book = laid_out(office(tmp_path, A4_BUKU + POTRET))
    (page,) = book.charts["surat"].pages
    assert page.frame.w == pytest.approx(210 - 15 - 15)
    svg = draw(tmp_path, 1, "svg").data.decode()
    assert 'width="190mm"' in svg


def test_the_table_of_the_identity_is_as_wide_as_the_chart_on_a_sheet(
    tmp_path: Path,
) -> None:
    sheet = excel(laid_out(office(tmp_path, A4_BUKU + POTRET)))
    widths = [one.width for one in sheet.column_dimensions.values()]
    columns = {
        cell.value: (sum(widths[: cell.column - 1]), cell.column)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    }
    whole = sum(widths)
    assert columns["Nomor SOP"][0] / whole == pytest.approx(0.5, abs=0.08)
    number = columns[": 000.8.3.3/SOP.01/406.99/2025"][0]
    assert 0.6 < number / whole < 0.85


WORDS = [
    ("orientasi_bagan: portrait\n", "mungkin maksudnya `potret`"),
    ("orientasi_bagan: Potret\n", "mungkin maksudnya `potret`"),
    ("orientasi_bagan: tegak\n", "mungkin maksudnya `potret`"),
    ("orientasi_bagan: mendatar\n", "mungkin maksudnya `lanskap`"),
    ("orientasi_bagan: miring\n", "pilihannya: `lanskap`, `potret`"),
    ("kertas_bagan: a3\n", "mungkin maksudnya `A3`"),
    ("kertas_bagan: A5\n", "pilihannya: `F4`, `A4`, `A3`"),
]


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize(("line", "saran"), WORDS)
def test_another_word_is_told_with_the_one_that_is_meant(
    line: str, saran: str, own: bool, tmp_path: Path
) -> None:
    said = ("", line) if own else (line, "")
    (found,) = (f for f in check(office(tmp_path, *said)) if f.code == "SOP923")
    assert found.saran == saran
    assert found.span.line == 1
    assert found.span.source.path.endswith("surat.yaml" if own else "buku.yaml")


@pytest.mark.slow
def test_a_chart_too_wide_for_upright_paper_is_told_and_drawn_lying(
    tmp_path: Path,
) -> None:
    folder = office(tmp_path, A4_BUKU + POTRET, lanes=13)
    book = laid_out(folder)
    (found,) = book.charts["surat"].findings
    assert (found.code, found.severity) == ("SOP514", Severity.WARNING)
    assert "13 pelaksana" in found.message
    assert "A4 potret" in found.message
    assert "orientasi_bagan" in found.saran
    assert "kertas_bagan" in found.saran
    assert set(sizes(sop_pages(book))) == {A4_LYING}
    assert excel(book).page_setup.orientation == "landscape"
    most = int(re.findall(r"memuat (\d+)", found.message)[0])
    fits = laid_out(office(tmp_path, A4_BUKU + POTRET, lanes=most))
    assert fits.charts["surat"].findings == NONE
    assert sizes(sop_pages(fits))[-1] == A4
    silent = laid_out(office(tmp_path, A4_BUKU + POTRET, LANSKAP, lanes=13))
    assert silent.charts["surat"].findings == NONE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kertas", "lanes", "wider"), [("A4", 22, "F4"), ("F4", 26, "A3")]
)
def test_a_chart_too_wide_for_its_paper_is_told_which_paper_holds_it(
    kertas: str, lanes: int, wider: str, tmp_path: Path
) -> None:
    said = f"kertas: {kertas}\n"
    buku = read_buku(office(tmp_path, said, lanes=lanes)).buku
    found = next(f for f in chart(buku).findings if f.code == "SOP511")
    assert wider in found.saran
    other = read_buku(office(tmp_path, said, f"kertas_bagan: {wider}\n", lanes)).buku
    assert chart(other).findings == NONE


@pytest.mark.slow
def test_more_pelaksana_than_any_paper_holds_are_told_to_be_fewer(
    tmp_path: Path,
) -> None:
    buku = read_buku(office(tmp_path, "kertas_bagan: A3\n" + POTRET, lanes=45)).buku
    made = chart(buku)
    (found,) = (f for f in made.findings if f.code == "SOP511")
    assert "kertas_bagan" not in found.saran
    assert "SOP514" not in {f.code for f in made.findings}
    assert made.lying


def chart(buku: Buku | None) -> Chart:
    assert buku is not None
    return chart_of(buku, buku.sop[0], read_symbols())


@pytest.mark.slow
@pytest.mark.parametrize("lanes", [16, 20])
def test_many_pelaksana_are_read_in_no_less_than_six_points(
    lanes: int, tmp_path: Path
) -> None:
    book = laid_out(office(tmp_path, lanes=lanes))
    made = book.charts["surat"]
    assert made.findings == NONE
    assert min(type_sizes(made)) >= 6 - 1e-6
    words = {s.text.lines for p in made.pages for s in p.symbols if s.text}
    assert {("Mulai",), ("Selesai",)} <= words


@pytest.mark.slow
def test_no_label_between_narrow_lanes_lies_on_a_line_of_the_table(
    tmp_path: Path,
) -> None:
    made = laid_out(office(tmp_path, lanes=18)).charts["surat"]
    for page in made.pages:
        lines = [end for _, end in page.lanes]
        for edge in page.edges:
            box = edge.label.box if edge.label else None
            assert box is None or not any(box.x < x < box.x1 for x in lines)


@pytest.mark.slow
def test_words_beside_each_other_stay_apart_in_a_column_as_wide_as_one(
    tmp_path: Path,
) -> None:
    sheet = excel(laid_out(office(tmp_path, lanes=20)))
    texts = {str(c.value) for row in sheet.iter_rows() for c in row if c.value}
    assert "Pertimbangan tertulis" in texts
    assert "Naskah dinas, lembar kendali" in texts


def heads(pages: Pages | list[Page]) -> list[str]:
    """Return what the head of each page says of its place in its part."""
    each = pages.pages if isinstance(pages, Pages) else pages
    return [
        next(
            (
                item.text
                for item in page.items
                if isinstance(item, TextPiece) and item.text.startswith("Halaman ")
            ),
            "",
        )
        for page in each
    ]


@pytest.mark.slow
def test_the_sheets_of_a_sop_are_counted_by_themselves_behind_its_cover(
    tmp_path: Path,
) -> None:
    book = laid_out(office(tmp_path, COUNTED, lanes=18))
    pages = sop_pages(book)
    count = len(pages) - 1
    assert count > 2
    wanted = [f"Halaman {n} dari {count}" for n in range(1, count + 1)]
    assert heads(pages) == ["", *wanted]
    assert [page.label for page in pages] == [str(n) for n in range(1, 2 + count)]
    rest = [p for p in typeset(book.document).pages if p.bagian.jenis != "sop"]
    assert set(heads(rest)) == {""}
    assert set(word(book).heads) == set(wanted)
    sheet = excel(book)
    assert sheet.oddHeader.right.text == f"Halaman &P dari {count}"
    assert sheet.oddHeader.left.text.startswith("000.8.3.3")
    assert sheet.oddFooter.right.text is None
    assert sheet.page_setup.firstPageNumber == 1


def test_the_head_stands_at_the_right_edge_of_the_text(tmp_path: Path) -> None:
    *_, last = sop_pages(laid_out(office(tmp_path, COUNTED)))
    (head,) = (
        i for i in last.items if isinstance(i, TextPiece) and "Halaman" in i.text
    )
    assert head.y < 15
    assert head.x > last.width * 0.8


def test_a_sop_by_itself_has_no_second_number_at_the_foot(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", COUNTED)
    wish = Wish(folder, tmp_path / "out", formats=("pdf",))
    made = build(wish, lambda *_: None)
    (file,) = (one.path for one in made.files if one.path.parent.name == "sop")
    assert file.exists()
    foot = numbers_at_foot(tmp_path, COUNTED)
    assert foot == []
    assert numbers_at_foot(tmp_path, "") == ["2", "3"]


def numbers_at_foot(folder: Path, said: str) -> list[str]:
    """Return the numbers at the foot of the pages of a SOP's own file."""
    from sopgen.model.bagian import BagianId
    from sopgen.parts import excerpt

    book = laid_out(office(folder / "lagi", said))
    own = excerpt(book.document, frozenset([BagianId("sop", "surat")]), "Surat")
    return [
        item.text
        for page in typeset(own).pages
        for item in page.items
        if isinstance(item, TextPiece)
        and item.y > page.height - 15
        and item.text.isdigit()
    ]


def test_other_parts_are_not_counted_so(tmp_path: Path) -> None:
    write_kantor(tmp_path)
    text = BUKU.replace("  - daftar_isi\n", COUNTED.replace("sop", "daftar_isi"))
    (tmp_path / "buku.yaml").write_text(text, encoding="utf-8")
    (found,) = (f for f in check(tmp_path) if f.code == "SOP923")
    assert "hanya untuk bagian `sop`" in found.message
    assert "daftar_isi" in found.message
    assert (
        found.span.line
        == text.splitlines().index(
            next(line for line in text.splitlines() if "x_dari_y" in line)
        )
        + 1
    )


def test_several_pages_under_one_head_are_named_together() -> None:
    assert halaman(Urutan(2, 5)) == "Halaman 2 dari 5"
    assert halaman(Urutan(2, 5), 2) == "Halaman 2–3 dari 5"


SAID = A4_BUKU + POTRET + "kertas_bagan: A3\n" + COUNTED
SAID_OF_SOP = "kertas_bagan: A4\n" + LANSKAP


@pytest.mark.slow
def test_a_workbook_says_of_the_paper_what_a_folder_says(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", SAID, SAID_OF_SOP)
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    told = [read_buku(place).buku for place in (folder, file)]
    for buku in told:
        assert buku is not None
        assert (buku.kertas_bagan, buku.orientasi_bagan) == ("A3", "potret")
        sop = buku.sop[0]
        assert (sop.kertas_bagan, sop.orientasi_bagan) == ("A4", "lanskap")
        assert buku.susunan[-1].angka == "x_dari_y"


@pytest.mark.slow
def test_a_word_that_staff_type_in_a_workbook_is_read_or_told(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji")
    book = load_workbook(BytesIO(export_workbook(folder).workbook))
    sheet = book["Buku"]
    rows = {row[0].value: row[0].row for row in sheet.iter_rows()}
    sheet.cell(rows["Orientasi bagan"], 2).value = "POTRET"
    sheet.cell(rows["Kertas bagan"], 2).value = "A-3"
    susunan = book["Susunan"]
    kept = [row for row in susunan.iter_rows() if row[0].value == "sop"]
    kept[-1][2].value = "X dari Y"
    file = tmp_path / "uji.xlsx"
    book.save(file)
    reading = read_buku(file)
    assert reading.buku is not None
    assert reading.buku.orientasi_bagan == "potret"
    assert reading.buku.susunan[-1].angka == "x_dari_y"
    (found,) = (f for f in reading.findings if f.code == "SOP923")
    assert found.span.cell == f"Buku!B{rows['Kertas bagan']}"


#: What the older and the newer book and SOP say, and what is told of it.
CHANGES = [
    (("", ""), (POTRET, ""), ["orientasi bagan: lanskap → potret"]),
    (("", ""), (LANSKAP, ""), []),
    (("", ""), ("", POTRET), ["orientasi bagan: lanskap → potret"]),
    (("", ""), ("", LANSKAP), []),
    (("", ""), (POTRET, LANSKAP), ["orientasi bagan: lanskap → potret"]),
    (("", ""), ("kertas_bagan: A3\n", ""), ["kertas bagan: F4 → A3"]),
    (("", ""), ("kertas_bagan: F4\n", ""), []),
    (("kertas_bagan: A3\n", ""), ("", "kertas_bagan: A3\n"), ["kertas bagan: A3 → F4"]),
    (("", ""), (A4_BUKU, ""), ["nama: F4 → A4"]),
    (("", ""), (COUNTED, ""), ["angka: arab → x_dari_y"]),
]


@pytest.mark.parametrize(("old", "new", "told"), CHANGES)
def test_a_change_of_the_paper_is_told_once_where_it_was_made(
    old: tuple[str, str], new: tuple[str, str], told: list[str], tmp_path: Path
) -> None:
    books = []
    for name, said in (("lama", old), ("baru", new)):
        buku = read_buku(office(tmp_path / name, *said)).buku
        assert buku is not None
        books.append(replace(buku, id="uji"))
    made = compare(*map(side, books))
    assert [one.kalimat for one in made.semua] == told
