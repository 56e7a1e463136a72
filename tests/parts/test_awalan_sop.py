"""The word SOP stands once before a name, whoever writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.document import Paragraph
from sopgen.parts.awalan_sop import prefixed
from sopgen.pipeline import lay_out_book
from sopgen.spec import read_buku
from tests.spec.kantor import write_kantor, write_lambang

NAMES = (
    ("Surat Masuk", "SOP Surat Masuk"),
    ("SOP Surat Masuk", "SOP Surat Masuk"),
    ("S.O.P. Surat Masuk", "S.O.P. Surat Masuk"),
    ("S.O.P Surat Masuk", "S.O.P Surat Masuk"),
    ("sop Surat Masuk", "sop Surat Masuk"),
    ("Sopir Dinas", "SOP Sopir Dinas"),
    ("Sop Iga", "Sop Iga"),
)


@pytest.mark.parametrize(("nama", "printed"), NAMES)
def test_a_name_that_begins_with_the_word_gets_no_second_one(
    nama: str, printed: str
) -> None:
    assert prefixed(nama) == printed
    assert prefixed(nama, "") == nama


def test_the_list_of_a_decree_and_the_daftar_isi_say_sop_once(tmp_path: Path) -> None:
    folder = write_lambang(write_kantor(tmp_path))
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("nama: Surat Masuk", "nama: SOP Surat Masuk").replace(
        "tahun: 2025\n", "tahun: 2025\nawalan_sop: [diktum, daftar_isi, daftar_sop]\n"
    )
    listed = 'diktum: ["Menetapkan:\\n[daftar SOP]\\n"]'
    text = text.replace("diktum: [Menetapkan SOP.]", listed)
    text = text.replace("  - daftar_isi\n", "  - daftar_isi\n  - daftar_sop\n")
    file.write_text(text, encoding="utf-8")
    buku = read_buku(folder).buku
    assert buku is not None
    made = lay_out_book(buku, lambda *_: None)
    every = [
        "".join(getattr(run, "text", "") for run in block.runs)
        for section in made.document.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    assert "SOP Surat Masuk." in every
    assert [one for one in every if "SOP SOP" in one] == []
