"""What is printed where a document is signed electronically."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from sopgen.kotak_tte import OLEH
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.tte import KAKI
from tests.tte.kantor import SK, SOP, built, codes, texts, write_tte, written

ALAMAT = "https://tte.uji.go.id/periksa?dokumen={}&tahun=2025"
NAMA = "SITI AMINAH"
#: Of the note so much stands in its first line, whatever the paper.
NOTE = KAKI[:40]
KAMI = "Diteken lewat aplikasi kabupaten."


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = write_tte(tmp_path_factory.mktemp("tte") / "uji")
    return built(folder, "pdf", "docx", "xlsx")


@pytest.mark.slow
@pytest.mark.parametrize("name", [SK, SOP])
def test_the_tag_stands_once_in_a_file_that_is_signed(
    files: dict[str, bytes], name: str
) -> None:
    assert "".join(texts(files[f"{name}.pdf"])).count("#") == 1
    assert written(files[f"{name}.docx"]).count("#") == 1


@pytest.mark.slow
def test_the_tag_stands_once_on_the_sheet_of_a_sop(files: dict[str, bytes]) -> None:
    assert written(files[f"{SOP}.xlsx"]).count("#") == 1


@pytest.mark.slow
def test_an_annex_has_the_box_of_its_decree_without_tag(
    files: dict[str, bytes],
) -> None:
    *_, annex = texts(files[f"{SK}.pdf"])
    assert NAMA in annex
    assert "#" not in annex
    assert NAMA in written(files["buku.xlsx"])


@pytest.mark.slow
def test_a_camera_reads_the_document_on_the_page_at_100_dpi(
    files: dict[str, bytes],
) -> None:
    decree = codes(files[f"{SK}.pdf"])
    assert [one for page in decree for one in page] == [
        ALAMAT.format("keputusan-sk-1")
    ] * 2
    sop = [one for page in codes(files[f"{SOP}.pdf"]) for one in page]
    assert sop == [ALAMAT.format("sop-surat")]
    book = {one for page in codes(files["buku.pdf"]) for one in page}
    assert ALAMAT.format("buku") in book


@pytest.mark.slow
def test_the_tag_has_a_text_object_and_a_show_operator_of_its_own_in_grey(
    files: dict[str, bytes],
) -> None:
    streams = re.findall(rb"stream\r?\n(.*?)endstream", files[f"{SOP}.pdf"], re.DOTALL)
    code = b""
    for one in streams:
        try:
            code += zlib.decompress(one) + b"\n"
        except zlib.error:
            continue
    (tag,) = re.findall(rb"(\S+) g\s+BT [^()]*\(#\) Tj ET", code)
    assert 0 < float(tag) < 1


@pytest.mark.slow
@pytest.mark.parametrize("name", [SK, SOP])
def test_the_signer_is_named_once_where_he_signs(
    files: dict[str, bytes], name: str
) -> None:
    for page in texts(files[f"{name}.pdf"]):
        assert page.count(NAMA) == ("elektronik oleh:" in page)
        assert page.count("NIP. ") <= 1


@pytest.mark.slow
def test_the_note_stands_at_the_foot_of_pages_that_are_signed_alone(
    files: dict[str, bytes],
) -> None:
    for name in (SK, SOP, "buku"):
        for page in texts(files[f"{name}.pdf"]):
            assert (NOTE in page) == ("elektronik oleh:" in page)


@pytest.mark.slow
def test_the_note_is_within_two_centimetres_of_the_papers_edge(
    files: dict[str, bytes],
) -> None:
    with pdfium.PdfDocument(files[f"{SOP}.pdf"]) as pdf:
        page = pdf[1].get_textpage()
        start, _ = page.search(NOTE).get_next()
        _, bottom, _, top = page.get_charbox(start)
    assert 12 < bottom * MM_PER_PT < top * MM_PER_PT < 20


@pytest.mark.slow
def test_nothing_claims_that_the_document_was_signed(files: dict[str, bytes]) -> None:
    for name in (f"{SK}.pdf", f"{SOP}.pdf"):
        assert "telah ditandatangani" not in "".join(texts(files[name]))


@pytest.mark.slow
def test_a_copy_stays_as_it_is(files: dict[str, bytes]) -> None:
    copy = "".join(texts(files[f"{SK}-salinan.pdf"]))
    assert "ttd." in copy
    assert "#" not in copy
    assert OLEH.split()[-1] not in copy


@pytest.mark.slow
@pytest.mark.parametrize(
    ("said", "shown", "hidden"),
    [(KAMI, KAMI, NOTE), ('"-"', NAMA, NOTE), ('""', NOTE, KAMI)],
)
def test_an_office_says_at_the_foot_what_it_wants(
    said: str, shown: str, hidden: str, tmp_path: Path
) -> None:
    folder = write_tte(tmp_path / "uji", ("tte:\n", f"tte:\n  kaki: {said}\n"))
    text = "".join(texts(built(folder, "pdf")[f"{SOP}.pdf"]))
    assert shown in text
    assert hidden not in text


@pytest.mark.slow
def test_without_an_address_there_is_no_qr(tmp_path: Path) -> None:
    old = "halaman_verifikasi: https://tte.uji.go.id/periksa"
    folder = write_tte(tmp_path / "uji", (old, 'tanda: "$"'))
    sop = built(folder, "pdf")[f"{SOP}.pdf"]
    assert [one for page in codes(sop) for one in page] == []
    assert "".join(texts(sop)).count("$") == 1


@pytest.mark.slow
def test_a_sop_that_is_signed_by_pen_has_room_for_ink(tmp_path: Path) -> None:
    change = "unit: Sekretariat", "unit: Sekretariat\ntanda_tangan: basah"
    folder = write_tte(tmp_path / "uji", change, file="sop/surat.yaml")
    made = built(folder, "pdf")
    sop = "".join(texts(made[f"{SOP}.pdf"]))
    assert "elektronik" not in sop
    assert "#" not in sop
    assert "".join(texts(made[f"{SK}.pdf"])).count("#") == 1
