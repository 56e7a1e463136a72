"""What a spec may say of the office itself, and what all its files have in common."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sopgen.model.sebutan_kantor import Sebutan, called, wilayah_key


def _jenis_wilayah(value: object) -> object:
    """Return the word for a kind of region in one spelling."""
    return wilayah_key(value) if isinstance(value, str) else value


Wajib = Annotated[str, Field(min_length=1)]
JenisWilayah = Annotated[
    Literal["", "kabupaten", "kota", "kota administrasi", "provinsi"],
    BeforeValidator(_jenis_wilayah),
]
#: The fields of the office that name a picture.
LAMBANG = ("lambang", "lambang_kanan")


class Berkas(BaseModel):
    """The common rules: unknown keys are mistakes, text is trimmed."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class KecamatanYaml(Berkas):
    """Identitas kantor."""

    nama: Wajib = Field(description="Nama kecamatan tanpa kata Kecamatan: Karangan")
    jenis: str = Field(
        "",
        description="Jenis kantor: kecamatan, distrik, kelurahan, desa, dinas, badan, "
        "puskesmas, sekretariat, atau kata lain (kapanewon); kosong = kecamatan",
    )
    kepala: str = Field(
        "",
        description="Sebutan kepala kantor: Camat, Kepala Distrik, Lurah, Panewu; "
        "kosong = menurut jenis kantor",
    )
    induk: str = Field(
        "",
        description="Kantor di atasnya, sebaris pada kop: Kecamatan Karangan; "
        "biasanya kosong",
    )
    kabupaten: Wajib = Field(description="Nama kabupaten tanpa kata Kabupaten")
    jenis_wilayah: JenisWilayah = Field(
        "",
        description="Wilayahnya kabupaten, kota, kota administrasi, atau provinsi; "
        "kosong = kabupaten, atau menurut namanya (Kota Samudra)",
    )
    tempat: str = Field("", description="Tempat penetapan; kosong = nama kecamatan")
    alamat: str = Field("", description="Jalan dan nomor, seperti pada kop surat")
    telepon: str = Field("", description="Nomor telepon, seperti pada kop surat")
    kode_pos: str = Field("", description="Kode pos lima angka")
    email: str = Field("", description="Alamat surel kantor")
    laman: str = Field("", description="Alamat laman kantor")
    kode_unit: Wajib = Field(description="Kode unit pada setiap nomor: 406.06")
    lambang: str = Field(
        "",
        description="Nama berkas gambar lambang (PNG/JPG) di folder ini: lambang.png",
    )
    lambang_kanan: str = Field(
        "", description="Nama berkas lambang kedua, di kanan kop dan sampul"
    )

    @property
    def sebutan(self) -> Sebutan:
        """Return the words of the office."""
        return called(self)


class TteYaml(Berkas):
    """Tanda tangan elektronik: yang sama bagi semua berkas kantor."""

    tanda: str = Field(
        "#",
        description="Satu karakter yang dicari aplikasi TTE di dalam kotak tanda "
        'tangan, dalam tanda petik: "#"',
    )
    lebar: int = Field(
        160, ge=20, le=450, description="Lebar kotak dalam poin (1 poin = 0,353 mm)"
    )
    tinggi: int = Field(
        70, ge=20, le=300, description="Tinggi kotak dalam poin (1 poin = 0,353 mm)"
    )
    halaman_verifikasi: str = Field(
        "",
        description="Alamat https halaman verifikasi kantor, dicetak sebagai QR; boleh "
        "memuat {id}, {tahun}, {nomor}; kosong = tanpa QR",
    )
    kaki: str = Field(
        "",
        description="Kalimat di kaki halaman yang ditandatangani; kosong = kalimat "
        'sopgen; "-" = tidak dicetak',
    )
