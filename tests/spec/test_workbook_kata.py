"""What is told of a workbook is told in the words of a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook

from sopgen.pipeline import told
from sopgen.spec import read_buku
from tests.spec.staff import SOP, Change, changed, put

pytestmark = pytest.mark.slow


class Kata(NamedTuple):
    """A change of a workbook: code, place and words of its finding, as they are."""

    change: Change
    code: str
    place: str
    message: str
    saran: str


def misnamed_chapter(book: Workbook) -> None:
    book["Naskah"].append(["kata_pengantr", "Puji syukur."])


CASES = {
    "unknown target": Kata(
        put(SOP, "Ke 1", 2, "tidak-ada"), "SOP301", f"{SOP}!F",
        "tujuan `tidak-ada` tidak ada",
        "tulis nomor kegiatan atau `Kode` sebuah simbol",
    ),
    "SOP without code in the list": Kata(
        put("Daftar SOP", "Nama", 2, "Surat Keluar"), "SOP921", "Daftar SOP!A6",
        "isian `Kode` belum diisi", "kode SOP, seperti pada berkas atau lembar SOP-nya",
    ),
    "chapter that is misnamed": Kata(
        misnamed_chapter, "SOP917", "Naskah!B",
        "naskah ini tidak dipakai oleh bagian mana pun",
        "mungkin maksudnya `kata_pengantar`",
    ),
    "legal basis of nothing": Kata(
        put("Dasar Hukum", "Untuk", 1, None), "SOP954", "Dasar Hukum!A5",
        "kolom `Untuk` kosong pada baris ini",
        "tulis kode keputusannya, atau hapus barisnya",
    ),
    "NIP as a number": Kata(
        put("Pejabat", "NIP", 1, 196905181997101001), "SOP948", "Pejabat!F5",
        "angka 196905181997100992 lebih dari 15 digit; Excel membulatkannya",
        "ketik ulang dengan tanda petik tunggal di depannya: `'19690518…`",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_a_finding_has_the_words_of_a_workbook(
    what: str, data: bytes, tmp_path: Path
) -> None:
    case = CASES[what]
    file = changed(data, case.change, tmp_path / "uji.xlsx")
    every = [f for f in told(file, read_buku(file)) if f.code == case.code]
    assert [(f.message, f.saran) for f in every] == [(case.message, case.saran)]
    assert every[0].span.place.startswith(case.place)
