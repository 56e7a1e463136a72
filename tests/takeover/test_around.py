"""What stands beside and below a chart: told with its place, never glued to it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import cast

import pytest
from openpyxl import Workbook

from sopgen.takeover import Takeover
from tests.takeover.clerk_docx import clerk_document, package
from tests.takeover.clerk_xlsx import Pen, with_drawing
from tests.takeover.own import taken

SOP = {
    "A1": "PEMERINTAH KABUPATEN CONTOH", "D1": "NOMOR SOP", "F1": "065/SOP.01/2021",
    "D2": "TGL PEMBUATAN", "F2": "4 Januari 2021",
    "D3": "TGL EFEKTIF", "F3": "1 Februari 2021",
    "D4": "NAMA SOP", "F4": "SURAT MASUK",
    "A7": "No", "B7": "Kegiatan", "C7": "Pelaksana", "E7": "Mutu Baku", "H7": "Ket",
    "C8": "Staf", "D8": "Camat", "E8": "Kelengkapan", "F8": "Waktu", "G8": "Output",
    "A9": "1", "B9": "Menerima surat", "F9": "5 menit", "G9": "Surat",
    "A10": "2", "B10": "Mencatat surat", "F10": "5 menit", "G10": "Catatan",
    "A11": "3", "B11": "Meneruskan surat", "F11": "5 menit", "G11": "Disposisi",
}  # fmt: skip
MERGED = ("C7:D7", "E7:G7")


def workbook(more: Mapping[str, str], *merged: str, pen: Pen | None = None) -> bytes:
    """Return a small SOP with more cells and with what was drawn."""
    book = Workbook()
    sheet = book.active
    sheet.title = "SOP"
    for place, text in {**SOP, **more}.items():
        sheet[place] = text
    for area in (*MERGED, *merged):
        sheet.merge_cells(area)
    stream = BytesIO()
    book.save(stream)
    return with_drawing(stream.getvalue(), pen or Pen(widths=()))


def told(made: Takeover) -> list[tuple[str, str, str]]:
    """Return code, cell and message of each finding."""
    return [(f.code, f.span.cell, f.message) for f in made.findings]


def kegiatan(made: Takeover) -> list[dict[str, object]]:
    sop = cast(dict[str, object], made.drafts[1].data)
    return cast(list[dict[str, object]], sop["kegiatan"])


def pola(made: Takeover) -> str:
    return str(cast(dict[str, object], made.drafts[0].data)["pola_nomor_sop"])


def uraian(made: Takeover) -> list[object]:
    return [one["uraian"] for one in kegiatan(made)]


THREE = ["Menerima surat", "Mencatat surat", "Meneruskan surat"]
CODES = {"di bawah tabel": "SOP969", "kolom pelaksana": "SOP965", "identitas": "SOP965"}


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"G14": "CAMAT CONTOH", "G18": "BUDI SANTOSO"}, "di bawah tabel"),
        ({"B13": "Catatan: berlaku sampai 2023"}, "di bawah tabel"),
        ({"B13": "Mengetahui", "G13": "CAMAT CONTOH"}, "di bawah tabel"),
        ({"G30": "CAMAT CONTOH"}, "di bawah tabel"),
        ({"D10": "Rapat bersama tim"}, "kolom pelaksana"),
        ({"D10": "ACC Camat", "C11": "✓"}, "kolom pelaksana"),
        ({"H1": "Formulir F-12 revisi kedua"}, "identitas"),
        ({"G1": "Formulir F-12"}, "identitas"),
    ],
    ids=[
        "tanda tangan", "catatan", "dua tanda tangan", "jauh di bawah", "teks di sel",
        "dua teks di sel", "teks di samping", "teks menempel",
    ],
)  # fmt: skip
def test_text_that_is_no_kegiatan_is_told(more: dict[str, str], where: str) -> None:
    made = taken(workbook(more))
    found = [(code, cell) for code, cell, text in told(made) if where in text]
    assert found == [(CODES[where], f"SOP!{place}") for place in more]
    assert all(any(text in said for _, _, said in told(made)) for text in more.values())
    assert uraian(made) == THREE
    assert kegiatan(made)[2]["output"] == "Disposisi"
    assert pola(made) == "065/SOP.{nomor:02}/{tahun}"


@pytest.mark.parametrize(
    ("more", "merged", "last"),
    [
        ({"B12": "kepada camat"}, (), "Meneruskan surat kepada camat"),
        ({"B13": "kepada camat"}, ("B11:B12",), "Meneruskan surat kepada camat"),
        ({"B13": "kepada camat"}, ("A11:A12",), "Meneruskan surat kepada camat"),
        ({"A13": "4", "B13": "Menyimpan surat"}, (), "Menyimpan surat"),
        ({"B13": "dan", "A15": "4", "B15": "Menyimpan"}, (), "Menyimpan"),
        ({"B13": "Menyimpan surat", "F13": "1 jam"}, (), "Menyimpan surat"),
    ],
    ids=[
        "langsung di bawah", "sel digabung", "nomor digabung", "bernomor",
        "di tengah tabel", "lupa nomor",
    ],
)  # fmt: skip
def test_rows_of_the_table_are_still_read(
    more: dict[str, str], merged: tuple[str, ...], last: str
) -> None:
    made = taken(workbook(more, *merged))
    assert uraian(made)[-1] == last
    assert "SOP969" not in [code for code, _, _ in told(made)]


def test_the_number_may_be_written_in_cells_side_by_side() -> None:
    made = taken(workbook({"F1": "065/", "G1": "SOP.01/2021"}))
    assert "SOP.{nomor:02}" in pola(made)
    assert told(made) == []


@pytest.mark.parametrize("legend", [{"B14": "Keterangan simbol:"}, {}])
def test_a_legend_below_the_table_is_no_symbol(legend: dict[str, str]) -> None:
    pen = Pen(widths=())
    for row in range(3):
        pen.shape("rect", (2.2, 8.2 + row, 2.8, 8.8 + row))
    pen.shape("rect", (2.2, 14.2, 2.8, 14.8))
    made = taken(workbook(legend, pen=pen))
    assert not any("tambahan" in one for one in kegiatan(made))
    outside = [cell for code, cell, _ in told(made) if code == "SOP963"]
    assert outside == ["SOP!C15"]


def test_a_symbol_may_reach_below_the_text_of_the_last_kegiatan() -> None:
    pen = Pen(widths=())
    pen.shape("rect", (2.2, 8.2, 2.8, 8.8))
    pen.shape("rect", (3.2, 10.3, 3.8, 12.6))
    made = taken(workbook({"B15": "Catatan"}, pen=pen))
    assert kegiatan(made)[2]["pelaksana"] == "Camat"
    assert "SOP963" not in [code for code, _, _ in told(made)]


@pytest.mark.parametrize(
    ("place", "what", "cell"),
    [("B3200", "3000 baris", "SOP!A3001"), ("DZ9", "120 kolom", "SOP!DQ1")],
)
def test_a_sheet_that_is_cut_is_told(place: str, what: str, cell: str) -> None:
    found = told(taken(workbook({place: "isi"})))
    assert ("SOP970", cell, f"lebih dari {what}; sisanya tidak dibaca") in found


def document(rows: int, columns: int, *paragraphs: str) -> bytes:
    """Return a document with a table of kegiatan and paragraphs behind it."""
    texts = ["No", "Kegiatan", "Waktu", "Output", *[""] * columns][:columns]
    lines = [texts]
    lines += [[str(n + 1), "Menulis", "1 jam", "Surat"] for n in range(rows)]
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc>{_paragraph(text)}</w:tc>' for text in line)}</w:tr>"
        for line in lines
    )
    behind = "".join(_paragraph(text) for text in paragraphs)
    return package(f"<w:tbl>{table}</w:tbl>{behind}")


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "columns", "what"), [(2001, 4, "2000 baris"), (1, 130, "120 kolom")]
)
def test_a_table_of_word_that_is_cut_is_told(
    rows: int, columns: int, what: str
) -> None:
    made = taken(document(rows, columns), "lama.docx")
    assert any(
        code == "SOP970" and f"lebih dari {what}; sisanya tidak dibaca" in message
        for code, _, message in told(made)
    )


def test_paragraphs_behind_a_table_are_told() -> None:
    texts = ("Catatan: berlaku sampai 2023", "", "panjang " * 20, *"abcdef")
    made = taken(document(2, 4, *texts), "lama.docx")
    found = [message for code, _, message in told(made) if code == "SOP965"]
    assert len(found) == 5
    assert "`Catatan: berlaku sampai 2023`" in found[0]
    assert len(found[1]) < 110


def test_a_document_without_such_text_is_silent() -> None:
    assert told(taken(clerk_document(), "lama.docx")) == []
