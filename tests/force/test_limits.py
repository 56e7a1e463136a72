"""Disks that are full, files that must not be touched, limits of a process."""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sopgen.output import interrupted
from tests.books import require
from tests.force.kantor import Kantor, Terbitan, differing
from tests.processes import ENVIRONMENT, SOPGEN
from tests.ready import give_up_privileges

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("force")]
#: umount2(2).
DETACH = 2
#: Somebody who owns nothing here.
NOBODY = 65534


def forced(value: object) -> object:
    """Return a case that only a long pass takes."""
    return pytest.param(value, marks=pytest.mark.force)


def sentence(done: subprocess.CompletedProcess[str], why: str) -> None:
    """See that a build failed with one sentence that says why."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("kesalahan[") == 1, done.stderr
    assert why in done.stderr


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """Put a small file system in memory over a folder, with what lies there."""
    libc = ctypes.CDLL(None, use_errno=True)
    kept = shutil.copytree(folder, folder.with_name("disimpan"), symlinks=True)
    option = f"size={size}".encode()
    if libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, option):
        if ctypes.get_errno() != errno.EPERM:
            raise OSError(ctypes.get_errno(), "mount")
        pytest.skip("proses ini tidak boleh memasang tmpfs (mount)")
    try:
        shutil.copytree(kept, folder, dirs_exist_ok=True, symlinks=True)
        yield
    finally:
        libc.umount2(os.fsencode(folder), DETACH)


def room(folder: Path) -> int:
    """Return how much what lies in a folder takes in pages of memory."""
    files = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return sum(-(-size // 4096) * 4096 for size in files)


@pytest.mark.parametrize("more", [0, forced(8), forced(40), forced(150)])
def test_a_full_disk_changes_nothing(
    edisi: Terbitan, kantor: Kantor, more: int
) -> None:
    """``more``: so many KiB are free."""
    with small_disk(kantor.output, room(kantor.output) + more * 1024):
        done = kantor.build()
        sentence(done, "media penuh")
        assert kantor.lies() == edisi.before
        assert not edisi.fault(kantor)
        for file in (kantor.output / ".asli").rglob("*"):
            assert file.is_dir() or not more or file.stat().st_size
        assert not kantor.workshop.exists()
        assert interrupted(kantor.book) is None


def limited(kind: int, most: int) -> Callable[[], None]:
    def limit() -> None:
        give_up_privileges()
        resource.setrlimit(kind, (most, most))

    return limit


@pytest.mark.parametrize(
    "size", [forced(0), forced(10), forced(1000), forced(9000), forced(20000)]
)
def test_no_file_longer_than_a_limit_is_half_written(
    edisi: Terbitan, kantor: Kantor, size: int
) -> None:
    done = run(kantor, limited(resource.RLIMIT_FSIZE, size))
    sentence(done, "media penuh")
    assert kantor.lies() == edisi.before
    assert not kantor.workshop.exists()


@pytest.mark.parametrize(
    "most", [forced(6), forced(9), 12, forced(16), forced(24), forced(64)]
)
def test_few_files_may_be_open_at_a_time(
    edisi: Terbitan, kantor: Kantor, most: int
) -> None:
    done = run(kantor, limited(resource.RLIMIT_NOFILE, most))
    assert "Traceback" not in done.stderr
    assert "tak terduga" not in done.stderr, done.stderr
    assert not edisi.fault(kantor)
    wanted = edisi.after if done.returncode == 0 else edisi.before
    assert kantor.lies() == wanted
    told = done.stderr.count("kesalahan[") + done.stderr.count("sopgen: ")
    assert done.returncode == 0 or told == 1, done.stderr


def run(kantor: Kantor, limit: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    """Build in a process that lays a limit upon itself first."""
    return subprocess.run(
        [*SOPGEN, *kantor.line],
        cwd=kantor.place,
        env={**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


def test_what_belongs_to_somebody_else_is_told(edisi: Terbitan, kantor: Kantor) -> None:
    require(os.geteuid() == 0, "root, yang dapat memberi berkas kepada pengguna lain")
    for path in (kantor.output, *kantor.output.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    done = kantor.build()
    sentence(done, "tidak boleh ditulisi")
    assert kantor.lies() == edisi.before


@pytest.mark.force
def test_a_file_of_somebody_else_stays_and_is_named(
    edisi: Terbitan, kantor: Kantor
) -> None:
    require(os.geteuid() == 0, "root, yang dapat memberi berkas kepada pengguna lain")
    os.chown(kantor.book / "buku.pdf", NOBODY, NOBODY)
    done = kantor.build()
    sentence(done, "hanya-baca bagi pengguna ini")
    assert differing(kantor.lies(), edisi.after) == ["buku.pdf", "manifest.json"]


@pytest.mark.force
def test_folders_that_may_not_be_written_keep_their_files(
    edisi: Terbitan, kantor: Kantor
) -> None:
    for folder, why in ((kantor.book, 1), (kantor.workshop.parent, 1)):
        folder.chmod(0o555)
        done = kantor.build()
        folder.chmod(0o755)
        assert done.returncode == why
        assert done.stderr.count("SOP951") == 1
        assert kantor.lies() == edisi.before
        assert not kantor.workshop.exists()


@pytest.mark.force
def test_files_that_may_not_be_written_stay_and_are_named(
    edisi: Terbitan, kantor: Kantor
) -> None:
    held = ["buku.pdf", "sop/01-surat.xlsx"]
    for name in held:
        (kantor.book / name).chmod(0o444)
    done = kantor.build()
    assert done.returncode == 1
    assert done.stderr.count("SOP957") == len(held)
    now = kantor.lies()
    assert differing(now, edisi.after) == sorted([*held, "manifest.json"])
    assert all(now[name] == edisi.before[name] for name in held)


@contextmanager
def immutable(*paths: Path) -> Iterator[None]:
    """Let nobody change files or folders, not even root."""
    line = ["chattr", "+i", *map(str, paths)]
    there = shutil.which("chattr") is not None
    done = there and subprocess.run(line, capture_output=True, check=False).returncode
    if done != 0:
        pytest.skip("tanpa chattr +i di sistem berkas ini")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", *map(str, paths)], check=True)


@pytest.fixture
def on_disk(edisi: Terbitan, tmp_path: Path) -> Kantor:
    return edisi.kantor.copy(tmp_path / "kantor")


def test_an_immutable_file_stays_and_is_named(edisi: Terbitan, on_disk: Kantor) -> None:
    names = ["buku.docx", "sop/02-arsip.pdf"]
    with immutable(*(on_disk.book / name for name in names)):
        done = on_disk.build()
        now = on_disk.lies()
    assert done.returncode == 1
    assert all(f"{name}: " in done.stderr for name in names)
    assert all(now[name] == edisi.before[name] for name in names)
    assert differing(now, edisi.after) == sorted([*names, "manifest.json"])
    assert on_disk.build().returncode == 0
    assert on_disk.lies() == edisi.after


@pytest.mark.force
def test_an_immutable_folder_stays_as_it_is(edisi: Terbitan, on_disk: Kantor) -> None:
    with immutable(on_disk.book):
        done = on_disk.build()
    sentence(done, "tidak boleh ditulisi")
    assert on_disk.lies() == edisi.before
    assert not on_disk.workshop.exists()


@pytest.mark.force
def test_an_immutable_folder_in_the_book_keeps_its_files(
    edisi: Terbitan, on_disk: Kantor
) -> None:
    with immutable(on_disk.book / "sop"):
        done = on_disk.build()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    now = on_disk.lies()
    inside = [name for name in {*now, *edisi.before} if name.startswith("sop/")]
    assert all(now.get(name) == edisi.before.get(name) for name in inside)
    assert on_disk.build().returncode == 0
    assert on_disk.lies() == edisi.after


@pytest.mark.parametrize(
    "linked", [forced("output"), "output/uji", forced("output/uji/2025")]
)
def test_an_output_that_is_a_link_is_written_through(
    edisi: Terbitan, kantor: Kantor, linked: str
) -> None:
    link, real = kantor.place / linked, kantor.place.parent / "di tempat lain"
    link.rename(real)
    link.symlink_to(real)
    assert kantor.build().returncode == 0
    assert link.is_symlink()
    assert kantor.lies() == edisi.after
    assert not list(kantor.place.parent.rglob(".sopgen-*"))


@pytest.mark.force
def test_an_output_that_leads_nowhere_is_told(kantor: Kantor) -> None:
    shutil.rmtree(kantor.output)
    kantor.output.symlink_to(kantor.place / "tidak ada/di sini")
    done = kantor.build()
    assert "Traceback" not in done.stderr
    assert "tak terduga" not in done.stderr, done.stderr
    assert done.returncode in (0, 1)
    assert done.returncode == 0 or done.stderr.count("kesalahan[") == 1
