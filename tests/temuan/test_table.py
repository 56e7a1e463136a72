"""The table, the prose and the page of findings say the same as the program."""

from __future__ import annotations

import re
from functools import cache

import pytest

from docs.aturan import PAGE, page
from sopgen.cli.explain import section
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Severity, Source, Span
from sopgen.model.temuan import BARIS, PENSIUN, TABEL, Temuan
from sopgen.report import weight
from sopgen.temuan import Butir, Penjelasan, read_temuan
from tests.books import ROOT
from tests.temuan import sources

WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
#: The first words of what cannot be silenced, and of what only sometimes can.
NEVER, SOMETIMES = "Tidak dapat diabaikan", "Yang berupa kesalahan tidak dapat"
#: A regulation by its kind and number.
REGULATION = re.compile(
    r"(UU|PP|Perpres|Keppres|Permendagri|PermenPANRB|Perka BKN)"
    r"( Nomor)? \d+(/| Tahun )\d"
)
LONGEST, WIDEST = 25, 130

every = pytest.mark.parametrize(
    "one", read_temuan().values(), ids=lambda p: p.temuan.kode
)


@cache
def written() -> dict[str, list[str]]:
    """Return the lines of each section as they stand in its file, by its code."""
    made: dict[str, list[str]] = {}
    for file in (ROOT / "assets" / "temuan").glob("*.md"):
        for one in file.read_text(encoding="utf-8").split("\n## ")[1:]:
            made[one[:6]] = one.rstrip().splitlines()
    return made


@cache
def printed() -> dict[str, str]:
    """Return the sections of the page, each on one line, by their heads."""
    sections = PAGE.read_text(encoding="utf-8").split("\n### ")[1:]
    made = {one.partition("\n")[0]: " ".join(one.split()) for one in sections}
    assert len(made) == len(sections)
    return made


def test_every_code_of_the_program_stands_in_the_table_and_the_reverse() -> None:
    assert sources.told() == set(TABEL)


def test_numbers_and_names_are_unique_for_ever() -> None:
    assert len({one.kode for one in BARIS}) == len(BARIS)
    assert len({one.nama for one in BARIS}) == len(BARIS)
    assert not set(PENSIUN) & set(TABEL)
    assert not set(PENSIUN.values()) & {one.nama for one in BARIS}


def test_the_rows_stand_in_the_order_of_their_numbers_and_are_well_named() -> None:
    assert list(TABEL) == sorted(TABEL)
    for one in BARIS:
        assert re.fullmatch(r"SOP[1-9][0-9]{2}", one.kode)
        assert re.fullmatch(r"[a-z]+[0-9]*(_[a-z0-9]+)*", one.nama)


@pytest.mark.slow
def test_a_finding_is_made_at_one_place_that_asks_the_table_for_its_weight() -> None:
    makers = {
        file.relative_to(sources.PROGRAM).as_posix()
        for file in sources.PROGRAM.rglob("*.py")
        for call in sources.calls(file)
        if getattr(call.func, "id", "") == "Diagnostic"
    }
    assert makers == {"model/diagnose.py"}


@pytest.mark.slow
def test_no_finding_gets_another_weight_but_from_a_final_build() -> None:
    changed = {
        file.relative_to(sources.PROGRAM).as_posix()
        for file in sources.PROGRAM.rglob("*.py")
        for call in sources.calls(file)
        if "severity" in {keyword.arg for keyword in call.keywords}
    }
    assert changed == {"model/diagnostic.py"}


@pytest.mark.parametrize("row", BARIS, ids=lambda row: row.kode)
def test_a_finding_has_the_weight_of_its_row_or_the_lighter_one(row: Temuan) -> None:
    span = Span(Source("x"))
    assert diagnose(row.kode, "salah", span).severity is row.tingkat
    lighter = row.ringan.tingkat if row.ringan else row.tingkat
    assert diagnose_lightly(row.kode, "salah", span).severity is lighter


@pytest.mark.slow
def test_the_rows_with_two_weights_are_those_that_the_program_makes_lightly() -> None:
    both = {row.kode for row in BARIS if row.ringan}
    assert sources.made(lightly=True) == both
    assert both - sources.made(lightly=False) == set()


def test_a_lighter_weight_is_lighter_and_says_when() -> None:
    for row in BARIS:
        if row.ringan:
            assert WEIGHT[row.ringan.tingkat] < WEIGHT[row.tingkat]
            assert re.fullmatch(r"bila [^.]+[^. ]", row.ringan.bila)


@every
def test_both_weights_stand_on_the_page_and_are_explained(one: Penjelasan) -> None:
    own = printed()[f"{one.temuan.kode} {one.temuan.nama}"]
    head = next(section(one, 0))
    assert f"*{weight(one.temuan)}*" in own
    assert weight(one.temuan) in head
    if one.temuan.ringan:
        assert one.temuan.ringan.bila in head


@pytest.mark.parametrize(
    "one", [row for row in BARIS if row.uji], ids=lambda row: row.kode
)
def test_the_named_test_is_there_and_its_file_speaks_of_the_code(one: Temuan) -> None:
    file, _, name = one.uji.partition("::")
    assert name in sources.tests_of(file)
    assert one.kode in (ROOT / file).read_text(encoding="utf-8")


@every
def test_a_section_is_short(one: Penjelasan) -> None:
    fenced, outside = False, 0
    for line in written()[one.temuan.kode]:
        fenced ^= line.startswith("```")
        outside += not fenced and not line.startswith("```")
        assert len(line) <= WIDEST
    assert outside <= LONGEST
    for judul in ("Salah", "Benar"):
        shown = "".join(contoh.isi for contoh in one.butir[judul].contoh)
        assert shown.count("\n") <= 20


@every
def test_a_section_has_examples_unless_a_test_is_named(one: Penjelasan) -> None:
    for judul in ("Salah", "Benar"):
        assert bool(one.butir[judul].contoh) == (not one.temuan.uji)


@every
def test_a_source_is_a_regulation_or_ours(one: Penjelasan) -> None:
    words = one.butir["Sumber"].teks
    assert words.startswith("Kebiasaan sopgen") or REGULATION.search(words)


@every
def test_a_section_says_how_its_finding_is_silenced(one: Penjelasan) -> None:
    butir, temuan = one.butir["Bila memang benar"], one.temuan
    if not temuan.boleh_diabaikan:
        assert butir.teks.startswith(NEVER)
        assert not butir.contoh
        return
    assert butir.teks.startswith(SOMETIMES) == (temuan.tingkat is Severity.ERROR)
    assert _silenced(butir) == temuan.kode


def _silenced(butir: Butir) -> str:
    """Return the code that the only example silences, with all that it needs."""
    (contoh,) = butir.contoh
    made = re.fullmatch(
        r'abaikan:\n  - \{kode: (SOP\d{3}), alasan: "[^"]+", isi: "[^"]+"\}\n',
        contoh.isi,
    )
    return made[1] if made else ""


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "jalankan `make aturan`"


@every
def test_the_page_tells_what_the_table_and_the_prose_tell(one: Penjelasan) -> None:
    own = printed()[f"{one.temuan.kode} {one.temuan.nama}"]
    for judul, butir in one.butir.items():
        for words in (f"**{judul}**", butir.teks, *(c.isi for c in butir.contoh)):
            assert " ".join(words.split()) in own


def test_the_page_has_a_section_and_a_line_for_each_code() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert list(printed()) == [f"{one.kode} {one.nama}" for one in TABEL.values()]
    for one in TABEL.values():
        link = f"[{one.kode}](#{one.kode.casefold()}-{one.nama})"
        assert f"| {link} | {one.nama} | " in text
