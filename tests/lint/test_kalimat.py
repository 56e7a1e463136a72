"""Each damaged passage is found by its words, whatever stands around them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.lint.daftar_ejaan import EJAAN, SALAH
from sopgen.lint.ejaan import ejaan
from sopgen.lint.kalimat import RUSAK, Rusak, kalimat_rusak
from sopgen.model.buku import Buku, Naskah
from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.spec import read_buku
from tests.spec.kantor import write_kantor, write_lambang

#: A passage for each row of the table, in its order.
PASSAGES = (
    "Petugas melihat perlu adanya\ndalam hal ini.",
    "Berkas dikirim kepada (untuk) dan UNTUK  PADA hari Senin.",
    "Hal itu berdasarkan, sebagaimana diketahui.",
    "Berkas diserahkan kepada",
    "Lampiran tidak terpisahkan dari Peraturan ini.",
    "Warga Kecamatan\nKabupaten Uji dilayani.",
    "Untuk pelayanan prima, antara lain Peraturan Bupati.",
    "Buku yang telah tersusun memuat hal yang akan disusun.",
    "Di kantor telah tersusun SOP sebagai pedoman.",
    "Hal ini berlangsung sejak tahun 1988.",
    "Warga di kecamatan-kecamatan yang ada di Kabupaten Uji dilayani.",
    "Itu menyebabkan semakin tinggi tuntutan adalah menyebabkan beban.",
    "Kegiatan meliputi Keputusan: satu hal.",
    "Peta Business Proses disusun.",
    "Menerima permohonan berkas permohonan warga.",
    "Lampiran yang tidak terpisahkan dibaca bersama.",
)


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    made = read_buku(write_lambang(write_kantor(tmp_path_factory.mktemp("uji")))).buku
    assert made is not None
    return made


def with_chapter(buku: Buku, text: str) -> Buku:
    place = Span(Source(str(Path("naskah/penutup.md"))), 1, 1)
    return replace(buku, naskah={"penutup": Naskah("penutup", Teks(text, place))})


@pytest.mark.parametrize(("rusak", "text"), [*zip(RUSAK, PASSAGES, strict=True)])
def test_each_damaged_passage_is_told(rusak: Rusak, text: str, buku: Buku) -> None:
    (found,) = kalimat_rusak(with_chapter(buku, text))
    assert found.message.startswith(f"{rusak.sebab}: ")


@pytest.mark.slow
def test_each_misspelling_is_told(buku: Buku) -> None:
    for word, proper in EJAAN.items():
        assert SALAH.fullmatch(word)
        shown = word if word == "pd" else word.capitalize()
        (found,) = ejaan(with_chapter(buku, f"Yang lain: {shown} juga."))
        assert f"`{word}` → `{proper}`" in found.message
