"""``sopgen roll`` as staff call it."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.spec.exchange import export_workbook
from tests.processes import ENVIRONMENT, SOPGEN, tree
from tests.roll.test_table import SECOND
from tests.roll.years import BUKU, data, office, swap

WISH = ("--nomor", "000.8.3.3/7/406.99/2026", "--tanggal", "12 Januari 2026")
SECONDS = 60


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand beside an office of 2025."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    return iter([office(tmp_path / "specs/uji")])


def run(*args: str) -> Result:
    result = CliRunner().invoke(sopgen, ["roll", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_the_year_after_the_books_is_the_usual_one() -> None:
    result = run("uji", *WISH)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "6 perubahan ke tahun 2026"
    assert "  tahun: 2025 → 2026 (tahun buku), specs/uji/buku.yaml:1:8" in lines
    assert "Masih harus diputuskan: 2" in lines
    assert lines[-4:] == [
        "arsip: specs/uji/arsip/2025", "buku 2026: specs/uji", "",
        "lanjutkan: `sopgen check uji`",
    ]  # fmt: skip


def test_a_trial_says_all_and_writes_nothing() -> None:
    before = tree(Path("specs"))
    trial = run("uji", *WISH, "--coba")
    assert trial.exit_code == 0
    assert trial.output.endswith("percobaan: tidak ada yang ditulis\n")
    assert tree(Path("specs")) == before
    assert trial.output.splitlines()[:7] == run("uji", *WISH).output.splitlines()[:7]


def test_json_says_every_change_and_what_is_left() -> None:
    made = json.loads(run("uji", "--json").output)
    assert (made["tahun"], made["coba"]) == (2026, False)
    assert (made["buku"], made["arsip"]) == ("specs/uji", "specs/uji/arsip/2025")
    assert made["perubahan"][0] == {
        "berkas": BUKU, "isian": "tahun", "lama": "2025", "baru": "2026",
        "sebab": "tahun buku", "tempat": "specs/uji/buku.yaml:1:8",
    }  # fmt: skip
    assert {"SOP802", "SOP803", "SOP711"} <= {one["kode"] for one in made["sisa"]}


def test_a_second_roll_is_refused_unless_its_year_is_said() -> None:
    run("uji", *WISH)
    before = tree(Path("specs"))
    again = run("uji")
    assert again.exit_code == 2
    assert "buku 2026 baru saja dibuat dan belum diubah" in again.output
    assert run("uji", "--tahun", "2026").exit_code == 2
    assert tree(Path("specs")) == before
    assert run("uji", "--tahun", "2027").exit_code == 0


def test_a_book_that_was_worked_on_goes_on_to_the_next_year() -> None:
    run("uji", *WISH)
    swap(Path("specs/uji") / BUKU, ("BUKU SOP", "BUKU SOP UJI"))
    assert run("uji").exit_code == 0
    assert data(Path("specs/uji"))["tahun"] == "2027"


def test_a_roll_is_taken_back() -> None:
    before = tree(Path("specs"))
    run("uji", *WISH)
    result = run("uji", "--batal")
    assert (result.exit_code, tree(Path("specs"))) == (0, before)
    assert result.output == "dikembalikan: specs/uji kembali buku tahun 2025\n"


def test_nothing_is_taken_back_by_a_trial() -> None:
    run("uji", *WISH)
    before = tree(Path("specs"))
    for other in ("--coba", "--json", "--timpa"):
        result = run("uji", "--batal", other)
        assert result.exit_code == 2
        assert f"--batal tidak dapat bersama {other}" in result.output
    assert tree(Path("specs")) == before


@pytest.mark.slow
def test_a_name_with_spaces_is_told_as_it_is_typed() -> None:
    Path("Buku SOP.xlsx").write_bytes(export_workbook(Path("specs/uji")).workbook)
    told = run("Buku SOP.xlsx", *WISH).output
    assert 'lanjutkan: `sopgen check "Buku SOP-2026.xlsx"`' in told


@pytest.mark.slow
def test_last_year_is_built_from_the_archive_as_it_was() -> None:
    wanted = build("--output", "dulu")
    run("uji", *WISH)
    assert build("--tahun", "2025", "--output", "kini") == wanted


def build(*args: str) -> dict[str, bytes]:
    args = ("build", "uji", "--only", "keputusan,sop", "--format", "pdf,docx", *args)
    assert CliRunner().invoke(sopgen, args).exit_code == 0
    made = tree(Path(args[-1]))
    return {name: data for name, data in made.items() if name[-4:] in (".pdf", "docx")}


WRONG = (
    (("uji", "--tahun", "26"), 2, "tahun empat angka"),
    (("uji", "--tahun", "2030"), 2, "melewati 4 tahun"),
    (("uji", "--tanggal", "awal tahun"), 2, "--tanggal `awal tahun`"),
    (("uji", "--tanggal", "Januari 2026"), 2, "harinya tidak disebut"),
    (("uji", "--kapasitas", "pjs"), 2, "pilihannya: definitif, plt, plh, pj, an"),
    (("lain",), 2, "kantor `lain` tidak ada"),
    (("uji", "--batal"), 2, "tidak ada pergantian tahun"),
)


@pytest.mark.parametrize(("args", "code", "told"), WRONG, ids=lambda one: str(one))
def test_each_mistake_has_its_message(
    args: tuple[str, ...], code: int, told: str
) -> None:
    before = tree(Path("specs"))
    result = run(*args)
    assert result.exit_code == code
    assert told in result.output
    assert tree(Path("specs")) == before


def test_a_workbook_is_not_taken_back() -> None:
    Path("uji.xlsx").write_bytes(b"x")
    result = run("uji.xlsx", "--batal")
    assert result.exit_code == 2
    assert "hapus saja buku kerja tahun barunya" in result.output


def test_the_lock_of_a_workbook_is_not_offered_as_one() -> None:
    for name in ("uji-2025.xlsx", "~$uji-2025.xlsx"):
        Path(name).touch()
    told = run("lain.xlsx").output
    assert "`uji-2025.xlsx`" in told
    assert "~$" not in told


def test_what_is_no_workbook_is_told() -> None:
    Path("uji.xlsx").write_bytes(b"x")
    result = run("uji.xlsx")
    assert result.exit_code == 1
    assert "kesalahan[SOP9" in result.output


def on_terminal(folder: Path, answers: str) -> str:
    """Run the command on a terminal of its own; return what it says."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*SOPGEN, "roll", "uji"], cwd=folder, env=ENVIRONMENT,
        stdin=theirs, stdout=theirs, stderr=theirs,
    ) as process:  # fmt: skip
        os.close(theirs)
        os.write(ours, answers.encode())
        said = b""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and select.select([ours], [], [], SECONDS)[0]:
            try:
                said += os.read(ours, 65_536)
            except OSError:  # its other side is closed
                break
        assert process.wait(SECONDS) == 0, said.decode()
    os.close(ours)
    return said.decode()


@pytest.mark.slow
def test_on_a_terminal_five_questions_are_asked_at_most(tmp_path: Path) -> None:
    place = tmp_path / "specs/uji"
    swap(place / BUKU, ("sop:\n", SECOND.format("2025-01-16")))
    answers = "sk-2\nBUDI; 1; Pembina\nplt\n7\n31/2/2026\n12 Januari 2026\n"
    said = on_terminal(tmp_path, answers)
    assert "Keputusan yang diteruskan" in said
    assert "Februari 2026 hanya punya tanggal 1 sampai 28" in said
    buku = data(place)
    (decree,) = buku["keputusan"]
    assert (decree["id"], decree["nomor"]) == ("sk-2", "000.8.3.3/7/406.99/2026")
    assert decree["tanggal"] == "2026-01-12"
    assert buku["pejabat"]["camat"] == {
        "jabatan": "Camat Uji", "kapasitas": "plt", "nama": "BUDI",
        "pangkat": "Pembina", "nip": "1",
    }  # fmt: skip


@pytest.mark.slow
def test_enter_keeps_what_was_and_leaves_open_what_is_not_known(tmp_path: Path) -> None:
    on_terminal(tmp_path, "\n\n\n\n")
    buku = data(tmp_path / "specs/uji")
    assert buku["pejabat"]["camat"]["nip"] == "19690518 199710 1 001"
    assert buku["keputusan"][0]["nomor"] == "000.8.3.3/ … /406.99/2026"
    assert buku["keputusan"][0]["status"] == "draf"
