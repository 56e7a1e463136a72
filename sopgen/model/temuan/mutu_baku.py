"""Findings about mutu baku (4xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import BOLEH, CATATAN, KESALAHAN, PERINGATAN, Temuan

MUTU_BAKU = (
    Temuan("SOP401", "waktu_kosong", PERINGATAN, BOLEH),
    Temuan("SOP402", "waktu_nol", PERINGATAN, BOLEH),
    Temuan("SOP403", "waktu_seragam", PERINGATAN, BOLEH),
    Temuan("SOP404", "output_sop_lain", PERINGATAN, BOLEH),
    Temuan("SOP405", "kelengkapan_kosong", PERINGATAN, BOLEH),
    Temuan("SOP406", "output_kosong", PERINGATAN, BOLEH),
    Temuan("SOP407", "waktu_tak_terukur", PERINGATAN, BOLEH),
    Temuan("SOP408", "kelengkapan_tak_dibuat", PERINGATAN, BOLEH),
    Temuan("SOP409", "kelengkapan_sop_lain", PERINGATAN, BOLEH),
    Temuan("SOP410", "jumlah_waktu_keliru", PERINGATAN, BOLEH),
    Temuan("SOP411", "output_tak_dipakai", PERINGATAN, BOLEH),
    Temuan("SOP412", "mutu_baku_tak_dicetak", PERINGATAN, BOLEH),
    Temuan("SOP413", "jumlah_waktu_tanpa_kolom", PERINGATAN, BOLEH),
    Temuan("SOP414", "waktu_tak_terjumlah", PERINGATAN, BOLEH),
    Temuan("SOP415", "kolom_kosong", CATATAN, BOLEH),
    Temuan("SOP416", "judul_kolom_ganda", KESALAHAN),
    Temuan("SOP417", "kolom_bernama_isian", KESALAHAN),
    Temuan("SOP418", "kunci_kolom_salah", KESALAHAN),
    Temuan("SOP419", "jumlah_waktu_ditulis", PERINGATAN, BOLEH),
    Temuan("SOP420", "hasil_berupa_tindakan", PERINGATAN, BOLEH),
)
