"""A new file or folder takes the place of nothing; a link stays where it is."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from sopgen.model.diagnostic import Diagnostic
from sopgen.output import taken, write_folder, write_whole

AT_ONCE = 8
Work = Callable[[], Diagnostic | None]


def at_once(works: Sequence[Work]) -> list[Diagnostic | None]:
    """Return what came of works that begin at the same moment."""
    barrier = Barrier(len(works))

    def begin(work: Work) -> Diagnostic | None:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begin, works))


def unlinkable(*_: object) -> None:
    """Be a disk on which a file has but one name."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def linking(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand on a disk that knows second names of files, and on one that does not."""
    if not request.param:
        monkeypatch.setattr(os, "link", unlinkable)


@pytest.mark.usefixtures("linking")
def test_a_new_file_is_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "a" / "buku.xlsx"
    assert write_whole(file, b"isi", new=True) is None
    assert file.read_bytes() == b"isi"
    assert (file.stat().st_nlink, file.stat().st_mode & 0o777) == (1, 0o644)
    assert os.listdir(file.parent) == ["buku.xlsx"]


@pytest.mark.usefixtures("linking")
@pytest.mark.parametrize("target", ["", "tiada.xlsx", "buku.xlsx"])
def test_a_new_file_takes_the_place_of_nothing(tmp_path: Path, target: str) -> None:
    file = tmp_path / "buku.xlsx"
    if target:
        file.symlink_to(target)
    else:
        file.write_bytes(b"lama")
    problem = write_whole(file, b"baru", new=True)
    assert problem == taken(file)
    assert problem is not None
    assert "sudah ada" in problem.message
    assert os.listdir(tmp_path) == ["buku.xlsx"]
    assert target or file.read_bytes() == b"lama"


def test_of_several_that_write_a_new_file_one_succeeds(tmp_path: Path) -> None:
    for turn in range(20):
        file = tmp_path / f"{turn}.xlsx"
        texts = [b"%d" % n for n in range(AT_ONCE)]
        said = at_once([partial(write_whole, file, one, new=True) for one in texts])
        assert sorted(said, key=bool) == [None, *[taken(file)] * (AT_ONCE - 1)]
        assert file.read_bytes() == texts[said.index(None)]
    assert len(os.listdir(tmp_path)) == 20


def test_the_file_that_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "bersama").mkdir()
    real, link = tmp_path / "bersama/buku.xlsx", tmp_path / "buku.xlsx"
    real.write_bytes(b"lama")
    link.symlink_to("bersama/buku.xlsx")
    assert write_whole(link, b"baru") is None
    assert (link.is_symlink(), real.read_bytes()) == (True, b"baru")
    assert os.listdir(real.parent) == ["buku.xlsx"]


@pytest.mark.parametrize("target", ["lepas/buku.xlsx", "buku.xlsx"])
def test_a_link_that_leads_nowhere_stays_and_is_told(
    tmp_path: Path, target: str
) -> None:
    link = tmp_path / "buku.xlsx"
    link.symlink_to(target)
    problem = write_whole(link, b"baru")
    assert problem is not None
    assert (problem.code, "dibuat" in problem.message) == ("SOP951", True)
    assert os.readlink(link) == target
    assert os.listdir(tmp_path) == ["buku.xlsx"]


FILES = {"buku.yaml": b"tahun: 2025", "sop/surat.yaml": b"judul: Surat"}


def test_of_several_that_write_a_new_folder_one_succeeds(tmp_path: Path) -> None:
    for turn in range(20):
        folder = tmp_path / "specs" / f"{turn}"
        said = at_once([partial(write_folder, folder, FILES)] * AT_ONCE)
        others = [taken(folder, "folder")] * (AT_ONCE - 1)
        assert sorted(said, key=bool) == [None, *others]
        assert {n: (folder / n).read_bytes() for n in FILES} == FILES
    assert len(os.listdir(tmp_path / "specs")) == 20


@pytest.mark.parametrize("inside", [(), ("buku.yaml",)])
def test_a_folder_that_is_there_stays_as_it_is(
    tmp_path: Path, inside: tuple[str, ...]
) -> None:
    folder = tmp_path / "baru"
    folder.mkdir()
    for name in inside:
        (folder / name).write_bytes(b"milik staf")
    assert write_folder(folder, FILES) == taken(folder, "folder")
    assert tuple(os.listdir(folder)) == inside
    assert os.listdir(tmp_path) == ["baru"]


def test_no_other_folder_is_taken_for_a_leftover(tmp_path: Path) -> None:
    own = tmp_path / ".baru.baru"
    own.mkdir()
    (own / "catatan.txt").write_bytes(b"milik staf")
    assert write_folder(tmp_path / "baru", FILES) is None
    assert (own / "catatan.txt").read_bytes() == b"milik staf"
