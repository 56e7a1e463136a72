"""Outputs and kelengkapan that are acts."""

from __future__ import annotations

import pytest

from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.sebab import causes
from tests.lint.berlaku import Change, row, sop_of
from tests.lint.rumpun import found_by, rules_in

OWN = rules_in("hasil")
#: A field with an act in it, and the thing that is advised.
ACTS: tuple[tuple[Change, str], ...] = (
    (row("skck", 3, output="Menyusun konsep surat"), "`Konsep surat`"),
    (row("skck", 3, kelengkapan="Memeriksa berkas permohonan"), "`Berkas permohonan`"),
    (row("kk", 2, output="2. Mencatat permohonan"), "`Permohonan`"),
    (row("kk", 2, output="Mengarsipkan"), "bendanya"),
    (row("kk", 5, kelengkapan="memaraf rekomendasi"), "`Rekomendasi`"),
)


@pytest.mark.parametrize(("change", "thing"), ACTS, ids=range(len(ACTS)))
def test_an_act_where_a_thing_should_be_is_told_at_its_field(
    change: Change, thing: str, buku: Buku
) -> None:
    wrong, span = change(buku)
    (one,) = found_by(OWN, wrong)
    assert (one.code, one.span) == ("SOP420", span)
    assert one.saran.endswith(thing)


@pytest.mark.parametrize("field", ["output", "kelengkapan"])
def test_every_uraian_that_was_pasted_is_told(field: str, buku: Buku) -> None:
    for n, one in enumerate(sop_of(buku, "kk").kegiatan, 1):
        wrong, span = row("kk", n, **{field: one.uraian})(buku)
        assert [(f.code, f.span) for f in found_by(OWN, wrong)] == [("SOP420", span)]


def test_a_pasted_uraian_without_me_is_told(buku: Buku) -> None:
    both, _ = row("kk", 2, uraian="Berkoordinasi dengan desa")(buku)
    wrong, span = row("kk", 2, output="Berkoordinasi dengan desa")(both)
    (one,) = found_by(OWN, wrong)
    assert one.span == span


THINGS = (
    "Mediasi selesai", "Meterai dan map", "Memo dinas", "Menara dan mebel",
    "Mengetahui kepala desa", "Media cetak", "Mesin hitung", "Berkas lengkap",
    "Metode kerja", "Medali", "Melati", "Menteri",
)  # fmt: skip


@pytest.mark.parametrize("text", THINGS)
def test_a_thing_that_is_called_like_an_act_is_none(text: str, buku: Buku) -> None:
    for field in ("output", "kelengkapan"):
        assert found_by(OWN, row("kk", 2, **{field: text})(buku)[0]) == []


@pytest.mark.slow
def test_the_chain_of_documents_says_nothing_more_of_it(buku: Buku) -> None:
    wrong, _ = ACTS[0][0](buku)
    assert "SOP411" in [one.code for one in lint(wrong)]
    assert [one.code for one in causes(lint(wrong), wrong)] == ["SOP420"]
