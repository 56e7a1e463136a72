"""A book of one SOP whose chart has so many rows and so many pelaksana.

The flow goes to and fro over all pelaksana; every fourth step asks, and one of its
answers leads back; every sixth gives another pelaksana a copy.
"""

from __future__ import annotations

from pathlib import Path

from sopgen.layout.route.search.dice import Dice
from tests.district import Data, karangan, own_sop, write_spec

#: Work that differs from row to row, so that no two look like a mistake.
VERBS = ("Memeriksa", "Mencatat", "Menyusun", "Mengirim", "Menilai", "Mengarsipkan")
THINGS = ("berkas", "daftar", "laporan", "surat", "usulan", "rencana", "jadwal")
ASKED, COPIED, BACK = 4, 6, 2


def write_flow(folder: Path, baris: int, pelaksana: int) -> Path:
    """Write a spec with one SOP of so many kegiatan and pelaksana; return it."""
    book = karangan()
    book["sop"] = book["sop"][:1]
    id_ = book["sop"][0]["id"]
    for decree in book["keputusan"]:
        decree["lampiran"].pop("sebutan", None)
    lanes = [f"Petugas {chr(ord('A') + n)}" for n in range(pelaksana)]
    sop = own_sop(id_, Dice(1)) | {
        "pelaksana": lanes,
        "kegiatan": [_kegiatan(number, baris, lanes) for number in range(1, baris + 1)],
    }
    return write_spec(folder, {"buku.yaml": book, f"sop/{id_}.yaml": sop})


def _kegiatan(number: int, baris: int, lanes: list[str]) -> Data:
    dice = Dice(number)
    what = THINGS[number % len(THINGS)]
    made: Data = {
        "uraian": f"{VERBS[number % len(VERBS)]} {what} tahap {number}",
        "pelaksana": lanes[dice.throw(len(lanes))],
        "kelengkapan": f"Berkas {what}, lembar {number}",
        "waktu": f"{5 + 5 * dice.throw(12)} menit",
        "output": f"Hasil {what} {number}",
    }
    if number in (1, baris):
        made["simbol"] = "mulai" if number == 1 else "selesai"
    elif number % ASKED == 0:
        made["simbol"] = "keputusan"
        made["ke"] = {"Ya": number + 1, "Tidak": number - BACK}
    elif number % COPIED == 1:
        made["ke"] = [number + 1, f"salinan-{number}"]
        copy = {"id": f"salinan-{number}", "simbol": "penyimpanan"}
        made["tambahan"] = [{**copy, "pelaksana": lanes[dice.throw(len(lanes))]}]
    return made
