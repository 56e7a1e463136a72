"""What became of a chart's heading beside the pelaksana: columns, groups, the sum."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diff.fields import value
from sopgen.diff.matching import Pairs, moved, rest, same
from sopgen.model.kolom import MUTU, Kolom
from sopgen.model.perubahan import Macam, Ubah
from sopgen.model.sop import Sop

KOLOM, KELOMPOK = "kolom", "kelompok"


def ubah_kolom(old: Sop, new: Sop) -> Iterator[Ubah]:
    """Yield what became of the columns of two charts, and of their sum of waktu."""
    if not (old.kegiatan and new.kegiatan):
        return
    whole = [set(MUTU) <= {k.kunci for k in sop.kolom} for sop in (old, new)]
    bare = [{k.kunci for k in sop.kolom}.isdisjoint(MUTU) for sop in (old, new)]
    dropped = (whole[0] and bare[1]) or (bare[0] and whole[1])
    if dropped:
        yield from value("mutu_baku", whole[0], whole[1])
    columns = [
        [k for k in sop.kolom if not (dropped and k.kunci in MUTU)]
        for sop in (old, new)
    ]
    yield from _columns(columns[0], columns[1], dropped=dropped)
    yield from value("jumlah_waktu", old.jumlah_waktu, new.jumlah_waktu)


def _columns(old: list[Kolom], new: list[Kolom], *, dropped: bool) -> Iterator[Ubah]:
    pairs = same([k.kunci for k in old], [k.kunci for k in new])
    shifted, back = moved(pairs), {j: i for i, j in pairs.items()}
    for j, one in enumerate(new):
        i = back.get(j)
        if i is None:
            yield Ubah(KOLOM, Macam.BARU, "", one.judul)
            continue
        yield from value(KOLOM, old[i].judul, one.judul)
        if not dropped:
            yield from value("mutu_baku", old[i].mutu, one.mutu, f"kolom {one.judul}")
        if i in shifted:
            places = f"kolom {i + 1}", f"kolom {j + 1}"
            yield Ubah(KOLOM, Macam.PINDAH, *places, one.judul)
    for i in rest(len(old), set(pairs)):
        yield Ubah(KOLOM, Macam.HILANG, old[i].judul, "")


def ubah_kelompok(old: Sop, new: Sop, lajur: Pairs) -> Iterator[Ubah]:
    """Yield what became of the groups of pelaksana, those of one kind together.

    A group that only has another name is told by its names.
    """
    found: dict[tuple[str, str], list[int]] = {}
    for j, i in sorted((j, i) for i, j in lajur.items()):
        names = old.pelaksana[i].kelompok, new.pelaksana[j].kelompok
        if names[0] != names[1]:
            found.setdefault(names, []).append(j)
    back = {j: i for i, j in lajur.items()}
    for (lama, baru), lanes in found.items():
        was = {j for j, i in back.items() if lama and old.pelaksana[i].kelompok == lama}
        now = {j for j in back if baru and new.pelaksana[j].kelompok == baru}
        renamed = set(lanes) == was == now
        pada = "" if renamed else ", ".join(new.pelaksana[j].nama for j in lanes)
        yield from value(KELOMPOK, lama, baru, pada)
