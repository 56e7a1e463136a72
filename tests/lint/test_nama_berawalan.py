"""A name that begins with SOP is a note, unless all names of the book begin so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.lint.judul_sop import nama_berawalan
from sopgen.model.buku import Buku
from tests.lint.keliru import of_sop


@pytest.mark.parametrize("nama", ["SOP Surat Masuk", "S.O.P. Surat Masuk"])
def test_a_single_name_that_begins_with_sop_is_told(nama: str, buku: Buku) -> None:
    (one,) = nama_berawalan(of_sop(9, nama=nama)(buku))
    assert (one.code, one.saran) == ("SOP157", "tulis `Surat Masuk`")


@pytest.mark.parametrize("nama", ["Sop Iga", "Sopir Dinas", "SOPIR", "SOP"])
def test_other_names_are_not_told(nama: str, buku: Buku) -> None:
    assert list(nama_berawalan(of_sop(9, nama=nama)(buku))) == []


def test_names_that_all_begin_so_are_told_only_where_sopgen_adds_the_word(
    buku: Buku,
) -> None:
    sop = tuple(replace(one, nama=f"SOP {one.nama}") for one in buku.sop)
    made = replace(buku, sop=sop, awalan_sop=frozenset())
    assert list(nama_berawalan(made)) == []
    with_word = replace(made, awalan_sop=frozenset(["diktum"]))
    assert len(list(nama_berawalan(with_word))) == len(sop)
