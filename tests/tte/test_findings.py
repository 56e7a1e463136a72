"""What keeps an application from finding where to sign, or a reader from verifying."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.diagnostic import Diagnostic
from sopgen.pipeline import examine_alone
from sopgen.spec.exchange import export_workbook
from tests.tte.kantor import TTE, write_tte

PAGE = "https://tte.uji.go.id/periksa"
BOTH = (
    "lembar_pengesahan:\n  - {peran: Diperiksa oleh, pejabat: sekcam}\n"
    "  - {peran: Disahkan oleh, pejabat: camat}\npenandatangan: camat\n"
)
SEKCAM = (
    "  sekcam: {jabatan: Sekretaris, nama: BUDI UJI, pangkat: Penata, "
    "nip: 19700101 199801 1 002, tanda_tangan: elektronik}\n"
)


def told(folder: Path) -> list[Diagnostic]:
    found = examine_alone(folder).findings
    return [one for one in found if "SOP190" <= one.code <= "SOP196"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("tte:\n", 'tte:\n  tanda: "##"\n', "SOP190", "2 karakter"),
        ("tte:\n", "tte:\n  tanda: x\n", "SOP190", "huruf"),
        ("tte:\n", "tte:\n  lebar: 60\n  tinggi: 60\n", "SOP191", "60 × 60 poin"),
        ("tte:\n", "tte:\n  lebar: 400\n", "SOP191", "tidak lazim"),
        ("tte:\n", f"tte:\n  kaki: {'x ' * 200}\n", "SOP191", "tidak muat"),
        ("    tanda_tangan: elektronik\n", "", "SOP192", "tidak dipakai"),
        ("    nip: 19690518 199710 1 001\n", "", "SOP193", "tanpa `nip`"),
        ("    nama: SITI AMINAH\n", "", "SOP193", "tanpa `nama`"),
        (PAGE, "http://uji.go.id", "SOP194", "bukan alamat https"),
        (PAGE, "https://uji", "SOP194", "bukan alamat https"),
        (PAGE, f"{PAGE}/{{nomr}}", "SOP194", "tidak dikenal"),
        (PAGE, f"{PAGE}/{{id", "SOP194", "tidak berpasangan"),
        (PAGE, f"{PAGE}/{'a' * 80}", "SOP194", "terlalu panjang"),
        ("penandatangan: camat\n", SEKCAM + BOTH, "SOP195", "Sekretaris, Camat Uji"),
        ("[bahwa perlu;]", '["bahwa formulir #1;"]', "SOP196", "`#1`"),
        ("000.8.3.3/1/", "000.8.3.3#1/", "SOP196", "`000.8.3.3#1/406.99/2025`"),
        ("  nama: Uji\n", '  nama: Uji\n  alamat: "Jl. #7"\n', "SOP196", "`#7`"),
        ("nama: Surat Masuk", 'nama: "Surat #2 Masuk"', "SOP196", "halaman 2"),
    ],
)  # fmt: skip
def test_it_is_told(old: str, new: str, code: str, words: str, tmp_path: Path) -> None:
    (one,) = told(write_tte(tmp_path / "uji", (old, new)))
    assert one.code == code
    assert words in one.message
    assert one.saran


@pytest.mark.slow
def test_a_sound_office_is_told_nothing(tmp_path: Path) -> None:
    assert told(write_tte(tmp_path / "uji")) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "page"),
    [
        ("uraian: Menerima surat", "uraian: 'Menerima #1'", "halaman 3"),
        ("{Ya: 3, Tidak: 1}", "{'#Ya': 3, Tidak: 1}", "halaman 3"),
        ("Buku agenda surat masuk", "'#buku agenda'", "halaman 2"),
    ],
)  # fmt: skip
def test_the_tag_in_a_sop_is_told_at_its_field_with_the_page(
    old: str, new: str, page: str, tmp_path: Path
) -> None:
    folder = write_tte(tmp_path / "uji", (old, new), file="sop/surat.yaml")
    (one,) = told(folder)
    assert one.code == "SOP196"
    assert one.forbids_final
    assert page in one.message
    assert "#" in one.span.excerpt
    assert one.span.source.path.endswith("sop/surat.yaml")


@pytest.mark.slow
def test_a_word_in_several_fields_is_told_once_with_all_of_them(tmp_path: Path) -> None:
    change = ("waktu: 5 menit", "waktu: 5 menit\n    output: 'Berkas #2'")
    (one,) = told(write_tte(tmp_path / "uji", change, file="sop/surat.yaml"))
    assert ["#2" in span.excerpt for span in (one.span, *one.juga)] == [True] * 3


@pytest.mark.slow
def test_a_tag_that_is_everywhere_is_told_once_where_it_is_chosen(
    tmp_path: Path,
) -> None:
    (one,) = told(write_tte(tmp_path / "uji", ("tte:\n", 'tte:\n  tanda: "."\n')))
    assert one.code == "SOP196"
    assert "tanda" in one.span.excerpt


@pytest.mark.slow
def test_the_tag_in_a_text_that_no_file_of_it_prints_is_not_told(
    tmp_path: Path,
) -> None:
    folder = write_tte(tmp_path / "uji", ("judul: BUKU SOP", "judul: 'BUKU #1 SOP'"))
    assert told(folder) == []


@pytest.mark.slow
def test_in_a_workbook_it_is_told_at_its_cell(tmp_path: Path) -> None:
    change = ("[bahwa perlu;]", '["bahwa formulir #1;"]')
    folder = write_tte(tmp_path / "uji", change, (TTE, TTE + "  lebar: 60\n"))
    made = export_workbook(folder)
    assert made.workbook
    file = tmp_path / "uji.xlsx"
    file.write_bytes(made.workbook)
    found = {one.code: one for one in told(file)}
    assert found["SOP196"].span.place.startswith("Keputusan!")
    assert found["SOP191"].span.place.startswith("Buku!")
