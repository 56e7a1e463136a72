"""Have the charts of a spec judged by ../shared/judge."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any, NamedTuple

from sopgen.layout import arrange
from sopgen.layout.flow import Flow, FlowPage, Grid, draw_flow
from sopgen.model.chart import Chart
from sopgen.model.geometry import Interval
from sopgen.model.sop import Sop
from sopgen.parts import chart_room
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.books import SHARED
from tests.drawing.bersama import boxed
from tests.drawing.draw_cases import as_drawing, read_case
from tests.drawing.kelompok import draw_grouped
from tests.layout.checks import beside_middles, wide

Json = dict[str, Any]
#: The judge's rule in points, and the wider one: gap between arrows, gap to symbols.
RULE, WIDE = {"MIN_GAP": 4.0, "HUG": 2.0}, {"MIN_GAP": 5.0, "HUG": 2.5}


def load_judge() -> ModuleType:
    """Return the judge as a module."""
    spec = importlib.util.spec_from_file_location(
        "judge", SHARED / "judge" / "judge.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Verdict(NamedTuple):
    """What was found in one case."""

    case: str
    hard: list[str]
    hard_wide: list[str]
    beside: int
    soft: dict[str, float]
    ms: float


def look_at(case: Json, judge: ModuleType) -> Verdict:
    """Draw and judge one case, at the judge's rule and with more room asked for."""
    symbols = read_symbols()
    sop, grid = read_case(case)
    start = process_time()
    if "groups" in case:
        sop, chart = draw_grouped(case, sop, symbols)
        flow, drawing, asked = flow_of(chart), drawing_of(chart), case_of(sop, chart)
    else:
        flow = draw_flow(sop, grid, symbols)
        drawing, asked = as_drawing(flow, grid, symbols), case
    ms = 1000 * (process_time() - start)
    told, drawing = boxed(asked, sop, flow, drawing)
    found: list[Any] = []
    for rule in (RULE, WIDE):
        vars(judge).update(rule)
        forks = bool(case.get("forks"))
        found.append(judge.judge(told, drawing, forks, bounds=False))
    beside = sum(len(beside_middles(page, wide(sop))) for page in flow.pages)
    rules = [sorted(verdict["rules"]) for verdict in found]
    return Verdict(case["id"], rules[0], rules[1], beside, found[0]["soft"], ms)


def faults_of(folder: Path) -> list[str]:
    """Return the hard faults of every chart of a spec."""
    buku = read_buku(folder).buku
    assert buku is not None
    judge, symbols = load_judge(), read_symbols()
    faults: list[str] = []
    for sop in buku.sop:
        chart = arrange(sop, chart_room(buku), symbols, keterangan=buku.berketerangan)
        if chart.pages:
            case, drawing = boxed(
                case_of(sop, chart), sop, flow_of(chart), drawing_of(chart)
            )
            verdict = judge.judge(case, drawing)
            faults += [f"{sop.id}: {f['rule']} {f['what']}" for f in verdict["faults"]]
    return faults


def case_of(sop: Sop, chart: Chart) -> Json:
    """Return the case that a SOP's chart has to show."""
    starts = [
        next(row.kegiatan for row in page.rows if row.kegiatan is not None)
        for page in chart.pages
    ]
    return {
        "id": sop.id,
        "lanes": [p.nama for p in sop.pelaksana],
        "cell": {"w": 60, "h": 50},
        "breaks": starts[1:],
        "steps": [
            {"id": s.id, "row": s.baris, "lane": s.lajur, "symbol": s.simbol}
            for s in sop.langkah
        ],
        "edges": [
            {"from": a.dari, "to": a.ke, "label": a.label, "kind": a.jenis.value}
            for a in sop.alur
        ],
    }


def drawing_of(chart: Chart) -> Json:
    """Return a chart as the judge reads it."""
    lanes = tuple(Interval(*lane) for lane in chart.pages[0].lanes)
    return as_drawing(flow_of(chart), Grid(lanes, (), 0), read_symbols())


def flow_of(chart: Chart) -> Flow:
    """Return what was drawn of a chart without its table."""
    pages = (FlowPage(p.rows, p.symbols, p.edges, p.ikatan) for p in chart.pages)
    return Flow(tuple(pages), ())
