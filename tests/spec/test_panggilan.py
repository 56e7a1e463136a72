"""A step that is another SOP, an end that leads on into one: read and told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.kosakata import BUKU_KERJA, YAML
from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.sop import Langkah, Sop
from sopgen.spec import read_buku
from sopgen.spec.check import validate
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.spec.findings import Findings
from sopgen.spec.parse import open_files
from sopgen.spec.schema import SopYaml
from tests.jaringan import write_jaringan

Change = tuple[str, str, str]
BUKU, IZIN, ADUAN = "buku.yaml", "sop/izin.yaml", "sop/aduan.yaml"


def book(folder: Path, *changes: Change) -> Buku:
    reading = read_buku(write_jaringan(folder, *changes))
    assert reading.findings == ()
    assert reading.buku is not None
    return reading.buku


def sop_of(buku: Buku, id_: str) -> Sop:
    return next(one for one in buku.sop if one.id == id_)


def called(sop: Sop) -> list[tuple[int, str, str, str]]:
    """Return the symbols that name a SOP: row, symbol, the SOP, what is written."""
    return [
        (one.baris + 1, one.simbol, one.sop, one.tulisan)
        for one in sop.langkah
        if one.sop
    ]


def leading(sop: Sop, nomor: str) -> list[tuple[str, str]]:
    """Return the exits of a kegiatan: label, and the number or SOP they lead to."""
    by_id = {one.id: one for one in sop.langkah}

    def shown(one: Langkah) -> str:
        return one.sebutan if one.beralih else sop.kegiatan[one.baris].nomor

    return [(a.label, shown(by_id[a.ke])) for a in sop.alur if a.dari == nomor]


def test_a_step_names_the_sop_that_it_is_by_its_printed_number(tmp_path: Path) -> None:
    buku = book(tmp_path / "uji")
    assert called(sop_of(buku, "izin")) == [
        (2, "subproses", "tamu", "SOP 01"),
        (3, "penghubung", "aduan", "SOP 03"),
        (5, "penghubung", "arsip", "SOP 04"),
    ]
    assert called(sop_of(buku, "aduan")) == [
        (2, "subproses", "tamu", "Loket SOP 01"),
        (3, "penghubung", "arsip", "SOP 04"),
        (5, "penghubung", "arsip", "SOP 04"),
        (5, "subproses", "arsip", "SOP 04"),
    ]


def test_an_arrow_leads_on_into_a_sop_at_an_end_an_exit_and_beside_others(
    tmp_path: Path,
) -> None:
    buku = book(tmp_path / "uji")
    izin, aduan = sop_of(buku, "izin"), sop_of(buku, "aduan")
    assert leading(izin, "3") == [("Lengkap", "4"), ("Ada keberatan", "SOP 03")]
    assert leading(izin, "5") == [("", "SOP 04")]
    assert leading(aduan, "5") == [("", "6"), ("", "SOP 04"), ("", "5")]
    lanes = {one.id: one.lajur for one in izin.langkah}
    for end in (one for one in izin.langkah if one.beralih):
        (alur,) = [a for a in izin.alur if a.ke == end.id]
        assert lanes[alur.dari] == end.lajur, "it stands in the column of its source"


@pytest.mark.parametrize(
    ("pola", "nomor", "sebutan"),
    [
        ("{nomor:02}", "", "SOP 01"),
        ("{nomor:03}/{tahun}", "", "SOP 001"),
        ("{nomor}/{tahun}", "", "SOP 1"),
        ("{nomor:02}", ", nomor: 7", "SOP 07"),
        ("{nomor}", ", nomor: 112", "SOP 112"),
    ],
)
def test_the_number_is_that_of_the_list_in_the_pattern_of_the_book(
    pola: str, nomor: str, sebutan: str, tmp_path: Path
) -> None:
    buku = book(
        tmp_path / "uji",
        (BUKU, "000.8.3.3/SOP.{nomor:02}/{kode_unit}/{tahun}", f'"{pola}"'),
        (BUKU, "Tamu Dinas", f"Tamu Dinas{nomor}"),
    )
    assert called(sop_of(buku, "izin"))[0][3] == sebutan


def test_the_five_symbols_of_the_regulation_draw_a_plain_box(tmp_path: Path) -> None:
    plain = (BUKU, "tahun: 2026\n", "tahun: 2026\nprofil_simbol: permenpan5\n")
    assert [
        one[1] for one in called(sop_of(book(tmp_path / "uji", plain), "izin"))
    ] == [
        "proses",
        "penghubung",
        "penghubung",
    ]


def test_a_code_may_be_written_in_words(tmp_path: Path) -> None:
    changes = (
        (BUKU, "id: tamu", "id: tamu-dinas"),
        (IZIN, "sop: tamu", "sop: Tamu Dinas"),
    )
    folder = write_jaringan(
        tmp_path / "uji", *changes, (ADUAN, "sop: tamu", "sop: tamu-dinas")
    )
    (folder / "sop/tamu.yaml").rename(folder / "sop/tamu-dinas.yaml")
    reading = read_buku(folder)
    assert reading.findings == ()
    assert reading.buku is not None
    assert called(sop_of(reading.buku, "izin"))[0][2] == "tamu-dinas"


NAMELESS = "{sop: surat-masuk}"
#: What is wrong in the SOP izin · old · new · code · what the caret stands on · saran
WRONG: dict[str, tuple[str, str, str, str, str]] = {
    "a slip": ("sop: tamu", "sop: tamuu", "SOP322", "tamuu", "`tamu`"),
    "a number": ("sop: tamu", "sop: 1", "SOP322", "1", "`tamu`"),
    "a printed number": ("sop: tamu", "sop: SOP 01", "SOP322", "SOP 01", "`tamu`"),
    "a name": (
        "sop: tamu", "sop: Penerimaan Tamu Dinas", "SOP322", "Penerimaan", "`tamu`",
    ),
    "nothing like it": ("sop: tamu", "sop: rapat", "SOP322", "rapat", "daftar `sop`"),
    "an end in none": ("{sop: arsip}", "{sop: arsipp}", "SOP322", "arsipp", "`arsip`"),
    "an exit in none": ("{sop: aduan}", "{sop: adun}", "SOP322", "adun", "`aduan`"),
    "no SOP": ("    sop: tamu\n", "", "SOP323", "subproses", "`sop: surat-masuk`"),
    "a blank SOP": ("sop: tamu", "sop:", "SOP323", "sop:", "`sop: surat-masuk`"),
    "a plain box": (
        "    simbol: subproses\n", "", "SOP324", "tamu", "`simbol: subproses`",
    ),
    "another symbol": ("subproses", "dokumen", "SOP324", "tamu", "`ke: {sop: tamu}`"),
    "a decision": ("subproses", "keputusan", "SOP324", "tamu", "`simbol: subproses`"),
    "itself as a step": ("sop: tamu", "sop: izin", "SOP325", "izin", "`ke`"),
    "itself at an end": ("{sop: arsip}", "{sop: izin}", "SOP325", "izin", "`ke`"),
    "a bare code": ("{sop: arsip}", "arsip", "SOP301", "arsip", "`ke: {sop: arsip}`"),
    "in words": (
        "{sop: arsip}", '"SOP: arsip"', "SOP301", '"SOP: arsip"', "`ke: {sop: arsip}`",
    ),
    "a code at an exit": (
        "{sop: aduan}", "aduan", "SOP301", "aduan", "`ke: {sop: aduan}`",
    ),
    "a blank end": ("{sop: arsip}", "{sop: }", "SOP304", "sop: }", NAMELESS),
    "a blank exit": ("{sop: aduan}", "{sop: }", "SOP304", "sop: }", NAMELESS),
    "a blank among others": (
        "{sop: arsip}", "[4, {sop: }]", "SOP304", "sop: }", NAMELESS,
    ),
    "a key misspelt": ("{sop: aduan}", "{sopp: aduan}", "SOP920", "sopp", "`sop`"),
    "a list at an exit": ("{sop: aduan}", "{sop: [aduan]}", "SOP922", "[", "teks"),
    "a list as a step": ("sop: tamu", "sop: [tamu]", "SOP922", "[", "satu teks"),
    "twice": (
        "{sop: arsip}", "[{sop: arsip}, {sop: arsip}]", "SOP307", "arsip}]", "pertama",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_a_mistake_is_told_once_at_its_place(what: str, tmp_path: Path) -> None:
    old, new, code, mark, saran = WRONG[what]
    reading = read_buku(write_jaringan(tmp_path / "uji", (IZIN, old, new)))
    (told,) = reading.findings
    assert told.code == code
    assert told.span.excerpt[told.span.column - 1 :].startswith(mark)
    assert saran in YAML.said(told).saran
    assert reading.buku is not None
    drawn = sop_of(reading.buku, "izin")
    assert len(drawn.kegiatan) == 5, "the rest is drawn"


@pytest.mark.parametrize("what", ["a number", "a printed number", "a name"])
def test_a_sop_that_is_meant_for_certain_is_a_cure(what: str, tmp_path: Path) -> None:
    old, new, *_ = WRONG[what]
    (told,) = read_buku(write_jaringan(tmp_path / "uji", (IZIN, old, new))).findings
    assert told.perbaikan


def test_an_end_may_hand_over_and_say_that_it_ends(tmp_path: Path) -> None:
    buku = book(
        tmp_path / "uji",
        (IZIN, "ke: {sop: arsip}", "simbol: selesai, ke: {sop: arsip}"),
    )
    assert {f.code for f in lint(buku)} & {"SOP317", "SOP319", "SOP302"} == set()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the office as a workbook."""
    made = export_workbook(write_jaringan(tmp_path_factory.mktemp("kantor") / "uji"))
    assert made.findings == ()
    return made.workbook


def meaning(place: Path) -> dict[str, list[dict[str, object]]]:
    """Return what the files of the SOP say, be they sheets."""
    files = open_files(place, Findings())
    assert files is not None
    made = {}
    for name in ("izin", "aduan"):
        checked, found = validate(files.yaml(f"sop/{name}.yaml", Findings()), SopYaml)
        assert found == ()
        assert checked is not None
        made[name] = [one.model_dump() for one in checked.kegiatan]
    return made


@pytest.mark.slow
def test_a_workbook_says_the_same_and_comes_back_as_it_was(
    data: bytes, tmp_path: Path
) -> None:
    file, back = tmp_path / "uji.xlsx", tmp_path / "kembali"
    file.write_bytes(data)
    cells = {str(c.value) for row in load_workbook(file)["02 izin"].rows for c in row}
    assert {"SOP dipanggil", "tamu", "SOP: aduan", "SOP: arsip"} <= cells
    for name, text in import_workbook(file).files.items():
        (back / name).parent.mkdir(parents=True, exist_ok=True)
        (back / name).write_bytes(text)
    assert meaning(back) == meaning(file)
    first = book(tmp_path / "uji")
    second = read_buku(back).buku
    assert second is not None
    for one, other in zip(first.sop, second.sop, strict=True):
        assert called(one) == called(other)
        arrows = [[(a.dari, a.ke, a.label) for a in s.alur] for s in (one, other)]
        assert arrows[0] == arrows[1]


def retyped(data: bytes, old: str, new: str | None, file: Path) -> str:
    """Write the workbook with a cell of the sheet izin typed anew; return its place."""
    work = load_workbook(BytesIO(data))
    sheet = work["02 izin"]
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == old]
    cell.value = new
    work.save(file)
    return f"02 izin!{cell.coordinate}"


#: What staff type in a cell of Ke, and the SOP that it leads on into.
TYPED = ("SOP: arsip", "SOP arsip", "sop:arsip", "Sop : Arsip", "SOP = arsip")


@pytest.mark.slow
@pytest.mark.parametrize("typed", TYPED)
def test_a_cell_leads_on_in_whatever_way_it_is_typed(
    typed: str, data: bytes, tmp_path: Path
) -> None:
    retyped(data, "SOP: arsip", typed, tmp_path / "uji.xlsx")
    reading = read_buku(tmp_path / "uji.xlsx")
    assert reading.findings == ()
    assert reading.buku is not None
    assert leading(sop_of(reading.buku, "izin"), "5") == [("", "SOP 04")]


#: A value in the sheet of izin · what is typed instead · code · what the saran names
IN_CELLS: dict[str, tuple[str, str | None, str, str]] = {
    "a slip in a cell": ("tamu", "tamuu", "SOP322", "`tamu`"),
    "no such end": ("SOP: arsip", "SOP: arsipp", "SOP322", "`arsip`"),
    "no SOP": ("tamu", None, "SOP323", "SOP dipanggil `surat-masuk`"),
    "a bare code": ("SOP: arsip", "arsip", "SOP301", "Ke `sop: arsip`"),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", IN_CELLS)
def test_a_mistake_in_a_workbook_is_told_at_its_cell(
    what: str, data: bytes, tmp_path: Path
) -> None:
    old, new, code, saran = IN_CELLS[what]
    place = retyped(data, old, new, tmp_path / "uji.xlsx")
    (told,) = read_buku(tmp_path / "uji.xlsx").findings
    assert (told.code, told.span.place) == (code, place)
    assert saran in BUKU_KERJA.said(told).saran
