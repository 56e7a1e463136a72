"""What staff double-click on Windows, as far as it can be told anywhere."""

from __future__ import annotations

import re

import pytest

from sopgen.cli.menu import menu
from sopgen.menu.seret import CARA, CARA_PAKAI, dropped
from sopgen.menu.tugas import TUGAS
from tests.books import ROOT

BERKAS = ROOT / "windows" / "berkas"
STARTERS = sorted(file.name for file in BERKAS.glob("*.cmd"))
DROPPED_ON = {f"--{cara}" for cara in CARA}
README = "BACA-DULU.txt"
#: What the ZIP has beside the starters.
PYTHON = r"python\python.exe"


def lines(name: str) -> list[str]:
    return (BERKAS / name).read_bytes().decode("ascii").split("\r\n")


def test_there_is_a_starter_for_each_way() -> None:
    assert STARTERS == [
        "Ambil SOP lama.cmd",
        "Bangun.cmd",
        "Mulai sopgen.cmd",
        "Periksa.cmd",
        "sopgen.cmd",
    ]


@pytest.mark.parametrize("name", [*STARTERS, README])
def test_lines_end_as_windows_ends_them(name: str) -> None:
    data = (BERKAS / name).read_bytes()
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    assert b"\t" not in data


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_is_ascii_and_short(name: str) -> None:
    assert max(map(len, lines(name))) < 80


@pytest.mark.parametrize("name", STARTERS)
def test_whatever_may_have_spaces_stands_in_quotes(name: str) -> None:
    for line in lines(name):
        outside = re.sub(r'"[^"]*"', "", line)
        assert '"' not in outside
        assert "%~" not in outside
        assert "!" not in outside


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_sets_what_the_program_wants(name: str) -> None:
    told = lines(name)
    assert told[:5] == [
        "@echo off",
        "setlocal EnableExtensions DisableDelayedExpansion",
        "chcp 65001 >nul",
        'set "PYTHONUTF8=1"',
        'set "SOPGEN_RUMAH=%~dp0"',
    ]
    assert f'if not exist "%~dp0{PYTHON}" goto zip' in told
    (run,) = (line for line in told if " -m sopgen" in line)
    assert run.startswith(f'"%~dp0{PYTHON}" -X utf8 -m sopgen ')


@pytest.mark.parametrize("name", STARTERS)
def test_a_starter_in_the_zip_says_what_to_do(name: str) -> None:
    told = lines(name)
    after = told[told.index(":zip") :]
    assert any("klik kanan" in line and "Ekstrak Semua" in line for line in after)
    assert "pause >nul" in after


@pytest.mark.parametrize("name", STARTERS)
def test_every_way_out_has_the_exit_code(name: str) -> None:
    told = [line for line in lines(name) if line]
    ways = [line for line in told if re.search(r"\bexit\b", line)]
    assert ways[-1] == told[-1] == "exit /b %KODE%"
    assert all(line.endswith(("%KODE%", "%ERRORLEVEL%")) for line in ways)


@pytest.mark.parametrize("name", STARTERS)
def test_every_label_that_is_gone_to_is_there(name: str) -> None:
    told = lines(name)
    wanted = {line.split("goto ")[1] for line in told if "goto " in line}
    assert {f":{one}" for one in wanted} == {one for one in told if one[:1] == ":"}


@pytest.mark.parametrize("name", STARTERS)
def test_names_pass_where_no_exclamation_mark_is_lost(name: str) -> None:
    """Where delayed expansion is on, ``%*`` would lose each ``!``."""
    state = ""
    for line in lines(name):
        if match := re.search(r"(Enable|Disable)DelayedExpansion", line):
            state = match[1]
        if "%*" in line or "%~dp0" in line:
            assert state == "Disable"
        if "!" in line:
            assert state == "Enable"


def test_the_flags_of_starters_are_those_of_the_menu() -> None:
    known = {flag for option in menu.params for flag in option.opts}
    used = {flag for name in STARTERS for line in lines(name)
            for flag in re.findall(r" menu (--\w+) -- %\*", line)}  # fmt: skip
    assert used == DROPPED_ON
    assert used <= known


def test_whoever_tells_of_a_starter_knows_its_name() -> None:
    readme = (BERKAS / README).read_text(encoding="utf-8-sig")
    named = {*re.findall(r'"([^"]+\.cmd)"', readme)}
    assert named | {"sopgen.cmd"} == {*STARTERS}
    assert "sopgen.cmd" in readme
    for told in CARA_PAKAI.values():
        assert any(told.endswith(f"ke atas {name}.") or f" {name} " in told
                   for name in STARTERS), told  # fmt: skip


def test_the_text_beside_them_is_for_notepad_and_shows_the_menu() -> None:
    data = (BERKAS / README).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    told = data.decode("utf-8-sig").splitlines()
    assert max(map(len, told)) < 80
    for number, tugas in enumerate(TUGAS, 1):
        short = tugas.sebutan.partition(" (")[0]
        assert any(line.startswith(f"   {number}  {short}") for line in told), short


def test_only_files_lie_beside_them() -> None:
    assert {one.name for one in BERKAS.iterdir()} == {*STARTERS, README}
    assert all(one.is_file() for one in BERKAS.iterdir())


CMD = r"C:\Windows\system32\cmd.exe /c "
#: How a shell was started, and what was dropped on the starter.
DROPPED = {
    CMD + r'""D:\sopgen\Bangun.cmd" D:\a&b.xlsx"': (r"D:\a&b.xlsx",),
    CMD + r'""D:\so pgen\Ambil SOP lama.cmd" "D:\a b.xlsx" D:\c^(1).docx "':
        (r"D:\a b.xlsx", r"D:\c^(1).docx"),
    CMD + r'""\\kantor\bersama\Bangun.CMD" "\\kantor\a & b\é 100%!.xlsx""':
        (r"\\kantor\a & b\é 100%!.xlsx",),
    CMD + r'""D:\sopgen\Bangun.cmd" "': (),
    CMD + r'""D:\x.cmd y\Bangun.cmd" D:\z.xlsx"': (r"D:\z.xlsx",),
    r'"C:\Windows\system32\cmd.exe"': ("diketik.xlsx",),
    CMD + r"Bangun.cmd diketik.xlsx": ("diketik.xlsx",),
    "": ("diketik.xlsx",),
}  # fmt: skip


@pytest.mark.parametrize("line", DROPPED)
def test_the_line_of_the_shell_has_every_file_whole(line: str) -> None:
    assert dropped(line, ["diketik.xlsx"]) == DROPPED[line]


def test_git_leaves_their_line_ends_alone() -> None:
    assert "windows/berkas/* -text" in (ROOT / ".gitattributes").read_text()
