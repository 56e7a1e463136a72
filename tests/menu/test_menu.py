"""The menu through a pipe: each task, and every answer that is none."""

from __future__ import annotations

import os
import pty
import re
import threading
import time
from pathlib import Path

import pytest

from docs.layar import said_in, said_on, talks
from sopgen.menu.ambil import path_of
from tests.books import ROOT
from tests.menu.talks import Rumah, drop, moved_in, talk, typed, workbook
from tests.spec.kantor import write_kantor, write_lambang
from tests.takeover.clerk_xlsx import clerk_workbook

pytestmark = pytest.mark.slow
SELESAI = "Selesai. Sampai jumpa.\n"


def test_it_ends_with_0_and_with_the_end_of_input(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    for answers in ((), ("0",), ("3", "0", "0"), ("2",)):
        said = talk(rumah, *answers)
        assert (said.code, said.error) == (0, "")
        assert said.out.endswith(SELESAI)
        assert f"Folder kantor: {rumah.kantor}\n" in said.out


def test_an_answer_that_is_no_task_asks_again(tmp_path: Path) -> None:
    answers = ("", "8", "-1", "satu", "1.5", "²", "9" * 5000)
    said = talk(moved_in(tmp_path), *answers, "0")
    assert said.out.count("Ketik angka 0 sampai 7") == len(answers)
    assert said.out.endswith(SELESAI)


def test_input_that_is_no_text_is_an_answer_that_is_none(tmp_path: Path) -> None:
    said = typed(moved_in(tmp_path), (), b"\xff\xfe\x00\n\n5\n\x00x\n0\n0\n")
    assert (said.code, said.error) == (0, "")
    assert "Berkas `x` tidak ada." in said.out
    assert said.out.endswith(SELESAI)


def test_the_pictures_of_the_guide_show_what_the_menu_says(tmp_path: Path) -> None:
    """``make gambar`` draws them anew."""
    guide = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
    for name, lines in talks(tmp_path):
        assert said_in(name) == lines
        assert re.search(rf"!\[[^]]+\]\(gambar/{name}\.png\)", guide)


def test_a_question_that_comes_in_pieces_is_read_whole() -> None:
    question = "Nama “é”: "
    ours, theirs = pty.openpty()

    def ask() -> None:
        for byte in question.encode():
            os.write(theirs, bytes([byte]))
            time.sleep(0.02)

    thread = threading.Thread(target=ask)
    thread.start()
    assert said_on(ours) == question
    thread.join()
    os.close(ours)
    os.close(theirs)


# The folder of the offices.


def test_the_folder_is_asked_for_once(tmp_path: Path) -> None:
    rumah = Rumah(tmp_path / "ibu", tmp_path / "sopgen")
    (rumah.home / "Dokumen").mkdir(parents=True)
    rumah.program.mkdir()
    first = talk(rumah, "x", "", "0")
    chosen = rumah.home / "Dokumen" / "SOP"
    assert first.out.count("Di folder mana berkas kantor Anda disimpan?") == 1
    assert f"Folder kantor: {chosen}\n" in first.out
    assert chosen.is_dir()
    assert "Di folder mana" not in talk(rumah, "0").out


def test_a_folder_beside_the_program_moves_with_it(tmp_path: Path) -> None:
    rumah = Rumah(tmp_path / "ibu", tmp_path / "E" / "sopgen")
    rumah.home.mkdir()
    rumah.program.mkdir(parents=True)
    assert f"Folder kantor: {rumah.program / 'SOP'}\n" in talk(rumah, "2", "0").out
    (tmp_path / "E").rename(tmp_path / "F")
    stick = Rumah(rumah.home, tmp_path / "F" / "sopgen")
    assert f"Folder kantor: {stick.program / 'SOP'}\n" in talk(stick, "0").out


def test_another_folder_may_be_typed_in_quotes(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    other = tmp_path / "bersama & baru"
    answers = ("7", "3", "0", "3", f'"{other}"', "y", "0")
    assert f"Folder kantor: {other}\n" in talk(rumah, *answers).out
    assert f"Folder kantor: {other}\n" in talk(rumah, "0").out
    said = talk(rumah, "7", "3", str(tmp_path / "sopgen é/folder-kantor.txt"), "0", "0")
    assert "tidak dapat dibuat atau dibuka" in said.out


def test_a_folder_that_is_not_there_is_made_only_if_that_is_meant(
    tmp_path: Path,
) -> None:
    rumah = moved_in(tmp_path)
    slip, meant = tmp_path / "Dokumne" / "SOP", tmp_path / "Dokumen" / "SOP"
    answers = ("7", "3", f"{slip}", "t", "3", f"{meant}", "", "0")
    said = talk(rumah, *answers)
    assert f"Folder {slip} belum ada. Buat folder itu? (y/t) [y]: " in said.out
    assert f"Folder kantor: {meant}\n" in said.out
    assert not slip.parent.exists()
    again = talk(rumah, "7", "3", f"{meant}", "0")
    assert "belum ada. Buat" not in again.out


def test_a_folder_that_is_gone_is_asked_for_again(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    rumah.kantor.rmdir()
    assert "Di folder mana" in talk(rumah, "", "0").out


def test_a_choice_that_cannot_be_noted_is_told(tmp_path: Path) -> None:
    rumah = Rumah(tmp_path / "ibu", tmp_path / "tiada" / "berkas")
    rumah.home.mkdir()
    (tmp_path / "tiada").write_text("")
    said = talk(rumah, "", "0")
    assert "tidak dapat dicatat" in said.out
    assert f"Folder kantor: {rumah.home / 'SOP'}\n" in said.out
    assert said.out.endswith(SELESAI)


def test_without_starters_the_user_s_own_folder_remembers(tmp_path: Path) -> None:
    rumah = Rumah(tmp_path, tmp_path)
    assert "sopgen/SOP" not in talk(rumah, "", "0", SOPGEN_RUMAH="").out
    note = tmp_path / ".config" / "sopgen" / "folder-kantor.txt"
    assert note.read_text(encoding="utf-8") == f"{tmp_path / 'SOP'}\n"
    assert talk(rumah, "0", SOPGEN_RUMAH="").out.count("Di folder mana") == 0


# Tasks.


def test_a_new_office_is_checked_and_built(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    said = talk(rumah, "1", "Mekar Sari", "t", "2", "", "t", "3", "", "y", "6", "", "0")
    assert f"Kantor baru: {rumah.kantor}/mekar-sari.xlsx\n" in said.out
    assert "Tidak ada kesalahan. Bukunya dapat dibangun." in said.out
    folder = rumah.kantor / "output" / "mekar-sari" / "2026"
    assert f"Hasil: {folder}\n" in said.out
    assert f"Tidak dapat dibuka dari sini. Letaknya: {folder}/buku.pdf" in said.out
    assert (folder / "buku.pdf").is_file()
    assert "1  mekar-sari 2026\n" in said.out
    assert said.out.endswith(SELESAI)


NAMES = {
    "con": "misalnya `kantor-con`",
    "Com1": "misalnya `kantor-com1`",
    "a/b": "misalnya `a-b`",
    "Suruh?": "misalnya `suruh`",
    "C:\\x": "misalnya `c-x`",
    "...": "memerlukan huruf atau angka",
    "SURUH": "`Suruh.XLSX` sudah ada",
}


def test_a_name_that_cannot_be_is_asked_again(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path, "Suruh.XLSX")
    said = talk(rumah, "1", *NAMES, "0", "0")
    assert [told for told in NAMES.values() if told not in said.out] == []
    assert said.out.count("Nama kecamatan") == len(NAMES) + 1
    assert os.listdir(rumah.kantor) == ["Suruh.XLSX"]
    assert said.out.endswith(SELESAI)


def test_what_is_no_office_is_not_offered_as_one(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path, "b.xlsx", "a.xlsx", "~$a.xlsx", "a-temuan-2.xlsx")
    (rumah.kantor / "rusak.xlsx").write_bytes(b"PK")
    (rumah.kantor / "SOP lama.xlsx").write_bytes(clerk_workbook())
    write_kantor(rumah.kantor / "uji")
    write_kantor(rumah.kantor / "specs" / "dua")
    out = talk(rumah, "2", "0", "5", "0", "0").out
    rows = [line for line in out.splitlines() if line.startswith("  ")]
    assert [row[5:] for row in rows if ".xlsx" in row or "," in row] == [
        "a.xlsx",
        "b.xlsx",
        "rusak.xlsx (tidak dapat dibuka)",
        "uji (Kecamatan Uji, 2025, 1 SOP)",
        "specs/dua (Kecamatan Uji, 2025, 1 SOP)",
        "SOP lama.xlsx",
    ]


def test_an_office_in_a_folder_is_built_beside_it(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    write_lambang(write_kantor(rumah.kantor / "specs" / "uji"))
    said = talk(rumah, "3", "", "t", "0")
    assert f"Hasil: {rumah.kantor}/output/uji/2025\n" in said.out


def test_a_workbook_with_mistakes_is_marked(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path, "suruh.xlsx")
    said = talk(rumah, "2", "", "y", "t", "2", "0", "0")
    assert (rumah.kantor / "suruh-temuan.xlsx").is_file()
    assert "Salinan itu untuk dibaca; perbaiki di berkas asli." in said.out
    assert said.out.count("  1  suruh.xlsx\n  0  kembali\n") == 2


def test_last_year_s_book_is_rolled(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path, "suruh.xlsx")
    said = talk(rumah, "4", "", "t", "0")
    assert f"Buku tahun baru: {rumah.kantor}/suruh-2027.xlsx\n" in said.out
    assert (rumah.kantor / "suruh-2027.xlsx").is_file()


def test_what_is_to_be_typed_next_is_for_those_who_type(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path, "lalu.xlsx")
    old = tmp_path / "lama.xlsx"
    old.write_bytes(clerk_workbook())
    words = ("1", "Baru", "t", "3", "1", "t", "4", "2", "t", "5", str(old), "", "t")
    said = talk(rumah, *words, "0")
    assert said.out.endswith(SELESAI)
    assert "rinciannya lewat Periksa" in said.out
    assert "lanjutkan" not in said.out
    assert "sopgen " not in said.out.replace("sopgen é", "")


@pytest.mark.parametrize("quoted", ["{}", '"{}"', "'{}'", '& "{}"', " {}  "])
def test_a_path_is_read_as_windows_write_it(quoted: str) -> None:
    path = "/tmp/SOP lama & é's.xlsx"
    assert path_of(quoted.format(path)) == Path(path)


def test_an_old_sop_is_taken_from_anywhere(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    old = tmp_path / "SOP lama & é.xlsx"
    old.write_bytes(clerk_workbook())
    said = talk(rumah, "5", "tiada.docx", f'"{old}"', "", "t", "0")
    assert "Berkas `tiada.docx` tidak ada." in said.out
    assert f"Buku kerja: {rumah.kantor}/sop-lama.xlsx\n" in said.out
    assert (rumah.kantor / "sop-lama.xlsx").is_file()


def test_an_old_sop_in_the_folder_is_taken_by_its_number(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    (rumah.kantor / "con.xlsx").write_bytes(clerk_workbook())
    said = talk(rumah, "5", "1", "con", "", "t", "0")
    assert "misalnya `kantor-con`" in said.out
    assert (rumah.kantor / "kantor-con.xlsx").is_file()


def test_what_is_no_sop_makes_nothing(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    (rumah.kantor / "daftar.docx").write_bytes(b"bukan Word")
    said = talk(rumah, "5", "1", "", "0")
    assert "belum diambil; sebabnya disebut di atas" in said.out
    assert os.listdir(rumah.kantor) == ["daftar.docx"]


def test_a_folder_without_anything_says_how_to_begin(tmp_path: Path) -> None:
    said = talk(moved_in(tmp_path), "2", "4", "6", "0")
    assert said.out.count("Belum ada kantor di folder ini.") == 2
    assert "Belum ada hasil di folder ini." in said.out


@pytest.mark.parametrize("words", ["cp437", "cp850", "cp1252", "ascii"])
def test_a_console_without_some_letters_is_served(tmp_path: Path, words: str) -> None:
    rumah = moved_in(tmp_path)
    said = talk(rumah, "9", "0", PYTHONIOENCODING=words)
    assert (said.code, said.error) == (0, "")
    assert "Ketik angka 0 sampai 7" in said.out


# Files that are dropped on a starter.


def test_dropped_workbooks_are_built_where_they_lie(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    place = tmp_path / "surat & é 100% !x!"
    place.mkdir()
    (place / "a.xlsx").write_bytes(workbook("a"))
    said = drop(rumah, ("--bangun", str(place / "a.xlsx"), str(place / "b.xlsx")), "t")
    assert said.code == 2
    assert (place / "output" / "a" / "2026" / "buku.pdf").is_file()
    assert "berkas `./b.xlsx` tidak ada" in said.error
    assert "Bantuan" not in said.error
    assert "Di folder mana" not in said.out


def test_an_error_counts_though_nobody_answers(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    (tmp_path / "a.xlsx").write_bytes(workbook("a"))
    drop(rumah, ("--bangun", str(tmp_path / "a.xlsx")), "t")
    (tmp_path / "output/a/2026/buku.docx").write_bytes(b"suntingan")
    (tmp_path / "output/a/2026/buku.docx").chmod(0o444)
    assert drop(rumah, ("--bangun", str(tmp_path / "a.xlsx"))).code == 1


def test_a_dropped_file_is_the_one_that_is_meant(tmp_path: Path) -> None:
    """In specs lies another one with its name."""
    rumah = moved_in(tmp_path)
    write_kantor(tmp_path / "specs" / "uji")
    write_lambang(write_kantor(tmp_path / "uji"))
    said = drop(rumah, ("--periksa", str(tmp_path / "uji")))
    assert "Tidak ada kesalahan." in said.out


def test_a_dropped_old_sop_lies_beside_itself_as_a_workbook(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    old = clerk_workbook()
    (tmp_path / "surat.xlsx").write_bytes(old)
    said = drop(rumah, ("--ambil", str(tmp_path / "surat.xlsx")), "t")
    assert f"Buku kerja: {tmp_path}/surat-2.xlsx\n" in said.out
    assert (tmp_path / "surat-2.xlsx").is_file()
    assert (tmp_path / "surat.xlsx").read_bytes() == old


def test_the_line_of_the_shell_knows_the_files_better(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    write_lambang(write_kantor(tmp_path / "a&b"))
    line = f'C:\\cmd.exe /c ""D:\\sop gen\\Periksa.cmd" {tmp_path}/a&b"'
    said = drop(rumah, ("--periksa", f"{tmp_path}/a"), SOPGEN_BARIS=line)
    assert said.code == 0
    assert f"{tmp_path}/a&b\n" in said.out


@pytest.mark.parametrize("cara", ["--periksa", "--bangun", "--ambil"])
def test_without_a_file_a_starter_says_how_it_is_used(
    tmp_path: Path, cara: str
) -> None:
    said = drop(moved_in(tmp_path), (cara,))
    assert said.code == 2
    assert said.out.startswith("Seret ")


def test_flags_that_do_not_go_together_are_refused(tmp_path: Path) -> None:
    rumah = moved_in(tmp_path)
    assert "masing-masing sendiri" in drop(rumah, ("--periksa", "--ambil")).error
    assert "hanya bersama" in drop(rumah, ("a.xlsx",)).error
