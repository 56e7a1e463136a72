"""Files that are broken, huge or strange: a finding, never an exception."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from sopgen.kosakata import YAML
from sopgen.model.diagnostic import Severity
from sopgen.takeover import Takeover
from tests.takeover.clerk_docx import clerk_document, drawn, package
from tests.takeover.clerk_xlsx import (
    DML,
    FIRST,
    XDR,
    Pen,
    clerk_workbook,
    with_parts,
)
from tests.takeover.own import drafted, taken, written

DRAWING = "xl/drawings/drawing1.xml"
DEEP = 60


def drawing(inner: str) -> str:
    return f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{DML}">{inner}</xdr:wsDr>'


def with_shapes(*inner: str) -> bytes:
    return with_parts(clerk_workbook(), {DRAWING: drawing("".join(inner))})


def messages(made: Takeover) -> str:
    found = map(YAML.said, made.findings)
    return "\n".join(f"{f.code} {f.message}" for f in found)


@pytest.mark.parametrize(
    "data",
    [
        package("<w:p><w:r><w:t>Surat undangan</w:t></w:r></w:p>"),
        with_parts(clerk_workbook(), {"xl/worksheets/sheet1.xml": "<worksheet/>"}),
        with_parts(clerk_workbook(), {"xl/worksheets/sheet1.xml": "<worksh"}),
        with_parts(clerk_workbook(), {"xl/workbook.xml": "<workbook"}),
        with_parts(clerk_document(), {"word/document.xml": "<w:document"}),
    ],
    ids=["surat", "kosong", "lembar rusak", "buku kerja rusak", "dokumen rusak"],
)
def test_a_file_without_a_sop_is_an_error_with_advice(data: bytes) -> None:
    made = taken(data)
    assert made.drafts == ()
    (none,) = [f for f in made.findings if f.code == "SOP961"]
    assert none.severity is Severity.ERROR
    assert "tabel berjudul kolom" in none.saran


def test_a_broken_drawing_leaves_the_table(tmp_path: Path) -> None:
    made = taken(with_parts(clerk_workbook(), {DRAWING: "<xdr:wsDr"}))
    assert "SOP962 gambar di lembar ini rusak" in messages(made)
    (sop,) = drafted(made, tmp_path).sop
    assert len(sop.kegiatan) == 7
    assert "alur dianggap berurutan" in made.drafts[1].remarks["kegiatan",]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_any_part_may_be_missing(seed: int) -> None:
    for suffix in ("xlsx", "docx"):
        data = written("kampak", suffix)
        taken(without_part(data, seed))


def without_part(data: bytes, number: int) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = [n for n in old.namelist() if n != "[Content_Types].xml"]
        lost = names[number % len(names)]
        for name in old.namelist():
            if name != lost:
                new.writestr(name, old.read(name))
    return made.getvalue()


def scattered(count: int, add: Callable[[Pen, float, float, int], None]) -> bytes:
    """Return a workbook with many shapes strewn over the table."""
    pen = Pen()
    for n in range(count):
        add(pen, 2 + (n * 37 % 390) / 100, FIRST + (n * 53 % 790) / 100, n)
    return with_shapes(*pen.shapes)


def _mixed(pen: Pen, x: float, y: float, n: int) -> None:
    if n % 3 == 0:
        pen.shape("rect", (x, y, x + 0.3, y + 0.1))
    elif n % 3 == 1:
        pen.words("Ya", (x, y, x + 0.2, y + 0.1))
    else:
        pen.line((x, y), (2 + n * 91 % 400 / 100, FIRST + n * 17 % 800 / 100))


def _lines(pen: Pen, x: float, y: float, n: int) -> None:
    look = "plain" if n % 2 else "arrow"
    pen.line((x, y), (2 + n * 91 % 400 / 100, FIRST + n * 17 % 800 / 100), look)


@pytest.mark.slow
@pytest.mark.parametrize("add", [_mixed, _lines])
def test_two_thousand_shapes_are_cut_short(
    add: Callable[[Pen, float, float, int], None],
) -> None:
    made = taken(scattered(2000, add))
    assert "SOP970 lebih dari 1000 bentuk" in messages(made)


def test_shapes_far_away_or_without_a_size_are_told() -> None:
    pen = Pen()
    pen.shape("rect", (60, 500, 61, 501), "jauh")
    pen.shape("rect", (2.5, FIRST + 0.5, 2.5, FIRST + 0.5))
    pen.line((3.5, FIRST + 1.5), (3.5, FIRST + 1.5))
    pen.line((3.1, FIRST + 5.5), (4.9, FIRST + 5.6))
    pen.shape("cloud", (3.1, FIRST + 2.2, 3.9, FIRST + 2.8), "awan")
    said = messages(taken(with_shapes(*pen.shapes)))
    assert "SOP963 bentuk bertulisan `jauh` di luar bagan" in said
    assert "SOP966 bentuk tanpa ukuran" in said
    assert "SOP966 garis tanpa panjang" in said
    assert "SOP964 panah tidak dibaca: kedua ujungnya" in said
    assert "SOP966 bentuk `cloud` bertulisan `awan` tidak dikenal" in said


def test_pictures_and_loose_words_are_told() -> None:
    pen = Pen()
    pen.words("lihat lampiran", (3.1, FIRST + 5.2, 3.9, FIRST + 5.4))
    picture = (
        "<xdr:absoluteAnchor><xdr:pos x='9' y='9'/><xdr:ext cx='900000' cy='900000'/>"
        "<xdr:pic/><xdr:clientData/></xdr:absoluteAnchor>"
    )
    said = messages(taken(with_shapes(*pen.shapes, picture)))
    assert "SOP965 tulisan `lihat lampiran` tidak menempel" in said
    assert "SOP966 gambar tidak dibaca" in said


def test_groups_within_groups_end() -> None:
    inner = "<xdr:grpSp><xdr:grpSpPr/>" * DEEP + "</xdr:grpSp>" * DEEP
    anchor = (
        "<xdr:absoluteAnchor><xdr:pos x='0' y='0'/><xdr:ext cx='9' cy='9'/>"
        f"{inner}<xdr:clientData/></xdr:absoluteAnchor>"
    )
    said = messages(taken(with_shapes(anchor)))
    assert "SOP966 kelompok bentuk bersarang terlalu dalam" in said


def test_an_arrow_glued_to_itself_or_to_nothing_is_told() -> None:
    line = (
        "<xdr:absoluteAnchor><xdr:pos x='0' y='0'/><xdr:ext cx='900000' cy='900000'/>"
        "<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id='2'/><xdr:cNvCxnSpPr>"
        "<a:stCxn id='2' idx='0'/><a:endCxn id='2' idx='9'/></xdr:cNvCxnSpPr>"
        "</xdr:nvCxnSpPr><xdr:spPr><a:prstGeom prst='line'/></xdr:spPr></xdr:cxnSp>"
        "<xdr:clientData/></xdr:absoluteAnchor>"
    )
    assert "SOP964 panah tidak dibaca" in messages(taken(with_shapes(line)))


def test_a_group_is_read_where_it_lies(tmp_path: Path) -> None:
    shape = (
        "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id='7'/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>"
        "<a:xfrm><a:off x='100' y='100'/><a:ext cx='50' cy='50'/></a:xfrm>"
        "<a:prstGeom prst='flowChartDecision'/></xdr:spPr></xdr:sp>"
    )
    mark = "<xdr:col>{0}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{1}</xdr:row>"
    start, end = mark.format(4, FIRST + 2), mark.format(5, FIRST + 3)
    group = (
        f"<xdr:twoCellAnchor><xdr:from>{start}</xdr:from><xdr:to>{end}</xdr:to>"
        "<xdr:grpSp><xdr:grpSpPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='9' cy='9'/>"
        "<a:chOff x='100' y='100'/><a:chExt cx='50' cy='50'/></a:xfrm></xdr:grpSpPr>"
        f"{shape}</xdr:grpSp><xdr:clientData/></xdr:twoCellAnchor>"
    )
    (sop,) = drafted(taken(with_shapes(group)), tmp_path).sop
    (symbol,) = sop.langkah[2:3]
    assert (symbol.baris, symbol.simbol) == (2, "keputusan")
    assert sop.pelaksana[symbol.lajur].nama == "Camat"


def test_a_drawing_of_word_over_no_table_is_told() -> None:
    desk = drawn("page")
    shapes = "".join(desk.drawn[-1])
    text = "<w:p><w:r><w:t>isi</w:t></w:r></w:p>"
    apart = f'<w:p>{shapes}</w:p>{text}<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    with zipfile.ZipFile(BytesIO(clerk_document())) as archive:
        body = archive.read("word/document.xml").decode().partition("<w:body>")[2]
    made = taken(package(apart + body.partition("</w:body>")[0]), "lama.docx")
    assert "14 gambar atau bentuk di luar tabel bagan" in messages(made)
