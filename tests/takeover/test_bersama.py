"""Our own charts with joint kegiatan, taken over again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.diagnostic import Severity
from sopgen.model.sop import Sop
from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.takeover.findings import PERIKSA
from tests.spec.bersama import write_bersama
from tests.takeover.own import SUFFIXES, again, rows_of, taken, through_libreoffice
from tests.takeover.shaken import shaken

pytestmark = pytest.mark.slow
both = pytest.mark.parametrize("suffix", SUFFIXES)
Made = dict[str, bytes]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bersama(tmp_path_factory.mktemp("bersama") / "uji")


@pytest.fixture(scope="module")
def made(office: Path) -> Made:
    """Return the files of the SOP by their suffixes."""
    wish = Wish(office, office.parent / "out", formats=SUFFIXES)
    files = build(wish, lambda *_: None).files
    own = (one for one in files if one.bagian == BagianId("sop", "tinjau"))
    return {one.path.suffix.lstrip("."): one.path.read_bytes() for one in own}


def said(sop: Sop) -> list[object]:
    """Return symbols and arrows by where they stand, with all who do them."""
    who = {
        k.id: (
            k.baris,
            k.simbol,
            k.teks,
            [sop.pelaksana[n].nama for n in k.semua_lajur],
        )
        for k in sop.langkah
    }
    arrows = [(who[a.dari], who[a.ke], a.label, a.jenis.value) for a in sop.alur]
    return [sorted(who.values()), sorted(arrows)]


def sop_of(office: Path) -> Sop:
    buku = read_buku(office).buku
    assert buku is not None
    return buku.sop[0]


@both
def test_a_joint_kegiatan_comes_back(
    suffix: str, office: Path, made: Made, tmp_path: Path
) -> None:
    (back,) = again(made[suffix], tmp_path)
    assert said(back) == said(sop_of(office))
    assert rows_of(back) == rows_of(sop_of(office))


@both
def test_libreoffice_may_have_saved_it(
    suffix: str, office: Path, made: Made, tmp_path: Path
) -> None:
    through_libreoffice({"tinjau": made[suffix]}, suffix, tmp_path)
    data = (tmp_path / "lo" / f"tinjau.{suffix}").read_bytes()
    (back,) = again(data, tmp_path / "balik")
    assert said(back) == said(sop_of(office))
    assert doubts(data) == []


@both
@pytest.mark.parametrize("seed", [0, 1, 9])
def test_ends_may_lie_three_millimetres_off(
    suffix: str, seed: int, office: Path, made: Made, tmp_path: Path
) -> None:
    (back,) = again(shaken(made[suffix], seed), tmp_path)
    assert said(back) == said(sop_of(office))


@both
def test_nothing_about_it_is_doubtful(suffix: str, made: Made) -> None:
    assert doubts(made[suffix]) == []
    assert all(f.severity is Severity.INFO for f in taken(made[suffix]).findings)


def doubts(data: bytes) -> list[str]:
    draft = taken(data).drafts[1]
    every = draft.remarks.items()
    return [text for trail, text in every if "kegiatan" in trail and PERIKSA in text]
