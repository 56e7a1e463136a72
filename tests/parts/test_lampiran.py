"""The lampiran is a part of its decree, and looks it."""

from __future__ import annotations

import pytest

from sopgen.model.document import Table
from sopgen.render.xlsx.words import paragraphs
from tests.books import OFFICES
from tests.whole_books import document_of


@pytest.mark.slow
@pytest.mark.parametrize("nama", OFFICES)
def test_its_table_has_the_face_of_the_decree(nama: str) -> None:
    sections = document_of(nama).sections
    blocks = [
        block
        for section in sections
        if section.bagian.jenis in ("keputusan", "lampiran")
        for block in section.blocks
    ]
    tables = [block for block in blocks if isinstance(block, Table)]
    cells = [p for p in paragraphs(tuple(tables)) if p.text]
    texts = {paragraph.text for paragraph in cells}
    assert {"NAMA SOP", "NOMOR SOP"} <= texts
    own = [p for p in cells if p.style.nama.startswith("Lampiran")]
    assert len(own) > 8
    assert {paragraph.style.font for paragraph in own} == {"bookman"}
