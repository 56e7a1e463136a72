"""Joint kegiatan in every format: boxes, and plain lines glued to two of them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from sopgen.gambar import draw
from sopgen.layout import arrange
from sopgen.model.chart import Chart
from sopgen.model.sop import Sop
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.render.test_docx_chart import SHEET
from tests.render.test_docx_chart import read as read_docx
from tests.render.test_xlsx_chart import written
from tests.render.xlsx_reader import sheets
from tests.spec.bersama import write_bersama

SVG = "{http://www.w3.org/2000/svg}"
TIES = {("4", "4~2"), ("5", "5~2"), ("7", "7~2")}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bersama(tmp_path_factory.mktemp("bersama") / "uji")


@pytest.fixture(scope="module")
def sop(office: Path) -> Sop:
    buku = read_buku(office).buku
    assert buku is not None
    return buku.sop[0]


@pytest.fixture(scope="module")
def chart(sop: Sop) -> Chart:
    return arrange(sop, SHEET.column, read_symbols())


def pairs(found: Any) -> set[tuple[str, ...]]:
    return {tuple(sorted(pair, key=len)) for pair in found}


def test_word_has_a_line_without_head_glued_to_both_boxes(chart: Chart) -> None:
    (canvas,) = read_docx(chart)
    names = {key: node.name.split(" ", 1)[1] for key, node in canvas.nodes.items()}
    ties = [arrow for arrow in canvas.arrows if not arrow.head]
    assert pairs((names[a.source], names[a.target]) for a in ties) == TIES
    for tie in ties:
        sites = (tie.source, tie.sites[0]), (tie.target, tie.sites[1])
        for point, (key, site) in zip(
            tie.points[:: len(tie.points) - 1], sites, strict=True
        ):
            x, y = canvas.nodes[key].sites[site]
            assert abs(point[0] - x) + abs(point[1] - y) < 20000
        assert "dikerjakan bersama" in tie.descr


def test_excel_has_the_same(sop: Sop, chart: Chart) -> None:
    read = next(s for s in sheets(written(sop, chart)) if s.arrows)
    names = {node.id: node.name.split(" ", 1)[1] for node in read.nodes}
    ties = [arrow for arrow in read.arrows if not arrow.head]
    ends = [(a.source, a.target) for a in ties if a.source and a.target]
    assert pairs((names[s[0]], names[t[0]]) for s, t in ends) == TIES
    assert len(ends) == len(ties)


def test_a_box_over_several_lanes_says_who_does_it(chart: Chart) -> None:
    (canvas,) = read_docx(chart)
    told = {node.name: node.descr for node in canvas.nodes.values()}
    assert "pelaksana Kasi Trantib, Kasi Kesra, Polsek, Koramil" in told["Proses 2"]


def test_an_svg_draws_a_line_without_head_and_tells_it_in_words(office: Path) -> None:
    root = ET.fromstring(draw(office, 1, "svg").data)
    groups = [g for g in root.iter(f"{SVG}g") if g.get("class") == "alur ikatan"]
    assert sorted(g.get("data-langkah", "") for g in groups) == ["4", "5", "7"]
    assert [g.find(f"{SVG}polygon") for g in groups] == [None] * 3
    words = root.findtext(f"{SVG}desc") or ""
    assert "5. Kasi Trantib dan Koramil bersama-sama menyepakati" in words


@pytest.mark.slow
def test_json_names_the_boxes_of_a_step_and_their_ties(office: Path) -> None:
    (page,) = json.loads(draw(office, 1, "json").data)["halaman"]
    further = {s["id"]: s["langkah"] for s in page["symbols"] if "langkah" in s}
    assert further == {"4~2": "4", "5~2": "5", "7~2": "7"}
    ties = {tuple(sorted((k["source"], k["target"]), key=len)) for k in page["ikatan"]}
    assert ties == TIES
    assert {e["source"] for e in page["edges"]} <= {s.id for s in _steps(office)}


def _steps(office: Path) -> tuple[Any, ...]:
    buku = read_buku(office).buku
    assert buku is not None
    return buku.sop[0].langkah


def test_dot_has_a_node_for_each_pelaksana(office: Path) -> None:
    text = draw(office, 1, "dot").data.decode()
    assert text.count("dir=none") == sum(len(k.bersama) for k in _steps(office))


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["pdf", "png"])
def test_it_is_drawn_twice_to_the_same_bytes(suffix: str, office: Path) -> None:
    first, second = (draw(office, 1, suffix).data for _ in range(2))
    assert first
    assert first == second
