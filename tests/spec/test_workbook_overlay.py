"""What lies over the cells of a workbook: kept in a copy, told when overwritten."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from sopgen.archive import unpacked
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
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
    drawing = unpacked(BytesIO(whole))[DRAWING].decode()
    more = drawing.replace("</wsDr>", f"{anchor}</wsDr>").encode()
    return repacked(whole, {DRAWING: more}, file)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    return [(f.code, f.span.place, f.message) for f in found]


def parts(data: bytes) -> dict[str, bytes]:
    return unpacked(BytesIO(data))


@pytest.mark.parametrize("what", DRAWN)
def test_what_is_drawn_stays_in_the_copy(
    what: str, data: bytes, tmp_path: Path
) -> None:
    file = drawn(data, DRAWN[what][0], tmp_path / "uji.xlsx")
    before, after = parts(file.read_bytes()), parts(annotate(file, ())[0])
    assert after[DRAWING] == before[DRAWING]
    assert {name for name in before if name not in after} == set()


@pytest.mark.parametrize("what", RULED)
def test_rules_stay_in_the_copy(what: str, data: bytes, tmp_path: Path) -> None:
    content, _ = RULED[what]
    name = "xl/worksheets/sheet2.xml"
    sheet = parts(data)[name].decode()
    ext = f'<extLst><ext xmlns:x14="{X14}" uri="u">{content}</ext></extLst></worksheet>'
    more: dict[str, bytes | None] = {name: sheet.replace("</worksheet>", ext).encode()}
    file = repacked(data, more, tmp_path / "uji.xlsx")
    mark = Diagnostic(
        "SOP101", Severity.ERROR, "salah", Span(Source("x"), cell="Buku!B4")
    )
    after = parts(annotate(file, (mark,))[0])[name].decode()
    assert content in after.replace(f' xmlns:x14="{X14}"', "")


def test_charts_and_pictures_stay_in_the_copy(data: bytes, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        picture(book)
        chart = BarChart()
        chart.add_data(Reference(book["Buku"], min_col=2, min_row=3, max_row=5))
        book["Buku"].add_chart(chart, "H9")

    copy, _ = annotate(changed(data, change, tmp_path / "uji.xlsx"), ())
    sheet = load_workbook(BytesIO(copy))["Buku"]
    assert (len(sheet._images), len(sheet._charts)) == (1, 1)


def test_what_is_not_marked_is_copied_byte_for_byte(
    data: bytes, tmp_path: Path
) -> None:
    file = drawn(data, BOX, tmp_path / "uji.xlsx")
    mark = Diagnostic(
        "SOP101", Severity.ERROR, "salah", Span(Source("x"), cell="Pejabat!B5")
    )
    before, after = parts(file.read_bytes()), parts(annotate(file, (mark,))[0])
    changed_ = {name for name in before if before[name] != after[name]}
    sheets = {f"xl/worksheets/sheet{n}.xml" for n in (1, 3)}
    pejabat = {"xl/comments/comment2.xml", "xl/drawings/commentsDrawing2.vml"}
    around = {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
    }  # fmt: skip
    assert changed_ <= sheets | pejabat | around


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
