"""Rules about kegiatan that stand twice in one SOP (codes 2xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.alur import closure, edges
from sopgen.lint.ujung import mains
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Jenis, Langkah, Sop


def kegiatan_ganda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan that repeats an earlier one of the same pelaksana.

    What is done on another branch, or yields another output, is no repetition.
    """
    for sop in buku.sop:
        seen: dict[tuple[str, ...], Langkah] = {}
        for one in mains(sop):
            if not sop.kegiatan[one.baris].mutu_baku.output:
                continue
            first = seen.setdefault(_key(one, sop), one)
            if first is not one and _leads(sop, first, one):
                row, earlier = sop.kegiatan[one.baris], sop.kegiatan[first.baris]
                message = f"kegiatan `{row.nomor}` sama dengan kegiatan "
                saran = "hapus salah satu, atau bedakan uraian dan outputnya"
                told = f"{message}`{earlier.nomor}`: `{row.uraian}`"
                yield diagnose("SOP217", told, row.at("uraian"), saran)


def _key(one: Langkah, sop: Sop) -> tuple[str, ...]:
    row = sop.kegiatan[one.baris]
    said = (row.uraian, row.mutu_baku.output)
    return (str(one.semua_lajur), *(" ".join(text.casefold().split()) for text in said))


def _leads(sop: Sop, first: Langkah, again: Langkah) -> bool:
    """Return whether the flow comes from one kegiatan to the other, going on."""
    row = {one.id: one.baris for one in sop.langkah}
    onward = [
        a for a in sop.alur if a.jenis is Jenis.PROSES and row[a.ke] > row[a.dari]
    ]
    return again.id in closure([first.id], edges(onward))
