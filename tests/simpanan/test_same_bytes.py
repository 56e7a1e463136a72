"""The same spec gives the same bytes: however, wherever and after whatever it is built.

One office that has everything is built once by one process, and then in every other
way: of each way every file counts, the manifest and the permissions, too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.books import ROOT
from tests.processes import ENVIRONMENT, SOPGEN, tree
from tests.simpanan.kantor_lengkap import write_lengkap

#: In one process, for what all are compared with is built once.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("bytes")]
ALONE = ("--kerja", "1")
#: How processes start, and how many.
STARTS = (("spawn", "2"), ("spawn", "4"), ("fork", "3"))
#: A build whose processes start as is said, which no command has a word for.
STARTED = """
import sys
from pathlib import Path
from sopgen.jobs import Wish
from sopgen.kerja import Kerja
from sopgen.pipeline import build
number, way, output = sys.argv[1:]
kerja = Kerja(int(number), way)
result = build(Wish(Path("specs/uji"), Path(output), kerja=kerja), lambda *_: None)
assert result.files
"""


class Edition(NamedTuple):
    """What lies in a book's folder: every file, and who may read and write it."""

    files: dict[str, bytes]
    modes: frozenset[int]


class Office(NamedTuple):
    """An office of the tests: where it is, and what its book is like."""

    place: Path
    edition: Edition

    def output(self, name: str) -> Path:
        """Return a folder for output, in which nothing lies."""
        made = self.place / name
        shutil.rmtree(made, ignore_errors=True)
        return made

    def build(self, output: Path, *flags: str, **how: Any) -> Edition:
        """Return the book as it is built into a folder, in some way."""
        return build(self.place, output, *flags, **how)


def run(command: tuple[str, ...], place: Path, **how: Any) -> None:
    """Run a program in a folder, in another environment if one is said."""
    env = {**ENVIRONMENT, **how.pop("env", {})}
    done = subprocess.run(
        command, **{"cwd": place, **how}, env=env, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def build(place: Path, output: Path, *flags: str, **how: Any) -> Edition:
    """Return the book of an office as sopgen builds it into a folder."""
    spec = str(how.pop("spec", "uji"))
    command = (*SOPGEN, "build", spec, "--quiet", "--output", str(output), *flags)
    run(command, place, **how)
    return edition(output)


def edition(output: Path) -> Edition:
    """Return the one book below a folder of output."""
    (book,) = (one for one in output.glob("*/*") if not one.parts[-2].startswith("."))
    files = tree(book)
    modes = frozenset((book / name).stat().st_mode & 0o777 for name in files)
    return Edition(files, modes)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    place = tmp_path_factory.mktemp("kantor")
    write_lengkap(place / "specs" / "uji")
    return Office(place, build(place, place / "semula", *ALONE))


def same(made: Edition, office: Office) -> None:
    """Fail with the names of the files that are not the same."""
    first = office.edition
    assert made.files.keys() == first.files.keys()
    other = [name for name, data in made.files.items() if data != first.files[name]]
    assert other == []
    assert made.modes == first.modes


def test_the_office_has_everything(office: Office) -> None:
    files = office.edition.files
    assert {name.rpartition(".")[2] for name in files} == {
        "pdf", "docx", "xlsx", "svg", "json",
    }  # fmt: skip
    drawn = [name for name in files if name.endswith(".svg")]
    assert len(drawn) >= 6
    aset = files["sop/04-aset.svg"].decode()
    assert aset.count("simbol-penghubung") >= 4
    assert "keputusan-1-petikan.docx" in files
    assert office.edition.modes == {0o644}


ENVIRONMENTS = {
    "seed 0": {"PYTHONHASHSEED": "0"},
    "seed 777": {"PYTHONHASHSEED": "777"},
    "time and language": {
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "C",
        "LANGUAGE": "id",
    },
    "no words": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_in_another_environment(name: str, office: Office) -> None:
    made = office.build(office.output("lain"), *ALONE, env=ENVIRONMENTS[name])
    same(made, office)


def test_by_another_user(office: Office, tmp_path: Path) -> None:
    """He has a key of his own, and lets others read nothing."""
    env = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    made = office.build(office.output("lain"), *ALONE, env=env, umask=0o077)
    same(made, office)


@pytest.mark.parametrize("number", ["2", "4"])
def test_by_several_processes(number: str, office: Office) -> None:
    same(office.build(office.output("lain"), "--kerja", number), office)


@pytest.mark.parametrize(("way", "number"), STARTS)
def test_however_processes_start(way: str, number: str, office: Office) -> None:
    output = office.output("lain")
    run((sys.executable, "-c", STARTED, number, way, str(output)), office.place)
    same(edition(output), office)


def test_from_another_folder(office: Office, tmp_path: Path) -> None:
    spec = os.path.relpath(office.place / "specs" / "uji", tmp_path)
    made = office.build(office.output("lain"), *ALONE, spec=spec, cwd=tmp_path)
    same(made, office)


def test_of_a_spec_that_was_copied_elsewhere(office: Office, tmp_path: Path) -> None:
    spec = tmp_path / "berkas kiriman" / "Data Kantor" / "uji"
    shutil.copytree(office.place / "specs" / "uji", spec, copy_function=shutil.copyfile)
    same(office.build(tmp_path / "lain", *ALONE, spec=spec), office)


def empty_cache(output: Path) -> None:
    shutil.rmtree(output / ".cache")


def only_cache(output: Path) -> None:
    shutil.rmtree(output / "uji")


def no_record(output: Path) -> None:
    shutil.rmtree(output / ".cache" / ".bangun")


def one_file(output: Path) -> None:
    next((output / "uji").rglob("buku.docx")).unlink()


def nothing(_: Path) -> None:
    pass


KEPT = (empty_cache, only_cache, no_record, one_file, nothing)


@pytest.mark.parametrize("kept", KEPT)
def test_beside_what_is_kept(kept: Callable[[Path], None], office: Office) -> None:
    output = office.output("lain")
    shutil.copytree(office.place / "semula", output)
    kept(output)
    same(office.build(output, "--kerja", "2"), office)


def test_when_all_is_made_anew(office: Office) -> None:
    output = office.output("lain")
    shutil.copytree(office.place / "semula", output)
    same(office.build(output, "--ulang"), office)


def test_after_a_sop_was_changed_and_changed_back(
    office: Office, tmp_path: Path
) -> None:
    shutil.copytree(office.place / "specs", tmp_path / "specs")
    output = tmp_path / "hasil"
    shutil.copytree(office.place / "semula", output)
    file = tmp_path / "specs" / "uji" / "sop" / "aduan.yaml"
    was = file.read_text(encoding="utf-8")
    file.write_text(was.replace("Mencatat hasil", "Mencatat temuan"), encoding="utf-8")
    changed = build(tmp_path, output)
    bare = build(tmp_path, tmp_path / "dari-awal", *ALONE)
    other = {n for n, data in bare.files.items() if data != office.edition.files[n]}
    assert changed == bare
    assert "sop/01-aduan.svg" in other
    assert "sop/04-aset.pdf" not in other
    file.write_text(was, encoding="utf-8")
    same(build(tmp_path, output), office)


def test_a_shipped_book_in_every_way_at_once(tmp_path: Path) -> None:
    specs = ROOT / "specs"
    shutil.copytree(specs, tmp_path / "lain" / "specs")
    plain = build(tmp_path, tmp_path / "satu", *ALONE, spec=specs / "karangan")
    made = build(
        tmp_path,
        tmp_path / "dua",
        "--kerja",
        "2",
        spec="karangan",
        cwd=tmp_path / "lain",
        umask=0o027,
        env={"PYTHONHASHSEED": "777", "TZ": "Asia/Jayapura", "LC_ALL": "C"},
    )
    assert made == plain
    assert len(plain.files) > 70
