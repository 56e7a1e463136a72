"""Find sentences that begin small behind a full stop (SOP762)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.kamus import derived, known
from sopgen.lint.pokok import each_word
from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic

#: A word, its stop, and a small word behind it, in the same paragraph.
AWAL = re.compile(
    r"(?P<sebelum>[A-Za-z]{4,}|\b(?:19|20)[0-9]{2}|\w\))\.(?:[ \t]+|[ \t]*\n[ \t]*)"
    r"(?P<awal>[a-z]{3,})\b(?![.)@/-])"
)
#: Without this no sentence begins small.
KECIL = re.compile(r"\.\s+[a-z]{3}")
#: Words that are written short, with a stop, and stand in the dictionary all the same.
SINGKAT = each_word(
    "maks nomor pasal hal tgl telp faks kabag kasubag prov kabup kecam lamp peraturan "
    "dll dsb dst dkk bapak saudara terlampir penj hlm cont misal"
)


def kalimat_huruf_kecil(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place with a sentence that begins small."""
    for _, places in groupby(bacaan(buku), key=lambda one: one.tempat):
        found = [(one, match) for one in places for match in _small(one)]
        if found:
            named = listed((f"`{' '.join(m[0].split())}`" for _, m in found), 3)
            message = f"kalimat diawali huruf kecil: {named}"
            first = found[0][1]["awal"]
            saran = f"tulis `{first.capitalize()}`, atau ganti titiknya dengan koma"
            spans = [one.span(match.start("awal")) for one, match in found]
            yield at_all(diagnose("SOP762", message, spans[0], saran), spans)


def _small(one: Bacaan) -> Iterator[re.Match[str]]:
    text = one.isi
    if one.dasar or not KECIL.search(text):
        return
    for match in AWAL.finditer(text):
        word = match["sebelum"].casefold()
        whole = not word.isalpha() or known(word) or derived(word)
        if whole and word not in SINGKAT:
            yield match
