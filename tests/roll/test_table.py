"""What changes with the year: each row of the table, in a folder and a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopgen.model.pergantian import PintaError
from sopgen.spec.exchange import export_workbook, read_spec
from sopgen.spec.findings import Findings
from sopgen.spec.parse import open_files
from tests.roll.years import BUKU, LENGKAP, NO_WISH, office, rolled, swap

SURAT = "sop/surat.yaml"
DIKTUM = "    diktum: [Menetapkan SOP.]\n"
MULAI = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
TWO = f"    diktum: [Menetapkan SOP.\n      , {MULAI}]\n".replace("\n      ", "")
CABUT = (
    "Pada saat Keputusan ini mulai berlaku, Keputusan Camat {{{{ kecamatan.nama }}}} "
    "Nomor {} tanggal {} tentang {} dicabut dan dinyatakan tidak berlaku."
)
THIS = CABUT.format("000.8.3.3/1/406.99/2025", "16 Januari 2025", "PENETAPAN SOP")
OLDER = CABUT.format("000.8.3.3/9/406.99/2024", "8 Januari 2024", "SOP").replace(
    "{{ kecamatan.nama }}", "Uji"
)
SECOND = """\
  - id: sk-2
    nomor: 000.8.3.3/2/406.99/2025
    tanggal: {}
    judul: SOP LAIN
    menimbang: [bahwa perlu;]
    mengingat: [Undang-Undang Dasar;]
    diktum: [Menetapkan lain.]
sop:
"""
K = ("keputusan", 0)
UU = "Undang-Undang Nomor {} tentang Pemerintahan Daerah"
DESA = "Peraturan Pemerintah Nomor 72 Tahun 2005 tentang Desa"
NOTE = "tanggal 16 Januari 2026 diperkirakan"

Row = tuple[str, list[tuple[str, str]], Any, dict[tuple[str, tuple[Any, ...]], Any]]
#: what becomes of what · changes of the small office · wish · fields afterwards
ROWS: tuple[Row, ...] = (
    ("the year", [], NO_WISH, {(BUKU, ("tahun",)): "2026"}),
    ("a year typed into the pattern", [("tahun: 2025\n",
        "tahun: 2025\npola_nomor_sop: 065/{nomor}/2025\n")], NO_WISH,
     {(BUKU, ("pola_nomor_sop",)): "065/{nomor}/2026"}),
    ("a pattern that names the year", [("tahun: 2025\n",
        "tahun: 2025\npola_nomor_sop: '065/{nomor}/{tahun}'\n")], NO_WISH,
     {(BUKU, ("pola_nomor_sop",)): "065/{nomor}/{tahun}"}),
    ("the official", [], LENGKAP, {
        (BUKU, ("pejabat", "camat", "nama")): "SITI AMINAH, S.Sos., M.Si.",
        (BUKU, ("pejabat", "camat", "nip")): "19700101 199503 2 001",
        (BUKU, ("pejabat", "camat", "pangkat")): "Pembina"}),
    ("an official of whom only the name is said", [], {"camat": "BUDI"}, {
        (BUKU, ("pejabat", "camat", "nama")): "BUDI",
        (BUKU, ("pejabat", "camat", "nip")): ""}),
    ("the capacity", [], {"kapasitas": "Plt."},
     {(BUKU, ("pejabat", "camat", "kapasitas")): "plt"}),
    ("no official", [], NO_WISH,
     {(BUKU, ("pejabat", "camat", "nip")): "19690518 199710 1 001"}),
    ("number and date", [], LENGKAP, {
        (BUKU, (*K, "nomor")): "000.8.3.3/7/406.99/2026",
        (BUKU, (*K, "tanggal")): "2026-01-12", (BUKU, (*K, "status")): None,
        (BUKU, (*K, "catatan")): None}),
    ("no number", [], {"tanggal": date(2026, 1, 12)}, {
        (BUKU, (*K, "nomor")): "000.8.3.3/ … /406.99/2026",
        (BUKU, (*K, "status")): "draf", (BUKU, (*K, "catatan")): None}),
    ("no date", [], {"nomor": "7"}, {
        (BUKU, (*K, "tanggal")): "2026-01-16", (BUKU, (*K, "status")): "draf",
        (BUKU, (*K, "catatan")): f"PERIKSA: {NOTE} dari keputusan tahun lalu; "
        "hapus catatan ini bila tanggalnya sudah benar"}),
    ("a date in words", [("tanggal: 2025-01-16", "tanggal: 16 Januari 2025")], LENGKAP,
     {(BUKU, (*K, "tanggal")): "12 Januari 2026"}),
    ("the day of approval", [], LENGKAP,
     {(BUKU, ("tanggal_pengesahan",)): "2026-01-12"}),
    ("a book without that day", [("tanggal_pengesahan: 2025-01-17\n", "")], LENGKAP,
     {(BUKU, ("tanggal_pengesahan",)): None}),
    ("the newest of several decrees", [("sop:\n", SECOND.format("2025-03-01"))],
     {"tanggal": date(2026, 3, 2)},
     {(BUKU, (*K, "id")): "sk-2", (BUKU, ("keputusan", 1)): None,
      (BUKU, ("susunan", 1)): "daftar_isi"}),
    ("one of two of the same day", [("sop:\n", SECOND.format("2025-01-16"))],
     {"keputusan": "sk-1"},
     {(BUKU, (*K, "id")): "sk-1", (BUKU, ("keputusan", 1)): None}),
    ("the revoking clause, last", [], LENGKAP,
     {(BUKU, (*K, "diktum")): ["Menetapkan SOP.", THIS]}),
    ("the revoking clause, before the coming into force", [(DIKTUM, TWO)], LENGKAP,
     {(BUKU, (*K, "diktum")): ["Menetapkan SOP.", THIS, MULAI]}),
    ("an older revoking clause", [(DIKTUM, "    diktum:\n      - Menetapkan SOP.\n"
      f"      - {OLDER}\n      - {MULAI}\n")], LENGKAP,
     {(BUKU, (*K, "diktum")): ["Menetapkan SOP.", THIS, MULAI]}),
    ("a title with the year in it", [("judul: PENETAPAN SOP",
      'judul: PENETAPAN SOP\n    tentang: "SOP Tahun {{ tahun }} Kecamatan '
      '{{ kecamatan.nama }}"')], LENGKAP,
     {(BUKU, (*K, "diktum", 1)): THIS.replace("PENETAPAN SOP",
      "SOP Tahun 2025 Kecamatan {{ kecamatan.nama }}")}),
    ("what refers to a later diktum", [(DIKTUM, "    diktum:\n      - Menetapkan SOP "
      f"menurut Diktum KEDUA.\n      - {MULAI}\n")], LENGKAP,
     {(BUKU, (*K, "diktum", 0)): "Menetapkan SOP menurut Diktum KETIGA."}),
    ("the day from which a SOP is in force", [], LENGKAP, {
        (SURAT, ("tanggal_efektif",)): "2026-01-12",
        (SURAT, ("tanggal_pembuatan",)): "2025-01-10",
        (SURAT, ("tanggal_revisi",)): None}),
    ("a repealed law, typed", [("[Undang-Undang Dasar;]",
      f"\n      - {UU.format('32 Tahun 2004')};")], LENGKAP,
     {(BUKU, (*K, "mengingat", 0)): UU.format("23 Tahun 2014") + " (Lembaran Negara "
      "Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik "
      "Indonesia Nomor 5587) sebagaimana telah diubah beberapa kali, terakhir dengan "
      "Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah "
      "Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi "
      "Undang-Undang (Lembaran Negara Republik Indonesia Tahun 2023 Nomor 41, Tambahan "
      "Lembaran Negara Republik Indonesia Nomor 6856);"}),
    ("a repealed law, by its code", [("[Undang-Undang Dasar;]",
      "\n      - {peraturan: uu-32-2004}\n      - {peraturan: uu-25-2009}")], LENGKAP,
     {(BUKU, (*K, "mengingat")): [{"peraturan": "uu-25-2009"},
      {"peraturan": "uu-23-2014"}]}),
    ("a repealed law whose successor is there", [("[Undang-Undang Dasar;]",
      "\n      - {peraturan: uu-32-2004}\n      - {peraturan: uu-23-2014}")], LENGKAP,
     {(BUKU, (*K, "mengingat")): [{"peraturan": "uu-23-2014"}]}),
    ("an article of a repealed law", [("[Undang-Undang Dasar;]",
      '\n      - {peraturan: uu-32-2004, pasal: "126"}')], LENGKAP,
     {(BUKU, (*K, "mengingat", 0)): {"peraturan": "uu-32-2004", "pasal": "126"}}),
    ("a repealed law whose successor nobody has seen", [("[Undang-Undang Dasar;]",
      f"\n      - {DESA};")], LENGKAP, {(BUKU, (*K, "mengingat", 0)): f"{DESA};"}),
    ("a repealed law of which more is said", [("[Undang-Undang Dasar;]",
      f"\n      - {UU.format('32 Tahun 2004')}, khususnya tentang camat;")], LENGKAP,
     {(BUKU, (*K, "mengingat", 0)): UU.format("32 Tahun 2004")
      + ", khususnya tentang camat;"}),
    ("a repealed law, by its code and in words", [("[Undang-Undang Dasar;]",
      "\n      - {peraturan: uu-10-2004, teks: Undang-Undang Nomor 10 Tahun 2004 "
      "tentang Pembentukan Peraturan Perundang-undangan}")], LENGKAP,
     {(BUKU, (*K, "mengingat", 0, "peraturan")): "uu-12-2011"}),
)  # fmt: skip


def _contents(place: Path) -> dict[str, Any]:
    files = open_files(place, Findings())
    assert files is not None
    return {name: files.yaml(name, Findings()).data for name in (BUKU, SURAT)}


def _at(found: Any, jejak: tuple[Any, ...]) -> Any:
    for step in jejak:
        inside = isinstance(found, dict) and step in found
        if not inside and not (isinstance(found, list) and step < len(found)):
            return None
        found = found[step]
    return found


def _wish(wish: Any) -> dict[str, Any]:
    return wish if isinstance(wish, dict) else {"pinta": wish}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_thing_becomes_what_the_table_says(row: Row, tmp_path: Path) -> None:
    _, changes, wish, wanted = row
    place = office(tmp_path / "uji", *changes)
    hasil = rolled(place, **_wish(wish))
    assert hasil.tujuan == place, hasil.findings
    found = _contents(place)
    assert {key: _at(found[key[0]], key[1]) for key in wanted} == wanted


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_workbook_becomes_the_same(row: Row, tmp_path: Path) -> None:
    _, changes, wish, _ = row
    place = office(tmp_path / "uji", *changes)
    book = tmp_path / "uji.xlsx"
    book.write_bytes(export_workbook(place).workbook)
    made = rolled(book, **_wish(wish))
    assert made.tujuan == tmp_path / "uji-2026.xlsx", made.findings
    rolled(place, **_wish(wish))
    assert _meant(made.tujuan) == _meant(place)


def _meant(place: Path) -> dict[str, Any]:
    """Return what the files of a spec mean; what is left blank is not there."""
    files = open_files(place, Findings())
    spec = read_spec(files, Findings()) if files else None
    assert spec is not None
    return spec.meaning


def test_a_decree_that_was_never_in_force_is_not_revoked(tmp_path: Path) -> None:
    place = office(tmp_path / "uji", (DIKTUM, f"{DIKTUM}    status: draf\n"))
    hasil = rolled(place, LENGKAP)
    assert next(one.code for one in hasil.sisa) == "SOP809"
    assert _contents(place)[BUKU]["keputusan"][0]["diktum"] == ["Menetapkan SOP."]


def test_what_is_doubtful_of_who_signs_is_left_to_decide(tmp_path: Path) -> None:
    hasil = rolled(office(tmp_path / "uji"), LENGKAP, camat="SITI; 12", kapasitas="an")
    assert {"SOP106", "SOP171", "SOP174"} <= {one.code for one in hasil.sisa}


def test_a_clause_that_revokes_several_stays_and_is_told(tmp_path: Path) -> None:
    both = f"{OLDER.removesuffix('.')}, demikian pula Nomor 4 Tahun 2020."
    diktum = f"    diktum:\n      - Menetapkan SOP.\n      - {both}\n"
    hasil = rolled(office(tmp_path / "uji", (DIKTUM, diktum)), LENGKAP)
    assert [one.code for one in hasil.sisa].count("SOP809") == 1
    found = _contents(tmp_path / "uji")[BUKU]["keputusan"][0]["diktum"]
    assert found == ["Menetapkan SOP.", both, THIS]


def test_every_change_is_told_at_its_place(tmp_path: Path) -> None:
    hasil = rolled(office(tmp_path / "uji"), LENGKAP)
    told = {
        (one.ganti.jejak[-1], one.ganti.lama, one.ganti.baru): one.span.line
        for one in hasil.alih
    }
    assert told[("tahun", "2025", "2026")] == 1
    assert told[("tanggal_efektif", "2025-01-16", "2026-01-12")] == 18
    assert told[(1, None, THIS)]
    assert len(told) == len(hasil.alih) == 8


def test_all_else_in_the_files_stays_to_the_letter(tmp_path: Path) -> None:
    place = office(tmp_path / "uji", ("judul: BUKU SOP", "judul: BUKU SOP   # catatan"))
    swap(place / SURAT, ("unit:", "# oleh sekretariat\nunit:"))
    before = {f: f.read_text().splitlines() for f in sorted(place.rglob("*.yaml"))}
    rolled(place, LENGKAP)
    for file, lines in before.items():
        now = file.read_text().splitlines()
        gone = [line for line in lines if line not in now]
        assert [line for line in now if line in lines] == [
            line for line in lines if line not in gone
        ]
        keys = ("tahun:", "nama:", "nip:", "tanggal", "nomor:", "diktum:")
        assert all(line.strip().startswith(keys) for line in gone)


WRONG = (
    ({"tahun": 2025}, "sudah buku tahun 2025"),
    ({"tahun": 2024}, "sebelum tahun buku"),
    ({"tahun": 2027}, "melewati 1 tahun"),
    ({"keputusan": "sk-9"}, "`sk-9` tidak ada"),
    ({"kapasitas": "pjs"}, "kapasitas `pjs` tidak dikenal"),
    ({"nomor": "{{ tahun }}"}, "bukan nomor keputusan"),
    ({"nomor": "segera"}, "bukan nomor keputusan"),
    ({"nomor": "../arsip/7"}, "bukan nomor keputusan"),
    ({"camat": "; 1"}, "bukan nama; NIP; pangkat"),
    ({"tanggal": date(2025, 1, 17)}, "bukan untuk buku tahun 2026"),
    ({"tanggal": date(2027, 1, 1)}, "bukan untuk buku tahun 2026"),
)


@pytest.mark.parametrize(("wish", "told"), WRONG, ids=lambda one: str(one))
def test_a_wish_that_cannot_be_is_refused(
    wish: dict[str, Any], told: str, tmp_path: Path
) -> None:
    place = office(tmp_path / "uji")
    before = {f: f.read_bytes() for f in place.rglob("*") if f.is_file()}
    with pytest.raises(PintaError, match=told):
        rolled(place, **wish)
    assert {f: f.read_bytes() for f in place.rglob("*") if f.is_file()} == before


def test_decrees_of_one_day_are_listed(tmp_path: Path) -> None:
    place = office(tmp_path / "uji", ("sop:\n", SECOND.format("2025-01-16")))
    with pytest.raises(PintaError) as caught:
        rolled(place)
    assert "sk-1 (nomor 000.8.3.3/1/406.99/2025)" in caught.value.pesan
    assert "sk-2" in caught.value.pesan
    assert "--keputusan sk-1" in caught.value.saran
