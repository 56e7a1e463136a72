"""A picture at the end of an arrow is a symbol; any other picture is told."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from tests.takeover.clerk_xlsx import FIRST, Pen, with_parts
from tests.takeover.old_forms import PLAIN, old_document
from tests.takeover.own import taken
from tests.takeover.test_bad_input import messages
from tests.takeover.test_doubts import at, kegiatan, remark
from tests.takeover.test_doubts import drawn as drawn_over

Y = FIRST


def chart() -> Pen:
    """Return a start, two pictures and an end, joined by arrows."""
    pen = Pen()
    pen.shape("flowChartTerminator", at(2, 0), "Mulai")
    pen.picture(at(3, 1))
    pen.picture(at(4, 2))
    pen.shape("flowChartTerminator", at(2, 4), "Selesai")
    pen.line((2.8, Y + 0.5), (3.5, Y + 1.3))
    pen.line((3.5, Y + 1.72), (4.4, Y + 2.3))
    pen.line((4.4, Y + 2.72), (2.8, Y + 4.5))
    return pen


def test_a_picture_at_the_end_of_an_arrow_is_a_symbol() -> None:
    made = drawn_over(chart())
    first, second, third, last, *_ = kegiatan(made)
    assert [one["pelaksana"] for one in (first, second, third, last)] == [
        "Petugas Loket", "Kasi Pelayanan", "Camat", "Petugas Loket"
    ]  # fmt: skip
    assert [one["simbol"] for one in (second, third)] == ["proses", "proses"]
    for row in (1, 2):
        assert "gambar di ujung panah" in remark(made, row, "simbol")
    assert "ke" not in first
    assert "ke" not in second
    assert "gambar tidak dibaca" not in messages(made)
    assert "SOP964" not in messages(made)


@pytest.mark.parametrize(
    "box",
    [(3.2, Y + 5.2, 3.8, Y + 5.6), (2.1, Y + 0.1, 6.9, Y + 7.9)],
    ids=["jauh dari panah", "sebesar bagan"],
)
def test_any_other_picture_is_told(box: tuple[float, float, float, float]) -> None:
    pen = chart()
    pen.picture(box)
    made = drawn_over(pen)
    assert messages(made).count("SOP966 gambar tidak dibaca") == 1
    assert not any("tambahan" in one for one in kegiatan(made))


def test_a_picture_in_word_may_be_a_symbol_too() -> None:
    with zipfile.ZipFile(BytesIO(old_document(PLAIN))) as archive:
        text = archive.read("word/document.xml").decode()
    shape = re.search(
        r"<wps:wsp>(?:(?!</wps:wsp>).)*flowChartProcess.*?</wps:wsp>", text
    )
    assert shape is not None
    xfrm = re.search(r"<a:xfrm>.*?</a:xfrm>", shape[0])
    assert xfrm is not None
    picture = (
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:nvPicPr><pic:cNvPr id="77" name="Gambar"/></pic:nvPicPr><pic:spPr>'
        f"{xfrm[0]}</pic:spPr></pic:pic>"
    )
    data = with_parts(
        old_document(PLAIN), {"word/document.xml": text.replace(shape[0], picture)}
    )
    made = taken(data, "lama.docx")
    assert kegiatan(made)[2]["pelaksana"] == "Kasi Umum"
    assert "gambar di ujung panah" in remark(made, 2, "simbol")
    assert made.findings == ()
