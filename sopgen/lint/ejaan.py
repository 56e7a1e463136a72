"""Misspellings of the common template, and how a text is written without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sopgen.lint.temuan import KUTIPAN, Wacana, plain
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Span, Teks
from sopgen.model.perbaikan import Perbaikan, write

#: Misspellings that go round with the template: what to write instead.
EJAAN = {
    "antrian": "antrean", "ijin": "izin", "ketentraman": "ketenteraman",
    "propinsi": "provinsi", "standart": "standar", "prosedure": "prosedur",
    "hakekat": "hakikat", "hakekatnya": "hakikatnya", "sistim": "sistem",
    "effisiensi": "efisiensi", "efektifitas": "efektivitas", "terget": "target",
    "komitment": "komitmen", "goverment": "government", "gavernance": "governance",
    "cheklist": "checklist", "hygienis": "higienis",
    "mikropon": "mikrofon", "perizinaan": "perizinan", "perizian": "perizinan",
    "kearah": "ke arah", "dimana": "di mana", "tatakerja": "tata kerja",
    "sabagai": "sebagai", "aparatus": "aparatur", "padatanggal": "pada tanggal",
    "adminsitrasi": "administrasi", "adminstrasi": "administrasi",
    "meminimalisir": "meminimalkan", "pembaharuan": "pembaruan",
    "standarisasi": "standardisasi", "memporakporandakan": "memorakporandakan",
    "mensinergikan": "menyinergikan",
}  # fmt: skip
SALAH = re.compile(rf"\b(?:{'|'.join(EJAAN)})\b", re.IGNORECASE)
#: What a template will fill in: no words of the text.
ISIAN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
#: The title of a regulation behind its number: spelled as it was enacted.
BERJUDUL = re.compile(
    r"Nom[oe]r\s?:?\s\S+(?:\s+Tahun\s+[0-9]{4})?\s+tentang\b[^;.()\n]*", re.IGNORECASE
)
#: The name of a post or a section: as the office's own regulation has it.
JABATAN = re.compile(
    r"\b(?:Kasi|Kasubbag|Kasubag|Seksi|Subbag(?:ian)?|Bidang|Bagian)\s+"
    r"(?:[A-Z]\w*|dan|,|&|\s)+"
)


def respelled(place: Wacana, buku: Buku) -> Iterator[Perbaikan]:
    """Yield the cures of the misspelled texts of a place: each text, or line of it."""
    official = _official(buku)
    for _, teks in place.teks:
        if teks.span in official or not SALAH.search(plain(teks.isi)):
            continue
        new = respell(teks.isi)
        if place.berbaris:
            yield from _lines(teks, new)
        elif new != teks.isi:
            yield write(teks.span, teks.isi, new)


def _official(buku: Buku) -> frozenset[Span]:
    """Return where names stand that are not the office's to spell."""
    spans = [one.span for sop in buku.sop for one in sop.identitas.dasar_hukum]
    spans += [sop.at("unit") for sop in buku.sop]
    spans += [one.span for sop in buku.sop for one in sop.pelaksana]
    return frozenset(spans)


def _lines(teks: Teks, new: str) -> Iterator[Perbaikan]:
    """Yield the cure of each line of a chapter."""
    both = zip(teks.isi.split("\n"), new.split("\n"), strict=True)
    for n, (line, other) in enumerate(both):
        if line != other:
            span = replace(teks.span, line=teks.span.line + n, column=1)
            yield write(span, line, other)


def respell(text: str) -> str:
    """Return a text with the words of the dictionary spelled as they should be."""
    kept = [m.span() for p in KEPT for m in p.finditer(text)]

    def put(match: re.Match[str]) -> str:
        inside = any(a <= match.start() < b for a, b in kept)
        return match[0] if inside else _cased(match, EJAAN[match[0].casefold()])

    return SALAH.sub(put, text)


#: What a text holds that is left as it is.
KEPT = (ISIAN, KUTIPAN, BERJUDUL, JABATAN)


def _cased(match: re.Match[str], proper: str) -> str:
    """Return the proper word in the case of the wrong one; that itself if unsure."""
    word = match[0]
    if word.islower():
        return proper
    if word.isupper():
        return proper.upper()
    if not (word[0].isupper() and word[1:].islower()):
        return word
    if " " in proper and _inner(match):
        return word
    return proper[0].upper() + proper[1:]


def _inner(match: re.Match[str]) -> bool:
    """Tell whether a capital is not that of the beginning of a sentence."""
    before = match.string[: match.start()].rstrip()
    return bool(before) and before[-1] not in ".!?:\n"
