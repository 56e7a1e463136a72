"""What takes the place of repealed regulations: only what is certain."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.model.pengganti import Penerus, certain_successor
from sopgen.model.peraturan import (
    Keberlakuan,
    Keyakinan,
    Peraturan,
    Tabel,
    kutip_lengkap,
)
from sopgen.perbaikan import mend
from sopgen.roll.dasar import Butir, Dihapus, renewed
from sopgen.spec.peraturan import table_of_sopgen
from sopgen.suntingan import save
from tests.roll.years import LENGKAP, data, office, rolled

DICABUT, BERLAKU = Keberlakuan.DICABUT, Keberlakuan.BERLAKU
LIKE = table_of_sopgen()["uu-32-2004"]


def law(kode: str, *oleh: str, tahun: int = 2000, **settings: object) -> Peraturan:
    """Return a law, repealed if something replaced it."""
    status = settings.pop("status", DICABUT if oleh else BERLAKU)
    return replace(
        LIKE, id=kode, oleh=oleh, tahun=tahun, status=status, **settings  # type: ignore[arg-type]
    )  # fmt: skip


def tabel(*laws: Peraturan) -> Tabel:
    return Tabel({one.id: one for one in laws})


RENDAH, SEDANG = Keyakinan.RENDAH, Keyakinan.SEDANG
CASES: tuple[tuple[str, tuple[Peraturan, ...], str], ...] = (
    ("one after the other", (law("a", "b"), law("b")), "b"),
    ("a chain", (law("a", "b"), law("b", "c"), law("c")), "c"),
    ("changed since", (law("a", "b"), law("b", status=Keberlakuan.DIUBAH)), "b"),
    ("in force", (law("a"),), ""),
    ("nothing named", (law("a", status=DICABUT),), ""),
    ("two of them", (law("a", "b", "c"), law("b"), law("c")), ""),
    ("two further on", (law("a", "b"), law("b", "c", "d"), law("c"), law("d")), ""),
    ("not in the table", (law("a", "b"),), ""),
    ("hardly sure", (law("a", "b", keyakinan=RENDAH), law("b")), ""),
    ("not quite sure", (law("a", "b", keyakinan=SEDANG), law("b")), ""),
    ("not quite sure of the other", (law("a", "b"), law("b", keyakinan=SEDANG)), "b"),
    ("hardly sure of the other", (law("a", "b"), law("b", keyakinan=RENDAH)), ""),
    ("commonly known", (law("a", "b", perlu_verifikasi=True), law("b")), ""),
    ("not verified", (law("a", "b"),
     law("b", status=Keberlakuan.PERLU_VERIFIKASI)), ""),
    ("in a circle", (law("a", "b"), law("b", "a")), ""),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_only_a_certain_successor_is_taken(
    case: tuple[str, tuple[Peraturan, ...], str],
) -> None:
    _, laws, wanted = case
    found = certain_successor(laws[0], tabel(*laws))
    assert (found.id if found else "") == wanted


#: rows · what stands there afterwards; the successor of ``a2000`` is ``n2014``
LISTS = (
    ("a2000", "n2014"),
    ("a2000 b2004 c2010 d2020", "b2004 c2010 n2014 d2020"),
    ("b2004 a2000", "b2004 n2014"),
    ("a2000 n2014", "n2014"),
    ("n2014 a2000 b2004", "n2014 b2004"),
    ("d2020 a2000 b2004", "n2014 d2020 b2004"),
    ("a2000 ? b2004", "? b2004 n2014"),
    ("b2004 ? d2020", "b2004 ? d2020"),
    ("a2000 a2000", "n2014"),
)


@pytest.mark.parametrize(("rows", "wanted"), LISTS)
def test_what_replaces_a_law_stands_where_its_year_wants_it(
    rows: str, wanted: str
) -> None:
    new = law("n2014", tahun=2014)
    known = tabel(new, law("a2000", "n2014"))

    def butir(word: str) -> Butir:
        if word == "?":
            return Butir()
        one = known.get(word) or law(word, tahun=int(word[1:]))
        after = certain_successor(one, known)
        return Butir(one, one.urutan, Penerus(after) if after else None)

    words = rows.split()
    for ubah in renewed([butir(word) for word in words]):
        word = words.pop(ubah.nomor)
        assert word == "a2000"
        if not isinstance(ubah, Dihapus):
            words.insert(ubah.ke, ubah.oleh.oleh.id)
    assert " ".join(words) == wanted


def bases(place: Path) -> list[str]:
    """Return the bases of the decree, without the signs at their ends."""
    listed = data(place)["keputusan"][0]["mengingat"]
    return sorted(str(one).rstrip(".;") for one in listed)


@pytest.mark.slow
def test_roll_and_fix_agree_on_what_is_certain(tmp_path: Path) -> None:
    every = table_of_sopgen()
    repealed = [one for one in every.values() if one.status is DICABUT]
    lines = [f"\n      - {json.dumps(kutip_lengkap(a, every))}" for a in repealed]
    change = ("[Undang-Undang Dasar;]", "".join(lines))
    first, second = (office(tmp_path / name, change) for name in ("a", "b"))
    before = bases(first)
    assert rolled(first, LENGKAP).tujuan == first
    made = mend(second, lambda kode: kode == "SOP602")
    assert save(made.disunting) is None
    assert not made.ditolak
    assert bases(first) == bases(second) != before
    assert set(before) & set(bases(first))
