"""Find the mistyped name of a diktum: KESTAU for KESATU (SOP756)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sopgen.lint.kamus import derived, jarak, known
from sopgen.lint.temuan import at_all, listed, parts_of
from sopgen.model.bahasa import urutan
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok

#: A word in capitals that begins as such names do, and what stands behind diktum.
KAPITAL = re.compile(r"(?<![\w./-])K[A-Z]{3,}(?![\w./-])")
SESUDAH = re.compile(r"\bdi[kc]tum\s+(?P<nama>k\w{3,})", re.IGNORECASE)
#: So many diktum have names; as many letters may differ in those of so many letters.
TERBANYAK = 30
PANJANG = 6


@cache
def _names() -> dict[str, None]:
    """Return the words of which the names of diktum are made, in their order."""
    every = (word for n in range(1, TERBANYAK) for word in urutan(n).upper().split())
    return dict.fromkeys(every)


def diktum_salah_ketik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place of a decree with a word that is nearly the name of a diktum."""
    for one in buku.keputusan:
        for nama, teks in parts_of(one):
            words = dict.fromkeys(_words(teks.isi))
            meant = [(word, near) for word in words if (near := _meant(word))]
            if meant:
                named = listed(f"`{word}`" for word, _ in meant)
                message = f"{nama} menyebut diktum {named} yang tidak ada"
                saran = f"mungkin maksudnya {listed(f'`{near}`' for _, near in meant)}"
                told = diagnose("SOP756", message, teks.span, saran)
                typed = " ".join(word for word, _ in meant)
                yield at_all(told.about(Pokok.KATA, typed.casefold()), (teks.span,))


def _words(text: str) -> Iterator[str]:
    for match in SESUDAH.finditer(text):
        yield match["nama"]
    if not text.isupper():
        yield from KAPITAL.findall(text)


def _meant(word: str) -> str:
    """Return the name of a diktum that a word is nearly, nothing of another word."""
    large, small = word.upper(), word.casefold()
    if large in _names() or known(small) or derived(small):
        return ""
    near = [(_far(large, name), name) for name in _names() if name.startswith("KE")]
    best = min(near, key=lambda one: one[0])
    return best[1] if best[0] <= (2 if len(large) > PANJANG else 1) else ""


def _far(one: str, other: str) -> int:
    return jarak(one, other, 2)
