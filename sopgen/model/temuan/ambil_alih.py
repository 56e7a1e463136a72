"""Findings about old SOP that are taken over from Word and Excel (96x, 97x)."""

from __future__ import annotations

from sopgen.model.temuan.baris import CATATAN, KESALAHAN, PERINGATAN, Ringan, Temuan

_RUSAK = "tests/takeover/test_bad_input.py"
_JAUH = f"{_RUSAK}::test_shapes_far_away_or_without_a_size_are_told"
_KOLOM = "tests/takeover/test_clerk.py::test_a_column_that_no_sop_has_is_told"
_DIUJI = "tests/temuan/test_provoked.py"

AMBIL_ALIH = (
    Temuan(
        "SOP960", "draf_perlu_diperiksa", PERINGATAN,
        uji=f"{_DIUJI}::test_a_guess_is_marked_in_the_workbook_of_drafts",
    ),
    Temuan(
        "SOP961", "sop_tak_dikenali", KESALAHAN,
        uji=f"{_RUSAK}::test_a_file_without_a_sop_is_an_error_with_advice",
    ),
    Temuan(
        "SOP962", "bagian_berkas_rusak", KESALAHAN,
        uji=f"{_RUSAK}::test_a_broken_drawing_leaves_the_table",
        ringan=Ringan(PERINGATAN, "bila tabelnya tetap terbaca tanpa gambarnya"),
    ),
    Temuan(
        "SOP963", "bentuk_di_luar_bagan", PERINGATAN, uji=_JAUH,
        ringan=Ringan(CATATAN, "bila bentuk itu di luar tabel bagan"),
    ),
    Temuan("SOP964", "panah_tak_terbaca", PERINGATAN, uji=_JAUH),
    Temuan(
        "SOP965", "tulisan_lepas", PERINGATAN,
        uji=f"{_RUSAK}::test_pictures_and_loose_words_are_told",
        ringan=Ringan(CATATAN, "bila berdiri di samping identitas atau di luar tabel"),
    ),
    Temuan(
        "SOP966", "gambar_tak_terbaca", PERINGATAN, uji=_JAUH,
        ringan=Ringan(CATATAN, "bila gambar itu bingkai, atau di luar tabel bagan"),
    ),
    Temuan("SOP967", "kolom_tak_dikenal", PERINGATAN, uji=_KOLOM),
    Temuan(
        "SOP968", "lembar_tanpa_bagan", PERINGATAN, uji=_KOLOM,
        ringan=Ringan(CATATAN, "bila lembar itu tersembunyi atau bukan lembar SOP"),
    ),
    Temuan(
        "SOP969", "baris_tak_dibaca", PERINGATAN,
        uji="tests/takeover/test_around.py::test_text_that_is_no_kegiatan_is_told",
        ringan=Ringan(CATATAN, "bila tulisan itu di bawah tabel"),
    ),
    Temuan(
        "SOP970", "isi_terpotong", PERINGATAN,
        uji=f"{_RUSAK}::test_two_thousand_shapes_are_cut_short",
    ),
    Temuan(
        "SOP971", "penghubung_tanpa_pasangan", PERINGATAN,
        uji=f"{_DIUJI}::test_a_connector_without_its_pair_is_told",
    ),
    Temuan(
        "SOP972", "satu_pelaksana_saja", PERINGATAN,
        uji="tests/takeover/test_headings.py::"
        "test_a_chart_that_fell_to_one_pelaksana_says_so_at_its_head",
    ),
    Temuan(
        "SOP973", "isian_keputusan_berbeda", PERINGATAN,
        uji="tests/cli/test_import_decree.py::test_what_is_doubtful_is_told",
    ),
)  # fmt: skip
