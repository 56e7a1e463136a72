"""Rules about where the flow goes (codes 3xx)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sopgen.lint.temuan import listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.sop import Alur, Jenis, Langkah, Sop


def tak_tercapai(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each symbol to which no arrow leads from the beginning."""
    for sop in buku.sop:
        reached = closure(_starts(sop), edges(sop.alur))
        lost = [one for one in sop.langkah if one.id not in reached]
        turning = _turning(sop) if lost else []
        for langkah in lost:
            message = f"{_called(langkah, sop)} tidak tercapai dari awal alur"
            saran = f"arahkan sebuah {isian('ke')} ke sini, atau hapus"
            if turning:
                message = f"{message}, yang berputar pada kegiatan {listed(turning)}"
                saran = "beri salah satunya jalan keluar ke sini"
            yield diagnose("SOP302", message, langkah.span, saran)


def _turning(sop: Sop) -> list[str]:
    """Return the kegiatan in which a flow turns that comes to no end at all.

    It may turn in a larger circle before, and leave that: the smallest one is told.
    """
    process = edges(one for one in sop.alur if one.jenis is Jenis.PROSES)
    reached = closure(_starts(sop), process)
    if any(one not in process for one in reached):
        return []
    circle = min((closure([one], process) for one in sorted(reached)), key=len)
    rows = dict.fromkeys(one.baris for one in sop.langkah if one.id in circle)
    return [f"`{sop.kegiatan[n].nomor}`" for n in rows]


def buntu(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each symbol from which the flow turns in a circle and never ends."""
    for sop in buku.sop:
        process = [a for a in sop.alur if a.jenis is Jenis.PROSES]
        leaving = {alur.dari for alur in process}
        ends = [one.id for one in sop.langkah if one.id not in leaving]
        back = closure(ends, edges(process, back=True))
        for langkah in sop.langkah:
            if langkah.id not in back:
                yield diagnose(
                    "SOP303",
                    f"dari {_called(langkah, sop)} alur tidak pernah selesai",
                    langkah.span,
                    "beri jalan keluar ke kegiatan `selesai`",
                )


def _starts(sop: Sop) -> list[str]:
    """Return the first symbol, and any other that says Mulai."""
    return [
        one.id for i, one in enumerate(sop.langkah) if i == 0 or one.teks == "Mulai"
    ]


def edges(alur: Iterable[Alur], *, back: bool = False) -> dict[str, list[str]]:
    """Return where arrows lead to from each symbol; ``back``, where they come from."""
    made: dict[str, list[str]] = {}
    for one in alur:
        dari, ke = (one.ke, one.dari) if back else (one.dari, one.ke)
        made.setdefault(dari, []).append(ke)
    return made


def closure(starts: Iterable[str], ways: Mapping[str, list[str]]) -> set[str]:
    """Return everything that arrows reach."""
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += ways.get(one, [])
    return reached


def _called(langkah: Langkah, sop: Sop) -> str:
    """Return what a symbol is called in messages."""
    nomor = sop.kegiatan[langkah.baris].nomor
    first = next(one for one in sop.langkah if one.baris == langkah.baris)
    if first is langkah:
        return f"kegiatan `{nomor}`"
    return f"simbol `{langkah.id}` pada kegiatan `{nomor}`"
