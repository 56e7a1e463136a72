from __future__ import annotations

import json

import pytest

from tests.books import SHARED, needs_shared
from tests.drawing.bersama import make_joint_case
from tests.drawing.judged import load_judge, look_at

pytestmark = pytest.mark.slow

#: Numbers of random flows with steps of several pelaksana.
JOINT = (*range(60000, 60020), 61015, 61283, 61401, 61448)
CARELESS = ("off_corner", "jogs", "gridline_runs")


@needs_shared
@pytest.mark.parametrize("name", ["cases-real", "cases-public"])
def test_the_judge_finds_no_hard_fault(name: str) -> None:
    judge, found = load_judge(), {}
    for file in sorted((SHARED / "judge" / name).glob("*.json")):
        verdict = look_at(json.loads(file.read_text(encoding="utf-8")), judge)
        careless = verdict.beside + sum(verdict.soft.get(k, 0) for k in CARELESS)
        if verdict.hard or verdict.hard_wide or careless:
            found[verdict.case] = verdict
    assert found == {}


@needs_shared
def test_the_judge_finds_no_hard_fault_where_several_do_a_step() -> None:
    judge = load_judge()
    found = [look_at(make_joint_case(number), judge) for number in JOINT]
    assert [verdict.case for verdict in found if verdict.hard or verdict.beside] == []
