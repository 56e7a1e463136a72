"""What passes between the stages is what was looked at and accepted."""

from __future__ import annotations

import pytest

from tests.golden.pictures import picture, side_by_side
from tests.golden.seams import FOLDER, goldens

GOLDENS = goldens()


@pytest.mark.slow
@pytest.mark.parametrize("name", GOLDENS)
@pytest.mark.xdist_group("golden")
def test_it_is_as_it_was_accepted(name: str) -> None:
    made, accepted = GOLDENS[name](), (FOLDER / name).read_text(encoding="utf-8")
    moved = [
        (n, pair)
        for n, pair in enumerate(
            zip(accepted.splitlines(), made.splitlines(), strict=False), 1
        )
        if pair[0] != pair[1]
    ]
    assert not moved, f"baris {moved[0][0]}: lihat dengan `make accept`"
    assert made == accepted


def test_nothing_is_accepted_that_is_not_made() -> None:
    kept = {p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*") if p.is_file()}
    assert kept == set(GOLDENS)


@pytest.mark.slow
def test_what_moved_is_seen_in_a_picture() -> None:
    name = "pdf/sop-1.txt"
    text = (FOLDER / name).read_text(encoding="utf-8")
    before, after = picture(name, text), picture(name, text.replace("M19.", "M29."))
    assert before
    assert after
    same, moved = side_by_side(before, before), side_by_side(before, after)
    third = (2 * (before.width + 20), 0, 3 * before.width + 40, before.height)
    assert same.crop(third).getextrema() == ((255, 255),) * 3
    assert moved.crop(third).getextrema() != ((255, 255),) * 3
