"""An office's own regulations are cited well, however title and region are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.lint import lint
from sopgen.model.diagnostic import Diagnostic
from sopgen.spec import read_buku
from tests.spec.kantor import SURAT, write_kantor

OWN = (
    "peraturan:\n- {{id: satu, jenis: {}, nomor: 7, tahun: 2021, daerah: {}, "
    "tentang: {}, status: berlaku, keyakinan: tinggi}}\n"
)
BUPATI = "Peraturan Bupati Sukaraya Nomor 7 Tahun 2021 tentang Tugas Kecamatan."
PERDA = "Peraturan Daerah {} Nomor 7 Tahun 2021 tentang Tugas Kecamatan."


def found_in(folder: Path, own: str, dasar: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return how a SOP prints its basis, and all that is told."""
    write_kantor(folder)
    text = SURAT.replace("dasar_hukum: [Undang-Undang;]", f"dasar_hukum: {dasar}")
    (folder / "sop/surat.yaml").write_text(text, encoding="utf-8")
    (folder / "peraturan.yaml").write_text(own, encoding="utf-8")
    reading = read_buku(folder)
    told = lint(reading.buku) if reading.buku else ()
    printed = reading.buku.sop[0].identitas.dasar_hukum[0].isi if reading.buku else ""
    return printed, (*reading.findings, *told)


@pytest.mark.parametrize(
    ("jenis", "daerah", "tentang", "printed"),
    [
        ("Perbup", "Sukaraya", "Tugas Kecamatan", BUPATI),
        ("Perbup", "Kabupaten Sukaraya", "tentang Tugas Kecamatan", BUPATI),
        ("Perbup", "Kab. Sukaraya", "Tentang  Tugas Kecamatan", BUPATI),
        ("Perbup", "Sukaraya", "Perubahan tentang Tugas Kecamatan",
         BUPATI.replace("Tugas", "Perubahan tentang Tugas")),
        ("Perwali", "Kota Sukaraya", "Tugas Kecamatan",
         BUPATI.replace("Bupati", "Wali Kota")),
        ("Pergub", "Provinsi Sukaraya", "Tugas Kecamatan",
         BUPATI.replace("Bupati", "Gubernur")),
        ("Perda", "Sukaraya", "Tugas Kecamatan", PERDA.format("Kabupaten Sukaraya")),
        ("Perda", "Kabupaten Sukaraya", "Tugas Kecamatan",
         PERDA.format("Kabupaten Sukaraya")),
        ("PerdaKota", "Kota Sukaraya", "Tugas Kecamatan",
         PERDA.format("Kota Sukaraya")),
        ("Perbup", "Kotabaru", "Tugas Kecamatan",
         BUPATI.replace("Sukaraya", "Kotabaru")),
    ],
)  # fmt: skip
def test_title_and_region_are_printed_once(
    jenis: str, daerah: str, tentang: str, printed: str, tmp_path: Path
) -> None:
    own = OWN.format(jenis, daerah, tentang)
    said, found = found_in(tmp_path, own, "[{peraturan: satu}]")
    assert said == printed
    assert [f.message for f in found if f.code == "SOP607"] == []


SUKARAYA = OWN.format("Perbup", "Sukaraya", "Tugas Kecamatan")
TAMBAH = "tulis kalimatnya, atau tambahkan pada"


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("Perbup 34/2017", ""),
        ("Peraturan Bupati Sukaraya Nomor 34 Tahun 2017", ""),
        ("Peraturan Bupati Tulungagung Nomor 34 Tahun 2017", ""),
        ("perbup-tulungagung-34-2017", ""),
        ("Perda 3/2019", ""),
        ("Perwali Blitar 3/2019", ""),
        ("Perbup 7/2021", "Perbup Sukaraya 7/2021"),
        ("perbup-trenggalek-34-2016", "Perbup Trenggalek 34/2017"),
        ("UU 25/2099", "UU 25/2009"),
        ("permenpan-35-2012", "PermenPANRB 35/2012"),
        ("Perbup Nomor 7 Tahun 2021", "Perbup Sukaraya 7/2021"),
    ],
)
def test_no_regulation_of_another_kind_or_region_is_offered(
    word: str, offered: str, tmp_path: Path
) -> None:
    said, found = found_in(tmp_path, SUKARAYA, f"[{{peraturan: {word}}}]")
    (saran,) = (f.saran for f in found if f.code == "SOP601")
    assert said
    if offered:
        assert f"{offered} –" in saran
        assert saran.count(" – ") == 1
    else:
        assert saran.startswith(TAMBAH)
