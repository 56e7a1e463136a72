"""Findings about the way from one year to the next, and about edits (8xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import BOLEH, CATATAN, KESALAHAN, PERINGATAN, Temuan

_ARSIP = "tests/test_years.py"
_LALU = "tests/test_last_year.py"

TAHUN = (
    Temuan(
        "SOP801", "berkas_berubah", KESALAHAN,
        uji="tests/edit/test_together.py::"
        "test_a_file_that_changed_since_it_was_read_is_left_as_it_is",
    ),
    Temuan(
        "SOP820", "tahun_tak_ada", KESALAHAN,
        uji=f"{_ARSIP}::test_a_year_that_is_not_there_names_those_there_are",
    ),
    Temuan(
        "SOP821", "arsip_berubah", KESALAHAN,
        uji=f"{_ARSIP}::test_an_archive_that_was_changed_is_refused",
    ),
    Temuan(
        "SOP822", "buku_kantor_lain", KESALAHAN,
        uji=f"{_ARSIP}::test_the_book_of_another_office_or_year_is_refused",
    ),
    Temuan(
        "SOP823", "arsip_tanpa_segel", CATATAN,
        uji=f"{_ARSIP}::test_an_archive_without_a_seal_is_read_and_told",
    ),
    Temuan(
        "SOP824", "buku_lalu_tak_ada", KESALAHAN,
        uji=f"{_ARSIP}::test_last_years_workbook_that_is_not_there_is_told_at_its_cell",
    ),
    Temuan(
        "SOP825", "buku_lalu_tak_ikut", CATATAN,
        uji=f"{_ARSIP}::test_what_a_folder_cannot_hold_of_a_workbook_is_told",
    ),
    Temuan(
        "SOP826", "tahun_lalu_tak_diketahui", PERINGATAN, BOLEH,
        uji=f"{_LALU}::test_a_part_without_an_earlier_year_says_so",
    ),
    Temuan(
        "SOP827", "tahun_lalu_tak_terbaca", PERINGATAN,
        uji=f"{_LALU}::test_a_broken_earlier_year_is_told_once",
    ),
    Temuan(
        "SOP830", "perubahan_tanpa_revisi", PERINGATAN, BOLEH,
        uji=f"{_LALU}::test_a_changed_sop_needs_a_date_of_revision",
    ),
    Temuan(
        "SOP831", "pejabat_tahun_lalu", CATATAN, BOLEH,
        uji=f"{_LALU}::test_officials_of_last_year_under_a_new_decree_are_told",
    ),
    Temuan(
        "SOP832", "keputusan_tahun_lalu", PERINGATAN, BOLEH,
        uji=f"{_LALU}::test_a_decree_with_last_years_number_or_date_is_told",
    ),
)  # fmt: skip
