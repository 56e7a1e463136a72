"""Find a No that leaps over the kegiatan which makes what its target works on (SOP320).

What is not in order goes back to be mended, ends, or is told to be refused; it does not
go on to a later kegiatan as if it were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sopgen.lint.alur import closure, edges
from sopgen.lint.dokumen import items, special
from sopgen.lint.label import MENCARI, decisions, exchanged, meaning
from sopgen.lint.ujung import UJUNG, mains
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.sop import Alur, Jenis, Kegiatan, Sop

#: What is done with what was refused, or done whatever the answer was.
PENOLAKAN = re.compile(
    r"\W*(?:menyampaikan|memberi(?:tahu\w*|\s+tahu|kan)|menginformasi\w*|menolak|"
    r"mengembali\w*|menerima|memperbaiki|melengkapi|membatalkan|melapor\w*|mengumumkan|"
    r"merevisi|mengulang\w*|menutup)",
    re.IGNORECASE,
)
#: A document that may also be the one of a refusal.
PILIHAN = re.compile(r"\b(?:atau|hasil|penolakan|ditolak|tidak|belum)\b|/", re.I)


def tidak_melompat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each No by which one goes on to what only the other way prepares."""
    for sop in buku.sop:
        rows = {one.id: one.baris for one in sop.langkah}
        for baris, ways in decisions(sop):
            pair = _yes_and_no(ways)
            if exchanged(sop, baris, ways):
                continue
            if pair and not MENCARI.search(sop.kegiatan[baris].uraian):
                yield from _told(sop, baris, pair, rows)


def _yes_and_no(ways: tuple[Alur, ...]) -> tuple[Alur, Alur] | None:
    """Return the exits of a decision that has one for each."""
    by_meaning = {meaning(one.label): one for one in ways}
    if len(ways) == 2 and set(by_meaning) == {"ya", "tidak"}:
        return by_meaning["ya"], by_meaning["tidak"]
    return None


def _told(
    sop: Sop, baris: int, pair: tuple[Alur, Alur], rows: Mapping[str, int]
) -> Iterator[Diagnostic]:
    """Yield what is told of a No that goes on further than the Yes."""
    yes, no = (rows[one.ke] for one in pair)
    if not baris < yes < no or not _works_on(sop, no):
        return
    skipped = _between(sop, yes, no)
    made = {
        item: n for n in skipped for item in items(sop.kegiatan[n].mutu_baku.output)
    }
    had = {item for one in sop.kegiatan[: baris + 1] for item in _documents(one)}
    target = sop.kegiatan[no]
    lacking = [
        made[item]
        for item in items(target.mutu_baku.kelengkapan)
        if item in made and item not in had and special(" ".join(sorted(item)))
    ]
    if lacking:
        maker, label = sop.kegiatan[lacking[0]].nomor, pair[1].label
        message = f"`{label}` pada kegiatan `{sop.kegiatan[baris].nomor}` maju ke "
        message += f"kegiatan `{target.nomor}`, melewati kegiatan `{maker}` yang "
        saran = f"periksa tujuannya pada {isian('ke')}"
        told = f"{message}membuat kelengkapannya"
        yield diagnose("SOP320", told, pair[1].at("label"), saran)


def _works_on(sop: Sop, baris: int) -> bool:
    """Return whether a kegiatan works on a document that cannot be a refusal."""
    row = sop.kegiatan[baris]
    ends = any(one.baris == baris and one.simbol == UJUNG for one in mains(sop))
    open_end = PENOLAKAN.match(row.uraian) or PILIHAN.search(row.mutu_baku.kelengkapan)
    return not (ends or open_end)


def _between(sop: Sop, yes: int, no: int) -> list[int]:
    """Return the rows from one to the other that lead to it, which No leaps over."""
    ids = {one.baris: one.id for one in mains(sop)}
    ways = edges(one for one in sop.alur if one.jenis is Jenis.PROSES)
    return [n for n in range(yes, no) if ids[no] in closure([ids[n]], ways)]


def _documents(one: Kegiatan) -> Iterator[frozenset[str]]:
    yield from items(one.mutu_baku.kelengkapan)
    yield from items(one.mutu_baku.output)
