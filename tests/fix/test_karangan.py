"""What is mended in the shipped Karangan, looked through one by one."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from sopgen.perbaikan import Hasil, mend
from sopgen.pipeline import Wish, build
from sopgen.report import has_errors
from sopgen.suntingan import save
from tests.books import ROOT

#: How many cures of each code there are.
PERBAIKAN = {
    "SOP114": 1, "SOP125": 1, "SOP602": 7, "SOP603": 2, "SOP609": 3,
    "SOP738": 2, "SOP740": 2, "SOP742": 2, "SOP745": 14, "SOP746": 1,
}  # fmt: skip
#: Lines that stand in buku.yaml then, beside those that were there.
BARU = (
    "pola_nomor_sop: 000.8.3.3/SOP.{nomor:02}/{kode_unit}/{tahun}",
    "      kepala: [nomor, tanggal, tentang]",
    "    nomor: 188.45/19/406.06/2025",
    "    nama: Data Bahan Koordinasi Ketenteraman, Ketertiban Umum",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def karangan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hasil]:
    folder = tmp_path_factory.mktemp("fix") / "karangan"
    shutil.copytree(ROOT / "specs/karangan", folder)
    hasil = mend(folder, lambda _: True)
    assert save(hasil.disunting) is None
    return folder, hasil


def test_these_are_mended_and_no_others(karangan: tuple[Path, Hasil]) -> None:
    _, hasil = karangan
    assert hasil.ditolak == ()
    assert Counter(one.kode for one in hasil.diperbaiki) == PERBAIKAN
    assert not [one for one in hasil.sisa if one.perbaikan]


def test_the_book_says_so(karangan: tuple[Path, Hasil]) -> None:
    lines = (karangan[0] / "buku.yaml").read_text(encoding="utf-8").splitlines()
    assert set(BARU) <= set(lines)
    old = (ROOT / "specs/karangan/buku.yaml").read_text(encoding="utf-8").splitlines()
    comments = [line for line in old if line.lstrip().startswith("#")]
    assert [line for line in lines if line.lstrip().startswith("#")] == comments


def test_every_page_still_builds(karangan: tuple[Path, Hasil], tmp_path: Path) -> None:
    folder = karangan[0]
    result = build(Wish(folder, tmp_path, formats=("pdf",)), lambda *_: None)
    assert (tmp_path / "karangan/2025/buku.pdf").stat().st_size > 0
    assert not has_errors((*result.findings, *result.told))
