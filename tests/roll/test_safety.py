"""A roll is whole or not at all, never writes over a year, and can be taken back."""

from __future__ import annotations

import resource
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from sopgen.model.pergantian import PintaError
from sopgen.rolling import read_last, take_back, unchanged_since
from sopgen.spec.exchange import export_workbook
from sopgen.spec.files import SEGEL
from sopgen.years import archived
from tests.processes import ENVIRONMENT, SOPGEN, call, tree
from tests.ready import give_up_privileges
from tests.roll.years import BUKU, LENGKAP, codes, office, rolled, swap

WISH = ("--tahun", "2026", "--nomor", "7", "--tanggal", "2026-01-12")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return office(tmp_path / "specs/uji")


def test_last_year_is_put_away_whole_with_its_seal(place: Path) -> None:
    before = tree(place)
    rolled(place, LENGKAP)
    kept = tree(place / "arsip/2025")
    del kept[SEGEL]
    assert kept == before
    found = archived(place, 2025)
    assert (found.place, found.findings) == (place / "arsip/2025", ())


def test_a_trial_writes_nothing(place: Path) -> None:
    before = tree(place.parent)
    hasil = rolled(place, LENGKAP, coba=True)
    assert len(hasil.alih) == 8
    assert tree(place.parent) == before


def test_an_archive_of_that_year_is_never_written_over(place: Path) -> None:
    copytree(place, place / "arsip/2025")
    swap(place / "arsip/2025" / BUKU, ("BUKU SOP", "BUKU LAIN"))
    before = tree(place)
    hasil = rolled(place, LENGKAP)
    assert (hasil.tujuan, codes(hasil)) == (None, ["SOP804"])
    assert tree(place) == before


def test_a_copy_that_an_ended_roll_left_is_no_obstacle(place: Path) -> None:
    before = tree(place)
    copytree(place, place / "arsip/2025")
    assert rolled(place, LENGKAP).tujuan == place
    assert archived(place, 2025).findings == ()
    take_back(place)
    assert tree(place) == before


@pytest.mark.slow
def test_taking_back_restores_every_byte(place: Path) -> None:
    before = tree(place)
    rolled(place, LENGKAP)
    assert tree(place) != before
    assert unchanged_since(place) == 2026
    assert take_back(place) == ((), 2025)
    assert tree(place) == before
    assert not (place / "arsip").exists()


def test_what_was_changed_since_is_not_taken_back(place: Path) -> None:
    rolled(place, LENGKAP)
    swap(place / BUKU, ("BUKU SOP", "BUKU SOP 2026"))
    (place / "sop/baru.yaml").write_text("unit: x\n")
    before = tree(place)
    findings, _ = take_back(place)
    assert [one.code for one in findings] == ["SOP806"]
    assert "`buku.yaml`, `sop/baru.yaml`" in findings[0].message
    assert unchanged_since(place) is None
    assert tree(place) == before


def test_from_a_changed_archive_nothing_is_taken_back(place: Path) -> None:
    rolled(place, LENGKAP)
    swap(place / "arsip/2025" / BUKU, ("BUKU SOP", "BUKU LAIN"))
    findings, _ = take_back(place)
    assert [one.code for one in findings] == ["SOP821"]


def test_without_a_roll_there_is_nothing_to_take_back(place: Path) -> None:
    with pytest.raises(PintaError, match="tidak ada pergantian tahun"):
        take_back(place)
    copytree(place, place / "arsip/2025")
    with pytest.raises(PintaError, match="tidak dibuat oleh pergantian tahun"):
        take_back(place)


def test_a_book_with_mistakes_is_not_rolled(place: Path) -> None:
    (place / "sop/surat.yaml").unlink()
    found = read_last(place)
    assert found.terbaca is None
    assert [one.code for one in found.findings][-1] == "SOP807"


def test_two_years_follow_each_other(place: Path) -> None:
    rolled(place, LENGKAP)
    assert rolled(place, tahun=2027).tujuan == place
    text = (place / BUKU).read_text(encoding="utf-8")
    assert "Nomor 000.8.3.3/7/406.99/2026 tanggal 12 Januari 2026" in text
    assert text.count("dicabut dan dinyatakan") == 1
    assert sorted(p.name for p in (place / "arsip").iterdir()) == ["2025", "2026"]
    assert archived(place, 2026).findings == ()
    assert take_back(place) == ((), 2026)
    assert take_back(place) == ((), 2025)


def test_upon_a_changed_archive_no_year_is_built(place: Path) -> None:
    rolled(place, LENGKAP)
    swap(place / "arsip/2025" / BUKU, ("BUKU SOP", "BUKU LAIN"))
    before = tree(place)
    assert codes(rolled(place, tahun=2027)) == ["SOP821"]
    assert tree(place) == before


def test_the_archive_of_another_office_is_refused(place: Path) -> None:
    rolled(place, LENGKAP)
    swap(place / "arsip/2025" / BUKU, ("nama: Uji", "nama: Lain"))
    assert codes(rolled(place, tahun=2027)) == ["SOP822"]


def close(name: str, mode: int) -> Callable[[Path], None]:
    return lambda place: (place / name).chmod(mode)


CLOSED = {
    "a file for reading only": close("specs/uji/sop/surat.yaml", 0o444),
    "a folder for reading only": close("specs/uji", 0o555),
    "a folder within for reading only": close("specs/uji/sop", 0o555),
    "the folder around for reading only": close("specs", 0o555),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", CLOSED)
def test_what_cannot_be_written_leaves_all_as_it_was(
    what: str, place: Path, tmp_path: Path
) -> None:
    before = tree(tmp_path)
    CLOSED[what](tmp_path)
    done = call(tmp_path, "roll", "uji", *WISH)
    for one in ("specs", "specs/uji", "specs/uji/sop"):
        (tmp_path / one).chmod(0o755)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    assert "kesalahan[SOP9" in done.stderr
    assert "--output" not in done.stderr
    assert tree(tmp_path) == before
    assert sorted(p.name for p in place.iterdir()) == [BUKU, "koreksi.yaml", "sop"]


#: Bytes that a file may have, so that some of all that is written does not fit.
ROOM = (10, 300, 500, 700)


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOM)
def test_a_full_disk_leaves_all_as_it_was(
    room: int, place: Path, tmp_path: Path
) -> None:
    before = tree(tmp_path)

    def limit() -> None:
        give_up_privileges()
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(
        [*SOPGEN, "roll", "uji", *WISH],
        cwd=tmp_path,
        env={**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        text=True,
        preexec_fn=limit,
    )
    assert done.returncode == 1, done.stdout
    assert "media penuh" in done.stderr
    assert tree(tmp_path) == before
    assert [p.name for p in (tmp_path / "specs").iterdir()] == ["uji"]


def workbook(place: Path, name: str = "Buku 2025.xlsx") -> Path:
    file = place.parent / name
    file.write_bytes(export_workbook(place).workbook)
    return file


@pytest.mark.slow
def test_a_workbook_that_is_open_is_left_alone(place: Path) -> None:
    book = workbook(place)
    for lock in ("~$Buku 2025.xlsx", ".~lock.Buku 2025.xlsx#"):
        book.with_name(lock).touch()
        found = read_last(book)
        assert (found.terbaca, [f.code for f in found.findings]) == (None, ["SOP805"])
        assert f"hapus `{lock}`" in found.findings[0].saran
        book.with_name(lock).unlink()
    book.with_name("~$Buku 2026.xlsx").touch()
    assert codes(rolled(book, LENGKAP)) == ["SOP805"]


@pytest.mark.slow
def test_a_workbook_stays_and_none_is_written_over(place: Path) -> None:
    book = workbook(place)
    before = book.read_bytes()
    made = rolled(book, LENGKAP)
    assert made.tujuan == book.with_name("Buku 2026.xlsx")
    assert book.read_bytes() == before
    assert rolled(book, LENGKAP, coba=True).alih
    with pytest.raises(PintaError, match="sudah ada"):
        rolled(book, LENGKAP)
    first = made.tujuan.read_bytes()
    assert rolled(book, LENGKAP, timpa=True).tujuan == made.tujuan
    assert made.tujuan.read_bytes() == first
    assert sorted(p.name for p in book.parent.iterdir()) == [
        "Buku 2025.xlsx", "Buku 2026.xlsx", "uji",
    ]  # fmt: skip
