"""Which sheets a workbook has, and where each field of a spec stands in it.

Sheets are found by their names, rows and columns by their headings, so that staff may
move, add and hide them.  ``dump`` writes by these tables, ``load`` reads by them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from sopgen.kosakata import heading
from sopgen.model.ingatan import remembered
from sopgen.spec.schema import (
    AbaikanYaml,
    BukuYaml,
    DaftarSopYaml,
    KeputusanYaml,
    LampiranYaml,
    PejabatYaml,
    PengesahYaml,
    SopYaml,
)
from sopgen.spec.schema_kantor import KecamatanYaml, TteYaml
from sopgen.spec.schema_tabel import KoreksiYaml, PeraturanYaml, TabelYaml
from sopgen.spec.workbook.bentuk_isian import Isian as Isian  # of the tables below
from sopgen.spec.workbook.bentuk_isian import Kolom as Kolom
from sopgen.spec.workbook.bentuk_isian import isian_of, kolom_of

#: Sheets that are written for the reader's help alone.
PETUNJUK, PILIHAN, TEMUAN = "Petunjuk", "Pilihan", "Temuan"
#: What became of last year's book, written when the year changes.
PERUBAHAN = "Perubahan"
#: Sheets that are never read.
TAK_DIBACA = (PETUNJUK, PILIHAN, TEMUAN, PERUBAHAN)
BUKU, PEJABAT, SUSUNAN = "Buku", "Pejabat", "Susunan"
KEPUTUSAN, DASAR_HUKUM, DAFTAR_SOP = "Keputusan", "Dasar Hukum", "Daftar SOP"
TABEL_LAMPIRAN, PENGESAHAN = "Tabel Lampiran", "Pengesahan"
NASKAH, PERATURAN, KOREKSI = "Naskah", "Peraturan", "Koreksi"
ABAIKAN = "Abaikan"
#: A sheet of books that are ordered by seksi alone.
SEKSI = "Seksi"
FIXED = (
    BUKU, PEJABAT, PENGESAHAN, SUSUNAN, KEPUTUSAN, TABEL_LAMPIRAN, DASAR_HUKUM,
    DAFTAR_SOP, NASKAH, PERATURAN, KOREKSI, ABAIKAN, SEKSI,
)  # fmt: skip
#: A row that begins with this word shows how rows are filled in.
CONTOH = "contoh"
#: A lone dash: there is none, where a blank cell would mean what is usual.
KOSONG = "-"
#: The label that makes a sheet that of a SOP.
KODE_SOP = "Kode SOP"

#: Other words that staff use for a heading.
SEBUTAN = {
    "no": "nomor",
    "uraian": "kegiatan",
    "uraian kegiatan": "kegiatan",
    "aktivitas": "kegiatan",
    "ket": "keterangan",
    "id": "kode",
    "persyaratan": "kelengkapan",
    "keluaran": "output",
    "hasil": "output",
    "target": "ke",
    "panggil sop": "sop dipanggil",
    "sop lain": "sop dipanggil",
    "sop yang dipanggil": "sop dipanggil",
}


@remembered(20_000)
def plain(text: str) -> str:
    """Return a heading as it is compared: small letters and single spaces."""
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()


@remembered(20_000)
def named(text: str) -> str:
    """Return a heading in the word that stands for all it may be called."""
    word = plain(text)
    return SEBUTAN.get(word, word)


#: Lines of the office that an ordinary kecamatan in a kabupaten does without.
JARANG = ("jenis", "kepala", "induk", "jenis_wilayah", "lambang_kanan")


def _of_kecamatan() -> tuple[Isian, ...]:

    named_so = {
        "nama": heading("nama_kantor"),
        "kode_unit": "Kode unit",
        "jenis": heading("jenis_kantor"),
        "kepala": heading("kepala_kantor"),
    }
    return tuple(
        Isian(
            named_so.get(key, heading(key)), ("kecamatan", key), KecamatanYaml,
            jarang=key in JARANG,
        )
        for key in KecamatanYaml.model_fields
    )  # fmt: skip


def _of_columns(model: type[Any]) -> tuple[Isian, ...]:
    """Return the lines that say which columns charts have."""
    told = "Judul kolom sendiri (Biaya), atau nama lain: Kelengkapan: Persyaratan"
    return (
        Isian("Kolom", ("kolom",), model, daftar=True, uraian=told, jarang=True),
        *(
            Isian(heading(key), (key,), model, jarang=True)
            for key in ("mutu_baku", "jumlah_waktu")
        ),
    )


def _of_tte() -> tuple[Isian, ...]:
    """Return the lines about electronic signatures."""
    return tuple(
        Isian(
            heading(key if "_" in key else f"{key}_tte"), ("tte", key), TteYaml,
            jarang=True,
        )
        for key in TteYaml.model_fields
    )  # fmt: skip


def _signed(model: type[Any]) -> Isian:
    """Return the line that says how something is signed."""
    return Isian(heading("tanda_tangan"), ("tanda_tangan",), model, jarang=True)


FORM_BUKU = (
    *isian_of(BukuYaml, ("tahun", "judul", "status")),
    *_of_kecamatan(),
    *isian_of(
        BukuYaml,
        (
            "penandatangan", "tanggal_pengesahan", "pengesahan_bertanda", "kertas",
            "profil_simbol", "cabang", "pola_nomor_sop", "kertas_bagan",
            "orientasi_bagan", "cetak",
        ),
    ),
    Isian("Awalan SOP", ("awalan_sop",), BukuYaml, daftar=True),
    *_of_columns(BukuYaml),
    *_of_tte(),
)  # fmt: skip
#: The date up to which an office's own table of regulations is known.
PER = Isian("Tabel peraturan per", ("per",), TabelYaml)
#: What a workbook says of itself, where a folder has a name and an archive.
KODE_KANTOR = Isian(
    heading("kode_kantor"), ("kode_kantor",), BukuYaml,
    uraian="Nama folder hasil, apa pun nama berkas ini; kosong = nama berkas",
)  # fmt: skip
BUKU_LALU = Isian(
    heading("buku_tahun_lalu"), ("buku_tahun_lalu",), BukuYaml,
    uraian="Jalur buku kerja tahun lalu dari folder berkas ini: karangan-2025.xlsx",
)  # fmt: skip
#: Lines of the sheet Buku that are no part of buku.yaml.
SENDIRI = (KODE_KANTOR, BUKU_LALU, PER)

ISIAN_KODE = Isian(
    KODE_SOP, ("kode",), SopYaml, uraian="Kode seperti pada lembar Daftar SOP"
)
FORM_SOP = (
    *isian_of(
        SopYaml,
        (
            "judul", "unit", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif",
            "disahkan_oleh", "status", "catatan", "kertas_bagan", "orientasi_bagan",
        ),
    ),
    Isian(
        heading("dasar_hukum"), ("dasar_hukum",), SopYaml, daftar=True,
        uraian="Pilih peraturannya atau ketik UU 25/2009; atau tulis kalimat kantor "
        'sendiri. Yang dicetak apa adanya: "…" dalam tanda petik',
    ),
    *(
        Isian(heading(key), (key,), SopYaml, daftar=True)
        for key in (
            "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan",
            "pencatatan", "pelaksana",
        )
    ),
    *_of_columns(SopYaml),
    _signed(SopYaml),
)  # fmt: skip

TABEL_PEJABAT = (
    Kolom("Kode", "kode", "Kode untuk dirujuk: camat, sekcam", 12, CONTOH, wajib=True),
    *kolom_of(
        PejabatYaml,
        jabatan=(26, "Camat Suruh"),
        kapasitas=(12, "definitif"),
        nama=(34, "Drs. NAMA LENGKAP, M.Si"),
        pangkat=(20, "Pembina Tk. I"),
        nip=(24, "19690518 199710 1 001"),
        atas_nama=(24, ""),
        untuk_beliau=(24, ""),
    ),
    *(
        replace(one, jarang=True)
        for one in kolom_of(PejabatYaml, tanda_tangan=(16, "basah"))
    ),
)
TABEL_PENGESAHAN = kolom_of(PengesahYaml, peran=(30, CONTOH), pejabat=(20, "camat"))
TABEL_SUSUNAN = (
    Kolom("Bagian", "bagian", "Jenis bagian buku, menurut urutan cetak", 22, CONTOH,
          wajib=True),
    Kolom("Keputusan", "keputusan", "Kode keputusan, untuk keputusan dan lampiran", 16,
          "sk-1"),
    Kolom("Angka", "angka", "Angka halaman: romawi, arab, tanpa; x_dari_y untuk sop; "
          "boleh kosong", 12, "arab"),
    Kolom("Judul", "judul", 'Judul di daftar isi; "-" = tidak dicantumkan; judul bab '
          "sendiri", 40, ""),
    Kolom("Berkas", "berkas", "Untuk bagian naskah: nama bab sendiri pada lembar "
          "Naskah", 18, "visi"),
)  # fmt: skip
TABEL_KEPUTUSAN = (
    Kolom("Keputusan", "keputusan", "Kode keputusan; kosong = sama dengan di atasnya",
          14, CONTOH, wajib=True),
    Kolom("Bagian", "bagian", "Bagian keputusan; kosong = butir berikutnya", 20,
          "Menimbang", wajib=True),
    Kolom("Isi", "isi", "Satu butir dalam satu sel; mengingat dan memperhatikan "
          "ditulis di lembar Dasar Hukum", 100, "bahwa …;", wajib=True),
    Kolom("Kode SOP", "kode_sop", "Hanya untuk bagian Sebutan: SOP yang disebut lain",
          16),
)  # fmt: skip
#: A row of a table of its own that an annex has; the first of each are its headings.
KOLOM_TABEL = (
    Kolom("Keputusan", "keputusan", "Kode keputusan; kosong = sama dengan di atasnya",
          14, CONTOH, wajib=True),
    Kolom("Lampiran", "lampiran", "Lampiran keberapa: I, II; kosong = sama dengan di "
          "atasnya", 12, "II"),
    Kolom("Kolom", "kolom", "Baris pertama tiap lampiran: judul kolomnya; di bawahnya "
          "isinya. Tabel boleh disalin ke sini", 24, "No", berulang=True),
)  # fmt: skip
TABEL_DASAR = (
    Kolom("Untuk", "untuk", "Kode keputusan; kosong = seperti di atasnya. Dasar hukum "
          "SOP ditulis di lembar SOP-nya", 24, CONTOH, wajib=True),
    Kolom("Bagian", "bagian", "Mengingat atau Memperhatikan", 16, "Mengingat"),
    Kolom("Peraturan", "peraturan", "Pilih dari daftar, atau ketik UU 25/2009; "
          "kalimatnya disusun sendiri", 50, "UU 25/2009 – Pelayanan Publik",
          contoh_lama="uu-25-2009"),
    Kolom("Pasal", "pasal", "Pasal yang dikutip; biasanya kosong", 16, "18 ayat (6)"),
    Kolom("Teks", "teks", "Kalimat kantor sendiri; kosong = menurut peraturannya", 90),
)  # fmt: skip
TABEL_SEKSI = (
    Kolom("Seksi", "nama", "Nama seksi menurut urutan cetak: Pemerintahan", 40, CONTOH,
          wajib=True, sebutan=("Nama", "Nama seksi")),
    Kolom("Kode", "kode", "Kode untuk {seksi} pada pola nomor SOP; boleh kosong", 12,
          "Pem"),
)  # fmt: skip
TABEL_DAFTAR = (
    *kolom_of(
        DaftarSopYaml,
        id=(22, CONTOH),
        nomor=(8, "1"),
        nama=(48, "Rekomendasi Permohonan Kartu Keluarga"),
        nama_pendek=(32, ""),
        judul_sampul=(40, ""),
        judul_prosedur=(48, ""),
    ),
    *(
        replace(one, jarang=True)
        for one in kolom_of(DaftarSopYaml, seksi=(26, ""), nomor_sop=(28, ""))
    ),
)
TABEL_NASKAH = (
    Kolom("Naskah", "naskah", "kata_pengantar, pendahuluan, penutup, atau bab sendiri "
          "menurut lembar Susunan; kosong = sama dengan di atasnya", 18, CONTOH,
          wajib=True),
    Kolom("Teks", "teks", "Satu alinea, daftar, tabel, atau gambar dalam satu sel", 120,
          "…", wajib=True),
)  # fmt: skip
TABEL_PERATURAN = kolom_of(
    PeraturanYaml,
    id=(20, CONTOH),
    jenis=(14, "Perbup"),
    nomor=(10, "82"),
    tahun=(8, "2013"),
    tentang=(60, "Pelimpahan Wewenang Bupati Kepada Camat"),
    daerah=(18, "Trenggalek"),
    lembaran=(26, ""),
    status=(16, "berlaku"),
    oleh=(20, ""),
    sebagian=(20, ""),
    sejak=(8, ""),
    keyakinan=(12, "sedang"),
    perlu_verifikasi=(16, ""),
    sumber=(30, ""),
    catatan=(30, ""),
)
#: Columns of that table in which several codes may stand.
BERKODE = ("oleh", "sebagian")
TABEL_KOREKSI = kolom_of(
    KoreksiYaml, tertulis=(50, CONTOH), menjadi=(50, ""), alasan=(50, "salah ketik")
)
TABEL_ABAIKAN = (
    *kolom_of(
        AbaikanYaml, kode=(14, CONTOH), alasan=(60, "berbatasan dengan kecamatan itu"),
        isi=(40, "Kecamatan Suruh"),
    ),
    Kolom("SOP", "sop", "Kode SOP; kosong = seluruh buku", 24),
)  # fmt: skip
#: A row per kegiatan; a row without kegiatan is a further symbol of the one above.
TABEL_KEGIATAN = (
    Kolom("No", "nomor", "Nomor kegiatan; kosong = berurutan", 9, CONTOH),
    Kolom("Kegiatan", "uraian", "Kata kerja dan objek; kosong = simbol tambahan bagi "
          "kegiatan di atasnya", 38, "Memeriksa kelengkapan berkas", wajib=True),
    Kolom("Pelaksana", "pelaksana", "Kolom tempat simbol berdiri; kegiatan bersama: "
          "Camat; Sekcam", 20, "Camat", wajib=True),
    Kolom("Simbol", "simbol", "Kosong = proses", 13, "keputusan"),
    Kolom("Jawaban", "jawaban", "Label panah keputusan: Ya, Tidak", 10, "Ya",
          berulang=True),
    Kolom("Ke", "ke", "Nomor atau kode tujuan, beberapa dipisahkan koma: 2, 3; kosong "
          "= kegiatan berikutnya; SOP: kode = berlanjut dalam SOP itu", 7, "3",
          berulang=True),
    Kolom("Tembusan", "tembusan", "Tujuan panah putus-putus", 10, "", berulang=True),
    Kolom("Kelengkapan", "kelengkapan", "Mutu baku: kelengkapan", 30, "Berkas"),
    Kolom("Waktu", "waktu", "Mutu baku: waktu", 12, "5 menit"),
    Kolom("Output", "output", "Mutu baku: output", 30, "Berkas lengkap"),
    Kolom("Keterangan", "keterangan", "Keterangan", 26),
    Kolom("Teks simbol", "teks", "Tulisan di dalam simbol", 14),
    Kolom("Kode", "id", "Kode simbol, untuk dituju", 10),
    Kolom("SOP dipanggil", "sop", "Kode SOP yang dijalankan, untuk simbol subproses",
          20),
)  # fmt: skip

#: The chapters that an office may write itself.
NASKAH_BAKU = ("kata_pengantar", "pendahuluan", "penutup")
#: What may stand in the column Bagian of a decree, in the order it is written.
BAGIAN_KEPUTUSAN = (
    *isian_of(KeputusanYaml, ("nomor", "tanggal", "judul", "tentang")),
    Isian("Menimbang", ("menimbang",), KeputusanYaml, daftar=True),
    *isian_of(KeputusanYaml, ("menetapkan",)),
    Isian("Diktum", ("diktum",), KeputusanYaml, daftar=True),
    Isian("Tembusan", ("tembusan",), KeputusanYaml, daftar=True),
    *isian_of(KeputusanYaml, ("penandatangan", "status", "catatan")),
    *isian_of(KeputusanYaml, ("jenis", "disalin_oleh", "tanda_tangan")),
    Isian("Petikan", ("petikan",), KeputusanYaml, daftar=True),
    Isian("Lampiran: judul", ("lampiran", "judul"), LampiranYaml),
    Isian("Lampiran: kepala", ("lampiran", "kepala"), LampiranYaml, daftar=True),
    Isian("Lampiran: sebutan", ("lampiran", "sebutan"), LampiranYaml, daftar=True),
)
#: The row that says that a decree has a lampiran, with ``ya``; of several each has its
#: own with its numeral, ``Lampiran II``.
LAMPIRAN = "Lampiran"
#: Where legal bases belong.
BAGIAN_DASAR = {
    "Mengingat": "mengingat",
    "Memperhatikan": "memperhatikan",
    "Dasar hukum": "dasar_hukum",
}
