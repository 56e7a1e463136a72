"""Rules about where a flow begins and ends (codes 3xx).

Source: PermenPAN-RB 35/2012, Lampiran: a terminator begins a flow and ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.sop import Jenis, Langkah, Sop

UJUNG, MULAI, SELESAI = "terminator", "Mulai", "Selesai"
#: Symbols behind which a flow goes on elsewhere, or that are told without exits.
LANJUT = ("penghubung", "keputusan")


def mains(sop: Sop) -> tuple[Langkah, ...]:
    """Return the symbol of each kegiatan itself, without further ones in its row."""
    made: dict[int, Langkah] = {}
    for one in sop.langkah:
        made.setdefault(one.baris, one)
    return tuple(made.values())


def awal_bukan_mulai(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP whose first symbol is not the one that begins a flow."""
    for sop in buku.sop:
        first = sop.langkah[0] if sop.langkah else None
        if first and (first.simbol != UJUNG or first.teks == SELESAI):
            message = f"kegiatan pertama `{_nomor(first, sop)}` bukan simbol mulai"
            saran = f"tulis {isian('simbol', 'mulai')} pada kegiatan pertama"
            yield diagnose("SOP316", message, first.at("simbol"), saran)


def akhir_bukan_selesai(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan after which nothing comes and that is no end."""
    for sop in buku.sop:
        leaving = {one.dari for one in sop.alur if one.jenis is Jenis.PROSES}
        copied = {one.ke for one in sop.alur if one.jenis is Jenis.TEMBUSAN}
        for one in mains(sop)[1:]:
            ends = one.id not in leaving and one.id not in copied
            if ends and one.simbol != UJUNG and one.simbol not in LANJUT:
                message = f"alur berakhir di kegiatan `{_nomor(one, sop)}` yang bukan "
                saran = f"tulis {isian('simbol', 'selesai')}, atau arahkan ke kegiatan"
                told = f"{message}simbol selesai"
                yield diagnose("SOP317", told, one.at("simbol"), f"{saran} lain")


def mulai_ganda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in which a flow begins again in a later kegiatan."""
    for sop in buku.sop:
        rows = {one.baris: one for one in sop.langkah if _says(one, MULAI)}
        again = [one for baris, one in rows.items() if baris > min(rows)]
        if again and sop.langkah[0].baris in rows:
            numbers = listed(f"`{_nomor(one, sop)}`" for one in again)
            message = f"simbol mulai sekali lagi pada kegiatan {numbers}"
            saran = "alur dimulai satu kali; pakai simbol proses"
            told = diagnose("SOP318", message, again[0].at("simbol"), saran)
            yield at_all(told, (one.at("simbol") for one in again))


def selesai_berlanjut(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each end from which an arrow leads on; into another SOP it may."""
    for sop in buku.sop:
        elsewhere = {one.id for one in sop.langkah if one.beralih}
        onward = (one for one in sop.alur if one.ke not in elsewhere)
        leaving = {one.dari for one in onward if one.jenis is Jenis.PROSES}
        for one in sop.langkah[1:]:
            if _says(one, SELESAI) and one.id in leaving:
                message = f"dari simbol selesai pada kegiatan `{_nomor(one, sop)}` "
                saran = f"hapus {isian('ke')}-nya, atau pakai simbol lain"
                told = f"{message}alur masih berlanjut"
                yield diagnose("SOP319", told, one.at("simbol"), saran)


def selesai_di_tengah(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each end in the middle of a SOP behind which nothing is reached.

    An end of one branch is none: there another arrow leads to what follows.
    """
    for sop in buku.sop:
        process = [a for a in sop.alur if a.jenis is Jenis.PROSES]
        leaving = {a.dari for a in process}
        entered = {a.ke for a in process}
        for one, following in pairwise(mains(sop)):
            ends = one.baris and _says(one, SELESAI) and one.id not in leaving
            if ends and following.id not in entered:
                message = f"simbol selesai pada kegiatan `{_nomor(one, sop)}`, padahal "
                told = f"{message}kegiatan `{_nomor(following, sop)}` menyusul"
                saran = f"pakai {isian('simbol', 'proses')}; alur selesai di akhir"
                yield diagnose("SOP315", told, one.at("simbol"), saran)


def _says(one: Langkah, words: str) -> bool:
    return one.simbol == UJUNG and one.teks == words


def _nomor(one: Langkah, sop: Sop) -> str:
    return sop.kegiatan[one.baris].nomor


def shortest_and_longest(
    sop: Sop, spent: Mapping[int, Fraction]
) -> tuple[Fraction, Fraction] | None:
    """Return what the shortest and the longest way through a flow take.

    ``spent`` is what each row takes.  Ways back are not gone; nothing is returned
    where the flow does not branch.
    """
    row = {one.id: one.baris for one in sop.langkah}
    end = len(sop.kegiatan)
    row |= {one.id: end for one in sop.langkah if one.beralih}
    onward: dict[int, set[int]] = {}
    for one in sop.alur:
        if one.jenis is Jenis.PROSES and row[one.ke] > row[one.dari]:
            onward.setdefault(row[one.dari], set()).add(row[one.ke])
    if all(len(rows) < 2 for rows in onward.values()):
        return None
    least = {end: Fraction(0)}
    most = {end: Fraction(0)}
    for n in range(end - 1, -1, -1):
        own = spent.get(n, Fraction(0))
        after = [m for m in onward.get(n, ()) if m in least]
        least[n] = own + min((least[m] for m in after), default=Fraction(0))
        most[n] = own + max((most[m] for m in after), default=Fraction(0))
    return least[0], most[0]
