"""Findings about the way from one year to the next, and about edits (8xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import (
    BOLEH,
    CATATAN,
    KESALAHAN,
    PERINGATAN,
    Ringan,
    Temuan,
)

_ARSIP = "tests/test_years.py"
_LALU = "tests/test_last_year.py"
_GANTI = "tests/roll/test_safety.py"
_PUTUS = "tests/roll/test_cut_off.py"
_SISA = "tests/roll/test_karangan.py"
_TABEL = "tests/roll/test_table.py"

TAHUN = (
    Temuan(
        "SOP801", "berkas_berubah", KESALAHAN,
        uji="tests/edit/test_together.py::"
        "test_a_file_that_changed_since_it_was_read_is_left_as_it_is",
    ),
    Temuan("SOP802", "nomor_belum_diisi", PERINGATAN),
    Temuan("SOP803", "tanggal_diperkirakan", PERINGATAN),
    Temuan(
        "SOP804", "arsip_sudah_ada", KESALAHAN,
        uji=f"{_GANTI}::test_an_archive_of_that_year_is_never_written_over",
    ),
    Temuan(
        "SOP805", "buku_kerja_terbuka", KESALAHAN,
        uji=f"{_GANTI}::test_a_workbook_that_is_open_is_left_alone",
        ringan=Ringan(CATATAN, "bila buku kerja itu hanya dibaca"),
    ),
    Temuan(
        "SOP806", "buku_sudah_diubah", KESALAHAN,
        uji=f"{_GANTI}::test_what_was_changed_since_is_not_taken_back",
    ),
    Temuan(
        "SOP807", "buku_tidak_terbaca_utuh", KESALAHAN,
        uji=f"{_GANTI}::test_a_book_with_mistakes_is_not_rolled",
    ),
    Temuan(
        "SOP808", "keputusan_tidak_diteruskan", CATATAN,
        uji=f"{_SISA}::test_what_is_left_of_karangan_as_shipped",
    ),
    Temuan(
        "SOP809", "pencabutan_belum_pasti", PERINGATAN,
        uji=f"{_TABEL}::test_each_thing_becomes_what_the_table_says",
    ),
    Temuan(
        "SOP810", "pergantian_terputus", KESALAHAN,
        uji=f"{_PUTUS}::test_a_roll_that_was_cut_off_is_told_and_taken_back",
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
