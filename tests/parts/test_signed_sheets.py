"""The sheets that the camat signs carry his block unless the book says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.document import Together
from sopgen.render.xlsx.words import paragraphs
from tests.diff.books import Ganti, write_office
from tests.test_last_year import part, printed

UNSIGNED: Ganti = (
    "buku.yaml",
    "tahun: 2025",
    "tahun: 2025\npengesahan_bertanda: tidak",
)
NAME = "Drs. SATU, M.Si"


def signers(folder: Path, jenis: str) -> list[str]:
    """Return what of the camat's name stands in the signature blocks of a part."""
    blocks = part(printed(folder), jenis).blocks
    held = tuple(block for block in blocks if isinstance(block, Together))
    return [one.text for one in paragraphs(held) if one.text == NAME]


@pytest.mark.parametrize("jenis", ["lembar_pengesahan", "kata_pengantar"])
def test_a_sheet_is_signed_where_the_book_asks_for_it(
    tmp_path: Path, jenis: str
) -> None:
    assert signers(write_office(tmp_path / "ya"), jenis) == [NAME]
    assert signers(write_office(tmp_path / "tidak", UNSIGNED), jenis) == []
