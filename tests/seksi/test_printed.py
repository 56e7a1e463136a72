"""What a book that is ordered by seksi prints, in every format."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from openpyxl import load_workbook

from sopgen.model.document import Heading, Paragraph, Row, Table, TocLine, headings
from sopgen.parts import compose
from sopgen.parts.bahan import Figures
from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.books import require
from tests.render.libreoffice import print_all
from tests.seksi.kantor import TANPA_DAFTAR, Ganti, read_seksi, write_many, write_seksi
from tests.spec.kantor import write_kantor

JUDUL = ["Seksi Kesejahteraan Rakyat", "Seksi Perekonomian", "Subbagian Umum"]
#: A line of the daftar isi: mark, text, page.
LINE = re.compile(r"^\s*(?:(\w+)\.\s+)?(\S.*?)\s*\.{4,}\s*(\d+)\s*$", re.MULTILINE)


def sections(folder: Path, *changes: Ganti):  # type: ignore[no-untyped-def]
    """Return the sections of the book without charts, by the part they are of."""
    buku = read_seksi(folder, *changes)
    made = compose(buku, Figures({}), read_symbols())
    assert made.findings == ()
    return made.document.sections


def test_a_divider_stands_before_the_sop_of_each_seksi(tmp_path: Path) -> None:
    every = sections(tmp_path / "uji")
    order = [str(one.bagian) for one in every if one.bagian.jenis in ("seksi", "sop")]
    assert list(dict.fromkeys(order)) == [
        "seksi:kesejahteraan-rakyat", "sop:hibah", "sop:panti", "seksi:perekonomian",
        "sop:pasar", "seksi:subbagian-umum", "sop:arsip", "sop:gudang",
    ]  # fmt: skip
    dividers = [one for one in every if one.bagian.jenis == "seksi"]
    own = [h for one in dividers for h in headings(one.blocks)]
    assert [h.text for h in own] == [text.upper() for text in JUDUL]
    assert all(one.sheet.number_at == "foot" and not one.hitung for one in dividers)


def test_sheets_that_count_themselves_do_not_count_the_divider(tmp_path: Path) -> None:
    counted = ("  - sop\n", "  - {bagian: sop, angka: x_dari_y}\n")
    every = sections(tmp_path / "uji", counted)
    assert {one.bagian.jenis for one in every if one.hitung} == {"sop"}


def test_the_chapter_of_sop_has_a_heading_for_each_seksi(tmp_path: Path) -> None:
    (chapter,) = [
        s for s in sections(tmp_path / "uji") if s.bagian.jenis == "daftar_sop"
    ]
    lines = [b for b in chapter.blocks[1:] if isinstance(b, Paragraph)]
    assert [p.text for p in lines if not p.labels] == JUDUL
    assert all(p.keep_next for p in lines if not p.labels)
    assert [p.labels[0].text for p in lines if p.labels] == [
        "A.",
        "B.",
        "C.",
        "D.",
        "E.",
    ]


def test_the_lampiran_has_a_row_for_each_seksi(tmp_path: Path) -> None:
    (annex,) = [s for s in sections(tmp_path / "uji") if s.bagian.jenis == "lampiran"]
    (table,) = [b for b in annex.blocks if isinstance(b, Table) and b.header]
    rows = table.rows[table.header :]
    assert [words(row) for row in rows if len(row.cells) == 1] == [
        text.upper() for text in JUDUL
    ]
    assert all(row.keep_next for row in rows if len(row.cells) == 1)
    assert words(rows[2]) == "2. Kunjungan Panti 02/SOP-Kesra/TB/2026"
    assert sum(table.columns) == pytest.approx(165)


def words(row: Row) -> str:
    """Return what stands in a row."""
    texts = (b.text for c in row.cells for b in c.blocks if isinstance(b, Paragraph))
    return " ".join(filter(None, texts))


def test_a_sop_without_seksi_is_printed_behind_them(tmp_path: Path) -> None:
    every = sections(tmp_path / "uji", (", seksi: kesra", ""))
    order = [str(s.bagian) for s in every if s.bagian.jenis in ("seksi", "sop")]
    assert order[-1] == "sop:panti"


@pytest.mark.parametrize(("count", "mark"), [(26, "Z."), (27, "27.")])
def test_past_z_all_entries_are_numbered(count: int, mark: str, tmp_path: Path) -> None:
    buku = read_buku(write_many(tmp_path / "uji", count)).buku
    assert buku is not None
    made = compose(buku, Figures({}), read_symbols()).document.sections
    (toc,) = [s for s in made if s.bagian.jenis == "daftar_isi"]
    marks = [b.label.text for b in toc.blocks if isinstance(b, TocLine) and b.label]
    assert (marks[0], marks[-1], len(marks)) == (
        "A." if mark == "Z." else "1.", mark, count,
    )  # fmt: skip
    (chapter,) = [s for s in made if s.bagian.jenis == "daftar_sop"]
    labels = [b.labels[0].text for b in chapter.blocks[1:] if b.labels]  # type: ignore[union-attr]
    assert labels == marks


def test_a_seksi_is_not_left_alone_at_the_foot_of_the_daftar_isi(
    tmp_path: Path,
) -> None:
    (toc,) = [s for s in sections(tmp_path / "uji") if s.bagian.jenis == "daftar_isi"]
    lines = [b for b in toc.blocks if isinstance(b, TocLine)]
    assert [b.text for b in lines if b.keep_next] == [text.upper() for text in JUDUL]


def test_an_ordinary_book_has_no_divider(tmp_path: Path) -> None:
    buku = read_buku(write_kantor(tmp_path / "uji")).buku
    assert buku is not None
    assert [one.seksi for one in buku.per_seksi] == [None]
    made = compose(buku, Figures({}), read_symbols()).document.sections
    assert "seksi" not in {one.bagian.jenis for one in made}


def test_texts_may_ask_for_the_seksi_of_a_sop(tmp_path: Path) -> None:
    listed = "{% for s in sop %}{{ s.nama }} ({{ s.seksi }}), {% endfor %}"
    asked = ("[Menetapkan prosedur.]", f'["{listed}"]')
    every = sections(tmp_path / "uji", asked)
    decree = next(s for s in every if s.bagian.jenis == "keputusan")
    assert "Pendataan Pasar (Seksi Perekonomian)," in str(decree.blocks)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the files of a book of thirty SOP in two seksi."""
    scratch = tmp_path_factory.mktemp("seksi")
    place = write_many(scratch / "uji", 30)
    wish = Wish(place, scratch / "hasil", formats=("pdf", "docx", "xlsx"))
    made = build(wish, lambda *_: None)
    assert made.files, made.findings
    return scratch / "hasil" / "uji" / "2026"


def printed(file: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    pdf = pdfium.PdfDocument(file)
    return [str(page.get_textpage().get_text_range()) for page in pdf]


def wrong_lines(pages: list[str]) -> list[str]:
    """Return the lines of the daftar isi that name a page without their heading."""
    toc = [p for p in pages if len(LINE.findall(p.replace("\r", ""))) > 3]
    lines = [found for p in toc for found in LINE.findall(p.replace("\r", ""))]
    first = next(
        n for n, p in enumerate(pages) if "PADA KECAMATAN" in p and p not in toc
    )
    assert len(lines) >= 33
    return [
        text
        for _, text, number in lines
        if bare(text) not in bare(pages[first + int(number) - 1])
    ]


def bare(text: str) -> str:
    """Return a text without blanks, in capitals."""
    return "".join(text.split()).upper()


@pytest.mark.slow
def test_the_daftar_isi_names_the_right_pages(built: Path) -> None:
    assert wrong_lines(printed(built / "buku.pdf")) == []


@pytest.mark.slow
def test_the_outline_leads_to_the_seksi(built: Path) -> None:
    pdf = pdfium.PdfDocument(built / "buku.pdf")
    entries = [(b.level, b.get_title(), b.get_dest()) for b in pdf.get_toc()]
    own = [(t, d) for level, t, d in entries if level == 0 and t.startswith("SEKSI")]
    assert [title for title, _ in own] == [text.upper() for text in JUDUL[:2]]
    for title, dest in own:
        assert dest is not None
        assert title in str(pdf[dest.get_index()].get_textpage().get_text_range())
    inside = [level for level, title, _ in entries if "Urusan ke-" in title]
    assert inside == [1] * 30


@pytest.mark.slow
def test_the_daftar_isi_of_word_names_the_right_pages(
    built: Path, tmp_path: Path
) -> None:
    print_all([built / "buku.docx"], tmp_path)
    pages = printed(tmp_path / "lo" / "buku.pdf")
    assert len(pages) == len(printed(built / "buku.pdf"))
    assert wrong_lines(pages) == []


@pytest.mark.slow
def test_the_book_of_sheets_has_one_for_each_seksi(built: Path) -> None:
    book = load_workbook(built / "buku.xlsx")
    names = book.sheetnames
    assert names[0] == JUDUL[0]
    assert names.index(JUDUL[1]) == 16
    assert names[-1].startswith("Lampiran")
    own = [c.value for row in book[JUDUL[1]].iter_rows() for c in row if c.value]
    assert "SEKSI PEREKONOMIAN" in own
    annex = [c.value for row in book[names[-1]].iter_rows() for c in row if c.value]
    assert [t for t in annex if str(t).startswith("SEKSI")] == [
        text.upper() for text in JUDUL[:2]
    ]


@pytest.mark.slow
def test_a_number_of_its_own_stands_wherever_the_number_does(tmp_path: Path) -> None:
    own = ("seksi: kesra", "seksi: kesra, nomor_sop: 38/SOP-KR/TB/2026")
    place = write_seksi(tmp_path / "uji", own)
    formats = ("pdf", "docx", "xlsx")
    build(Wish(place, tmp_path / "hasil", formats=formats), lambda *_: None)
    folder = tmp_path / "hasil" / "uji" / "2026"
    assert sum("38/SOP-KR/TB/2026" in p for p in printed(folder / "buku.pdf")) == 2
    assert "38/SOP-KR/TB/2026" in printed(folder / "sop" / "02-panti.pdf")[1]
    for name in ("buku.xlsx", "sop/02-panti.xlsx"):
        book = load_workbook(BytesIO((folder / name).read_bytes()))
        texts = [str(c.value) for s in book for row in s.iter_rows() for c in row]
        assert any("38/SOP-KR/TB/2026" in text for text in texts)
        assert not any("02/SOP-Kesra/TB/2026" in text for text in texts)


def test_a_heading_of_a_divider_is_in_the_daftar_isi(tmp_path: Path) -> None:
    every = sections(tmp_path / "uji", TANPA_DAFTAR)
    found = [
        h for s in every for h in headings(s.blocks) if h.anchor.startswith("seksi")
    ]
    assert all(isinstance(h, Heading) and h.listed and h.level == 1 for h in found)
    assert len({h.anchor for h in found}) == len(found) == 4


@pytest.mark.slow
def test_the_dividers_may_be_printed_alone(tmp_path: Path) -> None:
    place = write_seksi(tmp_path / "uji")
    only = frozenset(["seksi"])
    build(Wish(place, tmp_path / "hasil", only, formats=("pdf",)), lambda *_: None)
    pages = printed(tmp_path / "hasil" / "uji" / "2026" / "seksi.pdf")
    pairs = zip(JUDUL, pages, strict=True)
    assert all(bare(text) in bare(page) for text, page in pairs)


def test_the_map_frames_the_sop_of_a_seksi(tmp_path: Path) -> None:
    from sopgen.peta import relate

    found = relate(read_seksi(tmp_path / "uji")).simpul
    assert [one.seksi for one in found] == [JUDUL[0]] * 2 + [JUDUL[1]] + [JUDUL[2]] * 2


@pytest.mark.slow
def test_frames_on_the_map_keep_apart(tmp_path: Path) -> None:
    from sopgen.model.page import Stroke, TextPiece
    from sopgen.peta import relate
    from sopgen.render.graph import find_program, lay_out

    require(find_program() is not None, "Graphviz")
    drawing = lay_out(relate(read_seksi(tmp_path / "uji")))
    heads = [i for i in drawing.items if isinstance(i, TextPiece) and i.text in JUDUL]
    assert [one.text for one in heads] == JUDUL
    lines = [i for i in drawing.items if isinstance(i, Stroke)][: 4 * len(JUDUL)]
    sides = [
        (min(s.start.x for s in four), max(s.start.x for s in four))
        for four in (lines[n : n + 4] for n in range(0, len(lines), 4))
    ]
    ordered = sorted(sides)
    assert all(a[1] < b[0] for a, b in pairwise(ordered))
    assert ordered[0][0] >= 0
    assert ordered[-1][1] <= drawing.width


def test_the_list_shows_seksi_and_whole_numbers(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from sopgen.cli.app import sopgen

    place = write_seksi(tmp_path / "uji")
    output = CliRunner().invoke(sopgen, ["list", str(place)]).output
    lines = output.splitlines()
    assert "  Seksi Perekonomian" in lines
    assert any("3  01/SOP-Eko/TB/2026  Pendataan Pasar" in line for line in lines)
