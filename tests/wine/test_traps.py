"""What Windows does to files: held, read-only, without a console, far below."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.wine.machine import Windows, on_linux

pytestmark = pytest.mark.windows

#: A program that has a file open, as Word has: nobody may write or rename it.
HOLD = (
    "import ctypes, sys; open_file = ctypes.windll.kernel32.CreateFileW; "
    "open_file(sys.argv[1], 0x80000000, 0, 0, 3, 0, 0); "
    "print('ada', flush=True); sys.stdin.read()"
)
KAMPAK = Path("output", "kampak", "2025")


@pytest.fixture(scope="module")
def kampak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Kampak's book, and a change in what it is made of."""
    place = tmp_path_factory.mktemp("kampak")
    shutil.copytree(ROOT / "specs" / "kampak", place / "specs" / "kampak")
    assert on_linux(place, "build", "kampak", "--format", "docx").code == 0
    spec = place / "specs" / "kampak" / "buku.yaml"
    text = spec.read_text(encoding="utf-8")
    spec.write_text(text.replace("nama: Kampak", "nama: Kampakrejo"), encoding="utf-8")
    return place


@pytest.fixture
def built(kampak: Path, tmp_path: Path) -> Path:
    """The same, of one test alone."""
    return shutil.copytree(kampak, tmp_path, dirs_exist_ok=True)


@contextmanager
def held(windows: Windows, file: Path) -> Iterator[None]:
    """Let another program have a file."""
    path = f"Z:{file}".replace("/", "\\")
    with windows.begun(file.parent, "-c", HOLD, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"ada"
        yield
        process.communicate()


def test_a_file_that_word_has_open_stays_and_is_named(
    built: Path, windows: Windows
) -> None:
    book, decree = (built / KAMPAK / n for n in ("buku.docx", "keputusan-1.docx"))
    old = book.read_bytes(), decree.read_bytes()
    with held(windows, book):
        ended = windows.run(built, "build", "kampak", "--format", "docx")
    assert ended.code == 1
    assert "buku.docx" in ended.said
    assert "tutup" in ended.said
    assert book.read_bytes() == old[0]
    assert decree.read_bytes() != old[1]
    assert windows.run(built, "build", "kampak", "--format", "docx").code == 0
    assert book.read_bytes() != old[0]


def test_a_read_only_file_stays_and_is_named(built: Path, windows: Windows) -> None:
    book = built / KAMPAK / "buku.docx"
    old = book.read_bytes()
    book.chmod(0o444)
    ended = windows.run(built, "build", "kampak", "--format", "docx")
    assert ended.code == 1
    assert "buku.docx" in ended.said
    assert "hanya-baca" in ended.said
    assert book.read_bytes() == old


def test_without_a_console_the_book_is_built(built: Path, windows: Windows) -> None:
    book = built / KAMPAK / "buku.docx"
    old = book.read_bytes()
    ended = windows.without_console(built, "build", "kampak", "--format", "docx")
    assert ended.code == 0, ended.said
    assert book.read_bytes() != old


def test_two_starts_at_once_leave_one_whole_book(built: Path, windows: Windows) -> None:
    line = ("-X", "utf8", "-m", "sopgen", "build", "kampak", "--format", "pdf")
    both = [windows.begun(built, *line) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert {one.returncode for one in both} <= {0, 1}, said
    assert any(one.returncode == 0 for one in both), said
    assert not [*(built / KAMPAK).parent.glob(".sopgen-*")]
    on_linux(built, "build", "kampak", "--format", "pdf", "--output", "sini")
    here, there = built / "sini" / "kampak" / "2025", built / KAMPAK
    for file in sorted(here.rglob("*.pdf")):
        assert file.read_bytes() == (there / file.relative_to(here)).read_bytes()


def test_far_below_the_book_is_built_or_the_place_is_told(
    windows: Windows, tmp_path: Path
) -> None:
    place = tmp_path.joinpath(*["folder yang sangat panjang namanya " + "x" * 60] * 3)
    shutil.copytree(ROOT / "specs" / "kampak", place / "specs" / "kampak")
    started = time.monotonic()
    ended = windows.run(place, "build", "kampak", "--format", "pdf")
    assert time.monotonic() - started < 300
    assert "tak terduga" not in ended.said
    assert (ended.code == 0) == (place / KAMPAK / "buku.pdf").exists()
    assert ended.code == 0 or "panjang" in ended.said
