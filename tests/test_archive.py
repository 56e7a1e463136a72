"""Every PDF that is written is PDF/A-2b: of both books, of the cases, of one chart."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sopgen.gambar import draw, draw_map
from sopgen.pipeline import Wish, build
from sopgen.render.graph import find_program
from tests.books import OFFICES, ROOT, SHARED, needs_shared, require
from tests.render.archive_reader import faults
from tests.spec.kantor import SURAT, write_kantor

pytestmark = pytest.mark.slow

CASES = SHARED / "cases" / "spec"
#: The places of small offices: folders, and workbooks.
SMALL = sorted([*CASES.glob("*/specs/*/"), *CASES.glob("*/*.xlsx")])
#: Small offices that print letters which the fonts lack, and are told so.
LACKING = {"gaya-huruf-sel"}


def pdfs(place: Path, output: Path) -> dict[str, bytes]:
    """Build an office; return its PDF by their names."""
    build(Wish(place, output, formats=("pdf",)), lambda *_: None)
    return {file.name: file.read_bytes() for file in sorted(output.rglob("*.pdf"))}


def all_faults(files: dict[str, bytes]) -> dict[str, list[str]]:
    found = {name: faults(data) for name, data in files.items()}
    return {name: some for name, some in found.items() if some}


@pytest.mark.parametrize("name", OFFICES)
def test_every_file_of_a_book_is_pdf_a(name: str, tmp_path: Path) -> None:
    files = pdfs(ROOT / "specs" / name, tmp_path)
    assert len(files) >= 5
    assert all_faults(files) == {}


@needs_shared
@pytest.mark.parametrize(
    "place", SMALL, ids=lambda one: one.relative_to(CASES).parts[0]
)
def test_every_file_of_a_small_office_is_pdf_a(place: Path, tmp_path: Path) -> None:
    own = tmp_path / place.name
    shutil.copytree(place, own) if place.is_dir() else shutil.copyfile(place, own)
    files = pdfs(own, tmp_path / "hasil")
    assert files
    lacking = place.relative_to(CASES).parts[0] in LACKING
    claims = {b"<pdfaid:part>" in data for data in files.values()}
    assert claims == ({True, False} if lacking else {True})
    claimed = {name: data for name, data in files.items() if b"<pdfaid:part>" in data}
    assert all_faults(claimed) == {}


@pytest.mark.parametrize("letter", ["☎", "😀", "e\u0301", "₂"])
def test_a_book_that_is_none_says_why(letter: str, tmp_path: Path) -> None:
    place = write_kantor(tmp_path / "uji")
    text = SURAT.replace("Menyimpan surat", f'"Menyimpan {letter} surat"')
    (place / "sop" / "surat.yaml").write_text(text, encoding="utf-8")
    result = build(Wish(place, tmp_path / "hasil", formats=("pdf",)), lambda *_: None)
    told = [one for one in result.findings if one.code == "SOP113"]
    assert ["PDF/A" in one.saran for one in told] == [True]
    for file in (tmp_path / "hasil").rglob("*.pdf"):
        assert (b"<pdfaid:part>" in file.read_bytes()) == ("keputusan" in file.name)


def test_one_chart_and_the_map_are_pdf_a(tmp_path: Path) -> None:
    require(find_program() is not None, "Graphviz")
    for name in OFFICES:
        place = ROOT / "specs" / name
        files = {"peta": draw_map(place, "pdf").data}
        for nomor in (1, 2, 3):
            files[str(nomor)] = draw(place, nomor, "pdf", "cetak", tmp_path).data
        assert all(re.match(rb"%PDF-1.7", data) for data in files.values())
        assert all_faults(files) == {}
