"""The menu on a terminal: questions of commands, Ctrl-C, the end, what is opened."""

from __future__ import annotations

import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.books import ROOT
from tests.menu.talks import CTRL_C, CTRL_D, Terminal, moved_in

pytestmark = pytest.mark.slow
MENU, SELESAI = "Pilih nomor: ", "Selesai. Sampai jumpa."


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "0\n"])
def test_it_ends_politely(tmp_path: Path, key: str) -> None:
    terminal = Terminal(moved_in(tmp_path))
    terminal.answer(MENU, key)
    terminal.until(SELESAI)
    assert terminal.end() == 0
    assert "Traceback" not in terminal.heard


def test_ctrl_c_at_a_question_leads_to_the_menu(tmp_path: Path) -> None:
    terminal = Terminal(moved_in(tmp_path, "a.xlsx", "b.xlsx"))
    terminal.answer(MENU, "2\n")
    terminal.answer("Nomor kantor: ", CTRL_C)
    terminal.until("Dihentikan; kembali ke menu.")
    terminal.answer(MENU, "0\n")
    assert terminal.end() == 0


def test_ctrl_c_ends_a_build_but_not_the_menu(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    shutil.copytree(ROOT / "specs" / "karangan", rumah.kantor / "karangan")
    terminal = Terminal(rumah)
    terminal.answer(MENU, "3\n")
    terminal.answer("Nomor kantor [1]: ", "\n")
    terminal.answer("docx", CTRL_C)
    terminal.until("sopgen: dibatalkan; berkas yang belum selesai tidak diubah")
    terminal.until("Dibatalkan; tidak ada yang diubah setengah jalan.")
    assert not list(rumah.kantor.rglob("buku.pdf"))
    terminal.answer(MENU, "0\n")
    assert terminal.end() == 0


def test_the_questions_of_a_new_office_come_on_a_terminal(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    terminal = Terminal(rumah)
    terminal.answer(MENU, "1\n")
    terminal.answer("(0 = kembali): ", "ranu\n")
    terminal.answer("Jenis kantor", "kelurahan\n")
    terminal.answer("Kepala kantor", CTRL_C)
    terminal.until("Dibatalkan;")
    assert list(rumah.kantor.iterdir()) == []
    terminal.answer(MENU, "1\n")
    terminal.answer("(0 = kembali): ", "ranu\n")
    for question, answer in (
        ("Jenis kantor", "kelurahan"), ("Kepala", ""), ("Wilayah", "kota"),
        ("Nama kota", "Lembah"), ("sekarang?", "t"), (MENU, "0"),
    ):  # fmt: skip
        terminal.answer(question, f"{answer}\n")
    assert terminal.end() == 0
    assert (rumah.kantor / "ranu.xlsx").is_file()


def test_the_questions_of_a_new_year_come_on_a_terminal(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path, "suruh.xlsx")
    terminal = Terminal(rumah)
    terminal.answer(MENU, "4\n")
    for question, answer in (
        ("Nomor kantor [1]: ", ""), ("Camat", ""), ("Kapasitas", ""),
        ("Nomor keputusan", "7"), ("Tanggal keputusan", "12 Januari 2027"),
        ("Buka suruh-2027.xlsx", "t"), (MENU, "0"),
    ):  # fmt: skip
        terminal.answer(question, f"{answer}\n")
    assert terminal.end() == 0
    assert (rumah.kantor / "suruh-2027.xlsx").is_file()


def test_a_signal_ends_the_menu(tmp_path: Path) -> None:
    terminal = Terminal(moved_in(tmp_path))
    terminal.until(MENU)
    terminal.process.send_signal(signal.SIGTERM)
    terminal.until("dihentikan (SIGTERM)")
    assert terminal.end() == 128 + signal.SIGTERM


def test_what_was_made_is_opened_where_there_is_a_desktop(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    opener = tools / "xdg-open"
    note = tmp_path / "dibuka"
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" >"{note}"\n')
    opener.chmod(0o755)
    terminal = Terminal(rumah, PATH=f"{tools}:/usr/bin:/bin", DISPLAY=":0")
    for question, answer in (
        (MENU, "1"), ("(0 = kembali): ", "ranu"), ("Jenis", ""), ("Kepala", ""),
        ("Wilayah", ""), ("Nama kabupaten", ""), ("sekarang?", ""), (MENU, "0"),
    ):  # fmt: skip
        terminal.answer(question, f"{answer}\n")
    assert terminal.end() == 0
    end = time.monotonic() + 20
    while not (note.exists() and note.read_text()) and time.monotonic() < end:
        time.sleep(0.05)
    assert note.read_text() == str(rumah.kantor / "ranu.xlsx")
