"""Flows whose lanes stand in groups, drawn as the whole charts that are printed.

The headings of groups take room from the rows, and their names from the lanes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sopgen.kertas import read_kertas
from sopgen.layout import arrange
from sopgen.layout.route.search.dice import Dice
from sopgen.model.chart import Chart
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.parts.styles import landscape
from tests.drawing.bersama import make_joint_case

Json = dict[str, Any]
#: Names of groups, short and long; without one a lane stands by itself.
NAMES = ("", "Desa", "Kecamatan", "Instansi Terkait di Kabupaten")
PAPER = "F4"
#: How many neighbouring lanes a group has at most.
LARGEST = 3


def make_grouped(seed: int) -> Json:
    """Return the case of a seed, its lanes in groups."""
    case, dice = make_joint_case(seed), Dice(seed * 7919 + 11)
    groups: list[str] = []
    for number in range(len(case["lanes"])):
        name = NAMES[dice.throw(len(NAMES))]
        groups += [f"{name} {number}" if name else ""] * (1 + dice.throw(LARGEST))
    return case | {
        "id": f"kelompok-{case['id']}",
        "groups": groups[: len(case["lanes"])],
    }


def draw_grouped(case: Json, sop: Sop, symbols: Symbols) -> tuple[Sop, Chart]:
    """Return the SOP of a case with its groups, and its chart on a sheet of paper."""
    pairs = zip(sop.pelaksana, case["groups"], strict=True)
    pelaksana = tuple(replace(one, kelompok=name) for one, name in pairs)
    grouped = replace(sop, pelaksana=pelaksana)
    room = landscape(read_kertas()[PAPER]).column
    return grouped, arrange(grouped, room, symbols)
