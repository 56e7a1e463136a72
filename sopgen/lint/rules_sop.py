"""The rules about SOP: sheet, pelaksana, kegiatan, flow, mutu baku (1xx to 4xx)."""

from __future__ import annotations

from sopgen.lint.alur import buntu, tak_tercapai
from sopgen.lint.cari_ganti import pokok_tertukar
from sopgen.lint.hasil import hasil_berupa_tindakan
from sopgen.lint.identitas import nip_salah
from sopgen.lint.jabatan import (
    pelaksana_beda_tingkat,
    pelaksana_dua_sebutan,
    pelaksana_nama_orang,
    pelaksana_salah_ketik,
)
from sopgen.lint.judul_sop import (
    judul_lain,
    judul_sop_lain,
    nama_berawalan,
    nama_kembar,
)
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
from sopgen.lint.keterkaitan import (
    keterkaitan_sendiri,
    keterkaitan_tak_dikenal,
    keterkaitan_tak_persis,
)
from sopgen.lint.ketikan_label import label_salah_ketik
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
from sopgen.lint.lompatan import tidak_melompat
from sopgen.lint.mutu_baku import (
    kelengkapan_kosong,
    output_kosong,
    waktu_kosong,
    waktu_nol,
    waktu_seragam,
)
from sopgen.lint.objek import teks_bernama_orang, uraian_tanpa_objek
from sopgen.lint.panggilan import (
    panggilan_draf,
    panggilan_melingkar,
    panggilan_tak_terkait,
)
from sopgen.lint.pelaksana import mulai_bukan_di_kiri, pelaksana_menganggur
from sopgen.lint.rantai import kelengkapan_tak_dibuat, output_tak_dipakai
from sopgen.lint.rujukan_kegiatan import (
    keterangan_tanpa_label,
    rujukan_kegiatan_tak_ada,
)
from sopgen.lint.sama_di_atas import menunjuk_isian_lain
from sopgen.lint.sop_lain import isian_sop_lain, lembar_sop_lain
from sopgen.lint.temuan import Rule
from sopgen.lint.ujung import (
    akhir_bukan_selesai,
    awal_bukan_mulai,
    mulai_ganda,
    selesai_berlanjut,
    selesai_di_tengah,
)
from sopgen.lint.unit import unit_lain
from sopgen.lint.waktu import jumlah_waktu_keliru, waktu_tak_terukur
from sopgen.lint.waktu_mustahil import waktu_mustahil
from sopgen.lint.waktu_naskah import waktu_naskah_keliru

#: In the order in which what stands at one place is told.
RULES_OF_SOP: tuple[Rule, ...] = (
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
    nama_berawalan,
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
    uraian_tanpa_objek,
    teks_bernama_orang,
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
    rujukan_kegiatan_tak_ada,
    keterangan_tanpa_label,
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
    menunjuk_isian_lain,
    hasil_berupa_tindakan,
    kelengkapan_tak_dibuat,
    output_tak_dipakai,
    isian_sop_lain,
    pokok_tertukar,
    isian_kosong,
    nama_pejabat_kosong,
    pengesahan_tanpa_tanggal,
    kop_tanpa_kode_pos,
    lambang_kosong,
)
