"""Findings about legal bases and the table of regulations (6xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import (
    BOLEH,
    CATATAN,
    KESALAHAN,
    PERINGATAN,
    Ringan,
    Temuan,
)

DASAR_HUKUM = (
    Temuan("SOP601", "peraturan_tak_dikenal", KESALAHAN),
    Temuan(
        "SOP602", "dasar_dicabut", KESALAHAN, BOLEH,
        ringan=Ringan(PERINGATAN, "bila ditulis kantor sendiri, atau masih draf"),
    ),
    Temuan(
        "SOP603", "perubahan_tertinggal", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila tabel peraturannya sendiri belum pasti"),
    ),
    Temuan("SOP604", "dasar_belum_diverifikasi", CATATAN, BOLEH),
    Temuan("SOP605", "dasar_di_luar_tabel", CATATAN, BOLEH),
    Temuan("SOP606", "nomor_dasar_keliru", PERINGATAN, BOLEH),
    Temuan(
        "SOP607", "judul_dasar_berbeda", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila judulnya hampir sama"),
    ),
    Temuan(
        "SOP608", "lembaran_berbeda", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila tabel peraturannya sendiri perlu diperiksa"),
    ),
    Temuan(
        "SOP609", "urutan_dasar_terbalik", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila yang terbalik dasar hukum sebuah SOP"),
    ),
    Temuan("SOP610", "dasar_ganda", PERINGATAN, BOLEH),
    Temuan("SOP611", "dasar_di_luar_mengingat", PERINGATAN, BOLEH),
    Temuan("SOP612", "dasar_tanpa_lembaran", CATATAN, BOLEH),
    Temuan("SOP613", "dasar_tanpa_daerah", CATATAN, BOLEH),
    Temuan("SOP614", "kode_peraturan_ganda", KESALAHAN),
    Temuan("SOP615", "peraturan_pengubah_tak_dikenal", PERINGATAN),
    Temuan("SOP630", "dasar_disingkat", PERINGATAN, BOLEH),
)  # fmt: skip
