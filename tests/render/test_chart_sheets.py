"""Which sheet of a chart is meant: the same words in every format and every file."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from sopgen.gambar import draw
from sopgen.pipeline import Wish, build
from tests.books import ROOT

pytestmark = pytest.mark.slow
KARANGAN = ROOT / "specs" / "karangan"
#: A SOP on three sheets, and its number.
NOMOR, NAMA, SHEETS = 12, "12-perencanaan", 3
TITLES = [f"(lembar {n} dari {SHEETS})" for n in (1, 2, 3)]
READABLE = 6.5
NOTE = re.compile(r"<w:t[^>]*>lembar \d")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("lembar")
    wish = Wish(KARANGAN, folder, sop=frozenset([NOMOR]))
    made = build(wish, lambda *_: None).files
    paths = (file.path for file in made)
    found = {p.suffix[1:]: p.read_bytes() for p in paths if p.stem == NAMA}
    return {**found, "json": draw(KARANGAN, NOMOR, "json").data}


def parts(data: bytes, folder: str, tmp_path: Path) -> str:
    file = tmp_path / "berkas.zip"
    file.write_bytes(data)
    with zipfile.ZipFile(file) as archive:
        names = sorted(n for n in archive.namelist() if n.startswith(folder))
        return "".join(
            archive.read(n).decode() for n in names if n.endswith((".xml", ".rels"))
        )


def bare(xml: str) -> str:
    """Return the text of XML on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", xml))


def text_of(suffix: str, data: bytes, tmp_path: Path) -> str:
    if suffix == "pdf":
        with pdfium.PdfDocument(data) as pdf:
            pages = (str(page.get_textpage().get_text_bounded()) for page in pdf)
            return " ".join(" ".join(pages).split())
    if suffix in ("svg", "json"):
        return bare(data.decode())
    return bare(parts(data, {"docx": "word/", "xlsx": "xl/"}[suffix], tmp_path))


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx", "svg", "json"])
def test_titles_and_notes_say_the_same_in_every_format(
    suffix: str, files: dict[str, bytes], tmp_path: Path
) -> None:
    text = text_of(suffix, files[suffix], tmp_path)
    for words in TITLES:
        assert words in text
    noted = {int(n) for n in re.findall(r"lembar (\d)(?! dari)", text)}
    assert noted == {1, 2, 3}
    assert "hal. " not in text
    assert "lanjutan" not in text


def test_each_page_of_the_pdf_has_its_own_title(files: dict[str, bytes]) -> None:
    with pdfium.PdfDocument(files["pdf"]) as pdf:
        texts = [str(page.get_textpage().get_text_bounded()) for page in pdf]
    found = [re.findall(r"\(lembar \d dari \d\)", text) for text in texts]
    assert [words for words in found if words] == [[words] for words in TITLES]


def test_notes_are_readable_in_word(files: dict[str, bytes], tmp_path: Path) -> None:
    """Their size is that of their style, unless they have one of their own."""
    styles = parts(files["docx"], "word/styles.xml", tmp_path)
    style = re.search(r'w:styleId="BaganLabel".*?<w:sz w:val="(\d+)"', styles, re.S)
    assert style
    word = parts(files["docx"], "word/document.xml", tmp_path)
    notes = [p for p in re.findall(r"<w:p>.*?</w:p>", word, re.S) if NOTE.search(p)]
    assert len(notes) >= 4
    for note in notes:
        sizes = re.findall(r'<w:sz w:val="(\d+)"', note) or [style[1]]
        assert all(int(size) >= 2 * READABLE for size in sizes)


def test_notes_are_readable_in_excel(files: dict[str, bytes], tmp_path: Path) -> None:
    """LibreOffice prints a sheet at 94 %, for its columns are wider."""
    sheet = parts(files["xlsx"], "xl/drawings/", tmp_path)
    sizes = re.findall(r'sz="(\d+)"[^>]*>(?:(?!<a:t>).)*<a:t>lembar \d', sheet)
    assert len(sizes) == 4
    assert all(int(size) * 0.94 >= 100 * READABLE for size in sizes)


def test_what_is_read_aloud_names_the_sheet(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    word = parts(files["docx"], "word/document.xml", tmp_path)
    assert f", {TITLES[1].strip('()')}: " in word
    assert "Penghubung A ke lembar 2" in word
    assert "Penghubung A dari lembar 1; ke 8" in word
    assert not re.search(r"Penghubung [^\"]*pelaksana", word)


def test_json_has_the_notes_at_a_readable_size(files: dict[str, bytes]) -> None:
    pages = json.loads(files["json"])["halaman"]
    notes = [s["note"] for p in pages for s in p["symbols"] if s["note"]]
    assert len(notes) == 4
    assert min(note["size_pt"] for note in notes) >= READABLE
