"""What of a part stands in the daftar isi is what the book says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.document import Heading, Paragraph
from tests.diff.books import Ganti, write_office
from tests.test_last_year import part, printed


def heading(folder: Path, jenis: str) -> Heading:
    """Return the first heading of a part."""
    blocks = part(printed(folder), jenis).blocks
    found = (b.heading for b in blocks if isinstance(b, Paragraph))
    return next(one for one in found if one)


@pytest.mark.parametrize(
    ("judul", "listed", "text"),
    [
        ("", True, "MAKNA DAN SIMBOL SOP"),
        ("F. TANDA GAMBAR", True, "TANDA GAMBAR"),
        ('"-"', False, ""),
    ],
)
def test_the_legend_is_listed_by_its_own_title_unless_that_is_a_dash(
    tmp_path: Path, judul: str, listed: bool, text: str
) -> None:
    said = f"  - {{bagian: simbol, judul: {judul}}}\n" if judul else "  - simbol\n"
    change: Ganti = ("buku.yaml", "  - simbol\n", said)
    made = heading(write_office(tmp_path, change), "simbol")
    assert made.listed is listed
    assert not listed or made.text == text
