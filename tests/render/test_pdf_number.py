"""Numbers of a PDF's pages."""

import pytest

from sopgen.render.pdf_number import number, numbers

WRITTEN = [
    (0, "0"),
    (-1e-8, "0"),
    (-0.0000004, "0"),
    (1, "1"),
    (100, "100"),
    (0.5, "0.5"),
    (-0.25, "-0.25"),
    (1 / 3, "0.333333"),
    (85.03937008, "85.03937"),
    (609.44882, "609.4488"),
    (935.40004, "935.4"),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_a_number_has_no_digits_for_nothing(value: float, text: str) -> None:
    assert number(value) == text


def test_numbers_stand_behind_each_other() -> None:
    assert numbers((1, 0.5, -20)) == "1 0.5 -20"
