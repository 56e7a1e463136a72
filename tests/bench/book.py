"""A synthetic book of any number of SOP, valid to ``sopgen check``.

The flows are Karangan's, as ``tests.district`` varies them: SOP of the same flow have
other names, pelaksana, words and times, so that no two charts need be the same.
"""

from __future__ import annotations

import copy
from pathlib import Path

from sopgen.layout.route.search.dice import Dice
from tests.district import Data, karangan, own_sop, write_spec

#: Who a SOP of the next eighteen is for, so that no two have the same name.
BAGI = (
    "Warga", "Lansia", "Pelajar", "Petani", "Pedagang", "Nelayan", "Koperasi",
    "Yayasan", "Sekolah", "Pesantren", "Karang Taruna", "Kelompok Tani", "Rukun Warga",
    "Dusun",
)  # fmt: skip
#: The word for those after them.
KELOMPOK = "Kelompok"


def write_book(folder: Path, count: int) -> Path:
    """Write a spec of so many SOP into a folder; return the folder."""
    book = karangan()
    shipped = book["sop"]
    book["sop"] = entries(shipped, count)
    ids = {one["id"] for one in book["sop"]}
    files: dict[str, Data] = {"buku.yaml": book}
    for number, one in enumerate(book["sop"]):
        flow = shipped[number % len(shipped)]["id"]
        files[f"sop/{one['id']}.yaml"] = own_sop(flow, Dice(number))
    for decree in book["keputusan"]:
        named = decree.get("lampiran", {}).get("sebutan", {})
        for id_ in named.keys() - ids:
            del named[id_]
    return write_spec(folder, files)


def entries(shipped: list[Data], count: int) -> list[Data]:
    """Return the entries of so many SOP in the list of a book."""
    return [_named(shipped, number) for number in range(count)]


def _named(shipped: list[Data], number: int) -> Data:
    """Return the entry of a SOP: one that is shipped, under a name of its own."""
    again, which = divmod(number, len(shipped))
    made = copy.deepcopy(shipped[which])
    if again:
        bagi = _bagi(again - 1)
        made["id"] = f"{made['id']}-{again}"
        for key in ("nama", "nama_pendek"):
            if key in made:
                made[key] = f"{made[key]} bagi {bagi}"
    return made


def _bagi(number: int) -> str:
    round_, which = divmod(number, len(BAGI))
    return BAGI[which] if not round_ else f"{BAGI[which]} {KELOMPOK} {round_ + 1}"
