"""A mark that is typed before an item is printed twice; a list in an item is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Teks
from tests.lint.berlaku import row, sheet
from tests.lint.keliru import considering, decree, in_diktum

Change = Callable[[Buku], Buku]
KODE = "kk"
LAST = (
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, "
    "perlu menetapkan Keputusan Camat Karangan tentang Standar Operasional Prosedur;"
)


def listing(field: str, *texts: str) -> Change:
    return lambda buku: sheet(KODE, field, *texts)(buku)[0]


def doing(text: str) -> Change:
    return lambda buku: row(KODE, 2, uraian=text)(buku)[0]


def copies(*texts: str) -> Change:
    def change(buku: Buku) -> Buku:
        span = buku.keputusan[0].at("tembusan")
        return decree(buku, tembusan=tuple(Teks(text, span) for text in texts))

    return change


def told(change: Change, buku: Buku) -> list[Diagnostic]:
    old = {(f.code, f.message) for f in lint(buku)}
    return [f for f in lint(change(buku)) if (f.code, f.message) not in old]


#: What is typed, and what the cures make of its items.
WRONG: tuple[tuple[Change, tuple[str, ...]], ...] = (
    (listing("peralatan", "- Komputer", "• Printer"), ("Komputer", "Printer")),
    (listing("peralatan", "Komputer", "(1) Printer"), ("Printer",)),
    (listing("pencatatan", "* Buku agenda", "▪ Register"), ("Buku agenda", "Register")),
    (listing("peralatan", "1) Komputer dan\n   layar", "2) Printer"),
     ("Komputer dan\n   layar", "Printer")),
    (copies("1. Bupati Trenggalek", "2. Inspektur"),
     ("Bupati Trenggalek", "Inspektur")),
    (copies("a. Bupati Trenggalek"), ("Bupati Trenggalek",)),
    (considering(f"c. {LAST}"), (LAST,)),
    (in_diktum(1, "1. Menetapkan Standar Operasional Prosedur Kecamatan Karangan."),
     ("Menetapkan Standar Operasional Prosedur Kecamatan Karangan.",)),
    (doing("2. Memeriksa berkas permohonan"), ("Memeriksa berkas permohonan",)),
    (doing("- Memeriksa berkas permohonan"), ("Memeriksa berkas permohonan",)),
)  # fmt: skip


@pytest.mark.parametrize("case", WRONG, ids=[new[0][:30] for _, new in WRONG])
def test_a_typed_mark_is_told_with_its_cure(
    case: tuple[Change, tuple[str, ...]], buku: Buku
) -> None:
    change, new = case
    found = told(change, buku)
    assert "SOP740" not in {f.code for f in found}
    assert "SOP739" not in {f.code for f in found}
    (one,) = (f for f in found if f.code == "SOP766")
    written = [step for cure in one.perbaikan for step in cure.tindakan]
    assert tuple(step.baru for step in written) == new  # type: ignore[union-attr]


RIGHT: tuple[Change, ...] = (
    listing("peralatan", "- Komputer"),
    listing("peralatan", "Komputer:\n- layar\n- papan ketik", "Printer"),
    listing("peralatan", "- layar\n- papan ketik", "Printer"),
    listing("peralatan", "1. satu; 2. dua; dan 3. tiga", "Printer"),
    listing("peralatan", "| a | b |\n|---|---|\n| - c | d |", "Printer"),
    listing("peralatan", "-", "Printer"),
    listing("peralatan", "2 unit komputer", "1.000 lembar kertas", "3.5 m kabel"),
    listing("peralatan", "*Scanner* dokumen", "e-KTP", "A. Yani", "a.n. Camat"),
    copies("a. n. Camat Suruh", "Bupati Trenggalek"),
    doing("a. Memeriksa berkas permohonan"),
)


@pytest.mark.parametrize("change", RIGHT)
def test_a_list_in_an_item_is_no_mark_of_its_own(change: Change, buku: Buku) -> None:
    assert [f.message for f in lint(change(buku)) if f.code == "SOP766"] == []


def test_a_basis_by_its_id_is_told_and_left_to_the_office(buku: Buku) -> None:
    sop = buku.sop[0]
    first, *rest = sop.identitas.dasar_hukum
    assert rest
    own = replace(first, isi=f"1. {first.isi}")
    made = replace(sop.identitas, dasar_hukum=(own, *rest))
    changed = replace(buku, sop=(replace(sop, identitas=made), *buku.sop[1:]))
    (one,) = (f for f in lint(changed) if f.code == "SOP766")
    assert bool(one.perbaikan) is not bool(own.peraturan)
