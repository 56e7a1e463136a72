"""Flows with steps of several pelaksana, and how the judge reads them.

The judge knows one lane a step, and no ties.  So each box of such a step is a step of
its own to it, in a lane as wide as the lanes below the box, and each tie an arrow of a
kind of its own: what it asks of boxes and lines it then asks of these.
"""

from __future__ import annotations

from typing import Any

from sopgen.layout.columns import LANE_GOOD
from sopgen.layout.flow import Flow
from sopgen.layout.route.search.dice import Dice
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.sop import Langkah, Sop
from tests.drawing.families import make_case

Json = dict[str, Any]
TIE = "ikatan"
#: Room for rows on a sheet of F4 in landscape, pt.
ROOM = 430.0
#: How many of 100 steps several do, and how many of these stand in neighbouring lanes.
JOINT, NEIGHBOURS = 35, 60


def make_joint_case(seed: int) -> Json:
    """Return the case of a seed, some of its steps spread over several lanes.

    Its rows may grow, its lanes are as wide as those of a chart of a usual size, its
    pages as high as paper: a box over all lanes is in the way of every arrow.
    """
    case, dice = make_case(seed), Dice(seed * 104729 + 5)
    for _ in range(8):
        dice.throw(2)
    case |= {"id": f"bersama-{case['id']}", "growing": True, "room": ROOM}
    case["cell"] = {**case["cell"], "w": max(case["cell"]["w"], LANE_GOOD / MM_PER_PT)}
    for step in case["steps"]:
        if dice.throw(100) < JOINT and len(case["lanes"]) > 1:
            lanes = _lanes(dice, step["lane"], len(case["lanes"]))
            if _fits(case, step, lanes):
                step["lanes"] = lanes
    return case


def _lanes(dice: Dice, lane: int, count: int) -> list[int]:
    if dice.throw(100) < NEIGHBOURS:
        size = 2 + dice.throw(count - 1)
        first = max(0, min(lane - dice.throw(size), count - size))
        return list(range(first, first + size))
    left = [n for n in range(count) if n != lane]
    more = [left.pop(dice.throw(len(left))) for _ in range(1 + dice.throw(len(left)))]
    return sorted({lane, *more})


def _fits(case: Json, step: Json, lanes: list[int]) -> bool:
    """Tell whether a row, whose height is given, holds a step in these lanes.

    There are no more than two levels in it.
    """
    row = [s for s in case["steps"] if s is not step and s["row"] == step["row"]]
    reach = range(lanes[0], lanes[-1] + 1)
    met = [s for s in row if any(n in reach for n in s.get("lanes", [s["lane"]]))]
    return not met or (len(row) == 1 and "lanes" not in row[0])


def boxed(case: Json, sop: Sop, flow: Flow, drawing: Json) -> tuple[Json, Json]:
    """Return a case and its drawing in the judge's words, box by box and tie by tie."""
    spread = {k.id: k for k in sop.langkah if k.bersama}
    if not spread:
        return case, drawing
    steps = [dict(step) for step in case["steps"]]
    edges = [dict(edge) for edge in case["edges"]]
    made = {"pages": [dict(page) for page in drawing["pages"]]}
    lanes: list[Json] = list(drawing["pages"][0]["lanes"])
    for page, drawn in zip(made["pages"], flow.pages, strict=True):
        boxes: dict[str, list[str]] = {}
        for symbol in sorted(drawn.symbols, key=lambda s: s.box.x):
            name = symbol.langkah or symbol.id
            if name in spread:
                boxes.setdefault(name, []).append(symbol.id)
        for name, ids in boxes.items():
            steps += _steps(steps, spread[name], ids, lanes)
        page["edges"] = list(page["edges"])
        for tie in drawn.ikatan:
            ends = {"from": tie.source, "to": tie.target, "kind": TIE}
            points = [[p.x / MM_PER_PT, p.y / MM_PER_PT] for p in tie.points]
            page["edges"].append({**ends, "edge": [len(edges)], "points": points})
            edges.append(ends)
    for page in made["pages"]:
        page["lanes"] = lanes
    return {**case, "steps": steps, "edges": edges}, made


def _steps(
    steps: list[Json], langkah: Langkah, ids: list[str], lanes: list[Json]
) -> list[Json]:
    """Put a step into lanes as wide as its box; return those for its further boxes."""
    (own,) = (step for step in steps if step["id"] == langkah.id)
    more: list[Json] = []
    assert len(ids) == len(langkah.deret), (langkah.id, ids)
    for name, run in zip(ids, langkah.deret, strict=True):
        lanes.append({"x0": lanes[run[0]]["x0"], "x1": lanes[run[-1]]["x1"]})
        if name == langkah.id:
            own["lane"] = len(lanes) - 1
        else:
            more.append({**own, "id": name, "lane": len(lanes) - 1})
    return more
