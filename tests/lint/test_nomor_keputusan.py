"""A decree that has no more than its place in the register is not to be signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.lint.belum_pasti import nomor_belum_diisi
from sopgen.model.buku import Buku


def numbered(nomor: str, buku: Buku) -> Buku:
    (own,) = buku.keputusan
    return replace(buku, keputusan=(replace(own, nomor=nomor),))


@pytest.mark.parametrize("nomor", ["7", " 12 ", "007"])
def test_a_sequence_alone_forbids_the_book_for_signature(
    nomor: str, buku: Buku
) -> None:
    (one,) = nomor_belum_diisi(numbered(nomor, buku))
    assert (one.code, one.forbids_final) == ("SOP802", True)
    assert f"`{nomor.strip()}`" in one.message


@pytest.mark.parametrize(
    "nomor",
    ["188.45/7/2026", "188.45/7/KEP/2026", "7/2026", "7 Tahun 2026", "188.45-7", "7.A"],
)
def test_other_numbers_are_left_to_the_office(nomor: str, buku: Buku) -> None:
    assert list(nomor_belum_diisi(numbered(nomor, buku))) == []
