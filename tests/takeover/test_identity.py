"""The identity of old SOP: every item, no number of one, nothing lost unsaid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.takeover import Takeover
from sopgen.takeover.fields import label_of
from tests.takeover.old_forms import PLAIN, Form, Grid, old_document, old_workbook
from tests.takeover.own import drafted, fields_of, taken

HEAD: Grid = (
    "PEMERINTAH KABUPATEN KARANG|<|Nomor SOP|065/SOP.04/2022",
    "KECAMATAN LEMBAH|<|Tanggal Pembuatan|3 Maret 2022",
    "|<|Tanggal Efektif|1 April 2022",
    "|<|Nama SOP|Surat Pengantar",
)


def _apart(form: Form, identity: Grid) -> bytes:
    return old_workbook(form, identity)


def _above(form: Form, identity: Grid) -> bytes:
    return old_workbook(form, identity, apart=False)


def _in_word(form: Form, identity: Grid) -> bytes:
    return old_document(form, identity)


WRITERS: dict[str, Callable[[Form, Grid], bytes]] = {
    "lembar.xlsx": _apart,
    "di-atas.xlsx": _above,
    "lama.docx": _in_word,
}
files = pytest.mark.parametrize("nama", WRITERS)


def lists(made: Takeover) -> dict[str, object]:
    """Return the lists of the first SOP that have items."""
    data = cast(dict[str, object], made.drafts[1].data)
    return {key: one for key, one in data.items() if one and key in EXPECTED}


def told(made: Takeover) -> list[tuple[str, str]]:
    return [(f.code, f.message) for f in made.findings if f.code != "SOP968"]


EXPECTED: dict[str, list[str]] = {
    "dasar_hukum": ["UU 25 Tahun 2009 tentang Pelayanan Publik", "PP 96 Tahun 2012"],
    "kualifikasi_pelaksana": ["Cermat", "Dapat mengetik"],
    "keterkaitan": ["SOP Legalisasi"],
    "peralatan": ["Laptop", "Pencetak"],
    "peringatan": ["Bila terlambat, warga menunggu"],
    "pencatatan": ["Buku register"],
}
NUMBERED = {
    "nomor di kolom sendiri, judul digabung": (
        "Dasar Hukum|<|Kualifikasi Pelaksana|<",
        "1|UU 25 Tahun 2009 tentang Pelayanan Publik|1|Cermat",
        "2|PP 96 Tahun 2012|2|Dapat mengetik", "3|||",
        "Keterkaitan|<|Peralatan / Perlengkapan|<",
        "1.|SOP Legalisasi|a.|Laptop", "2.||b.|Pencetak",
        "Peringatan|<|Pencatatan dan Pendataan|<",
        "1)|Bila terlambat, warga menunggu|-|Buku register",
    ),
    "nomor di kolom sendiri, judul tidak digabung": (
        "Dasar Hukum||Kualifikasi Pelaksana|",
        "1.|UU 25 Tahun 2009 tentang Pelayanan Publik|1.|Cermat",
        "2.|PP 96 Tahun 2012|2.|Dapat mengetik",
        "Keterkaitan||Peralatan|",
        "(1)|SOP Legalisasi|I.|Laptop", "||II.|Pencetak",
        "Peringatan||Pencatatan|",
        "•|Bila terlambat, warga menunggu|•|Buku register",
    ),
    "butir bersambung di baris berikut": (
        "Dasar Hukum|<|Kualifikasi Pelaksana|<",
        "1|UU 25 Tahun 2009|1|Cermat",
        "|tentang Pelayanan Publik|2|Dapat mengetik", "2|PP 96 Tahun 2012||",
        "Keterkaitan|<|Peralatan|<", "1|SOP Legalisasi|1|Laptop", "||2|Pencetak",
        "Peringatan|<|Pencatatan|<",
        "Bila terlambat, warga menunggu|<|Buku register|<",
    ),
    "semua nomor dalam satu sel": (
        "Dasar Hukum|<|Kualifikasi Pelaksana|<",
        "1¶2|UU 25 Tahun 2009 tentang Pelayanan Publik¶PP 96 Tahun 2012"
        "|1.¶2.|Cermat¶Dapat mengetik",
        "Keterkaitan|<|Peralatan|<", "-|SOP Legalisasi|-¶-|Laptop¶Pencetak",
        "Peringatan|<|Pencatatan|<",
        "Bila terlambat, warga menunggu|<|Buku register|<",
    ),
    "nomor di dalam teks": (
        "Dasar Hukum|<|Kualifikasi Pelaksana|<",
        "1. UU 25 Tahun 2009 tentang Pelayanan Publik¶2. PP 96 Tahun 2012|<"
        "|1. Cermat¶2. Dapat mengetik|<",
        "Keterkaitan|<|Peralatan|<", "- SOP Legalisasi|<|- Laptop¶- Pencetak|<",
        "Peringatan|<|Pencatatan|<",
        "Bila terlambat, warga menunggu|<|1. Buku register¶2.|<",
    ),
    "judul bernomor": (
        "1. Dasar Hukum|<|2. Kualifikasi Pelaksana|<",
        "- UU 25 Tahun 2009 tentang Pelayanan Publik¶- PP 96 Tahun 2012|<"
        "|- Cermat¶- Dapat mengetik|<",
        "3. Keterkaitan|<|4. Peralatan|<", "SOP Legalisasi|<|- Laptop¶- Pencetak|<",
        "5. Peringatan|<|6. Pencatatan|<",
        "Bila terlambat, warga menunggu|<|Buku register|<",
    ),
    "judul lain": (
        "DASAR HUKUM/REFERENSI :|<|KUALIFIKASI SDM :|<",
        "- UU 25 Tahun 2009 tentang Pelayanan Publik¶- PP 96 Tahun 2012|<"
        "|- Cermat¶- Dapat mengetik|<",
        "SOP TERKAIT :|<|SARANA DAN PRASARANA :|<",
        "SOP Legalisasi|<|- Laptop¶- Pencetak|<",
        "PERINGATAN DAN SANKSI :|<|PENCATATAN DAN PENDAFTARAN :|<",
        "Bila terlambat, warga menunggu|<|Buku register|<",
    ),
}  # fmt: skip


@files
@pytest.mark.parametrize("block", NUMBERED.values(), ids=NUMBERED)
def test_numbers_beside_items_are_no_items(
    block: Grid, nama: str, tmp_path: Path
) -> None:
    made = taken(WRITERS[nama](PLAIN, (*HEAD, *block)), nama)
    assert lists(made) == EXPECTED
    assert told(made) == []
    (sop,) = drafted(made, tmp_path).sop
    assert fields_of(sop)["nomor"] == "065/SOP.04/2022"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Pencatatan dan Pendaftaran", "pencatatan"),
        ("PENCATATAN, PENDATAAN DAN PELAPORAN :", "pencatatan"),
        ("Pendataan", "pencatatan"), ("Buku Pencatatan", ""),
        ("Dasar Hukum / Referensi", "dasar_hukum"), ("Landasan Hukum", "dasar_hukum"),
        ("Kualifikasi Pelaksana SOP", "kualifikasi_pelaksana"),
        ("Kompetensi Pelaksana", "kualifikasi_pelaksana"),
        ("Keterkaitan dengan SOP Lainnya", "keterkaitan"),
        ("SOP yang Terkait", "keterkaitan"), ("Sarana/Prasarana", "peralatan"),
        ("Peralatan yang digunakan", "peralatan"), ("Alat Tulis", ""),
        ("Peringatan dan Sanksi", "peringatan"), ("Peringatan keras", ""),
        ("Tgl. Disahkan", "tanggal_efektif"), ("Nama/Judul SOP", "judul"),
        ("Ditetapkan oleh", "pengesah"), ("Satuan Kerja", "unit"),
    ],
)  # fmt: skip
def test_a_field_has_many_names(text: str, field: str) -> None:
    assert label_of(text)[0] == field


UNKNOWN = {
    "kanan bawah": (
        "Dasar Hukum|<|Kualifikasi Pelaksana|<", "UU 25/2009|<|Cermat|<",
        "Peringatan|<|Rekam Jejak Berkas|<", "Bila terlambat|<|Buku register|<",
    ),
    "kiri bawah": (
        "Kualifikasi Pelaksana|<|Dasar Hukum|<", "Cermat|<|UU 25/2009|<",
        "Rekam Jejak Berkas|<|Peringatan|<", "Buku register|<|Bila terlambat|<",
    ),
    "kedua-duanya bertitik dua": (
        "Dasar Hukum :|<|Kualifikasi Pelaksana :|<", "UU 25/2009|<|Cermat|<",
        "Peringatan :|<||<", "Bila terlambat|<||<",
        "Rekam Jejak Berkas :|<||<", "Buku register|<||<",
    ),
}  # fmt: skip


@files
@pytest.mark.parametrize("block", UNKNOWN.values(), ids=UNKNOWN)
def test_a_heading_that_is_unknown_is_told_with_what_stands_below_it(
    block: Grid, nama: str
) -> None:
    made = taken(WRITERS[nama](PLAIN, (*HEAD, *block)), nama)
    found = [f for f in made.findings if f.code == "SOP965"]
    said = "\n".join(f.message for f in found)
    assert "tulisan `Rekam Jejak Berkas" in said
    assert "tulisan `Buku register`" in said
    assert {f.severity for f in found} == {Severity.WARNING}
    draft = made.drafts[1]
    assert lists(made) == {
        "dasar_hukum": ["UU 25/2009"],
        "kualifikasi_pelaksana": ["Cermat"],
        "peringatan": ["Bila terlambat"],
    }
    remark = draft.remarks["pencatatan",]
    assert "tidak ada pada berkas lama" not in remark
    assert "`Rekam Jejak Berkas" in remark
    assert "1 tulisan lain" in remark


@files
def test_a_field_that_is_nowhere_is_said_to_be_absent(nama: str) -> None:
    block = ("Dasar Hukum|<|Kualifikasi Pelaksana|<", "UU 25/2009|<|Cermat|<")
    made = taken(WRITERS[nama](PLAIN, (*HEAD, *block)), nama)
    assert told(made) == []
    remark = made.drafts[1].remarks["pencatatan",]
    assert remark == "PERIKSA: tidak ada pada berkas lama"


@pytest.mark.slow
def test_text_over_a_table_without_an_identity_is_told() -> None:
    block = ("KECAMATAN LEMBAH", "Diterbitkan: 3 Maret 2022", "Kode: 12/L/2022")
    made = taken(old_workbook(PLAIN, block, apart=False))
    assert [text for _, text in told(made)] == [
        "tulisan `Diterbitkan: 3 Maret 2022` di atas tabel tidak dibaca",
        "tulisan `Kode: 12/L/2022` di atas tabel tidak dibaca",
    ]
    assert "tidak ada pada" not in made.drafts[1].remarks["tanggal_pembuatan",]


def test_number_and_name_right_above_a_table_are_its_own(tmp_path: Path) -> None:
    block = ("Nomor SOP|065/SOP.09/2021", "Nama SOP|Surat Pindah")
    made = taken(old_workbook(PLAIN, block, apart=False))
    (sop,) = drafted(made, tmp_path).sop
    assert (sop.nama, sop.nomor) == ("Surat Pindah", 9)
    assert told(made) == []


def test_the_line_below_the_office_is_its_unit(tmp_path: Path) -> None:
    block = (
        "PEMERINTAH KABUPATEN KARANG|Nomor SOP|065/SOP.04/2022",
        "KECAMATAN LEMBAH|Tanggal Efektif|1 April 2022",
        "SEKSI KETERTIBAN|Nama SOP|Surat Pengantar",
    )
    made = taken(old_workbook(PLAIN, block))
    (sop,) = drafted(made, tmp_path).sop
    assert sop.identitas.unit == "Seksi Ketertiban"
    assert told(made) == []


TWO = (
    HEAD,
    (
        "Dasar Hukum|Kualifikasi Pelaksana", "UU 25/2009|Cermat",
        "Peringatan|Pencatatan", "Bila terlambat|Buku register",
    ),
)  # fmt: skip
THREE = (HEAD, TWO[1][:2], TWO[1][2:])
SHORT = (("Nomor SOP|065/SOP.04/2022", "Nama SOP|Surat Pengantar"), TWO[1])


@pytest.mark.parametrize("tables", [TWO, THREE, SHORT], ids=["dua", "tiga", "pendek"])
def test_an_identity_in_several_tables_is_one(
    tables: tuple[Grid, ...], tmp_path: Path
) -> None:
    made = taken(old_document(PLAIN, *tables), "lama.docx")
    (sop,) = drafted(made, tmp_path).sop
    found = fields_of(sop)
    assert (found["nomor"], found["judul"]) == ("065/SOP.04/2022", "SURAT PENGANTAR")
    assert found["dasar_hukum"] == ("UU 25/2009",)
    assert found["pencatatan"] == ("Buku register",)
    assert len(sop.kegiatan) == 4
    assert told(made) == []


def test_two_identities_are_two_sop() -> None:
    other = tuple(line.replace("04/2022", "05/2022") for line in HEAD)
    made = taken(old_document(PLAIN, HEAD, other), "lama.docx")
    assert len(made.drafts) == 3
    assert [code for code, _ in told(made)] == []
    assert [f.code for f in made.findings] == ["SOP968"]


LISTS_OF_SOP = {
    "pantauan": (
        "No|Nomor|Satuan Kerja|Nama Prosedur|Revisi|Tanggal Efektif",
        "1|L-01|Loket|Surat Pengantar|01|3 Maret 2022",
        "2|L-02|Loket|Legalisasi|01|3 Maret 2022",
    ),
    "satu baris": (
        "No|Nomor SOP|Nama SOP|Tanggal Efektif|Unit Kerja",
        "1|L-01|Surat Pengantar|3 Maret 2022|Loket",
    ),
    "tanpa nomor urut": (
        "Nomor SOP|Nama SOP|Tanggal Pembuatan|Tanggal Efektif",
        "L-01|Surat Pengantar|2 Maret 2022|3 Maret 2022",
        "L-02|Legalisasi|2 Maret 2022|3 Maret 2022",
    ),
    "seperti bagan": (
        "No|Nama Prosedur|Unit Kerja|Tanggal|Keterangan",
        "1|Surat Pengantar|Loket|3 Maret 2022|baik",
        "2|Legalisasi|Loket|3 Maret 2022|baik",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows", LISTS_OF_SOP.values(), ids=LISTS_OF_SOP)
@pytest.mark.parametrize("nama", ["lama.xlsx", "lama.docx"])
def test_a_list_of_sop_is_refused(rows: Grid, nama: str) -> None:
    bare = Form((), "", drawn=False)
    data = old_document(bare, rows) if "docx" in nama else old_workbook(bare, rows)
    made = taken(data, nama)
    assert made.drafts == ()
    (error,) = [f for f in made.findings if f.severity is Severity.ERROR]
    assert error.code == "SOP961"


@pytest.mark.parametrize("rows", LISTS_OF_SOP.values(), ids=LISTS_OF_SOP)
@pytest.mark.parametrize("nama", ["lama.xlsx", "lama.docx"])
def test_a_list_of_sop_before_a_sop_is_none(
    rows: Grid, nama: str, tmp_path: Path
) -> None:
    data = (
        old_document(PLAIN, rows, HEAD)
        if "docx" in nama
        else old_workbook(PLAIN, (*rows, "|||", "|||", *HEAD))
    )
    (sop,) = drafted(taken(data, nama), tmp_path).sop
    assert (sop.nama, len(sop.kegiatan)) == ("Surat Pengantar", 4)


def test_an_identity_without_any_table_of_kegiatan_is_refused() -> None:
    made = taken(old_document(Form((), "", drawn=False), HEAD), "lama.docx")
    assert made.drafts == ()
    assert "tidak ada tabel kegiatan" in made.findings[0].message
