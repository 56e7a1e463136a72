"""No two books of one run lie in one folder, and none is put where another one grew."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.jobs import Wish
from sopgen.kerja import Here, Kerja
from sopgen.offices import Crew, build_offices
from tests.kantor_utuh import write_utuh

pytestmark = pytest.mark.slow
#: A kegiatan of the office.
OLD, NEW = "Menerima", "Mencatat dan menerima"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_utuh(tmp_path / "specs" / "bandar")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def invoke(*args: str) -> Result:
    return CliRunner().invoke(sopgen, args)


def build(*args: str) -> Result:
    return invoke("build", *args, "--format", "svg,pdf", "--kerja", "2")


def files(folder: Path) -> dict[str, bytes]:
    found = (f for f in folder.rglob("*") if f.is_file())
    return {
        f.relative_to(folder).as_posix(): f.read_bytes()
        for f in found
        if not {".cache", ".asli"} & {*f.parts}
    }


def workbook(name: str, kode: str = "", nama: str = "bandar") -> Path:
    """Write an office as a workbook, with another code of its own if one is given."""
    file = Path(name)
    file.parent.mkdir(exist_ok=True)
    made = invoke("export", nama, "--xlsx", "--output", name)
    assert made.exit_code == 0, made.output
    if kode:
        book = openpyxl.load_workbook(file)
        cells = (cell for row in book["Buku"].iter_rows() for cell in row)
        label = next(cell for cell in cells if cell.value == "Kode kantor")
        book["Buku"].cell(label.row, label.column + 1).value = kode
        book.save(file)
    return file


def test_two_workbooks_of_one_office_do_not_take_turns(place: Path) -> None:
    first = workbook("surat/bandar.xlsx")
    shutil.copy(first, place / "surat" / "bandar (1).xlsx")
    for state in ("1 dibangun, 0 tidak berubah", "0 dibangun, 1 tidak berubah"):
        result = build("--semua", "--specs", "surat")
        assert result.exit_code == 1
        assert f"{state}, 1 gagal" in result.stdout
        assert result.stderr.count("SOP936") == 1
        assert "dengan kesalahan: bandar.xlsx" in result.stdout


def test_the_code_of_an_office_counts_and_not_the_name_of_its_file(place: Path) -> None:
    every = [str(workbook(f"{kode}/sop.xlsx", kode)) for kode in ("dongko", "pule")]
    result = build(*every)
    assert result.exit_code == 0, result.output
    assert {p.name for p in (place / "output").iterdir()} >= {"dongko", "pule"}


def test_a_marked_copy_that_was_sent_around_is_no_office(place: Path) -> None:
    workbook("surat/bandar.xlsx")
    for name in ("bandar-temuan (1).xlsx", "Bandar-Perbaikan-2.xlsx"):
        shutil.copy(place / "surat" / "bandar.xlsx", place / "surat" / name)
    result = build("--semua", "--specs", "surat")
    assert result.exit_code == 0, result.output
    assert "1 kantor: 1 dibangun" in result.stdout


def test_a_link_that_leads_to_itself_stops_no_other(place: Path) -> None:
    workbook("surat/bandar.xlsx")
    (place / "surat" / "lingkar.xlsx").symlink_to("lingkar.xlsx")
    result = build("--semua", "--specs", "surat")
    assert result.exit_code == 1
    assert "1 dibangun, 0 tidak berubah, 1 gagal" in result.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="perlu pipa bernama")
def test_a_pipe_stops_no_other(place: Path) -> None:
    workbook("surat/bandar.xlsx")
    os.mkfifo(place / "surat" / "pipa.xlsx")
    result = build("--semua", "--specs", "surat")
    assert result.exit_code == 1
    assert "1 dibangun, 0 tidak berubah, 1 gagal" in result.stdout


def test_a_workbook_that_is_open_elsewhere_is_told(place: Path) -> None:
    file = workbook("surat/bandar.xlsx")
    file.with_name(f".~lock.{file.name}#").write_text("")
    result = build(str(file), "bandar", "--output", "hasil")
    assert "SOP805" in result.stderr


class Meddling(Here):
    """What makes an office, and then changes what lies where it goes."""

    def __init__(self, victims: list[Path]) -> None:
        self.victims = victims

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        made: Future[Any] = super().submit(fn, *args, **kwargs)
        while self.victims:
            self.victims.pop().write_bytes(b"edisi lain")
        return made


def test_what_was_to_stay_and_changed_meanwhile_is_made_anew(place: Path) -> None:
    wish = Wish(place / "specs" / "bandar", place / "output", formats=("svg", "pdf"))
    [(_, before)] = build_offices([wish], Crew(Kerja(1).pool, 1))
    whole = files(place / "output")
    victim = next(one.path for one in before.files if one.path.suffix == ".pdf")
    sop = next((wish.folder / "sop").glob("*.yaml"))
    sop.write_text(sop.read_text(encoding="utf-8") + "# lagi\n", encoding="utf-8")

    @contextmanager
    def call() -> Iterator[Executor]:
        yield Meddling([victim])

    [(_, result)] = build_offices([wish], Crew(call, 1))
    assert [finding.code for finding in result.told] == ["SOP958"]
    after = files(place / "output")
    assert {name: after[name] for name in whole if name != "manifest.json"} == {
        name: data for name, data in whole.items() if not name.endswith("manifest.json")
    } | {n: after[n] for n in whole if n.endswith("manifest.json")}


class Backwards(Here):
    """What is done with its first task last."""

    def __init__(self) -> None:
        self.first = True

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.first:
            made: Future[Any] = super().submit(fn, *args, **kwargs)
            return made
        self.first, late = False, Future[Any]()
        done = super().submit(fn, *args, **kwargs)
        threading.Timer(0.5, lambda: late.set_result(done.result())).start()
        return late


def test_offices_are_put_there_as_they_were_named(place: Path) -> None:
    for name in ("dongko", "pule"):
        shutil.copytree(place / "specs" / "bandar", place / "specs" / name)
    names = ["pule", "bandar", "dongko"]
    wishes = [
        Wish(place / "specs" / name, place / "output", formats=("svg",))
        for name in names
    ]

    @contextmanager
    def call() -> Iterator[Executor]:
        yield Backwards()

    came = [wish.folder.name for wish, _ in build_offices(wishes, Crew(call, 2))]
    assert came == names


def _refuse(*_: object, **__: object) -> Any:
    raise OSError(30, "Read-only file system")


def test_offices_are_built_where_no_process_can_be_prepared(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(place / "specs" / "bandar", place / "specs" / "pule")
    monkeypatch.setattr("sopgen.kerja.ProcessPoolExecutor", _refuse)
    result = build("bandar", "pule")
    assert result.exit_code == 0, result.output
    assert "2 dibangun" in result.stdout


def test_offices_are_built_where_no_process_can_be_begun(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(place / "specs" / "bandar", place / "specs" / "pule")
    monkeypatch.setattr(os, "fork", _refuse)
    result = build("bandar", "pule")
    assert result.exit_code == 0, result.output
    assert "2 dibangun" in result.stdout
