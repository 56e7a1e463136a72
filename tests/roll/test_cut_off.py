"""A roll, or its way back, that is cut off: by another one, a failure, a signal."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sopgen.pipeline import check
from sopgen.rolling import folder, read_last, roll, take_back
from sopgen.rolling.giliran import LAMA, alone
from sopgen.spec.files import SEGEL
from sopgen.suntingan import Disunting
from sopgen.years import archived
from tests.processes import ENVIRONMENT, Running, tree
from tests.roll.years import BUKU, LENGKAP, codes, office, rolled, swap

WISH = ("--tahun", "2026", "--nomor", "7", "--tanggal", "2026-01-12")
ARSIP, HIDDEN = "arsip/2025", ".catatan"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return office(tmp_path / "specs/uji")


def put_away_by_hand(place: Path) -> None:
    """Copy a book into its archive, with a file of its own there."""
    shutil.copytree(place, place / ARSIP)
    (place / ARSIP / HIDDEN).write_text("disalin Bu Ani")


def names(place: Path) -> list[str]:
    return sorted(one.name for one in place.iterdir())


@pytest.mark.slow
def test_of_two_rolls_at_once_one_is_refused(place: Path, tmp_path: Path) -> None:
    before = tree(place)
    both = [Running(tmp_path, ("roll", "uji", *WISH)) for _ in range(2)]
    assert sorted(one.wait() for one in both) == [0, 1]
    assert "kesalahan[SOP801]" in "".join(one.told for one in both)
    assert archived(place, 2025).findings == ()
    assert names(place.parent) == ["uji"]
    assert take_back(place) == ((), 2025)
    assert tree(place) == before


def test_who_read_the_book_before_another_roll_is_refused(place: Path) -> None:
    read = read_last(place).terbaca
    assert read is not None
    rolled(place, LENGKAP)
    before = tree(place)
    assert codes(roll(read, LENGKAP, coba=False)) == ["SOP801"]
    assert tree(place) == before


#: Takes a book back, or waits a moment in vain.
OTHER = """
import sys
from pathlib import Path
from sopgen.output import lock
from sopgen.rolling import giliran, take_back
giliran.take = lambda path: lock.take(path, 0.1)
findings, _ = take_back(Path(sys.argv[1]))
print([one.code for one in findings], findings[0].message)
"""


def test_another_process_waits_and_is_told_who_is_at_it(place: Path) -> None:
    rolled(place, LENGKAP)
    line = [sys.executable, "-c", OTHER, os.fspath(place)]
    with alone(place):
        done = subprocess.run(
            line, env=ENVIRONMENT, capture_output=True, check=True, text=True
        )
    assert done.stdout.startswith("['SOP934']")
    assert f"proses {os.getpid()} di komputer ini" in done.stdout
    assert names(place.parent) == ["uji"]


def edit(place: Path) -> None:
    swap(place / BUKU, ("BUKU SOP", "BUKU LAIN"))


def close(place: Path) -> None:
    (place / BUKU).chmod(0o444)


@pytest.mark.parametrize(("what", "code"), [(edit, "SOP801"), (close, "SOP957")])
def test_what_comes_between_leaves_an_archive_that_was_there(
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: Callable[[Path], None],
    code: str,
) -> None:
    put_away_by_hand(place)
    before = tree(place / "arsip")
    write = folder.PerjalananFolder._write

    def written(self: folder.PerjalananFolder, new: Path, made: Disunting) -> None:
        write(self, new, made)
        what(place)

    monkeypatch.setattr(folder.PerjalananFolder, "_write", written)
    assert codes(rolled(place, LENGKAP)) == [code]
    assert tree(place / "arsip") == before


def fail(_number: int) -> None:
    raise PermissionError(13, "Permission denied")


def interrupt(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.fixture
def heard() -> Iterator[None]:
    """Hear an interrupt, though whoever runs the tests had it ignored."""
    usual = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, usual)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("how", [fail, interrupt])
@pytest.mark.parametrize("nth", range(5))
def test_what_ends_a_roll_leaves_all_as_it_was(
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    nth: int,
    how: Callable[[int], None],
    there: bool,
) -> None:
    if there:
        put_away_by_hand(place)
    before, calls = tree(place), [0]

    def counted(move: Callable[..., object]) -> Callable[..., object]:
        def moved(*args: object) -> object:
            calls[0] += 1
            if calls[0] == nth + 1:
                how(signal.SIGINT)
            return move(*args)

        return moved

    monkeypatch.setattr(os, "replace", counted(os.replace))
    monkeypatch.setattr(os, "rename", counted(os.rename))
    monkeypatch.setattr(Path, "rename", lambda one, to: os.rename(one, to))
    try:
        made = rolled(place, LENGKAP)
    except KeyboardInterrupt:
        assert how is interrupt
    else:
        assert calls[0] <= nth or codes(made) == ["SOP951"]
    if calls[0] > nth:
        assert tree(place) == before
        assert names(place.parent) == ["uji"]
        assert LAMA not in "".join(tree(place))


def back(place: Path, kept: Path, name: str) -> None:
    shutil.copy2(kept / name, place / name)


@pytest.mark.parametrize(("name", "tahun"), [("sop/surat.yaml", 2026), (BUKU, 2025)])
def test_a_roll_that_was_cut_off_is_told_and_taken_back(
    place: Path, name: str, tahun: int
) -> None:
    before = tree(place)
    rolled(place, LENGKAP)
    back(place, place / ARSIP, name)
    half = tree(place)
    assert "SOP810" in [one.code for one in check(place)]
    assert codes(rolled(place, tahun=tahun + 1)) == ["SOP810"]
    assert tree(place) == half
    assert take_back(place) == ((), 2025)
    assert tree(place) == before


def test_a_file_that_was_edited_is_in_neither_year(place: Path) -> None:
    rolled(place, LENGKAP)
    back(place, place / ARSIP, "sop/surat.yaml")
    swap(place / BUKU, ("BUKU SOP", "BUKU LAIN"))
    assert "SOP810" not in [one.code for one in check(place)]
    findings, _ = take_back(place)
    assert [one.code for one in findings] == ["SOP806"]
    assert "`buku.yaml`" in findings[0].message
    assert "surat" not in findings[0].message


#: Rolls a book and ends as if killed, before a file is put in its place.
KILLED = """
import os, sys
from pathlib import Path
from tests.roll.years import LENGKAP, rolled
left, put = [int(sys.argv[2])], os.replace
def replace(*args):
    left[0] -= 1
    if left[0] < 0:
        os._exit(9)
    put(*args)
os.replace = replace
rolled(Path(sys.argv[1]), LENGKAP)
"""


@pytest.mark.slow
@pytest.mark.parametrize("puts", [0, 1])
def test_what_a_killed_roll_left_is_cleared(place: Path, puts: int) -> None:
    before = tree(place)
    line = [sys.executable, "-c", KILLED, os.fspath(place), str(puts)]
    assert subprocess.run(line, env=ENVIRONMENT, check=False).returncode == 9
    assert len(names(place.parent)) == 3
    assert any(name.startswith(".sopgen-") for name in names(place))
    assert take_back(place) == ((), 2025)
    assert names(place.parent) == ["uji"]
    assert tree(place) == before


def test_an_archive_that_a_killed_roll_had_moved_comes_back(place: Path) -> None:
    put_away_by_hand(place)
    before = tree(place / ARSIP)
    (place / ARSIP).rename(place / f"arsip/{LAMA}2025")
    with alone(place):
        assert tree(place / ARSIP) == before
    assert names(place / "arsip") == ["2025"]


def test_what_staff_put_into_an_archive_is_kept(place: Path) -> None:
    put_away_by_hand(place)
    (place / ARSIP / "sop/surat.yaml~").write_text("cadangan")
    (place / ARSIP / "Thumbs.db").write_text("")
    assert rolled(place, LENGKAP).tujuan == place
    assert names(place / "arsip") == ["2025"]
    assert archived(place, 2025).findings == ()
    assert (place / ARSIP / HIDDEN).read_text() == "disalin Bu Ani"
    assert take_back(place) == ((), 2025)
    kept = {HIDDEN: b"disalin Bu Ani", "sop/surat.yaml~": b"cadangan"}
    assert tree(place / "arsip") == {f"2025-batal/{n}": d for n, d in kept.items()}
    assert rolled(place, LENGKAP).tujuan == place
    assert SEGEL in tree(place / ARSIP)
    assert take_back(place) == ((), 2025)
    assert tree(place / "arsip") == {f"2025-batal/{n}": d for n, d in kept.items()}
