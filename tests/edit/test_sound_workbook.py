"""A workbook with parts that are no such parts is not written into, and says why."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from sopgen.archive import packed, unpacked
from sopgen.model.suntingan import SuntinganError
from sopgen.ooxml import RefusedError, read_parts
from sopgen.sheetxml import BrokenPartError, Remark, open_book
from sopgen.workbooks import annotate

SHEET, STYLES, BOOK = (
    f"xl/{name}.xml" for name in ("worksheets/sheet1", "styles", "workbook")
)


@cache
def parts() -> dict[str, bytes]:
    book = Workbook()
    sheet = book.active
    sheet.title = "Isi"
    sheet["A1"], sheet["B2"] = "satu", 2
    made = BytesIO()
    book.save(made)
    return unpacked(made)


def damaged(part: str, old: bytes, new: bytes) -> bytes:
    assert old in parts()[part]
    return packed({**parts(), part: parts()[part].replace(old, new)})


DAMAGE = (
    (BOOK, b"<sheets>", b"<lembar>"),
    (BOOK, b'sheetId="1"', b'sheetId="satu"'),
    (BOOK, b'r:id="rId1"', b'r:id="rId99"'),
    (BOOK, b'activeTab="0"', b'activeTab="-1"'),
    (SHEET, b'<row r="1"', b'<row r="1.5"'),
    (SHEET, b'r="B2"', b'r="2B"'),
    (SHEET, b'<c r="B2"', b'<c s="x" r="B2"'),
    (SHEET, b"</worksheet>", b""),
    (STYLES, b'numFmtId="0"', b'numFmtId="99999999999999999999"'),
    (STYLES, b"styleSheet", b"gaya"),
)


@pytest.mark.parametrize(("part", "old", "new"), DAMAGE)
def test_a_part_that_is_wrong_is_named(part: str, old: bytes, new: bytes) -> None:
    with pytest.raises(BrokenPartError) as caught:
        open_book(damaged(part, old, new)).sheet("Isi").cell("C3")
    named = BOOK if b"rId99" in new else part
    assert f"`{named}`" in caught.value.pesan
    assert isinstance(caught.value, SuntinganError)


@pytest.mark.parametrize("part", [SHEET, STYLES, BOOK])
def test_a_part_that_is_missing_is_named(part: str) -> None:
    rest = {name: data for name, data in parts().items() if name != part}
    with pytest.raises(BrokenPartError, match="tidak ada") as caught:
        open_book(packed(rest)).sheet("Isi").fill("A1", "FFE699")
    assert caught.value.part == part


def test_a_copy_that_cannot_be_marked_says_why(tmp_path: Path) -> None:
    file = tmp_path / "uji.xlsx"
    file.write_bytes(damaged(STYLES, b"styleSheet", b"gaya"))
    data, why = annotate(file, ())
    assert data == b""
    assert why is not None
    assert why.code == "SOP941"
    assert STYLES in why.message


def test_comments_are_added_to_a_part_without_lists() -> None:
    book = open_book(packed(parts()))
    book.sheet("Isi").remark("A1", Remark("lama", "staf", 10, 10))
    (name,) = (one for one in unpacked(BytesIO(book.packed())) if "comments" in one)
    bare = {**unpacked(BytesIO(book.packed()))}
    bare[name] = b'<comments xmlns="%s"/>' % _main()
    again = open_book(packed(bare))
    again.sheet("Isi").remark("B2", Remark("baru", "staf", 10, 10))
    assert open_book(again.packed()).sheet("Isi").comments.text("B2") == "baru"


def _main() -> bytes:
    return b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def test_words_between_cells_do_not_hinder() -> None:
    """What stands in a row or among rows and is neither stays where it is."""
    data = damaged(SHEET, b"<c r=", b"<!-- x --><extLst/><c r=")
    book = open_book(data)
    book.sheet("Isi").put("C2", "tiga")
    sheet = open_book(book.packed()).sheet("Isi")
    cell = sheet.find("C2")
    assert cell is not None
    assert "".join(cell.itertext()) == "tiga"


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        (zipfile.ZIP_LZMA, b"\x5d\0\0", b"\xff\xff\xff"),
        (zipfile.ZIP_DEFLATED, b"\x08\0\0\0\x21\0", b"\x09\0\0\0\x21\0"),
    ],
    ids=["LZMA rusak", "cara yang tidak dikenal"],
)
def test_what_is_packed_as_no_office_packs_is_broken(
    kind: int, old: bytes, new: bytes
) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", kind) as archive:
        info = zipfile.ZipInfo("[Content_Types].xml", (1980, 1, 1, 0, 0, 0))
        info.compress_type = kind
        archive.writestr(info, b"<Types/>" * 50)
    data = made.getvalue()
    assert old in data
    with pytest.raises(RefusedError) as caught:
        read_parts(data.replace(old, new))
    assert caught.value.code == "SOP941"
