"""The rules about decrees, chapters and the words of all texts (6xx and 7xx)."""

from __future__ import annotations

from sopgen.lint.awal_kalimat import kalimat_huruf_kecil
from sopgen.lint.belum_diisi import belum_diisi
from sopgen.lint.belum_pasti import nomor_belum_diisi, tanggal_diperkirakan
from sopgen.lint.butir import (
    bab_meloncat,
    daftar_hilang,
    daftar_sop_berbeda,
    daftar_terputus,
)
from sopgen.lint.butir_hitung import jumlah_butir, tanpa_dan
from sopgen.lint.cari_ganti import kata_tercampur, kelurahan_sendiri
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
from sopgen.lint.jenis_kantor import jenis_kantor
from sopgen.lint.jenis_keputusan import keputusan_pejabat_lain
from sopgen.lint.judul import bagian_tak_dicetak, judul_berbeda_tempat, tanpa_daftar_isi
from sopgen.lint.judul_buku import judul_tanpa_sop
from sopgen.lint.judul_dasar import judul_tertukar
from sopgen.lint.jumlah import jumlah_sop, terbilang_lain
from sopgen.lint.kalimat import kalimat_rusak
from sopgen.lint.kantor_dinas import kantor_dinas
from sopgen.lint.kantor_lain import kantor_lain
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
    tanpa_bahwa,
)
from sopgen.lint.kode import kode_klasifikasi, kode_pos_keliru
from sopgen.lint.lampiran import lampiran_tak_dirujuk
from sopgen.lint.lembaran import daerah_kosong, lembaran_berbeda, lembaran_kosong
from sopgen.lint.nama_pejabat import nama_pejabat_meragukan
from sopgen.lint.naskah import istilah_usang, kode_kantor_lain, tahun_berbeda
from sopgen.lint.nomor_keputusan import nomor_berspasi, nomor_tak_utuh
from sopgen.lint.pangkat import pangkat_meragukan
from sopgen.lint.pejabat import (
    bukan_camat,
    kapasitas_diketik,
    nip_kembar,
    nip_meragukan,
    pejabat_setengah,
)
from sopgen.lint.pengesah import (
    atas_nama_melingkar,
    lembar_pengesahan_keliru,
    pengesah_tak_dicetak,
    untuk_beliau_keliru,
)
from sopgen.lint.penulisan import (
    alinea_tanpa_titik,
    diktum_tanpa_titik,
    huruf_nama_berbeda,
    kurung_tak_berpasangan,
    nama_bertanda_baca,
    tanda_baca,
    uraian_huruf_kecil,
)
from sopgen.lint.rujukan import pencabutan_keliru, rujukan_keliru, tanpa_mulai_berlaku
from sopgen.lint.salah_ketik import salah_ketik
from sopgen.lint.sebutan_diktum import diktum_salah_ketik
from sopgen.lint.sebutan_kantor import (
    kantor_disebut_lain,
    nama_menyebut_jenis,
    sebutan_bertentangan,
)
from sopgen.lint.sebutan_peraturan import dasar_disingkat, dicabut_disebut
from sopgen.lint.sebutan_sop import sop_tak_ada
from sopgen.lint.singkatan import singkatan_berbeda, singkatan_keliru
from sopgen.lint.surel import alamat_lain
from sopgen.lint.tahun import (
    mulai_berlaku,
    tahun_judul,
    tahun_nomor,
    tahun_pengesahan,
    tahun_pola,
    tanggal_keputusan,
)
from sopgen.lint.tanda_ganda import tanda_ganda
from sopgen.lint.tanda_tangan import pejabat_lain
from sopgen.lint.tanggal import (
    dibuat_sesudah_keputusan,
    efektif_sebelum_keputusan,
    revisi_sesudah_efektif,
    tahun_sop,
    urutan_tanggal,
)
from sopgen.lint.tanggal_teks import tanggal_mustahil, tanggal_penutup
from sopgen.lint.teks import huruf_tak_tercetak, kurung_tersisa
from sopgen.lint.tembusan import tembusan_keliru
from sopgen.lint.temuan import Rule
from sopgen.lint.terputus import teks_terputus
from sopgen.lint.tte import (
    alamat_verifikasi_keliru,
    tanda_tte_bersama,
    tanda_tte_keliru,
    tte_tak_dipakai,
    tte_tanpa_nama,
    tte_tidak_muat,
)
from sopgen.lint.urutan_nomor import urutan_nomor

#: In the order in which what stands at one place is told, behind the rules of SOP.
RULES_OF_TEXTS: tuple[Rule, ...] = (
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
    jenis_kantor,
    kantor_dinas,
    alamat_lain,
    kelurahan_sendiri,
    sebutan_berbeda,
    keputusan_kembar,
    menetapkan_kosong,
    penutup_menimbang,
    diktum_bernama,
    tanda_ganda,
    diktum_tanpa_predikat,
    tanpa_bahwa,
    tanda_baca_butir,
    butir_kembar,
    daftar_satu_butir,
    kepala_lampiran,
    lampiran_tak_dirujuk,
    nama_keputusan_berbeda,
    kalimat_rusak,
    teks_terputus,
    kata_tercampur,
    ejaan,
    singkatan_keliru,
    singkatan_berbeda,
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
    untuk_beliau_keliru,
    atas_nama_melingkar,
    lembar_pengesahan_keliru,
    pengesah_tak_dicetak,
    tanda_tte_keliru,
    tte_tidak_muat,
    tte_tak_dipakai,
    tte_tanpa_nama,
    alamat_verifikasi_keliru,
    tanda_tte_bersama,
    bukan_camat,
    nama_menyebut_jenis,
    sebutan_bertentangan,
    kantor_disebut_lain,
    pangkat_meragukan,
    nama_pejabat_meragukan,
    pejabat_lain,
    kode_klasifikasi,
    kode_pos_keliru,
    jumlah_sop,
    terbilang_lain,
    daftar_sop_berbeda,
    daftar_terputus,
    urutan_nomor,
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
    diktum_salah_ketik,
    tembusan_keliru,
    judul_berbeda_tempat,
    pencabutan_keliru,
    bagian_tak_dicetak,
    tanpa_daftar_isi,
    judul_tanpa_sop,
    salah_ketik,
    nama_huruf_kecil,
    huruf_nama_berbeda,
    nama_bertanda_baca,
    uraian_huruf_kecil,
    kalimat_huruf_kecil,
    butir_berbeda_huruf,
    huruf_besar_semua,
    alinea_tanpa_titik,
    diktum_tanpa_titik,
    tanda_baca,
    kurung_tak_berpasangan,
)
