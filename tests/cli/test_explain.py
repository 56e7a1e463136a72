"""``sopgen explain``: for people, for pipes and for programs."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.cli.explain import section
from sopgen.model.temuan import TABEL
from sopgen.temuan import JUDUL, Penjelasan, read_temuan
from tests.books import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
every = pytest.mark.parametrize(
    "one", read_temuan().values(), ids=lambda one: one.temuan.kode
)

#: What speaks of the marks themselves.
ABOUT_MARKS = ("SOP140", "SOP143")
#: The last codes of a family, as they are offered for one that is none.
LAST = ", ".join([f"`{one}`" for one in TABEL if one.startswith("SOP2")][-3:])


@pytest.fixture(autouse=True)
def faults_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_DEBUG", "1")


def run(*args: str) -> Result:
    """Call ``sopgen explain``."""
    result = CliRunner().invoke(sopgen, ["explain", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_a_code_is_told_with_all_its_headings() -> None:
    told = run("SOP201")
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert lines[0] == "SOP201 pelaksana_tak_terdaftar (kesalahan)"
    assert [line for line in lines if line in JUDUL] == list(JUDUL)
    assert "  sop/surat.yaml:" in lines
    assert "      pelaksana: [Petugas, Camat]" in lines


@pytest.mark.parametrize(
    "word",
    ["201", "sop201", "SOP 201", "pelaksana_tak_terdaftar", "Pelaksana-Tak-Terdaftar"],
)
def test_a_code_may_be_called_by_its_number_and_by_its_name(word: str) -> None:
    assert run(word).output == run("SOP201").output


def test_several_codes_are_told_in_the_order_they_are_asked_for() -> None:
    both = run("602", "201")
    assert both.output == f"{run('602').output}\n{run('201').output}"


@every
def test_no_marks_of_markdown_are_printed(one: Penjelasan) -> None:
    words = "\n".join(section(one, 0))
    for contoh in (c for butir in one.butir.values() for c in butir.contoh):
        for line in contoh.isi.splitlines():
            assert f"      {line}".rstrip() in words
            words = words.replace(f"      {line}".rstrip(), "", 1)
    marks = r"`|^#" if one.temuan.kode in ABOUT_MARKS else r"`|\*\*|^#"
    assert not re.search(marks, words, re.MULTILINE)


def test_all_codes_are_listed_a_line_each() -> None:
    lines = run("--semua").output.splitlines()
    assert [line.split()[:3:2] for line in lines] == [
        [one.kode, one.nama] for one in TABEL.values()
    ]
    assert {line.split()[1] for line in lines} == {
        "kesalahan", "peringatan", "catatan",
        "kesalahan/peringatan", "kesalahan/catatan", "peringatan/catatan",
    }  # fmt: skip
    assert all("`" not in line for line in lines)
    assert lines[0].endswith("(buku kerja: lembar Pejabat).")


def test_data_for_programs_has_the_same_keys_as_the_findings() -> None:
    (one,) = json.loads(run("--json", "734").output)
    assert one["kode"] == "SOP734"
    assert one["nama"] == "daerah_lain"
    assert one["tingkat"] == "warning"
    assert one["boleh_diabaikan"] is True
    assert one["apa"] == "Sebuah teks menyebut daerah lain atau kantor daerah lain."
    assert one["salah"]["contoh"][0]["berkas"] == "buku.yaml"
    assert "SOP734" in one["bila_memang_benar"]["contoh"][0]["isi"]


def test_a_lighter_weight_is_told_with_when_it_is_given() -> None:
    first = run("304").output.splitlines()[0]
    assert first == (
        "SOP304 keputusan_kurang_cabang (kesalahan, atau peringatan bila keputusan itu "
        "masih punya satu jalan keluar)"
    )
    both = json.loads(run("--json", "304", "201").output)
    assert [one["ringan"] and one["ringan"]["tingkat"] for one in both] == [
        "warning", None,
    ]  # fmt: skip


def test_all_codes_are_data_too() -> None:
    every = json.loads(run("--semua", "--json").output)
    assert [one["kode"] for one in every] == list(TABEL)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("299",), f"mungkin maksudnya {LAST}"),
        (("SOP298",), "kode temuan `SOP298` tidak ada"),
        (("SOP999",), "`SOP971`"),
        (("000",), "lihat `sopgen explain --semua`"),
        (("pelaksana_terdaftar",), "`pelaksana_tak_terdaftar`"),
        (("zzz",), "lihat `sopgen explain --semua`"),
        (("SOP201", "SOP20"), "kode temuan `SOP20` tidak ada"),
        ((), "KODE belum diisi"),
        (("--semua", "SOP201"), "--semua tidak memakai KODE"),
    ],
)
def test_what_is_no_code_is_a_mistake_of_usage(
    args: tuple[str, ...], told: str
) -> None:
    wrong = run(*args)
    assert wrong.exit_code == 2
    assert told in wrong.stderr
    assert wrong.stdout == ""


@pytest.mark.parametrize(
    ("begun", "offered"),
    [
        ("SOP21", [one for one in TABEL if one.startswith("SOP21")]),
        ("sop214", ["SOP214"]),
        ("40", [one[3:] for one in TABEL if one.startswith("SOP40")]),
        (
            "waktu_",
            [
                "waktu_kosong",
                "waktu_nol",
                "waktu_seragam",
                "waktu_tak_terukur",
                "waktu_tak_terjumlah",
            ],
        ),
        ("", list(TABEL)),
    ],
)
def test_codes_are_completed(begun: str, offered: list[str]) -> None:
    made = ShellComplete(sopgen, {}, "sopgen", "_SOPGEN_COMPLETE")
    found = made.get_completions(["explain"], begun)
    assert [one.value for one in found] == offered
    assert all(one.help in {row.nama for row in TABEL.values()} for one in found)


def on_a_terminal(columns: int, *args: str) -> str:
    """Return what a terminal of some width shows of the command."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "sopgen", "explain", *args],
        env={**ENVIRONMENT, "COLUMNS": str(columns), "LINES": "40"},
        stdout=theirs,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the terminal is closed on the other side
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert done.wait() == 0
    return re.sub(r"\x1b\[[0-9;]*m", "", shown.decode()).replace("\r\n", "\n")


def test_words_are_wrapped_to_the_width_of_a_terminal_only() -> None:
    narrow = on_a_terminal(60, "602")
    words = [line for line in narrow.splitlines() if not line.startswith("      ")]
    assert max(map(len, words)) <= 60
    assert narrow.split() == run("602").output.split()
    assert max(map(len, run("602").output.splitlines())) > 120


def test_a_list_on_a_terminal_keeps_within_it() -> None:
    assert max(map(len, on_a_terminal(80, "--semua").splitlines())) <= 80


def test_help_reads_no_prose() -> None:
    code = (
        "import sys; from sopgen.cli import sopgen\n"
        "try: sopgen.main(['explain', '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(n in sys.modules for n in ('sopgen.temuan', 'pydantic')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_a_broken_file_of_the_program_is_named(tmp_path: Path) -> None:
    (tmp_path / "assets" / "temuan").mkdir(parents=True)
    (tmp_path / "sopgen").symlink_to(ROOT / "sopgen")
    done = subprocess.run(
        [sys.executable, "-m", "sopgen", "explain", "201"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "assets/temuan/" in done.stderr
    assert "Traceback" not in done.stderr
