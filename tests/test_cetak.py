"""Both sides of the paper, pages of what is signed alone, and what a printer needs."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner

from sopgen.cli import sopgen
from sopgen.jobs import Book
from sopgen.model.page import Page, Pages, TextPiece
from sopgen.model.tumpukan_cetak import Halaman, TumpukanCetak, together
from sopgen.pipeline import check, lay_out_book
from sopgen.render.docx import write_docx
from sopgen.siap_cetak import siap_cetak
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.render.libreoffice import print_all
from tests.spec.kantor import BUKU, write_kantor

BOTH = "cetak: bolak-balik\n"


def office(folder: Path, more: str = "", diktum: int = 1) -> Path:
    """Write the small office with more said of its book and a decree of some diktum."""
    write_kantor(folder)
    own = ", ".join(["Setiap pelaksana bekerja menurut prosedur ini. " * 4] * diktum)
    text = BUKU.replace("[Menetapkan SOP.]", f"[{own}]")
    (folder / "buku.yaml").write_text(f"{more}{text}", encoding="utf-8")
    return folder


def laid_out(folder: Path) -> Book:
    buku = read_buku(folder).buku
    assert buku is not None
    return lay_out_book(buku, lambda *_: None)


def pages_of(folder: Path) -> tuple[Page, ...]:
    return typeset(laid_out(folder).document).pages


def edges(page: Page) -> set[float]:
    """Return where the paragraphs of a page begin, its number left out."""
    own = (i for i in page.items if isinstance(i, TextPiece) and i.text != page.label)
    return {round(one.x, 3) for one in own}


@pytest.mark.slow
def test_every_part_begins_on_the_front_of_a_sheet(tmp_path: Path) -> None:
    pages = pages_of(office(tmp_path / "uji", BOTH, diktum=9))
    starts = [
        n for n, page in enumerate(pages)
        if not n or page.bagian != pages[n - 1].bagian
    ]  # fmt: skip
    assert len(starts) == len({page.bagian for page in pages})
    assert all(n % 2 == 0 for n in starts)
    assert all(pages[n].count % 2 == 1 for n in starts if pages[n].label)


def test_the_pages_put_in_are_blank_and_counted(tmp_path: Path) -> None:
    pages = pages_of(office(tmp_path / "uji", BOTH))
    blank = [n for n, page in enumerate(pages) if page.kosong]
    assert blank
    for n in blank:
        assert (pages[n].items, pages[n].label) == ((), "")
        assert pages[n].count == pages[n - 1].count + 1


def test_the_daftar_isi_says_the_numbers_behind_blank_pages(tmp_path: Path) -> None:
    pages = pages_of(office(tmp_path / "uji", BOTH))
    made = Pages("", "", "", pages)
    parts = {page.bagian.jenis: page for page in reversed(pages)}
    listing = parts["daftar_isi"]
    said = {i.text for i in listing.items if isinstance(i, TextPiece)}
    assert made.labels["sop-surat"] in said


def test_the_margin_for_binding_changes_sides(tmp_path: Path) -> None:
    pages = pages_of(office(tmp_path / "uji", BOTH, diktum=9))
    decree = [p for p in pages if p.bagian.jenis == "keputusan" and p.items]
    assert len(decree) > 1
    front, back = decree[:2]
    moved = {round(x - 10, 3) for x in edges(front)}
    assert min(edges(back)) in moved
    assert min(edges(back)) not in edges(front)


@pytest.mark.parametrize("more", ["", "cetak: satu-sisi\n"])
def test_nothing_is_put_in_on_one_side(more: str, tmp_path: Path) -> None:
    pages = pages_of(office(tmp_path / "uji", more))
    assert not any(page.kosong for page in pages)
    assert len({page.bagian for page in pages}) == 4


def test_charts_that_lie_have_room_to_be_bound_at_the_top(tmp_path: Path) -> None:
    def lying(more: str, nama: str) -> float:
        document = laid_out(office(tmp_path / nama, more)).document
        sheets = (s.sheet for s in document.sections if s.bagian.jenis == "sop")
        return min(s.margins.top for s in sheets if not s.framed and s.width > s.height)

    assert lying(BOTH, "dua") >= 25 > lying("", "satu")


def test_word_is_told_of_fronts_and_mirrored_margins(tmp_path: Path) -> None:
    made = laid_out(office(tmp_path / "uji", BOTH))
    data = write_docx(made.document, typeset(made.document), read_symbols())
    with zipfile.ZipFile(BytesIO(data)) as file:
        settings = file.read("word/settings.xml").decode()
        body = file.read("word/document.xml").decode()
    assert "<w:mirrorMargins/>" in settings
    parts = {section.bagian for section in made.document.sections}
    assert body.count('w:val="oddPage"') == len(parts)


@pytest.mark.slow
@pytest.mark.parametrize("diktum", [1, 9])
def test_libreoffice_puts_in_the_same_pages(diktum: int, tmp_path: Path) -> None:
    made = laid_out(office(tmp_path / "uji", BOTH, diktum))
    pages = typeset(made.document)
    file = tmp_path / "buku.docx"
    file.write_bytes(write_docx(made.document, pages, read_symbols()))
    print_all([file], tmp_path, blank=True)
    with pdfium.PdfDocument(tmp_path / "lo" / "buku.pdf") as pdf:
        assert len(pdf) == len(pages.pages)


@pytest.mark.slow
def test_a_workbook_says_it_too(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", BOTH)
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    assert BOTH.strip() in import_workbook(file).files["buku.yaml"].decode()


def test_another_word_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", "cetak: dua sisi\n")
    (found,) = (f for f in check(folder) if f.code == "SOP923")
    assert "bolak-balik" in found.saran


def test_a_list_of_words_is_told_with_the_words_that_there_are(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", "cetak: [bolak-balik]\n")
    (found,) = (f for f in check(folder) if f.code == "SOP922")
    assert found.saran == "pilihannya: `satu-sisi`, `bolak-balik`"


def test_no_empty_word_is_offered(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji")
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    wrong = text.replace("  nama: Uji\n", "  nama: Uji\n  jenis_wilayah: kabupatn\n")
    file.write_text(wrong, encoding="utf-8")
    (found,) = (f for f in check(folder) if f.code == "SOP923")
    assert found.saran == "mungkin maksudnya `kabupaten`"


def run(*args: str) -> str:
    made = CliRunner().invoke(sopgen, args)
    assert made.exit_code == 0, made.output
    return made.output


@pytest.mark.slow
def test_a_decree_alone_is_numbered_as_the_file_that_it_is(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", diktum=9)
    out = tmp_path / "hasil"
    flags = ("--format", "pdf", "--output", str(out), "--quiet")
    run("build", str(folder), "--only", "keputusan", *flags)
    run("build", str(folder), *flags)
    place = out / "uji" / "2025"
    for nama in ("keputusan.pdf", "keputusan-1.pdf"):
        with pdfium.PdfDocument(place / nama) as pdf:
            texts = [page.get_textpage().get_text_bounded() for page in pdf]
        assert len(texts) > 1
        heads = [re.search(r"^- ?(\d+) ?-", text, re.M) for text in texts]
        assert [head and head[1] for head in heads] == [
            None, *(str(n) for n in range(2, len(texts) + 1))
        ]  # fmt: skip


def test_what_is_ready_is_told_with_its_sheets(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", BOTH)
    flags = ("--format", "pdf", "--output", str(tmp_path / "hasil"))
    told = run("build", str(folder), "--only", "keputusan,sop", *flags)
    assert "untuk dicetak:" in told
    assert re.search(r"keputusan\.pdf +1 lembar F4 tegak, bolak-balik", told)
    assert re.search(r"01-surat\.pdf +2 lembar F4 mendatar, bolak-balik", told)
    made = json.loads(run("build", str(folder), "--sop", "1", *flags, "--json"))
    (cetak,) = (one["cetak"] for one in made["berkas"])
    kertas = [{"kertas": "F4", "tegak": 0, "mendatar": 3}]
    assert cetak == {"lembar": 2, "bolak_balik": True, "kertas": kertas}


def test_a_larger_sheet_begins_another_pile(tmp_path: Path) -> None:
    pages = pages_of(office(tmp_path / "uji", "kertas_bagan: A3\n"))
    taken = siap_cetak(Pages("", "", "", pages), bolak_balik=True)
    papers = {one.kertas: one.tegak + one.mendatar for one in taken.halaman}
    assert papers == {"F4": len(pages) - 1, "A3": 1}
    single = siap_cetak(Pages("", "", "", pages), bolak_balik=False)
    assert single.lembar == len(pages)
    assert taken.lembar < single.lembar


def test_piles_are_added_up_and_said_in_words() -> None:
    one = TumpukanCetak(3, (Halaman("F4", 2, 1),), bolak_balik=False)
    other = TumpukanCetak(2, (Halaman("F4", 0, 1), Halaman("A3", 0, 1)), False)
    assert str(together((one, other))) == (
        "5 lembar F4 (2 halaman tegak, 2 mendatar); A3 mendatar, satu sisi"
    )
