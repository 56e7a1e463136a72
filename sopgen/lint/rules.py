"""The list of rules, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.lint.alur import buntu, tak_tercapai
from sopgen.lint.butir import daftar_sop_berbeda, daftar_terputus
from sopgen.lint.daerah import daerah_lain, nama_huruf_kecil
from sopgen.lint.dasar_hukum import (
    dasar_di_luar_tabel,
    dasar_dicabut,
    dasar_ganda,
    dasar_keliru,
    dasar_perlu_diperiksa,
    judul_berbeda,
    naskah_di_luar_mengingat,
    perubahan_tertinggal,
    urutan_dasar,
)
from sopgen.lint.ejaan import ejaan
from sopgen.lint.identitas import nip_salah
from sopgen.lint.judul import bagian_tak_dicetak, judul_berbeda_tempat
from sopgen.lint.jumlah import jumlah_sop, terbilang_lain
from sopgen.lint.kegiatan import (
    bukan_kata_kerja,
    dua_tindakan,
    tanpa_penandatanganan,
)
from sopgen.lint.kelengkapan import (
    isian_kosong,
    kop_tanpa_kode_pos,
    lambang_kosong,
    nama_pejabat_kosong,
    pengesahan_tanpa_tanggal,
)
from sopgen.lint.keputusan import (
    daftar_satu_butir,
    diktum_tanpa_predikat,
    kepala_lampiran,
    keputusan_kembar,
    menetapkan_kosong,
    nama_keputusan_berbeda,
    nomor_berspasi,
    penutup_menimbang,
    sebutan_berbeda,
    susunan_bagian,
    tanda_baca_butir,
)
from sopgen.lint.kode import kode_klasifikasi, kode_pos_keliru
from sopgen.lint.lembar import (
    dokumen_sop_lain,
    keterkaitan_sendiri,
    keterkaitan_tak_dikenal,
    kode_lama,
    kualifikasi_sekolah,
    nomor_tak_rata,
    pencatatan_umum,
    peralatan_disalin,
    peringatan_disalin,
    seksi_berbeda,
    tanggal_tanpa_hari,
)
from sopgen.lint.lembaran import daerah_kosong, lembaran_berbeda, lembaran_kosong
from sopgen.lint.mutu_baku import waktu_kosong, waktu_nol, waktu_seragam
from sopgen.lint.naskah import (
    istilah_usang,
    kalimat_rusak,
    kode_kantor_lain,
    tahun_berbeda,
)
from sopgen.lint.pejabat import (
    bukan_camat,
    kapasitas_diketik,
    nip_kembar,
    nip_meragukan,
    pejabat_setengah,
)
from sopgen.lint.pelaksana import mulai_bukan_di_kiri, pelaksana_menganggur
from sopgen.lint.rujukan import (
    pencabutan_keliru,
    rujukan_keliru,
    tanpa_mulai_berlaku,
)
from sopgen.lint.salah_ketik import salah_ketik
from sopgen.lint.tahun import (
    mulai_berlaku,
    tahun_judul,
    tahun_nomor,
    tahun_pengesahan,
    tahun_pola,
    tanggal_keputusan,
)
from sopgen.lint.tanda import tanda
from sopgen.lint.tanggal import revisi_sesudah_efektif, tahun_sop, urutan_tanggal
from sopgen.lint.teks import belum_diisi, huruf_tak_tercetak, kurung_tersisa
from sopgen.lint.temuan import Rule
from sopgen.lint.tulisan import (
    huruf_nama_berbeda,
    kurung_tak_berpasangan,
    tanda_baca,
)
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, in_order
from sopgen.model.ketikan import Ketikan

RULES: tuple[Rule, ...] = (
    nip_salah,
    kode_lama,
    nomor_tak_rata,
    tanggal_tanpa_hari,
    keterkaitan_sendiri,
    keterkaitan_tak_dikenal,
    peralatan_disalin,
    peringatan_disalin,
    pencatatan_umum,
    kualifikasi_sekolah,
    seksi_berbeda,
    pelaksana_menganggur,
    mulai_bukan_di_kiri,
    bukan_kata_kerja,
    dua_tindakan,
    tanpa_penandatanganan,
    tak_tercapai,
    buntu,
    waktu_kosong,
    waktu_nol,
    waktu_seragam,
    dokumen_sop_lain,
    isian_kosong,
    nama_pejabat_kosong,
    pengesahan_tanpa_tanggal,
    kop_tanpa_kode_pos,
    lambang_kosong,
    dasar_dicabut,
    perubahan_tertinggal,
    dasar_perlu_diperiksa,
    dasar_di_luar_tabel,
    dasar_keliru,
    judul_berbeda,
    lembaran_berbeda,
    urutan_dasar,
    dasar_ganda,
    naskah_di_luar_mengingat,
    lembaran_kosong,
    daerah_kosong,
    tahun_berbeda,
    tahun_judul,
    tahun_nomor,
    tahun_pola,
    tahun_sop,
    tahun_pengesahan,
    tanggal_keputusan,
    mulai_berlaku,
    urutan_tanggal,
    revisi_sesudah_efektif,
    istilah_usang,
    kode_kantor_lain,
    daerah_lain,
    sebutan_berbeda,
    keputusan_kembar,
    menetapkan_kosong,
    penutup_menimbang,
    diktum_tanpa_predikat,
    tanda_baca_butir,
    daftar_satu_butir,
    kepala_lampiran,
    nama_keputusan_berbeda,
    kalimat_rusak,
    ejaan,
    nomor_berspasi,
    susunan_bagian,
    huruf_tak_tercetak,
    kurung_tersisa,
    belum_diisi,
    nip_meragukan,
    pejabat_setengah,
    nip_kembar,
    kapasitas_diketik,
    bukan_camat,
    kode_klasifikasi,
    kode_pos_keliru,
    jumlah_sop,
    terbilang_lain,
    daftar_sop_berbeda,
    daftar_terputus,
    tanpa_mulai_berlaku,
    rujukan_keliru,
    judul_berbeda_tempat,
    pencabutan_keliru,
    bagian_tak_dicetak,
    salah_ketik,
    nama_huruf_kecil,
    huruf_nama_berbeda,
    tanda_baca,
    kurung_tak_berpasangan,
)


def lint(buku: Buku, ketikan: Iterable[Ketikan] = ()) -> tuple[Diagnostic, ...]:
    """Return what every rule finds in a book and in what was typed, in file order."""
    found = [one for rule in RULES for one in rule(buku)]
    return in_order((*found, *tanda(ketikan)))
