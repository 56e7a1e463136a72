"""How things are signed, as files and workbooks say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.model.tte import Dokumen, Tte
from sopgen.pipeline import check
from sopgen.spec import read_buku
from tests.books import SHARED, needs_shared
from tests.roll.years import data, rolled
from tests.spec.staff import meaning, round_trip
from tests.tte.kantor import book_of, write_tte

PEN = "    tanda_tangan: elektronik\n"
SOP_ELEKTRONIK = ("unit: Sekretariat", "unit: Sekretariat\ntanda_tangan: elektronik")
SK_BASAH = (
    "    judul: PENETAPAN SOP",
    "    tanda_tangan: basah\n    judul: PENETAPAN SOP",
)
ALL = (
    'tte:\n  tanda: "$"\n  lebar: 180\n  tinggi: 80\n  kaki: Diteken lewat aplikasi.\n'
)


def test_what_the_official_does_holds_for_decrees_and_sop(tmp_path: Path) -> None:
    buku = book_of(write_tte(tmp_path / "uji"))
    assert buku.keputusan[0].elektronik
    assert buku.elektronik(buku.sop[0])


def test_a_decree_says_otherwise_for_itself(tmp_path: Path) -> None:
    buku = book_of(write_tte(tmp_path / "uji", SK_BASAH))
    assert not buku.keputusan[0].elektronik
    assert buku.elektronik(buku.sop[0])


def test_a_sop_says_otherwise_for_itself(tmp_path: Path) -> None:
    write_tte(tmp_path / "uji", SOP_ELEKTRONIK, file="sop/surat.yaml")
    file = tmp_path / "uji" / "buku.yaml"
    text = file.read_text(encoding="utf-8").replace(PEN, "")
    file.write_text(text, encoding="utf-8")
    buku = book_of(tmp_path / "uji")
    assert not buku.keputusan[0].elektronik
    assert buku.elektronik(buku.sop[0])


def test_an_office_that_says_nothing_signs_by_pen(tmp_path: Path) -> None:
    buku = book_of(write_tte(tmp_path / "uji", (PEN, "")))
    assert not buku.ber_tte
    assert not buku.elektronik(buku.sop[0])


@pytest.mark.slow
def test_a_workbook_says_the_same_and_back(tmp_path: Path) -> None:
    folder = write_tte(tmp_path / "uji", ("tte:\n", ALL), SK_BASAH)
    sop = folder / "sop/surat.yaml"
    text = sop.read_text(encoding="utf-8").replace(*SOP_ELEKTRONIK)
    sop.write_text(text, encoding="utf-8")
    before = book_of(folder)
    back = round_trip(folder, tmp_path)
    assert meaning(folder) == meaning(back)
    after = book_of(back)
    assert (
        after.tte
        == before.tte
        == Tte("$", 180, 80, "https://tte.uji.go.id/periksa", "Diteken lewat aplikasi.")
    )
    assert after.keputusan[0].tanda_tangan == before.keputusan[0].tanda_tangan
    assert after.sop[0].tanda_tangan == before.sop[0].tanda_tangan


def test_a_mistyped_word_gets_a_suggestion(tmp_path: Path) -> None:
    folder = write_tte(tmp_path / "uji", (PEN, PEN.replace("elektronik", "elektronk")))
    (one,) = read_buku(folder).findings
    assert one.code == "SOP923"
    assert "`elektronik`" in one.saran


def test_a_mistyped_key_gets_a_suggestion(tmp_path: Path) -> None:
    folder = write_tte(tmp_path / "uji", ("halaman_verifikasi", "halaman_verifikas"))
    (one,) = read_buku(folder).findings
    assert one.code == "SOP920"
    assert "halaman_verifikasi" in one.saran


@pytest.mark.slow
def test_the_next_year_signs_as_the_last_one(tmp_path: Path) -> None:
    folder = write_tte(tmp_path / "uji", ("tte:\n", ALL))
    old = data(folder)
    rolled(folder)
    new = data(folder)
    assert new["tahun"] == "2026"
    assert new["tte"] == old["tte"]
    assert new["pejabat"]["camat"]["tanda_tangan"] == "elektronik"


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("", ""),
        ("https://a.id", "https://a.id?dokumen=sop-x&tahun=2025"),
        ("https://a.id/?p=1", "https://a.id/?p=1&dokumen=sop-x&tahun=2025"),
        ("https://a.id/{tahun}/{id}", "https://a.id/2025/sop-x"),
        ("https://a.id/?n={nomor}", "https://a.id/?n=000.8%2FSOP%2001"),
        ("https://a.id/é/{id}", "https://a.id/%C3%A9/sop-x"),
    ],
)
def test_the_address_names_the_document(page: str, address: str) -> None:
    dokumen = Dokumen("sop-x", 2025, "000.8/SOP 01")
    assert Tte(halaman_verifikasi=page).alamat(dokumen) == address


@needs_shared
@pytest.mark.slow
def test_the_case_of_an_office_with_tte_has_no_errors() -> None:
    found = check(SHARED / "cases/spec/tempat-tte/specs/kantor")
    assert not [one for one in found if one.severity is Severity.ERROR]
    assert "SOP920" not in {one.code for one in found}
