"""Findings that the drawn chart brings out (5xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import (
    BOLEH,
    CATATAN,
    KESALAHAN,
    PERINGATAN,
    Ringan,
    Temuan,
)

_ALUR = "tests/layout/test_flow.py"
_KERTAS = "tests/test_kertas_bagan.py"
_TERBACA = "tests/layout/test_legible.py"
_URUTAN = "tests/layout/test_order.py"
_DIUJI = "tests/temuan/test_provoked.py"

TATA_LETAK = (
    Temuan(
        "SOP501", "alur_bertumpuk", KESALAHAN,
        uji=f"{_ALUR}::test_more_exits_than_a_lane_has_tracks_are_drawn_and_reported",
    ),
    Temuan(
        "SOP502", "label_tanpa_tempat", PERINGATAN, BOLEH,
        uji=f"{_DIUJI}::test_a_label_without_room_and_on_a_symbol_is_told",
    ),
    Temuan(
        "SOP503", "baris_terlalu_tinggi", KESALAHAN, BOLEH,
        uji=f"{_DIUJI}::test_a_row_higher_than_a_page_is_told",
        ringan=Ringan(CATATAN, "bila barisnya dapat dilanjutkan di halaman berikutnya"),
    ),
    Temuan("SOP504", "teks_simbol_tak_muat", PERINGATAN, BOLEH),
    Temuan(
        "SOP505", "alur_lepas", KESALAHAN,
        uji=f"{_ALUR}::test_an_arrow_to_an_unknown_step_is_reported_not_drawn",
    ),
    Temuan(
        "SOP506", "langkah_tanpa_tempat", KESALAHAN,
        uji=f"{_DIUJI}::test_a_step_without_a_symbol_to_draw_is_told",
    ),
    Temuan(
        "SOP507", "label_menyentuh_simbol", PERINGATAN, BOLEH,
        uji=f"{_DIUJI}::test_a_label_without_room_and_on_a_symbol_is_told",
    ),
    Temuan(
        "SOP508", "keterangan_tertimpa_panah", PERINGATAN, BOLEH,
        uji=f"{_DIUJI}::test_a_note_that_an_arrow_crosses_is_told",
    ),
    Temuan(
        "SOP509", "silangan_belum_tuntas", CATATAN, BOLEH,
        uji=f"{_ALUR}::test_a_search_that_had_to_end_is_told_and_the_best_chart_used",
    ),
    Temuan(
        "SOP510", "urutan_pelaksana_bersilang", CATATAN, BOLEH,
        uji=f"{_URUTAN}::test_a_better_order_is_named_with_what_it_saves",
    ),
    Temuan(
        "SOP511", "pelaksana_terlalu_banyak", KESALAHAN,
        uji=f"{_TERBACA}::test_more_pelaksana_than_the_paper_holds_are_drawn_and_an_error",
    ),
    Temuan(
        "SOP512", "kata_terpenggal", PERINGATAN, BOLEH,
        uji=f"{_TERBACA}::test_a_word_wider_than_any_column_is_told_with_its_kegiatan",
    ),
    Temuan(
        "SOP513", "nama_pelaksana_tak_muat", PERINGATAN, BOLEH,
        uji=f"{_TERBACA}::test_a_name_that_its_heading_cannot_hold_is_told",
    ),
    Temuan(
        "SOP514", "terlalu_lebar_untuk_potret", PERINGATAN,
        uji=f"{_KERTAS}::test_a_chart_too_wide_for_upright_paper_is_told_and_drawn_lying",
    ),
)  # fmt: skip
