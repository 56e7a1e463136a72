"""Words of the dictionary are replaced where they stand, in their case; no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.lint.pembetulan_ejaan import respell
from sopgen.perbaikan import mend
from sopgen.spec.exchange import export_workbook
from sopgen.suntingan import save
from tests.spec.kantor import write_kantor

NASKAH = (
    "# PENDAHULUAN\n\nPelayanan dimana  antrian\nsudah diatur.\n\n"
    "Lihat {{ antrian }} dan ijin.\n"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("buku antrian", "buku antrean"),
        ("Antrian, ANTRIAN", "Antrean, ANTREAN"),
        ("perijinannya dan ijin", "perijinannya dan izin"),
        ("aNtrian", "aNtrian"),
        ("Dimana surat itu", "Di mana surat itu"),
        ("Organisasi Tatakerja", "Organisasi Tatakerja"),
        ("{{ ijin }} ijin", "{{ ijin }} izin"),
        ("{% if ijin %}ijin{% endif %}", "{% if ijin %}izin{% endif %}"),
        (
            "Peraturan Bupati Nomor 3 Tahun 2010 tentang Ijin Usaha; ijin",
            "Peraturan Bupati Nomor 3 Tahun 2010 tentang Ijin Usaha; izin",
        ),
        (
            "Kasi Ketentraman dan Ketertiban menjaga ketentraman",
            "Kasi Ketentraman dan Ketertiban menjaga ketenteraman",
        ),
        ("Foto copy KTP, foto  copy", "Fotokopi KTP, foto  copy"),
        ("foto\ncopy KTP", "foto\ncopy KTP"),
        ("menjalin kerjasama dengan Balai", "menjalin kerja sama dengan Balai"),
        (
            "Dinas Pemuda dan Olah Raga, olah raga",
            "Dinas Pemuda dan Olah Raga, olahraga",
        ),
        ("hari Jum'at bulan nopember", "hari Jumat bulan November"),
        ("surat yang di tanda tangani", "surat yang ditandatangani"),
        (
            "berkas di periksa lalu di tandatangani",
            "berkas diperiksa lalu ditandatangani",
        ),
        ("berkas di proses di meja", "berkas di proses di meja"),
        ("foto kopi legalisir", "fotokopi legalisir"),
        ("warga yang yang datang", "warga yang datang"),
        ("macam macam surat", "macam macam surat"),
        ("UU 9/2010 tentang Ijin Usaha", "UU 9/2010 tentang Ijin Usaha"),
    ],
)
def test_a_text_is_respelled(text: str, wanted: str) -> None:
    assert respell(text) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_words_of_a_naskah_change(newline: str, tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    file = folder / "naskah" / "pendahuluan.md"
    file.parent.mkdir()
    old = NASKAH.replace("\n", newline).encode()
    file.write_bytes(old)
    hasil = mend(folder, lambda kode: kode == "SOP745")
    assert file.read_bytes() == old
    assert save(hasil.disunting) is None
    wanted = old.replace(b"dimana  antrian", b"di mana  antrean")
    assert file.read_bytes() == wanted.replace(b"dan ijin", b"dan izin")


@pytest.mark.slow
def test_a_paragraph_of_a_workbook_is_respelled(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    (folder / "naskah").mkdir()
    (folder / "naskah" / "pendahuluan.md").write_text(NASKAH, encoding="utf-8")
    book = folder / "uji.xlsx"
    book.write_bytes(export_workbook(folder).workbook)
    hasil = mend(book, lambda kode: kode == "SOP745")
    assert hasil.ditolak == ()
    assert len(hasil.diperbaiki) == 2
    book.write_bytes(hasil.buku_kerja)
    assert mend(book, lambda kode: kode == "SOP745").diperbaiki == ()


def test_a_pelaksana_keeps_his_name(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    file = folder / "sop" / "surat.yaml"
    old = file.read_text(encoding="utf-8").replace("Petugas", "Petugas Antrian")
    file.write_text(old, encoding="utf-8")
    hasil = mend(folder, lambda kode: kode == "SOP745")
    assert hasil.diperbaiki == ()
    assert [one.code for one in hasil.sisa] == ["SOP745"]
    assert file.read_text(encoding="utf-8") == old
