"""A build that is killed after any step leaves what the next one makes whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.output import Disk, interrupted
from sopgen.output.interrupted import EndedError
from sopgen.output.journal import read_journal
from tests.output.disks import Disordered, KilledError, Mortal, Powerless, Unsynced
from tests.output.scene import FIRST, OLDER, SECOND, STAFF, Scene

pytestmark = pytest.mark.slow
Dying = Callable[[int], Mortal]
#: Whatever may ever lie in the folder: nothing that is torn, nothing from elsewhere.
KNOWN = {*FIRST.values(), *SECOND.values(), *STAFF.values()}


def killed_everywhere(scene: Scene, dying: Dying = Mortal) -> Iterator[Scene]:
    """Yield what a build leaves that is killed after each of its steps."""
    for steps in count():
        copy = scene.copy()
        try:
            copy.put(SECOND, dying(steps))
        except KilledError:
            yield copy
        else:
            assert steps > 40
            return


def whole(scene: Scene) -> dict[str, bytes]:
    """Return what lies there after a build that nobody kills."""
    copy = scene.copy()
    copy.put(SECOND)
    return copy.tree()


@pytest.mark.parametrize("dying", [Mortal, Powerless, Disordered])
def test_the_next_build_makes_one_edition_of_what_a_killed_one_left(
    scene: Scene, dying: Dying
) -> None:
    wanted = whole(scene)
    for left in killed_everywhere(scene, dying):
        left.put(SECOND)
        assert left.tree() == wanted
        assert not left.workshop.exists()
        assert interrupted(left.book) is None


@pytest.mark.parametrize("dying", [Mortal, Powerless, Disordered])
def test_without_a_journal_nothing_has_changed(scene: Scene, dying: Dying) -> None:
    before, after = scene.tree(), whole(scene)
    states = []
    for left in killed_everywhere(scene, dying):
        now = left.tree()
        complete = read_journal(left.journal) is not None
        states.append((complete, now == before, now == after))
        if not complete:
            assert now in (before, after)
    assert {state[0] for state in states} == {True, False}
    assert any(state == (True, False, False) for state in states)


@pytest.mark.parametrize("dying", [Mortal, Powerless, Disordered])
def test_nothing_is_torn_and_nothing_of_staff_is_lost(
    scene: Scene, dying: Dying
) -> None:
    for left in killed_everywhere(scene, dying):
        for _ in ("at once", "after the next build"):
            there = left.tree()
            there.pop("")
            assert set(STAFF.values()) <= set(there.values())
            assert set(there.values()) <= KNOWN
            left.put(SECOND)


def test_what_a_killed_build_leaves_is_told(scene: Scene) -> None:
    for left in killed_everywhere(scene):
        before = left.tree()
        told = interrupted(left.book)
        assert bool(told) == left.workshop.exists()
        if told:
            mixed = "sebagian edisi lama" in told.message
            assert mixed == left.journal.exists() == (told.severity != Severity.INFO)
            assert told.code == "SOP933"
            assert "bangun bukunya lagi" in told.saran
        assert left.tree() == before


def test_the_build_that_finishes_says_so(scene: Scene) -> None:
    for left in killed_everywhere(scene):
        finishes = left.journal.exists()
        told = left.put(SECOND).told
        assert ("SOP933" in {finding.code for finding in told}) == finishes
        assert len(told) == len(set(told))


def test_a_build_of_parts_finishes_the_edition_before_it_adds_its_own(
    scene: Scene,
) -> None:
    part = {"peta.pdf": b"peta yang lain"}
    old, new = scene.copy(), whole(scene)
    old.put_parts(part)
    for left in killed_everywhere(scene):
        finishes = left.journal.exists() or left.tree() == new
        left.put_parts(part)
        wanted = new | part if finishes else old.tree()
        assert left.tree().keys() == wanted.keys()
        assert {**left.tree(), "": b""} == {**wanted, "": b""}


@pytest.mark.parametrize(
    "name", ["buku.docx", "keputusan.docx", "peta.pdf", "lampiran/baru.pdf"]
)
def test_what_staff_save_before_the_next_build_is_not_lost(
    scene: Scene, name: str
) -> None:
    for left in killed_everywhere(scene):
        file = left.book / name
        if not file.is_file():
            continue
        file.write_bytes(b"disimpan staf sesudah listrik padam")
        left.put(SECOND)
        assert b"disimpan staf sesudah listrik padam" in left.tree().values()
        left.put(SECOND)
        assert b"disimpan staf sesudah listrik padam" in left.tree().values()


def test_a_build_that_is_killed_while_it_finishes_another_is_finished_too(
    scene: Scene,
) -> None:
    wanted = whole(scene)
    for left in killed_everywhere(scene):
        if not left.journal.exists():
            continue
        for steps in range(0, 60, 7):
            again = left.copy()
            with suppress(KilledError):
                again.put(SECOND, Mortal(steps))
            again.put(SECOND)
            assert again.tree() == wanted


class Interrupted(Unsynced):
    """A disk on which a signal arrives, once, after so many files were moved."""

    def __init__(self, moves: int) -> None:
        self.moves = moves

    def move(self, source: Path, target: Path) -> None:
        super().move(source, target)
        self.moves -= 1
        if self.moves == 0:
            raise KeyboardInterrupt


def test_a_program_that_is_told_to_end_leaves_one_edition(scene: Scene) -> None:
    before, after = scene.tree(), whole(scene)
    ends = set()
    for moves in range(1, 8):
        copy = scene.copy()
        with pytest.raises(KeyboardInterrupt):
            copy.put(SECOND, Interrupted(moves))
        assert not copy.workshop.exists()
        assert copy.tree() in (before, after)
        ends.add(copy.tree() == after)
    assert True in ends


class Ended(Mortal):
    """A disk on which one is told to end, so often, before or after a step."""

    def __init__(self, steps: int, *, times: int = 1, late: bool = False) -> None:
        super().__init__(steps)
        self.times = times
        self.late = late

    def move(self, source: Path, target: Path) -> None:
        if not self.late:
            self.step()
        Disk.move(self, source, target)
        if self.late:
            self.step()

    def step(self) -> None:
        self.steps -= 1
        if self.steps < 0 and self.times:
            self.times -= 1
            raise KeyboardInterrupt


def told_to_end(scene: Scene, disk: Disk) -> BaseException | None:
    """Return what is known of a build that is told to end; None where it is not."""
    try:
        scene.put(SECOND, disk)
    except KeyboardInterrupt as end:
        return end.__cause__ or end
    return None


@pytest.mark.parametrize("late", [False, True])
def test_one_who_ends_a_build_is_told_what_it_did(scene: Scene, late: bool) -> None:
    before, after, whole_told = (
        scene.tree(),
        whole(scene),
        Scene.put(scene.copy(), SECOND),
    )
    wanted = [(one.code, one.message) for one in whole_told.told]
    ends = []
    for steps in count():
        copy = scene.copy()
        known = told_to_end(copy, Ended(steps, late=late))
        if known is None:
            break
        ends.append(isinstance(known, EndedError))
        assert copy.tree() == (after if ends[-1] else before), steps
        if isinstance(known, EndedError):
            assert [(one.code, one.message) for one in known.told] == wanted, steps
            assert known.lama == OLDER
            assert known.keadaan == f"edisi baru di {copy.book} sudah di tempatnya"
    assert ends == sorted(ends)
    assert {*ends} == {True, False}


def test_one_who_is_in_a_hurry_is_told_that_the_book_is_mixed(scene: Scene) -> None:
    states = set()
    for steps in range(60):
        copy = scene.copy()
        known = told_to_end(copy, Ended(steps, times=2))
        left = copy.journal.exists()
        if isinstance(known, EndedError):
            states.add(left)
            assert ("sebagian edisi lama" in known.keadaan) == left
            assert not left or "bangun bukunya lagi" in known.keadaan
            kept = "suntingan/keputusan-1.docx" in copy.tree()
            assert not kept or "SOP958" in {one.code for one in known.told}
    assert states == {True, False}


def test_one_who_ends_a_build_is_told_what_it_finished_before(scene: Scene) -> None:
    for left in killed_everywhere(scene):
        if not left.journal.exists():
            continue
        with pytest.raises(KeyboardInterrupt) as end, left.press(Unsynced()):
            raise KeyboardInterrupt
        known = end.value.__cause__
        assert isinstance(known, EndedError)
        assert known.keadaan == ""
        assert known.told[0].code == "SOP933"
        assert "SOP959" in {one.code for one in known.told}


def test_one_who_ends_a_build_that_put_nothing_is_told_nothing(scene: Scene) -> None:
    with pytest.raises(KeyboardInterrupt) as end, scene.press(Unsynced()):
        raise KeyboardInterrupt
    assert end.value.__cause__ is None


def test_the_first_build_of_a_book_may_be_killed_as_well(memory: Path) -> None:
    for steps in count():
        left = Scene(memory / str(steps))
        try:
            left.put(FIRST, Mortal(steps))
        except KilledError:
            left.put(FIRST)
            made = left.tree()
            made.pop("")
            assert made == FIRST
            assert not left.workshop.exists()
        else:
            assert steps > 20
            return
