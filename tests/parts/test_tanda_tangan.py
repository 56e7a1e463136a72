"""The signature block: its lines by capacity, its room for a stamp, where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.diagnostic import Source, Span
from sopgen.model.document import (
    Document,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Style,
)
from sopgen.model.jabatan_tercetak import jabatan
from sopgen.model.page import TextPiece
from sopgen.model.pejabat import Kapasitas, Pejabat
from sopgen.parts.tanda_tangan import HANG, Place, sign, sign_copy, signature
from sopgen.typeset import typeset

GAYA = Style("Uji", size_pt=12, leading=1.25)
LURAH = Pejabat(
    "ani", "Kepala Seksi Sosial", Kapasitas.DEFINITIF, "ANI LESTARI, S.Sos", "Penata",
    "19800101 200501 2 003", Span(Source("uji")), "Camat Rawa Indah",
    "Sekretaris Camat",
)  # fmt: skip
LEMBAR = Sheet(215, 120, Margins(10, 10, 10, 10))


@pytest.mark.parametrize(
    ("kapasitas", "lines"),
    [
        (Kapasitas.DEFINITIF, ["KEPALA SEKSI SOSIAL,"]),
        (Kapasitas.PLT, ["Plt. KEPALA SEKSI SOSIAL,"]),
        (Kapasitas.PLH, ["Plh. KEPALA SEKSI SOSIAL,"]),
        (Kapasitas.PJ, ["Pj. KEPALA SEKSI SOSIAL,"]),
        (Kapasitas.AN, ["a.n. CAMAT RAWA INDAH", "KEPALA SEKSI SOSIAL,"]),
        (
            Kapasitas.UB,
            [
                "a.n. CAMAT RAWA INDAH",
                "Sekretaris Camat,",
                "u.b.",
                "Kepala Seksi Sosial,",
            ],
        ),
    ],
)
def test_each_capacity_has_its_lines(kapasitas: Kapasitas, lines: list[str]) -> None:
    made = jabatan(replace(LURAH, kapasitas=kapasitas))
    assert [one.whole for one in made] == lines


def test_a_penjabat_keeps_the_small_letter_of_the_short_form() -> None:
    made = jabatan(replace(LURAH, jabatan="Pj. Camat Rawa Indah"))
    assert [one.whole for one in made] == ["Pj. CAMAT RAWA INDAH,"]


def pieces(*blocks: object) -> list[list[TextPiece]]:
    """Return the words of each page of blocks."""
    section = Section(BagianId("uji"), LEMBAR, blocks)  # type: ignore[arg-type]
    made = typeset(Document("", "", "", (section,)))
    return [
        [one for one in page.items if isinstance(one, TextPiece)] for page in made.pages
    ]


def test_marks_hang_so_that_titles_and_name_stand_below_each_other() -> None:
    who = replace(LURAH, kapasitas=Kapasitas.UB)
    (page,) = pieces(*signature(who, GAYA, Place(80), "uji"))
    at = {one.text: round(one.x, 2) for one in page}
    left = LEMBAR.margins.left
    assert at["a.n."] == at["u.b."] == left + 80 - HANG
    titles = ("CAMAT RAWA INDAH", "Sekretaris Camat,", "Kepala Seksi Sosial,")
    assert {at[one] for one in (*titles, LURAH.nama)} == {left + 80}


def test_a_stamp_of_22_mm_fits_between_jabatan_and_name() -> None:
    (page,) = pieces(*signature(LURAH, GAYA, Place(80), "uji"))
    at = {one.text: one.y for one in page}
    ascent = GAYA.size_pt * 0.3528
    assert at[LURAH.nama] - ascent - at["KEPALA SEKSI SOSIAL,"] >= 22


def test_a_copy_says_ttd_where_the_original_is_signed() -> None:
    (page,) = pieces(sign_copy(LURAH, GAYA, Place(80)))
    words = [one.text for one in page]
    assert words[:3] == ["KEPALA SEKSI SOSIAL,", "ttd.", LURAH.nama]


@pytest.mark.parametrize("lines", range(6, 22))
def test_it_keeps_two_lines_of_the_text_on_its_page(lines: int) -> None:
    text = [Paragraph((Run(f"Baris {n}."),), GAYA) for n in range(lines)]
    *_, last = pieces(*text, sign(LURAH, GAYA, Place(80), "uji"))
    words = [one.text for one in last]
    assert LURAH.nama in words
    assert sum(word.startswith("Baris") for word in words) >= 2
