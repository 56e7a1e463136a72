"""A symbol that names a SOP leads to it, where the file has it."""

from __future__ import annotations

import ctypes
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from sopgen.gambar import draw, draw_map
from sopgen.model.bagian import BagianId
from sopgen.pipeline import Wish, build
from sopgen.render.graph import find_program
from tests.books import require
from tests.jaringan import write_jaringan

FIVE = ("buku.yaml", "tahun: 2026\n", "tahun: 2026\nprofil_simbol: permenpan5\n")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of all files of the office."""
    return built(tmp_path_factory.mktemp("kantor"))


def built(folder: Path, *changes: tuple[str, str, str]) -> Path:
    office = write_jaringan(folder / "specs" / "uji", *changes)
    done = build(Wish(office, folder / "output"), lambda *_: None)
    assert {one.bagian for one in done.files} >= {
        BagianId("buku"),
        BagianId("sop", "izin"),
    }
    return folder / "output" / "uji" / "2026"


def links(file: Path) -> Iterator[tuple[str, str]]:
    """Yield for each link of a chart the words under it, and those it opens."""
    with pdfium.PdfDocument(file) as pdf:
        for page in pdf:
            text = page.get_textpage()
            position, link = ctypes.c_int(0), pdfium_c.FPDF_LINK()
            rect = pdfium_c.FS_RECTF()
            while pdfium_c.FPDFLink_Enumerate(
                page, ctypes.byref(position), ctypes.byref(link)
            ):
                dest = pdfium_c.FPDFLink_GetDest(pdf, link)
                number = pdfium_c.FPDFDest_GetDestPageIndex(pdf, dest)
                pdfium_c.FPDFLink_GetAnnotRect(link, ctypes.byref(rect))
                words = text.get_text_bounded(
                    rect.left, rect.bottom, rect.right, rect.top
                )
                opened = pdf[number].get_textpage().get_text_bounded()
                if words.split()[:1] == ["SOP"] or "SOP 0" in words:
                    yield " ".join(words.split()), " ".join(opened.split())


def test_the_book_as_pdf_leads_to_the_page_of_the_sop(made: Path) -> None:
    names = {"01": "PENERIMAAN TAMU", "03": "PENANGANAN ADUAN", "04": "PENYIMPANAN"}
    found = list(links(made / "buku.pdf"))
    assert len(found) == 7
    for words, opened in found:
        assert names[words[-2:]] in opened


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
def test_a_file_of_one_sop_leads_nowhere(suffix: str, made: Path) -> None:
    file = made / "sop" / f"02-izin.{suffix}"
    if suffix == "pdf":
        assert list(links(file)) == []
        return
    xml = parts(file)
    assert "w:hyperlink" not in xml
    assert "hlinkClick" not in xml
    assert "SOP 01" in xml


def parts(file: Path) -> str:
    """Return the parts of an Office file, one behind the other."""
    with zipfile.ZipFile(file) as archive:
        names = sorted(archive.namelist())
        return "".join(archive.read(name).decode("utf-8", "replace") for name in names)


def test_the_words_in_word_are_links_to_the_bookmark_of_the_sop(made: Path) -> None:
    xml = parts(made / "buku.docx")
    marks = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    found = re.findall(
        r'<w:hyperlink w:anchor="([^"]+)"[^>]*>(?:(?!</w:hyperlink>).)*SOP 0(\d)', xml
    )
    assert {anchor for anchor, _ in found} <= marks
    names = {"1": "tamu", "3": "aduan", "4": "arsip"}
    assert len(found) == 14, "each once in the canvas, once in its mirror"
    assert all(f"_{names[number]}_" in anchor for anchor, number in found)


def test_the_shapes_in_excel_lead_to_the_sheet_of_the_sop(made: Path) -> None:
    with zipfile.ZipFile(made / "buku.xlsx") as archive:
        rels = archive.read("xl/drawings/_rels/drawing2.xml.rels").decode()
        drawing = archive.read("xl/drawings/drawing2.xml").decode()
    targets = dict(re.findall(r'Id="(rIdSheet\d)"[^>]* Target="([^"]+)"', rels))
    assert list(targets.values()) == [
        "#'01 Penerimaan Tamu Dinas'!A1",
        "#'03 Penanganan Aduan Warga'!A1",
        "#'04 Penyimpanan Arsip Inaktif'!A1",
    ]
    used = re.findall(r'hlinkClick r:id="(rIdSheet\d)"', drawing)
    assert used == list(targets)


def text_of(file: Path) -> str:
    with pdfium.PdfDocument(file) as pdf:
        every = (page.get_textpage().get_text_bounded() for page in pdf)
        return " ".join(" ".join(every).split())


CALLS, LEADS = "Proses yang diatur dalam SOP lain", "berlanjut ke SOP yang tertulis"


@pytest.mark.slow
def test_the_legend_explains_what_the_book_draws_and_no_more(
    made: Path, tmp_path: Path
) -> None:
    said = text_of(made / "buku.pdf")
    assert CALLS in said
    assert LEADS in said
    five = text_of(built(tmp_path, FIVE) / "buku.pdf")
    assert CALLS not in five
    assert LEADS in five


def test_the_five_symbols_are_all_that_is_drawn(tmp_path: Path) -> None:
    office = write_jaringan(tmp_path / "uji", FIVE)
    svg = draw(office, 2, "svg").data.decode()
    kinds = set(re.findall(r'class="simbol simbol-(\w+)"', svg))
    assert kinds == {"terminator", "proses", "keputusan", "penghubung"}
    assert ">SOP 01<" in svg


def test_a_picture_says_what_a_symbol_leads_to(tmp_path: Path) -> None:
    office = write_jaringan(tmp_path / "uji")
    svg = draw(office, 2, "svg").data.decode()
    assert "<title>Menerima pemohon (SOP 01)</title>" in svg
    assert "<title>Berlanjut ke SOP 04</title>" in svg
    assert "keputusan: Lengkap ke 4, Ada keberatan ke SOP 03" in svg
    data = draw(office, 2, "json").data.decode()
    assert data.count('"sop": "') == 1 + 3, "of the chart, and of three symbols"


def test_the_map_draws_calls_heavier_and_each_pair_once(tmp_path: Path) -> None:
    require(find_program() is not None, "Graphviz")
    office = write_jaringan(tmp_path / "uji")
    svg = draw_map(office, "svg").data.decode()
    heavy = re.findall(r'C[^"]+" stroke-width="0.78"', svg)
    assert len(heavy) == 5
    assert len(re.findall(r"<polygon", svg)) == 5
