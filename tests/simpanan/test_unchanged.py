"""``sopgen build`` of what has not changed reads bytes and makes nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.jobs import Wish
from sopgen.pipeline import build
from tests.kantor_utuh import write_utuh

pytestmark = pytest.mark.slow

#: Modules that nobody loads to find that nothing has changed.
HEAVY = ("sopgen.spec", "sopgen.pipeline", "yaml", "pydantic", "jinja2", "reportlab")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_utuh(tmp_path / "specs" / "uji")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(sopgen, ["build", "uji", "--kerja", "1", *args])


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def book(place: Path, output: str = "output") -> Path:
    return next((place / output / "uji").iterdir())


def test_a_second_build_says_the_same_and_makes_nothing(place: Path) -> None:
    first = run("--json")
    times = {f: f.stat().st_mtime_ns for f in book(place).rglob("*")}
    plain, again = run(), run("--json")
    assert "tidak ada yang berubah sejak dibangun" in plain.stdout
    assert json.loads(again.stdout) == json.loads(first.stdout)
    assert {f: f.stat().st_mtime_ns for f in book(place).rglob("*")} == times


def test_nothing_is_loaded_to_find_that_nothing_changed(place: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "sopgen", "build", "uji"]
    loaded = [
        subprocess.run(command, capture_output=True, text=True, check=True).stderr
        for _ in range(2)
    ]
    first, again = (
        {line.rpartition("|")[2].strip() for line in text.splitlines()}
        for text in loaded
    )
    assert set(HEAVY) <= first
    assert set(HEAVY) & again == set()


def listed(files: dict[str, bytes]) -> object:
    """Take the list of files out; return what it lists."""
    return json.loads(files.pop("manifest.json"))["berkas"]


def touch_output(place: Path) -> None:
    file = book(place) / "buku.docx"
    file.write_bytes(file.read_bytes() + b"\0")


def lose_output(place: Path) -> None:
    next((book(place) / "sop").glob("*.pdf")).unlink()


def lose_list(place: Path) -> None:
    (book(place) / "manifest.json").unlink()


def change_spec(place: Path) -> None:
    file = place / "specs" / "uji" / "buku.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# catatan\n", encoding="utf-8")


def build_part(place: Path) -> None:
    run("--only", "lampiran", "--format", "pdf")


def sign_beside(place: Path) -> None:
    file = book(place) / "keputusan-1.pdf"
    signature = b"\n/ByteRange [0 9 9 9] /Contents <ab12>\nstartxref\n0\n%%EOF\n"
    beside = file.with_name("keputusan-1_signed.pdf")
    beside.write_bytes(file.read_bytes() + signature)


def signed_ones(place: Path) -> Any:
    return json.loads((book(place) / "manifest.json").read_bytes())["bertanda_tangan"]


def break_record(place: Path) -> None:
    for file in (place / "output" / ".cache").rglob("*"):
        if file.is_file():
            file.write_bytes(b"rusak")


CHANGES = [touch_output, lose_output, lose_list, change_spec, build_part, break_record]


def test_what_happened_once_is_told_once(place: Path) -> None:
    run("--format", "docx")
    touch_output(place)
    assert "SOP958" in run("--format", "docx").output
    assert "SOP958" not in run("--format", "docx").output


def test_a_signed_file_that_comes_or_goes_is_listed(place: Path) -> None:
    run()
    sign_beside(place)
    assert "tidak ada yang berubah" not in run().stdout
    assert signed_ones(place) == ["keputusan-1_signed.pdf"]
    assert "tidak ada yang berubah" in run().stdout
    (book(place) / "keputusan-1_signed.pdf").unlink()
    assert "tidak ada yang berubah" not in run().stdout
    assert signed_ones(place) == []
    assert "tidak ada yang berubah" in run().stdout


def test_a_build_of_parts_lists_no_file_that_is_gone(place: Path) -> None:
    part = ("--only", "lampiran", "--format", "svg,docx")
    run("--format", "svg,docx")
    run(*part)
    assert "tidak ada yang berubah" in run(*part).stdout
    gone = next((book(place) / "sop").glob("*.svg"))
    gone.unlink()
    assert "tidak ada yang berubah" not in run(*part).stdout
    made = json.loads((book(place) / "manifest.json").read_bytes())
    assert f"sop/{gone.name}" not in {one["berkas"] for one in made["berkas"]}
    assert "tidak ada yang berubah" in run(*part).stdout


@pytest.mark.parametrize("name", ["sop/arsip-aktif.yaml", "naskah/penutup.md"])
def test_a_spec_that_is_read_where_books_go_is_looked_at(
    name: str, place: Path
) -> None:
    file = place / "specs/uji" / name
    to = ("--format", "svg", "--output", file.parent.as_posix())
    assert run(*to).exit_code == 0
    assert "tidak ada yang berubah" in run(*to).stdout
    file.write_bytes(file.read_bytes() + b"\n")
    assert "tidak ada yang berubah" not in run(*to).stdout


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_after_a_change_the_book_is_as_from_nothing(
    change: Callable[[Path], None], place: Path
) -> None:
    run()
    change(place)
    result = run()
    assert "tidak ada yang berubah" not in result.stdout
    run("--ulang", "--output", "lain")
    made = bytes_of(book(place))
    kept = {name: made.pop(name) for name in [*made] if name.startswith("suntingan/")}
    fresh = bytes_of(book(place, "lain"))
    assert listed(made) == listed(fresh)
    assert made == fresh
    assert bool(kept) == (change is touch_output)
    run()
    assert "tidak ada yang berubah" in run().stdout


def test_what_is_asked_for_anew_is_made_anew(place: Path) -> None:
    run()
    made = run("--ulang")
    assert "tidak ada yang berubah" not in made.stdout
    assert "[1/" in made.stderr


def test_other_flags_are_another_wish(place: Path) -> None:
    run("--format", "svg")
    assert "tidak ada yang berubah" not in run("--format", "pdf").stdout
    assert "tidak ada yang berubah" not in run("--format", "svg", "--final").stdout


def test_what_cannot_be_kept_is_done_without(place: Path) -> None:
    output = place / "output"
    output.mkdir()
    (output / ".cache").write_bytes(b"bukan folder")
    for _ in range(2):
        result = run("--format", "svg")
        assert result.exit_code == 0, result.output
        assert "tidak ada yang berubah" not in result.stdout


@pytest.mark.parametrize("number", ["0", "-1", "dua", "62", "1.5", "9" * 40])
def test_a_number_of_processes_that_is_none_is_refused(number: str) -> None:
    result = CliRunner().invoke(sopgen, ["build", "uji", f"--kerja={number}"])
    assert result.exit_code == 2
    assert "--kerja memerlukan angka 1 sampai 61" in result.stderr
    assert os.linesep.join(["Traceback"]) not in result.stderr


@pytest.mark.parametrize("wish", [{"sop": {1}}, {"only": {"lampiran", "keputusan"}}])
def test_parts_draw_only_what_they_need_and_are_the_same(
    wish: dict[str, set[Any]], place: Path
) -> None:
    own = {key: frozenset(value) for key, value in wish.items()}
    build(Wish(Path("specs/uji"), Path("semua")), lambda *_: None)
    told: list[str] = []
    parts = Wish(Path("specs/uji"), Path("satu"), **own)  # type: ignore[arg-type]
    result = build(parts, lambda _format, what, *_: told.append(what))
    whole = bytes_of(book(place, "semua"))
    paths = (place / one.path for one in result.files)
    made = {path.relative_to(book(place, "satu")).as_posix() for path in paths}
    for name in made & whole.keys():
        assert (book(place, "satu") / name).read_bytes() == whole[name], name
    assert made & whole.keys() or "only" in wish
    drawn = [what for what in told if what.startswith("bagan ")]
    assert len(drawn) == len(wish.get("sop", ()))
