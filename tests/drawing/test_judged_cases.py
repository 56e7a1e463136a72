from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.books import SHARED, needs_shared
from tests.drawing.draw_cases import draw_all
from tests.drawing.judged import load_judge

CARELESS = ("off_corner", "jogs", "gridline_runs")


@needs_shared
@pytest.mark.parametrize("name", ["cases-real", "cases-public"])
def test_the_judge_finds_no_hard_fault(name: str) -> None:
    judge, folder = load_judge(), SHARED / "judge" / name
    vars(judge).update(MIN_GAP=5.0, HUG=2.5)
    found = {}
    for file, case, drawing, _ in draw_all(folder):
        verdict = judge.judge(_load(folder / file), drawing, bounds=False)
        careless = sum(verdict["soft"].get(k, 0) for k in CARELESS)
        if verdict["hard"] or careless:
            found[case] = verdict["rules"]
    assert found == {}


def _load(file: Path) -> object:
    return json.loads(file.read_text(encoding="utf-8"))
