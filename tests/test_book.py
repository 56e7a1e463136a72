"""The two books of the project, built whole and read back."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from sopgen.model.diagnostic import Severity
from sopgen.model.sop import Jenis
from sopgen.pipeline import Result, Wish, build
from sopgen.symbols import read_symbols
from tests.books import OFFICES, ROOT, SEEDS, SHARED, needs_shared, require
from tests.whole_books import charts_of, read

pytestmark = pytest.mark.slow

Book = tuple[str, Path, Result]


@pytest.fixture(scope="module", params=OFFICES)
def book(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Book:
    output = tmp_path_factory.mktemp(request.param)
    result = build(Wish(ROOT / "specs" / request.param, output), lambda *_: None)
    (folder,) = (output / request.param).iterdir()
    return request.param, folder, result


def pages(file: Path) -> Iterator[str]:
    with pdfium.PdfDocument(file) as pdf:
        for page in pdf:
            yield str(page.get_textpage().get_text_bounded())


def test_it_builds_without_an_error(book: Book) -> None:
    _, _, result = book
    assert [f for f in result.findings if f.severity is Severity.ERROR] == []


def test_it_builds_twice_to_the_same_bytes(book: Book, tmp_path: Path) -> None:
    name, folder, result = book
    again = build(Wish(ROOT / "specs" / name, tmp_path), lambda *_: None)
    assert [f.sha256 for f in again.files] == [f.sha256 for f in result.files]
    assert (tmp_path / name / folder.name / "manifest.json").read_bytes() == (
        folder / "manifest.json"
    ).read_bytes()


def test_the_manifest_names_every_file_with_its_digest(book: Book) -> None:
    _, folder, _ = book
    listed = json.loads((folder / "manifest.json").read_text())["berkas"]
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert {entry["berkas"] for entry in listed} == there - {"manifest.json"}
    for entry in listed:
        data = (folder / entry["berkas"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]


def test_every_page_number_of_the_daftar_isi_is_right(book: Book) -> None:
    _, folder, _ = book
    with pdfium.PdfDocument(folder / "buku.pdf") as pdf:
        labels = [pdf.get_page_label(n) for n in range(len(pdf))]
        for entry in pdf.get_toc():
            dest = entry.get_dest()
            assert dest is not None
            assert labels[dest.get_index()]
    text = list(pages(folder / "buku.pdf"))
    (listing,) = [t for t in text if "DAFTAR ISI" in t and "....." in t]
    entries = re.findall(r"^(.+?) ?\.{5,} ?([ivxl]+|\d+)\s*$", listing, re.M)
    assert len(entries) >= 13
    for title, label in entries:
        page = fold(text[labels.index(label)])
        wanted = fold(re.sub(r"^[A-Z]{1,2}\. ", "", title))
        assert wanted in page or is_named_otherwise(wanted), (title, label)


def is_named_otherwise(title: str) -> bool:
    """Some lines of the daftar isi say more, or less, than the page's own heading."""
    return title.startswith(("halamanjudul", "sop", "kabupaten", "maknadan"))


def fold(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def test_page_labels_go_from_roman_to_arabic(book: Book) -> None:
    _, folder, _ = book
    with pdfium.PdfDocument(folder / "buku.pdf") as pdf:
        labels = [pdf.get_page_label(n) for n in range(len(pdf))]
    roman = [label for label in labels if re.fullmatch("[ivxl]+", label)]
    arabic = [label for label in labels if label.isdigit()]
    assert labels == ["Sampul", *roman, *arabic]
    assert arabic == [str(n) for n in range(1, len(arabic) + 1)]


def test_no_text_stands_outside_its_page(book: Book) -> None:
    _, folder, _ = book
    with pdfium.PdfDocument(folder / "buku.pdf") as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage()
            for number in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(number)
                assert 20 < left < right < width - 20
                assert 20 < bottom < top < height - 20


def test_a_signature_never_stands_alone_on_a_page(book: Book) -> None:
    _, folder, _ = book
    for text in pages(folder / "buku.pdf"):
        if "NIP." in text:
            assert len(text.split()) > 15


def test_the_decree_is_signed_with_its_lampiran(book: Book) -> None:
    _, folder, _ = book
    first, *_, last = pages(folder / "keputusan-1.pdf")
    assert "Menimbang" in first
    assert "NOMOR SOP" in last
    assert "NIP." in last


def test_every_sop_has_a_file_of_its_own(book: Book) -> None:
    _, folder, _ = book
    made = sorted((folder / "sop").glob("*.pdf"))
    assert made
    for file in made:
        _, identity, *_ = pages(file)
        assert "Dasar Hukum" in identity


def test_what_the_source_says_stands_in_the_book(book: Book) -> None:
    name, folder, _ = book
    seed = SHARED / "seeds" / SEEDS.get(name, "")
    if not seed.is_file():
        pytest.skip("tanpa teks sumber")
    require(shutil.which("pdftotext") is not None, "pdftotext")
    done = subprocess.run(
        [
            sys.executable,
            SHARED / "checks" / "seed_coverage.py",
            seed,
            folder / "buku.docx",
            "--pdf",
            folder / "buku.pdf",
            "--koreksi",
            ROOT / "specs" / name / "koreksi.yaml",
            "--min",
            "0.99",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_parts_of_the_book_keep_their_page_numbers(book: Book, tmp_path: Path) -> None:
    name, folder, _ = book
    only = frozenset({"penutup", "lampiran"})
    wish = Wish(ROOT / "specs" / name, tmp_path, only=only, formats=("pdf",))
    made = build(wish, lambda *_: None)
    assert sorted(f.path.name for f in made.files) == ["lampiran.pdf", "penutup.pdf"]
    with (
        pdfium.PdfDocument(tmp_path / name / folder.name / "penutup.pdf") as part,
        pdfium.PdfDocument(folder / "buku.pdf") as whole,
    ):
        (label,) = [part.get_page_label(n) for n in range(len(part))]
        number = [whole.get_page_label(n) for n in range(len(whole))].index(label)
    assert "PENUTUP" in list(pages(folder / "buku.pdf"))[number]


def test_a_final_build_refuses_drafts(tmp_path: Path) -> None:
    wish = Wish(ROOT / "specs" / "karangan", tmp_path, final=True)
    made = build(wish, lambda *_: None)
    assert not made.files
    assert {f.code for f in made.findings} >= {"SOP711"}
    assert not list(tmp_path.iterdir())


@needs_shared
@pytest.mark.parametrize("name", OFFICES)
def test_no_chart_has_a_fault(name: str) -> None:
    from tests.drawing.judged import faults_of

    assert faults_of(ROOT / "specs" / name) == []


def test_every_part_has_a_word_in_the_specs() -> None:
    from sopgen.parts import PARTS
    from sopgen.spec.susunan import BAGIAN

    assert set(PARTS) == set(BAGIAN)


def test_the_help_names_every_format() -> None:
    from sopgen.cli.build import build as command
    from sopgen.render.formats import FORMATS

    (option,) = [p for p in command.params if "--format" in p.opts]
    shown = str(getattr(option, "help", ""))
    assert shown.endswith(": " + ", ".join(FORMATS))


def test_karangans_charts_use_seven_symbols_and_both_lines_over_several_pages() -> None:
    buku, symbols = read("karangan"), read_symbols()
    charts = [*charts_of("karangan").values()]
    drawn = {s.simbol for c in charts for page in c.pages for s in page.symbols}
    lines = {e.jenis for c in charts for page in c.pages for e in page.edges}
    assert drawn <= set(symbols.shapes)
    assert len(drawn) == 7
    assert lines == set(Jenis)
    assert len(charts) == 18
    assert sum(len(c.pages) > 1 for c in charts) >= 3
    assert {len(sop.pelaksana) for sop in buku.sop} == set(range(3, 9))
