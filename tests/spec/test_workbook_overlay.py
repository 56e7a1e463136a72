"""What lies over the cells of a workbook: kept in a marked copy, or told as lost."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from sopgen.model.diagnostic import Diagnostic
from sopgen.workbooks import annotate, overwritten
from tests.spec.staff import changed, repacked

pytestmark = pytest.mark.slow
DRAWING = "xl/drawings/drawing1.xml"
XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
PR = '<spPr><a:prstGeom prst="rect"/></spPr>'
#: A site of an outline drawn by hand: openpyxl takes angles up to 360 only.
ODD = (
    '<spPr><a:custGeom><a:cxnLst><a:cxn ang="16200000"><a:pos x="0" y="0"/></a:cxn>'
    "</a:cxnLst><a:pathLst/></a:custGeom></spPr>"
)


def named(kind: str, nama: str, more: str = "") -> str:
    return f'<nv{kind}Pr><cNvPr id="9" name="{nama}"/><cNv{kind}Pr{more}/></nv{kind}Pr>'


BOX = f"<sp>{named('Sp', 'Catatan')}{PR}</sp>"
LINE = f"<cxnSp>{named('CxnSp', 'Panah 1')}{PR}</cxnSp>"
#: What is drawn over G5, and the words in which its loss is told.
DRAWN = {
    "shape": (BOX, "1 bentuk (`Catatan`)"),
    "shape with sites": (f"<sp>{named('Sp', 'Belah')}{ODD}</sp>", "1 bentuk (`Belah`)"),
    "text box": (
        f"<sp>{named('Sp', 'Teks', ' txBox=' + repr('1'))}{PR}</sp>",
        "1 kotak teks (`Teks`)",
    ),
    "connector": (LINE, "1 garis penghubung (`Panah 1`)"),
    "alternatives": (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="a14">{LINE}'
        f"</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>",
        "1 garis penghubung (`Panah 1`)",
    ),
    "group": (
        f"<grpSp>{named('GrpSp', 'Kelompok 3')}<grpSpPr/>{BOX}{BOX}</grpSp>",
        "1 kelompok bentuk (`Kelompok 3`)",
    ),
    "SmartArt": (
        f"<graphicFrame>{named('GraphicFrame', 'Diagram 2')}<a:graphic><a:graphicData "
        f'uri="{A.replace("/main", "/diagram")}"/></a:graphic></graphicFrame>',
        "1 SmartArt (`Diagram 2`)",
    ),
}
#: What stands in the sheet itself, in an extension.
RULED = {
    "list of another sheet": (
        '<x14:dataValidations count="1"><x14:dataValidation type="list"/>'
        "</x14:dataValidations>",
        "1 daftar pilihan sel",
    ),
    "conditional format": (
        "<x14:conditionalFormattings><x14:conditionalFormatting>"
        '<x14:cfRule type="iconSet"/></x14:conditionalFormatting>'
        "</x14:conditionalFormattings>",
        "1 format bersyarat",
    ),
    "sparklines": (
        "<x14:sparklineGroups><x14:sparklineGroup/></x14:sparklineGroups>",
        "1 grafik mini",
    ),
}


def picture(book: Workbook) -> None:
    data = BytesIO()
    Picture.new("RGB", (40, 40), "navy").save(data, "PNG")
    data.seek(0)
    book["Buku"].add_image(Image(data), "E2")


def drawn(data: bytes, anchored: str, file: Path) -> Path:
    """Write a workbook with a picture on its sheet Buku, and something over G5."""
    whole = changed(data, picture, file).read_bytes()
    anchor = (
        f'<twoCellAnchor xmlns="{XDR}" xmlns:a="{A}">'
        "<from><col>6</col><colOff>0</colOff><row>4</row><rowOff>0</rowOff></from><to><col>8</col><colOff>0</colOff>"
        f"<row>8</row><rowOff>0</rowOff></to>{anchored}<clientData/></twoCellAnchor>"
    )
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        drawing = archive.read(DRAWING).decode()
    more = drawing.replace("</wsDr>", f"{anchor}</wsDr>").encode()
    return repacked(whole, {DRAWING: more}, file)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    return [(f.code, f.span.place, f.message) for f in found]


@pytest.mark.parametrize("what", DRAWN)
def test_what_is_drawn_and_lost_is_told_at_its_cell(
    what: str, data: bytes, tmp_path: Path
) -> None:
    anchored, words = DRAWN[what]
    file = drawn(data, anchored, tmp_path / "uji.xlsx")
    copy, found = annotate(file, ())
    message = f"tidak ikut dalam salinan bertanda: {words}"
    assert told(found) == [("SOP932", "Buku!G5", message)]
    book = load_workbook(BytesIO(copy))
    assert len(book["Buku"]._images) == 1, "the picture beside it stays"
    assert book["Temuan"]["D2"].value == message


@pytest.mark.parametrize("what", RULED)
def test_rules_that_are_lost_are_told(what: str, data: bytes, tmp_path: Path) -> None:
    content, words = RULED[what]
    name = "xl/worksheets/sheet2.xml"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheet = archive.read(name).decode()
    ext = f'<extLst><ext xmlns:x14="{X14}" uri="u">{content}</ext></extLst></worksheet>'
    parts: dict[str, bytes | None] = {name: sheet.replace("</worksheet>", ext).encode()}
    copy, found = annotate(repacked(data, parts, tmp_path / "uji.xlsx"), ())
    assert copy
    message = f"tidak ikut dalam salinan bertanda: {words}"
    assert told(found) == [("SOP932", "Buku!A1", message)]


def test_several_losses_of_a_sheet_are_one_finding(data: bytes, tmp_path: Path) -> None:
    many = "".join(
        f"<sp>{named('Sp', f'Kotak {n}')}{PR}</sp></twoCellAnchor>"
        f'<twoCellAnchor xmlns="{XDR}" xmlns:a="{A}">'
        for n in range(1, 5)
    )
    file = drawn(data, many + LINE, tmp_path / "uji.xlsx")
    (finding,) = annotate(file, ())[1]
    assert finding.message.endswith(
        "4 bentuk (`Kotak 1`, `Kotak 2`, `Kotak 3`, …), 1 garis penghubung (`Panah 1`)"
    )


def test_what_stays_in_the_copy_is_not_told(data: bytes, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        picture(book)
        chart = BarChart()
        chart.add_data(Reference(book["Buku"], min_col=2, min_row=3, max_row=5))
        book["Buku"].add_chart(chart, "H9")

    copy, found = annotate(changed(data, change, tmp_path / "uji.xlsx"), ())
    assert found == ()
    sheet = load_workbook(BytesIO(copy))["Buku"]
    assert (len(sheet._images), len(sheet._charts)) == (1, 1)


def test_bold_words_of_a_cell_stay_bold_in_the_copy(
    data: bytes, tmp_path: Path
) -> None:
    rich = CellRichText("bahwa ", TextBlock(InlineFont(b=True), "perlu"), ";")

    def change(book: Workbook) -> None:
        book["Keputusan"]["C9"].value = rich

    copy, _ = annotate(changed(data, change, tmp_path / "uji.xlsx"), ())
    book = load_workbook(BytesIO(copy), rich_text=True)
    assert book["Keputusan"]["C9"].value == rich


def test_what_an_overwritten_workbook_loses_is_told(
    data: bytes, tmp_path: Path
) -> None:
    file = drawn(data, BOX, tmp_path / "uji.xlsx")
    message = (
        "hilang bersama buku kerja lama: 1 gambar (`Image 1`), 1 bentuk (`Catatan`)"
    )
    assert told(overwritten(file, data)) == [("SOP932", "Buku!E2", message)]
    assert overwritten(tmp_path / "tiada.xlsx", data) == ()
