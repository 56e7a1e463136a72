"""The box is as large as it is wanted, its type as large as it allows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.kotak_tte import BROKEN, QR_LEAST, SIZES, fits, sign_box
from sopgen.model.diagnostic import Source, Span
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.kotak import LEADING, TAG
from sopgen.model.pejabat import Kapasitas, Pejabat
from sopgen.model.tte import Tte
from sopgen.render.qr import QUIET, qr_of
from sopgen.typeface import face_name, read_face

SPAN = Span(Source("uji"))
CAMAT = Pejabat(
    "camat", "Camat Uji", Kapasitas.DEFINITIF, "Drs. SUTARNO WIDODO, M.Si", "Pembina",
    "19700312 199503 1 002", SPAN,
)  # fmt: skip
LONG = Pejabat(
    "sek", "Sekretaris", Kapasitas.AN, "Dra. Hj. SITI NURHALIZAH KUSUMANINGRUM, M.Hum",
    "Penata Tk. I", "19700312 199503 1 002", SPAN, atas_nama="Camat Wonosari Hulu",
)  # fmt: skip
ALAMAT = "https://tte.uji.go.id/periksa?dokumen=sop-surat&tahun=2025"


@pytest.mark.parametrize("who", [CAMAT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("alamat", ["", ALAMAT], ids=["bare", "qr"])
@pytest.mark.parametrize("size", [(160, 70), (200, 80), (70, 70), (55, 55), (300, 120)])
def test_all_that_stands_in_the_box_is_within_it(
    who: Pejabat, alamat: str, size: tuple[int, int]
) -> None:
    tte = Tte(lebar=size[0], tinggi=size[1])
    box = sign_box(who, tte, alamat, "uji")
    assert box.width >= size[0] * MM_PER_PT - 1e-6
    assert box.height >= size[1] * MM_PER_PT - 1e-6
    count = sum(len(one.lines) for one in box.texts)
    assert count * box.size_pt * LEADING * MM_PER_PT <= box.height
    assert box.size_pt in (*SIZES, *BROKEN)
    for one in box.texts:
        face = read_face(face_name("arial", bold=one.bold))
        for line in one.lines:
            end = box.text_at + face.width(line, box.size_pt)
            assert end <= box.width - TAG + 1e-6
    if alamat:
        assert box.qr >= QR_LEAST
        assert box.qr_box().y >= 0


def test_the_usual_box_holds_an_ordinary_name_in_one_line() -> None:
    box = sign_box(CAMAT, Tte(), ALAMAT, "uji")
    assert fits(box, Tte())
    assert (CAMAT.nama,) in [one.lines for one in box.texts]


def test_a_box_without_room_grows() -> None:
    tte = Tte(lebar=55, tinggi=55)
    assert not fits(sign_box(CAMAT, tte, ALAMAT, "uji"), tte)


@pytest.mark.parametrize("nama", ["A" * 5000, "BUDI " * 2000])
def test_a_name_without_end_leaves_the_box_on_its_page(nama: str) -> None:
    tte = Tte(lebar=450, tinggi=300)
    for size in (tte, Tte()):
        box = sign_box(replace(CAMAT, nama=nama), size, ALAMAT, "uji")
        assert box.width < 160
        assert box.height <= 121
        assert sum(len(t.lines) for t in box.texts) * box.pitch <= box.height


def test_an_address_too_long_for_a_camera_is_not_drawn() -> None:
    assert sign_box(CAMAT, Tte(), f"https://uji.go.id/{'a' * 3000}", "uji").qr == 0


def test_who_signs_for_another_names_him_first() -> None:
    words = [one.whole for one in sign_box(LONG, Tte(), "", "uji").texts]
    assert words[1:3] == ["a.n. CAMAT WONOSARI HULU", "SEKRETARIS,"]


def test_a_qr_is_few_rectangles_within_its_quiet_zone() -> None:
    qr = qr_of(ALAMAT)
    dark = sum(run.many for run in qr.runs)
    assert len(qr.runs) < dark / 1.5
    assert min(run.x for run in qr.runs) == min(run.y for run in qr.runs) == QUIET
    assert max(run.x + run.many for run in qr.runs) == qr.size - QUIET
