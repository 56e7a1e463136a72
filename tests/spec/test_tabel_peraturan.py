"""The shipped table of regulations hangs together, whoever adds to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from sopgen.lint.sitiran import read_sitiran
from sopgen.lint.tanda import check_tanda
from sopgen.model.bentuk_peraturan import BENTUK
from sopgen.model.diagnostic import Teks
from sopgen.model.gaya import unmarked
from sopgen.model.ketikan import Ketikan
from sopgen.model.peraturan import (
    LEMBARAN,
    Keberlakuan,
    Keyakinan,
    Peraturan,
    kutip_lengkap,
    kutip_pendek,
    pengganti,
    terakhir,
)
from sopgen.spec.peraturan import shipped

TABEL, _ = shipped()


def every(check: Callable[[Peraturan], None]) -> Callable[[], None]:
    """Return a test that asks the same of every entry, and names the one that fails."""

    def test() -> None:
        for one in TABEL.values():
            try:
                check(one)
            except AssertionError as error:
                raise AssertionError(f"{one.id}: {error}") from error

    return test


#: Since when a regulation that took the place of an older one counts, by its successor:
#: a Perppu of the year before was made law.
LEBIH_AWAL = ("uu-11-2020",)


def test_no_two_entries_are_the_same_regulation() -> None:
    names = Counter(
        (one.jenis, one.nomor, one.tahun, one.daerah) for one in TABEL.values()
    )
    assert [name for name, count in names.items() if count > 1] == []


@every
def test_what_changed_or_repealed_an_entry_is_in_the_table(one: Peraturan) -> None:
    assert set(one.oleh) <= set(TABEL)
    assert set(one.sebagian) <= set(one.oleh)
    assert len(set(one.oleh)) == len(one.oleh)
    if one.status in (Keberlakuan.DICABUT, Keberlakuan.DIUBAH):
        assert one.oleh
    if one.status is Keberlakuan.BERLAKU:
        assert not one.oleh


def successors(one: Peraturan) -> Iterator[Peraturan]:
    """Yield all that came after a regulation, however far."""
    for kode in one.oleh:
        yield TABEL[kode]
        yield from successors(TABEL[kode])


@every
def test_no_regulation_comes_after_itself(one: Peraturan) -> None:
    assert one not in successors(one)


@every
def test_what_comes_later_is_of_a_later_year(one: Peraturan) -> None:
    years = [one.tahun, *(TABEL[kode].tahun for kode in one.oleh)]
    assert years == sorted(years)
    if one.oleh and one.sejak:
        assert one.sejak >= years[-1] or one.id in LEBIH_AWAL
    if one.oleh:
        assert one.sejak or one.id == "pmk-62-2023"


@every
def test_a_successor_is_no_lower_than_what_it_changed_or_repealed(
    one: Peraturan,
) -> None:
    for other in successors(one):
        assert BENTUK[other.jenis].tingkat <= BENTUK[one.jenis].tingkat


@every
def test_a_change_says_in_its_title_what_it_changed(one: Peraturan) -> None:
    if one.status is Keberlakuan.DIUBAH and not one.sebagian:
        last = TABEL[one.oleh[-1]].tentang
        assert one.nama in last or "Cipta Kerja" in last


@every
def test_every_entry_is_recognised_by_its_own_citations(one: Peraturan) -> None:
    last = terakhir(one, TABEL)
    for text in (
        one.nama,
        one.judul,
        kutip_pendek(one, TABEL),
        kutip_lengkap(one, TABEL),
    ):
        cited = read_sitiran(f"{text};", TABEL, "Trenggalek")
        assert cited[0].peraturan is one
        assert not cited[0].tulisan.singkat
        assert cited[0].resmi == one.nama
    if last:
        known = [s.peraturan for s in read_sitiran(kutip_pendek(one, TABEL), TABEL, "")]
        assert last in known


@every
def test_every_entry_is_recognised_in_capitals_and_shortened(one: Peraturan) -> None:
    (loud, *_) = read_sitiran(one.nama.upper(), TABEL, "Trenggalek")
    assert loud.peraturan is one
    if one.bernomor and one.nomor.isdigit():
        region = f" {one.daerah}" if one.daerah else ""
        for form in ("No. {0} Th {1}", "No {0}/{1}", "{0} Tahun {1}", "{0}/{1}"):
            number = form.format(one.nomor, one.tahun)
            (short, *_) = read_sitiran(
                f"{one.jenis}{region} {number}", TABEL, "Trenggalek"
            )
            assert short.peraturan is one, number
            assert short.tulisan.singkat
            assert short.resmi == one.nama


@every
def test_every_fact_has_its_source_and_its_doubt(one: Peraturan) -> None:
    assert one.per is not None
    assert one.sumber
    if re.search(r"\bK\b", one.sumber) or one.keyakinan is Keyakinan.RENDAH:
        unsure = one.status is Keberlakuan.PERLU_VERIFIKASI
        assert one.perlu_verifikasi or unsure


@every
def test_a_gazette_is_of_the_kind_and_of_about_the_year(one: Peraturan) -> None:
    if not one.lembaran:
        return
    assert BENTUK[one.jenis].berlembaran
    match = LEMBARAN.fullmatch(one.lembaran)
    assert match is not None
    assert 0 <= int(match[2]) - one.tahun <= 1
    high = BENTUK[one.jenis].tingkat < 5
    assert match[1] == ("LN" if high else "BN")


@every
def test_what_is_repealed_has_something_in_its_place_today(one: Peraturan) -> None:
    if one.status is Keberlakuan.DICABUT:
        today = pengganti(one, TABEL)
        assert today
        assert all(other.status is not Keberlakuan.DICABUT for other in today)


def test_a_long_row_of_repeals_leads_to_what_is_in_force() -> None:
    assert pengganti(TABEL["uu-5-1974"], TABEL) == (TABEL["uu-23-2014"],)


def test_no_title_has_marks_of_another_program() -> None:
    typed = [
        Ketikan(("peraturan",), Teks(one.tentang, one.span)) for one in TABEL.values()
    ]
    assert list(check_tanda(typed)) == []
    assert all(unmarked(one.tentang) == one.tentang for one in TABEL.values())


@pytest.mark.parametrize(
    ("kode", "oleh"),
    [
        ("permendagri-54-2009", "permendagri-1-2023"),
        ("permendagri-78-2012", "permendagri-83-2022"),
        ("pp-24-2018", "pp-5-2021"),
        ("perbpom-22-2018", "perbpom-4-2024"),
        ("pp-58-2005", "pp-12-2019"),
        ("uu-22-1999", "uu-32-2004"),
        ("uu-43-1999", "uu-5-2014"),
        ("pp-41-2007", "pp-18-2016"),
        ("permendagri-13-2006", "permendagri-77-2020"),
        ("perpres-54-2010", "perpres-16-2018"),
    ],
)
def test_what_old_books_cite_is_known_as_repealed(kode: str, oleh: str) -> None:
    assert TABEL[kode].status is Keberlakuan.DICABUT
    assert TABEL[kode].oleh == (oleh,)
