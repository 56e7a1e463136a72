"""Room for signatures: its name in the book, its place on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.document import Document, Section
from sopgen.model.page import Pages, SignatureArea, TextPiece
from sopgen.parts.tanda_tangan import INK, Place, sign
from sopgen.typeset import typeset
from tests.diff.books import Ganti, write_office
from tests.parts.test_tanda_tangan import GAYA, LEMBAR, LURAH
from tests.test_last_year import printed

ONE: Ganti = (
    "buku.yaml",
    "lembar_pengesahan:\n  - {peran: Disusun oleh, pejabat: kasi}\n"
    "  - {peran: Disahkan oleh, pejabat: camat}\n",
    "",
)
TWICE: Ganti = (
    "buku.yaml",
    "Disusun oleh, pejabat: kasi",
    "Disusun oleh, pejabat: camat",
)
WHOLE: Ganti = ("buku.yaml", "jenis: petikan", "jenis: salinan")
OF_DECREES = [
    "kata-pengantar",
    "keputusan-sk-1",
    "lampiran-sk-1",
    "lampiran-sk-1_2",
    "keputusan-sk-2",
]
OF_SOP = ["sop-surat", "sop-cuti", "sop-arsip-aktif"]
BOTH = ["lembar-pengesahan_kasi", "lembar-pengesahan_camat"]
COPY = ["salinan-sk-1", "salinan-sk-1_lampiran", "salinan-sk-1_lampiran_2"]


def areas(pages: Pages) -> list[SignatureArea]:
    return [
        i for page in pages.pages for i in page.body if isinstance(i, SignatureArea)
    ]


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ((), [*BOTH, *OF_DECREES, *OF_SOP, "petikan-sk-1"]),
        ((WHOLE,), [*BOTH, *OF_DECREES, *OF_SOP, *COPY]),
        ((ONE,), ["lembar-pengesahan", *OF_DECREES, *OF_SOP, "petikan-sk-1"]),
        (
            (TWICE,),
            [
                "lembar-pengesahan_camat",
                "lembar-pengesahan_camat_2",
                *OF_DECREES,
                *OF_SOP,
                "petikan-sk-1",
            ],
        ),
    ],
    ids=["petikan", "salinan", "satu-pengesah", "pengesah-yang-sama"],
)
def test_each_signer_has_a_room_of_his_own_name(
    tmp_path: Path, change: tuple[Ganti, ...], names: list[str]
) -> None:
    pages = typeset(printed(write_office(tmp_path / "uji", *change)))
    assert [one.name for one in areas(pages)] == names


def test_it_lies_between_jabatan_and_name() -> None:
    block = sign(LURAH, GAYA, Place(80, 5), "sop-uji")
    section = Section(BagianId("uji"), LEMBAR, (block,))
    pages = typeset(Document("", "", "", (section,)))
    (area,) = areas(pages)
    items = pages.pages[0].items
    at = {one.text: one.y for one in items if isinstance(one, TextPiece)}
    left, right = LEMBAR.margins.left + 80, LEMBAR.width - LEMBAR.margins.right - 5
    assert (area.box.x, area.box.x1, area.box.h) == (left, right, INK)
    assert at["KEPALA SEKSI SOSIAL,"] < area.box.y < area.box.y1 < at[LURAH.nama]
