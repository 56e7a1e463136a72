"""The shelf never lies: whatever changes in a book, a file left in place is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from sopgen.charting import Charting
from sopgen.jobs import Book, Wish, jobs_of
from sopgen.making import Making
from sopgen.model.buku import Buku
from sopgen.parts import compose
from sopgen.parts.bahan import Figures
from sopgen.simpanan.lemari import Lemari
from sopgen.simpanan.rak import Rak
from sopgen.symbols import read_symbols
from sopgen.typeset import settle
from tests.diff.books import book, write_office
from tests.diff.test_fields import (
    EVERY,
    GROUPED,
    LINKED,
    PICTURES,
    SEKSI,
    Isian,
    changed,
)

pytestmark = pytest.mark.slow

#: What no book can be laid out with when it is another value.
BROKEN = {("Kertas", "nama"), ("Bagian", "keputusan"), ("Bagian", "angka")}
FIELDS = [
    one
    for one in EVERY
    if one.key not in {*LINKED, *BROKEN}
    and one.nama not in ({"span", "letak", "peraturan"} | PICTURES)
]


def silent(*_: object) -> None:
    pass


class Looking(Lemari):
    """Drawers that are as they were when a test is over."""

    def close(self, whole: frozenset[str]) -> None:
        pass


def laid_out(buku: Buku, rak: Rak, lemari: Lemari | None = None) -> Book:
    """Lay a book out as a build does, but for what is found in it."""
    symbols = read_symbols()
    with Charting(rak=rak).begun(buku, symbols, silent) as drawn:
        charts = drawn()
    made = compose(buku, Figures(charts), symbols)
    document = settle(made.document)
    return Book(buku, charts, document, symbols, (), made.salinan, lemari)


class Built(NamedTuple):
    """A book that was built: its files, their folder, and its shelf."""

    buku: Buku
    wish: Wish
    folder: Path
    rak: Rak


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("rak")
    buku = book(write_office(folder / "uji", GROUPED, *SEKSI))
    wish = Wish(folder / "uji", folder)
    rak = Rak(folder / "uji.rak")
    lemari = Lemari(rak.file.with_suffix(""))
    making = Making(wish, laid_out(buku, rak, lemari), rak, silent)
    for one in making.files():
        file = folder / "hasil" / one.nama
        file.parent.mkdir(parents=True, exist_ok=True)
        assert one.data is not None
        file.write_bytes(one.data)
    again = Rak(rak.file, rak.held, rak.jadi)
    return Built(buku, wish, folder / "hasil", again)


def test_everything_of_an_unchanged_book_is_left_in_place(built: Built) -> None:
    rak = Rak(built.rak.file, built.rak.charts, built.rak.berkas)
    making = Making(built.wish, laid_out(built.buku, rak), rak, silent)
    assert {one.data for one in making.files(built.folder)} == {None}
    assert rak.held.keys() == built.rak.charts.keys()


@pytest.mark.parametrize("one", FIELDS, ids=str)
def test_what_is_left_in_place_would_be_made_the_same(one: Isian, built: Built) -> None:
    buku = changed(built.buku, one.trail, one.key)
    rak = Rak(built.rak.file, built.rak.charts, built.rak.berkas)
    lemari = Looking(built.rak.file.with_suffix(""))
    made = laid_out(buku, rak, lemari)
    bare = laid_out(buku, Rak(built.rak.file))
    assert made.charts == bare.charts
    making = Making(built.wish, made, rak, silent)
    left = {t.nama: t.data for t in making.files(built.folder)}
    jobs = {job.name: job for job in jobs_of(built.wish, bare)}
    for name, data in left.items():
        if data is None:
            assert jobs[name].make().data == (built.folder / name).read_bytes(), name
        elif name.startswith("buku."):
            assert jobs[name].make().data == data, name


def test_of_a_changed_book_only_what_changed_is_drawn(built: Built) -> None:
    first = built.buku.sop[0]
    nama = replace(first.pelaksana[0], nama="Juru Arsip")
    sop = (replace(first, pelaksana=(nama, *first.pelaksana[1:])), *built.buku.sop[1:])
    buku = replace(built.buku, sop=sop)
    lemari = Looking(built.rak.file.with_suffix(""))
    rak = Rak(built.rak.file, built.rak.charts, built.rak.berkas)
    making = Making(built.wish, laid_out(buku, rak, lemari), rak, silent)
    assert [*making.files(built.folder)]
    for suffix in ("pdf", "docx", "xlsx"):
        laci = lemari.laci(suffix)
        drawn = laci.used.keys() - laci.gambar.keys()
        assert 0 < len(drawn) < len(laci.used) / 2, suffix


def test_a_file_that_is_not_as_it_was_made_is_made_again(built: Built) -> None:
    rak = Rak(built.rak.file, built.rak.charts, built.rak.berkas)
    making = Making(built.wish, laid_out(built.buku, rak), rak, silent)
    file = built.folder / "buku.pdf"
    was = file.read_bytes()
    file.write_bytes(was + b"\n")
    made = {t.nama: t.data for t in making.files(built.folder) if t.data is not None}
    file.write_bytes(was)
    assert made == {"buku.pdf": was}


def test_one_sop_more_makes_the_others_no_other(built: Built) -> None:
    first = built.buku.sop[0]
    langkah = tuple(replace(k, teks=f"{k.teks} baru") for k in first.langkah)
    sop = (replace(first, langkah=langkah), *built.buku.sop[1:])
    rak = Rak(built.rak.file, built.rak.charts, built.rak.berkas)
    making = Making(
        built.wish, laid_out(replace(built.buku, sop=sop), rak), rak, silent
    )
    made = {t.nama for t in making.files(built.folder) if t.data is not None}
    own = {name for name in made if name.startswith("sop/")}
    assert own == {f"sop/01-{first.id}.{s}" for s in ("pdf", "docx", "xlsx", "svg")}
    assert made - own <= {"buku.pdf", "buku.docx", "buku.xlsx"}
