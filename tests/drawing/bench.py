"""Print the judge's totals for our drawings beside those of Graphviz.

    python -m tests.drawing.bench [CASES …]

Graphviz gets the very same boxes and page breaks: ``neato -n2`` with splines=ortho.
Its arrows are ended on the real outlines.  It has no place for our labels, so the
labels of its drawings are left out and not judged.  Times are those of the processor
for our drawings, and of the clock, with starting it, for Graphviz.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from sopgen.layout.flow import draw_flow
from sopgen.symbols import read_symbols
from tests.books import SHARED
from tests.drawing.draw_cases import as_drawing, read_case
from tests.drawing.judged import load_judge

Json = dict[str, Any]
Points = list[tuple[float, float]]
JUDGE = cache(load_judge)
JUDGED = ("cases-real", "cases-public")
#: What the judge counts as blemishes of a drawing.
BLEMISHES = ("join_hidden", "label_on_line", "label_tight", "line_near", "side_by_side")


def drawn(folder: Path) -> Iterator[tuple[Json, Json, float]]:
    """Yield every case of a folder, our drawing of it, and the milliseconds it took."""
    symbols = read_symbols()
    for file in sorted(folder.glob("*.json")):
        case = json.loads(file.read_text(encoding="utf-8"))
        sop, grid = read_case(case)
        start = process_time()
        flow = draw_flow(sop, grid, symbols)
        spent = 1000 * (process_time() - start)
        yield case, as_drawing(flow, grid, symbols), spent


def neato(drawing: Json) -> tuple[Json, float]:
    """Return the drawing with Graphviz's lines, and the milliseconds it took."""
    pages, spent = [], 0.0
    for page in drawing["pages"]:
        start = perf_counter()
        lines = _run_neato(page)
        spent += 1000 * (perf_counter() - start)
        pages.append({**page, "edges": _routed(page, lines)})
    return {"pages": pages}, spent


def _run_neato(page: Json) -> dict[int, str]:
    """Return Graphviz's line of each edge of a page."""
    dot = ["digraph {", "graph [splines=ortho, notranslate=true];"]
    dot.append('node [shape=box, label=""];')
    for s in page["symbols"]:
        x, y = s["x"] + s["w"] / 2, page["h"] - s["y"] - s["h"] / 2
        size = f"width={s['w'] / 72}, height={s['h'] / 72}, fixedsize=true"
        dot.append(f'"{s["id"]}" [pos="{x},{y}!", {size}];')
    for n, e in enumerate(page["edges"]):
        dot.append(f'"{e["from"]}" -> "{e["to"]}" [id={n}, arrowhead=none];')
    command = ["neato", "-n2", "-Tjson"]
    text = "\n".join([*dot, "}"])
    made = subprocess.run(
        command, input=text, capture_output=True, text=True, check=True
    )
    edges = json.loads(made.stdout).get("edges", [])
    return {int(e["id"]): e["pos"] for e in edges}


def _routed(page: Json, lines: dict[int, str]) -> list[Json]:
    """Return the edges of a page along Graphviz's lines."""
    symbols = {s["id"]: s for s in page["symbols"]}
    routed = []
    for n, e in enumerate(page["edges"]):
        points = _polyline(lines[n], page["h"])
        points = _clipped(points, symbols[e["from"]])
        points = _clipped(points[::-1], symbols[e["to"]])[::-1]
        routed.append({**e, "points": points, "label": None})
    return routed


def _polyline(spline: str, height: float) -> Points:
    """Return the corners of an orthogonal spline."""
    numbers = [p.split(",") for p in spline.split() if p[0] not in "se"]
    control = [(float(x), height - float(y)) for x, y in numbers]
    return control[::3]


def _clipped(points: Points, symbol: Json) -> Points:
    """Return the points with the first moved along its run onto the outline."""
    judge = JUDGE()
    (x, y), (x1, y1) = points[0], points[1]
    flat = abs(y - y1) < abs(x - x1)
    spans = judge.spans(judge.outline(symbol), y if flat else x, flat)
    if not spans:
        return points
    ends = [v for span in spans for v in span]
    toward = x1 if flat else y1
    edge = min(ends, key=lambda v: abs(v - toward))
    return [(edge, y) if flat else (x, edge), *points[1:]]


def totals(folder: Path) -> None:
    """Print the totals of one folder of cases."""
    judge = JUDGE()
    with_neato = shutil.which("neato") is not None
    verdicts: dict[str, list[Any]] = {"sopgen": [], "neato ortho": []}
    times: dict[str, list[float]] = {"sopgen": [], "neato ortho": []}
    blemishes: Counter[str] = Counter()
    for case, drawing, spent in drawn(folder):
        verdicts["sopgen"].append(judge.judge(case, drawing))
        times["sopgen"].append(spent)
        judge.number_rows(drawing)
        blemishes.update(judge.beauty(drawing["pages"]))
        if with_neato:
            made, spent = neato(drawing)
            plain = [{**e, "label": None} for e in case["edges"]]
            verdicts["neato ortho"].append(judge.judge({**case, "edges": plain}, made))
            times["neato ortho"].append(spent)
    for engine, found in verdicts.items():
        if found:
            took = sorted(times[engine])
            late = took[int(0.95 * len(took))]
            print(f"\n== {folder.name}: {engine}")
            print(f"ms median {median(took):.0f}, p95 {late:.0f}, max {took[-1]:.0f}")
            judge.show_totals(judge.totals(found))
    print("sopgen:", ", ".join(f"{name} {blemishes[name]}" for name in BLEMISHES))


def main(argv: list[str]) -> int:
    """Print the totals of the judge's cases, or of the folders given."""
    folders = [Path(a) for a in argv] or [SHARED / "judge" / name for name in JUDGED]
    for folder in folders:
        if folder.is_dir():
            totals(folder)
        else:
            print(f"tidak ada: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
