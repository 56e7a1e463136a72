"""Names of regulations are read however offices write them."""

from __future__ import annotations

import pytest

from sopgen.lint.sitiran import read_sitiran
from sopgen.model.bentuk_peraturan import BENTUK, sebutan_of, split_words
from sopgen.model.tulisan import read_tulisan
from sopgen.spec.peraturan import shipped

TABEL, _ = shipped()

#: what is written · id in the table
SINGKAT = (
    ("UU No. 25 Th 2009", "uu-25-2009"),
    ("UU RI Nomor 25 Tahun 2009", "uu-25-2009"),
    ("Undang-Undang No. 25 Tahun 2009", "uu-25-2009"),
    ("PP No 96/2012", "pp-96-2012"),
    ("PP. No. 96 Thn. 2012", "pp-96-2012"),
    ("Permendagri 54 Tahun 2009", "permendagri-54-2009"),
    ("PermenPAN-RB No. 35 Tahun 2012", "permenpanrb-35-2012"),
    ("Permen PAN dan RB Nomor 35 Tahun 2012", "permenpanrb-35-2012"),
    ("Permenpan 35/2012", "permenpanrb-35-2012"),
    ("Peraturan Menteri PAN & RB Nomor 35 Tahun 2012", "permenpanrb-35-2012"),
    ("Permenpan Nomor 21 Tahun 2008", "permenpan-21-2008"),
    ("Peraturan Menteri PAN Nomor: PER/21/M.PAN/11/2008", "permenpan-21-2008"),
    ("Perka BPOM Nomor 22 Tahun 2018", "perbpom-22-2018"),
    ("Peraturan BPOM No. 22 Tahun 2018", "perbpom-22-2018"),
    ("Perkap 18/2014", "perkap-18-2014"),
    ("Peraturan Kapolri No. 18 Tahun 2014", "perkap-18-2014"),
    ("Perda Kab. Trenggalek No. 25 Th. 2011", "perda-trenggalek-25-2011"),
    ("Perbup Trenggalek No. 34 Tahun 2017", "perbup-trenggalek-34-2017"),
    ("PMK 62/2023", "pmk-62-2023"),
    ("Kepmenpan No. 25 Tahun 2004", "kepmenpan-25-2004"),
    ("TAP MPR Nomor XI/MPR/1998", "tapmpr-xi-1998"),
    ("Permendesa PDTT No 21 Tahun 2020", "permendes-21-2020"),
)
LENGKAP = (
    ("Undang-Undang Republik Indonesia Nomor 25 Tahun 2009", "uu-25-2009"),
    ("undang-undang nomor 25 tahun 2009", "uu-25-2009"),
    ("Undang-Undang (UU) Nomor 25 Tahun 2009", "uu-25-2009"),
    ("Peraturan Kepala Badan Pengawas Obat dan Makanan Nomor 22 Tahun 2018",
     "perbpom-22-2018"),
    ("Peraturan Arsip Nasional RI Nomor 5 Tahun 2021", "peranri-5-2021"),
    ("Peraturan Menteri Desa, Pembangunan Daerah Tertinggal dan Transmigrasi "
     "Nomor 21 Tahun 2020", "permendes-21-2020"),
    ("Keputusan Camat ini sesuai dengan Undang-Undang Nomor 25 Tahun 2009",
     "uu-25-2009"),
    ("Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
     "uud-nri-1945"),
    ("UUD 1945 Pasal 18", "uud-nri-1945"),
    ("UUD NRI Tahun 1945", "uud-nri-1945"),
)  # fmt: skip
#: what is written · kind, number, year, region or issuer
DI_LUAR = (
    ("Peraturan Gubernur Jawa Timur Nomor 37 Tahun 2018",
     ("Pergub", "37", 2018, "Jawa Timur")),
    ("Perda Provinsi Jawa Timur Nomor 8 Tahun 2011",
     ("PerdaProv", "8", 2011, "Jawa Timur")),
    ("Peraturan Daerah Kota Batu Nomor 1 Tahun 2019", ("PerdaKota", "1", 2019, "Batu")),
    ("Peraturan Walikota Batu Nomor 5 Tahun 2020", ("Perwali", "5", 2020, "Batu")),
    ("Peraturan Menteri Kelautan dan Perikanan Nomor 5 Tahun 2020",
     ("Permen", "5", 2020, "Kelautan dan Perikanan")),
    ("Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2022",
     ("Perlembaga", "8", 2022, "Komisi Pemilihan Umum")),
    ("Surat Edaran Menteri Dalam Negeri Nomor 470/327/SJ Tahun 2020",
     ("SE", "470/327/SJ", 2020, "Menteri Dalam Negeri")),
    ("Keputusan Bupati Trenggalek Nomor 188.45/12/406.001/2024",
     ("Keputusan", "188.45/12/406.001/2024", 2024, "Bupati Trenggalek")),
    ("Instruksi Presiden Nomor 9 Tahun 2000", ("Inpres", "9", 2000, "")),
    ("Perpu No 2 Tahun 2022", ("Perppu", "2", 2022, "")),
)  # fmt: skip
BUKAN = (
    "Peraturan ini dan arahan bupati nomor 5 tahun 2020",
    "Perdagangan 5/2020",
    "Surat Nomor 5/2020",
    "NOMOR 188.45/12/406.06/2025",
    "Undang-Undang Dasar",
)


@pytest.mark.parametrize(("text", "kode"), SINGKAT)
def test_a_short_form_means_the_regulation(text: str, kode: str) -> None:
    (cited,) = read_sitiran(f"menurut {text} tentang apa", TABEL, "Trenggalek")
    assert cited.peraturan is TABEL[kode]
    assert cited.tulisan.singkat
    assert cited.resmi == TABEL[kode].nama


@pytest.mark.parametrize(("text", "kode"), LENGKAP)
def test_a_full_form_is_not_called_short(text: str, kode: str) -> None:
    (cited,) = read_sitiran(text, TABEL, "Trenggalek")
    assert cited.peraturan is TABEL[kode]
    assert not cited.tulisan.singkat


@pytest.mark.parametrize(("text", "said"), DI_LUAR)
def test_what_the_table_lacks_is_read_too(
    text: str, said: tuple[str, str, int, str]
) -> None:
    (cited,) = read_sitiran(text, TABEL, "Trenggalek")
    assert cited.peraturan is None
    assert (cited.jenis, cited.nomor, cited.tahun, cited.daerah) == said


@pytest.mark.parametrize("text", BUKAN)
def test_other_words_are_no_regulation(text: str) -> None:
    assert read_tulisan(text) == ()


@pytest.mark.parametrize("kode", BENTUK)
def test_every_kind_is_known_by_its_names(kode: str) -> None:
    bentuk = BENTUK[kode]
    name = f"{bentuk.nama} {bentuk.daerah}".strip()
    issuer = {"Perlembaga": " Komisi", "Keputusan": " Bupati", "Instruksi": " Bupati"}
    full = sebutan_of(split_words(name + issuer.get(kode, "")))
    assert full is not None
    assert (full.kode, full.singkat) == (kode, False)
    for short in bentuk.singkatan:
        found = sebutan_of(split_words(short))
        assert found is not None, short
        assert (found.kode, found.singkat) == (kode, True), short


def test_the_ranks_are_those_of_the_law() -> None:
    order = (
        "UUD", "TAPMPR", "UU", "PP", "Perpres", "Permendagri", "PerdaProv", "Perda",
        "Perbup",
    )  # fmt: skip
    ranks = [BENTUK[kode].tingkat for kode in order]
    assert ranks == sorted(set(ranks))
    assert BENTUK["UU"].tingkat == BENTUK["Perppu"].tingkat
