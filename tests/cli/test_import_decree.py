"""``sopgen import`` of a decree: what was filled in, in Word comes back to the spec."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.spec.exchange import export_workbook
from tests.render.test_docx_controls import decree, office
from tests.spec.kantor import BUKU

pytestmark = pytest.mark.slow

OLD = "000.8.3.3/1/406.99/2025"
NEW = "000.8.3.3/12/406.99/2025"
#: What is doubtful: of what it is told, how often it was there, and what it became.
DOUBTFUL = [
    ("nomor di lampiran 1", OLD, NEW, 1),
    ("tidak dapat dibaca", "16 Januari 2025", "besok lusa", 2),
    ("penandatangan di Word", "SITI AMINAH", "BUDI", 2),
    ("tidak ada dalam spesifikasi", ":sk-1", ":sk-7", 9),
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return office(tmp_path / "specs" / "uji")


def filled(place: Path, *changes: tuple[str, str, int]) -> None:
    """Write the decree as a Word file in which texts were changed, so many times."""
    with zipfile.ZipFile(BytesIO(decree(place))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    text = parts["word/document.xml"].decode()
    for before, after, count in changes:
        assert before in text
        text = text.replace(before, after, count)
    parts["word/document.xml"] = text.encode()
    with zipfile.ZipFile("keputusan-1.docx", "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def run(*more: str) -> Result:
    return CliRunner().invoke(sopgen, ["import", "keputusan-1.docx", *more])


def test_number_and_day_come_back_and_nothing_else_moves(place: Path) -> None:
    before = (place / "buku.yaml").read_text(encoding="utf-8")
    filled(
        place, (f">{OLD}<", f">{NEW}<", 2), ("16 Januari 2025", "20 Januari 2025", 2)
    )
    result = run("--nama", "uji")
    assert result.exit_code == 0, result.output
    assert f"nomor keputusan `sk-1`: {OLD} → {NEW}" in result.output
    after = (place / "buku.yaml").read_text(encoding="utf-8")
    assert after == before.replace(OLD, NEW).replace(
        "tanggal: 2025-01-16\n    judul", "tanggal: 2025-01-20\n    judul"
    )


def test_a_name_comes_back_where_there_was_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = BUKU.replace("    nama: SITI AMINAH\n", "")
    place = office(tmp_path / "specs" / "uji", text)
    filled(place, ("." * 34, "SITI AMINAH", 1), ("<w:showingPlcHdr/>", "", 1))
    result = run("--nama", "uji")
    assert "nama pejabat `camat`: (kosong) → SITI AMINAH" in result.output
    assert "nama: SITI AMINAH" in (place / "buku.yaml").read_text(encoding="utf-8")


def test_what_was_not_filled_in_changes_nothing(place: Path) -> None:
    before = (place / "buku.yaml").read_bytes()
    filled(place)
    result = run("--nama", "uji")
    assert (result.exit_code, result.output) == (0, "tidak ada isian yang berubah\n")
    assert (place / "buku.yaml").read_bytes() == before


@pytest.mark.parametrize(("told", "old", "new", "count"), DOUBTFUL)
def test_what_is_doubtful_is_told(
    told: str, old: str, new: str, count: int, place: Path
) -> None:
    before = (place / "buku.yaml").read_bytes()
    if told.startswith("nomor"):  # the annex, which stands last
        filled(
            place, (f">{old}<", ">\0<", 1), (f">{old}<", f">{new}<", 1), ("\0", old, 1)
        )
    else:
        filled(place, (old, new, count))
    result = run("--nama", "uji")
    assert "SOP973" in result.output
    assert told in result.output
    assert (place / "buku.yaml").read_bytes() == before


def test_the_office_must_be_named(place: Path) -> None:
    filled(place)
    result = run()
    assert result.exit_code == 2
    assert "--nama KANTOR" in result.output


def test_a_workbook_is_not_changed_and_it_is_told_what_belongs_into_it(
    place: Path,
) -> None:
    book = Path("uji.xlsx")
    book.write_bytes(export_workbook(place).workbook or b"")
    before = book.read_bytes()
    filled(place, (f">{OLD}<", f">{NEW}<", 2))
    result = run("--nama", "uji.xlsx")
    assert f"{OLD} → {NEW}" in result.output
    assert "buku kerja tidak diubah" in result.output
    assert book.read_bytes() == before
