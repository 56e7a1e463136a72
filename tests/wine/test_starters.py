"""The starters, as staff double-click them or drop files on them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopgen import __version__
from tests.takeover.clerk_xlsx import clerk_workbook
from tests.wine.machine import Windows, on_linux
from windows.tree import BERKAS

pytestmark = pytest.mark.windows

#: What a press of a key at the end is, and the end of the menu.
KEY = "\r\n"
DROPPED = ("Bangun.cmd", "Periksa.cmd", "Ambil SOP lama.cmd")


def odd_workbook(place: Path) -> Path:
    """Write a workbook whose name a line of commands stumbles over.

    No per cent among it: the interpreter of Wine loses one that stands alone.
    """
    on_linux(place, "new", "suruh", "--xlsx")
    return (place / "suruh.xlsx").rename(place / "SOP & Pelayanan Café! (1).xlsx")


def test_who_types_has_the_whole_program(windows: Windows) -> None:
    ended = windows.start("sopgen.cmd", "--version")
    assert ended == (0, f"sopgen {__version__}\n")
    assert windows.start("sopgen.cmd", "build", "tidak-ada").code == 2


def test_a_dropped_workbook_is_built(windows: Windows, tmp_path: Path) -> None:
    file = odd_workbook(tmp_path)
    ended = windows.start("Bangun.cmd", str(file), typed=f"0{KEY}{KEY}")
    assert [*tmp_path.rglob("buku.pdf")], ended.said
    assert ended.code == 0


def test_a_dropped_workbook_is_examined(windows: Windows, tmp_path: Path) -> None:
    file = odd_workbook(tmp_path)
    ended = windows.start("Periksa.cmd", str(file), typed=f"0{KEY}{KEY}")
    assert "SOP131" in ended.said
    assert not [*tmp_path.rglob("buku.pdf")]


def test_a_dropped_old_sop_becomes_a_workbook(windows: Windows, tmp_path: Path) -> None:
    file = tmp_path / "SOP lama, (Café) & lain.xlsx"
    file.write_bytes(old := clerk_workbook())
    ended = windows.start("Ambil SOP lama.cmd", str(file), typed=f"0{KEY}{KEY}")
    assert len([*tmp_path.glob("*.xlsx")]) == 2, ended.said
    assert file.read_bytes() == old


@pytest.mark.parametrize("starter", DROPPED)
def test_a_starter_without_a_file_says_what_it_is_for(
    starter: str, windows: Windows
) -> None:
    ended = windows.start(starter, typed=f"0{KEY}{KEY}")
    assert "seret" in ended.said.casefold()


def test_the_menu_asks_where_offices_lie_and_ends(windows: Windows) -> None:
    ended = windows.start("Mulai sopgen.cmd", typed=f"{KEY}0{KEY}{KEY}")
    assert "0  Selesai" in ended.said
    assert ended.code == 0
    assert (windows.folder / "folder-kantor.txt").exists()


@pytest.mark.parametrize("starter", sorted(f.name for f in BERKAS.glob("*.cmd")))
def test_a_starter_inside_the_zip_says_to_extract_it(
    starter: str, windows: Windows, tmp_path: Path
) -> None:
    shutil.copyfile(BERKAS / starter, tmp_path / starter)
    ended = windows.at(tmp_path).start(starter, typed=KEY)
    assert "Ekstrak dahulu" in ended.said
    assert ended.code == 1
