"""A box that answers lead out of is a decision, and asks to be checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.takeover.clerk_xlsx import FIRST, Pen
from tests.takeover.own import drafted, graph_of
from tests.takeover.test_bad_input import messages
from tests.takeover.test_doubts import at, drawn, kegiatan, remark

Y = FIRST


def branching(preset: str, *labels: str) -> Pen:
    """Return a box in the second row that leads on and back, with words beside that."""
    pen = Pen()
    pen.shape("flowChartTerminator", at(2, 0), "Mulai")
    pen.shape(preset, at(3, 1))
    pen.shape("flowChartProcess", at(4, 2))
    pen.line((2.8, Y + 0.5), (3.5, Y + 1.3))
    pen.line((3.5, Y + 1.72), (4.4, Y + 2.3))
    pen.line((3.2, Y + 1.5), (2.5, Y + 0.72))
    spots = ((3.55, Y + 1.75, 3.75, Y + 1.9), (2.75, Y + 1.25, 3.1, Y + 1.4))
    for label, box in zip(labels, spots, strict=False):
        if label:
            pen.words(label, box)
    return pen


@pytest.mark.parametrize("preset", ["rect", "flowChartProcess", "roundRect"])
@pytest.mark.parametrize(
    "labels", [("Ya", "Tidak"), ("Lengkap", "Belum lengkap"), ("Ya",), ("", "Tidak")]
)
def test_a_box_with_answers_is_a_decision(
    preset: str, labels: tuple[str, ...], tmp_path: Path
) -> None:
    made = drawn(branching(preset, *labels))
    one = kegiatan(made)[1]
    assert one["simbol"] == "keputusan"
    assert "kotak dengan panah keluar berlabel" in remark(made, 1, "simbol")
    first, second = (*labels, "", "")[:2]
    expected = {first or "Ya": "3", second or "Tidak": "1"}
    assert one["ke"] == expected
    assert "SOP965" not in messages(made)
    (sop,) = drafted(made, tmp_path).sop
    labelled = {(a[0][2], a[2]) for a in graph_of(sop)[1] if a[2]}
    assert labelled == {("keputusan", word) for word in expected}


def test_a_box_with_two_arrows_and_no_answer_is_none() -> None:
    made = drawn(branching("flowChartProcess"))
    one = kegiatan(made)[1]
    assert "simbol" not in one
    assert sorted(one["ke"]) == ["1", "3"]
