"""Consoles of Windows, whatever letters they have: no crash, no other letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wine.console import Console
from tests.wine.machine import Windows, on_linux

pytestmark = pytest.mark.windows

#: Of old, of western Europe, of its windows, of all letters.
PAGES = ("437", "850", "1252", "65001")
#: Has letters that none of the first two has.
LONG = ("explain", "SOP602")
ODD = ("check", "tiada “é”.xlsx")


#: Names beyond ASCII stand in no .cmd, which is read by the page of its console.
PYTHON, STARTER = r'"%SOP%\python\python.exe" -m sopgen', r'call "%SOP%\sopgen.cmd"'

END = "exit %ERRORLEVEL%"


def batch(windows: Windows, place: Path, *lines: str) -> Console:
    """Let a console do what stands in a .cmd."""
    text = "".join(f"{line}\r\n" for line in ("@echo off", *lines, END))
    (place / "coba.cmd").write_bytes(text.encode("ascii"))
    folder = f"Z:{windows.folder}".replace("/", "\\")
    return Console(windows, place, "coba.cmd", SOP=folder, ODD=ODD[1])


def packed(text: str) -> str:
    """Return a text without blanks and ends of lines: a console has its own."""
    return "".join(text.split())


def test_a_console_shows_every_letter_whatever_its_page_is(
    windows: Windows, tmp_path: Path
) -> None:
    """Python alone knows what its console has; no starter sets anything before it."""
    run = f"{PYTHON} {' '.join(LONG)}"
    console = batch(
        windows, tmp_path, *(one for page in PAGES for one in (f"chcp {page}", run))
    )
    assert console.end() == 0, console.shown
    expected = packed(on_linux(tmp_path, *LONG).said)
    assert "“isi”" in expected
    assert packed(console.shown).count(expected) == len(PAGES), console.shown
    for page in PAGES:
        assert f": {page}\n" in console.shown


def test_a_starter_shows_every_letter_that_is_typed(
    windows: Windows, tmp_path: Path
) -> None:
    console = batch(windows, tmp_path, "chcp 437 >nul", f'{STARTER} check "%ODD%"')
    assert console.end() != 0, console.shown
    assert packed(on_linux(tmp_path, *ODD).said) in packed(console.shown)


@pytest.mark.parametrize("page", ["437", "1252"])
def test_a_starter_writes_utf_8_to_a_file(
    page: str, windows: Windows, tmp_path: Path
) -> None:
    run = f"{STARTER} {' '.join(LONG)} >hasil.txt"
    console = batch(windows, tmp_path, f"chcp {page} >nul", run)
    assert console.end() == 0, console.shown
    data = (tmp_path / "hasil.txt").read_bytes().replace(b"\r\n", b"\n")
    assert data.decode() == on_linux(tmp_path, *LONG).said


def test_the_menu_in_a_console_takes_letters_of_all_kinds(
    windows: Windows, tmp_path: Path
) -> None:
    note = windows.folder / "folder-kantor.txt"
    note.write_text(f"Z:{tmp_path}".replace("/", "\\"), encoding="utf-8")
    console = Console(windows, tmp_path, str(windows.folder / "Mulai sopgen.cmd"))
    console.until("Pilih nomor:")
    console.type("5\r")
    console.until("kembali):")
    console.type("“Café” → é.docx\r")
    console.until("`“Café” → é.docx` tidak ada")
    console.type("0\r")
    console.until("Pilih nomor:")
    console.type("0\r")
    console.until("Tekan sembarang tombol")
    console.type("\r")
    assert console.end() == 0
    note.unlink()
