"""Files as clerks draw them: generic shapes, loose ends, words in boxes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sopgen.model.draft import Draft, Trail
from sopgen.model.sop import Sop
from sopgen.takeover.findings import PERIKSA
from tests.takeover.clerk_docx import clerk_document
from tests.takeover.clerk_xlsx import clerk_workbook
from tests.takeover.own import (
    drafted,
    fields_of,
    graph_of,
    taken,
    through_libreoffice,
)

MULAI = (0, "Petugas Loket", "terminator", "Mulai")
PERIKSA_BERKAS = (1, "Kasi Pelayanan", "keputusan", "")
CATAT = (2, "Petugas Loket", "proses", "")
TANDA_TANGAN = (3, "Camat", "proses", "")
CAP = (4, "Camat", "proses", "")
ARSIP = (5, "Arsiparis", "penyimpanan", "")
SELESAI = (6, "Petugas Loket", "terminator", "Selesai")
WORKBOOK = {
    (MULAI, PERIKSA_BERKAS, "", "proses"),
    (PERIKSA_BERKAS, CATAT, "Ya", "proses"),
    (PERIKSA_BERKAS, MULAI, "Tidak", "proses"),
    (CATAT, TANDA_TANGAN, "", "proses"),
    (TANDA_TANGAN, ARSIP, "", "proses"),
    (TANDA_TANGAN, SELESAI, "", "tembusan"),
    (ARSIP, SELESAI, "", "proses"),
}
A, B = (0, "Staf", "terminator", "Mulai"), (1, "Kasi", "keputusan", "")
DOCUMENT = {
    (A, B, "", "proses"),
    (B, (2, "Camat", "proses", ""), "Ya", "proses"),
    (B, A, "Tidak", "proses"),
    ((2, "Camat", "proses", ""), (3, "Staf", "proses", ""), "", "proses"),
    ((3, "Staf", "proses", ""), (3, "Kasi", "dokumen", ""), "", "tembusan"),
    ((3, "Staf", "proses", ""), (4, "Staf", "terminator", "Selesai"), "", "proses"),
}


def check_workbook(sop: Sop) -> None:
    symbols, arrows = graph_of(sop)
    assert set(arrows) == WORKBOOK
    assert set(symbols) == {
        MULAI, PERIKSA_BERKAS, CATAT, TANDA_TANGAN, CAP, ARSIP, SELESAI
    }  # fmt: skip


def test_a_workbook_drawn_by_hand_is_understood(tmp_path: Path) -> None:
    (sop,) = drafted(taken(clerk_workbook()), tmp_path).sop
    check_workbook(sop)
    assert [k.nomor for k in sop.kegiatan] == list("1234567")


@pytest.mark.slow
def test_a_workbook_drawn_by_hand_and_saved_by_libreoffice(tmp_path: Path) -> None:
    through_libreoffice({"clerk": clerk_workbook()}, "xlsx", tmp_path)
    data = (tmp_path / "lo" / "clerk.xlsx").read_bytes()
    (sop,) = drafted(taken(data), tmp_path).sop
    check_workbook(sop)


def test_its_identity_is_read_from_labels_beside_and_above(tmp_path: Path) -> None:
    buku = drafted(taken(clerk_workbook()), tmp_path)
    assert fields_of(buku.sop[0]) == {
        "nomor": "065/SOP.03/412.07/2019",
        "unit": "SEKSI PELAYANAN UMUM",
        "judul": "PELAYANAN SURAT KETERANGAN DAN SKTM",
        "pembuatan": "2 Januari 2019",
        "revisi": "-",
        "efektif": "4 Januari 2019",
        "dasar_hukum": ("UU Nomor 25 Tahun 2009;", "PP Nomor 96 Tahun 2012"),
        "kualifikasi": ("Memahami tata naskah", "Teliti"),
        "keterkaitan": ("SOP Surat Masuk",),
        "peralatan": ("Komputer", "Buku register"),
        "peringatan": ("Apabila tidak dilaksanakan maka pelayanan terhambat",),
        "pencatatan": ("Buku register",),
    }
    camat = buku.penandatangan
    assert (camat.nama, camat.pangkat) == ("Drs. BUDI SANTOSO, M.Si.", "Pembina")
    assert (camat.kapasitas.value, camat.nip) == ("plt", "19690518 199710 1 001")
    assert buku.kecamatan.nama == "Mekarsari"
    assert buku.kecamatan.kabupaten == "Contoh"
    assert buku.sop[0].nama == "Pelayanan Surat Keterangan dan SKTM"


def remarks(drafts: tuple[Draft, ...]) -> Mapping[Trail, str]:
    return drafts[1].remarks


def test_what_was_guessed_asks_to_be_checked() -> None:
    found = remarks(taken(clerk_workbook()).drafts)
    assert all(text.startswith(PERIKSA) for text in found.values())
    kegiatan = {trail[1:]: text for trail, text in found.items() if len(trail) > 2}
    assert kegiatan[1, "simbol"].endswith("bentuk umum dibaca sebagai `keputusan`")
    assert "tidak ada simbol pada baris ini" in kegiatan[4, "pelaksana"]
    assert "tidak ada panah keluar" in kegiatan[4, "ke"]
    assert "tanpa mata panah" in kegiatan[5, "ke"]
    assert "satuan waktu" in kegiatan[0, "waktu"]


def test_a_column_that_no_sop_has_is_told() -> None:
    found = taken(clerk_workbook()).findings
    assert [(f.code, f.span.cell) for f in found] == [
        ("SOP968", "Catatan!A1"),
        ("SOP967", "SOP Loket!K19"),
    ]
    assert "Paraf" in found[1].message


ways = pytest.mark.parametrize("how", ["cell", "page"])


@ways
def test_a_document_drawn_by_hand_is_understood(how: str, tmp_path: Path) -> None:
    made = taken(clerk_document(how), "lama.docx")
    (sop,) = drafted(made, tmp_path).sop
    assert set(graph_of(sop)[1]) == DOCUMENT
    assert made.findings == ()


@ways
def test_rows_without_a_height_are_told(how: str) -> None:
    found = remarks(taken(clerk_document(how), "lama.docx").drafts)
    assert "tinggi baris tidak tertulis" in found["kegiatan",]


@ways
@pytest.mark.slow
def test_a_document_drawn_by_hand_and_saved_by_libreoffice(
    how: str, tmp_path: Path
) -> None:
    through_libreoffice({"clerk": clerk_document(how)}, "docx", tmp_path)
    data = (tmp_path / "lo" / "clerk.docx").read_bytes()
    (sop,) = drafted(taken(data, "lama.docx"), tmp_path).sop
    assert set(graph_of(sop)[1]) == DOCUMENT


def test_a_document_without_an_identity_is_named_by_its_title(tmp_path: Path) -> None:
    made = taken(clerk_document("page"), "lama.docx")
    (sop,) = drafted(made, tmp_path).sop
    assert sop.nama == "Pengiriman Surat"
    assert "judul di atas tabel" in made.drafts[0].remarks["sop", 0, "nama"]
