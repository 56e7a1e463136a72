"""Small flows written down in a line, for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sopgen.layout.flow import Flow, Grid, draw_flow
from sopgen.layout.route.search.dice import Dice
from sopgen.model.geometry import Interval
from sopgen.model.sop import Sop
from sopgen.symbols import read_symbols
from tests.drawing.draw_cases import read_case

Json = dict[str, Any]
KINDS = {
    "T": "terminator",
    "P": "proses",
    "K": "keputusan",
    "D": "dokumen",
    "H": "persiapan",
}


def sop_of(steps: str, edges: str, lanes: int = 3) -> Sop:
    """Return a SOP from ``"a0.1T"`` (id, row, lane, kind) and ``"a>b:Ya"`` words.

    What several do has their lanes with commas: ``"a0.1,2,4P"``.
    """
    case: Json = {"id": "uji", "lanes": ["L"] * lanes, "cell": {"w": 60, "h": 50}}
    case["steps"] = [_step(word) for word in steps.split()]
    case["edges"] = [
        {"from": w[0], "to": w[2], "label": w[4:], "kind": "proses"}
        for w in edges.split()
    ]
    return read_case(case)[0]


def _step(word: str) -> Json:
    row, lanes = word[1:-1].split(".")
    every = [int(lane) for lane in lanes.split(",")]
    place = {"row": int(row), "lane": every[0], "lanes": every}
    return {"id": word[0], **place, "symbol": KINDS[word[-1]]}


def grid_of(sop: Sop, lane: float = 24.0, row: float = 16.0, room: float = 1e6) -> Grid:
    """Return a growing grid of equal lanes and rows."""
    lanes = tuple(
        Interval(n * lane, n * lane + lane) for n in range(len(sop.pelaksana))
    )
    return Grid(lanes, (row,) * len(sop.kegiatan), room)


def drawn(sop: Sop, **sizes: float) -> tuple[Flow, Grid]:
    """Return the flow of a SOP and the grid it was drawn into."""
    grid = grid_of(sop, **sizes)
    return draw_flow(sop, grid, read_symbols()), grid


def long_sop(rows: int, lanes: int, seed: int) -> Sop:
    """Return a chain of steps with loops back, self loops and steps left alone."""
    dice = Dice(seed)
    kinds = ("proses", "keputusan", "dokumen", "persiapan", "penyimpanan", "proses")
    steps = [
        {
            "id": f"s{n}",
            "row": n,
            "lane": dice.throw(lanes),
            "symbol": kinds[dice.throw(6)],
        }
        for n in range(rows)
    ]
    edges: list[Json] = []
    for n in range(rows - 1):
        decision = steps[n]["symbol"] == "keputusan"
        if dice.throw(10):
            edges.append(_edge(n, n + 1, "Ya" if decision else ""))
        if decision and dice.throw(4):
            edges.append(_edge(n, max(0, n - dice.throw(12)), "Tidak"))
        if not dice.throw(20):
            edges.append(_edge(n, n, ""))
    case = {"id": "panjang", "lanes": ["L"] * lanes, "cell": {"w": 60, "h": 50}}
    sop = read_case({**case, "steps": steps, "edges": edges})[0]
    return replace(sop, id=f"panjang-{rows}-{lanes}-{seed}")


def _edge(source: int, target: int, label: str) -> Json:
    return {"from": f"s{source}", "to": f"s{target}", "label": label, "kind": "proses"}
