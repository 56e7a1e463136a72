"""Draw every case file of a folder for the judge, and note how long each took.

    python -m tests.drawing.draw_cases CASES OUT

The formats are those of design/routing.md: cases and drawings are JSON in points.  A
case that says ``"forks": true`` has its fans drawn as one line that parts, as books do;
else each arrow leaves alone, as the judge wants it that is not told ``--forks``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from sopgen.layout.flow import Flow, FlowPage, Grid, draw_flow
from sopgen.model.chart import Edge, Symbol
from sopgen.model.diagnostic import Source, Span
from sopgen.model.geometry import MM_PER_PT, Box, Interval
from sopgen.model.shape import Symbols
from sopgen.model.sop import (
    Alur,
    Cabang,
    Identitas,
    Jenis,
    Kegiatan,
    Langkah,
    MutuBaku,
    Pelaksana,
    Sop,
    Status,
    TanggalSop,
)
from sopgen.symbols import read_symbols

Json = dict[str, Any]
#: Room of a page that is never full.
ENDLESS = 1e6


def read_case(case: Json) -> tuple[Sop, Grid]:
    """Return the SOP that a case describes and the grid it asks for."""
    span = Span(Source(f"{case['id']}.json"))
    rows = 1 + max(step["row"] for step in case["steps"])
    langkah = tuple(
        Langkah(
            s["id"], s["row"], s["lane"], s["symbol"], s.get("text") or "", span
        ).di(s.get("lanes") or [s["lane"]])
        for s in case["steps"]
    )
    alur = tuple(
        Alur(
            e["from"],
            e["to"],
            e.get("label") or "",
            Jenis(e.get("kind", "proses")),
            span,
        )
        for e in case["edges"]
    )
    empty, undated = MutuBaku(), TanggalSop("", None, span)
    sop = Sop(
        id=case["id"],
        nomor=1,
        nama=case["id"],
        nama_pendek="",
        judul_sampul="",
        judul_prosedur="",
        nomor_sop="",
        identitas=Identitas(
            "", "", undated, undated, undated, None, (), (), (), (), (), ()
        ),
        pelaksana=tuple(Pelaksana(name, span) for name in case["lanes"]),
        kegiatan=tuple(Kegiatan(str(n + 1), "", empty, "", span) for n in range(rows)),
        langkah=langkah,
        alur=alur,
        status=Status.DRAF,
        catatan="",
        cabang=Cabang.SATU if case.get("forks") else Cabang.TERPISAH,
        span=span,
    )
    w, h = (case["cell"][k] * MM_PER_PT for k in ("w", "h"))
    lanes = tuple(Interval(n * w, n * w + w) for n in range(len(case["lanes"])))
    growing = bool(case.get("growing"))
    if "room" in case:
        room = case["room"] * MM_PER_PT
        return sop, Grid(lanes, (h,) * rows, room, growing=growing)
    breaks = tuple(case.get("breaks") or ())
    return sop, Grid(lanes, (h,) * rows, ENDLESS, breaks, growing=growing)


def as_drawing(flow: Flow, grid: Grid, symbols: Symbols) -> Json:
    """Return the drawing that the judge reads."""
    return {"pages": [_page(page, grid, symbols) for page in flow.pages]}


def _page(page: FlowPage, grid: Grid, symbols: Symbols) -> Json:
    height = page.rows[-1].y1
    return {
        "w": _pt(grid.lanes[-1].end),
        "h": _pt(height),
        "lanes": [{"x0": _pt(i.start), "x1": _pt(i.end)} for i in grid.lanes],
        "rows": [
            {"row": r.kegiatan, "y0": _pt(r.y0), "y1": _pt(r.y1)} for r in page.rows
        ],
        "symbols": [_symbol(s, symbols) for s in page.symbols],
        "edges": [_edge(e) for e in page.edges],
    }


def _symbol(symbol: Symbol, symbols: Symbols) -> Json:
    polygon = symbols.shapes[symbol.simbol].polygon(symbol.box)
    ref = {"ref": symbol.ref} if symbol.ref else {}
    outline = [[_pt(p.x), _pt(p.y)] for p in polygon]
    return {
        "id": symbol.id,
        "symbol": symbol.simbol,
        **_box(symbol.box),
        **ref,
        "outline": outline,
    }


def _edge(edge: Edge) -> Json:
    out: Json = {
        "from": edge.source,
        "to": edge.target,
        "kind": edge.jenis.value,
        "edge": list(edge.alur),
        "points": [[_pt(p.x), _pt(p.y)] for p in edge.points],
    }
    if edge.label:
        out["label"] = {"text": edge.label.text, **_box(edge.label.box)}
    return out


def _box(box: Box) -> Json:
    return {"x": _pt(box.x), "y": _pt(box.y), "w": _pt(box.w), "h": _pt(box.h)}


def _pt(mm: float) -> float:
    return round(mm / MM_PER_PT, 4)


def draw_all(cases: Path) -> Iterator[tuple[str, str, Json, float]]:
    """Yield file name, id, drawing and milliseconds of every case of a folder."""
    symbols = read_symbols()
    for file in sorted(cases.glob("*.json")):
        case = json.loads(file.read_text(encoding="utf-8"))
        sop, grid = read_case(case)
        start = perf_counter()
        flow = draw_flow(sop, grid, symbols)
        spent = 1000 * (perf_counter() - start)
        yield file.name, case["id"], as_drawing(flow, grid, symbols), spent


def main(argv: list[str]) -> int:
    """Draw the cases of the first folder into the second."""
    if len(argv) != 2:
        sys.stderr.write(__doc__ or "")
        return 2
    out = Path(argv[1])
    out.mkdir(parents=True, exist_ok=True)
    times = {}
    for name, case, drawing, spent in draw_all(Path(argv[0])):
        text = json.dumps(drawing, ensure_ascii=False)
        (out / name).write_text(text, encoding="utf-8")
        times[case] = round(spent, 2)
    (out / "times.json").write_text(json.dumps(times, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
