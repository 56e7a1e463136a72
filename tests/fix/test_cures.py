"""Each certain cure: what is written, in files and in a workbook, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from sopgen.comparison import compare_specs
from sopgen.perbaikan import Hasil, mend
from sopgen.pipeline import skim
from sopgen.spec.exchange import export_workbook
from sopgen.suntingan import save
from tests.spec.kantor import FILES, write_kantor, write_lambang

UU = "Undang-Undang Nomor"
PUSAT = f"{UU} 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan"
LN = "(Lembaran Negara Republik Indonesia Tahun"
TLN = "Tambahan Lembaran Negara Republik Indonesia Nomor"
PEMDA = (
    f"{UU} 23 Tahun 2014 tentang Pemerintahan Daerah {LN} 2014 Nomor 244, {TLN} 5587) "
    f"sebagaimana telah diubah beberapa kali, terakhir dengan {UU} 6 Tahun 2023 "
    f"tentang Penetapan Peraturan Pemerintah Pengganti {UU} 2 Tahun 2022 tentang Cipta "
    f"Kerja menjadi Undang-Undang {LN} 2023 Nomor 41, {TLN} 6856);"
)
LAYANAN = (
    f"{UU} 25 Tahun 2009 tentang Pelayanan Publik {LN} 2009 Nomor 112, {TLN} 5038);"
)
MENIMBANG = "    menimbang: [bahwa perlu;]\n"
MENGINGAT = "    mengingat: [Undang-Undang Dasar;]\n"
DASAR = "dasar_hukum: [Undang-Undang;]\n"
NOMOR = "nomor: 000.8.3.3/1/406.99/2025"
DIKTUM = "    diktum: [Menetapkan SOP.]\n"
TAHUN = "tahun: 2025\n"
PERINGATAN = "peringatan: [Apabila terlambat, maka surat tidak tertangani.]\n"
DAERAH = (
    f"{UU} 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa "
    f"kali, terakhir dengan {UU} 6 Tahun 2023"
)
ALAT = "peralatan: [Buku agenda]\n"


def mengingat(*items: str) -> str:
    return "    mengingat:\n" + "".join(f'      - "{one}"\n' for one in items)


def dasar(*items: str) -> str:
    return "dasar_hukum:\n" + "".join(f"  - {one}\n" for one in items)


@dataclass(frozen=True)
class Case:
    """What stands in the small office, what is put there, and what it becomes."""

    nama: str
    kode: str
    asli: str
    salah: str
    benar: str
    ubahan: int = 1


CASES = (
    Case("repealed, typed in a decree", "SOP602", MENGINGAT,
         mengingat(f"{UU} 32 Tahun 2004 tentang Pemerintahan Daerah;"),
         mengingat(PEMDA)),
    Case("repealed, typed in a SOP without an end", "SOP602", DASAR,
         dasar(f"{UU} 10 Tahun 2004 tentang Pembentukan Peraturan Perundang-undangan"),
         dasar(f"{UU} 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan "
               f"sebagaimana telah diubah beberapa kali, terakhir dengan {UU} 13 Tahun "
               "2022")),
    Case("repealed, by id", "SOP602", DASAR,
         dasar("peraturan: pp-72-2005"), dasar("peraturan: pp-43-2014")),
    Case("repealed, its successor is there", "SOP602", DASAR,
         dasar("peraturan: pp-5-2021", "peraturan: pp-28-2025"),
         dasar("peraturan: pp-28-2025")),
    Case("repealed and last, its successor is there", "SOP602", DASAR,
         dasar(f"{UU} 23 Tahun 2014 tentang Pemerintahan Daerah;",
               f"{UU} 32 Tahun 2004 tentang Pemerintahan Daerah."),
         dasar(f"{UU} 23 Tahun 2014 tentang Pemerintahan Daerah."), 2),
    Case("changes missing", "SOP603", DASAR,
         dasar(f"{UU} 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-Undangan."),
         dasar(f"{UU} 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan "
               f"sebagaimana telah diubah beberapa kali, terakhir dengan {UU} 13 Tahun "
               "2022.")),
    Case("title with a slip", "SOP607", DASAR,
         dasar(f"{PUSAT} Pemerintah Daerah"), dasar(f"{PUSAT} Pemerintahan Daerah")),
    Case("gazette with swapped digits", "SOP608", MENGINGAT,
         mengingat(LAYANAN.replace("Nomor 112", "Nomor 121")), mengingat(LAYANAN)),
    Case("gazette missing", "SOP612", MENGINGAT,
         mengingat(f"{UU} 25 Tahun 2009 tentang Pelayanan Publik;"),
         mengingat(LAYANAN)),
    Case("order by id", "SOP609", DASAR,
         dasar("peraturan: pp-17-2018", "peraturan: uu-25-2009"),
         dasar("peraturan: uu-25-2009", "peraturan: pp-17-2018"), 2),
    Case("order, the ends stay at their places", "SOP609", DASAR,
         dasar("Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;",
               f"{UU} 25 Tahun 2009 tentang Pelayanan Publik."),
         dasar(f"{UU} 25 Tahun 2009 tentang Pelayanan Publik;",
               "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan."), 4),
    Case("named twice", "SOP610", DASAR,
         dasar("peraturan: uu-25-2009", f"{UU} 25 Tahun 2009 tentang Pelayanan Publik"),
         dasar("peraturan: uu-25-2009")),
    Case("named in short, in a decree", "SOP630", MENGINGAT,
         mengingat("UU No. 25 Th 2009 tentang Pelayanan Publik;"), mengingat(LAYANAN)),
    Case("named in short, and more is said", "SOP630", DASAR,
         dasar("Pasal 5 UU No.25 Th.2009 tentang Pelayanan Publik"),
         dasar(f"Pasal 5 {UU} 25 Tahun 2009 tentang Pelayanan Publik")),
    Case("named in short, by id", "SOP630", DASAR,
         dasar("{peraturan: uu-25-2009, teks: UU 25/2009 tentang Pelayanan Publik}"),
         dasar(f"{{peraturan: uu-25-2009, teks: {UU} 25 Tahun 2009 tentang Pelayanan "
               "Publik}")),
    Case("named in short, in a dictum", "SOP630", DIKTUM,
         "    diktum: [Menetapkan SOP menurut UU 25/2009.]\n",
         f"    diktum: [Menetapkan SOP menurut {UU} 25 Tahun 2009.]\n"),
    Case("several named in short", "SOP630", PERINGATAN,
         "peringatan: [Menurut UU No. 25 Th 2009 dan PP 96/2012 dilayani.]\n",
         f"peringatan: [Menurut {UU} 25 Tahun 2009 dan Peraturan Pemerintah Nomor 96 "
         "Tahun 2012 dilayani.]\n", ubahan=1),
    Case("repealed, and all that a text says", "SOP602", PERINGATAN,
         f"peringatan: [{UU} 32 Tahun 2004 tentang Pemerintahan Daerah;]\n",
         f'peringatan: ["{DAERAH};"]\n'),
    Case("old code of the SOP", "SOP114", TAHUN,
         f"pola_nomor_sop: 065/{{nomor:02}}/{{kode_unit}}/{{tahun}}\n{TAHUN}",
         f"pola_nomor_sop: 000.8.3.3/{{nomor:02}}/{{kode_unit}}/{{tahun}}\n{TAHUN}"),
    Case("year typed in the pattern", "SOP132", TAHUN,
         f"pola_nomor_sop: 000.8.3.3/{{nomor}}/{{kode_unit}}/2024\n{TAHUN}",
         f"pola_nomor_sop: 000.8.3.3/{{nomor}}/{{kode_unit}}/{{tahun}}\n{TAHUN}"),
    Case("stars in a title", "SOP140", "judul: BUKU SOP\n",
         "judul: BUKU **SOP**\n", "judul: BUKU SOP\n"),
    Case("menetapkan left blank", "SOP737", DIKTUM,
         f'    menetapkan: ""\n{DIKTUM}', DIKTUM),
    Case("huruf not repeated", "SOP738", MENIMBANG,
         "    menimbang:\n      - bahwa satu;\n      - bahwa dua;\n      - bahwa "
         "berdasarkan pertimbangan dimaksud dalam huruf a dan b, perlu menetapkan X;\n",
         "    menimbang:\n      - bahwa satu;\n      - bahwa dua;\n      - bahwa "
         "berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, "
         "perlu menetapkan X;\n"),
    Case("item that ends in a full stop", "SOP740", MENIMBANG,
         "    menimbang: [bahwa perlu.]\n", MENIMBANG),
    Case("head of the lampiran", "SOP742", DIKTUM,
         f"{DIKTUM}    lampiran: {{kepala: [nomor, tanggal]}}\n",
         f"{DIKTUM}    lampiran: {{kepala: [nomor, tanggal, tentang]}}\n"),
    Case("head without its first line", "SOP742", DIKTUM,
         f"{DIKTUM}    lampiran:\n      kepala:\n      - tanggal\n      - tentang\n",
         f"{DIKTUM}    lampiran:\n      kepala:\n      - nomor\n      - tanggal\n"
         "      - tentang\n"),
    Case("misspelt", "SOP745", ALAT, "peralatan: [Mesin antrian]  # dari kantor lama\n",
         "peralatan: [Mesin antrean]  # dari kantor lama\n"),
    Case("misspelt answer of a decision", "SOP745", "ke: {Ya: 3, Tidak: 1}",
         "ke: {Ijin ada: 3, Tidak: 1}", "ke: {Izin ada: 3, Tidak: 1}"),
    Case("blanks in a number", "SOP746", NOMOR,
         "nomor: 000.8.3.3/ 1 /406.99/2025", NOMOR),
)  # fmt: skip
#: What a workbook has no sheet for, or reads otherwise.
IN_FILES = (
    Case("code in other letters", "SOP927", "  - id: surat\n", "  - id: Surat\n",
         "  - id: surat\n"),
    Case("several pelaksana in one text", "SOP201", "    pelaksana: Camat\n",
         "    pelaksana: Camat; Petugas\n", "    pelaksana: [Camat, Petugas]\n"),
)  # fmt: skip
#: What is found and left to the office, for the table does not know it for certain, or
#: the words say more.
LEFT = (
    Case("repealed, as is commonly known", "SOP602", DASAR,
         dasar("peraturan: uu-7-1996"), ""),
    Case("repealed, and more is said behind its title", "SOP602", DASAR,
         dasar(f"{UU} 32 Tahun 2004 tentang Pemerintahan Daerah, khususnya camat"), ""),
    Case("one article of a repealed one", "SOP602", DASAR,
         dasar("{peraturan: pp-72-2005, pasal: 5}"), ""),
    Case("two articles of one", "SOP610", DASAR,
         dasar("{peraturan: uu-25-2009, pasal: 5}",
               "{peraturan: uu-25-2009, pasal: 9}"), ""),
    Case("repealed, in a sentence", "SOP602", DIKTUM,
         f"    diktum: [Menetapkan SOP menurut {UU} 32 Tahun 2004 tentang Pemerintahan "
         "Daerah.]\n", ""),
    Case("repealed, beside what took its place", "SOP602", PERINGATAN,
         f"peringatan: [{UU} 32 Tahun 2004 sebagaimana telah diubah dengan {UU} 23 "
         "Tahun 2014]\n", ""),
    Case("in short, and not in the table", "SOP630", DIKTUM,
         "    diktum: [Menetapkan SOP menurut UU 250/2009.]\n", ""),
    Case("in short, and hardly sure", "SOP630", DIKTUM,
         "    diktum: [Menetapkan SOP menurut Permenkes 2/2023.]\n", ""),
    Case("title of which something is commonly known", "SOP607", DASAR,
         dasar("Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
               " Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional "
               "Prosedur Administrasi"), ""),
)  # fmt: skip


def spoilt(folder: Path, case: Case) -> Path:
    """Write the small office with what is wrong in it."""
    write_lambang(write_kantor(folder))
    for name in FILES:
        file = folder / name
        text = file.read_text(encoding="utf-8")
        if case.asli in text:
            new = text.replace(case.asli, case.salah, 1)
            file.write_text(new, encoding="utf-8", newline="\n")
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in FILES}


def mended(place: Path, kode: str) -> Hasil:
    hasil = mend(place, lambda one: one == kode)
    assert hasil.ditolak == ()
    return hasil


def codes(place: Path) -> set[str]:
    return {one.code for one in skim(place).findings}


@pytest.mark.slow
@pytest.mark.parametrize("case", [*CASES, *IN_FILES], ids=lambda case: case.nama)
def test_files_say_what_is_right_and_stay_as_they_are(
    case: Case, tmp_path: Path
) -> None:
    folder = spoilt(tmp_path / "uji", case)
    assert case.kode in codes(folder)
    old = texts(folder)
    hasil = mended(folder, case.kode)
    assert sum(len(one.ubahan) for one in hasil.diperbaiki) == case.ubahan
    assert save(hasil.disunting) is None
    for name, text in texts(folder).items():
        before, _, after = old[name].partition(case.salah)
        assert text.startswith(before)
        assert text.endswith(after)
        wanted = old[name].replace(case.salah, case.benar)
        assert yaml.safe_load(text) == yaml.safe_load(wanted)
    assert case.kode not in codes(folder)
    assert not mended(folder, case.kode).diperbaiki


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.nama)
def test_a_workbook_says_the_same(case: Case, tmp_path: Path) -> None:
    folder = spoilt(tmp_path / "uji", case)
    book = folder / "uji.xlsx"
    book.write_bytes(export_workbook(folder).workbook)
    hasil = mended(book, case.kode)
    book.write_bytes(hasil.buku_kerja)
    assert case.kode not in codes(book)
    assert save(mended(folder, case.kode).disunting) is None
    compared = compare_specs(folder, book)
    assert compared.perubahan is not None
    assert compared.perubahan.kosong
    assert not mended(book, case.kode).diperbaiki


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case.nama)
def test_what_is_not_certain_is_left(case: Case, tmp_path: Path) -> None:
    folder = spoilt(tmp_path / "uji", case)
    assert case.kode in codes(folder)
    assert mended(folder, case.kode).disunting.ganti == ()


#: Code · a chapter · what becomes of it.
CHAPTERS = (
    ("SOP630",
     "# DASAR\n\nMenurut UU No. 25 Th 2009 dan\nPP 96/2012 warga\ndilayani.\n",
     f"# DASAR\n\nMenurut {UU} 25 Tahun 2009 dan\nPeraturan Pemerintah Nomor 96 Tahun "
     "2012 warga\ndilayani.\n"),
    ("SOP630", "Menurut UU No. 25\nTh 2009 warga dilayani.\n", ""),
    ("SOP602",
     f"# DASAR\n\n1. {UU} 32 Tahun 2004 tentang Pemerintahan Daerah;\n"
     f"2. {UU} 25 Tahun 2009 tentang Pelayanan Publik.\n",
     f"# DASAR\n\n1. {DAERAH};\n2. {UU} 25 Tahun 2009 tentang Pelayanan Publik.\n"),
    ("SOP602", f"1. {UU} 32 Tahun 2004 tentang Pemerintahan\n   Daerah;\n", ""),
    ("SOP602", f"Menurut\n{UU} 32 Tahun 2004 tentang Pemerintahan Daerah\n", ""),
    ("SOP602",
     f"1. {UU} 32 Tahun 2004 tentang Pemerintahan Daerah;\n2. {DAERAH}.\n", ""),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("kode", "salah", "benar"), CHAPTERS)
def test_a_chapter_says_what_is_right(
    kode: str, salah: str, benar: str, tmp_path: Path
) -> None:
    folder = write_kantor(tmp_path / "uji")
    file = folder / "naskah/pendahuluan.md"
    file.parent.mkdir()
    file.write_text(salah, encoding="utf-8", newline="\n")
    assert kode in codes(folder)
    assert save(mended(folder, kode).disunting) is None
    assert file.read_text(encoding="utf-8") == (benar or salah)
    assert (kode in codes(folder)) == (not benar)
    assert not mended(folder, kode).diperbaiki
