"""From anywhere below the specs, commands find them and write beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from tests.processes import call
from tests.spec.kantor import write_kantor, write_lambang


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an office; a fault of the program is raised."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    write_lambang(write_kantor(tmp_path / "specs/uji"))
    (tmp_path / "surat/masuk").mkdir(parents=True)
    return tmp_path


def run(*args: str) -> Result:
    """Call sopgen."""
    return CliRunner().invoke(sopgen, args)


BELOW = ("specs", "specs/uji", "specs/uji/sop", "surat/masuk")


@pytest.mark.parametrize("below", BELOW)
def test_the_book_goes_beside_the_specs(
    place: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    monkeypatch.chdir(place / below)
    done = run("build", "uji", "--format", "svg")
    assert done.exit_code == 0, done.output
    assert (place / "output/uji/2025/sop/01-surat.svg").is_file()
    assert not (place / below / "output").exists()
    assert run("list").output == "uji  Kecamatan Uji, 2025, 1 SOP\n"
    assert run("check", "uji").output == "temuan: tidak ada temuan\n"


@pytest.mark.parametrize("nama", [".", "../uji"])
def test_a_path_below_the_specs_is_of_the_specs(
    place: Path, monkeypatch: pytest.MonkeyPatch, nama: str
) -> None:
    monkeypatch.chdir(place / "specs/uji")
    assert run("build", nama, "--format", "svg").exit_code == 0
    assert (place / "output/uji/2025/sop/01-surat.svg").is_file()


def test_an_output_that_is_named_is_meant_from_here(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place / "surat")
    run("build", "uji", "--format", "svg", "--output", "hasil")
    assert (place / "surat/hasil/uji/2025/sop/01-surat.svg").is_file()


def test_an_office_elsewhere_is_built_here(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "lain").mkdir()
    (place / "specs").rename(place / "lain/specs")
    monkeypatch.chdir(place / "surat")
    assert run("build", "../lain/specs/uji", "--format", "svg").exit_code == 0
    assert (place / "surat/output/uji/2025/sop/01-surat.svg").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("below", BELOW)
def test_new_offices_join_the_others(
    place: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    monkeypatch.chdir(place / below)
    assert run("new", "suruh").exit_code == 0
    run("export", "uji", "--xlsx")
    done = run("import", "uji.xlsx", "--nama", "balik")
    assert done.exit_code == 0, done.output
    made = {folder.name for folder in (place / "specs").iterdir() if folder.is_dir()}
    assert made == {"uji", "suruh", "balik"}
    assert (place / below / "uji.xlsx").is_file()
    assert run("new", "uji").exit_code == 2


def test_without_specs_they_begin_here(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "specs").rename(place / "lain")
    (place / "surat/specs").mkdir()
    monkeypatch.chdir(place / "surat/masuk")
    assert run("new", "suruh").exit_code == 0
    assert (place / "surat/masuk/specs/suruh/buku.yaml").is_file()


def test_specs_here_come_before_those_further_up(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "surat/specs").mkdir()
    monkeypatch.chdir(place / "surat")
    assert run("build", "uji").exit_code == 2
    assert run("new", "suruh").exit_code == 0
    assert (place / "surat/specs/suruh").is_dir()


@pytest.mark.slow
@pytest.mark.parametrize("closed", ["specs", "specs/uji"])
def test_offices_that_may_not_be_looked_at_are_not_called_missing(
    place: Path, closed: str
) -> None:
    (place / closed).chmod(0)
    done = call(place, "check", "uji", "--format", "short")
    (place / closed).chmod(0o755)
    assert done.returncode == 1, done.stderr
    assert "kesalahan[SOP903]" in done.stdout
    assert "tidak boleh dibaca" in done.stdout


@pytest.mark.slow
def test_an_office_that_may_not_be_looked_at_is_listed(place: Path) -> None:
    (place / "specs/uji").chmod(0)
    done = call(place, "list")
    (place / "specs/uji").chmod(0o755)
    assert done.stdout == "uji  buku.yaml tidak dapat dibaca\n"
