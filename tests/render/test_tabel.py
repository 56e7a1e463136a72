"""What the heading of a chart says is the same in every format, its cells merged."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from sopgen.layout import arrange
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.parts import chart_room
from sopgen.pipeline import Wish, build
from sopgen.render.dot import write_dot
from sopgen.render.json import write_json
from sopgen.render.svg import write_svg
from sopgen.symbols import read_symbols
from tests.tabel import tabel

TOLD = "1–2 hari kerja 2 jam 10 menit (tidak termasuk kegiatan 5)"
HEADS = [
    "No", "Kegiatan", "Pelaksana", "Mutu Baku", "Kelurahan", "Kantor Camat", "Peminjam",
    "Lurah", "Bendahara", "Penjaga Balai", "Kasubbag Umum", "Camat",
    "Persyaratan/ Perlengkapan", "Waktu", "Output", "No. Agenda", "Biaya", "Keterangan",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tabel")


@pytest.fixture(scope="module")
def buku(folder: Path) -> Buku:
    return tabel(folder / "uji")


@pytest.fixture(scope="module")
def chart(buku: Buku) -> Chart:
    return arrange(buku.sop[0], chart_room(buku), read_symbols(), keterangan=True)


@pytest.fixture(scope="module")
def files(folder: Path, buku: Buku) -> dict[str, bytes]:
    build(
        Wish(folder / "uji", folder / "out", formats=("docx", "xlsx")), lambda *_: None
    )
    found = (folder / "out").rglob("01-balai.*")
    return {file.suffix: file.read_bytes() for file in found}


def test_the_picture_and_the_data_have_the_headings(buku: Buku, chart: Chart) -> None:
    (page,) = json.loads(write_json(chart))["halaman"]
    heads = [" ".join(c["text"]["lines"]) for c in page["cells"] if c["header"]]
    assert heads == HEADS
    picture = write_svg(chart, buku.sop[0], read_symbols()).decode()
    words = re.findall(r"<text[^>]*>([^<]*)</text>", picture)
    assert {"Kelurahan", "Kantor Camat", "Biaya", "Jumlah waktu:", TOLD} <= {*words}
    (told,) = re.findall(r"<desc[^>]*>([^<]*)</desc>", picture)
    assert told == chart.pages[0].uraian
    assert "Lurah (Kelurahan)" in told
    assert "Lurah (Kelurahan)" in write_dot(buku.sop[0], read_symbols()).decode()


def test_word_has_merged_cells(files: dict[str, bytes]) -> None:
    tables = Document(BytesIO(files[".docx"])).tables
    table = next(t for t in tables if t.cell(0, 0).text == "No")
    rows = [[" ".join(c.text.split()) for c in row.cells] for row in table.rows]
    at = {text: n for n, text in enumerate(rows[2])}
    assert rows[0][at["Peminjam"] : at["Camat"] + 1] == ["Pelaksana"] * 6
    assert rows[1][at["Peminjam"] : at["Lurah"] + 1] == ["Kelurahan"] * 2
    assert rows[1][at["Penjaga Balai"] : at["Camat"] + 1] == ["Kantor Camat"] * 3
    assert {row[at["Bendahara"]] for row in rows[1:3]} == {"Bendahara"}
    assert {row[at["Waktu"]] for row in rows[1:3]} == {"Waktu"}
    assert [row[0] for row in rows[:3]] == ["No"] * 3
    assert rows[-1][0] == rows[-1][at["Camat"]] == "Jumlah waktu:"
    assert rows[-1][at["Waktu"]] == rows[-1][-1] == TOLD


def test_excel_has_merged_cells(files: dict[str, bytes]) -> None:
    sheet = load_workbook(BytesIO(files[".xlsx"])).active
    assert sheet is not None
    merged = {area.start_cell.value: area for area in sheet.merged_cells.ranges}

    def across(text: str) -> tuple[int, int]:
        area = merged[text]
        return area.max_col - area.min_col + 1, area.max_row - area.min_row + 1

    lanes = [merged[name] for name in ("Kelurahan", "Bendahara", "Kantor Camat")]
    assert [area.min_row for area in lanes] == [lanes[0].min_row] * 3
    assert across("Bendahara")[1] == 2
    assert merged["Kelurahan"].max_col + 1 == merged["Bendahara"].min_col
    assert merged["Kantor Camat"].min_col == merged["Bendahara"].max_col + 1
    assert merged["Kantor Camat"].max_col == merged["Pelaksana"].max_col
    assert merged["Jumlah waktu:"].max_col + 1 == merged[TOLD].min_col
    assert merged["Waktu"].min_col == merged[TOLD].min_col
