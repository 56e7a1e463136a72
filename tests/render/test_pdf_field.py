"""Empty fields for signatures: named, where the signers sign, behind the same file."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Block,
    Document,
    Paragraph,
    Run,
    Section,
    SignRoom,
    TocLine,
)
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.page import Pages
from sopgen.render.pdf import write_pdf
from sopgen.render.pdf_field import fields_of, with_fields
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import require
from tests.render.test_pdf import LANDSCAPE, PORTRAIT, STYLE, chapter

WORDS = Paragraph((Run("CAMAT UJI,"),), STYLE, indent=80)


def pages(*rooms: SignRoom) -> Pages:
    """Return a page of links, an upright one and a lying one with rooms."""
    toc: tuple[Block, ...] = (
        TocLine("Bab 1", "bab-1", STYLE),
        SignRoom("di-antara-tautan", 22),
    )
    signed: tuple[Block, ...] = (chapter(1), WORDS, *rooms)
    sections = (
        Section(BagianId("daftar_isi"), PORTRAIT, toc, "romawi"),
        Section(BagianId("satu"), PORTRAIT, signed, "arab"),
        Section(BagianId("dua"), LANDSCAPE, (SignRoom("sop-uji", 14, 200),), "arab"),
    )
    return typeset(Document("Judul", "Kecamatan Uji", "Uji", sections))


TWO = pages(SignRoom("keputusan-sk-1", 22, 80, 5), SignRoom("keputusan-sk-1", 22))
NAMES = ("di-antara-tautan", "keputusan-sk-1", "keputusan-sk-1_2", "sop-uji")


@pytest.fixture(scope="module")
def plain() -> bytes:
    return write_pdf(TWO, read_symbols())


@pytest.fixture(scope="module")
def fielded(plain: bytes) -> bytes:
    return with_fields(plain, TWO)


def test_up_to_its_end_it_is_the_file_without_fields(
    plain: bytes, fielded: bytes
) -> None:
    assert fielded.startswith(plain)
    assert with_fields(plain, TWO) == fielded


def test_every_room_is_a_field_of_its_own_name(fielded: bytes) -> None:
    with pikepdf.open(BytesIO(fielded)) as pdf:
        form = pdf.Root.AcroForm
        assert tuple(str(one.T) for one in form.Fields) == NAMES
        assert {str(one.FT) for one in form.Fields} == {"/Sig"}
        assert {int(one.F) for one in form.Fields} == {4}
        assert not [one for one in form.Fields if "/V" in one]
        assert int(form.SigFlags) == 1
        assert not pdf.check_pdf_syntax()
    assert tuple(one.name for one in fields_of(TWO)) == NAMES


def test_a_field_lies_where_its_signer_signs(fielded: bytes) -> None:
    left, right = PORTRAIT.margins.left + 80, PORTRAIT.width - 20 - 5
    with pikepdf.open(BytesIO(fielded)) as pdf:
        (first, _) = pdf.pages[1].Annots
        x0, y0, x1, y1 = (float(v) * MM_PER_PT for v in first.Rect)
        assert (x0, x1) == pytest.approx((left, right), abs=0.01)
        assert y1 - y0 == pytest.approx(22, abs=0.01)
        below_words = PORTRAIT.height - PORTRAIT.margins.top - 2 * 12 * 0.3528 * 1.15
        assert y1 == pytest.approx(below_words, abs=0.1)
        (lying,) = pdf.pages[2].Annots
        top = LANDSCAPE.height - LANDSCAPE.margins.top
        assert float(lying.Rect[3]) * MM_PER_PT == pytest.approx(top, abs=0.01)
        assert first.P.objgen == pdf.pages[1].objgen


def test_the_links_of_a_page_stay(fielded: bytes) -> None:
    with pikepdf.open(BytesIO(fielded)) as pdf:
        kinds = [str(one.Subtype) for one in pdf.pages[0].Annots]
    assert kinds == ["/Link", "/Widget"]


def test_where_nobody_signs_nothing_is_added() -> None:
    section = Section(BagianId("satu"), PORTRAIT, (WORDS,), "arab")
    made = typeset(Document("Judul", "", "", (section,)))
    data = write_pdf(made, read_symbols())
    assert with_fields(data, made) == data


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4\n", b"trailer\n<<\n/Size 9\n>>\nstartxref\n0\n%%EOF\n"]
)
def test_another_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="the PDF"):
        with_fields(data, TWO)


def test_a_file_with_fields_gets_no_more(fielded: bytes) -> None:
    with pytest.raises(ValueError, match="more than one table"):
        with_fields(fielded, TWO)


@pytest.mark.slow
def test_poppler_sees_them_unsigned(tmp_path: Path, fielded: bytes) -> None:
    require(shutil.which("pdfsig") is not None, "pdfsig")
    file = tmp_path / "uji.pdf"
    file.write_bytes(fielded)
    line = ["pdfsig", str(file)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    named = [x.split(": ")[1] for x in done.stdout.splitlines() if "Field Name" in x]
    assert tuple(named) == NAMES
    assert done.stdout.count("is not signed") == len(NAMES)
