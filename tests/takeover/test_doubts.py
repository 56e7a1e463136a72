"""What is drawn so that it may mean two things is read as one, and says so."""

from __future__ import annotations

from typing import Any

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.model.draft import Trail
from sopgen.model.geometry import Box, Point
from sopgen.takeover import Takeover
from sopgen.takeover.arrows import Arrow
from sopgen.takeover.board import Figure, Words
from sopgen.takeover.kinds import kind_of_outline
from sopgen.takeover.labels import DISTANT, is_usual, name_exits
from tests.takeover.clerk_xlsx import FIRST, Pen
from tests.takeover.own import taken
from tests.takeover.test_bad_input import messages, with_shapes

STEP = Figure("proses", Box(0, 0, 20, 10))
CHOICE = Figure("keputusan", Box(40, 0, 20, 10))
FIGURES = (STEP, CHOICE, STEP, STEP)


def drawn(pen: Pen) -> Takeover:
    return taken(with_shapes(*pen.shapes))


def kegiatan(made: Takeover) -> list[Any]:
    data: Any = made.drafts[1].data
    return list(data["kegiatan"])


def remark(made: Takeover, *trail: str | int) -> str:
    whole: Trail = ("kegiatan", *trail)
    return made.drafts[1].remarks.get(whole, "")


def at(column: int, row: int) -> tuple[float, float, float, float]:
    """Return where a symbol stands in a cell."""
    return (column + 0.2, FIRST + row + 0.3, column + 0.8, FIRST + row + 0.72)


def two_steps(pen: Pen) -> Pen:
    """Draw two symbols with an arrow between them."""
    pen.shape("flowChartProcess", at(2, 0))
    pen.shape("flowChartProcess", at(2, 1))
    pen.line((2.5, FIRST + 0.72), (2.5, FIRST + 1.3))
    return pen


def path(*points: tuple[float, float]) -> tuple[Point, ...]:
    return tuple(Point(*p) for p in points)


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Ya", True), ("TMS", True), ("Tidak lengkap", True), ("(Sesuai)", True),
        ("lihat catatan", False), ("ya ya tidak", False), ("", False),
    ],
)  # fmt: skip
def test_words_that_name_an_exit_are_few(text: str, usual: bool) -> None:
    assert is_usual(text) == usual


def test_other_words_beside_the_arrow_of_a_step_are_told() -> None:
    pen = two_steps(Pen())
    pen.words("lihat catatan", (2.55, FIRST + 0.85, 2.95, FIRST + 1.1))
    made = drawn(pen)
    assert "ke" not in kegiatan(made)[0]
    assert "SOP965 tulisan `lihat catatan` tidak menempel" in messages(made)


def test_an_exit_named_on_a_step_asks_to_be_checked() -> None:
    pen = two_steps(Pen())
    pen.words("Ya", (2.55, FIRST + 0.85, 2.75, FIRST + 1.1))
    made = drawn(pen)
    assert kegiatan(made)[0]["ke"] == {"Ya": "2"}
    assert "tidak keluar dari keputusan" in remark(made, 0, "ke", "Ya")


def test_a_label_on_a_copy_is_not_lost_silently() -> None:
    pen = two_steps(Pen())
    pen.shape("flowChartProcess", at(3, 1))
    pen.line((2.8, FIRST + 0.5), (3.5, FIRST + 1.3), "dash")
    pen.words("Ya", (2.95, FIRST + 0.45, 3.1, FIRST + 0.6))
    made = drawn(pen)
    assert "label `Ya` pada panah tembusan tidak dipakai" in remark(made, 0, "tembusan")


def test_a_label_belongs_to_the_decision_whose_arrow_is_nearer_anywhere() -> None:
    arrows = (
        Arrow(1, 2, path((0, 0), (0, 60))),
        Arrow(0, 3, path((8, 40), (8, 80))),
    )
    label = Words("Tidak", Box(1, 41, 4, 3))
    named, left = name_exits(arrows, FIGURES, (label,))
    assert [(a.label, a.label_doubt) for a in named] == [("Tidak", DISTANT), ("", "")]
    assert left == ()


def test_labels_that_could_be_exchanged_say_so() -> None:
    arrows = (
        Arrow(1, 2, path((0, 0), (0, 5), (20, 5))),
        Arrow(1, 3, path((0, 0), (0, 5), (-20, 5))),
    )
    words = (Words("Ya", Box(-2, 1, 4, 2)), Words("Tidak", Box(-2, 3, 4, 2)))
    named, _ = name_exits(arrows, FIGURES, words)
    assert {a.label for a in named} == {"Ya", "Tidak"}
    why = "label `Ya` dan `Tidak` berdekatan; mungkin tertukar"
    assert [a.label_doubt for a in named] == [why, why]


def test_a_label_that_may_be_that_of_a_bare_exit_says_so() -> None:
    arrows = (
        Arrow(1, 2, path((0, 0), (0, 5), (20, 5))),
        Arrow(1, 3, path((0, 0), (0, 5), (-20, 5))),
    )
    named, _ = name_exits(arrows, FIGURES, (Words("Ya", Box(1, 1, 4, 2)),))
    (doubt,) = [a.label_doubt for a in named if a.label]
    assert doubt == "label `Ya` berdekatan dengan dua panah; mungkin milik yang lain"


def test_labels_at_their_own_arrows_are_sure() -> None:
    arrows = (
        Arrow(1, 2, path((50, 10), (50, 30))),
        Arrow(1, 3, path((60, 5), (90, 5))),
    )
    words = (Words("Ya", Box(51, 12, 4, 2)), Words("Tidak", Box(62, 2, 4, 2)))
    named, _ = name_exits(arrows, FIGURES, words)
    assert [(a.label, a.label_doubt) for a in named] == [("Ya", ""), ("Tidak", "")]


LANES = ["Petugas Loket", "Kasi Pelayanan", "Camat", "Arsiparis"]


@pytest.mark.parametrize(("right", "count"), [(3.9, 2), (5.9, 4)])
def test_a_symbol_across_columns_is_what_all_of_them_do(
    right: float, count: int
) -> None:
    pen = Pen()
    pen.shape("flowChartProcess", (2.1, FIRST + 1.3, right, FIRST + 1.7))
    made = drawn(pen)
    assert kegiatan(made)[1]["pelaksana"] == LANES[:count]
    assert remark(made, 1, "pelaksana") == ""


def test_a_symbol_that_covers_half_of_a_column_says_so() -> None:
    pen = Pen()
    pen.shape("flowChartProcess", (2.1, FIRST + 1.3, 3.42, FIRST + 1.7))
    made = drawn(pen)
    said = "simbol menutupi kolom Petugas Loket, Kasi Pelayanan; dibaca sebagai"
    assert kegiatan(made)[1]["pelaksana"] == LANES[:2]
    assert said in remark(made, 1, "pelaksana")


def joined(pen: Pen, gap: float = 0.0) -> Pen:
    """Draw two steps, a box beside the second one, and a line between these."""
    two_steps(pen)
    pen.shape("flowChartProcess", at(4, 1))
    y = FIRST + 1.51
    pen.line((2.8 + gap, y), (4.2 - gap, y), "plain")
    return pen


def test_equal_boxes_joined_by_a_line_without_head_are_one_kegiatan() -> None:
    made = drawn(joined(Pen()))
    assert kegiatan(made)[1]["pelaksana"] == ["Petugas Loket", "Camat"]
    assert "tambahan" not in kegiatan(made)[1]
    assert remark(made, 1, "pelaksana") == ""


@pytest.mark.slow
def test_a_line_that_ends_beside_the_boxes_says_so() -> None:
    made = drawn(joined(Pen(), gap=0.08))
    assert kegiatan(made)[1]["pelaksana"] == ["Petugas Loket", "Camat"]
    assert "garis tanpa mata panah" in remark(made, 1, "pelaksana")


def test_boxes_that_arrows_meet_both_are_two_steps() -> None:
    pen = joined(Pen())
    pen.shape("flowChartProcess", at(4, 2))
    pen.line((4.5, FIRST + 1.72), (4.5, FIRST + 2.3))
    made = drawn(pen)
    assert kegiatan(made)[1]["pelaksana"] == "Camat"
    assert kegiatan(made)[1]["tambahan"][0]["pelaksana"] == "Petugas Loket"


def test_other_symbols_joined_by_a_line_are_two_steps() -> None:
    pen = two_steps(Pen())
    pen.shape("flowChartDocument", at(4, 1))
    pen.line((2.8, FIRST + 1.51), (4.2, FIRST + 1.51), "plain")
    made = drawn(pen)
    assert kegiatan(made)[1]["tambahan"][0]["pelaksana"] == "Camat"


def test_where_no_line_has_a_head_all_of_them_are_arrows() -> None:
    pen = Pen()
    for column, row in ((2, 0), (2, 1), (4, 1)):
        pen.shape("flowChartProcess", at(column, row))
    pen.line((2.5, FIRST + 0.72), (2.5, FIRST + 1.3), "plain")
    pen.line((2.8, FIRST + 1.51), (4.2, FIRST + 1.51), "plain")
    made = drawn(pen)
    assert kegiatan(made)[1]["tambahan"][0]["pelaksana"] == "Camat"


@pytest.mark.parametrize(
    ("top", "bottom", "said"),
    [
        (0.78, 1.2, "simbol di batas kegiatan 1 dan 2"),
        (0.82, 1.24, "simbol di batas kegiatan 1 dan 2"),
        (0.1, 1.8, "simbol menutupi kegiatan 1, 2"),
    ],
)
def test_a_symbol_between_rows_says_so(top: float, bottom: float, said: str) -> None:
    pen = Pen()
    pen.shape("flowChartProcess", (2.2, FIRST + top, 2.8, FIRST + bottom))
    made = drawn(pen)
    assert said in remark(made, 0, "pelaksana") + remark(made, 1, "pelaksana")


def test_a_symbol_well_within_its_cell_is_sure() -> None:
    made = drawn(two_steps(Pen()))
    assert remark(made, 0, "pelaksana") == remark(made, 1, "pelaksana") == ""


@pytest.mark.slow
def test_exact_diamonds_are_decisions_wherever_they_stand() -> None:
    for k in range(1000):
        x, y = 60 + k * 0.0613, 90 + k * 0.1107
        w, h = 13 + k % 61 * 0.0991, 8 + k % 31 * 0.0973
        corners = [
            (x + w / 2, y), (x + w, y + h / 2), (x + w / 2, y + h), (x, y + h / 2)
        ]  # fmt: skip
        assert kind_of_outline(corners) == ("keputusan", "")


def test_the_symbol_that_leads_on_is_the_step_of_its_row() -> None:
    pen = Pen()
    pen.shape("flowChartMerge", at(2, 0))
    pen.shape("flowChartProcess", at(3, 0))
    pen.shape("flowChartProcess", at(3, 1))
    pen.line((3.2, FIRST + 0.5), (2.8, FIRST + 0.5))
    pen.line((3.5, FIRST + 0.72), (3.5, FIRST + 1.3))
    first = kegiatan(drawn(pen))[0]
    assert first["pelaksana"] == "Kasi Pelayanan"
    (extra,) = first["tambahan"]
    assert (extra["pelaksana"], extra["simbol"]) == ("Petugas Loket", "penyimpanan")
    assert "ke" not in extra


def test_a_box_round_symbols_is_told() -> None:
    pen = two_steps(Pen())
    pen.shape("rect", (2.05, FIRST + 0.1, 2.95, FIRST + 1.9))
    (told,) = [f for f in drawn(pen).findings if f.code == "SOP966"]
    assert told.severity is Severity.INFO
    assert "mengelilingi beberapa simbol" in told.message


def test_a_tick_on_a_symbol_is_no_arrow() -> None:
    pen = two_steps(Pen())
    pen.line((2.25, FIRST + 0.4), (2.35, FIRST + 0.5), "plain")
    assert "garis pendek pada simbol ini tidak dibaca" in messages(drawn(pen))


def test_a_shape_that_is_no_symbol_says_what_to_do() -> None:
    pen = two_steps(Pen())
    pen.shape("cloud", at(3, 1))
    assert "isi `pelaksana` dan `simbol` pada kegiatan itu" in messages(drawn(pen))
