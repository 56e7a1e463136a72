"""What sopgen built of SOP that call each other, taken over again, calls the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku
from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.takeover.panggilan import Panggilan
from tests.jaringan import write_jaringan
from tests.takeover.own import SUFFIXES, again, graph_of, taken, through_libreoffice

pytestmark = pytest.mark.slow
FIVE = ("buku.yaml", "tahun: 2026\n", "tahun: 2026\nprofil_simbol: permenpan5\n")
#: More arrows at a box than it has sides: it has an outline of its own then.
MANY = (
    ("sop/izin.yaml", "pelaksana: Camat, waktu", "pelaksana: Camat, ke: [2, 5], waktu"),
    ("sop/izin.yaml", "ke: {sop: arsip}", "ke: [2, {sop: arsip}]"),
)
CASES = {"as it is": (), "the five symbols": (FIVE,), "many arrows": MANY}


def built(folder: Path, suffix: str, changes: tuple[tuple[str, str, str], ...]) -> Path:
    office = write_jaringan(folder / "uji", *changes)
    made = build(Wish(office, folder / "output", formats=(suffix,)), lambda *_: None)
    return next(one.path for one in made.files if one.bagian == BagianId("buku"))


def calls(buku: Buku) -> list[list[tuple[int, int, str]]]:
    """Return for each SOP its calls: row, column, the number of what is called."""
    nomor = {one.id: one.nomor for one in buku.sop}
    return [
        [(one.baris, one.lajur, str(nomor[one.sop])) for one in sop.langkah if one.sop]
        for sop in buku.sop
    ]


def back(data: bytes, folder: Path) -> Buku:
    again(data, folder)
    buku = read_buku(folder).buku
    assert buku is not None
    return buku


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("what", CASES)
def test_a_book_comes_back_with_its_calls(
    what: str, suffix: str, tmp_path: Path
) -> None:
    file = built(tmp_path, suffix, CASES[what])
    first, second = (
        read_buku(tmp_path / "uji").buku,
        back(file.read_bytes(), tmp_path / "b"),
    )
    assert first is not None
    assert calls(second) == calls(first)
    five = what == "the five symbols"
    for one, other in zip(first.sop, second.sop, strict=True):
        assert five or graph_of(other) == graph_of(one)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_libreoffice_may_have_saved_it(suffix: str, tmp_path: Path) -> None:
    file = built(tmp_path, suffix, ())
    through_libreoffice({"buku": file.read_bytes()}, suffix, tmp_path)
    saved = (tmp_path / "lo" / f"buku.{suffix}").read_bytes()
    first, second = read_buku(tmp_path / "uji").buku, back(saved, tmp_path / "b")
    assert first is not None
    assert calls(second) == calls(first)
    for one, other in zip(first.sop, second.sop, strict=True):
        assert graph_of(other) == graph_of(one)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_calls_a_sop_of_another_file_is_left_to_somebody(
    suffix: str, tmp_path: Path
) -> None:
    built(tmp_path, suffix, ())
    data = (tmp_path / f"output/uji/2026/sop/02-izin.{suffix}").read_bytes()
    (draft,) = [d for d in taken(data).drafts if d.name.startswith("sop/")]
    doubts = [text for text in draft.remarks.values() if "SOP lain" in text]
    assert len(doubts) == 3
    (sop,) = again(data, tmp_path / "b")
    assert [one.teks for one in sop.langkah if "SOP" in one.teks] == [
        "SOP 01", "SOP 03", "SOP 04",
    ]  # fmt: skip


OTHERS = Panggilan({1: "tamu", 12: "arsip"}, {"penerimaan-tamu": "tamu"})
TEXTS = {
    "SOP 01": ("tamu", ""), "SOP 1": ("tamu", ""), "sop 12": ("arsip", ""),
    "SOP No. 12": ("arsip", ""), "SOP Nomor 1": ("tamu", ""),
    "Loket SOP 01": ("tamu", "Loket"), "SOP Penerimaan Tamu": ("tamu", ""),
    "ke SOP Penerimaan Tamu": ("tamu", ""),
}  # fmt: skip
NO_CALLS = (
    "SOP 3",
    "SOP",
    "Penerimaan Tamu",
    "A",
    "",
    "SOP Cuti",
    "BSOP 1",
    "SOP 012x",
)


def test_a_text_names_a_sop_by_number_or_name() -> None:
    for text, (sop, rest) in TEXTS.items():
        assert OTHERS.called(text) == (sop, rest), text
    for text in NO_CALLS:
        assert OTHERS.called(text) is None, text
