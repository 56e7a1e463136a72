"""Findings about pelaksana and kegiatan (2xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import BOLEH, CATATAN, KESALAHAN, PERINGATAN, Temuan

KEGIATAN = (
    Temuan("SOP201", "pelaksana_tak_terdaftar", KESALAHAN),
    Temuan("SOP202", "pelaksana_ganda", KESALAHAN),
    Temuan("SOP203", "nomor_kegiatan_ganda", KESALAHAN),
    Temuan("SOP204", "kode_simbol_ganda", KESALAHAN),
    Temuan("SOP205", "simbol_tak_dikenal", KESALAHAN),
    Temuan("SOP206", "simbol_di_luar_profil", PERINGATAN, BOLEH),
    Temuan("SOP207", "pelaksana_menganggur", PERINGATAN, BOLEH),
    Temuan("SOP208", "mulai_bukan_di_kiri", CATATAN, BOLEH),
    Temuan("SOP209", "sop_tanpa_kegiatan", PERINGATAN, BOLEH),
    Temuan("SOP210", "pelaksana_kosong", KESALAHAN),
    Temuan("SOP211", "uraian_kata_benda", PERINGATAN, BOLEH),
    Temuan("SOP212", "dua_tindakan_sebaris", PERINGATAN, BOLEH),
    Temuan("SOP213", "tanpa_penandatanganan", PERINGATAN, BOLEH),
    Temuan(
        "SOP214", "simbol_berjejal", KESALAHAN,
        uji="tests/spec/test_bad_input.py::test_bad_input_is_told_at_its_place",
    ),
    Temuan("SOP215", "uraian_pasif", PERINGATAN, BOLEH),
    Temuan("SOP216", "uraian_tanpa_kata_kerja", PERINGATAN, BOLEH),
    Temuan("SOP217", "kegiatan_ganda", PERINGATAN, BOLEH),
    Temuan("SOP218", "pelaksana_nama_orang", PERINGATAN, BOLEH),
    Temuan("SOP219", "pelaksana_dua_sebutan", PERINGATAN, BOLEH),
    Temuan("SOP220", "uraian_sop_lain", PERINGATAN, BOLEH),
    Temuan("SOP221", "pelaksana_salah_ketik", PERINGATAN, BOLEH),
    Temuan("SOP222", "bersama_satu_nama", PERINGATAN, BOLEH),
    Temuan("SOP223", "bersama_nama_ganda", KESALAHAN),
    Temuan("SOP224", "uraian_tanpa_objek", PERINGATAN, BOLEH),
    Temuan("SOP230", "kelompok_tanpa_pelaksana", KESALAHAN),
    Temuan("SOP231", "kelompok_tanpa_nama", KESALAHAN),
    Temuan("SOP232", "pelaksana_dua_kelompok", KESALAHAN),
    Temuan("SOP233", "kelompok_senama_pelaksana", KESALAHAN),
    Temuan("SOP234", "kelompok_terpisah", KESALAHAN),
    Temuan("SOP235", "kelompok_bertingkat", KESALAHAN),
)  # fmt: skip
