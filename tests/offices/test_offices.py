"""Many offices are built in one go; one that fails stops nothing, nothing is twice."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.jobs import Wish
from sopgen.kerja import Kerja
from sopgen.offices import Crew, Made, Task, build_offices, make_office
from sopgen.paket import pack
from sopgen.simpanan.program import sidik_program
from tests.kantor_utuh import write_utuh

pytestmark = pytest.mark.slow

NAMES = ("bandar", "pelem", "suruh")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    first = write_utuh(tmp_path / "specs" / NAMES[0])
    for name in NAMES[1:]:
        shutil.copytree(first, tmp_path / "specs" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    args = ("build", *args, "--format", "svg", "--kerja", "2")
    return CliRunner().invoke(sopgen, args)


def lines(result: Result) -> dict[str, str]:
    """Return what is said of each office."""
    pairs = (line.partition("  ") for line in result.stdout.splitlines())
    return {name: said.strip() for name, _, said in pairs if said}


def files(place: Path, output: str = "output") -> dict[str, bytes]:
    folder = place / output
    found = (f for f in folder.rglob("*") if f.is_file() and ".cache" not in f.parts)
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in found}


def test_every_office_has_a_line_and_the_book_that_it_has_alone(place: Path) -> None:
    result = run("--semua")
    assert result.exit_code == 0, result.output
    assert sorted(lines(result)) == sorted(NAMES)
    assert result.stdout.splitlines()[-1].startswith("3 kantor: 3 dibangun")
    for name in NAMES:
        args = ["build", name, "--format", "svg", "--output", "sendiri"]
        CliRunner().invoke(sopgen, args)
    assert files(place) == files(place, "sendiri")


def test_it_goes_on_where_it_stopped(place: Path) -> None:
    run(*NAMES[:2])
    result = run("--semua")
    said = lines(result)
    assert [name for name in NAMES if "tidak berubah" in said[name]] == [*NAMES[:2]]
    assert "1 dibangun, 2 tidak berubah, 0 gagal" in result.stdout


def test_an_office_that_fails_stops_no_other(place: Path) -> None:
    (place / "specs" / "pelem" / "buku.yaml").write_text("tahun: [", encoding="utf-8")
    result = run("--semua")
    assert result.exit_code == 1
    assert lines(result)["pelem"].startswith("gagal: SOP909")
    assert "2 dibangun, 0 tidak berubah, 1 gagal" in result.stdout
    assert "dengan kesalahan: pelem" in result.stdout
    assert not (place / "output" / "pelem").exists()


def test_json_tells_of_every_office_in_the_order_named(place: Path) -> None:
    told = json.loads(run("suruh", "bandar", "--json").stdout)
    assert [one["nama"] for one in told["kantor"]] == ["suruh", "bandar"]
    assert {one["keadaan"] for one in told["kantor"]} == {"dibangun"}
    assert told["ringkasan"]["dibangun"] == 2
    assert all(one["berkas"] for one in told["kantor"])


def test_two_offices_do_not_share_a_folder(place: Path) -> None:
    shutil.copytree(place / "specs" / "suruh", place / "lain" / "suruh")
    result = run("suruh", "lain/suruh")
    assert result.exit_code == 1
    assert sum("SOP936" in said for said in lines(result).values()) == 1


def test_workbooks_of_a_folder_are_offices_too(place: Path) -> None:
    args = ["export", "suruh", "--xlsx", "--output", "kiriman/suruh.xlsx"]
    (place / "kiriman").mkdir()
    assert CliRunner().invoke(sopgen, args).exit_code == 0
    for name in ("suruh-temuan.xlsx", "~$suruh.xlsx", "catatan.txt"):
        (place / "kiriman" / name).write_bytes(b"bukan buku")
    result = run("--semua", "--specs", "kiriman")
    assert list(lines(result)) == ["suruh.xlsx"], result.output
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "NAMA belum diisi"),
        (("suruh", "--semua"), "--semua membangun semua kantor"),
        (("suruh", "--specs", "x"), "--specs hanya bersama --semua"),
        (("suruh", "--kluster", "tcp://x:1"), "--kluster hanya untuk beberapa kantor"),
        (("--semua", "--specs", "tak-ada"), "folder `tak-ada` tidak dapat dibuka"),
        (("--semua", "--specs", "."), "tidak ada kantor di folder"),
        (("--semua", "--tahun", "2024"), "hanya untuk satu kantor"),
        (("--semua", "--only", "lampirn"), "--only tidak mengenal `lampirn`"),
        (("suruh", "sruh"), "kantor `sruh` tidak ada"),
        (("--semua", "--kluster", "http://x"), "bukan alamat kluster"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    args: tuple[str, ...], said: str, place: Path
) -> None:
    result = run(*args)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
    assert not (place / "output").exists()


class Deadly(Executor):
    """Processes of which one dies over the first task that it is given."""

    def __init__(self, pool: Executor) -> None:
        self.pool = pool
        self.killed = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.killed:
            self.killed = True
            return self.pool.submit(os._exit, 9)
        return self.pool.submit(fn, *args, **kwargs)


def wishes(place: Path) -> list[Wish]:
    folders = (place / "specs" / name for name in NAMES)
    return [Wish(folder, place / "output", formats=("svg",)) for folder in folders]


def test_a_process_that_dies_loses_nothing(place: Path) -> None:
    deaths = [Deadly, Deadly]

    @contextmanager
    def call() -> Iterator[Executor]:
        with Kerja(2).pool() as pool:
            yield deaths.pop()(pool) if deaths else pool

    came = [(w.folder.name, r) for w, r in build_offices(wishes(place), Crew(call, 2))]
    assert sorted(name for name, _ in came) == sorted(NAMES)
    assert all(result.files for _, result in came)


def test_an_office_over_which_every_process_dies_fails_alone(place: Path) -> None:
    @contextmanager
    def call() -> Iterator[Executor]:
        with Kerja(2).pool() as pool:
            yield Deadly(pool)

    came = build_offices(wishes(place)[:1], Crew(call, 2))
    [(_, result)] = came
    assert [finding.code for finding in result.findings] == ["SOP935"]
    assert "mati berkali-kali" in result.findings[0].message


def test_a_spec_that_is_carried_along_has_its_findings_at_home(place: Path) -> None:
    wish = wishes(place)[0]
    here = make_office(Task(wish))
    there = make_office(Task(wish, pack(wish.folder), sidik_program()))
    assert isinstance(here, Made)
    assert isinstance(there, Made)
    assert there.found == here.found
    assert [f.data for f in there.files] == [f.data for f in here.files]


def test_another_program_makes_no_part_of_the_books(place: Path) -> None:
    wish = wishes(place)[0]
    made = make_office(Task(wish, pack(wish.folder), "lain"))
    assert not isinstance(made, Made)
    assert [finding.code for finding in made.findings] == ["SOP935"]
