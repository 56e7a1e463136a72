"""Rules that compare SOP, decrees and chapters with each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sopgen.lint import lint
from sopgen.lint.temuan import runs
from sopgen.model.buku import Bagian, Buku, Naskah
from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.model.sop import MutuBaku, Sop
from sopgen.spec import read_buku
from tests.spec.kantor import write_kantor, write_lambang

Change = Callable[[Buku], Buku]


@pytest.fixture
def buku(tmp_path: Path) -> Buku:
    """Return the book of the small office."""
    made = read_buku(write_lambang(write_kantor(tmp_path))).buku
    assert made is not None
    return made


def second(nomor_sop: str = "000.8.3.3/SOP.02/406.99/2025", **changes: Any) -> Change:
    """Add a SOP whose identity differs from the first one's but for some fields."""

    def change(buku: Buku) -> Buku:
        first = buku.sop[0]
        other = replace(
            first.identitas,
            peralatan=("Lemari arsip",),
            peringatan=("Apabila hilang, maka surat tidak terlacak.",),
            pencatatan=("Buku ekspedisi",),
        )
        other = replace(other, judul="Arsip", **changes)
        sop = replace(first, id="dua", nomor=2, identitas=other, nomor_sop=nomor_sop)
        sop = replace(sop, nama="Arsip", nama_pendek="Arsip", judul_sampul="Arsip")
        sop = replace(sop, judul_prosedur="PROSEDUR ARSIP")
        return replace(buku, sop=(first, sop))

    return change


def rows(waktu: str, count: int) -> Change:
    """Give the SOP so many kegiatan of the same waktu."""

    def change(buku: Buku) -> Buku:
        sop = buku.sop[0]
        made = tuple(
            replace(sop.kegiatan[0], nomor=str(n), mutu_baku=MutuBaku(waktu=waktu))
            for n in range(1, count + 1)
        )
        return replace(buku, sop=(replace(sop, kegiatan=made),))

    return change


def longer(buku: Buku) -> Buku:
    """Give both of two SOP the same long list of peralatan."""
    tools = ("Meja", "Kursi", "Komputer", "Pencetak")
    made: list[Sop] = []
    for sop in second()(buku).sop:
        made.append(replace(sop, identitas=replace(sop.identitas, peralatan=tools)))
    return replace(buku, sop=tuple(made))


def recorded(pencatatan: str) -> Change:
    """Give both of two SOP the same pencatatan."""

    def change(buku: Buku) -> Buku:
        made = (
            replace(sop, identitas=replace(sop.identitas, pencatatan=(pencatatan,)))
            for sop in second()(buku).sop
        )
        return replace(buku, sop=tuple(made))

    return change


def twice(buku: Buku) -> Buku:
    """Issue the decree again under another number."""
    first = buku.keputusan[0]
    other = replace(first, id="sk-2", nomor="000.8.3.3/2/406.99/2025")
    return replace(buku, keputusan=(first, other))


def chapter(text: str) -> Change:
    """Give the office a chapter of its own."""

    def change(buku: Buku) -> Buku:
        span = Span(Source("uji/naskah/pendahuluan.md"), 1, 1)
        own = {"pendahuluan": Naskah("pendahuluan", Teks(text, span))}
        printed = Bagian("pendahuluan", "", "arab", "", span)
        susunan = (*buku.susunan[:-1], printed, buku.susunan[-1])
        return replace(buku, naskah=own, susunan=susunan)

    return change


PAN = "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang SOP"
CASES: tuple[tuple[str, Change, list[str]], ...] = (
    ("two SOP", second(), []),
    ("number not padded", second("000.8.3.3/SOP.2/406.99/2025"), ["SOP125"]),
    ("short lists alike", second(peralatan=("Buku agenda",)), []),
    ("long lists alike", longer, ["SOP118"]),
    (
        "warnings alike",
        second(peringatan=("Apabila terlambat", "maka surat tidak tertangani.")),
        ["SOP119"],
    ),
    ("a register of two", second(pencatatan=("Buku agenda surat",)), []),
    (
        "a register of another",
        second(pencatatan=("Buku agenda surat masuk",)),
        ["SOP154"],
    ),
    ("no register", recorded("Dicatat secara elektronik"), ["SOP120"]),
    ("a register of a unit", recorded("Buku agenda pelayanan"), []),
    ("a minute each", rows("1 menit", 4), ["SOP403"]),
    ("a minute for few", rows("1 menit", 3), []),
    ("two minutes each", rows("2 menit", 9), []),
    ("decree twice", twice, ["SOP759", "SOP736"]),
    ("base of a chapter only", chapter(f"Menurut {PAN}."), ["SOP611"]),
    ("year in a chapter", chapter("Disusun\ntahun 2020."), ["SOP730"]),
    ("pandemic in a chapter", chapter("Era Tatanan Normal Baru"), ["SOP732"]),
    ("another kecamatan", chapter("Kecamatan Panggul"), ["SOP734"]),
    ("a word that is a name", chapter("sebuah karangan"), []),
    ("a hole", chapter("perlu adanya\ndalam pelayanan"), ["SOP744"]),
)


@pytest.mark.parametrize("case", CASES, ids=[name for name, _, _ in CASES])
def test_what_does_not_fit_together_is_told(
    case: tuple[str, Change, list[str]], buku: Buku
) -> None:
    _, change, codes = case
    assert [f.code for f in lint(change(buku))] == codes


def test_the_pandemic_may_be_spoken_of_while_it_lasted(buku: Buku) -> None:
    during = replace(chapter("pandemi")(buku), tahun=2021)
    assert "SOP732" not in {f.code for f in lint(during)}


def test_a_finding_in_a_chapter_names_its_line(buku: Buku) -> None:
    (found,) = lint(chapter("Satu\n\ndua tahun 2020\ntiga Tahun 2020")(buku))
    assert found.span.line == 3
    assert "`tahun 2020`" in found.message
    assert "baris 3, baris 4" in found.message


def test_the_same_offence_is_told_once_with_its_other_places(buku: Buku) -> None:
    decree = buku.keputusan[0]
    bare = replace(decree, diktum=(Teks("Standar", Span(Source("a.yaml"), 5, 1)),))
    other = replace(bare, id="b", diktum=(Teks("Standar", Span(Source("a.yaml"), 9)),))
    found = [
        f for f in lint(replace(buku, keputusan=(bare, other))) if f.code == "SOP739"
    ]
    assert [(f.span.line, f.message.partition("; ")[2]) for f in found] == [
        (5, "juga baris 9")
    ]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([1], "1"), ([1, 2, 3], "1–3"), ([3, 1, 7, 2], "1–3, 7"), ([], "")],
)
def test_runs_of_numbers_are_drawn_together(numbers: list[int], text: str) -> None:
    assert runs(numbers) == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["(" * 300_000, "(Lembaran " * 50_000, "\n" * 300_000, "diubah dengan " * 50_000,
     "Undang-Undang Nomor 1 Tahun 2001 " * 3_000, "a" * 500_000, "tahun 2020 " * 9_000,
     "telah tersusun " * 50_000, "Kecamatan Panggul " * 20_000],
    ids=["brackets", "gazettes", "lines", "changes", "laws", "letters", "years",
         "holes", "regions"],
)  # fmt: skip
def test_no_text_of_a_stranger_takes_long(text: str, buku: Buku) -> None:
    lint(chapter(text)(buku))
    decree = buku.keputusan[0]
    own = replace(decree, diktum=(Teks(text, decree.span),))
    lint(replace(buku, keputusan=(own,)))
