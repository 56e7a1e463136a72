"""Findings about files: read as YAML or text, and written (9xx but 94x and 96x)."""

from __future__ import annotations

from sopgen.model.temuan.baris import (
    BOLEH,
    CATATAN,
    KESALAHAN,
    PERINGATAN,
    Ringan,
    Temuan,
)

_DIBACA = "tests/spec/test_bad_input.py::test_bad_input_is_told_at_its_place"
_DIBANGUN = "tests/test_nothing_lost.py"
_EDISI = "tests/output"
_DIUJI = "tests/temuan/test_provoked.py"
_SUNTINGAN = "tests/test_suntingan.py"
_TERJANGKAU = "tests/cli/test_out_of_reach.py"

BERKAS = (
    Temuan(
        "SOP901", "berkas_tak_ada", KESALAHAN,
        ringan=Ringan(PERINGATAN, "bila yang tidak ada berkas sebuah SOP dalam daftar"),
    ),
    Temuan("SOP902", "bukan_berkas", KESALAHAN, uji=_DIBACA),
    Temuan(
        "SOP903", "berkas_tak_terbaca", KESALAHAN,
        uji=f"{_DIUJI}::test_a_file_that_cannot_be_opened_is_told",
    ),
    Temuan("SOP904", "berkas_kosong", KESALAHAN),
    Temuan("SOP905", "berkas_terlalu_besar", KESALAHAN, uji=_DIBACA),
    Temuan("SOP906", "bukan_utf8", KESALAHAN, uji=_DIBACA),
    Temuan("SOP907", "karakter_kendali", KESALAHAN),
    Temuan("SOP908", "tab_di_awal_baris", KESALAHAN),
    Temuan("SOP909", "susunan_yaml_keliru", KESALAHAN),
    Temuan("SOP910", "tag_yaml", KESALAHAN),
    Temuan("SOP911", "acuan_yaml_keliru", KESALAHAN),
    Temuan("SOP912", "dokumen_kedua", KESALAHAN),
    Temuan("SOP913", "isian_ganda", KESALAHAN),
    Temuan("SOP914", "isi_bersarang_terlalu_dalam", KESALAHAN),
    Temuan("SOP915", "kunci_bukan_teks", KESALAHAN),
    Temuan("SOP916", "berkas_di_luar_folder", KESALAHAN),
    Temuan("SOP917", "berkas_tak_dipakai", PERINGATAN, BOLEH),
    Temuan(
        "SOP918", "folder_tak_ditemukan", KESALAHAN,
        uji=f"{_TERJANGKAU}::test_nothing_that_was_built_is_replaced_or_swept",
    ),
    Temuan("SOP920", "kunci_tak_dikenal", KESALAHAN),
    Temuan("SOP921", "isian_kosong", KESALAHAN),
    Temuan("SOP922", "jenis_isian_keliru", KESALAHAN),
    Temuan("SOP923", "nilai_tak_diizinkan", KESALAHAN),
    Temuan("SOP924", "tanggal_keliru", KESALAHAN),
    Temuan(
        "SOP925", "berkas_bawaan_rusak", KESALAHAN,
        uji=f"{_DIUJI}::test_what_came_with_the_program_and_is_gone_is_told",
    ),
    Temuan("SOP926", "nilai_terlalu_panjang", KESALAHAN, uji=_DIBACA),
    Temuan("SOP927", "kode_dibaca_lain", CATATAN, BOLEH),
    Temuan(
        "SOP928", "nama_tak_untuk_windows", KESALAHAN,
        ringan=Ringan(PERINGATAN, "bila berkasnya terbaca di komputer ini"),
    ),
    Temuan("SOP931", "gambar_rusak", KESALAHAN, uji=_DIBACA),
    Temuan(
        "SOP932", "isi_lembar_tak_ikut", PERINGATAN,
        uji="tests/spec/test_workbook_overlay.py::"
        "test_what_an_overwritten_workbook_loses_is_told",
    ),
)  # fmt: skip
KELUARAN = (
    Temuan(
        "SOP933", "bangunan_terputus", PERINGATAN,
        uji=f"{_EDISI}/test_killed.py::test_what_a_killed_build_leaves_is_told",
        ringan=Ringan(CATATAN, "bila tidak ada berkas yang tercampur, atau tidak lagi"),
    ),
    Temuan(
        "SOP934", "sedang_dibangun", KESALAHAN,
        uji=f"{_EDISI}/test_lock.py::test_who_builds_is_told_to_one_who_waited",
    ),
    Temuan(
        "SOP935", "kantor_tak_selesai", KESALAHAN,
        uji="tests/offices/test_offices.py::test_another_program_makes_no_part_of_the_books",
    ),
    Temuan(
        "SOP936", "hasil_bertumbuk", KESALAHAN,
        uji="tests/offices/test_offices.py::test_two_offices_do_not_share_a_folder",
    ),
    Temuan(
        "SOP951", "keluaran_tak_tertulis", KESALAHAN,
        uji=f"{_DIBANGUN}::test_a_folder_that_cannot_be_made_is_told_once",
    ),
    Temuan(
        "SOP952", "peta_tak_tergambar", KESALAHAN,
        uji=f"{_DIUJI}::test_a_map_without_graphviz_is_told",
        ringan=Ringan(PERINGATAN, "bila bagian buku yang lain tetap dibangun"),
    ),
    Temuan(
        "SOP953", "permintaan_tanpa_hasil", KESALAHAN,
        uji=f"{_DIBANGUN}::test_a_wish_that_nothing_fulfils_is_told",
    ),
    Temuan(
        "SOP957", "keluaran_hanya_baca", KESALAHAN,
        uji=f"{_SUNTINGAN}::test_a_read_only_file_is_refused_and_the_rest_goes_on",
    ),
    Temuan(
        "SOP958", "suntingan_dipisahkan", PERINGATAN,
        uji=f"{_SUNTINGAN}::test_an_edited_file_is_kept_with_what_it_was_made_from",
    ),
    Temuan(
        "SOP959", "pdf_bertanda_tangan", KESALAHAN,
        uji=f"{_SUNTINGAN}::test_a_signed_file_stays_and_is_named",
        ringan=Ringan(
            PERINGATAN, "bila edisi yang baru di sampingnya, atau tidak lagi dibuat"
        ),
    ),
)  # fmt: skip
