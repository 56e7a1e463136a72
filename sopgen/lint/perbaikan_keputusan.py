"""What mends the form of a decree for certain, and the pattern of the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnostic import Span, Teks
from sopgen.model.perbaikan import Beri, Perbaikan, write

#: The lines of the head of a lampiran.
KEPALA = ("nomor", "tanggal", "tentang")
#: A text that only lacks its semicolon: it ends in a word, or in another sign.
TANPA_TITIK_KOMA = re.compile(r"(?P<isi>.*[\w)])[.,]?\s*", re.DOTALL)
#: Letters behind one ``huruf``: a, b dan c.
HURUF = re.compile(r"huruf\s+([a-z](?:\s*,\s*[a-z])*)(\s*,?\s*dan\s+)([a-z])\b")
DIMAKSUD = re.compile(r"\b(pertimbangan)\s+dimaksud\b")
#: The code at the beginning of a pattern, with nothing else before the first slash.
KODE_AWAL = re.compile(r"\s*[0-9]{3}(?:\.[0-9]+)*(?=/)")
TAHUN = re.compile(r"(?<![0-9.{:])(?:19|20)[0-9]{2}(?![0-9]|\.[0-9])")
NOMOR = "{nomor}"
#: So many SOP have numbers of at most two digits.
DUA_ANGKA = 99


def ended(teks: Teks) -> Perbaikan | None:
    """Return the cure that ends an item with a semicolon."""
    found = TANPA_TITIK_KOMA.fullmatch(teks.isi)
    return write(teks.span, teks.isi, f"{found['isi']};") if found else None


def without_menetapkan(teks: Teks) -> Perbaikan:
    """Return the cure that leaves "Menetapkan :" to sopgen."""
    return Perbaikan((Beri(teks.span, None),))


def whole_head(span: Span) -> Perbaikan:
    """Return the cure that gives a lampiran all lines of its head."""
    return Perbaikan((Beri(span, list(KEPALA)),))


def worded(teks: Teks) -> Perbaikan | None:
    """Return the cure of a last menimbang: ``sebagaimana dimaksud``, huruf repeated."""
    new = HURUF.sub(_repeated, DIMAKSUD.sub(r"\1 sebagaimana dimaksud", teks.isi))
    return write(teks.span, teks.isi, new) if new != teks.isi else None


def _repeated(match: re.Match[str]) -> str:
    first = [f"huruf {one.strip()}" for one in match[1].split(",")]
    last = f"huruf {match[3]}"
    if len(first) == 1:
        return f"{first[0]} dan {last}"
    return f"{', '.join(first)}, dan {last}"


def closed_up(one: Keputusan) -> Perbaikan | None:
    """Return the cure that takes the blanks beside the slashes out of a number.

    A number whose sequence is still open keeps its room.
    """
    parts = [part.strip() for part in one.nomor.split("/")]
    if any(not part or re.search(r"\s|…|\.\.\.|_", part) for part in parts):
        return None
    return write(one.at("nomor"), one.nomor, "/".join(parts))


def coded_anew(buku: Buku, kode: str) -> Iterator[Perbaikan]:
    """Yield the cure that begins the pattern of the numbers with a new code."""
    pola = buku.pola_nomor_sop
    new = KODE_AWAL.sub(kode, pola, count=1)
    if new != pola:
        yield write(buku.at("pola_nomor_sop"), pola, new)


def padded(buku: Buku) -> Iterator[Perbaikan]:
    """Yield the cure that gives all numbers of SOP two digits."""
    pola = buku.pola_nomor_sop
    if pola.count(NOMOR) == 1 and len(buku.sop) <= DUA_ANGKA:
        new = pola.replace(NOMOR, "{nomor:02}")
        yield write(buku.at("pola_nomor_sop"), pola, new)


def of_the_year(buku: Buku) -> Iterator[Perbaikan]:
    """Yield the cure that takes the year of a pattern from the book."""
    pola = buku.pola_nomor_sop
    if len(TAHUN.findall(pola)) == 1 and "{tahun}" not in pola:
        new = TAHUN.sub("{tahun}", pola)
        yield write(buku.at("pola_nomor_sop"), pola, new)
