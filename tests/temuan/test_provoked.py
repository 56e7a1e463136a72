"""Findings that no other test brings about, each from what really causes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen import workbooks
from sopgen.assets import BrokenAssetError
from sopgen.layout import arrange
from sopgen.layout.covered import find_covered
from sopgen.layout.grid import FlowPage
from sopgen.model.chart import Symbol, TextBlock
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.sop import Sop
from sopgen.pipeline import Wish, build, check
from sopgen.render import graph
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.symbols import read_symbols
from sopgen.temuan import read_folder
from tests.layout.flows import drawn, sop_of
from tests.spec.kantor import BUKU, SURAT, write_kantor
from tests.takeover.clerk_xlsx import FIRST, Pen, clerk_workbook
from tests.takeover.own import taken
from tests.takeover.test_bad_input import with_shapes

LONG_LABEL = "Dipertanggungjawabkannya"
#: A name that a cell keeps with one blank.
TWO_BLANKS = "Petugas  Loket"


def codes(found: tuple[Diagnostic, ...]) -> set[str]:
    return {one.code for one in found}


def office(folder: Path, name: str, text: str) -> Path:
    """Write the small office with one file of another text."""
    write_kantor(folder)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def labelled(label: str) -> Sop:
    """Return a flow with a decision whose exits have a label."""
    sop = sop_of("a0.0P k1.1K b2.2P c2.0P", "a>k k>b:Ya k>c:Tidak")
    alur = tuple(replace(one, label=one.label and label) for one in sop.alur)
    return replace(sop, alur=alur)


def test_a_label_without_room_and_on_a_symbol_is_told() -> None:
    flow, _ = drawn(labelled(LONG_LABEL), lane=10.0)
    assert {"SOP502", "SOP507"} <= codes(flow.findings)
    flow, _ = drawn(labelled("Ya"), lane=24.0)
    assert not {"SOP502", "SOP507"} & codes(flow.findings)


def test_a_row_higher_than_a_page_is_told(tmp_path: Path) -> None:
    text = SURAT.replace("Menerima surat", "Menerima surat " * 900)
    found = check(office(tmp_path / "uji", "sop/surat.yaml", text))
    (told,) = [one for one in found if one.code == "SOP503"]
    assert told.severity is Severity.INFO
    assert "dilanjutkan di halaman berikutnya" in told.message


def test_a_step_without_a_symbol_to_draw_is_told() -> None:
    sop = sop_of("a0.0P b1.1P", "a>b")
    odd = replace(sop.langkah[1], simbol="tidak-ada")
    chart = arrange(
        replace(sop, langkah=(sop.langkah[0], odd)), (200.0, 100.0), read_symbols()
    )
    assert {"SOP505", "SOP506"} <= codes(chart.findings)


def test_a_note_that_an_arrow_crosses_is_told() -> None:
    sop = sop_of("a0.0P b1.1P", "a>b")
    page = drawn(sop)[0].pages[0]
    edge = page.edges[0]
    assert list(find_covered(sop, noted(page, page.symbols[0]))) == []
    (told,) = find_covered(sop, noted(page, page.symbols[0], at=1))
    assert told.code == "SOP508"
    assert told.span == sop.alur[edge.alur[0]].span


def noted(page: FlowPage, symbol: Symbol, at: int | None = None) -> FlowPage:
    """Return a page with a note beside a symbol: on a point of its arrow, or away."""
    spot = page.edges[0].points[at] if at is not None else None
    box = replace(symbol.box, y=symbol.box.y - 50)
    if spot is not None:
        box = replace(box, x=spot.x - 1, y=spot.y - 1, w=2, h=2)
    note = TextBlock(box, ("lembar 2",), 6, 2.5)
    others = tuple(one for one in page.symbols if one is not symbol)
    return replace(page, symbols=(replace(symbol, note=note), *others))


def test_a_final_build_refuses_open_errors(tmp_path: Path) -> None:
    text = SURAT.replace("Ya: 3", "Ya: 13")
    folder = office(tmp_path / "uji", "sop/surat.yaml", text)
    made = build(Wish(folder, tmp_path / "output", final=True), lambda *_: None)
    assert not made.files
    assert "SOP712" in codes(made.findings)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    text = BUKU.replace("  nama: Uji\n", f"  nama: Uji\n  lambang: {'a' * 300}.png\n")
    found = read_buku(office(tmp_path / "uji", "buku.yaml", text)).findings
    assert "SOP903" in codes(found)


def test_what_came_with_the_program_and_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenAssetError) as fault:
        read_folder(tmp_path)
    told = fault.value.finding
    assert (told.code, told.severity) == ("SOP925", Severity.ERROR)
    assert "berkas bawaan sopgen rusak" in told.message


def test_a_map_without_graphviz_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "PROGRAMS", ("program-yang-tidak-ada",))
    text = BUKU.replace("  - sop\n", "  - sop\n  - peta\n")
    found = check(office(tmp_path / "uji", "buku.yaml", text))
    (told,) = [one for one in found if one.code == "SOP952"]
    assert told.severity is Severity.WARNING


@pytest.mark.slow
def test_what_a_workbook_cannot_hold_is_told(tmp_path: Path) -> None:
    text = SURAT.replace("Petugas", TWO_BLANKS)
    made = export_workbook(office(tmp_path / "uji", "sop/surat.yaml", text))
    assert not made.workbook
    assert "SOP956" in codes(made.findings)


@pytest.mark.slow
def test_a_guess_is_marked_in_the_workbook_of_drafts(tmp_path: Path) -> None:
    file = tmp_path / "lama.xlsx"
    file.write_bytes(clerk_workbook())
    made = tmp_path / "baru.xlsx"
    made.write_bytes(workbooks.import_file(file, "lama", workbook=True).workbook)
    listed = load_workbook(made)["Temuan"].iter_rows(values_only=True)
    assert "SOP960" in {value for row in listed for value in row}


def test_a_connector_without_its_pair_is_told() -> None:
    pen = Pen()
    pen.shape("rect", (2.2, FIRST + 0.3, 2.8, FIRST + 0.7))
    pen.shape("homePlate", (2.3, FIRST + 1.4, 2.7, FIRST + 1.8), "A")
    pen.line((2.5, FIRST + 0.7), (2.5, FIRST + 1.4))
    made = taken(with_shapes(*pen.shapes))
    assert "SOP971" in codes(made.findings)
