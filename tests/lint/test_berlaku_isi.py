"""What SOP say: single mistakes in a sound book, and what is right though unusual."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.sop import Sop
from sopgen.sebab import causes
from sopgen.spec import read_buku
from tests.berlaku import write_berlaku
from tests.lint.berlaku import (
    Change,
    column,
    doubled,
    exits,
    lane,
    row,
    sheet,
    symbol,
    title,
)  # fmt: skip
from tests.lint.rumpun import all_found, rules_in

#: SOP that are related, that are not, and one that branches.
SEDIKIT = (
    "kk", "ktp", "pindah-tempat", "skck", "surat-keterangan", "sktm", "surat-masuk",
    "surat-keluar", "koordinasi-kesra",
)  # fmt: skip
KK, KTP, SKCK, MASUK = "kk", "ktp", "skck", "surat-masuk"
#: Rules about the words of a SOP; the others, of the whole book, take their time.
OWN = rules_in(
    "alur jabatan judul_sop kegiatan kelengkapan kembar keterkaitan ketikan_label "
    "label lembar lompatan mutu_baku pelaksana rantai sop_lain tanggal ujung waktu "
    "waktu_mustahil"
)

#: The mistakes that each code tells, one put alone into the book.
MISTAKES: dict[str, tuple[Change, ...]] = {
    "SOP407": (
        row(KK, 3, waktu="–"), row(KK, 3, waktu="Segera"), row(KK, 5, waktu="Jam 2"),
        row(KK, 5, waktu="10 mnit"), row(KK, 2, waktu="15"),
        row(KK, 4, waktu="3 lembar"),
        row(KK, 4, waktu="tergantung antrean"), row(KK, 7, waktu="setiap saat"),
        row(KK, 7, waktu="20 - 10 menit"), row(KK, 7, waktu="-5 menit"),
        row(KK, 7, waktu="sesuai kebutuhan"), row(KK, 7, waktu="2 j"),
        row(KK, 3, waktu="30'"), row(KK, 4, waktu='45"'), row(KK, 4, waktu="Jam 08.30"),
        row(KK, 3, waktu="pukul 10.00"), row(KK, 4, waktu="Pkl. 13.00 WIB"),
        row(KK, 3, waktu="2 jam 15"), row(KK, 4, waktu="1 hari kerja 4"),
        row(KK, 3, waktu="300 jam"), row(KTP, 4, waktu="5000 menit"),
        row(KK, 5, waktu="90 hari"), row(SKCK, 4, waktu="3 bulan"),
        row(MASUK, 9, waktu="700 hari kerja"), row(MASUK, 6, waktu="15 bulan"),
    ),
    "SOP405": (
        row(KK, 3, kelengkapan=""), row(KTP, 4, kelengkapan="-"),
        row(MASUK, 2, kelengkapan="…"), row(SKCK, 1, kelengkapan=""),
        column(SKCK, "", "kelengkapan"), column(KK, "-", "kelengkapan"),
        column(SKCK, "", "kelengkapan", "output"),
    ),
    "SOP406": (
        row(KK, 1, output=""), row(KK, 7, output="-"), row(SKCK, 3, output="..."),
        row(MASUK, 12, output=""), column(SKCK, "", "output"),
    ),
    "SOP408": (
        row(KK, 5, kelengkapan="Bukti setor pajak"), row(KK, 4, kelengkapan="Notulen"),
        row(SKCK, 4, kelengkapan="Surat tugas"),
        row(KK, 3, kelengkapan="Rekomendasi KK bernomor"),
        row(MASUK, 5, kelengkapan="Laporan keuangan triwulan"),
        row(SKCK, 5, kelengkapan="Akta kelahiran"),
        row(KK, 5, kelengkapan="Konsep rekomendasi lelang yang telah diparaf"),
        row("koordinasi-kesra", 5, kelengkapan="Konsep bahan pidato"),
        row("koordinasi-kesra", 7, kelengkapan="Undangan rapat koordinasi"),
        row("sktm", 5, kelengkapan="Daftar gaji pegawai"),
    ),
    "SOP411": (
        row("surat-keterangan", 4, output="Konsep surat perjanjian"),
        row(KK, 4, output="Konsep rekomendasi cuti yang telah diparaf"),
        row("koordinasi-kesra", 6, output="Daftar piket pegawai"),
        row(KK, 1, output="Notulen rapat"), row(KK, 4, output="Laporan keuangan"),
        row(KTP, 4, output="Berita lelang"), row(MASUK, 9, output="Akta kelahiran"),
    ),
    "SOP409": (
        row(KK, 3, kelengkapan="Berkas permohonan KTP yang lengkap"),
        row(KTP, 8, kelengkapan="Konsep rekomendasi KK yang telah diparaf"),
        row(SKCK, 2, kelengkapan="Formulir permohonan SKTM"),
        row(KK, 5, kelengkapan="Konsep rekomendasi kartu tanda penduduk"),
        row(KK, 1, kelengkapan="Surat pengantar desa, formulir permohonan KTP"),
        row("pindah-tempat", 6, kelengkapan="Draf rekomendasi KK, berkas permohonan"),
    ),
    "SOP404": (
        row(SKCK, 5, output="Rekomendasi SKTM, tanda terima"),
        row(KK, 3, output="Konsep rekomendasi KTP"), row(SKCK, 4, output="SKTM"),
        row("koordinasi-kesra", 6, output="Rekomendasi SKCK"),
        row(KTP, 8, output="Rekomendasi pindah yang telah ditandatangani"),
    ),
    "SOP220": (
        row(KK, 5, uraian="Menandatangani rekomendasi KTP"),
        row(KTP, 6, uraian="Menyusun konsep rekomendasi KK"),
        row(SKCK, 1, uraian="Mengajukan permohonan SKTM"),
        row("sktm", 1, uraian="Mengajukan permohonan rekomendasi SKCK"),
    ),
    "SOP410": (
        row(KK, 8, keterangan="Jumlah waktu 60 menit"),
        row(KK, 8, keterangan="Total waktu: 1 jam"),
        row(KK, 1, keterangan="Waktu penyelesaian 2 jam"),
        row(SKCK, 6, keterangan="Jumlah waktu seluruh kegiatan: 45 menit."),
        sheet(KK, "pencatatan", "Buku register rekomendasi KK. Total waktu 50 menit"),
    ),
    "SOP316": (
        symbol(KK, 1, "proses"), symbol(KTP, 1, "dokumen"),
        symbol(SKCK, 1, "terminator", "Selesai"), symbol(MASUK, 1, "persiapan"),
    ),
    "SOP317": (
        symbol(KK, 8, "proses"), symbol(KTP, 11, "dokumen"),
        symbol(SKCK, 6, "penyimpanan"), symbol(MASUK, 13, "proses"),
    ),
    "SOP318": (
        symbol(KK, 3, "terminator", "Mulai"), symbol(KTP, 4, "terminator", "Mulai"),
        symbol(SKCK, 3, "terminator", "Mulai"), symbol(MASUK, 3, "terminator", "Mulai"),
    ),
    "SOP319": (
        symbol(KK, 7, "terminator", "Selesai"),
        symbol(KTP, 10, "terminator", "Selesai"),
        symbol(SKCK, 5, "terminator", "Selesai"),
        symbol(MASUK, 12, "terminator", "Selesai"),
    ),
    "SOP320": (
        exits(KK, 2, {"Lengkap": 1, "Tidak": 3}), exits(KK, 4, {"Ya": 3, "Tidak": 5}),
        exits(KK, 4, {"Tidak setuju": 5, "Setuju": 3}, 1),
        exits(SKCK, 2, {"MS": 1, "TMS": 3}), exits(KTP, 7, {"Benar": 6, "Salah": 8}),
        exits(KK, 4, {"Disetujui": 3, "Ditolak": 5}),
        exits(KK, 4, {"Layak": 5, "Tidak Layak": 6}, 1),
        exits(KK, 2, {"Ya": 3, "Tidak": 4}, 1), exits(KTP, 7, {"MS": 8, "TMS": 9}, 1),
    ),
    "SOP310": (
        symbol(KK, 2, "proses"), symbol(KTP, 7, "dokumen"), symbol(SKCK, 2, "proses"),
    ),
    "SOP321": (
        exits(KK, 2, {"Ya": 3, "Ya.": 1}, 1), exits(KK, 4, {"Belum": 5, "Tidak": 3}, 1),
        exits(KK, 4, {"Sesuai": 5, "Benar": 3}, 1),
        exits(SKCK, 2, {"Lengkap!": 3, "lengkap": 1}, 1),
    ),
    "SOP760": (
        exits(KK, 2, {"Lengkap": 3, "Tidk": 1}, 1),
        exits(KK, 4, {"Yaa": 5, "Tidak": 3}),
        exits(KK, 4, {"Stuju": 5, "Tidak setuju": 3}),
        exits(SKCK, 2, {"MS": 3, "TSM": 1}, 1),
        exits(KTP, 7, {"Benar": 8, "Belm": 6}, 1),
    ),
    "SOP211": (
        row(KK, 7, uraian="Penyerahan rekomendasi KK"),
        row(KK, 6, uraian="Penomoran rekomendasi KK"),
    ),
    "SOP215": (
        row(KK, 5, uraian="Menandatangani rekomendasi KK oleh Camat"),
        row(SKCK, 2, uraian="Memeriksa berkas permohonan oleh petugas pelayanan"),
        row(MASUK, 3, uraian="Mencatat surat (oleh Pengadministrasi Umum)"),
        row(KK, 2, uraian="Berkas permohonan diteliti"),
        row(KK, 7, uraian="Dikirim kepada pemohon"),
        row(KK, 6, uraian="Surat yang masuk diagendakan"),
        row(KK, 3, uraian="di-scan oleh petugas"),
    ),
    "SOP216": (
        row(KK, 4, uraian="Paraf konsep"), row(KK, 5, uraian="Cap dan tanda tangan"),
        row(KK, 5, uraian="Camat menandatangani"), row(KK, 6, uraian="Nomor surat"),
        row(KK, 2, uraian="Cek berkas"), row(KK, 3, uraian="-"),
    ),
    "SOP212": (
        row(KK, 3, uraian="Menyusun konsep, kemudian mencetak konsep"),
        row(KK, 4, uraian="Meneliti/memaraf konsep"),
        row(KK, 5, uraian="Menandatangani & membubuhkan cap"),
        row(KK, 6, uraian="Mencatat, menomori, dan menyimpan rekomendasi"),
        row(KK, 6, uraian="Memberi nomor serta mencatat rekomendasi"),
        row(KK, 7, uraian="Menggandakan rekomendasi lalu diserahkan"),
        row(KK, 7, uraian="Menggandakan rekomendasi dan simpan di map"),
        row(KK, 4, uraian="Setelah berkas lengkap, meneliti dan memaraf konsep"),
    ),
    "SOP217": (
        doubled(KK, 3), doubled(SKCK, 3), doubled(KTP, 4), doubled("pindah-tempat", 10),
        doubled(KK, 7, "Mencetak rekomendasi KK"),
        doubled(KK, 5, "Mengetik konsep rekomendasi KK"),
        doubled(SKCK, 5, "Mencetak rekomendasi SKCK"),
    ),
    "SOP218": (
        lane(KK, "Kasi Pelayanan Umum", "Siti Aminah, S.Sos."),
        lane(KK, "Camat", "Pak Camat"), lane(KK, "Camat", "Drs. Sugeng"),
        lane(KK, "Petugas Pelayanan", "Ibu Rina"),
        lane(KK, "Petugas Register", "Slamet, SH"),
        lane(KK, "Camat", "Sri Wahyuni"), lane(KK, "Camat", "H. Mulyono"),
        lane(KK, "Petugas Register", "Joko Susilo, A.Md."),
    ),
    "SOP219": (
        lane(MASUK, "Sekretaris Kecamatan", "Sekcam"),
        lane(SKCK, "Sekretaris Kecamatan", "Sekretaris Camat"),
        lane(KK, "Kasi Pelayanan Umum", "Kepala Seksi Pelayanan Umum"),
        lane(KK, "Camat", "Camat Karangan"), lane(KK, "Pemohon", "pemohon"),
        lane(MASUK, "Kasubag Umum dan Kepegawaian", "Kasubbag Umum & Kepegawaian"),
    ),
    "SOP221": (
        lane(KK, "Petugas Pelayanan", "Petugas Pelyanan"),
        lane(KK, "Pemohon", "Pemohn"), lane(KK, "Pemohon", "Pemohonan"),
        lane(KK, "Petugas Register", "Petugas Registre"),
        lane(SKCK, "Sekretaris Kecamatan", "Sekretariss Kecamatan"),
    ),
    "SOP152": (
        title(KK, "judul", "Rekomendasi Permohonan Kartu Tanda Penduduk (KTP)"),
        title(KK, "judul_sampul", "REKOMENDASI SURAT PINDAH TEMPAT"),
        title(SKCK, "judul_prosedur", "PROSEDUR SURAT MASUK"),
        title(MASUK, "judul", "Surat Keluar"),
    ),
    "SOP153": (
        title(KK, "judul", "Izin Keramaian"), title(KTP, "judul_sampul", "Dana Desa"),
        title(MASUK, "judul_prosedur", "PROSEDUR PENGADUAN MASYARAKAT"),
        title(SKCK, "judul", "Pelayanan Nikah"),
    ),
    "SOP154": (
        sheet(KK, "pencatatan", "Buku register rekomendasi KTP"),
        sheet(SKCK, "peringatan", "Apabila SKTM keliru, maka bantuan salah sasaran."),
        sheet(KK, "peralatan", "Komputer", "Formulir permohonan KTP", at=1),
        sheet(MASUK, "pencatatan", "Buku agenda surat keluar permohonan SKCK"),
        sheet(KK, "pencatatan", "Buku register rekomendasi SKCK"),
    ),
    "SOP155": (
        sheet(KK, "kualifikasi_pelaksana", "SLTA/Sederajat, D4", "Mampu menulis"),
        sheet(KK, "kualifikasi_pelaksana", "Sarjana, Diploma", "Mampu menyusun surat"),
        sheet(KK, "kualifikasi_pelaksana", "S1/D3/SMA", "Mampu menyusun surat"),
        sheet(KK, "kualifikasi_pelaksana", "SMP, SMA", "Mampu menyusun surat"),
        sheet(KK, "kualifikasi_pelaksana", "Minimal S1, D3 / SMA", "Mampu menulis"),
    ),
    "SOP156": (
        sheet(KK, "peralatan", "Komputer", "Cap dinas", "komputer.", at=2),
        sheet(SKCK, "pencatatan", "Buku register SKCK", "Buku register SKCK", at=1),
    ),
    "SOP117": (
        sheet(SKCK, "keterkaitan", "Rekomendasi Izin Keramaian"),
        sheet(SKCK, "keterkaitan", "SOP Pengaduan Masyarakat"),
        sheet(SKCK, "keterkaitan", "Prosedur Pelayanan Nikah"),
        sheet(SKCK, "keterkaitan", "SOP Kebersihan Kantor"),
        sheet(SKCK, "keterkaitan", "SOP Rekomendasi Surat Pindah"),
        sheet(KK, "keterkaitan", "SOP Rekomendasi Surat Keterangan"),
        sheet(KK, "keterkaitan", "SOP Data Bahan Koordinasi Kesejahteraan"),
    ),
    "SOP120": (
        sheet(SKCK, "pencatatan", "Perlu adanya pembinaan oleh atasan"),
        sheet(KK, "pencatatan", "Mampu mengoperasikan komputer"),
        sheet(KTP, "pencatatan", "Buku register KTP", "Komputer dan pencetak", at=1),
        sheet(SKCK, "pencatatan", "Apabila terlambat maka warga dirugikan"),
    ),
}  # fmt: skip

RIGHT: tuple[Change, ...] = (
    *(
        row(KK, 3, waktu=waktu)
        for waktu in (
            "1 jam 30 menit", "3–5 hari kerja", "2 x 24 jam", "± 15 menit",
            "maks. 2 hari", "1/2 jam", "0,5 jam", "sesuai jadwal", "½ jam",
            "5 (lima) menit", "paling lama 3 (tiga) hari kerja", "setengah hari",
            "sehari", "tanggal 5 setiap bulan", "sebelum pukul 08.00",
            "10 s.d. 15 menit", "1 HK", "dua puluh menit", "hari yang sama",
            "1 minggu", "5 Menit.", "pukul 08.00–10.00 WIB",
            "1440 menit", "72 jam", "3 x 24 jam", "30 hari kerja", "1 bulan",
            "setiap 3 bulan", "120 jam",
        )
    ),
    *(
        row(KK, 4, uraian=uraian)
        for uraian in (
            "Berkoordinasi dengan Dinas Kependudukan", "Menyetujui atau menolak konsep",
            "Menyimpan surat dan metadata", "Apabila lengkap, menyusun konsep",
            "Meneliti konsep untuk mencocokkan dan melengkapi data",
            "Hadir dalam rapat", "Meng-input data keluarga", "Ikut memeriksa berkas",
            "Menyerahkan rekomendasi, melalui ekspedisi", "Memeriksa nama/alamat",
            "Bersama desa memeriksa alamat", "Menangani surat penting dan mendesak",
            "Mendata usaha mikro, kecil, dan menengah", "1) Meneliti konsep",
            "Menyetujui/menolak konsep", "Membubuhkan nomor dan cap",
            "Menerima berkas yang telah diparaf oleh Camat", "Meng-*scan* berkas",
            "Menunggu persetujuan oleh Camat", "Mengikuti rapat oleh-oleh haji",
            "Setelah menerima disposisi, menyusun konsep", "Menerbitkan rekomendasi KK",
        )
    ),
    *(
        lane(KK, "Kasi Pelayanan Umum", nama)
        for nama in (
            "Kasi", "Kader Ibu dan Anak", "Tim A", "Petugas Loket 2",
            "Dokter Puskesmas",
            "Operator SIAK", "Kepala Dusun", "Plt. Kasi Pemerintahan", "Ibu Hamil",
            "UPT Dinas Kesehatan", "Sekretaris Desa", "Kepala Desa",
        )
    ),
    *(
        sheet(SKCK, "keterkaitan", text, at=None)
        for text in (
            "SOP Penerbitan KK Dinas Dukcapil", "SOP Penerbitan SKCK Polsek Karangan",
            "SOP Surat Keluar", "Surat Keluar", "SOP SKTM", "-", "Tidak ada",
            "SOP Rekomendasi KTP", "SOP Koordinasi Kesejahteraan Rakyat",
            "SOP Rekomendasi Kartu Keluarga",
            "SOP Rekomendasi Surat Keterangan/Legalisasi",
            "SOP Pelayanan Nikah Kantor Urusan Agama",
        )
    ),
    row(MASUK, 9, waktu="60 hari"), row(MASUK, 9, waktu="6 bulan"),
    doubled(KK, 5, "Memaraf konsep rekomendasi KK"), doubled(KK, 7, "Mencetak surat"),
    doubled("surat-keterangan", 7), doubled(MASUK, 6, "Menyampaikan surat ke camat"),
    exits(KK, 2, {"Lengkap": 3, "Kurang": 1, "Ditolak": 8}),
    exits(KK, 2, {"Tidak": 3, "Kurang": 1, "Ya": 4}),
    exits(KTP, 2, {"Baru": 3, "Ganti": 6, "Tidak": 1}),
    exits(KK, 4, {"Setuju": 5, "Ditolak": 8}), exits(KK, 2, {"Perlu": 3, "Tidak": 4}),
    exits(KK, 2, {"Y": 3, "T": 1}), exits(KK, 2, {"Lunas": 3, "Tunda": 1}),
    exits(KK, 2, {"*Accept*": 3, "*Rejek*": 1}), exits(KK, 2, {"Sdh": 3, "Blm": 1}),
    row(KK, 8, keterangan="Jumlah waktu 65 menit"),
    row(KK, 8, keterangan="Jumlah waktu 1 jam 5 menit"),
    row(KK, 8, keterangan="Waktu penyelesaian maks. 2 jam"),
    row(KK, 8, keterangan="Jumlah rangkap 2 lembar"),
    row("surat-keterangan", 10, keterangan="Jumlah waktu 80 menit"),
    row(KK, 1, kelengkapan="Surat pengantar desa, KTP, KK lama"),
    row(KK, 1, kelengkapan="Fotokopi KTP dan rekomendasi KTP"),
    row(KK, 1, kelengkapan="-"),
    row(KK, 6, kelengkapan="Buku register, cap dinas"),
    row(KK, 5, kelengkapan="Konsep rekomendasi kartu keluarga"),
    row(KK, 7, kelengkapan="Rekomendasi KK yang diparaf, cap dinas"),
    row(SKCK, 3, kelengkapan="Fotokopi KTP, berkas permohonan"),
    sheet(KK, "pencatatan", "Buku register rekomendasi KK dan KTP"),
    sheet(KK, "pencatatan", "Buku agenda surat", at=None),
    sheet(KK, "pencatatan", "Data elektronik SIAK", "Srikandi", "Peta wilayah"),
    sheet(KK, "pencatatan", "Jika ditolak, dicatat dalam buku register penolakan"),
    row("koordinasi-kesra", 5, kelengkapan="Konsep, data kesejahteraan rakyat"),
    row(KK, 5, kelengkapan="Konsep yang telah diparaf"),
    row(SKCK, 4, kelengkapan="Konsep rekomendasi catatan kepolisian"),
    sheet("sktm", "peringatan", "Apabila KTP tidak dicocokkan, maka bantuan keliru."),
    sheet(KK, "kualifikasi_pelaksana", "Pendidikan minimal SLTA", "Mampu menulis"),
    sheet(KK, "kualifikasi_pelaksana", "SLTA atau D3", "Mampu menulis"),
    title(KK, "judul", "Permohonan Rekomendasi Kartu Keluarga"),
    title(KK, "judul_sampul", "PELAYANAN KK"),
    title(SKCK, "judul", "Rekomendasi Surat Keterangan Catatan Kepolisian"),
)  # fmt: skip


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    """Return some SOP of the sound book."""
    made = read_buku(write_berlaku(tmp_path_factory.mktemp("berlaku"))).buku
    assert made is not None
    kept = [one for one in made.sop if one.id in SEDIKIT]
    names = {f"SOP {one.nama}" for one in kept}
    return replace(made, sop=tuple(_related_to(names, one) for one in kept))


def _related_to(names: set[str], sop: Sop) -> Sop:
    """Return a SOP that names as related only what is there."""
    near = tuple(one for one in sop.identitas.keterkaitan if one in names)
    return replace(sop, identitas=replace(sop.identitas, keterkaitan=near))


def test_nothing_is_found_without_a_mistake(buku: Buku) -> None:
    assert lint(buku) == ()


@pytest.mark.parametrize(
    ("code", "change"),
    [(code, change) for code, every in MISTAKES.items() for change in every],
    ids=[
        f"{code}-{n}" for code, every in MISTAKES.items() for n, _ in enumerate(every)
    ],
)
def test_a_mistake_is_told_once_at_its_field(
    code: str, change: Change, buku: Buku
) -> None:
    wrong, span = change(buku)
    found = all_found(OWN, wrong)
    assert [(f.code, f.message) for f in found if f.code != code] == []
    (finding,) = found
    assert span in (finding.span, *finding.juga)
    assert finding.saran


@pytest.mark.parametrize("code", MISTAKES)
def test_no_other_rule_tells_the_same_mistake(code: str, buku: Buku) -> None:
    wrong, _ = MISTAKES[code][0](buku)
    assert [f.code for f in causes(lint(wrong), wrong)] == [code]


@pytest.mark.parametrize("change", RIGHT, ids=range(len(RIGHT)))
def test_what_is_unusual_but_right_is_not_told(change: Change, buku: Buku) -> None:
    assert all_found(OWN, change(buku)[0]) == []


def test_a_pencatatan_that_names_no_register_is_told_of_both(buku: Buku) -> None:
    first, _ = sheet(KK, "pencatatan", "Dicatat secara manual")(buku)
    both, _ = sheet(KTP, "pencatatan", "Dicatat secara manual")(first)
    assert [f.code for f in lint(both)] == ["SOP120"]


@pytest.mark.parametrize("kode", [KTP, "sktm"])
def test_a_register_may_be_shared_by_two(kode: str, buku: Buku) -> None:
    first, _ = sheet(KK, "pencatatan", "Buku register pelayanan")(buku)
    both, _ = sheet(kode, "pencatatan", "Buku register pelayanan")(first)
    assert lint(both) == ()
