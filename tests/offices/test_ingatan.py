"""Of an office that was built nothing is held, however many follow."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopgen.jobs import Wish
from sopgen.model.gaya import runs_of
from sopgen.model.ingatan import forget, look_seldom, remembered
from sopgen.office_task import MadeBook, Task, make_office
from tests.district import write_office

#: Of these the library ``re`` holds some hundreds, whoever made them.
PATTERN = "Pattern"
#: Offices with few SOP; what the first needs is loaded from then on.
SMALL = (9, 0, 20)


def test_what_was_remembered_is_made_anew_once_it_is_forgotten() -> None:
    made: list[str] = []

    @remembered(2)
    def doubled(text: str) -> str:
        made.append(text)
        return text * 2

    assert [doubled("a"), doubled("a"), doubled("b")] == ["aa", "aa", "bb"]
    assert made == ["a", "b"]
    forget()
    assert doubled("a") == "aa"
    assert made == ["a", "b", "a"]


def test_it_frees_what_only_a_ring_holds() -> None:
    class Ring:
        def __init__(self) -> None:
            self.own = self

    def held() -> int:
        return sum(isinstance(one, Ring) for one in gc.get_objects())

    gc.disable()
    try:
        Ring()
        assert held() == 1
        forget()
        assert held() == 0
    finally:
        gc.enable()


@pytest.fixture
def seldom() -> Iterator[None]:
    """Look for rings as seldom as the program does."""
    usual = gc.get_threshold()
    look_seldom()
    yield
    gc.set_threshold(*usual)


@pytest.mark.slow
@pytest.mark.usefixtures("seldom")
def test_offices_leave_nothing_behind(tmp_path: Path) -> None:
    held = []
    for number in SMALL:
        folder = write_office(tmp_path / "specs", number)
        wish = Wish(folder, tmp_path / "output")
        made = make_office(Task(wish))
        assert isinstance(made, MadeBook)
        del made
        assert runs_of.cache_info().currsize
        forget()
        every = Counter(type(one).__name__ for one in gc.get_objects())
        held.append(every - Counter({PATTERN: every[PATTERN]}))
    more = held[-1] - held[-2]
    assert sum(more.values()) < 100, more
