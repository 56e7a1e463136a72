"""Findings about the office, its officials and the identity of the SOP (1xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import BOLEH, CATATAN, KESALAHAN, PERINGATAN, Temuan

_FINAL = "tests/cli/test_build.py"

IDENTITAS = (
    Temuan("SOP101", "pejabat_tak_terdaftar", KESALAHAN),
    Temuan("SOP102", "kode_sop_ganda", KESALAHAN),
    Temuan("SOP103", "nomor_sop_ganda", KESALAHAN),
    Temuan("SOP104", "isian_pola_tak_dikenal", KESALAHAN),
    Temuan("SOP105", "pola_tanpa_nomor", PERINGATAN),
    Temuan("SOP106", "nip_keliru", PERINGATAN, BOLEH),
    Temuan("SOP107", "tanggal_di_luar_kalender", KESALAHAN),
    Temuan("SOP108", "kode_kembar", KESALAHAN),
    Temuan("SOP109", "isian_wajib_kosong", KESALAHAN),
    Temuan("SOP110", "nama_pejabat_kosong", CATATAN, BOLEH),
    Temuan("SOP112", "teks_belum_diisi", KESALAHAN, BOLEH),
    Temuan("SOP113", "huruf_tak_tercetak", PERINGATAN, BOLEH),
    Temuan("SOP114", "kode_klasifikasi_lama", PERINGATAN, BOLEH),
    Temuan("SOP115", "tanggal_tanpa_hari", PERINGATAN, BOLEH),
    Temuan("SOP116", "keterkaitan_diri_sendiri", PERINGATAN, BOLEH),
    Temuan("SOP117", "keterkaitan_tak_dikenal", CATATAN, BOLEH),
    Temuan("SOP118", "peralatan_disalin", PERINGATAN, BOLEH),
    Temuan("SOP119", "peringatan_disalin", PERINGATAN, BOLEH),
    Temuan("SOP120", "pencatatan_disalin", PERINGATAN, BOLEH),
    Temuan("SOP121", "kualifikasi_hanya_pendidikan", PERINGATAN, BOLEH),
    Temuan("SOP122", "seksi_berbeda", PERINGATAN, BOLEH),
    Temuan("SOP123", "pengesahan_tanpa_tanggal", CATATAN, BOLEH),
    Temuan("SOP124", "kop_tak_lengkap", CATATAN, BOLEH),
    Temuan("SOP125", "nomor_sop_tak_sama_panjang", CATATAN, BOLEH),
    Temuan("SOP126", "tanggal_tak_terbaca", PERINGATAN, BOLEH),
    Temuan("SOP127", "hari_keliru", PERINGATAN),
    Temuan("SOP128", "tanggal_sop_di_luar_masa_buku", PERINGATAN),
    Temuan("SOP129", "tanggal_sop_terbalik", PERINGATAN),
    Temuan("SOP130", "revisi_sesudah_efektif", PERINGATAN, BOLEH),
    Temuan(
        "SOP131", "lambang_belum_ada", PERINGATAN,
        uji=f"{_FINAL}::test_what_no_signed_book_may_have_is_an_error_of_a_final_build",
    ),
    Temuan("SOP132", "tahun_pola_berbeda", PERINGATAN),
    Temuan("SOP133", "pengesahan_di_luar_masa_buku", PERINGATAN),
    Temuan("SOP140", "tanda_gaya_di_judul", PERINGATAN, BOLEH),
    Temuan("SOP141", "gambar_dalam_teks", PERINGATAN, BOLEH),
    Temuan("SOP142", "tabel_dalam_teks", PERINGATAN, BOLEH),
    Temuan("SOP143", "tanda_tak_dikenal", PERINGATAN, BOLEH),
    Temuan("SOP146", "pengabaian_tak_terpakai", CATATAN),
    Temuan("SOP147", "pengabaian_ditolak", PERINGATAN),
    Temuan("SOP170", "nip_meragukan", PERINGATAN, BOLEH),
    Temuan("SOP171", "pejabat_setengah_terisi", PERINGATAN, BOLEH),
    Temuan("SOP172", "nip_kembar", PERINGATAN, BOLEH),
    Temuan("SOP173", "kapasitas_diketik", PERINGATAN, BOLEH),
    Temuan("SOP174", "keputusan_bukan_oleh_camat", PERINGATAN, BOLEH),
    Temuan("SOP175", "kode_pos_keliru", PERINGATAN, BOLEH),
    Temuan("SOP176", "kode_klasifikasi_keliru", PERINGATAN, BOLEH),
)  # fmt: skip
