"""The sum of waktu: each unit apart, both ends of what is between, nothing guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.model.jumlah_waktu import Waktu, jumlah_of, read_waktu
from sopgen.model.lama import lamanya
from sopgen.model.sop import Sop
from tests.tabel import tabel

#: what is typed · what is understood
READ = {
    "7 menit": "7 menit", "7 (tujuh) menit": "7 menit", "30'": "30 menit",
    "1 jam 15 menit": "1 jam 15 menit", "1 jam, 15 menit": "1 jam 15 menit",
    "2 jam dan 5 menit": "2 jam 5 menit", "½ jam": "0,5 jam", "1½ jam": "1,5 jam",
    "1/2 jam": "0,5 jam", "1,5 jam": "1,5 jam", "setengah hari": "0,5 hari",
    "satu jam": "1 jam", "dua puluh lima menit": "25 menit", "sejam": "1 jam",
    "sehari": "1 hari", "3 HK": "3 hari kerja", "3 hari kerja": "3 hari kerja",
    "3 hari kalender": "3 hari kalender", "1 x 24 jam": "24 jam",
    "2x15 menit": "30 menit", "3-5 hari": "3–5 hari", "3 s.d. 5 hari": "3–5 hari",
    "3 hari sampai dengan 5 hari": "3–5 hari", "3 – 5 hari kerja": "3–5 hari kerja",
    "30 menit - 1 jam": "30 menit – 1 jam", "± 10 menit": "± 10 menit",
    "kurang lebih 10 menit": "± 10 menit", "maksimal 3 hari": "paling lama 3 hari",
    "paling lambat 3 hari": "paling lama 3 hari", "min. 2 jam": "paling sedikit 2 jam",
    "2 minggu": "2 minggu", "1.440 menit": "1440 menit", "90 detik": "90 detik",
    "**10 menit**": "10 menit", "10 mnt.": "10 menit",
}  # fmt: skip
#: What is no time that can be added.
UNREAD = (
    "segera", "sesuai jadwal", "5", "menit 5", "5 menit/berkas", "5 menit per orang",
    "pukul 08.00", "H+1", "5–3 hari", "-5 menit", "setiap hari", "tentatif", "1/0 jam",
)  # fmt: skip
#: what is added · the sum
SUMS = {
    ("10 menit", "10 menit", "10 menit"): "30 menit",
    ("40 menit", "50 menit"): "90 menit",
    ("1 jam", "90 menit"): "2 jam 30 menit",
    ("1,5 jam", "30 menit"): "2 jam",
    ("2 hari kerja", "45 menit"): "2 hari kerja 45 menit",
    ("1 hari", "1 hari kerja", "3 jam"): "1 hari kerja 1 hari 3 jam",
    ("3–5 hari", "10 menit"): "3–5 hari 10 menit",
    ("3–5 hari", "10–20 menit"): "3–5 hari 10–20 menit",
    ("50–70 menit", "1 jam"): "1 jam 50 menit – 2 jam 10 menit",
    ("30 menit - 1 jam", "10 menit"): "40 menit – 1 jam 10 menit",
    ("30 detik", "50 detik", "1 menit"): "2 menit 20 detik",
    ("maks. 2 hari", "10 menit"): "paling lama 2 hari 10 menit",
    ("± 2 hari", "maks. 10 menit"): "± 2 hari 10 menit",
    ("1 bulan", "2 minggu", "0 menit"): "1 bulan 2 minggu",
    ("0 menit", "0 menit"): "0 menit",
}


@pytest.mark.parametrize("text", READ)
def test_a_time_is_understood(text: str) -> None:
    assert str(read_waktu(text)) == READ[text]


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_time_is_not(text: str) -> None:
    assert read_waktu(text) is None


@pytest.mark.parametrize("texts", SUMS)
def test_times_are_added_unit_by_unit(texts: tuple[str, ...]) -> None:
    read = [read_waktu(text) for text in texts]
    known = [one for one in read if one is not None]
    assert len(known) == len(texts)
    assert str(sum(known, Waktu())) == SUMS[texts]


def with_waktu(sop: Sop, *texts: str) -> Sop:
    rows = (
        replace(row, mutu_baku=replace(row.mutu_baku, waktu=text))
        for row, text in zip(sop.kegiatan, texts, strict=False)
    )
    return replace(sop, kegiatan=tuple(rows))


@pytest.fixture
def sop(tmp_path: Path) -> Sop:
    return tabel(tmp_path / "uji").sop[0]


def test_the_sum_of_a_sop_says_what_is_not_in_it(sop: Sop) -> None:
    told = "1–2 hari kerja 2 jam 10 menit (tidak termasuk kegiatan 5)"
    assert str(jumlah_of(sop)) == told


@pytest.mark.parametrize("blank", ["", "-", "…"])
def test_a_blank_waktu_is_nothing_to_add(sop: Sop, blank: str) -> None:
    assert str(jumlah_of(with_waktu(sop, "5 menit", blank))) == "5 menit"


def test_of_no_time_at_all_there_is_no_sum(sop: Sop) -> None:
    told = str(jumlah_of(with_waktu(sop, "segera", "tentatif")))
    assert told == "– (tidak termasuk kegiatan 1, 2)"


@pytest.mark.parametrize(
    ("uraian", "sums"),
    [
        ("Jumlah waktu", True), ("TOTAL WAKTU PELAYANAN", True), ("Total", True),
        ("Jumlah", True), ("Jumlah lama proses", True),
        ("Jumlah peserta dihitung", False), ("Menghitung jumlah waktu", False),
    ],
)  # fmt: skip
def test_a_typed_sum_is_not_added(sop: Sop, uraian: str, sums: bool) -> None:
    first, second = with_waktu(sop, "5 menit", "9 menit").kegiatan
    made = replace(sop, kegiatan=(first, replace(second, uraian=uraian)))
    assert str(jumlah_of(made)) == ("5 menit" if sums else "14 menit")


def test_points_part_thousands() -> None:
    assert str(lamanya("1.440 menit")) == "24 jam"
    assert str(lamanya("1.5 jam")) == "1 jam 30 menit"
