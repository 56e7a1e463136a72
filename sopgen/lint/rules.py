"""The list of rules, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.lint.rules_naskah import RULES_OF_TEXTS
from sopgen.lint.rules_sop import RULES_OF_SOP
from sopgen.lint.alur import buntu, tak_tercapai
from sopgen.lint.belum_diisi import belum_diisi
from sopgen.lint.belum_pasti import nomor_belum_diisi, tanggal_diperkirakan
from sopgen.lint.butir import (
    bab_meloncat,
    daftar_hilang,
    daftar_sop_berbeda,
    daftar_terputus,
)
from sopgen.lint.butir_hitung import jumlah_butir, tanpa_dan
from sopgen.lint.cari_ganti import (
    kata_tercampur,
    kelurahan_sendiri,
    pokok_tertukar,
)
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
from sopgen.lint.huruf_lembar import butir_berbeda_huruf, huruf_besar_semua
from sopgen.lint.huruf_sitiran import huruf_sitiran
from sopgen.lint.identitas import nip_salah
from sopgen.lint.jabatan import (
    pelaksana_beda_tingkat,
    pelaksana_dua_sebutan,
    pelaksana_nama_orang,
    pelaksana_salah_ketik,
)
from sopgen.lint.jenis_keputusan import keputusan_pejabat_lain
from sopgen.lint.judul import (
    bagian_tak_dicetak,
    judul_berbeda_tempat,
    tanpa_daftar_isi,
)
from sopgen.lint.judul_buku import judul_tanpa_sop
from sopgen.lint.judul_dasar import judul_tertukar
from sopgen.lint.judul_sop import judul_lain, judul_sop_lain, nama_kembar
from sopgen.lint.jumlah import jumlah_sop, terbilang_lain
from sopgen.lint.kalimat import kalimat_rusak
from sopgen.lint.kantor_lain import kantor_lain
from sopgen.lint.kegiatan import (
    bukan_kata_kerja,
    dua_tindakan,
    tanpa_penandatanganan,
    uraian_berpelaku,
    uraian_pasif,
    uraian_tanpa_kata_kerja,
)
from sopgen.lint.kelengkapan import (
    isian_kosong,
    kop_tanpa_kode_pos,
    lambang_kosong,
    nama_pejabat_kosong,
    pengesahan_tanpa_tanggal,
)
from sopgen.lint.kembar import kegiatan_ganda
from sopgen.lint.keputusan import (
    butir_kembar,
    daftar_satu_butir,
    diktum_bernama,
    diktum_tanpa_predikat,
    kepala_lampiran,
    keputusan_kembar,
    menetapkan_kosong,
    nama_keputusan_berbeda,
    penutup_menimbang,
    sebutan_berbeda,
    susunan_bagian,
    tanda_baca_butir,
)
from sopgen.lint.keterkaitan import (
    keterkaitan_sendiri,
    keterkaitan_tak_dikenal,
    keterkaitan_tak_persis,
)
from sopgen.lint.ketikan_label import label_salah_ketik
from sopgen.lint.kode import kode_klasifikasi, kode_pos_keliru
from sopgen.lint.kolom import (
    jumlah_waktu_ditulis,
    jumlah_waktu_tanpa_kolom,
    kolom_kosong,
    mutu_baku_tak_dicetak,
    waktu_tak_terjumlah,
)
from sopgen.lint.kualifikasi import kualifikasi_sop_lain
from sopgen.lint.label import label_searti, label_tanpa_keputusan, label_terbalik
from sopgen.lint.lembar import (
    bukan_catatan,
    butir_lembar_kembar,
    kode_lama,
    kualifikasi_sekolah,
    nomor_tak_rata,
    pencatatan_umum,
    pendidikan_campur,
    peralatan_disalin,
    peringatan_disalin,
    seksi_berbeda,
    tanggal_tanpa_hari,
)
from sopgen.lint.lembaran import daerah_kosong, lembaran_berbeda, lembaran_kosong
from sopgen.lint.lompatan import tidak_melompat
from sopgen.lint.mutu_baku import (
    kelengkapan_kosong,
    output_kosong,
    waktu_kosong,
    waktu_nol,
    waktu_seragam,
)
from sopgen.lint.naskah import (
    istilah_usang,
    kode_kantor_lain,
    tahun_berbeda,
)
from sopgen.lint.nomor_keputusan import nomor_berspasi, nomor_tak_utuh
from sopgen.lint.panggilan import (
    panggilan_draf,
    panggilan_melingkar,
    panggilan_tak_terkait,
)
from sopgen.lint.pangkat import pangkat_meragukan
from sopgen.lint.pejabat import (
    bukan_camat,
    kapasitas_diketik,
    nip_kembar,
    nip_meragukan,
    pejabat_setengah,
)
from sopgen.lint.pelaksana import mulai_bukan_di_kiri, pelaksana_menganggur
from sopgen.lint.penulisan import (
    alinea_tanpa_titik,
    diktum_tanpa_titik,
    huruf_nama_berbeda,
    kurung_tak_berpasangan,
    tanda_baca,
    uraian_huruf_kecil,
)
from sopgen.lint.rantai import kelengkapan_tak_dibuat, output_tak_dipakai
from sopgen.lint.rujukan import (
    pencabutan_keliru,
    rujukan_keliru,
    tanpa_mulai_berlaku,
)
from sopgen.lint.salah_ketik import salah_ketik
from sopgen.lint.sebutan_kantor import (
    kantor_disebut_lain,
    nama_menyebut_jenis,
    sebutan_bertentangan,
)
from sopgen.lint.sebutan_peraturan import dasar_disingkat, dicabut_disebut
from sopgen.lint.sebutan_sop import sop_tak_ada
from sopgen.lint.sop_lain import isian_sop_lain, lembar_sop_lain
from sopgen.lint.surel import alamat_lain
from sopgen.lint.tahun import (
    mulai_berlaku,
    tahun_judul,
    tahun_nomor,
    tahun_pengesahan,
    tahun_pola,
    tanggal_keputusan,
)
from sopgen.lint.tahun_lalu import (
    keputusan_tahun_lalu,
    pejabat_tahun_lalu,
    perubahan_tanpa_revisi,
)
from sopgen.lint.tanda import check_tanda
from sopgen.lint.temuan import Rule, YearRule
from sopgen.lint.terbaca import to_read
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, in_order
from sopgen.model.ketikan import Ketikan
from sopgen.model.perubahan import Perubahan

RULES: tuple[Rule, ...] = (*RULES_OF_SOP, *RULES_OF_TEXTS)
RULES: tuple[Rule, ...] = (
    nip_salah,
    kode_lama,
    nomor_tak_rata,
    tanggal_tanpa_hari,
    keterkaitan_sendiri,
    keterkaitan_tak_dikenal,
    keterkaitan_tak_persis,
    peralatan_disalin,
    peringatan_disalin,
    pencatatan_umum,
    bukan_catatan,
    kualifikasi_sekolah,
    pendidikan_campur,
    butir_lembar_kembar,
    seksi_berbeda,
    unit_lain,
    judul_sop_lain,
    judul_lain,
    nama_kembar,
    lembar_sop_lain,
    kualifikasi_sop_lain,
    pelaksana_menganggur,
    mulai_bukan_di_kiri,
    pelaksana_nama_orang,
    pelaksana_beda_tingkat,
    pelaksana_dua_sebutan,
    pelaksana_salah_ketik,
    bukan_kata_kerja,
    uraian_pasif,
    uraian_berpelaku,
    uraian_tanpa_kata_kerja,
    dua_tindakan,
    kegiatan_ganda,
    tanpa_penandatanganan,
    tak_tercapai,
    buntu,
    awal_bukan_mulai,
    akhir_bukan_selesai,
    mulai_ganda,
    selesai_berlanjut,
    selesai_di_tengah,
    label_tanpa_keputusan,
    label_terbalik,
    tidak_melompat,
    label_searti,
    label_salah_ketik,
    panggilan_melingkar,
    panggilan_draf,
    panggilan_tak_terkait,
    waktu_kosong,
    waktu_nol,
    waktu_seragam,
    waktu_tak_terukur,
    waktu_mustahil,
    jumlah_waktu_keliru,
    waktu_naskah_keliru,
    waktu_tak_terjumlah,
    jumlah_waktu_ditulis,
    jumlah_waktu_tanpa_kolom,
    kolom_kosong,
    mutu_baku_tak_dicetak,
    kelengkapan_kosong,
    output_kosong,
    kelengkapan_tak_dibuat,
    output_tak_dipakai,
    isian_sop_lain,
    pokok_tertukar,
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
    dicabut_disebut,
    dasar_disingkat,
    judul_tertukar,
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
    efektif_sebelum_keputusan,
    dibuat_sesudah_keputusan,
    istilah_usang,
    kode_kantor_lain,
    daerah_lain,
    kantor_lain,
    alamat_lain,
    kelurahan_sendiri,
    sebutan_berbeda,
    keputusan_kembar,
    menetapkan_kosong,
    penutup_menimbang,
    diktum_bernama,
    diktum_tanpa_predikat,
    tanda_baca_butir,
    butir_kembar,
    daftar_satu_butir,
    kepala_lampiran,
    nama_keputusan_berbeda,
    kalimat_rusak,
    teks_terputus,
    kata_tercampur,
    ejaan,
    huruf_sitiran,
    nomor_berspasi,
    nomor_tak_utuh,
    nomor_belum_diisi,
    tanggal_diperkirakan,
    susunan_bagian,
    huruf_tak_tercetak,
    kurung_tersisa,
    belum_diisi,
    nip_meragukan,
    pejabat_setengah,
    nip_kembar,
    kapasitas_diketik,
    bukan_camat,
    nama_menyebut_jenis,
    sebutan_bertentangan,
    kantor_disebut_lain,
    pangkat_meragukan,
    pejabat_lain,
    kode_klasifikasi,
    kode_pos_keliru,
    jumlah_sop,
    terbilang_lain,
    daftar_sop_berbeda,
    daftar_terputus,
    daftar_hilang,
    sop_tak_ada,
    tanggal_mustahil,
    tanggal_penutup,
    bab_meloncat,
    jumlah_butir,
    tanpa_dan,
    keputusan_pejabat_lain,
    tanpa_mulai_berlaku,
    rujukan_keliru,
    judul_berbeda_tempat,
    pencabutan_keliru,
    bagian_tak_dicetak,
    tanpa_daftar_isi,
    judul_tanpa_sop,
    salah_ketik,
    nama_huruf_kecil,
    huruf_nama_berbeda,
    uraian_huruf_kecil,
    butir_berbeda_huruf,
    huruf_besar_semua,
    alinea_tanpa_titik,
    diktum_tanpa_titik,
    tanda_baca,
    kurung_tak_berpasangan,
)


#: Rules that need last year's book.
YEAR_RULES: tuple[YearRule, ...] = (
    perubahan_tanpa_revisi,
    pejabat_tahun_lalu,
    keputusan_tahun_lalu,
)


def lint(
    buku: Buku,
    ketikan: Iterable[Ketikan] = (),
    perubahan: Perubahan | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what every rule finds in a book and in what was typed, in file order.

    ``perubahan`` is what changed since last year's book, if that is known.
    """
    own = to_read(buku)
    found = [one for rule in RULES for one in rule(own)]
    if perubahan is not None:
        found += [one for rule in YEAR_RULES for one in rule(perubahan)]
    return in_order((*found, *check_tanda(ketikan)))
