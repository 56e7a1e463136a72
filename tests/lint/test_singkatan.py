"""Abbreviations: whether their letters come from the words that explain them."""

from __future__ import annotations

import pytest

from sopgen.lint import lint
from sopgen.lint.kepanjangan import explained, fitting
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity
from sopgen.sebab import causes
from tests.lint.keliru import Change, both, cell, sentence
from tests.lint.rumpun import found_by, rules_in

OWN = rules_in("singkatan")
#: A remark, and the abbreviation that is told with the words beside it.
WRONG = (
    ("TMS: Memenuhi Syarat", "`TMS` untuk `Memenuhi Syarat`"),
    ("MS: tidak memenuhi syarat", "`MS` untuk `tidak memenuhi syarat`"),
    ("BTL = Berkas Lengkap", "`BTL` untuk `Berkas Lengkap`"),
    ("BL: Lengkap Belum; BP: Belum Layak Pakai", ""),
    ("SPT: Surat Keterangan Usaha", "`SPT` untuk `Surat Keterangan Usaha`"),
    ("KK (Kartu Tanda Penduduk) dibawa", "`KK` untuk `Kartu Tanda Penduduk`"),
    ("Fotokopi Kartu Tanda Penduduk (NIB)", "`NIB` untuk `Kartu Tanda Penduduk`"),
    ("Berkas Belum Memenuhi Syarat (MS)", "`MS` untuk `Belum Memenuhi Syarat`"),
    ("RKB: Rencana Belanja Barang", "`RKB` untuk `Rencana Belanja Barang`"),
    ("SKT singkatan dari Surat Keterangan Usaha", "`SKT` untuk `Surat Keterangan "
     "Usaha`"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_letters_that_the_words_do_not_give_are_told(
    text: str, told: str, buku: Buku
) -> None:
    found = found_by(OWN, cell("skck", 2, text)(buku))
    if not told:
        assert found == []
        return
    (one,) = found
    assert (one.code, one.severity) == ("SOP772", Severity.WARNING)
    assert one.message.endswith(f": {told}")
    assert one.span.excerpt.strip().startswith(("keterangan:", "- "))


def test_two_that_are_swapped_are_told_together(buku: Buku) -> None:
    text = "MS: Tidak Memenuhi Syarat, TMS: Memenuhi Syarat"
    (one,) = found_by(OWN, cell("skck", 2, text)(buku))
    assert "`MS` untuk `Tidak Memenuhi Syarat`, `TMS` untuk" in one.message


#: Remarks that name an abbreviation and are right.
RIGHT = (
    "TMS: dikembalikan untuk dilengkapi", "KTP: fotokopi", "KK: Kopi Asli",
    "MS: Memenuhi Syarat; TMS: Tidak Memenuhi Syarat", "KTP (asli dan fotokopi)",
    "MS: Memenuhi Syarat dan TMS: Tidak Memenuhi Syarat", "SKCK: KTP, Kartu Keluarga",
    "Kuasa dari Kepala Dinas Sosial (KPA)", "Sistem perizinan secara daring (OSS)",
    "PATEN: Pelayanan Administrasi Terpadu Kecamatan", "Bukan Wajib Pajak (PBB)",
    "UMKM (Usaha Mikro, Kecil, dan Menengah)", "LINMAS: Perlindungan Masyarakat",
    "LPJ: Laporan Pertanggungjawaban", "RT/RW: Rukun Tetangga dan Rukun Warga",
    "KTP: Kartu Tanda Penduduk Elektronik", "TTD: Tanda Tangan", "ATK: Kertas, Pena",
    "Bukan Pegawai Negeri Sipil (PNS)", "SIAK = Sistem Informasi Administrasi "
    "Kependudukan", "Syarat SKCK: Kartu Keluarga", "Musyawarah Perencanaan (MUSREN)",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_said_of_an_abbreviation_is_no_explanation(
    text: str, buku: Buku
) -> None:
    assert found_by(OWN, cell("skck", 2, text)(buku)) == []


#: What the book says at several places, how heavy it is told, and a part of it.
TWICE: tuple[tuple[Change, Severity, str], ...] = (
    (cell("skck", 2, "BL: Berkas Lengkap\nBL: Belum Lunas"), Severity.WARNING,
     "`BL` dijelaskan lain"),
    (both(cell("kk", 2, "SP: Surat Pengantar"), cell("skck", 2, "SP: Surat "
     "Peringatan")), Severity.INFO, "`SP` dijelaskan lain"),
    (both(cell("kk", 2, "BTL: Berkas Tidak Lengkap"), cell("skck", 2, "BETIL: Berkas "
     "Tidak Lengkap")), Severity.WARNING, "`BTL` untuk `berkas tidak lengkap`"),
    (both(cell("kk", 2, "BTL: Berkas Tidak Lengkap"), cell("skck", 2, "TBL: Berkas "
     "Tidak Lengkap")), Severity.WARNING, "`TBL` untuk `Berkas Tidak Lengkap`"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "weight", "part"), TWICE, ids=range(len(TWICE)))
def test_two_of_one_meaning_and_one_of_two_are_told(
    change: Change, weight: Severity, part: str, buku: Buku
) -> None:
    (one,) = found_by(OWN, change(buku))
    assert (one.code, one.severity) == ("SOP772", weight)
    assert part in one.message


def test_words_of_another_language_explain_it_too(buku: Buku) -> None:
    text = "SOP (*Standard Operating Procedure*) dan SOP (Standard Operating Procedure)"
    assert found_by(OWN, sentence(f"Buku ini memuat {text}.")(buku)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SPPIRT: Sertifikat Produksi Pangan Industri Pangan Rumah Tangga", 7),
        ("Rencana Kerja dan Anggaran (RKA)", 3),
        ("KBLI: Klasifikasi Baku Lapangan Usaha Indonesia", 5),
        ("TMS: Memenuhi Syarat", 0),
        ("KTP: Kartu Keluarga", 0),
    ],
)
def test_letters_come_from_the_beginnings_of_words(text: str, words: int) -> None:
    (one,) = explained(text)
    assert len(fitting(one)) == words


@pytest.mark.slow
def test_no_other_rule_tells_the_same(buku: Buku) -> None:
    wrong = cell("skck", 2, "TMS: Memenuhi Syarat")(buku)
    assert [one.code for one in causes(lint(wrong), wrong)] == ["SOP772"]
