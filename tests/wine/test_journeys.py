"""From the ZIP to a book, step by step as a clerk goes: what is clicked and typed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.books import ROOT
from tests.processes import tree
from tests.wine.console import Console
from tests.wine.machine import Windows, documents, on_linux
from tests.wine.test_same_bytes import kept

pytestmark = pytest.mark.windows

MENU, ENTER = "Mulai sopgen.cmd", ""
#: No journey takes longer, on the slowest machine.
MINUTES = 4.0


class Step(NamedTuple):
    """What is asked, and what a clerk answers; ENTER is the key alone."""

    asked: str
    typed: str


#: Before: the ZIP is extracted, the starter clicked twice.  At the second question the
#: workbook is put into the folder that the first one named.
BOOK = (
    Step("Nomor folder [1]: ", ENTER),
    Step("Pilih nomor: ", "3"),
    Step("Nomor kantor [1]: ", ENTER),
    Step("Buka buku.pdf sekarang? (y/t) [y]: ", "t"),
    Step("Pilih nomor: ", "0"),
    Step("Tekan sembarang tombol", ENTER),
)
#: The workbook is opened, filled in and saved before its book is built.
CHART = (
    Step("Nomor folder [1]: ", ENTER),
    Step("Pilih nomor: ", "1"),
    Step("Nama kecamatan, misalnya Suruh (0 = kembali): ", "Suruh"),
    Step("[kecamatan]: ", ENTER),
    Step("Kepala kantor [Camat]: ", ENTER),
    Step("[kabupaten]: ", ENTER),
    Step("Nama kabupaten [diisi nanti]: ", "Lembah"),
    Step("Buka suruh.xlsx sekarang? (y/t) [y]: ", "t"),
    Step("Pilih nomor: ", "3"),
    Step("Nomor kantor [1]: ", ENTER),
    Step("Buka buku.pdf sekarang? (y/t) [y]: ", "t"),
    Step("Pilih nomor: ", "0"),
    Step("Tekan sembarang tombol", ENTER),
)


@pytest.fixture
def offices(windows: Windows) -> Iterator[Path]:
    """The folder of the offices that Enter names, of one who never started sopgen."""
    note = windows.folder / "folder-kantor.txt"
    note.unlink(missing_ok=True)
    yield documents(windows) / "SOP"
    note.unlink()


def go(console: Console, steps: tuple[Step, ...]) -> None:
    for asked, typed in steps:
        console.until(asked)
        console.type(f"{typed}\r")


def begun(windows: Windows) -> Console:
    return Console(windows, windows.folder, str(windows.folder / MENU))


def test_six_answers_lead_to_the_book_of_kampak(
    windows: Windows, offices: Path, tmp_path: Path
) -> None:
    spec = str(ROOT / "specs" / "kampak")
    assert on_linux(tmp_path, "export", spec, "--xlsx").code == 0
    start = time.monotonic()
    console = begun(windows)
    go(console, BOOK[:1])
    console.until("Folder kantor: ")
    (offices / "kampak.xlsx").write_bytes((tmp_path / "kampak.xlsx").read_bytes())
    go(console, BOOK[1:])
    assert console.end() == 0
    assert time.monotonic() - start < MINUTES * 60
    assert on_linux(tmp_path, "build", "kampak.xlsx").code == 0
    assert kept(offices / "output") == kept(tmp_path / "output")
    (offices / "kampak.xlsx").unlink()


def test_thirteen_answers_lead_to_the_first_chart_of_an_office(
    windows: Windows, offices: Path, tmp_path: Path
) -> None:
    start = time.monotonic()
    console = begun(windows)
    go(console, CHART)
    assert console.end() == 0
    assert time.monotonic() - start < MINUTES * 60
    made = offices / "output" / "suruh"
    assert {"01-surat-masuk.pdf", "01-surat-masuk.docx"} <= {
        file.name for file in made.rglob("sop/*")
    }
    (tmp_path / "suruh.xlsx").write_bytes((offices / "suruh.xlsx").read_bytes())
    assert on_linux(tmp_path, "build", "suruh.xlsx").code == 0
    assert tree(made) == tree(tmp_path / "output" / "suruh")
    (offices / "suruh.xlsx").unlink()


#: What a line of commands stumbles over, in the name of a folder.  No per cent among
#: it: the interpreter of Wine takes it for a variable where Windows does not.
ODD = "SOP & é !x! ^(1)"


def test_the_program_works_wherever_it_lies(windows: Windows) -> None:
    there = windows.at(windows.folder.with_name(ODD))
    windows.folder.rename(there.folder)
    try:
        answers = ("2", "1", "Suruh", "t", "3", "", "t", "0", "")
        ended = there.start(MENU, typed="".join(f"{one}\r\n" for one in answers))
        assert ended.code == 0, ended.said
        book = there.folder / "SOP" / "output" / "suruh" / "2026" / "buku.pdf"
        assert book.is_file(), ended.said
        note = there.folder / "folder-kantor.txt"
        assert note.read_text(encoding="utf-8") == "SOP\n"
        note.unlink()
    finally:
        there.folder.rename(windows.folder)
