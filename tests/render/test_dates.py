"""Files bear the day of their book or decree, and no time at which they were made."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest

from sopgen.archive import midnight
from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku
from sopgen.model.document import (
    SUBJEK,
    Document,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Style,
)
from sopgen.ooxml import Package, open_package
from sopgen.pipeline import Wish, build
from sopgen.render.docx import write_docx
from sopgen.render.pdf import write_pdf
from sopgen.render.xlsx import write_xlsx
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.takeover.ours import is_ours
from sopgen.typeset import typeset
from tests.books import ROOT

pytestmark = pytest.mark.slow
DAY = date(2031, 3, 9)
SHEET = Sheet(215, 330, Margins(25, 20, 25, 30))
PAGE = Section(BagianId("uji"), SHEET, (Paragraph((Run("Isi"),), Style("Uji")),))
KAMPAK = ROOT / "specs" / "kampak"


@pytest.fixture(scope="module")
def buku() -> Buku:
    made = read_buku(KAMPAK).buku
    assert made is not None
    return made


def about(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("docProps/core.xml").decode()


def pdf_dates(data: bytes) -> tuple[str, str]:
    pdf = pdfium.PdfDocument(data)
    found = pdf.get_metadata_dict()
    pdf.close()
    return found["CreationDate"], found["ModDate"]


def test_a_book_bears_the_day_of_its_pengesahan(buku: Buku) -> None:
    assert replace(buku, tanggal_pengesahan=DAY).tanggal == DAY


def test_a_book_without_one_bears_the_day_of_its_first_decree(buku: Buku) -> None:
    decree = replace(buku.keputusan[0], tanggal=DAY)
    made = replace(buku, tanggal_pengesahan=None, keputusan=(decree, *buku.keputusan))
    assert made.tanggal == DAY


@pytest.mark.parametrize(("tahun", "year"), [(2027, 2027), (0, 1), (12345, 9999)])
def test_a_book_with_neither_bears_the_first_day_of_its_year(
    buku: Buku, tahun: int, year: int
) -> None:
    made = replace(buku, tanggal_pengesahan=None, keputusan=(), tahun=tahun)
    assert made.tanggal == date(year, 1, 1)


@pytest.mark.parametrize("day", [DAY, date(998, 2, 1)])
def test_every_format_bears_the_day_of_its_document(buku: Buku, day: date) -> None:
    document = Document("Judul", "Kecamatan Uji", "Uji", (PAGE,), day)
    symbols, pages = read_symbols(), typeset(document)
    stamp = f"{day.isoformat()}T00:00:00Z"
    if day.year > 1900:
        for data in (
            write_docx(document, pages, symbols),
            write_xlsx(document, buku, symbols),
        ):
            assert about(data).count(stamp) == 2
    told = f"D:{day.isoformat().replace('-', '')}000000+00'00'"
    assert pdf_dates(write_pdf(pages, symbols)) == (told, told)


def test_a_decree_bears_its_own_day(tmp_path: Path) -> None:
    folder = tmp_path / "kampak"
    shutil.copytree(KAMPAK, folder)
    spec = folder / "buku.yaml"
    text = spec.read_text()
    assert "tanggal_pengesahan: 2025-01-10" in text
    spec.write_text(text.replace("pengesahan: 2025-01-10", "pengesahan: 2025-02-03"))
    wish = Wish(folder, tmp_path / "hasil", formats=("docx",))
    build(wish, lambda *_: None)
    (place,) = {file.parent for file in tmp_path.rglob("keputusan-1.docx")}
    days = {"buku": "2025-02-03", "keputusan-1": "2025-01-10"}
    for name, day in days.items():
        assert f"{day}T00:00:00Z" in about((place / f"{name}.docx").read_bytes())


def test_a_day_begins_at_midnight() -> None:
    assert midnight(DAY).replace(tzinfo=UTC) == datetime(2031, 3, 9, tzinfo=UTC)


def package(data: bytes, tmp_path: Path) -> Package:
    file = tmp_path / "berkas.docx"
    file.write_bytes(data)
    made, _ = open_package(file)
    assert made is not None
    return made


def test_a_file_that_bears_a_day_is_known_as_ours(tmp_path: Path) -> None:
    document = Document("Judul", "Kecamatan Uji", SUBJEK, (), DAY)
    data = write_docx(document, typeset(document), read_symbols())
    assert is_ours(package(data, tmp_path))
    later = changed(data, "T00:00:00Z", "T08:15:00Z")
    assert not is_ours(package(later, tmp_path))
    other = changed(data, SUBJEK, "Notulen")
    assert not is_ours(package(other, tmp_path))


def changed(data: bytes, a: str, b: str) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(a.encode(), b.encode()))
    return target.getvalue()
