# ruff: noqa: E501
"""Rows and cells in a sheet's XML: what lies over them follows, or stays as it was."""

from __future__ import annotations

import shutil
import subprocess
import warnings
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import FormulaRule
from openpyxl.formula.translate import Translator
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from sopgen.archive import packed, unpacked
from sopgen.sheetxml import ArrayFormulaError, Remark, Rows, open_book
from sopgen.sheetxml.shared import translated
from sopgen.sheetxml.shift import deleted, inserted, moved
from tests.books import require

SHEET = "xl/worksheets/sheet1.xml"
X14 = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list">'
    "<x14:formula1><xm:f>Pilihan!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>B5:B12</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)
SHAPE = (
    '<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>7</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
    '<xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="7" name="Panah"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>'
)


def made() -> bytes:
    """Return a workbook that has of all that may lie over the cells of a sheet."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Isi"
    fill(sheet)
    cover(sheet)
    other: Any = book.create_sheet("Pilihan")
    other["B2"] = "=Isi!C8+Isi!$C$12"
    other["A3"] = "x"
    book.defined_names["Nilai"] = DefinedName("Nilai", attr_text="Isi!$C$5:$C$12")
    target = BytesIO()
    book.save(target)
    parts = unpacked(target)
    end = b"</worksheet>"
    parts[SHEET] = parts[SHEET].replace(end, X14.encode() + end)
    drawing = parts["xl/drawings/drawing1.xml"]
    close = drawing.rindex(b"</")
    parts["xl/drawings/drawing1.xml"] = (
        drawing[:close] + SHAPE.encode() + drawing[close:]
    )
    return packed(parts)


def fill(sheet: Any) -> None:
    for row in range(4, 13):
        for column in range(1, 4):
            sheet.cell(row, column, f"r{row}c{column}")
    sheet["A4"], sheet["B4"], sheet["C4"] = "No", "Nama", "Jumlah"
    for row in range(5, 13):
        sheet.cell(row, 3).value = row
    sheet["E1"] = "=SUM(C5:C12)"
    sheet["E2"] = '=C8&"C8"&Pilihan!A3'
    sheet["D6"] = date(2025, 1, 16)


def cover(sheet: Any) -> None:
    sheet.merge_cells("G6:H6")
    sheet.merge_cells("G7:H8")
    rule = DataValidation(type="list", formula1="$K$5:$K$9", sqref="C5:C12")
    sheet.add_data_validation(rule)
    fill_ = PatternFill("solid", bgColor="FF0000")
    rule_ = FormulaRule(formula=["$C5>9"], fill=fill_)
    sheet.conditional_formatting.add("A5:C12", rule_)
    sheet.add_table(Table(displayName="Daftar", ref="A4:C12"))
    sheet["A8"].comment = Comment("catatan delapan", "staf")
    sheet["A8"].hyperlink = "#Isi!A9"
    sheet.row_dimensions[8].height = 44
    sheet.print_title_rows = "4:4"
    picture = BytesIO()
    Picture.new("RGB", (9, 9), "navy").save(picture, "PNG")
    picture.seek(0)
    sheet.add_image(Image(picture), "F10")


@pytest.fixture(scope="module")
def data() -> bytes:
    return made()


def opened(data: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know all that is there
        return load_workbook(BytesIO(data))


def values(data: bytes, name: str = "Isi") -> dict[str, Any]:
    return {
        cell.coordinate: cell.value
        for row in opened(data)[name].iter_rows()
        for cell in row
        if cell.value is not None
    }


def xml(data: bytes, name: str) -> Any:
    return etree.fromstring(unpacked(BytesIO(data))[name])


def areas(data: bytes) -> dict[str, list[str]]:
    """Return where all that lies over the sheet stands."""
    sheet = opened(data)["Isi"]
    rules = sheet.data_validations.dataValidation
    names = opened(data).defined_names
    ext = xml(data, SHEET).iter("{*}sqref")
    anchors = xml(data, "xl/drawings/drawing1.xml").iterfind("{*}twoCellAnchor")
    return {
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "rules": [str(rule.sqref) for rule in rules],
        "x14": [one.text for one in ext],
        "formats": [str(one.sqref) for one in sheet.conditional_formatting],
        "table": [table.ref for table in sheet.tables.values()],
        "names": [one.attr_text for one in names.values()],
        "titles": [str(sheet.print_title_rows)],
        "comments": [c.coordinate for r in sheet.iter_rows() for c in r if c.comment],
        "links": [c.coordinate for r in sheet.iter_rows() for c in r if c.hyperlink],
        "picture": [str(one.anchor._from.row) for one in sheet._images],
        "shape": [row.text for a in anchors for row in a.iter("{*}row")],
        "formulas": [
            sheet["E1"].value,
            sheet["E2"].value,
            opened(data)["Pilihan"]["B2"].value,
        ],
    }


BEFORE = {
    "merged": ["G6:H6", "G7:H8"], "rules": ["C5:C12"], "x14": ["B5:B12"],
    "formats": ["A5:C12"], "table": ["A4:C12"], "names": ["Isi!$C$5:$C$12"],
    "titles": ["$4:$4"], "comments": ["A8"], "links": ["A8"], "picture": ["9"],
    "shape": ["7", "9"],
    "formulas": ["=SUM(C5:C12)", '=C8&"C8"&Pilihan!A3', "=Isi!C8+Isi!$C$12"],
}  # fmt: skip


def test_the_sheet_has_what_the_tests_need(data: bytes) -> None:
    assert areas(data) == BEFORE


def test_what_lies_below_new_rows_moves_down(data: bytes) -> None:
    book = open_book(data)
    Rows(book, "Isi").insert(7, 6, 2)
    after = book.packed()
    assert areas(after) == {
        "merged": ["G10:H10", "G6:H6", "G7:H7", "G8:H8", "G9:H10"][1:],
        "rules": ["C5:C14"], "x14": ["B5:B14"], "formats": ["A5:C14"],
        "table": ["A4:C14"], "names": ["Isi!$C$5:$C$14"], "titles": ["$4:$4"],
        "comments": ["A10"], "links": ["A10"], "picture": ["11"], "shape": ["9", "11"],
        "formulas": ["=SUM(C5:C14)", '=C10&"C8"&Pilihan!A3', "=Isi!C10+Isi!$C$14"],
    }  # fmt: skip
    moved_ = {k: v for k, v in values(after).items() if k[0] in "AB"}
    old = {k: v for k, v in values(data).items() if k[0] in "AB"}
    assert moved_ == {
        f"{k[0]}{int(k[1:]) + 2 * (int(k[1:]) > 6)}": v for k, v in old.items()
    }
    assert opened(after)["Isi"].row_dimensions[10].height == 44


def test_what_stands_on_rows_that_go_goes_and_areas_shrink(data: bytes) -> None:
    book = open_book(data)
    Rows(book, "Isi").delete(7, 8)
    after = areas(book.packed())
    assert after == {
        "merged": ["G6:H6"], "rules": ["C5:C10"], "x14": ["B5:B10"],
        "formats": ["A5:C10"], "table": ["A4:C10"], "names": ["Isi!$C$5:$C$10"],
        "titles": ["$4:$4"], "comments": [], "links": [], "picture": ["7"],
        "shape": ["6", "7"],
        "formulas": ["=SUM(C5:C10)", '=#REF!&"C8"&Pilihan!A3', "=Isi!#REF!+Isi!$C$10"],
    }  # fmt: skip


def test_a_rule_whose_first_row_goes_speaks_of_the_next(data: bytes) -> None:
    book = open_book(data)
    Rows(book, "Isi").delete(5, 5)
    (rule,) = opened(book.packed())["Isi"].conditional_formatting
    assert (str(rule.sqref), rule.rules[0].formula) == ("A5:C11", ["$C5>9"])


def test_rows_that_move_take_along_what_is_theirs(data: bytes) -> None:
    book = open_book(data)
    Rows(book, "Isi").move(8, 8, 5)
    after = book.packed()
    told = areas(after)
    assert (told["comments"], told["links"]) == (["A5"], ["A5"])
    assert told["formulas"] == [
        "=SUM(C5:C12)",
        '=C5&"C8"&Pilihan!A3',
        "=Isi!C5+Isi!$C$12",
    ]
    assert told["rules"] == ["C5:C12"]
    assert [values(after)[f"A{n}"] for n in range(5, 10)] == [
        "r8c1",
        "r5c1",
        "r6c1",
        "r7c1",
        "r9c1",
    ]
    assert opened(after)["Isi"].row_dimensions[5].height == 44


def test_a_row_that_moves_there_and_back_changes_nothing(data: bytes) -> None:
    book = open_book(data)
    Rows(book, "Isi").move(6, 6, 10)
    Rows(book, "Isi").move(9, 9, 6)
    assert values(book.packed()) == values(data)
    assert {**areas(book.packed()), "merged": []} == {**BEFORE, "merged": []}


def test_cells_keep_their_looks_and_numbers_stay_numbers(data: bytes) -> None:
    book = open_book(data)
    sheet = book.sheet("Isi")
    sheet.put("C5", 77)
    sheet.put("D6", date(2026, 2, 3))
    sheet.put("Z99", "=bukan rumus")
    sheet.put("A5", " tepi\nbaris\x07 _x0041_ ")
    sheet.put("B5", None)
    after = opened(book.packed())["Isi"]
    assert after["C5"].value == 77
    assert (after["D6"].value.date(), after["D6"].is_date) == (date(2026, 2, 3), True)
    assert (after["Z99"].value, after["Z99"].data_type) == ("=bukan rumus", "s")
    assert after["Z99"].quotePrefix
    assert after["A5"].value == " tepi\nbaris_x0007_ _x005F_x0041_ "
    assert after["B5"].value is None
    assert after["C6"].value == 6


def filled_down(data: bytes, **first: str) -> bytes:
    """Return the workbook with formulas that Excel wrote once: E5 to E7 are alike."""
    kind = {"t": "shared", "si": "0", **first}
    said = " ".join(f'{key}="{value}"' for key, value in kind.items())
    cells = {
        5: f'<f {said} ref="E5:E7">$C$5+C5+Pilihan!A$3</f>',
        6: f"<f {said}/>",
        7: f"<f {said}/>",
    }
    parts = unpacked(BytesIO(data))
    tree = etree.fromstring(parts[SHEET])
    for row in tree.iter("{*}row"):
        if inner := cells.get(int(row.get("r"))):
            text = (
                f'<c xmlns="{tree.nsmap[None]}" r="E{row.get("r")}">{inner}<v>7</v></c>'
            )
            at = sum(one.get("r") < "E" for one in row)
            row.insert(at, etree.fromstring(text))
    parts[SHEET] = etree.tostring(tree)
    return packed(parts)


def column(data: bytes, name: str = "E") -> dict[int, Any]:
    sheet = opened(data)["Isi"]
    return {c.row: c.value for c in sheet[name] if c.value is not None and c.row > 2}


@pytest.mark.slow
def test_what_is_filled_down_is_written_over_one_by_one(data: bytes) -> None:
    before = column(filled_down(data))
    assert before[6] == "=$C$5+C6+Pilihan!A$3"
    for row in before:
        book = open_book(filled_down(data))
        book.sheet("Isi").put(f"E{row}", "x")
        assert column(book.packed()) == {**before, row: "x"}


def test_a_cell_beside_what_is_filled_down_leaves_it_as_it_is(data: bytes) -> None:
    book = open_book(filled_down(data))
    book.sheet("Isi").put("B6", "x")
    assert book.packed().count(b"shared") == filled_down(data).count(b"shared")


SHIFTS = {
    "a row between": lambda rows: rows.insert(6, 5),
    "a row above": lambda rows: rows.insert(5, 5),
    "the first gone": lambda rows: rows.delete(5, 5),
    "one in the middle gone": lambda rows: rows.delete(6, 6),
    "the first below the others": lambda rows: rows.move(5, 5, 8),
    "the last before the others": lambda rows: rows.move(7, 7, 5),
}


@pytest.mark.parametrize("what", SHIFTS)
def test_rows_move_what_is_filled_down_as_if_typed(what: str, data: bytes) -> None:
    shared, typed = open_book(filled_down(data)), open_book(filled_down(data))
    typed.sheet("Isi").part_formulas()
    for book in (shared, typed):
        SHIFTS[what](Rows(book, "Isi"))
    assert column(shared.packed()) == column(typed.packed()) != {}


def test_rows_of_another_sheet_move_what_is_filled_down_and_names_it(
    data: bytes,
) -> None:
    book = open_book(filled_down(data))
    Rows(book, "Pilihan").insert(2, 2)
    assert set(column(book.packed()).values()) == {
        f"=$C$5+C{n}+Pilihan!A$4" for n in (5, 6, 7)
    }


def test_a_result_that_fills_several_cells_is_not_written_over(data: bytes) -> None:
    sheet = open_book(filled_down(data, t="array")).sheet("Isi")
    with pytest.raises(ArrayFormulaError, match="E5:E7"):
        sheet.put("E5", "x")


FILLED = (
    "C5+1", "$C5+C$5+$C$5", "SUM(A1:B$9)", "Isi!A1+'lembar \"dua\" A1'!B2", '"A1"&B2',
    "LOG10(A1)+A1", "nama_A1+B2", "SUM(3:5)", "SUM($3:5)", "SUM(C:C)", "SUM($C:D)",
    "IF(A1>0,TRUE,B1)", "A1:B2 C3", "Tabel[Isi]&A1", "A1048576", "XFD1",
)  # fmt: skip


@pytest.mark.parametrize("formula", FILLED)
@pytest.mark.parametrize("to", ["B2", "C7", "E1", "A9"])
def test_a_formula_that_is_filled_reads_as_excel_reads_it(
    formula: str, to: str
) -> None:
    down, right = int(to[1:]) - 1, ord(to[0]) - ord("A")
    if (down and "1048576" in formula) or (right and "XFD" in formula):
        assert "#REF!" in translated(formula, down, right)
        return
    excel = Translator(f"={formula}", origin="A1").translate_formula(to)
    assert f"={translated(formula, down, right)}" == excel


def test_comments_are_added_beside_old_ones_and_replaced(data: bytes) -> None:
    book = open_book(data)
    for address in ("A8", "B9"):
        book.sheet("Isi").remark(address, Remark("baru", "sopgen", 320, 60))
    book.sheet("Pilihan").remark("A3", Remark("di sini", "sopgen", 320, 60))
    after = opened(book.packed())
    told = {
        c.coordinate: c.comment.text
        for r in after["Isi"].iter_rows()
        for c in r
        if c.comment
    }
    assert told == {"A8": "baru", "B9": "baru"}
    assert after["Pilihan"]["A3"].comment.text == "di sini"
    boxes = unpacked(BytesIO(book.packed()))
    (name,) = (
        n for n in boxes if n.endswith(".vml") and b"<x:Row>8</x:Row>" in boxes[n]
    )
    assert boxes[name].count(b"<v:shape ") == 2


def test_only_what_is_written_changes(data: bytes) -> None:
    book = open_book(data)
    book.sheet("Isi").put("A5", "x")
    before, after = unpacked(BytesIO(data)), unpacked(BytesIO(book.packed()))
    assert [n for n in before if before[n] != after[n]] == [SHEET]
    old, new = xml(data, SHEET), xml(book.packed(), SHEET)
    same = [a.get("r") for a, b in zip(old.iter("{*}c"), new.iter("{*}c"), strict=True)
            if etree.tostring(a) != etree.tostring(b)]  # fmt: skip
    assert same == ["A5"]


def test_cells_that_do_not_say_where_they_stand_are_found(data: bytes) -> None:
    parts = unpacked(BytesIO(data))
    rows = b'<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c><v>3</v></c></row>'
    start, _, rest = parts[SHEET].partition(b"<sheetData>")
    parts[SHEET] = start + rows + b"</sheetData>" + rest.partition(b"</sheetData>")[2]
    book = open_book(packed(parts))
    book.sheet("Isi").put("B1", "x")
    Rows(book, "Isi").insert(2, 1)
    told = values(book.packed())
    assert [told.get(cell) for cell in ("A1", "B1", "A2", "A6")] == [1, "x", None, 3]


def plain(count: int) -> list[int]:
    return list(range(1, count + 1))


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 12), st.integers(1, 4), st.integers(1, 14))
def test_rows_are_numbered_as_a_list_would_be(first: int, size: int, to: int) -> None:
    last = first + size - 1
    rows = plain(20)
    shifted = {row: inserted(first, size).row(row) for row in rows}
    assert shifted == {row: row + size * (row >= first) for row in rows}
    rest = [row for row in rows if not first <= row <= last]
    gone = deleted(first, last)
    assert [gone.row(row) for row in rest] == plain(len(rest))
    assert all(gone.row(row) is None for row in range(first, last + 1))
    if first <= to <= last + 1:
        return
    order = [row for row in rows if not first <= row <= last]
    order[order.index(to) : order.index(to)] = range(first, last + 1)
    shift = moved(first, last, to)
    assert [shift.row(row) for row in order] == rows
    area = [n for a, b in shift.rows(3, 9) for n in range(a, b + 1)]
    assert sorted(area) == sorted(shift.row(n) or 0 for n in range(3, 10))


FORMULAS = {
    "A5+$A$6*B$7": "A6+$A$7*B$8",
    'IF(A9="A9",A1,"")': 'IF(A10="A9",A1,"")',
    "SUM(A1:A9)+SUM($5:$9)": "SUM(A1:A10)+SUM($6:$10)",
    "Isi!A9+'Isi'!A9+Lain!A9": "Isi!A10+'Isi'!A10+Lain!A9",
    "LOG10(A9)+ABC12X+A_9+R9.x": "LOG10(A10)+ABC12X+A_9+R9.x",
    "VLOOKUP(C9,Tabel1[Nama],2)": "VLOOKUP(C10,Tabel1[Nama],2)",
}


@pytest.mark.parametrize("formula", FORMULAS)
def test_formulas_name_the_rows_that_they_named(formula: str) -> None:
    shift = inserted(5, 1)
    assert shift.formula(formula, "Isi", own=True) == FORMULAS[formula]


@pytest.fixture
def saved_by_libreoffice(data: bytes, tmp_path: Path) -> bytes:
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(data)
    (tmp_path / "lo").mkdir()
    subprocess.run(
        [str(program), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx", "--outdir", str(tmp_path / "lo"), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (tmp_path / "lo" / "uji.xlsx").read_bytes()


@pytest.mark.slow
def test_a_file_that_libreoffice_saved_is_edited_as_well(
    saved_by_libreoffice: bytes,
) -> None:
    book = open_book(saved_by_libreoffice)
    Rows(book, "Isi").insert(7, 6)
    book.sheet("Isi").put("A7", "baru")
    book.sheet("Isi").remark("A7", Remark("catatan", "sopgen", 320, 60))
    after = book.packed()
    assert zipfile.ZipFile(BytesIO(after)).testzip() is None
    told = values(after)
    assert told["A7"] == "baru"
    assert told["A9"] == "r8c1"
    assert told["E1"] == "=SUM(C5:C13)"
    sheet = opened(after)["Isi"]
    assert {c.coordinate for r in sheet.iter_rows() for c in r if c.comment} == {
        "A7",
        "A9",
    }
    assert [str(r.sqref) for r in sheet.conditional_formatting] == ["A5:C13"]
