from datetime import date

import pytest

from sopgen.model.bahasa import TERBESAR, huruf, romawi, tanggal, terbilang


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
        (1_000_000_000, "satu miliar"),
        (999_000_000_001, "sembilan ratus sembilan puluh sembilan miliar satu"),
        (1_000_000_000_000, "satu triliun"),
        (1_001_000_001_000, "satu triliun satu miliar seribu"),
        (
            999_999_999_999_999,
            "sembilan ratus sembilan puluh sembilan triliun "
            "sembilan ratus sembilan puluh sembilan miliar "
            "sembilan ratus sembilan puluh sembilan juta "
            "sembilan ratus sembilan puluh sembilan ribu "
            "sembilan ratus sembilan puluh sembilan",
        ),
        (-1_000_000_000_000, "minus satu triliun"),
        (-3, "minus tiga"),
    ],
)
def test_numbers_are_read_out(number: int, words: str) -> None:
    assert terbilang(number) == words


@pytest.mark.parametrize("number", [10**15, -(10**15), 10**18, 10**60])
def test_numbers_without_a_name_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="999 triliun"):
        terbilang(number)


def test_every_power_up_to_the_largest_has_its_own_words() -> None:
    powers = [10**n for n in range(len(str(TERBESAR)))]
    words = [terbilang(power) for power in powers]
    assert words[12:] == ["satu triliun", "sepuluh triliun", "seratus triliun"]
    assert len(set(words)) == len(powers)
    assert not any("ribu miliar" in one for one in words)


def test_dates_are_written_out() -> None:
    assert tanggal(date(2025, 1, 16)) == "16 Januari 2025"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (48, "XLVIII")]
)
def test_front_matter_counts_in_roman(number: int, text: str) -> None:
    assert romawi(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA"), (54, "BB"), (703, "AAA")],
)
def test_letters_go_on_after_z(number: int, text: str) -> None:
    assert huruf(number) == text
