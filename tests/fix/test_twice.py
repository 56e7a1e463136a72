"""Mending makes no book worse, and a second time changes nothing."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from sopgen.model.diagnostic import Severity
from sopgen.perbaikan import mend
from sopgen.pipeline import skim
from sopgen.suntingan import save
from tests.berlaku import write_berlaku
from tests.books import ROOT
from tests.mistakes import IN_YAML, MISTAKES
from tests.processes import tree

pytestmark = pytest.mark.slow
#: A mistake by each code that mistakes have.
BY_CODE = {code: made for made, code in (*MISTAKES.values(), *IN_YAML.values()) if code}
#: Of a book whose year is wrong nothing else is read.
UNREAD = "SOP922"
#: The SOP that the mistakes are made in, and its neighbours.
FEW = ("surat-masuk", "surat-keluar", "surat-keterangan")
#: What can be mended beside a mistake, by SOP and field.  The first takes two rounds:
#: what a repealed basis becomes stands at the wrong place.
SURE = (
    ("surat-keluar", "dasar_hukum", "UU No. 32 Th 2004 tentang Pemerintahan Daerah"),
    ("surat-masuk", "peralatan", "Mesin antrian"),
)


def errors(folder: Path) -> Counter[str]:
    found = skim(folder).findings
    return Counter(one.code for one in found if one.severity is Severity.ERROR)


def write(file: Path, data: object) -> None:
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    file.write_text(text, encoding="utf-8")


def settled(folder: Path) -> list[str]:
    """Mend a book, which is no worse then, and done with; return what was cured."""
    before = errors(folder)
    first = mend(folder, lambda _: True)
    assert save(first.disunting) is None
    assert errors(folder) <= before
    old = tree(folder)
    second = mend(folder, lambda _: True)
    assert second.disunting.ganti == ()
    assert second.diperbaiki == ()
    assert tree(folder) == old
    assert first.ditolak == ()
    return [one.kode for one in first.diperbaiki]


def test_a_sound_book_is_left_alone(tmp_path: Path) -> None:
    hasil = mend(write_berlaku(tmp_path), lambda _: True)
    assert hasil.diperbaiki == ()
    assert hasil.sisa == ()


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return that book with few SOP, and what can be mended in two of them."""
    folder = write_berlaku(tmp_path_factory.mktemp("berlaku"))
    book = yaml.load((folder / "buku.yaml").read_text("utf-8"), yaml.BaseLoader)
    book["sop"] = [one for one in book["sop"] if one["id"] in FEW]
    write(folder / "buku.yaml", book)
    for file in folder.glob("sop/*.yaml"):
        if file.stem not in FEW:
            file.unlink()
    for sop, field, words in SURE:
        file = folder / "sop" / f"{sop}.yaml"
        data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        data[field].append(words)
        write(file, data)
    assert errors(folder) == Counter()
    return folder


@pytest.mark.parametrize("code", BY_CODE)
def test_a_book_with_a_mistake_is_mended_and_settles_at_once(
    code: str, short: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "karangan"
    shutil.copytree(short, folder)
    files = ["buku.yaml", *(f"sop/{file.name}" for file in folder.glob("sop/*.yaml"))]
    book = {
        name: yaml.load((folder / name).read_text("utf-8"), yaml.BaseLoader)
        for name in files
    }
    BY_CODE[code](book)
    for gone in set(files) - set(book):
        (folder / gone).unlink()
    for one, data in book.items():
        write(folder / one, data)
    cured = settled(folder)
    assert len(cured) == len({*cured})
    assert bool(cured) == (code != UNREAD)


@pytest.mark.parametrize("nama", ["karangan", "kampak"])
def test_a_shipped_book_settles_at_once(nama: str, tmp_path: Path) -> None:
    folder = tmp_path / nama
    shutil.copytree(ROOT / "specs" / nama, folder)
    settled(folder)
