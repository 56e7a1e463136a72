"""The columns that an office declares, for its book and for one SOP; what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.buku import Buku
from sopgen.model.kolom import JUDUL
from sopgen.model.sop import Sop
from sopgen.pipeline import check
from sopgen.spec import read_buku
from sopgen.spec.kolom import own_keys, sop_schema
from sopgen.spec.schema import KegiatanYaml
from tests.spec.kantor import BUKU, SURAT, write_kantor
from tests.tabel import tabel

UNIT, FIRST = "unit: Sekretariat\n", "    simbol: mulai\n"


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    return tabel(tmp_path_factory.mktemp("tabel") / "uji")


def titles(sop: Sop) -> list[str]:
    return [one.judul for one in sop.kolom]


def test_the_book_and_a_sop_say_which_columns_there_are(buku: Buku) -> None:
    balai, apel, kas = buku.sop
    assert titles(balai) == [
        "Kegiatan", "Persyaratan/Perlengkapan", "Waktu", "Output", "No. Agenda",
        "Biaya", "Keterangan",
    ]  # fmt: skip
    assert titles(apel) == ["Kegiatan", "Keterangan"]
    assert titles(kas) == [
        "Kegiatan", "Lama", "Kode Kas", "Bahan", "Hasil", "No. Agenda", "Ket",
    ]  # fmt: skip
    assert [sop.jumlah_waktu for sop in buku.sop] == [True, False, True]


def test_a_kegiatan_says_something_in_them(buku: Buku) -> None:
    first, second = buku.sop[0].kegiatan[:2]
    assert (first.isi("biaya"), first.isi("no_agenda")) == ("Rp0", "")
    assert (second.isi("no_agenda"), second.isi("waktu")) == ("12", "1 jam")


#: what is added to the SOP, what to its first kegiatan · what is told · the place
MISTAKES: dict[tuple[str, str], tuple[str, str]] = {
    ("kolom: [Biaya, Nomor Arsip]", "biaya: Rp0"):
        ("SOP922", "`kolom` harus berupa kelompok `kunci: nilai`, bukan daftar"),
    ("kolom: Biaya", ""): ("SOP922", "bukan teks `Biaya`"),
    ("kolom: {biaya: [a]}", ""): ("SOP922", "`biaya` harus berupa satu teks"),
    ("kolom: {biaya: ''}", ""): ("SOP921", "`biaya` tidak boleh kosong"),
    ("kolom: {No. Arsip: Arsip}", "No. Arsip: '1'"):
        ("SOP418", "kunci kolom `No. Arsip` tidak dapat dipakai"),
    ("kolom: {copy: Salinan}", ""):
        ("SOP418", "kunci kolom `copy` tidak dapat dipakai"),
    ("kolom: {_arsip: Arsip}", ""):
        ("SOP418", "kunci kolom `_arsip` tidak dapat dipakai"),
    ("kolom: {simbol: Lambang}", ""):
        ("SOP417", "kolom sendiri `simbol` bernama seperti isian kegiatan"),
    ("kolom: {lambang: Simbol}", "lambang: A"):
        ("SOP417", "judul kolom `Simbol` sama dengan nama isian lain"),
    ("kolom: {uraian: '-'}", ""): ("SOP417", "kolom Kegiatan selalu dicetak"),
    ("kolom: {biaya: Ongkos, tarif: ongkos}", "biaya: '1', tarif: '2'"):
        ("SOP416", "judul kolom `ongkos` dipakai dua kali"),
    ("kolom: {biaya: waktu}", "biaya: '1'"):
        ("SOP416", "judul kolom `waktu` dipakai dua kali"),
    ("kolom: {output: Waktu}", ""): ("SOP416", "judul kolom `Waktu` dipakai dua kali"),
    ("kolom: {arsip: Arsip}", ""): ("SOP415", "kolom `Arsip` kosong di semua kegiatan"),
    ("", "lokasi: Aula"): ("SOP920", "`lokasi` tidak dikenal"),
    ("", "biayaa: Rp0"): ("SOP920", "`biayaa` tidak dikenal"),
    ("", "biaya: [a, b]"): ("SOP922", "`biaya` harus berupa satu teks"),
    ("mutu_baku: tak", ""): ("SOP923", "`mutu_baku` harus `ya` atau `tidak`"),
    ("mutubaku: tidak", ""): ("SOP920", "`mutubaku` tidak dikenal"),
    ("jumlah_waktu: 30 menit", ""):
        ("SOP923", "`jumlah_waktu` harus `ya` atau `tidak`"),
    ("mutu_baku: tidak", ""): ("SOP412", "waktu kegiatan `1`, `2`, `3` tidak dicetak"),
}  # fmt: skip


@pytest.mark.parametrize("added", MISTAKES, ids=" / ".join)
def test_one_mistake_is_told_once_and_the_chart_is_drawn(
    added: tuple[str, str], tmp_path: Path
) -> None:
    before = {(f.code, f.message) for f in check(write_kantor(tmp_path / "utuh"))}
    folder = write_kantor(tmp_path / "uji")
    fields = "".join(f"    {one}\n" for one in filter(None, added[1].split(", ")))
    if "[" in added[1]:
        fields = f"    {added[1]}\n"
    head = f"{added[0]}\n" if added[0] else ""
    text = SURAT.replace(UNIT, head + UNIT).replace(FIRST, FIRST + fields)
    (folder / "sop" / "surat.yaml").write_text(text)
    found = [f for f in check(folder) if (f.code, f.message) not in before]
    code, words = MISTAKES[added]
    assert [(f.code, words in f.message) for f in found] == [(code, True)]
    made = read_buku(folder).buku
    assert made is not None
    assert len(made.sop[0].kegiatan) == len(made.sop[0].langkah) == 3


def test_an_unknown_field_is_told_how_it_becomes_a_column(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    text = SURAT.replace(FIRST, f"{FIRST}    no_rak: '4'\n")
    (folder / "sop" / "surat.yaml").write_text(text)
    (told,) = (f for f in check(folder) if f.code == "SOP920")
    assert told.saran == (
        "bila ini kolom sendiri, daftarkan: `kolom: {no_rak: No rak}`"
    )


def test_a_mistake_in_the_columns_of_a_book_is_told_there_once(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    listed = f"{BUKU}  - {{id: lain, nama: Surat Lain}}\nkolom: {{waktu: Output}}\n"
    (folder / "buku.yaml").write_text(listed)
    (folder / "sop" / "lain.yaml").write_text(SURAT)
    (told,) = (f for f in check(folder) if f.code == "SOP416")
    assert told.span.source.path.endswith("buku.yaml")


def test_a_column_of_the_book_may_be_empty_in_some_sop(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    listed = f"{BUKU}  - {{id: lain, nama: Surat Lain}}\nkolom: {{arsip: Arsip}}\n"
    (folder / "buku.yaml").write_text(listed)
    (folder / "sop" / "lain.yaml").write_text(SURAT)
    assert [f.code for f in check(folder)].count("SOP415") == 1
    filled = SURAT.replace(FIRST, f"{FIRST}    arsip: '1'\n")
    (folder / "sop" / "lain.yaml").write_text(filled)
    assert "SOP415" not in {f.code for f in check(folder)}


def test_without_mutu_baku_no_row_misses_its_waktu(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    bare = SURAT.replace("    waktu: 5 menit\n", "")
    (folder / "sop" / "surat.yaml").write_text(bare)
    assert [f.code for f in check(folder)].count("SOP401") == 3
    (folder / "sop" / "surat.yaml").write_text(f"mutu_baku: tidak\n{bare}")
    assert "SOP401" not in {f.code for f in check(folder)}


def test_a_schema_is_made_of_what_two_files_declare() -> None:
    keys = own_keys(
        {"kolom": {"arsip": "Arsip", "waktu": "Lama"}}, {"kolom": ["Rak A"]}
    )
    assert keys == ("biaya", "tarif", "formulir", "aplikasi", "arsip", "rak_a")
    schema = sop_schema(keys)
    assert schema is sop_schema(keys)
    row = {"uraian": "A", "pelaksana": "B", "arsip": "1"}
    made = schema.model_validate({"pelaksana": ["B"], "kegiatan": [row]})
    assert made.model_dump()["kegiatan"][0]["arsip"] == "1"
    assert {*JUDUL, *KegiatanYaml.model_fields}.isdisjoint(keys)
