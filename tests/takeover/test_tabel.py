"""Groups of pelaksana, own columns and a sum of waktu are taken over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity
from sopgen.model.draft import Draft
from sopgen.model.sop import Sop
from sopgen.pipeline import Wish, build
from sopgen.takeover.sums import differs, sum_in
from tests.tabel import tabel, write_tabel
from tests.takeover.old_forms import Form, old_document, old_workbook
from tests.takeover.own import (
    SUFFIXES,
    again,
    drafted,
    graph_of,
    rows_of,
    taken,
    through_libreoffice,
)

WRITERS: dict[str, Callable[[Form], bytes]] = {
    "lama.xlsx": old_workbook,
    "lama.docx": old_document,
}
both = pytest.mark.parametrize("suffix", SUFFIXES)
files = pytest.mark.parametrize("nama", WRITERS)


def heading_of(sop: Sop) -> tuple[object, ...]:
    """Return what the heading of a chart says, and what stands in its own columns.

    Keys of columns are not printed, nor is a keterangan that nobody has.
    """
    keterangan = any(row.keterangan for row in sop.kegiatan)
    columns = [k for k in sop.kolom if keterangan or k.kunci != "keterangan"]
    return (
        [(p.nama, p.kelompok) for p in sop.pelaksana],
        [(k.judul, k.mutu) for k in columns],
        [[row.isi(k.kunci) for k in columns] for row in sop.kegiatan],
        sop.jumlah_waktu,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Buku, Path]:
    """Return the book of an office, and the folder of its files."""
    scratch = tmp_path_factory.mktemp("tabel")
    folder = write_tabel(scratch / "uji")
    build(Wish(folder, scratch / "out", formats=SUFFIXES), lambda *_: None)
    return tabel(folder), scratch / "out"


def file_of(made: tuple[Buku, Path], kode: str, suffix: str) -> bytes:
    (file,) = made[1].rglob(f"*-{kode}.{suffix}")
    return file.read_bytes()


@both
@pytest.mark.parametrize("kode", ["balai", "apel", "kas"])
def test_our_own_file_says_the_same_sop(
    kode: str, suffix: str, made: tuple[Buku, Path], tmp_path: Path
) -> None:
    (sop,) = (one for one in made[0].sop if one.id == kode)
    data = file_of(made, kode, suffix)
    (back,) = again(data, tmp_path / "lama")
    assert heading_of(back) == heading_of(sop)
    assert rows_of(back) == rows_of(sop)
    assert graph_of(back) == graph_of(sop)
    told = taken(data)
    assert all(f.severity is Severity.INFO for f in told.findings)
    doubts = {"pelaksana", "kolom", "kegiatan", "mutu_baku", "jumlah_waktu"}
    assert not [t for t in told.drafts[1].remarks if doubts & {*map(str, t)}]


@both
@pytest.mark.slow
def test_libreoffice_may_have_saved_it(
    suffix: str, made: tuple[Buku, Path], tmp_path: Path
) -> None:
    codes = [sop.id for sop in made[0].sop]
    through_libreoffice({k: file_of(made, k, suffix) for k in codes}, suffix, tmp_path)
    for sop in made[0].sop:
        data = (tmp_path / "lo" / f"{sop.id}.{suffix}").read_bytes()
        (back,) = again(data, tmp_path / sop.id)
        assert heading_of(back) == heading_of(sop)
        assert graph_of(back) == graph_of(sop)


@both
def test_a_book_says_the_same_sop(
    suffix: str, made: tuple[Buku, Path], tmp_path: Path
) -> None:
    (file,) = made[1].rglob(f"buku.{suffix}")
    back = again(file.read_bytes(), tmp_path / "lama")
    for one, sop in zip(back, made[0].sop, strict=True):
        assert heading_of(one) == heading_of(sop)


NAMES = "Pemohon|Juru Tulis|Lurah|Kasi Umum"
DESA, KOTA = "Kelurahan", "Kecamatan"
MUTU = "Kelengkapan|Waktu|Output"

#: how the heading looks · what stands below it · the groups of the four pelaksana
HEADINGS: dict[str, tuple[Form, list[str]]] = {
    "three rows": (
        Form(
            (
                "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|Ket",
                f"^|^|{DESA}|<|{KOTA}|<|{MUTU}|^",
                f"^|^|{NAMES}|^|^|^|^",
            ),
            "nk1234swht",
        ),
        [DESA, DESA, KOTA, KOTA],
    ),
    "one alone over both rows": (
        Form(
            (
                "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|Ket",
                f"^|^|Pemohon|{KOTA}|<|<|{MUTU}|^",
                "^|^|^|Juru Tulis|Lurah|Kasi Umum|^|^|^|^",
            ),
            "nk1234swht",
        ),
        ["", KOTA, KOTA, KOTA],
    ),
    "groups without the word Pelaksana": (
        Form(
            (f"No|Kegiatan|{DESA}|<|{KOTA}|<|{MUTU}|Ket", f"^|^|{NAMES}|^|^|^|^"),
            "nk1234swht",
        ),
        [DESA, DESA, KOTA, KOTA],
    ),
    "another group beside Pelaksana": (
        Form(
            (
                "No|Kegiatan|Pelaksana|<|Instansi Lain|<|Mutu Baku|<|<|Ket",
                f"^|^|{NAMES}|{MUTU}|^",
            ),
            "nk1234swht",
        ),
        ["", "", "Instansi Lain", "Instansi Lain"],
    ),
    "nothing merged": (
        Form(
            (
                "No|Kegiatan|Pelaksana|||||||Ket",
                f"||{DESA}||{KOTA}||Kelengkapan|Waktu|Output|",
                f"||{NAMES}||||",
            ),
            "nk1234swht",
        ),
        [DESA, DESA, KOTA, KOTA],
    ),
    "one group over all": (
        Form(
            (
                "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|Ket",
                f"^|^|{KOTA}|<|<|<|{MUTU}|^",
                f"^|^|{NAMES}|^|^|^|^",
            ),
            "nk1234swht",
        ),
        [KOTA] * 4,
    ),
    "a heading over all that is no group": (
        Form(
            ("No|Kegiatan|Unit Kerja|<|<|<|Mutu Baku|<|<|Ket", f"^|^|{NAMES}|{MUTU}|^"),
            "nk1234swht",
        ),
        [""] * 4,
    ),
    "a second word for the same": (
        Form(
            (
                "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|Ket",
                f"^|^|Jabatan|<|<|<|{MUTU}|^",
                f"^|^|{NAMES}|^|^|^|^",
            ),
            "nk1234swht",
        ),
        [""] * 4,
    ),
}


@files
@pytest.mark.parametrize("name", HEADINGS)
def test_a_table_by_hand_has_its_groups(name: str, nama: str, tmp_path: Path) -> None:
    form, groups = HEADINGS[name]
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert [p.kelompok for p in sop.pelaksana] == groups
    assert [p.nama for p in sop.pelaksana] == NAMES.split("|")
    assert len(sop.langkah) == 4


OWN = f"^|^|{NAMES}|Kelengkapan|Waktu|Output|Formulir|^"


@files
def test_a_column_more_below_mutu_baku_is_the_offices_own(
    nama: str, tmp_path: Path
) -> None:
    top = "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|<|Ket"
    form = Form((top, OWN.replace("Formulir", "Nomor Rak")), "nk1234swhxt", more="R-7")
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert made.findings == ()
    assert made.drafts[1].data["kolom"] == {"nomor_rak": "Nomor Rak"}  # type: ignore[index,call-overload]
    assert [row.isi("nomor_rak") for row in sop.kegiatan] == ["R-7"] * 4


@files
def test_a_usual_column_need_not_be_declared(nama: str, tmp_path: Path) -> None:
    top = "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|<|Ket"
    made = taken(WRITERS[nama](Form((top, OWN), "nk1234swhxt", more="F-7")), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert "kolom" not in draft_of(made.drafts[1])
    assert [row.isi("formulir") for row in sop.kegiatan] == ["F-7"] * 4


def draft_of(draft: Draft) -> dict[str, object]:
    assert isinstance(draft.data, dict)
    return dict(draft.data)


@files
def test_headings_by_hand_get_the_names_of_the_form(nama: str, tmp_path: Path) -> None:
    form = Form(
        (
            "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|Ket",
            f"^|^|{NAMES}|Persyaratan|Durasi|Keluaran|^",
        ),
        "nk1234swht",
    )
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert [k.judul for k in sop.kolom][1:4] == ["Kelengkapan", "Waktu", "Output"]


#: what stands in a row · what is in the column of waktu · the sum that it tells
SUMS = {
    ("Jumlah waktu: 45 menit", ""): "45 menit",
    ("JUMLAH WAKTU|45 menit", ""): "45 menit",
    ("Total waktu pelayanan :|1 hari", ""): "1 hari",
    ("Jumlah|24 menit", "24 menit"): "24 menit",
    ("Total|1 jam", ""): "1 jam",
    ("JUMLAH WAKTU|45 menit|Rp5.000", "45 menit"): "45 menit",
    ("Total", ""): None,
    ("Jumlah berkas|3", ""): None,
    ("Menjumlahkan waktu|5 menit", "5 menit"): None,
}


@pytest.mark.parametrize("row", SUMS, ids=" / ".join)
def test_a_row_that_sums_up_is_known(row: tuple[str, str]) -> None:
    from sopgen.takeover.board import Cell

    cells = [Cell(9, n, text) for n, text in enumerate(row[0].split("|"))]
    assert sum_in(cells, row[1]) == SUMS[row]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("24 menit", False), ("24 menit (tidak termasuk kegiatan 2)", False),
        ("25 menit", True), ("cukup lama", True),
    ],
)  # fmt: skip
def test_a_sum_that_is_none_is_doubted(told: str, other: bool) -> None:
    assert differs(told, ["15 menit", "9 menit", "segera"]) is other
