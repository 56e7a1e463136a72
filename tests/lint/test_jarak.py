"""How many letters tell two words apart."""

import pytest

from sopgen.lint.kamus import jarak

WORDS = [
    ("surat", "surat", 0),
    ("surat", "surats", 1),
    ("surat", "urat", 1),
    ("surat", "surut", 1),
    ("surat", "suart", 1),
    ("surat", "sratu", 2),
    ("surat", "suratan", 2),
    ("surat", "rata", 3),
    ("", "kop", 3),
]


@pytest.mark.parametrize(("one", "other", "apart"), WORDS)
def test_a_letter_more_less_other_or_changed_about_counts_once(
    one: str, other: str, apart: int
) -> None:
    assert jarak(one, other, 5) == jarak(other, one, 5) == apart


def test_more_than_the_limit_is_not_counted() -> None:
    assert jarak("surat", "berkas", 1) == 2
