from datetime import date

import pytest

from sopgen.model.bahasa import huruf, romawi, tanggal, terbilang


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (20, "dua puluh"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (215, "dua ratus lima belas"),
        (1000, "seribu"),
        (2025, "dua ribu dua puluh lima"),
        (1_000_000, "satu juta"),
        (-3, "minus tiga"),
    ],
)
def test_numbers_are_read_out(number: int, words: str) -> None:
    assert terbilang(number) == words


def test_dates_are_written_out() -> None:
    assert tanggal(date(2025, 1, 16)) == "16 Januari 2025"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (48, "XLVIII")]
)
def test_front_matter_counts_in_roman(number: int, text: str) -> None:
    assert romawi(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")]
)
def test_letters_go_on_after_z(number: int, text: str) -> None:
    assert huruf(number) == text
