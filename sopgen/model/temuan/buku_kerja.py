"""Findings about Excel and Office files, opened and read (94x, 95x)."""

from __future__ import annotations

from sopgen.model.temuan.baris import (
    BOLEH,
    CATATAN,
    KESALAHAN,
    PERINGATAN,
    Ringan,
    Temuan,
)

_AMAN = "tests/spec/test_workbook_safety.py"
_DITOLAK = f"{_AMAN}::test_a_dangerous_file_is_refused_with_a_reason"
_SEL = "tests/spec/test_workbook_mistakes.py::test_a_mistake_is_told_at_its_cell"
_TERSEMBUNYI = (
    "tests/spec/test_workbook_mistakes.py::"
    "test_a_hidden_sheet_that_is_not_read_is_only_a_note"
)
_BERGANTI = (
    "tests/spec/test_workbook_lembar.py::"
    "test_a_fixed_sheet_is_known_by_its_headings_whatever_its_name"
)
_DIUJI = "tests/temuan/test_provoked.py"

BUKU_KERJA = (
    Temuan("SOP939", "lembar_berganti_nama", CATATAN, BOLEH, uji=_BERGANTI),
    Temuan("SOP940", "lembar_tersembunyi", CATATAN, BOLEH, uji=_TERSEMBUNYI),
    Temuan("SOP941", "bukan_berkas_office", KESALAHAN, uji=_DITOLAK),
    Temuan(
        "SOP942", "berkas_lama_atau_bersandi", KESALAHAN,
        uji=f"{_AMAN}::test_what_is_no_workbook_is_refused_with_advice",
    ),
    Temuan("SOP943", "berkas_bermakro", KESALAHAN, uji=_DITOLAK),
    Temuan("SOP944", "berkas_melampaui_batas", KESALAHAN, uji=_DITOLAK),
    Temuan("SOP945", "bagian_berbahaya", KESALAHAN, uji=_DITOLAK),
    Temuan("SOP946", "tautan_ke_berkas_lain", PERINGATAN, BOLEH, uji=_DITOLAK),
    Temuan(
        "SOP947", "rumus_dalam_sel", KESALAHAN, BOLEH, uji=_SEL,
        ringan=Ringan(PERINGATAN, "bila nilai yang tersimpan dapat dipakai"),
    ),
    Temuan(
        "SOP948", "nilai_sel_meragukan", KESALAHAN, BOLEH, uji=_SEL,
        ringan=Ringan(PERINGATAN, "bila nilainya masih dapat dibaca"),
    ),
    Temuan(
        "SOP949", "judul_kolom_keliru", KESALAHAN, BOLEH, uji=_SEL,
        ringan=Ringan(PERINGATAN, "bila tabelnya terbaca tanpa kolom itu"),
    ),
    Temuan(
        "SOP950", "lembar_tak_dikenal", KESALAHAN, BOLEH, uji=_SEL,
        ringan=Ringan(PERINGATAN, "bila lembar itu hanya tambahan yang tidak dibaca"),
    ),
    Temuan(
        "SOP954", "isi_lembar_tak_dipahami", KESALAHAN, BOLEH, uji=_SEL,
        ringan=Ringan(PERINGATAN, "bila yang tidak dibaca hanya sel tambahan"),
    ),
    Temuan("SOP955", "contoh_terisi", PERINGATAN, BOLEH, uji=_SEL),
    Temuan(
        "SOP956", "tak_muat_dalam_buku_kerja", KESALAHAN,
        uji=f"{_DIUJI}::test_what_a_workbook_cannot_hold_is_told",
    ),
)  # fmt: skip
