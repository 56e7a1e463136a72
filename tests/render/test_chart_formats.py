"""A chart by itself, in every format of ``sopgen draw``, and the map of SOP."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from sopgen.gambar import draw, draw_map
from sopgen.model.buku import Buku
from sopgen.render.formats import DRAWINGS
from sopgen.render.graph import find_program
from sopgen.spec import read_buku
from tests.books import ROOT, require
from tests.spec.kantor import write_kantor

KAMPAK = ROOT / "specs" / "kampak"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def buku() -> Buku:
    buku = read_buku(KAMPAK).buku
    assert buku is not None
    return buku


@pytest.mark.parametrize("suffix", sorted(DRAWINGS))
def test_a_chart_is_drawn_twice_to_the_same_bytes(suffix: str) -> None:
    first, second = (draw(KAMPAK, 1, suffix).data for _ in range(2))
    assert first
    assert first == second


def test_an_svg_tells_its_title_its_flow_and_the_ids_of_the_spec(buku: Buku) -> None:
    root = ET.fromstring(draw(KAMPAK, 3, "svg").data)
    sop = buku.sop[2]
    assert root.findtext(f"{SVG}title") == sop.judul_prosedur
    assert "keputusan: MS ke 4, TMS ke 1" in (root.findtext(f"{SVG}desc") or "")
    ids = {e.attrib["id"] for e in root.iter(f"{SVG}g") if "id" in e.attrib}
    assert {f"langkah-{langkah.id}" for langkah in sop.langkah} <= ids


def test_an_svg_has_a_class_for_each_symbol_and_arrow(buku: Buku) -> None:
    root = ET.fromstring(draw(KAMPAK, 3, "svg").data)
    kinds = [e.attrib.get("class", "") for e in root.iter(f"{SVG}g")]
    sop = buku.sop[2]
    assert kinds.count("alur alur-proses") == len(sop.alur)
    for langkah in sop.langkah:
        assert f"simbol simbol-{langkah.simbol}" in kinds


def test_an_svg_loads_nothing_from_outside() -> None:
    text = draw(KAMPAK, 1, "svg").data.decode()
    assert "href" not in text
    assert "url(" not in text


def test_the_theme_for_screens_is_coloured_and_that_for_paper_is_not() -> None:
    paper, screen = (draw(KAMPAK, 1, "svg", name).data for name in ("cetak", "layar"))
    assert b"#fdf0cf" in screen
    assert b"#fdf0cf" not in paper


@pytest.mark.slow
def test_a_png_is_a_picture_of_reading_size() -> None:
    data = draw(KAMPAK, 1, "png").data
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") > 2000


def test_json_holds_every_arrow_in_millimetres(buku: Buku) -> None:
    (page,) = json.loads(draw(KAMPAK, 1, "json").data)["halaman"]
    assert len(page["edges"]) == len(buku.sop[0].alur)
    for edge in page["edges"]:
        for (ax, ay), (bx, by) in zip(edge["points"], edge["points"][1:], strict=False):
            assert ax == bx or ay == by


def test_dot_names_every_step_and_exit(buku: Buku) -> None:
    text = draw(KAMPAK, 3, "dot").data.decode()
    assert text.startswith("digraph")
    assert "label=TMS" in text
    for pelaksana in buku.sop[2].pelaksana:
        assert pelaksana.nama in text


def test_a_pdf_is_cut_to_the_chart() -> None:
    with pdfium.PdfDocument(draw(KAMPAK, 1, "pdf").data) as pdf:
        assert len(pdf) == 1
        width, height = pdf[0].get_size()
        assert width > height


def test_there_is_no_chart_without_kegiatan(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    (folder / "sop" / "surat.yaml").write_text("unit: Sekretariat\nstatus: draf\n")
    assert draw(folder, 1, "svg").data == b""
    assert draw(folder, 1, "svg").nama == "01-surat"
    assert draw(folder, 2, "svg").nama == ""


def test_a_draft_carries_its_mark_in_every_picture(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    file = folder / "sop" / "surat.yaml"
    assert b"DRAF" not in draw(folder, 1, "svg").data
    file.write_text(file.read_text() + "status: draf\n")
    assert b"DRAF" in draw(folder, 1, "svg").data


@pytest.mark.parametrize("suffix", ["svg", "pdf"])
def test_the_map_shows_every_sop(suffix: str, buku: Buku, tmp_path: Path) -> None:
    require(find_program() is not None, "Graphviz")
    data = draw_map(KAMPAK, suffix).data
    if suffix == "svg":
        text = "".join(ET.fromstring(data).itertext())
    else:
        with pdfium.PdfDocument(data) as pdf:
            text = str(pdf[0].get_textpage().get_text_bounded())
    for sop in buku.sop:
        assert f"{sop.nomor}. {sop.nama.split()[0]}" in text
