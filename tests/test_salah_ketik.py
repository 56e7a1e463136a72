"""What is offered for a mistyped word: a near one, and nothing where none is near."""

from __future__ import annotations

import pytest

from sopgen.model.salah_ketik import distance, meant, near
from sopgen.spec.schema import BukuYaml, SopYaml

BUKU, SOP = tuple(BukuYaml.model_fields), tuple(SopYaml.model_fields)
PELAKSANA = (
    "Petugas Loket", "Kasi Pemerintahan", "Kasi Pelayanan", "Sekretaris Camat",
    "Camat", "Pengadministrasi Umum", "Analis Data",
)  # fmt: skip
PERATURAN = ("uu-25-2009", "uu-23-2014", "uu-30-2014", "pp-12-2017")
PEJABAT = ("camat", "sekcam", "kasi-trantib")

#: what is typed · what there is · what is meant
NEAR: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("penanda_tangan", BUKU, "penandatangan"),
    ("Penandatangn", BUKU, "penandatangan"),
    ("tahum", BUKU, "tahun"),
    ("tahnu", BUKU, "tahun"),
    ("keputsan", BUKU, "keputusan"),
    ("susunnan", BUKU, "susunan"),
    ("kegiatn", SOP, "kegiatan"),
    ("pencatatn", SOP, "pencatatan"),
    ("tanggal_efektip", SOP, "tanggal_efektif"),
    ("kualifikasi pelaksana", SOP, "kualifikasi_pelaksana"),
    ("kualifikasi", SOP, "kualifikasi_pelaksana"),
    ("Petugas Loked", PELAKSANA, "Petugas Loket"),
    ("petugas  loket", PELAKSANA, "Petugas Loket"),
    ("Cámat", PELAKSANA, "Camat"),
    ("Kasi Pemerintahn", PELAKSANA, "Kasi Pemerintahan"),
    ("Pengadministrasi", PELAKSANA, "Pengadministrasi Umum"),
    ("Pengadminstrasi Umun", PELAKSANA, "Pengadministrasi Umum"),
    ("Sekcam", PELAKSANA, "Sekretaris Camat"),
    ("Kasi Pem", PELAKSANA, "Kasi Pemerintahan"),
    ("uu-25-2090", PERATURAN, "uu-25-2009"),
    ("UU 25 2009", PERATURAN, "uu-25-2009"),
    ("uu23-2014", PERATURAN, "uu-23-2014"),
    ("sekcamm", PEJABAT, "sekcam"),
    ("kasi trantib", PEJABAT, "kasi-trantib"),
    ("pfd", ("pdf", "docx", "xlsx"), "pdf"),
    ("ke", ("ke", "id"), "ke"),
)
#: what is typed · what there is: nothing of it is meant
FAR: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("penomoran", BUKU),
    ("perlakuan", SOP),
    ("pelaporan", SOP),
    ("kelurahan", ("kecamatan", "kabupaten")),
    ("warna", ("nama", "waktu", "uraian")),
    ("nomer", ("menimbang", "nama")),
    ("tujuan", ("tahun", "judul")),
    ("Sekretaris Desa", PELAKSANA),
    ("Kasi Kesejahteraan", PELAKSANA),
    ("Lurah", PELAKSANA),
    ("Kasi", PELAKSANA),
    ("Kasi Pe", PELAKSANA),
    ("perda-4-2021", PERATURAN),
    ("uu-6-1974", PERATURAN),
    ("bendahara", PEJABAT),
    ("ya", ("ke", "id")),
    ("na", ("nama", "nip")),
    ("14", ("1", "4", "13", "15")),
    ("", ("a", "nama")),
    ("!?", ("a", "nama")),
    ("x" * 100_000, ("x" * 100_001, "nama")),
)


@pytest.mark.parametrize(("typed", "known", "expected"), NEAR)
def test_a_slip_of_the_fingers_is_understood(
    typed: str, known: tuple[str, ...], expected: str
) -> None:
    assert meant(typed, known) == [expected]


@pytest.mark.parametrize(("typed", "known"), FAR, ids=lambda one: str(one)[:30])
def test_nothing_is_offered_for_what_is_merely_alike(
    typed: str, known: tuple[str, ...]
) -> None:
    assert meant(typed, known) == []


def test_words_that_are_equally_near_are_all_meant() -> None:
    assert meant("sk-9", ["sk-1", "sk-2", "sk-10"]) == ["sk-1", "sk-2"]
    assert meant("sk-1", ["sk-2", "sk-1"]) == ["sk-1"]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("camat", "camat", 0),
        ("camat", "camatt", 1),
        ("camat", "cmat", 1),
        ("camat", "canat", 1),
        ("camat", "camta", 1),
        ("ab", "ba", 1),
        ("camat", "mata", 3),
        ("", "abc", 3),
    ],
)
def test_slips_are_counted_alike_from_both_sides(
    one: str, other: str, slips: int
) -> None:
    assert distance(one, other) == distance(other, one) == slips


@pytest.mark.parametrize("length", range(3, 40))
def test_the_more_letters_the_more_slips_are_forgiven(length: int) -> None:
    word = "abcdefghij" * 4
    forgiven = 1 if length <= 4 else 2 if length <= 8 else length // 4
    typed = word[:length]
    assert near(typed, "#".join(["", typed[:-forgiven], "z" * forgiven]))
    assert not near(typed, typed[: -forgiven - 1] + "z" * (forgiven + 1))
