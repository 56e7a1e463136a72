"""Rules about SOP that call each other: circles, drafts, what is related."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.lint import lint
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.perbaikan import mend
from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.suntingan import save
from tests.jaringan import write_jaringan

Change = tuple[str, str, str]
TAMU, IZIN, ADUAN, ARSIP = (f"sop/{n}.yaml" for n in ("tamu", "izin", "aduan", "arsip"))
BACK: Change = (TAMU, "pelaksana: Petugas,", "pelaksana: Petugas, simbol: subproses, "
                "sop: izin,")  # fmt: skip
ON: Change = (ARSIP, "simbol: selesai", "ke: {sop: aduan}")
PLAIN: Change = (ADUAN, "simbol: subproses, sop: arsip", "simbol: dokumen")
RELATED = (
    "keterkaitan: [SOP Penerimaan Tamu Dinas, Penanganan Aduan Warga,\n"
    "  SOP Penyimpanan Arsip Inaktif]\n"
)


def told(folder: Path, *changes: Change) -> list[Diagnostic]:
    """Return what rules about calls find in the office with some changes."""
    reading = read_buku(write_jaringan(folder, *changes))
    assert reading.buku is not None
    assert reading.findings == ()
    return [f for f in lint(reading.buku) if f.code in ("SOP326", "SOP327", "SOP328")]


def test_nothing_is_told_of_calls_that_end_and_are_related(tmp_path: Path) -> None:
    assert told(tmp_path / "uji") == []


@pytest.mark.parametrize(
    ("changes", "severity", "way"),
    [
        ((BACK,), Severity.ERROR, "SOP 01 → SOP 02 → SOP 01"),
        ((ON, PLAIN), Severity.WARNING, "SOP 03 → SOP 04 → SOP 03"),
        (
            ((ARSIP, "pelaksana: Arsiparis,", "pelaksana: Arsiparis, simbol: subproses,"
              " sop: izin,"),),
            Severity.ERROR,
            "SOP 03 → SOP 04 → SOP 02 → SOP 03",
        ),
    ],
    ids=["a call waits for the other", "the flow is only handed on", "of three"],
)  # fmt: skip
def test_a_circle_is_told_once(
    changes: tuple[Change, ...], severity: Severity, way: str, tmp_path: Path
) -> None:
    (one,) = [f for f in told(tmp_path / "uji", *changes) if f.code == "SOP326"]
    assert one.severity is severity
    assert one.message.endswith(way)
    assert len(one.juga) == way.count("→") - 1


def test_two_circles_are_told_each_by_itself(tmp_path: Path) -> None:
    alone: Change = (ADUAN, "sop: tamu", "sop: arsip")
    apart: Change = (IZIN, "{sop: aduan}", "{sop: tamu}")
    away: Change = (IZIN, "{sop: arsip}", "{sop: tamu}")
    found = told(tmp_path / "uji", BACK, ON, alone, apart, away)
    ways = [f.message.rpartition(": ")[2] for f in found if f.code == "SOP326"]
    assert sorted(ways) == ["SOP 01 → SOP 02 → SOP 01", "SOP 03 → SOP 04 → SOP 03"]


def test_a_draft_is_told_to_those_in_force_that_call_it(tmp_path: Path) -> None:
    draft: Change = (TAMU, "pelaksana: [Tamu", "status: draf\npelaksana: [Tamu")
    found = told(tmp_path / "uji", draft)
    assert [Path(f.span.source.path).stem for f in found] == ["aduan", "izin"]
    assert all(f.code == "SOP327" and f.forbids_final for f in found)
    assert all("SOP 01" in f.message for f in found)
    also: Change = (IZIN, "pelaksana: [Pemohon", "status: draf\npelaksana: [Pemohon")
    (one,) = told(tmp_path / "dua", draft, also)
    assert Path(one.span.source.path).stem == "aduan"


def test_a_final_build_refuses_a_called_draft(tmp_path: Path) -> None:
    draft: Change = (TAMU, "pelaksana: [Tamu", "status: draf\npelaksana: [Tamu")
    folder = write_jaringan(tmp_path / "uji", draft)
    made = build(Wish(folder, tmp_path / "hasil", final=True), lambda *_: None)
    assert made.files == ()
    errors = {f.code for f in made.findings if f.severity is Severity.ERROR}
    assert {"SOP327", "SOP711"} <= errors


#: What the SOP izin says of its keterkaitan, and what it says when it is mended.
KETERKAITAN = {
    "nothing": ("", ["SOP Penerimaan Tamu Dinas", "SOP Penanganan Aduan Warga",
                     "SOP Penyimpanan Arsip Inaktif"]),
    "an empty list": ("keterkaitan: []\n", ["SOP Penerimaan Tamu Dinas",
                      "SOP Penanganan Aduan Warga", "SOP Penyimpanan Arsip Inaktif"]),
    "none": ("keterkaitan: [Tidak ada]\n", ["SOP Penerimaan Tamu Dinas",
             "SOP Penanganan Aduan Warga", "SOP Penyimpanan Arsip Inaktif"]),
    "one of them": ("keterkaitan: [SOP Penanganan Aduan Warga]\n",
                    ["SOP Penanganan Aduan Warga", "SOP Penerimaan Tamu Dinas",
                     "SOP Penyimpanan Arsip Inaktif"]),
    "without the word": ("keterkaitan:\n  - Penyimpanan Arsip Inaktif\n",
                         ["Penyimpanan Arsip Inaktif", "Penerimaan Tamu Dinas",
                          "Penanganan Aduan Warga"]),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("what", KETERKAITAN)
def test_what_is_called_is_offered_as_related_and_added(
    what: str, tmp_path: Path
) -> None:
    written, mended = KETERKAITAN[what]
    folder = write_jaringan(tmp_path / "uji", (IZIN, RELATED, written))
    assert _mended(folder) == mended


@pytest.mark.slow
@pytest.mark.parametrize("what", KETERKAITAN)
def test_in_a_workbook_it_is_added_too(what: str, tmp_path: Path) -> None:
    written, mended = KETERKAITAN[what]
    folder = write_jaringan(tmp_path / "uji", (IZIN, RELATED, written))
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    assert _mended(file) == mended


def _mended(place: Path) -> list[str]:
    """Return the keterkaitan of izin after what is certain was mended."""
    made = mend(place, lambda code: code == "SOP328")
    assert [d.kode for d in made.diperbaiki if not d.ditolak] == ["SOP328"]
    assert made.sisa == ()
    if place.is_dir():
        assert save(made.disunting) is None
    else:
        place.write_bytes(made.buku_kerja)
    buku = read_buku(place).buku
    assert buku is not None
    return list(buku.sop[1].identitas.keterkaitan)


#: How izin names a SOP by its number or its name, and what is written then.
MEANT = {
    "a number": ("sop: tamu", "sop: 1", "sop: tamu"),
    "a name": ("sop: tamu", "sop: Penerimaan Tamu Dinas", "sop: tamu"),
    "an end": ("{sop: arsip}", "{sop: SOP 04}", "{sop: arsip}"),
    "an exit": ("{sop: aduan}", "{sop: 3}", "{sop: aduan}"),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", MEANT)
def test_a_sop_that_is_named_otherwise_is_written_by_its_code(
    what: str, tmp_path: Path
) -> None:
    old, new, mended = MEANT[what]
    folder = write_jaringan(tmp_path / "uji", (IZIN, old, new))
    made = mend(folder, lambda code: code == "SOP322")
    assert save(made.disunting) is None
    text = (folder / IZIN).read_text(encoding="utf-8")
    assert text == (write_jaringan(tmp_path / "asli") / IZIN).read_text(
        encoding="utf-8"
    )
    assert mended in text


@pytest.mark.slow
def test_in_a_workbook_the_code_is_written_into_the_same_cell(tmp_path: Path) -> None:
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(write_jaringan(tmp_path / "uji")).workbook)
    work = load_workbook(file)
    cells = [c for row in work["02 izin"].rows for c in row]
    for old, new in (("SOP: arsip", "SOP: 4"), ("SOP: aduan", "SOP 03"), ("tamu", "1")):
        (cell,) = [c for c in cells if c.value == old]
        cell.value = new
    work.save(file)
    made = mend(file, lambda code: code == "SOP322")
    assert len([d for d in made.diperbaiki if not d.ditolak]) == 3
    file.write_bytes(made.buku_kerja)
    values = [c.value for row in load_workbook(file)["02 izin"].rows for c in row]
    assert {"SOP: arsip", "SOP: aduan", "tamu"} <= set(values)
