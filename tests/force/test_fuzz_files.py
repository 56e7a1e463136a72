"""Workbooks, old SOP and pictures that are damaged end in words, never in a traceback.

A few are invented here, the same each time; ``make fuzz`` invents others for minutes.
What escaped once is kept.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.force.fuzzing import attempt, kept, named

pytestmark = pytest.mark.slow
NAMES = ("workbook", "import", "pictures")
#: What is said of each input that escaped once.
TOLD = {
    ("workbook", "sel-terlalu-panjang"): "SOP926",
    ("workbook", "tanpa-bagian-buku"): "SOP941",
    ("workbook", "hanya-rumus"): "SOP947",
    ("workbook", "bukan-huruf"): "SOP950",
    ("import", "tulisan-panjang"): "SOP965",
    ("pictures", "png-tanpa-isi"): "SOP931",
    ("pictures", "png-tembus-keliru"): "",
    ("pictures", "png-besar"): "",
    ("pictures", "png-bernama-svg"): "",
    ("pictures", "jpg-tanpa-kepala"): "",
    ("pictures", "jpg-nol-di-antara"): "",
}
KEPT = [(name, one) for name in NAMES for one in kept(name)]


def test_every_kept_input_is_named() -> None:
    assert set(KEPT) == set(TOLD)


@pytest.mark.parametrize(("name", "one"), KEPT)
def test_what_escaped_once_is_told(name: str, one: str, tmp_path: Path) -> None:
    codes = attempt(named(name), kept(name)[one], tmp_path / "sedang")
    told = TOLD[name, one]
    assert told in codes if told else not {"SOP931", "SOP941"} & set(codes)
