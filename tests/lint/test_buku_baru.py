"""What a new office hears at its first check: what it has to fill in, no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.spec import read_buku
from sopgen.spec.contoh import new_office


def fresh(folder: Path) -> Buku:
    for name, text in new_office("suka-maju").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    made = read_buku(folder).buku
    assert made is not None
    return made


def test_a_hint_that_stands_for_the_kabupaten_is_not_told_as_a_small_name(
    tmp_path: Path,
) -> None:
    found = lint(fresh(tmp_path))
    assert [f.message for f in found if f.code == "SOP761"] == []
    assert any("(isi nama kabupaten)" in f.message for f in found if f.code == "SOP112")


@pytest.mark.parametrize("nama", ["[nama kabupaten]", "…………", "(isi nama kabupaten)"])
def test_the_name_of_the_kecamatan_is_told_beside_such_a_hint(
    nama: str, tmp_path: Path
) -> None:
    buku = fresh(tmp_path)
    (own,) = buku.keputusan
    first = own.menimbang[0]
    teks = replace(first, isi="bahwa warga kecamatan suka maju dilayani;")
    menimbang = (teks, *own.menimbang[1:])
    office = replace(buku.kecamatan, kabupaten=nama)
    made = replace(
        buku, kecamatan=office, keputusan=(replace(own, menimbang=menimbang),)
    )
    told = [f.message for f in lint(made) if f.code == "SOP761"]
    assert told == ["`kecamatan suka` ditulis dengan huruf kecil"]
