"""What no book may be built with leaves what was built before as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.pipeline import Wish, build
from tests.kantor_utuh import write_utuh

HOSTILE = "Penutup {{ '{:>999999999}'.format(1) }} buku ini.\n"


@pytest.mark.slow
def test_a_text_that_is_withheld_lets_nothing_be_built(tmp_path: Path) -> None:
    folder = write_utuh(tmp_path / "uji")
    wish = Wish(folder, tmp_path / "output", formats=("svg",))
    first = build(wish, lambda *_: None)
    before = [file.path.read_bytes() for file in first.files]
    (folder / "naskah").mkdir(exist_ok=True)
    (folder / "naskah" / "penutup.md").write_text(HOSTILE, encoding="utf-8")
    again = build(wish, lambda *_: None)
    assert again.files == ()
    assert "SOP723" in {finding.code for finding in again.findings}
    assert [file.path.read_bytes() for file in first.files] == before
