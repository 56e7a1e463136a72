"""Rules about kegiatan that stand twice in one SOP (codes 2xx)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sopgen.lint.alur import closure, edges
from sopgen.lint.ujung import mains
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Jenis, Langkah, Sop

#: What one after the other does with the same document: no row that was copied.
BERJENJANG = re.compile(
    r"\W*(?:(?:ikut|turut)\s+)?(?:menerima|memeriksa|meneliti|memaraf|mengoreksi|menelaah|"
    r"mencermati|mempelajari|membaca|memverifikasi|memvalidasi|menyetujui|mengesahkan|"
    r"mengetahui|mendisposisi\w*|meneruskan|menandatangani|menilai|mengevaluasi|membahas|"
    r"mengikuti|menghadiri|melaksanakan|menindaklanjuti|membubuhkan|memberi(?:kan)?|"
    r"melakukan|menyampaikan|melaporkan|mengajukan|mengusulkan|berkoordinasi|hadir)\b",
    re.IGNORECASE,
)
#: Shorter uraian of two pelaksana may well be the same.
PANJANG = 3


def kegiatan_ganda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan that repeats an earlier one.

    What is done on another branch, or yields another output, is no repetition.
    """
    for sop in buku.sop:
        seen: dict[tuple[str, ...], Langkah] = {}
        copied, twice = _copied(sop), _twice(sop)
        for one in mains(sop):
            if not sop.kegiatan[one.baris].mutu_baku.output:
                continue
            first = seen.setdefault(_key(one, sop), one)
            if first is one:
                first = copied.get(one.baris) or twice.get(one.baris, one)
            if first is not one and _leads(sop, first, one):
                yield _told(sop, first, one)


def _told(sop: Sop, first: Langkah, again: Langkah) -> Diagnostic:
    row, earlier = sop.kegiatan[again.baris], sop.kegiatan[first.baris]
    other = " pelaksana lain" if first.semua_lajur != again.semua_lajur else ""
    message = f"kegiatan `{row.nomor}` sama dengan kegiatan `{earlier.nomor}`{other}"
    saran = "hapus salah satu, atau bedakan uraian dan outputnya"
    return diagnose("SOP217", f"{message}: `{row.uraian}`", row.at("uraian"), saran)


def _copied(sop: Sop) -> dict[int, Langkah]:
    """Return the earlier kegiatan of which a row of another pelaksana is the copy.

    What three do alike is meant so.
    """
    groups: defaultdict[tuple[str, ...], list[Langkah]] = defaultdict(list)
    for one in mains(sop):
        row = sop.kegiatan[one.baris]
        mutu = row.mutu_baku
        said = (row.uraian, mutu.kelengkapan, mutu.waktu, mutu.output)
        long = len(row.uraian.split()) >= PANJANG
        if all(said) and long and not BERJENJANG.match(row.uraian):
            groups[tuple(map(_plain, said))].append(one)
    pairs = (group for group in groups.values() if len(group) == 2)
    return {again.baris: first for first, again in pairs}


def _twice(sop: Sop) -> dict[int, Langkah]:
    """Return the kegiatan before a row that says the same, where no third one does."""
    groups: defaultdict[str, list[Langkah]] = defaultdict(list)
    for one in mains(sop):
        uraian = sop.kegiatan[one.baris].uraian
        if len(uraian.split()) >= PANJANG and not BERJENJANG.match(uraian):
            groups[_plain(uraian)].append(one)
    pairs = (group for group in groups.values() if len(group) == 2)
    return {b.baris: a for a, b in pairs if b.baris == a.baris + 1}


def _key(one: Langkah, sop: Sop) -> tuple[str, ...]:
    row = sop.kegiatan[one.baris]
    who = str(one.semua_lajur)
    return (who, _plain(row.uraian), _plain(row.mutu_baku.output))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _leads(sop: Sop, first: Langkah, again: Langkah) -> bool:
    """Return whether the flow comes from one kegiatan to the other, going on."""
    row = {one.id: one.baris for one in sop.langkah}
    onward = [
        a for a in sop.alur if a.jenis is Jenis.PROSES and row[a.ke] > row[a.dari]
    ]
    return again.id in closure([first.id], edges(onward))
