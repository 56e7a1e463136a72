"""Findings about where the flow goes (3xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import (
    BOLEH,
    CATATAN,
    KESALAHAN,
    PERINGATAN,
    Ringan,
    Temuan,
)

ALUR = (
    Temuan("SOP301", "tujuan_tak_ada", KESALAHAN),
    Temuan("SOP302", "kegiatan_tak_tercapai", PERINGATAN, BOLEH),
    Temuan("SOP303", "alur_tanpa_akhir", PERINGATAN, BOLEH),
    Temuan(
        "SOP304", "keputusan_kurang_cabang", KESALAHAN, BOLEH,
        ringan=Ringan(PERINGATAN, "bila keputusan itu masih punya satu jalan keluar"),
    ),
    Temuan("SOP305", "cabang_tanpa_label", PERINGATAN, BOLEH),
    Temuan("SOP306", "tujuan_diri_sendiri", KESALAHAN),
    Temuan("SOP307", "panah_ganda", PERINGATAN, BOLEH),
    Temuan("SOP308", "label_kembar", KESALAHAN),
    Temuan("SOP309", "keputusan_banyak_cabang", PERINGATAN, BOLEH),
    Temuan("SOP310", "label_tanpa_keputusan", PERINGATAN, BOLEH),
    Temuan("SOP315", "selesai_di_tengah", PERINGATAN, BOLEH),
    Temuan("SOP316", "awal_bukan_mulai", PERINGATAN, BOLEH),
    Temuan("SOP317", "akhir_bukan_selesai", PERINGATAN, BOLEH),
    Temuan("SOP318", "mulai_ganda", PERINGATAN, BOLEH),
    Temuan("SOP319", "selesai_berlanjut", PERINGATAN, BOLEH),
    Temuan("SOP320", "label_terbalik", PERINGATAN, BOLEH),
    Temuan("SOP321", "label_searti", PERINGATAN, BOLEH),
    Temuan("SOP322", "sop_dipanggil_tak_ada", KESALAHAN),
    Temuan("SOP323", "subproses_tanpa_sop", KESALAHAN),
    Temuan("SOP324", "sop_tanpa_subproses", KESALAHAN),
    Temuan("SOP325", "sop_memanggil_dirinya", KESALAHAN),
    Temuan(
        "SOP326", "sop_saling_memanggil", KESALAHAN, BOLEH,
        ringan=Ringan(PERINGATAN, "bila semuanya hanya menyerahkan alur"),
    ),
    Temuan("SOP327", "sop_dipanggil_masih_draf", PERINGATAN),
    Temuan("SOP328", "sop_dipanggil_tak_terkait", CATATAN, BOLEH),
    Temuan("SOP329", "kegiatan_disebut_tak_ada", PERINGATAN, BOLEH),
)  # fmt: skip
