"""A picture that is called otherwise makes other Word files, though it is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.jobs import Wish
from sopgen.pipeline import build
from tests.processes import tree
from tests.simpanan.kantor_lengkap import write_lengkap

pytestmark = pytest.mark.slow


def test_a_picture_that_was_renamed_is_named_in_word(tmp_path: Path) -> None:
    office = write_lengkap(tmp_path / "uji")

    def built(output: str) -> dict[str, bytes]:
        wish = Wish(office, tmp_path / output, formats=("docx",))
        result = build(wish, lambda *_: None)
        assert result.folder is not None
        return tree(result.folder)

    first = built("lama")
    chapter = office / "naskah" / "pendahuluan.md"
    text = chapter.read_text(encoding="utf-8").replace("pintu.png", "depan.png")
    chapter.write_text(text, encoding="utf-8")
    (office / "gambar" / "pintu.png").rename(office / "gambar" / "depan.png")
    again = built("lama")
    assert again == built("baru")
    assert again["buku.docx"] != first["buku.docx"]
