"""What the files of a spec may say: the keys, their types, and what they mean.

The descriptions are for staff: they become the JSON Schema that an editor shows.
All scalars of a file arrive as text; pydantic turns them into numbers and dates.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from sopgen.model.buku import Angka
from sopgen.spec.pilihan import Kertas, KertasBagan, OrientasiBagan, Profil
from sopgen.spec.schema_kantor import Berkas, KecamatanYaml, TteYaml, Wajib
from sopgen.spec.skalar import Tanggal, TanggalBebas, YaTidak

#: What ``kolom`` is for.
KOLOM = (
    "Kolom bagan, kunci: judul; kolom sendiri di bawah Mutu Baku (biaya: Biaya), atau "
    'nama lain (kelengkapan: Persyaratan); "-" = tidak dicetak'
)

#: What ``status`` is for, in the book, in a SOP and in a decree alike.
STATUS = (
    "draf = dicetak dengan tanda DRAF; berlaku = siap ditandatangani; kosong pada SOP "
    "dan keputusan = status buku"
)

#: What ``tanda_tangan`` is for, at an official, in a SOP and in a decree alike.
TANDA_TANGAN = (
    "basah = ruang untuk pena dan cap; elektronik = kotak untuk TTE; kosong pada SOP "
    "dan keputusan = menurut pejabatnya"
)

Kode = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Keadaan = Literal["draf", "berlaku"]
Cara = Literal["basah", "elektronik"]
Kepala = Literal["nomor", "tanggal", "tentang"]
Tempat = Literal["daftar_isi", "daftar_sop", "diktum", "lampiran"]


class PejabatYaml(Berkas):
    """Pejabat yang menandatangani."""

    jabatan: Wajib = Field(description="Jabatan tanpa Plt./Plh.: Camat Karangan")
    kapasitas: Literal["definitif", "plt", "plh", "pj", "an", "ub"] = Field(
        "definitif", description="Plt./Plh./Pj./a.n./u.b. dicetak sendiri oleh sopgen"
    )
    nama: str = Field("", description="Nama dengan gelar; kosong = garis titik-titik")
    pangkat: str = Field("", description="Pangkat: Pembina")
    nip: str = Field("", description="NIP 18 angka; dicetak 19690518 199710 1 001")
    atas_nama: str = Field(
        "", description="Untuk kapasitas an, ub: jabatan yang diwakili; kosong = Camat"
    )
    untuk_beliau: str = Field(
        "",
        description="Untuk kapasitas ub: jabatan di bawah a.n.: Sekretaris Kecamatan",
    )
    tanda_tangan: Cara = Field("basah", description=TANDA_TANGAN)


class BagianYaml(Berkas):
    """Satu bagian buku dengan pengaturannya."""

    bagian: Wajib = Field(description="Jenis bagian: sampul, keputusan, sop, …")
    keputusan: str = Field(
        "", description="Kode keputusan (untuk keputusan/lampiran/salinan)"
    )
    berkas: str = Field("", description="Bab sendiri (untuk naskah): naskah/visi.md")
    angka: Angka | None = Field(
        None,
        description="Angka halaman: romawi, arab, tanpa; x_dari_y hanya untuk sop",
    )
    judul: str = Field("", description='Judul di daftar isi; "-" = tidak dicantumkan')


class LampiranYaml(Berkas):
    """Lampiran keputusan: tabel daftar SOP, atau tabel sendiri."""

    judul: str = Field("", description="Judul tabel; kosong = judul keputusan")
    kepala: list[Kepala] = Field(
        default=["nomor", "tanggal", "tentang"],
        description="Baris kepala lampiran setelah judul keputusan",
    )
    sebutan: dict[str, Wajib] = Field(
        default={}, description="Nama lain sebuah SOP dalam lampiran ini: kode: nama"
    )
    kolom: list[str] = Field(
        default=[],
        description="Judul kolom tabel sendiri: [No, Nama]; kosong = tabel daftar SOP",
    )
    baris: list[list[str]] = Field(
        default=[], description="Baris tabel sendiri; tiap baris sejumlah kolomnya"
    )


class DasarYaml(Berkas):
    """Dasar hukum menurut tabel peraturan; kalimatnya disusun sopgen."""

    peraturan: str = Field("", description="Kode dalam tabel peraturan: uu-25-2009")
    pasal: str = Field("", description="Pasal yang dikutip, boleh kosong: 18 ayat (6)")
    teks: str = Field("", description="Kalimat kantor sendiri; kosong = disusun sopgen")


DasarHukum = Wajib | DasarYaml


class KeputusanYaml(Berkas):
    """Keputusan camat."""

    id: Kode = Field(description="Kode keputusan, mis. sk-09-1")
    nomor: Wajib = Field(description="Nomor seperti dicetak: 188.45/ 09.1 /406.06/2025")
    tanggal: Tanggal = Field(
        description="Tanggal penetapan: 12 Januari 2026 atau 12/1/2026"
    )
    judul: Wajib = Field(description="Judul di bawah kata TENTANG, baris demi baris")
    tentang: str = Field("", description="Judul dalam kalimat; kosong = dari judul")
    menimbang: list[Wajib] = Field(min_length=1, description="bahwa …; butir a, b, c")
    mengingat: list[DasarHukum] = Field(
        min_length=1, description="Dasar hukum; butir 1, 2"
    )
    memperhatikan: list[DasarHukum] = Field(default=[], description="Boleh tidak ada")
    menetapkan: str | None = Field(
        None,
        description='Isi baris "Menetapkan :"; kosong = baris tanpa isi, tidak ada = '
        "dari judul keputusan",
    )
    diktum: list[Wajib] = Field(min_length=1, description="KESATU, KEDUA, …")
    tembusan: list[Wajib] = Field(default=[], description="Tembusan keputusan")
    lampiran: LampiranYaml | list[LampiranYaml] | None = Field(
        None, description="Lampiran, atau daftar lampiran: Lampiran I, II, …"
    )
    penandatangan: str = Field("", description="Kode pejabat; kosong = buku")
    jenis: Literal["salinan", "petikan"] | None = Field(
        None, description="Buat juga salinan atau petikan di samping keputusan asli"
    )
    disalin_oleh: str = Field(
        "",
        description="Kode pejabat yang menyatakan salinan atau petikan sesuai aslinya",
    )
    petikan: list[Wajib] = Field(
        default=[], description="Diktum yang dipetik: [KESATU, KETIGA]; kosong = semua"
    )
    status: Keadaan | None = Field(None, description=STATUS)
    catatan: str = Field("", description="Catatan kerja, tidak dicetak")
    tanda_tangan: Cara | None = Field(None, description=TANDA_TANGAN)


class PengesahYaml(Berkas):
    """Seorang penanda tangan lembar pengesahan."""

    peran: Wajib = Field(description="Perannya: Disusun oleh, Diperiksa oleh")
    pejabat: Wajib = Field(description="Kode pejabat: sekcam")


class DaftarSopYaml(Berkas):
    """Satu baris daftar SOP: satu-satunya tempat nama dan nomor ditulis."""

    id: Kode = Field(description="Kode SOP, seperti pada berkas atau lembar SOP-nya")
    nomor: int | None = Field(None, ge=1, description="Nomor urut; kosong = berurutan")
    nama: Wajib = Field(description="Nama resmi SOP")
    nama_pendek: str = Field("", description="Nama di daftar isi; kosong = nama")
    judul_sampul: str = Field("", description="Judul pada sampul SOP; kosong = nama")
    judul_prosedur: str = Field("", description="Judul di atas bagan alur")
    seksi: str = Field(
        "", description="Nama atau kode seksinya, bila buku disusun per seksi"
    )
    nomor_sop: str = Field(
        "", description="Nomor SOP ini sendiri; kosong = menurut pola nomor SOP"
    )


class SeksiYaml(Berkas):
    """Satu seksi kantor, bila buku disusun per seksi."""

    nama: Wajib = Field(description="Nama seksi: Pemerintahan")
    kode: str = Field("", description="Kode untuk {seksi} pada nomor SOP: Pem")


class AbaikanYaml(Berkas):
    """Temuan yang memang benar adanya, sehingga tidak perlu ditampilkan."""

    kode: Wajib = Field(description="Kode temuan: SOP734")
    alasan: Wajib = Field(description="Mengapa temuan itu memang benar")
    isi: str = Field(
        "", description="Kata-kata dari pesan temuan; kosong = semua temuan kode itu"
    )


class BukuYaml(Berkas):
    """buku.yaml: kantor, tahun, pejabat, keputusan, dan daftar SOP."""

    tahun: int = Field(ge=1950, le=2999, description="Tahun buku")
    judul: Wajib = Field(description="Judul buku, baris demi baris")
    kecamatan: KecamatanYaml = Field(description="Identitas kantor")
    pejabat: dict[Kode, PejabatYaml] = Field(
        min_length=1, description="Para pejabat, masing-masing dengan kodenya"
    )
    penandatangan: Wajib = Field(description="Kode pejabat yang mengesahkan buku")
    tanggal_pengesahan: Tanggal | None = Field(
        None, description="Tanggal lembar pengesahan: 12 Januari 2026"
    )
    pengesahan_bertanda: YaTidak = Field(
        True,
        description="Cetak blok tanda tangan di lembar pengesahan dan kata pengantar",
    )
    lembar_pengesahan: list[PengesahYaml] = Field(
        default=[],
        description="Penanda tangan lembar pengesahan, bila lebih dari satu; kosong = "
        "penandatangan buku",
    )
    status: Keadaan = Field("berlaku", description=STATUS)
    kertas: Kertas = Field("F4", description="Ukuran kertas")
    profil_simbol: Profil = Field(
        "daerah9", description="Himpunan simbol: daerah9 atau permenpan5"
    )
    kertas_bagan: KertasBagan = Field(
        "", description="Kertas bagan semua SOP, mis. A3; kosong = kertas buku"
    )
    orientasi_bagan: OrientasiBagan = Field(
        "", description="Letak kertas bagan: lanskap atau potret; kosong = lanskap"
    )
    cetak: Literal["satu-sisi", "bolak-balik"] = Field(
        "satu-sisi",
        description="bolak-balik = tiap bagian dan SOP mulai di halaman ganjil, dan "
        "tepi jilid berganti sisi",
    )
    cabang: Literal["satu", "terpisah"] = Field(
        "satu",
        description="Alur ke beberapa tujuan: satu batang yang lalu bercabang, atau "
        "terpisah sejak simbolnya",
    )
    pola_nomor_sop: Wajib = Field(
        "000.8.3.3/SOP.{nomor:02}/{kode_unit}/{tahun}",
        description="Pola nomor SOP dengan {nomor}, {kode_unit}, {tahun}; {seksi} dan "
        "{nomor_buku} dalam buku per seksi",
    )
    awalan_sop: list[Tempat] = Field(
        default=[], description='Tempat yang mencetak kata "SOP" di depan nama'
    )
    kolom: dict[str, Wajib] = Field(default={}, description=KOLOM)
    mutu_baku: YaTidak = Field(
        True, description="tidak = bagan tanpa kelengkapan, waktu, dan output"
    )
    jumlah_waktu: YaTidak = Field(
        False, description="ya = baris terakhir setiap bagan menjumlahkan waktu"
    )
    susunan: list[str | BagianYaml] = Field(
        default=[], description="Urutan bagian buku; kosong = urutan baku"
    )
    keputusan: list[KeputusanYaml] = Field(default=[], description="Keputusan camat")
    seksi: list[Wajib | SeksiYaml] = Field(
        default=[], description="Seksi menurut urutan cetak, bila SOP disusun per seksi"
    )
    sop: list[DaftarSopYaml] = Field(min_length=1, description="Daftar SOP")
    abaikan: list[AbaikanYaml] = Field(
        default=[], description="Temuan yang memang benar adanya, di seluruh buku"
    )
    tte: TteYaml = Field(
        default=TteYaml(), description="Tanda tangan elektronik: kotak, tanda, dan QR"
    )


#: A pelaksana, or several who do a kegiatan together.
Pelaksana = Wajib | Annotated[list[Wajib], Field(min_length=1)]


class SopLainYaml(Berkas):
    """Tujuan panah dalam SOP lain: {sop: tindak-lanjut}."""

    sop: str = Field("", description="Kode SOP tempat alurnya berlanjut")


#: Where an arrow leads to: a kegiatan or symbol, or another SOP.
Tujuan = Wajib | SopLainYaml


class SimbolYaml(Berkas):
    """Simbol tambahan dalam satu baris kegiatan."""

    id: str = Field("", description="Kode simbol, untuk dituju oleh ke")
    pelaksana: Pelaksana = Field(
        description="Kolom tempat simbol berdiri, atau daftar nama yang "
        "mengerjakannya bersama"
    )
    simbol: Wajib = Field("proses", description="Nama simbol")
    sop: str = Field(
        "", description="Kode SOP yang dipanggil, untuk simbol subproses: surat-masuk"
    )
    teks: str = Field("", description="Tulisan di dalam simbol")
    ke: str | list[Tujuan] | dict[str, Tujuan | list[Tujuan]] | None = Field(
        None,
        description="Tujuan panah, satu atau beberapa: 5, atau [5, arsip]; untuk "
        "keputusan label: tujuan, misalnya {Ya: 5, Tidak: [2, 3]}; {sop: kode} bila "
        "alurnya berlanjut dalam SOP lain",
    )
    tembusan: str | list[Wajib] = Field(default=[], description="Tujuan alur tembusan")


class KegiatanYaml(SimbolYaml):
    """Satu baris bagan: satu kegiatan oleh satu pelaksana, atau beberapa bersama."""

    nomor: str = Field("", description="Nomor kegiatan; kosong = berurutan")
    uraian: Wajib = Field(description="Kata kerja dan objek, tanpa pelaku")
    kelengkapan: str = Field("", description="Mutu baku: kelengkapan")
    waktu: str = Field("", description="Mutu baku: waktu, mis. 5 menit")
    output: str = Field("", description="Mutu baku: output")
    keterangan: str = Field("", description="Keterangan")
    tambahan: list[SimbolYaml] = Field(
        default=[], description="Simbol lain dalam baris yang sama"
    )


class KelompokYaml(Berkas):
    """Beberapa pelaksana yang bersebelahan di bawah satu judul."""

    kelompok: str = Field("", description="Judul di atas kolom-kolomnya: Desa")
    pelaksana: list[Wajib | dict[str, Any]] = Field(
        default=[], description="Nama pelaksana dalam kelompok itu, urut"
    )


class SopYaml(Berkas):
    """sop/<id>.yaml: identitas dan kegiatan sebuah SOP."""

    judul: str = Field("", description="Judul pada lembar identitas; kosong = nama")
    unit: str = Field("", description="Seksi/unit kerja pembuat")
    tanggal_pembuatan: TanggalBebas = Field(
        "", description="12 Januari 2026, 12/1/2026, atau Januari 2026"
    )
    tanggal_revisi: TanggalBebas = Field(
        "-", description="Tanggal revisi, atau - bila belum pernah"
    )
    tanggal_efektif: TanggalBebas = Field(
        "", description="Tanggal mulai berlaku: 12 Januari 2026"
    )
    disahkan_oleh: str = Field("", description="Kode pejabat; kosong = buku")
    dasar_hukum: list[DasarHukum] = Field(default=[], description="Dasar hukum SOP")
    kualifikasi_pelaksana: list[Wajib] = Field(default=[], description="Kemampuan")
    keterkaitan: list[Wajib] = Field(default=[], description="SOP lain yang terkait")
    peralatan: list[Wajib] = Field(default=[], description="Peralatan/perlengkapan")
    peringatan: list[Wajib] = Field(default=[], description="Apabila … maka …")
    pencatatan: list[Wajib] = Field(default=[], description="Pencatatan dan pendataan")
    pelaksana: list[Wajib | KelompokYaml] = Field(
        default=[],
        description="Kolom pelaksana, urut; yang berkelompok ditulis sebagai kelompok "
        "dengan pelaksananya",
    )
    kolom: dict[str, Wajib] = Field(default={}, description=KOLOM)
    mutu_baku: YaTidak | None = Field(
        None,
        description="tidak = bagan tanpa kelengkapan, waktu, dan output; kosong = buku",
    )
    jumlah_waktu: YaTidak | None = Field(
        None, description="ya = baris terakhir menjumlahkan waktu; kosong = buku"
    )
    kegiatan: list[KegiatanYaml] = Field(default=[], description="Baris bagan")
    kertas_bagan: KertasBagan = Field(
        "", description="Kertas bagan SOP ini, mis. A3; kosong = menurut buku"
    )
    orientasi_bagan: OrientasiBagan = Field(
        "", description="Letak kertas bagan SOP ini: lanskap, potret; kosong = buku"
    )
    status: Keadaan | None = Field(None, description=STATUS)
    catatan: str = Field("", description="Catatan; dicetak pada SOP tanpa kegiatan")
    tanda_tangan: Cara | None = Field(None, description=TANDA_TANGAN)
    abaikan: list[AbaikanYaml] = Field(
        default=[], description="Temuan yang memang benar adanya, pada SOP ini saja"
    )
