"""What the tables of an office may say: regulations, corrections of a source book."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sopgen.spec.pilihan import Jenis
from sopgen.spec.schema import Kode
from sopgen.spec.schema_kantor import Berkas, Wajib
from sopgen.spec.skalar import Lembar, Tanggal, YaTidak


class PeraturanYaml(Berkas):
    """Satu peraturan dalam tabel."""

    id: Kode = Field(description="Kode untuk dirujuk: uu-25-2009")
    jenis: Jenis = Field(description="Bentuk peraturan: UU, PP, Perpres, …")
    nomor: Wajib = Field(description="Nomor: 25")
    tahun: int = Field(ge=1945, le=2999, description="Tahun penetapan")
    tentang: Wajib = Field(description="Judul tanpa kata tentang")
    daerah: str = Field(
        "",
        description="Daerah untuk Perda, Pergub, Perbup, Perwali; penerbit untuk SE, "
        "Keputusan, Instruksi, Permen, Kepmen, Perlembaga",
    )
    lembaran: Lembar = Field("", description="LN 2009/112, TLN 5038; boleh kosong")
    status: Literal["berlaku", "diubah", "dicabut", "perlu_verifikasi"] = Field(
        "perlu_verifikasi", description="Status pada tanggal tabel"
    )
    oleh: Kode | list[Kode] = Field(
        default=[], description="Kode yang mengubah (berurutan) atau menggantikan"
    )
    sebagian: Kode | list[Kode] = Field(
        default=[], description="Di antara oleh, yang hanya mencabut sebagian pasalnya"
    )
    sejak: int | None = Field(None, description="Tahun perubahan atau pencabutan")
    keyakinan: Literal["tinggi", "sedang", "rendah"] = Field(
        "sedang", description="Seberapa yakin: tinggi, sedang, rendah"
    )
    perlu_verifikasi: YaTidak = Field(
        False, description="ya = ada yang hanya umum diketahui, belum dilihat sumbernya"
    )
    sumber: str = Field("", description="Dari mana diketahui")
    catatan: str = Field("", description="Catatan kerja, tidak dicetak")


class TabelYaml(Berkas):
    """peraturan.yaml: peraturan tambahan atau pengganti menurut id."""

    per: Tanggal | None = Field(None, description="Isi tabel diketahui sampai tanggal")
    peraturan: list[PeraturanYaml] = Field(default=[], description="Daftar peraturan")


class KoreksiYaml(Berkas):
    """koreksi.yaml: perubahan yang disengaja terhadap buku sumber."""

    tertulis: Wajib = Field(description="Teks pada buku sumber")
    menjadi: str = Field("", description="Teks yang dicetak; kosong = dihapus")
    alasan: Wajib = Field(description="Mengapa diubah")
