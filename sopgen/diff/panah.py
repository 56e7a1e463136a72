"""What became of the arrows, each told by the steps that it joins.

An arrow that only makes room for a new kegiatan, or closes the gap that one left, is no
change of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopgen.diff.bagan import Bagan
from sopgen.diff.kegiatan import Tabel
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Macam, Titik, Ubah
from sopgen.model.sop import Jenis

#: A step by what it is on both sides: its new index, or its old one with a word.  What
#: leads on into another SOP leads to its id.
Simpul = tuple[str, int]
#: What stands before the id of a SOP.
SOP = "sop "


@dataclass(frozen=True, slots=True)
class Panah:
    """An arrow by the steps that it joins; ``at`` is its index in the list of alur."""

    dari: Simpul
    ke: Simpul
    label: str
    jenis: Jenis
    at: int

    @property
    def arti(self) -> tuple[Simpul, Simpul, str, Jenis]:
        """Return what it is compared by."""
        return self.dari, self.ke, self.label, self.jenis

    @property
    def inside(self) -> bool:
        """Return whether it joins steps that are on both sides, or leads elsewhere."""
        return self.dari[0] == "ada" and not self.touching

    @property
    def touching(self) -> bool:
        """Return whether it leads from a step of both sides to one that is not."""
        return self.dari[0] == "ada" and self.ke[0] in ("baru", "hilang")


def ubah_alur(bagan: Bagan) -> Iterator[Ubah]:
    """Yield what became of the arrows."""
    old = _arrows(bagan.old, lambda n: _old(bagan, n))
    back = set(bagan.langkah.values())
    new = _arrows(bagan.new, lambda n: ("ada" if n in back else "baru", n))
    gone, come = _without(old, new), _without(new, old)
    gone, come = _explained(gone, come, old, new), _explained(come, gone, new, old)
    for a, b in _paired([p for p in gone if _own(p)], [p for p in come if _own(p)]):
        if not (a and b and _in_order(bagan, a, b)):
            yield from _change(bagan, a, b)


def _in_order(bagan: Bagan, a: Panah, b: Panah) -> bool:
    """Return whether both lead from the same exit to the next kegiatan.

    Which that is, the order of the kegiatan tells.
    """
    lama, baru = bagan.old.sop, bagan.new.sop
    ends = (lama.alur[a.at], lama), (baru.alur[b.at], baru)
    rows = [{one.id: one.baris for one in sop.langkah} for _, sop in ends]
    steps = [
        row[alur.ke] - row[alur.dari] for (alur, _), row in zip(ends, rows, strict=True)
    ]
    return _exit(a) == _exit(b) and steps == [1, 1] and a.ke[0] == b.ke[0] == "ada"


def _old(bagan: Bagan, langkah: int) -> Simpul:
    if langkah in bagan.langkah:
        return "ada", bagan.langkah[langkah]
    return "hilang", langkah


def _arrows(tabel: Tabel, name: Callable[[int], Simpul]) -> list[Panah]:
    at = {one.id: n for n, one in enumerate(tabel.sop.langkah)}

    def target(n: int) -> Simpul:
        one = tabel.sop.langkah[n]
        return (f"{SOP}{one.sop}", 0) if one.beralih else name(n)

    return [
        Panah(name(at[a.dari]), target(at[a.ke]), a.label.strip(), a.jenis, n)
        for n, a in enumerate(tabel.sop.alur)
        if a.dari in at and a.ke in at
    ]


def _without(these: list[Panah], those: list[Panah]) -> list[Panah]:
    """Return the arrows that the other side lacks."""
    spare = [one.arti for one in those]
    made = []
    for one in these:
        if one.arti in spare:
            spare.remove(one.arti)
        else:
            made.append(one)
    return made


def _own(one: Panah) -> bool:
    """Return whether an arrow is told by itself: one of a new step is a part of it."""
    return one.dari[0] == "ada"


def _explained(
    these: list[Panah], others: list[Panah], own: list[Panah], whole: list[Panah]
) -> list[Panah]:
    """Return arrows without those that the other side leads over further steps.

    ``own`` are all arrows of their side, ``whole`` all of the other one.  An arrow to
    a step that the other side lacks is told only if it leads elsewhere than there.
    """
    made = []
    for one in these:
        rivals = [o for o in others if _exit(o) == _exit(one)]
        if one.inside and any(_leads(o.ke, one.ke, whole) for o in rivals):
            continue
        known = [o.ke for o in rivals if o.inside]
        if one.touching and all(_leads(one.ke, ke, own) for ke in known):
            continue
        made.append(one)
    return made


def _exit(one: Panah) -> tuple[Simpul, str, Jenis]:
    return one.dari, one.label, one.jenis


def _leads(start: Simpul, end: Simpul, arrows: list[Panah]) -> bool:
    """Return whether a step leads to another over steps of this side alone."""
    seen, waiting = {start}, [start] if start[0] != "ada" else []
    while waiting:
        here = waiting.pop()
        for one in arrows:
            if one.dari != here:
                continue
            if one.ke == end:
                return True
            if one.ke[0] != "ada" and one.ke not in seen:
                seen.add(one.ke)
                waiting.append(one.ke)
    return False


def _paired(
    gone: list[Panah], come: list[Panah]
) -> Iterator[tuple[Panah | None, Panah | None]]:
    """Yield what was replaced by what, in the order of the steps; then the rest."""
    keys: tuple[Callable[[Panah], object], ...] = (
        _exit,
        lambda p: (p.dari, p.ke),
        lambda p: (p.dari, p.jenis),
        lambda p: (p.ke, p.label, p.jenis),
    )
    made: list[tuple[Panah | None, Panah | None]] = []
    for key in keys:
        for one in list(gone):
            other = next((c for c in come if key(c) == key(one)), None)
            if other is not None:
                gone.remove(one)
                come.remove(other)
                made.append((one, other))
    made += [(one, None) for one in gone] + [(None, one) for one in come]
    yield from sorted(made, key=lambda pair: (pair[1] or pair[0] or come[0]).dari[1])


def _change(bagan: Bagan, a: Panah | None, b: Panah | None) -> Iterator[Ubah]:
    macam = Macam.UBAH if a and b else Macam.BARU if b else Macam.HILANG
    at = Titik("alur", a.at if a else None, b.at if b else None)
    one = b or a
    assert one is not None
    lama = _told(bagan, a, whole=bool(a and b and a.dari != b.dari))
    baru = _told(bagan, b, whole=bool(a and b and a.dari != b.dari))
    baris = bagan.new.sop.langkah[one.dari[1]].baris
    yield Ubah("alur", macam, lama, baru, f"kegiatan {bagan.new.nama(baris)}", at)


def _told(bagan: Bagan, one: Panah | None, *, whole: bool) -> str:
    """Return an arrow in words: ``Tidak: ke 1 “Menerima surat”``."""
    if one is None:
        return ""
    label = f"{one.label}: " if one.label else ""
    kind = "tembusan " if one.jenis is Jenis.TEMBUSAN else ""
    start = f"dari {_step(bagan, one.dari)} " if whole else ""
    return f"{label}{kind}{start}ke {_step(bagan, one.ke)}"


def _step(bagan: Bagan, simpul: Simpul) -> str:
    """Return a step as it is called now, or was called if it is gone."""
    if simpul[0].startswith(SOP):
        every = (*bagan.new.sop.langkah, *bagan.old.sop.langkah)
        id_ = simpul[0].removeprefix(SOP)
        return next(one.sebutan for one in every if one.sop == id_)
    tabel = bagan.old if simpul[0] == "hilang" else bagan.new
    one = tabel.sop.langkah[simpul[1]]
    main = tabel.rows[one.baris][0] == simpul[1]
    nama = tabel.nama(one.baris)
    return nama if main else f"{one.simbol} pada {nama}"
