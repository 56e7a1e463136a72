"""Numbers of the next year, references that follow, the ends of lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopgen.model.pergantian import guess_note, is_guess, is_open, without_guess
from sopgen.roll.diktum import renamed, shifted
from sopgen.roll.keputusan import a_year_later, written_like
from sopgen.roll.nomor import next_number, wished_number
from tests.roll.years import LENGKAP, data, office, rolled

DAYS = date(2025, 1, 16), date(2026, 2, 2)
NUMBERS = (
    ("000.8.3.3/1/406.06/2025", "000.8.3.3/ … /406.06/2026"),
    ("188.45/ 09.1 /406.06/2025", "188.45/ … /406.06/2026"),
    ("188/12/406.06/2025", "188/ … /406.06/2026"),
    ("12/SK/406.06/2025", " … /SK/406.06/2026"),
    ("188.45/KEP-12/406.06/2025", "188.45/KEP-…/406.06/2026"),
    ("188.45/7/I/2025", "188.45/ … /II/2026"),
    ("188.45/7/406.06", "188.45/ … /406.06"),
    ("7 TAHUN 2025", "…"),
    ("tanpa nomor", "…"),
)


@pytest.mark.parametrize(("old", "new"), NUMBERS)
def test_the_sequence_is_left_blank_in_last_years_pattern(old: str, new: str) -> None:
    assert next_number(old, "406.06", DAYS) == new
    assert is_open(new)
    assert not is_open(old)


#: Numbers that were never filled in: last year's book was not signed.
OPEN = (
    ("000.8.3.3/ … /406.06/2025", "000.8.3.3/ … /406.06/2026"),
    ("188.45/ ..... /406.06/2025", "188.45/ … /406.06/2026"),
    ("188.45/KEP-…/406.06/2025", "188.45/KEP-…/406.06/2026"),
    ("…", "…"),
)


@pytest.mark.parametrize(("old", "new"), OPEN)
def test_a_blank_stays_where_it_was(old: str, new: str) -> None:
    assert next_number(old, "406.06", DAYS) == new


WISHED = (
    ("000.8.3.3/1/406.06/2025", "7", "000.8.3.3/7/406.06/2026"),
    ("188.45/ 09.1 /406.06/2025", "012", "188.45/012/406.06/2026"),
    ("188.45/KEP-12/406.06/2025", "7", "188.45/KEP-7/406.06/2026"),
    ("tanpa nomor", "7", "7"),
    ("000.8.3.3/1/406.06/2025", "188/7/2026", "188/7/2026"),
)


@pytest.mark.parametrize(("old", "wish", "new"), WISHED)
def test_a_sequence_alone_goes_into_last_years_pattern(
    old: str, wish: str, new: str
) -> None:
    assert wished_number(wish, next_number(old, "406.06", DAYS)) == new


REFERENCES = (
    ("dalam Diktum KESATU", "dalam Diktum KESATU"),
    ("dalam DIKTUM KEDUA", "dalam DIKTUM KETIGA"),
    ("diktum kedua huruf a", "diktum ketiga huruf a"),
    ("Diktum Kedua", "Diktum Ketiga"),
    ("DIKTUM\nKEDUA", "DIKTUM\nKETIGA"),
    ("Diktum KESATU dan KEDUA", "Diktum KESATU dan KETIGA"),
    ("Diktum KEDUA, KETIGA, dan KEEMPAT", "Diktum KETIGA, KEEMPAT, dan KELIMA"),
    ("Diktum KEDUA sampai dengan Diktum KESEPULUH",
     "Diktum KETIGA sampai dengan Diktum KESEBELAS"),
    ("Diktum KESEBELAS", "Diktum KEDUA BELAS"),
    ("Diktum KEDUA BELAS", "Diktum KETIGA BELAS"),
    ("Perubahan KEDUA atas Undang-Undang", "Perubahan KEDUA atas Undang-Undang"),
    ("Diktum KESATU; kedua pihak", "Diktum KESATU; kedua pihak"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new"), REFERENCES)
def test_references_from_the_second_diktum_on_move_by_one(old: str, new: str) -> None:
    assert shifted(old, 2) == new


def test_dates_are_written_as_they_were() -> None:
    day = date(2026, 1, 2)
    assert written_like("2025-01-16", day) == "2026-01-02"
    assert written_like("16/1/2025", day) == "2/1/2026"
    assert written_like("Januari 2025", day) == "2 Januari 2026"


def test_the_leap_day_becomes_the_day_before() -> None:
    assert a_year_later(date(2024, 2, 29)) == date(2025, 2, 28)
    assert a_year_later(date(2025, 2, 28)) == date(2026, 2, 28)


def test_a_guess_is_one_as_long_as_the_date_is_the_same() -> None:
    day = date(2026, 1, 16)
    assert is_guess(f"Lama.\n{guess_note(day)}", day)
    assert not is_guess(guess_note(day), date(2026, 1, 12))
    assert not is_guess("tanggal 99 Januari 2026 diperkirakan", day)


def test_the_guess_of_an_older_year_is_left_out_of_a_note() -> None:
    old = guess_note(date(2025, 1, 16))
    assert without_guess(f"Diketik ulang.\n{old}") == "Diketik ulang."
    assert without_guess(old) == ""


def test_items_end_as_their_places_want_it(tmp_path: Path) -> None:
    bases = "\n".join(
        f"  - {one}" for one in (
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
            "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;",
            "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah.",
        )
    )  # fmt: skip
    change = ("[Undang-Undang;]", f"\n{bases}")
    place = office(tmp_path / "uji", change, name="sop/surat.yaml")
    rolled(place, LENGKAP)
    found = data(place, "sop/surat.yaml")["dasar_hukum"]
    assert [one.partition(" tentang ")[0] for one in found] == [
        "Undang-Undang Nomor 25 Tahun 2009", "Undang-Undang Nomor 23 Tahun 2014",
        "Peraturan Pemerintah Nomor 17 Tahun 2018",
    ]  # fmt: skip
    assert [one[-1] for one in found] == [";", ";", "."]


@pytest.mark.parametrize(
    ("old", "new"),
    [("KESATU", "KESATU"), ("KETIGA", "KEEMPAT"), ("ketiga", "keempat"), ("3", "4")],
)
def test_the_diktum_of_a_petikan_follow_one_that_comes(old: str, new: str) -> None:
    assert renamed(old, 3) == new
