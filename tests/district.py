"""A district that does not exist: so many offices, each with a book of its own.

    python -m tests.district FOLDER COUNT

Made from Karangan's book: every office has other SOP of it, in another order, with
other names, times and words, so that no two charts need be the same.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sopgen.layout.route.search.dice import Dice
from tests.books import ROOT

KARANGAN = ROOT / "specs" / "karangan"
Data = dict[str, Any]

FIRST = ("Suka", "Karang", "Banyu", "Tanjung", "Sumber", "Wono", "Kali", "Gunung")
SECOND = ("jaya", "mulya", "rejo", "sari", "asri", "harjo", "agung", "lor", "kidul")
PELAKSANA = (
    "Petugas Loket",
    "Petugas Pelayanan",
    "Staf Pelayanan",
    "Petugas Pendaftaran",
)
LATER = ("", " dengan teliti", " sesuai ketentuan", " pada hari yang sama", " di loket")
#: The fewest and the most SOP of an office.
FEWEST, MOST = 3, 18


@cache
def _book() -> Data:
    return _read(KARANGAN / "buku.yaml")


def karangan() -> Data:
    """Return the book of Karangan, to be changed."""
    return copy.deepcopy(_book())


@cache
def _sop(id_: str) -> Data:
    return _read(KARANGAN / "sop" / f"{id_}.yaml")


def _read(file: Path) -> Data:
    made: Data = yaml.safe_load(file.read_text(encoding="utf-8"))
    return made


def name_of(number: int) -> str:
    """Return the name of an office: no other number has it."""
    first, second = (
        FIRST[number % len(FIRST)],
        SECOND[number // len(FIRST) % len(SECOND)],
    )
    again = number // (len(FIRST) * len(SECOND))
    return f"{first}{second}" + (f" {again + 1}" if again else "")


def write_office(specs: Path, number: int) -> Path:
    """Write the spec of an office below a folder; return the office's own folder."""
    dice = Dice(number)
    folder = specs / f"{number:03}-{name_of(number).casefold().replace(' ', '-')}"
    files = {"buku.yaml": _own_book(number, dice)}
    for one in files["buku.yaml"]["sop"]:
        files[f"sop/{one['id']}.yaml"] = own_sop(one["id"], dice)
    return write_spec(folder, files)


def write_spec(folder: Path, files: dict[str, Data]) -> Path:
    """Write the data of a spec beside Karangan's chapters; return the folder."""
    for name, data in files.items():
        _write(folder / name, yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    for file in sorted((KARANGAN / "naskah").iterdir()):
        _write(folder / "naskah" / file.name, file.read_text(encoding="utf-8"))
    return folder


def _own_book(number: int, dice: Dice) -> Data:
    made = karangan()
    made["kecamatan"] |= {"nama": name_of(number), "kode_unit": f"406.{number:03}"}
    made["pejabat"]["camat"]["jabatan"] = f"Camat {name_of(number)}"
    count = FEWEST + dice.throw(MOST - FEWEST + 1)
    made["sop"] = [_drawn(made["sop"], dice) for _ in range(count)]
    ids = {one["id"] for one in made["sop"]}
    for decree in made["keputusan"]:
        named = decree.get("lampiran", {}).get("sebutan")
        if named:
            decree["lampiran"]["sebutan"] = {k: v for k, v in named.items() if k in ids}
    return made


def own_sop(id_: str, dice: Dice) -> Data:
    """Return a SOP of Karangan with other pelaksana, words and times."""
    made = copy.deepcopy(_sop(id_))
    called = PELAKSANA[dice.throw(len(PELAKSANA))]
    made["pelaksana"] = [_called(p, called) for p in made["pelaksana"]]
    for step in _steps(made):
        if isinstance(step.get("pelaksana"), str):
            step["pelaksana"] = _called(step["pelaksana"], called)
    for step in made["kegiatan"]:
        step["uraian"] += LATER[dice.throw(len(LATER))]
        step["waktu"] = f"{5 + 5 * dice.throw(12)} menit"
    return made


def _steps(sop: Data) -> Iterator[Data]:
    for step in sop["kegiatan"]:
        yield step
        yield from step.get("tambahan", ())


def _drawn(things: list[Data], dice: Dice) -> Data:
    """Take a thing out of a list."""
    return things.pop(dice.throw(len(things)))


def _called(pelaksana: Any, other: str) -> Any:
    return other if pelaksana == "Petugas Pelayanan" else pelaksana


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for n in range(int(sys.argv[2])):
        write_office(Path(sys.argv[1]), n)
