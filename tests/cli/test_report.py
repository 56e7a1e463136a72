"""Findings as text, short lines and data."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.diagnostic import (
    Diagnostic,
    Severity,
    Source,
    Span,
    for_final,
    in_order,
)
from sopgen.report import WINDOW, excerpt, short, summary, text


def finding(line: str, column: int, number: int = 1) -> Diagnostic:
    source = Source("specs/izin/sop/03.yaml", ("",) * (number - 1) + (line,))
    return Diagnostic(
        "SOP201",
        Severity.ERROR,
        "pelaksana `Verifikatur` tidak terdaftar",
        Span(source, number, column, 11),
        "mungkin maksudnya `Verifikator`",
    )


def test_a_finding_is_printed_as_the_house_wants_it() -> None:
    assert text(finding("    pelaksana: Verifikatur", 16, 41)) == (
        "specs/izin/sop/03.yaml:41:16: kesalahan[SOP201]: "
        "pelaksana `Verifikatur` tidak terdaftar\n"
        "41 |     pelaksana: Verifikatur\n"
        "   |                ^\n"
        "   = saran: mungkin maksudnya `Verifikator`"
    )


def test_what_forbids_a_final_book_says_so_while_it_is_a_warning() -> None:
    warned = replace(
        finding("x", 1), severity=Severity.WARNING, saran="", forbids_final=True
    )
    assert text(warned).splitlines()[-1] == (
        "  = final: dengan --final menjadi kesalahan"
    )
    (final,) = for_final([warned])
    assert final.severity is Severity.ERROR
    assert "--final" not in text(final)


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 150 + "Y" + "x" * 150
    piece, at = excerpt(finding(line, 151).span)
    assert len(piece) == WINDOW
    assert piece[at] == "Y"
    assert piece[0] == piece[-1] == "…"


def test_a_caret_past_the_end_of_its_line_stays_beside_it() -> None:
    assert excerpt(finding("abc", 99).span) == ("abc", 3)


def test_a_tab_takes_one_place_and_escapes_reach_no_terminal() -> None:
    assert excerpt(finding("\ta\x1b[31m", 2).span) == (" a·[31m", 1)
    assert "\x1b" not in short(finding("", 1)).replace("`", "\x60")


def test_a_file_as_a_whole_has_no_excerpt() -> None:
    whole = Diagnostic("SOP901", Severity.ERROR, "tidak ada", Span(Source("a.yaml")))
    assert text(whole) == "a.yaml: kesalahan[SOP901]: tidak ada"


def test_data_has_everything() -> None:
    assert finding("x", 1).as_data() == {
        "kode": "SOP201", "tingkat": "error", "berkas": "specs/izin/sop/03.yaml",
        "baris": 1, "kolom": 1, "sel": "", "tempat": "specs/izin/sop/03.yaml:1:1",
        "pesan": "pelaksana `Verifikatur` tidak terdaftar",
        "saran": "mungkin maksudnya `Verifikator`", "tempat_lain": [],
        "perbaikan": False,
    }  # fmt: skip


def test_other_places_are_data_of_the_same_form_as_the_first() -> None:
    one = finding("x", 1)
    cell = Span(Source("uji.xlsx"), cell="SOP 1!B7")
    data = replace(one, juga=(cell, replace(one.span, column=4))).as_data()
    assert data["tempat_lain"] == [
        {"berkas": "uji.xlsx", "baris": 0, "kolom": 0, "sel": "SOP 1!B7",
         "tempat": "uji.xlsx:SOP 1!B7"},
        {"berkas": "specs/izin/sop/03.yaml", "baris": 1, "kolom": 4, "sel": "",
         "tempat": "specs/izin/sop/03.yaml:1:4"},
    ]  # fmt: skip
    assert list(data)[:9] == [
        "kode", "tingkat", "berkas", "baris", "kolom", "sel", "tempat", "pesan", "saran"
    ]  # fmt: skip


def test_the_summary_counts_by_severity() -> None:
    one = finding("x", 1)
    info = Diagnostic("SOP208", Severity.INFO, "a", one.span)
    assert summary([one, info, info]) == "1 kesalahan, 2 catatan"
    assert summary([]) == "tidak ada temuan"


def test_findings_are_ordered_by_file_and_place_and_told_once() -> None:
    low, high = finding("x", 9), finding("x", 2)
    book = Diagnostic("SOP101", Severity.ERROR, "b", Span(Source("specs/b.yaml"), 7, 1))
    assert in_order([low, high, book, low]) == (book, high, low)
