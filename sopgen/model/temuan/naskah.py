"""Findings about the parts of the book, its decrees and its texts (7xx)."""

from __future__ import annotations

from sopgen.model.temuan.baris import (
    BOLEH,
    CATATAN,
    KESALAHAN,
    PERINGATAN,
    Ringan,
    Temuan,
)

NASKAH = (
    Temuan("SOP701", "bagian_tak_dikenal", KESALAHAN),
    Temuan("SOP702", "keputusan_tak_dikenal", KESALAHAN),
    Temuan("SOP703", "bagian_tanpa_keputusan", KESALAHAN),
    Temuan("SOP704", "keputusan_tanpa_lampiran", KESALAHAN),
    Temuan("SOP705", "sebutan_sop_tak_dikenal", KESALAHAN),
    Temuan("SOP706", "naskah_kosong", PERINGATAN, BOLEH),
    Temuan("SOP707", "kode_keputusan_ganda", KESALAHAN),
    Temuan("SOP708", "bagian_ganda", PERINGATAN, BOLEH),
    Temuan(
        "SOP709", "tabel_lampiran_keliru", KESALAHAN,
        ringan=Ringan(
            PERINGATAN, "bila tabelnya kosong, atau sebutan SOP tidak terpakai"
        ),
    ),
    Temuan(
        "SOP711", "draf_dalam_buku_final", KESALAHAN,
        uji="tests/test_book.py::test_a_final_build_refuses_drafts",
    ),
    Temuan(
        "SOP712", "kesalahan_dalam_buku_final", KESALAHAN,
        uji="tests/temuan/test_provoked.py::test_a_final_build_refuses_open_errors",
    ),
    Temuan("SOP713", "salinan_tanpa_pejabat", PERINGATAN, BOLEH),
    Temuan(
        "SOP714", "salinan_keliru", KESALAHAN,
        ringan=Ringan(
            PERINGATAN,
            "bila diktum yang dipetik tidak disebut, atau isiannya tidak terpakai",
        ),
    ),
    Temuan("SOP715", "lampiran_tak_dirujuk", PERINGATAN, BOLEH),
    Temuan("SOP721", "templat_keliru", KESALAHAN),
    Temuan("SOP722", "templat_di_luar_tempatnya", PERINGATAN, BOLEH),
    Temuan("SOP723", "teks_templat_ditolak", KESALAHAN),
    Temuan("SOP730", "tahun_berbeda", PERINGATAN, BOLEH),
    Temuan("SOP731", "tahun_nomor_berbeda", PERINGATAN),
    Temuan("SOP732", "istilah_masa_pandemi", PERINGATAN, BOLEH),
    Temuan("SOP733", "kode_kantor_lain", PERINGATAN, BOLEH),
    Temuan(
        "SOP734", "daerah_lain", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila kelurahan yang senama mungkin memang ada"),
    ),
    Temuan("SOP735", "sebutan_sop_berbeda", CATATAN, BOLEH),
    Temuan("SOP736", "keputusan_kembar", PERINGATAN, BOLEH),
    Temuan("SOP737", "menetapkan_kosong", PERINGATAN, BOLEH),
    Temuan("SOP738", "penutup_menimbang_keliru", PERINGATAN, BOLEH),
    Temuan("SOP739", "diktum_tanpa_kata_kerja", PERINGATAN, BOLEH),
    Temuan(
        "SOP740", "bentuk_butir_keliru", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila hanya titik komanya"),
    ),
    Temuan("SOP741", "daftar_satu_butir", CATATAN, BOLEH),
    Temuan("SOP742", "kepala_lampiran_tak_lengkap", PERINGATAN, BOLEH),
    Temuan("SOP743", "judul_lampiran_berbeda", PERINGATAN, BOLEH),
    Temuan("SOP744", "kalimat_rusak", PERINGATAN, BOLEH),
    Temuan(
        "SOP745", "ejaan_keliru", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila hanya soal pilihan bentuk kata"),
    ),
    Temuan(
        "SOP746", "nomor_keputusan_tak_rapi", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila hanya spasi atau urutan desimal"),
    ),
    Temuan("SOP747", "keputusan_sesudah_daftar_isi", CATATAN, BOLEH),
    Temuan("SOP748", "keputusan_di_luar_masa_buku", PERINGATAN, BOLEH),
    Temuan("SOP749", "pengesahan_mendahului_keputusan", PERINGATAN, BOLEH),
    Temuan("SOP750", "mulai_berlaku_tak_cocok", PERINGATAN),
    Temuan("SOP751", "jumlah_sop_berbeda", PERINGATAN, BOLEH),
    Temuan("SOP752", "terbilang_tak_cocok", PERINGATAN, BOLEH),
    Temuan("SOP753", "daftar_sop_berbeda", PERINGATAN, BOLEH),
    Temuan(
        "SOP754", "daftar_terputus", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila hanya kata dan yang kurang"),
    ),
    Temuan("SOP755", "tanpa_mulai_berlaku", PERINGATAN, BOLEH),
    Temuan("SOP756", "rujukan_keputusan_keliru", PERINGATAN, BOLEH),
    Temuan("SOP757", "judul_keputusan_berbeda", PERINGATAN, BOLEH),
    Temuan("SOP758", "pencabutan_keliru", PERINGATAN, BOLEH),
    Temuan(
        "SOP759", "bagian_tak_dicetak", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila yang tidak ada hanya sampul atau daftar isi"),
    ),
    Temuan("SOP760", "salah_ketik", PERINGATAN, BOLEH),
    Temuan("SOP761", "nama_berhuruf_kecil", PERINGATAN, BOLEH),
    Temuan("SOP762", "huruf_nama_sop_berbeda", PERINGATAN, BOLEH),
    Temuan(
        "SOP763", "spasi_keliru", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila hanya spasi ganda"),
    ),
    Temuan("SOP764", "kurung_tak_berpasangan", PERINGATAN, BOLEH),
    Temuan("SOP765", "tanggal_tak_ada", PERINGATAN, BOLEH),
    Temuan("SOP766", "tanda_butir_ganda", PERINGATAN, BOLEH),
    Temuan("SOP770", "jumlah_butir_berbeda", PERINGATAN, BOLEH),
    Temuan("SOP771", "judul_tanpa_sop", PERINGATAN, BOLEH),
    Temuan(
        "SOP772", "singkatan_keliru", PERINGATAN, BOLEH,
        ringan=Ringan(CATATAN, "bila dua tempat memakai satu singkatan untuk dua hal"),
    ),
    Temuan("SOP773", "isian_menunjuk_lain", PERINGATAN, BOLEH),
    Temuan("SOP774", "tembusan_keliru", PERINGATAN, BOLEH),
    Temuan("SOP780", "tabel_timpang", PERINGATAN, BOLEH),
    Temuan("SOP781", "bab_tanpa_berkas", KESALAHAN),
    Temuan(
        "SOP782", "gambar_tanpa_keterangan", CATATAN, BOLEH,
        uji="tests/spec/test_gambar.py::test_what_is_wrong_with_a_picture_is_told",
    ),
    Temuan(
        "SOP783", "gambar_bukan_berkas", KESALAHAN,
        uji="tests/spec/test_gambar.py::test_what_is_wrong_with_a_picture_is_told",
    ),
)  # fmt: skip
