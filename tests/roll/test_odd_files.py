"""Files that lie in the folder of a spec by the way do not hinder its years."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from sopgen.rolling import take_back
from sopgen.spec.files import SEGEL
from sopgen.years import archived, digest_of, files_of
from tests.processes import tree
from tests.roll.years import BUKU, LENGKAP, office, rolled

#: The names of files as a Mac writes them.
PHOTO = unicodedata.normalize("NFD", "foto-café.png")
SURAT = unicodedata.normalize("NFD", "sop/Légalisir.yaml")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return office(tmp_path / "specs/uji")


def test_names_that_a_mac_wrote_go_there_and_back(place: Path) -> None:
    (place / PHOTO).write_text("x")
    before = tree(place)
    assert PHOTO in before
    rolled(place, LENGKAP)
    assert tree(place / "arsip/2025").keys() - {SEGEL} == before.keys()
    assert take_back(place) == ((), 2025)
    assert tree(place) == before


def test_the_file_of_a_sop_has_one_name(place: Path) -> None:
    (place / "sop/surat.yaml").rename(place / SURAT)
    for file in place.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("surat", "legalisir"), encoding="utf-8")
    before = tree(place)
    made = rolled(place, LENGKAP)
    assert (made.tujuan, made.findings) == (place, ())
    assert tree(place / "arsip/2025").keys() - {SEGEL} == before.keys()
    assert take_back(place) == ((), 2025)
    assert tree(place) == before


def test_what_word_keeps_beside_an_open_file_is_no_part_of_the_book(
    place: Path,
) -> None:
    mark = place / "~$naskah.docx"
    mark.write_text("Bu Ani")
    rolled(place, LENGKAP)
    mark.unlink()
    assert mark.name not in tree(place / "arsip/2025")
    assert take_back(place) == ((), 2025)


def build(place: Path, tahun: int) -> None:
    """Put what a build leaves into the folder of a spec."""
    book = place / "uji" / str(tahun)
    (book / "suntingan").mkdir(parents=True)
    (book / "suntingan/buku.docx").write_text("")
    (book / "buku.pdf").write_text(str(tahun))
    listed = [{"berkas": "buku.pdf", "sha256": "0"}]
    (book / "manifest.json").write_text(json.dumps({"berkas": listed}))


def test_what_was_built_into_the_folder_is_no_part_of_the_book(place: Path) -> None:
    build(place, 2025)
    rolled(place, LENGKAP)
    build(place, 2026)
    assert not [name for name in tree(place / "arsip/2025") if "uji" in name]
    assert take_back(place) == ((), 2025)
    assert (place / "uji/2026/buku.pdf").is_file()


def test_a_seal_that_counted_such_files_still_holds(place: Path) -> None:
    rolled(place, LENGKAP)
    kept = place / "arsip/2025"
    (kept / "~$naskah.docx").write_text("Bu Ani")
    build(kept, 2025)
    names = [name for name, _ in files_of(kept)]
    assert BUKU in names
    assert "~$naskah.docx" not in names
    seal = json.loads((kept / SEGEL).read_text(encoding="utf-8"))
    seal["sha256"] = digest_of(kept, longer=True)
    seal["lanjutan"]["~$naskah.docx"] = "0"
    (kept / SEGEL).write_text(json.dumps(seal), encoding="utf-8")
    assert archived(place, 2025).findings == ()
    assert take_back(place) == ((), 2025)
    assert "uji/2025/buku.pdf" in tree(place / "arsip/2025-batal")
