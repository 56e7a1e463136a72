"""Many offices are built in one go; one that fails stops nothing, nothing is twice."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.jobs import Wish
from sopgen.kerja import Kerja
from sopgen.office_task import MadeBook, Task, make_office
from sopgen.offices import Crew, build_offices
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
    assert lines(result)["pelem"].startswith("gagal")
    assert "SOP909" in result.stderr
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
    for _ in range(2):
        result = run("suruh", "lain/suruh")
        assert result.exit_code == 1
        assert result.stderr.count("SOP936") == 1
        assert lines(result)["lain/suruh"].startswith("gagal")


def test_one_office_by_two_names_is_one_office(place: Path) -> None:
    result = run("suruh", "specs/suruh", "bandar")
    assert result.exit_code == 0, result.output
    assert list(lines(result)) == ["suruh", "bandar"] or len(lines(result)) == 2


def test_what_looks_like_an_office_and_is_none_is_told(place: Path) -> None:
    (place / "specs" / "tugu").mkdir()
    (place / "specs" / "tugu" / "buku.yml").write_bytes(b"")
    (place / "specs" / "durenan.ods").write_bytes(b"")
    result = run("--semua")
    assert "`tugu` dilewati: tanpa buku.yaml" in result.stderr
    assert "`durenan.ods` dilewati: bukan buku kerja .xlsx" in result.stderr


def test_what_happened_to_files_is_told_below_the_line(place: Path) -> None:
    run("suruh", "bandar")
    file = next((place / "output" / "suruh").rglob("*.svg"))
    file.write_bytes(b"<svg/>")
    result = run("suruh", "bandar")
    assert "SOP958" in result.stderr
    again = run("suruh", "bandar")
    assert "SOP958" not in again.stderr


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
        (("--semua", "--specs", ""), "--specs memerlukan nama folder"),
        *(
            (("--semua", "--kluster", address), "bukan alamat kluster")
            for address in (
                "http://x",
                "",
                "tcp://",
                "tcp://x",
                "tcp://:abc",
                "tls://x:1",
            )
        ),
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


class Silent(Executor):
    """Processes that are dead before they are given anything."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        raise BrokenExecutor("mati")


def test_a_crew_that_is_dead_before_it_begins_is_called_again(place: Path) -> None:
    crews = [Silent]

    @contextmanager
    def call() -> Iterator[Executor]:
        with Kerja(2).pool() as pool:
            yield crews.pop()() if crews else pool

    came = [r for _, r in build_offices(wishes(place), Crew(call, 2))]
    assert all(result.files for result in came)
    assert len(came) == len(NAMES)


def test_crews_that_are_always_dead_are_not_called_for_ever(place: Path) -> None:
    @contextmanager
    def call() -> Iterator[Executor]:
        yield Silent()

    came = [r for _, r in build_offices(wishes(place), Crew(call, 2))]
    assert [[f.code for f in result.findings] for result in came] == [["SOP935"]] * 3


class Leaving(Silent):
    """Workers that are given something, and leave without a word."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Future()


def test_a_cluster_that_everybody_leaves_is_not_waited_for(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def call() -> Iterator[Executor]:
        yield Leaving()

    monkeypatch.setattr("sopgen.offices.LOOK", 0.01)
    crew = Crew(call, 1, there=lambda: False)
    came = [r for _, r in build_offices(wishes(place), crew)]
    assert [[f.code for f in result.findings] for result in came] == [["SOP935"]] * 3
    assert all("meninggalkan kluster" in r.findings[0].message for r in came)


def test_an_office_over_which_every_process_dies_fails_alone(place: Path) -> None:
    @contextmanager
    def call() -> Iterator[Executor]:
        with Kerja(2).pool() as pool:
            yield Deadly(pool)

    came = build_offices(wishes(place)[:1], Crew(call, 2))
    [(_, result)] = came
    assert [finding.code for finding in result.findings] == ["SOP935"]
    assert "mungkin memori habis" in result.findings[0].message


def test_a_spec_that_is_carried_along_has_its_findings_at_home(place: Path) -> None:
    wish = wishes(place)[0]
    here = make_office(Task(wish))
    there = make_office(Task(wish, pack(wish.folder, wish.output), sidik_program()))
    assert isinstance(here, MadeBook)
    assert isinstance(there, MadeBook)
    assert there.found == here.found
    assert [f.data for f in there.files] == [f.data for f in here.files]


def test_an_archived_year_is_carried_with_its_office(place: Path) -> None:
    office = place / "specs" / "suruh"
    shutil.copytree(place / "specs" / "bandar", office / "arsip" / "2024")
    paket = pack(office / "arsip" / "2024", place / "output")
    with paket.unpacked() as there:
        assert there.parts[-3:] == ("suruh", "arsip", "2024")
        assert (there.parents[1] / "buku.yaml").is_file()


def test_a_folder_typed_as_a_dot_keeps_its_name(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place / "specs" / "suruh")
    paket = pack(Path(), Path("../../output"))
    assert (paket.place, paket.root) == ("suruh", f"{place.as_posix()}/specs/")


def test_a_link_is_not_carried(place: Path) -> None:
    (place / "specs" / "suruh" / "luar").symlink_to(place)
    came = build_offices(wishes(place)[2:], Crew(Kerja(2).pool, 2, far=True))
    [(_, result)] = came
    [finding] = result.findings
    assert finding.code == "SOP935"
    assert "suruh/luar` bukan berkas atau folder biasa" in finding.message
    assert "tanpa --kluster" in finding.saran


def test_another_program_makes_no_part_of_the_books(place: Path) -> None:
    wish = wishes(place)[0]
    made = make_office(Task(wish, pack(wish.folder, wish.output), "lain"))
    assert not isinstance(made, MadeBook)
    assert [finding.code for finding in made.findings] == ["SOP935"]
