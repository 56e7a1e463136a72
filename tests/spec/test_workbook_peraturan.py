"""Regulations in the cells of a workbook: what is offered, written and understood."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sopgen.model.kenal_peraturan import meant_by
from sopgen.model.peraturan import Tabel
from sopgen.model.salah_ketik import letters
from sopgen.model.sebutan_peraturan import TERPANJANG, all_named, in_order
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.spec.peraturan import table_of_sopgen
from sopgen.spec.workbook.peraturan import choices_in
from tests.spec.kantor import write_kantor
from tests.spec.staff import changed, meaning, put, round_trip

SENDIRI = """\
peraturan:
  - {id: perbup-uji-3-2021, jenis: Perbup, daerah: Trenggalek, nomor: 3, tahun: 2021,
     tentang: Jam Layanan, status: berlaku, sumber: JDIH}
  - {id: perbup-lain-3-2021, jenis: Perbup, daerah: Sebelah, nomor: 3, tahun: 2021,
     tentang: Jam Layanan, status: berlaku, sumber: JDIH}
  - {id: se-kembar, jenis: SE, daerah: Menteri Dalam Negeri, nomor: 7/SJ, tahun: 2021,
     tentang: Arsip, status: berlaku, sumber: JDIH}
  - {id: se-kembar-dua, jenis: SE, daerah: Menteri Dalam Negeri, nomor: 7/SJ,
     tahun: 2021, tentang: Arsip, status: berlaku, sumber: JDIH,
     oleh: [perbup-uji-3-2021, uu-43-2009]}
"""


def kantor(folder: Path) -> Path:
    write_kantor(folder)
    (folder / "peraturan.yaml").write_text(SENDIRI, encoding="utf-8")
    buku = folder / "buku.yaml"
    text = buku.read_text(encoding="utf-8")
    bases = "[{peraturan: uu-25-2009, pasal: 3}, {peraturan: se-kembar-dua}, Surat;]"
    text = text.replace("[Undang-Undang Dasar;]", bases)
    buku.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return export_workbook(kantor(tmp_path_factory.mktemp("p") / "uji")).workbook


def column(data: bytes, sheet: str, heading: str) -> list[str]:
    rows = list(load_workbook(BytesIO(data))[sheet].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if heading in row)
    at = rows[head].index(heading)
    return [str(row[at]) for row in rows[head + 1 :] if row[at]]


def test_no_two_regulations_are_called_alike() -> None:
    table = table_of_sopgen()
    twins = Tabel({**table, "uu-lagi": table["uu-25-2009"]})
    names = all_named(twins)
    assert len({letters(one) for one in names.values()}) == len(twins)
    assert names["uu-25-2009"] == "UU 25/2009 – Pelayanan Publik"
    assert names["uu-lagi"].endswith("(uu-lagi)")


def test_long_titles_are_cut_at_a_word() -> None:
    table = table_of_sopgen()
    for kode, name in all_named(table).items():
        assert len(name) <= TERPANJANG, name
        if name.endswith(" …"):
            whole = f"{name.removesuffix(' …').partition(' – ')[2]} "
            assert table[kode].tentang.startswith(whole.rstrip()), name


def test_regulations_are_offered_by_rank_and_year() -> None:
    table = table_of_sopgen()
    places = [table[kode].urutan for kode in in_order(table)]
    ranked = [place for place in places if place]
    assert ranked == sorted(ranked)
    assert places[: len(ranked)] == ranked


@pytest.mark.slow
def test_the_list_and_the_cells_name_number_and_title(data: bytes) -> None:
    assert column(data, "Dasar Hukum", "Peraturan")[1:] == [
        "UU 25/2009 – Pelayanan Publik",
        "SE Menteri Dalam Negeri 7/SJ/2021 – Arsip (se-kembar-dua)",
    ]
    offered = column(data, "Pilihan", "Peraturan")
    assert offered[0] == "Perbup Trenggalek 3/2021 – Jam Layanan"
    assert "UU 25/2009 – Pelayanan Publik" in offered


@pytest.mark.slow
def test_what_is_called_alike_comes_back(tmp_path: Path) -> None:
    folder = kantor(tmp_path / "uji")
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


SAME = [
    "UU 25/2009 – Pelayanan Publik", "uu 25/2009 - pelayanan publik",
    "UU  25/2009—PELAYANAN PUBLIK ", "UU 25 / 2009 Pelayanan Publik", "uu-25-2009",
    "UU 25 2009", "UU No. 25 Th 2009", "UU Nomor 25 Tahun 2009",
    "UU 25/2009", "1. UU 25/2009",
    "uu no 25 thn 2009 ttg pelayanan publik",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
    "Undang-undang Republik Indonesia No. 25 Tahun 2009 tentang Pelayanan Publik "
    "(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112)",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("text", SAME)
def test_a_cell_names_a_regulation_in_any_spelling(
    text: str, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, put("Dasar Hukum", "Peraturan", 1, text), tmp_path / "u.xlsx")
    assert cited(file)[0] == "uu-25-2009"


DOUBTFUL = [
    "UU 25/2009 – Kearsipan", "UU Pelayanan Publik", "UU 25", "UU 25/2090",
    "Perbup Sidoarjo 3/2021", "menurut UU 25/2009", "Surat Bupati",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_names_none_without_doubt_is_told_once_at_its_cell(
    text: str, data: bytes, tmp_path: Path
) -> None:
    file = changed(data, put("Dasar Hukum", "Peraturan", 1, text), tmp_path / "u.xlsx")
    before = read_buku(changed(data, lambda _: None, tmp_path / "asli.xlsx")).findings
    known = {(f.code, f.span.place) for f in before}
    found = [f for f in read_buku(file).findings if (f.code, f.span.place) not in known]
    assert [(f.code, f.span.place) for f in found] == [("SOP601", "Dasar Hukum!C5")]
    assert text in found[0].message


def test_a_region_that_is_not_named_is_the_offices_own(
    data: bytes, tmp_path: Path
) -> None:
    pilihan = choices_in({"kecamatan": {"kabupaten": "Sebelah"}}, own_table())
    assert pilihan.find("Perbup 3/2021") == "perbup-lain-3-2021"
    assert pilihan.find("Perbup Trenggalek No. 3 Tahun 2021") == "perbup-uji-3-2021"
    assert pilihan.find("Perbup Sidoarjo 3/2021") == ""


def own_table() -> Any:
    import yaml

    return yaml.load(SENDIRI, yaml.BaseLoader)


@pytest.mark.slow
def test_what_changed_a_regulation_may_be_cited_too(
    data: bytes, tmp_path: Path
) -> None:
    text = "Perbup No. 3 Tahun 2021; UU 43/2009 – Kearsipan"
    change = put("Peraturan", "Oleh", 4, text)
    buku = read_buku(changed(data, change, tmp_path / "u.xlsx")).buku
    assert buku is not None
    assert buku.peraturan["se-kembar-dua"].oleh == ("perbup-uji-3-2021", "uu-43-2009")


def cited(file: Path) -> list[str]:
    buku = read_buku(file).buku
    assert buku is not None
    return [one.peraturan for one in buku.keputusan[0].mengingat]


@pytest.mark.slow
def test_a_workbook_with_ids_reads_the_same(data: bytes, tmp_path: Path) -> None:
    def as_before(book: Any) -> None:
        sheet = book["Dasar Hukum"]
        sheet["C4"] = "uu-25-2009"
        sheet["C5"], sheet["C6"] = "uu-25-2009", "se-kembar-dua"

    file = changed(data, as_before, tmp_path / "lama.xlsx")
    assert cited(file) == ["uu-25-2009", "se-kembar-dua", ""]
    new = changed(data, lambda _: None, tmp_path / "baru.xlsx")
    assert [f.code for f in read_buku(file).findings] == [
        f.code for f in read_buku(new).findings
    ]


def test_most_names_are_citations_of_what_they_name() -> None:
    table = table_of_sopgen()
    names = all_named(table)
    found = {kode: meant_by(name, table, "Trenggalek") for kode, name in names.items()}
    assert all(one is None or one.id == kode for kode, one in found.items())
    assert sum(one is None for one in found.values()) < len(table) // 20


def test_titles_that_begin_alike_differ_within_the_list() -> None:
    names = sorted(all_named(table_of_sopgen()).values())
    assert all(one != other for one, other in pairwise(names))
