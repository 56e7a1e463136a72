"""What belongs together is found at the best total, and the fewest are called moved."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.diff.lists import items, listed
from sopgen.diff.matching import best, likeness, moved
from sopgen.model.bahasa import ranges
from sopgen.model.perubahan import Macam, pendek

SCORES = st.lists(
    st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=5
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(SCORES)
def test_no_other_pairs_add_up_to_more(worth: list[list[int]]) -> None:
    rows, columns = range(len(worth)), range(4)
    pairs = best(list(rows), list(columns), lambda i, j: worth[i][j], 1)
    assert len(set(pairs.values())) == len(pairs)
    assert all(worth[i][j] >= 1 for i, j in pairs.items())
    size = max(len(worth), 4)
    most = max(
        sum(worth[i][j] for i, j in enumerate(order) if i < len(worth) and j < 4)
        for order in permutations(range(size))
    )
    assert sum(worth[i][j] for i, j in pairs.items()) == most


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.permutations(range(6)))
def test_the_fewest_are_called_moved(order: list[int]) -> None:
    pairs = dict(enumerate(order))
    shifted = moved(pairs)
    kept = [order[i] for i in range(6) if i not in shifted]
    assert kept == sorted(kept)
    longest = max(
        len(some)
        for n in range(7)
        for some in combinations(order, n)
        if list(some) == sorted(some)
    )
    assert len(kept) == longest


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from("abcdef"), max_size=6), st.permutations("abcdef"))
def test_a_list_that_is_the_same_has_no_changes(old: list[str], new: list[str]) -> None:
    assert list(listed("x", items(old), items(old))) == []
    told = list(listed("x", items(old), items(new)))
    assert bool(told) == (old != new)


def test_one_item_that_goes_to_the_end_is_the_only_one_moved() -> None:
    told = list(listed("x", items("abcd"), items("bcda")))
    assert [(one.macam, one.pada, one.lama, one.baru) for one in told] == [
        (Macam.PINDAH, "a", "butir 1", "butir 4")
    ]


@pytest.mark.slow
def test_a_long_list_is_compared_in_no_time() -> None:
    old = [f"butir ke {n} dari daftar yang panjang" for n in range(99)]
    new = [f"butir ke {n} dari daftar itu" for n in range(99)]
    told = list(listed("x", items(old), items(new)))
    assert {one.macam for one in told} == {Macam.UBAH}
    assert len(told) == 99


def test_likeness_knows_words_and_letters() -> None:
    assert likeness("Menerima surat", "menerima  SURAT") == 1.0
    assert likeness("Memeriksa berkas", "Memverifikasi berkas") > 0.6
    assert likeness("Menerima surat", "Menandatangani keputusan") < 0.5


def test_long_texts_are_shown_where_they_differ() -> None:
    before = f"bahwa {'kata ' * 40}dengan adanya pandemi {'lagi ' * 40}akhir"
    after = before.replace("pandemi", "bencana")
    lama, baru = pendek(before, after)
    assert lama == "… kata kata dengan adanya pandemi lagi lagi lagi lagi …"
    assert baru == lama.replace("pandemi", "bencana")
    assert pendek("", before)[1].endswith(" …")
    assert pendek("", before, 1200) == ("", before)
    assert pendek("pendek", "saja") == ("pendek", "saja")


def test_numbers_are_written_in_runs() -> None:
    assert ranges([3, 1, 2, 6, 6]) == "1–3, 6"
