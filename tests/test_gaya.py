"""What stars in a text mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.model.gaya import Run, is_marked, merged, runs_of, slices, unmarked

#: text · its runs, each with b for bold and i for italic
CASES = (
    ("polos", [("polos", "")]),
    ("*miring*", [("miring", "i")]),
    ("a **b** c", [("a ", ""), ("b", "b"), (" c", "")]),
    ("***x***", [("x", "bi")]),
    ("**tebal *miring* tebal**", [("tebal ", "b"), ("miring", "bi"), (" tebal", "b")]),
    ("*miring **tebal** lagi*", [("miring ", "i"), ("tebal", "bi"), (" lagi", "i")]),
    ("***a** b*", [("a", "bi"), (" b", "i")]),
    ("*dua\nbaris*", [("dua\nbaris", "i")]),
    ("(*scan*), *upload*nya", [("(", ""), ("scan", "i"), ("), ", ""),
                               ("upload", "i"), ("nya", "")]),
    ("di-*scan* dan meng*upload*", [("di-", ""), ("scan", "i"), (" dan meng", ""),
                                    ("upload", "i")]),
    ("**KTP**,*KK*", [("KTP", "b"), (",", ""), ("KK", "i")]),
    (r"\*bukan\* tanda", [("*bukan* tanda", "")]),
    ("", [("", "")]),
)  # fmt: skip
#: Texts whose stars are stars.
STARS = (
    "3 * 4", "5*3*2", "*", "**", "* satu\n* dua", "*satu\n\ndua*", "**tebal",
    "*) wajib diisi", "biaya*) dan retribusi*)", "biaya*1) dan retribusi*2)",
    "*) isi sesuai KTP*)", "a * b * c", "Nama* dan alamat*", "*Wajib diisi", "****",
)  # fmt: skip


@pytest.mark.parametrize(("text", "runs"), CASES)
def test_stars_make_italic_and_bold(text: str, runs: list[tuple[str, str]]) -> None:
    made = [(r.text, "b" * r.bold + "i" * r.italic) for r in runs_of(text)]
    assert made == runs


@pytest.mark.parametrize("text", STARS)
def test_a_star_that_marks_nothing_stays(text: str) -> None:
    assert runs_of(text) == (Run(text),)
    assert not is_marked(text)


@given(st.text("ab *\\\n.)1", max_size=40))
def test_nothing_but_stars_and_backslashes_is_left_out(text: str) -> None:
    bare = str.maketrans("", "", "*\\")
    assert unmarked(text).translate(bare) == text.translate(bare)


@given(st.text("ab *", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_part_of_runs_is_that_part_of_the_text(text: str, a: int, b: int) -> None:
    part = slices(runs_of(text), a, b)
    assert "".join(run.text for run in part) == unmarked(text)[a : max(a, b)]


def test_runs_of_one_look_become_one() -> None:
    runs = (Run("a"), Run("b"), Run("c", italic=True), Run("d", italic=True))
    assert merged(runs) == (Run("ab"), Run("cd", italic=True))
