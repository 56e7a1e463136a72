"""Pairs of books made by hand, each with everything that changed, in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.books import FILES, Ganti, book, compared, told, write_office

BUKU, SURAT, ARSIP, PENUTUP, CUTI = (
    "buku.yaml", "sop/surat.yaml", "sop/arsip-aktif.yaml", "naskah/penutup.md",
    "sop/cuti.yaml",
)  # fmt: skip
MENERIMA = "kegiatan 1 “Menerima surat”"
MEMERIKSA = "kegiatan 2 “Memeriksa kelengkapan surat”"
TERIMA = "  - uraian: Memeriksa kelengkapan surat\n"
PERIKSA = """\
    pelaksana: Camat
    simbol: keputusan
    ke: {Ya: 3, Tidak: 1}
    waktu: 5 menit
"""
CATAT = "  - uraian: Mencatat surat dalam buku agenda\n"
SIMPAN = "  - uraian: Menyimpan surat\n"
AGENDA = "  - {uraian: Memberi nomor agenda, pelaksana: Petugas, waktu: 2 menit}\n"

#: what happened · the changes of the files · everything that is told
CASES: dict[str, tuple[tuple[Ganti, ...], list[str]]] = {
    "only the year": (
        ((BUKU, "tahun: 2025", "tahun: 2026"),),
        ["buku tahun: 2025 → 2026"],
    ),
    "the camat was replaced, by an acting one": (
        (
            (BUKU, "    nama: Drs. SATU, M.Si", "    kapasitas: plt\n    nama: TIGA"),
            (BUKU, "19690518 199710 1 001", "19720202 199902 1 003"),
        ),
        [
            "buku [penandatangan] kapasitas: definitif → plt",
            "buku [penandatangan] nama: Drs. SATU, M.Si → TIGA",
            "buku [penandatangan] nip: 19690518 199710 1 001 → 19720202 199902 1 003",
        ],
    ),
    "a step was put between two, so that others count on": (
        ((SURAT, CATAT, AGENDA + CATAT), (SURAT, "ke: 4", "ke: 5")),
        ["SOP surat kegiatan baru: 3 “Memberi nomor agenda”"],
    ),
    "the same, and an exit goes to the new step of old": (
        (
            (SURAT, CATAT, AGENDA + CATAT),
            (SURAT, "ke: 4", "ke: 5"),
            (SURAT, "Tidak: 1", "Tidak: 4"),
        ),
        [
            "SOP surat kegiatan baru: 3 “Memberi nomor agenda”",
            f"SOP surat [{MEMERIKSA}] alur: Tidak: ke 1 “Menerima surat” → "
            "Tidak: ke 4 “Mencatat surat dalam buku agenda”",
        ],
    ),
    "an answer leads to one step more": (
        ((SURAT, "Tidak: 1", "Tidak: [1, 4]"),),
        [f"SOP surat [{MEMERIKSA}] alur baru: Tidak: ke 4 “Menyimpan surat”"],
    ),
    "one of the steps that an answer leads to is another": (
        (
            (SURAT, CATAT, AGENDA + CATAT),
            (SURAT, "ke: 4", "ke: 5"),
            (SURAT, "Tidak: 1", "Tidak: [1, 5]"),
        ),
        [
            "SOP surat kegiatan baru: 3 “Memberi nomor agenda”",
            f"SOP surat [{MEMERIKSA}] alur baru: Tidak: ke 5 “Menyimpan surat”",
        ],
    ),
    "a decision was put before the end": (
        (
            (
                SURAT,
                SIMPAN,
                "  - {uraian: Meneliti agenda, pelaksana: Kasi, simbol: keputusan, "
                "ke: {Ya: 5, Tidak: 3}}\n" + SIMPAN,
            ),
        ),
        ["SOP surat kegiatan baru: 4 “Meneliti agenda”"],
    ),
    "a step is gone, and its gap closed": (
        ((SURAT, TERIMA + PERIKSA, ""), (SURAT, "    ke: 4\n", "")),
        ["SOP surat kegiatan dihapus: 2 “Memeriksa kelengkapan surat”"],
    ),
    "a step is reworded, takes longer and is done by another": (
        (
            (
                SURAT,
                "Mencatat surat dalam buku agenda",
                "Mencatat surat pada buku agenda",
            ),
            (SURAT, "10 menit", "15 menit"),
            (SURAT, "agenda\n    pelaksana: Petugas", "agenda\n    pelaksana: Kasi"),
        ),
        [
            "SOP surat [kegiatan 3 “Mencatat surat pada buku agenda”] uraian: "
            "Mencatat surat dalam buku agenda → Mencatat surat pada buku agenda",
            "SOP surat [kegiatan 3 “Mencatat surat pada buku agenda”] waktu: "
            "10 menit → 15 menit",
            "SOP surat [kegiatan 3 “Mencatat surat pada buku agenda”] pelaksana: "
            "Petugas → Kasi",
        ],
    ),
    "a pelaksana has another name everywhere": (
        tuple((SURAT, "Petugas", "Pengelola Persuratan") for _ in range(3)),
        ["SOP surat pelaksana: Petugas → Pengelola Persuratan"],
    ),
    "the columns stand in another order": (
        ((SURAT, "[Petugas, Kasi, Camat]", "[Kasi, Petugas, Camat]"),),
        ["SOP surat [Petugas] pelaksana dipindah: kolom 1 → kolom 2"],
    ),
    "an exit has another word, a copy is sent no more": (
        ((SURAT, "Ya: 3", "Lengkap: 3"), (SURAT, "    tembusan: buku\n", "")),
        [
            f"SOP surat [{MEMERIKSA}] alur: "
            "Ya: ke 3 “Mencatat surat dalam buku agenda” → "
            "Lengkap: ke 3 “Mencatat surat dalam buku agenda”",
            "SOP surat [kegiatan 3 “Mencatat surat dalam buku agenda”] alur dihapus: "
            "tembusan ke dokumen pada 3 “Mencatat surat dalam buku agenda”",
        ],
    ),
    "a SOP is new, one is gone": (
        (
            (
                BUKU,
                "  - id: arsip-aktif\n    nama: Arsip Aktif",
                "  - id: izin\n    nama: Izin Keramaian",
            ),
        ),
        ["SOP izin: baru", "SOP arsip-aktif: dihapus"],
    ),
    "a SOP has another code and nearly the same name": (
        (
            (
                BUKU,
                "  - id: arsip-aktif\n    nama: Arsip Aktif",
                "  - id: arsip\n    nama: Arsip Aktif Kecamatan",
            ),
            ("sop/arsip.yaml", "", FILES[ARSIP]),
        ),
        ["SOP arsip nama: Arsip Aktif → Arsip Aktif Kecamatan"],
    ),
    "the list of SOP stands in another order": (
        (
            (BUKU, "  - id: cuti\n    nama: Cuti Pegawai\n", ""),
            (
                BUKU,
                "    nama: Arsip Aktif\n",
                "    nama: Arsip Aktif\n  - id: cuti\n    nama: Cuti Pegawai\n",
            ),
        ),
        ["SOP cuti [SOP] nomor dipindah: nomor 2 → nomor 3"],
    ),
    "a decree of this year": (
        (
            (BUKU, "000.8.3.3/1/406.99/2025", "000.8.3.3/4/406.99/2026"),
            (BUKU, "2025-01-16", "2026-01-12"),
            (
                BUKU,
                "[Undang-Undang Nomor 25 Tahun 2009;, Peraturan",
                "[Undang-Undang Nomor 25 Tahun 2009;, "
                "Undang-Undang Nomor 30 Tahun 2014;, Peraturan",
            ),
            (
                BUKU,
                "Keputusan mulai berlaku.]",
                "Mencabut Keputusan Nomor 1;, Keputusan mulai berlaku.]",
            ),
        ),
        [
            "keputusan nomor: 000.8.3.3/1/406.99/2025 → 000.8.3.3/4/406.99/2026",
            "keputusan tanggal: 16 Januari 2025 → 12 Januari 2026",
            "keputusan mengingat baru: Undang-Undang Nomor 30 Tahun 2014;",
            "keputusan diktum baru: Mencabut Keputusan Nomor 1;",
        ],
    ),
    "bases replaced, moved and gone": (
        (
            (
                SURAT,
                "[Undang-Undang Nomor 43 Tahun 2009;, Peraturan Bupati Nomor 5;]",
                "[Peraturan Bupati Nomor 5;, Undang-Undang Nomor 43 Tahun 2009;]",
            ),
            (
                BUKU,
                "[Undang-Undang Nomor 25 Tahun 2009;, Peraturan Daerah Nomor 3;]",
                "[Undang-Undang Nomor 25 Tahun 2009;, Perpres 81;]",
            ),
            (BUKU, "    memperhatikan: [Surat Edaran Bupati;]\n", ""),
        ),
        [
            "keputusan mengingat: Peraturan Daerah Nomor 3; → Perpres 81;",
            "keputusan memperhatikan dihapus: Surat Edaran Bupati;",
            "SOP surat [Undang-Undang Nomor 43 Tahun 2009;] dasar hukum dipindah: "
            "butir 1 → butir 2",
        ],
    ),
    "the office moved and one more part is printed": (
        (
            (BUKU, "Jl. Raya 1", "Jl. Baru 7"),
            (BUKU, "  - simbol\n", "  - simbol\n  - halaman_judul\n"),
            (BUKU, "awalan_sop: [diktum]", "awalan_sop: [diktum, lampiran]"),
        ),
        [
            "buku [kecamatan] alamat: Jl. Raya 1 → Jl. Baru 7",
            "buku awalan sop baru: lampiran",
            "buku susunan baru: halaman judul",
        ],
    ),
    "a chapter has one more paragraph and one reworded": (
        (
            (
                PENUTUP,
                "b. Dievaluasi",
                "b. Diumumkan kepada masyarakat.\nc. Dievaluasi",
            ),
            (PENUTUP, "bagi seluruh pegawai", "bagi semua pegawai"),
        ),
        [
            "buku penutup: SOP ini menjadi pedoman bagi seluruh pegawai. → "
            "SOP ini menjadi pedoman bagi semua pegawai.",
            "buku penutup baru: (a) Diumumkan kepada masyarakat.",
        ],
    ),
    "all numbers have another pattern": (
        ((BUKU, "awalan_sop:", 'pola_nomor_sop: "065/{nomor}/{tahun}"\nawalan_sop:'),),
        [
            "buku [3 SOP; misalnya SOP 1] nomor sop: 000.8.3.3/SOP.01/406.99/2025 → "
            "065/1/2025",
        ],
    ),
    "a draft is in force, its note printed no more": (
        ((CUTI, "status: draf\ncatatan: menunggu verifikasi\n", ""),),
        [
            "SOP cuti status: draf → berlaku",
            "SOP cuti catatan: menunggu verifikasi → (kosong)",
        ],
    ),
    "two steps changed places": (
        (
            (SURAT, TERIMA + PERIKSA, ""),
            (SURAT, SIMPAN, TERIMA + PERIKSA.replace("Ya: 3", "Ya: 4") + SIMPAN),
            (SURAT, "    ke: 4\n", ""),
        ),
        [
            "SOP surat [kegiatan 3 “Memeriksa kelengkapan surat”] kegiatan dipindah: "
            "nomor 2 → nomor 3"
        ],
    ),
    "a step is replaced by two others": (
        (
            (SURAT, "Mencatat surat dalam buku agenda", "Mengunggah pindaian"),
            (SURAT, "    waktu: 10 menit\n", "    waktu: 3 menit\n"),
            (
                SURAT,
                SIMPAN,
                "  - {uraian: Memberi tahu pengolah, pelaksana: Kasi, "
                "waktu: 1 menit}\n" + SIMPAN,
            ),
        ),
        [
            "SOP surat kegiatan dihapus: 3 “Mencatat surat dalam buku agenda”",
            "SOP surat kegiatan baru: 3 “Mengunggah pindaian”",
            "SOP surat kegiatan baru: 4 “Memberi tahu pengolah”",
        ],
    ),
    "the same in other YAML": (
        (
            (SURAT, "tanggal_revisi: 2025-01-12", 'tanggal_revisi: "12/1/2025"'),
            (SURAT, "[Petugas, Kasi, Camat]", "\n  - Petugas\n  - Kasi\n  - Camat"),
            (
                SURAT,
                "uraian: Menerima surat",
                "nomor: '1'\n    uraian: >-\n      Menerima\n      surat",
            ),
            (
                BUKU,
                "judul: PENETAPAN SOP\n    tentang: Penetapan SOP",
                "judul: |\n      PENETAPAN SOP\n    tentang: 'Penetapan   SOP'",
            ),
            (
                BUKU,
                "Menetapkan SOP Kecamatan {{ kecamatan.nama }}.",
                "Menetapkan SOP Kecamatan Uji.",
            ),
            (SURAT, "    ke: 4\n", ""),
            (PENUTUP, "SOP ini menjadi pedoman bagi", "SOP ini menjadi\npedoman bagi"),
        ),
        [],
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_exactly_what_changed_is_told(what: str, tmp_path: Path) -> None:
    changes, expected = CASES[what]
    lama = book(write_office(tmp_path / "lama"))
    baru = book(write_office(tmp_path / "baru", *changes))
    assert told(compared(lama, baru)) == expected


@pytest.mark.parametrize("what", CASES)
def test_the_way_back_is_told_too(what: str, tmp_path: Path) -> None:
    changes, expected = CASES[what]
    lama = book(write_office(tmp_path / "lama"))
    baru = book(write_office(tmp_path / "baru", *changes))
    assert len(told(compared(baru, lama))) == len(expected)
