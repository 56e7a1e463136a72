"""Rules about who gets a copy of a decree: each once, not who signs it (SOP774)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.bacaan import filled
from sopgen.lint.temuan import at_all
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Teks
from sopgen.model.pejabat import Kapasitas

#: Words before and behind whom a copy is for.
HAMPA = frozenset(
    ("yth", "yang", "terhormat", "sdr", "saudara", "bapak", "ibu", "di", "tempat")
)


def tembusan_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each copy that a decree names twice, or that goes to who signs it."""
    for one in buku.keputusan:
        seen: dict[tuple[str, ...], Teks] = {}
        for teks in one.tembusan:
            words = _whom(filled(teks.isi, buku), buku)
            first = seen.setdefault(words, teks)
            shown = " ".join(teks.isi.split())
            if first is not teks and words:
                message = f"tembusan disebut dua kali: `{shown}`"
                told = diagnose("SOP774", message, teks.span, "hapus salah satu")
                yield at_all(told, (teks.span, first.span))
            elif words and words == _signing(one, buku):
                message = f"tembusan `{shown}` kepada yang menandatangani"
                saran = "hapus; tembusan untuk pihak lain yang perlu tahu"
                yield diagnose("SOP774", message, teks.span, saran)


def _whom(text: str, buku: Buku) -> tuple[str, ...]:
    """Return the words that say whom a copy is for, the own regions aside.

    Behind a title of the own kabupaten its name says nothing more.
    """
    own = re.escape(buku.kecamatan.sebutan.daerah.casefold())
    small = text.casefold()
    region = re.sub(rf"\b(?:kabupaten|kab\.?|kota|provinsi)\s+{own}\b", " ", small)
    words = tuple(w for w in re.findall(r"\w+", region) if w not in HAMPA)
    return words or tuple(re.findall(r"\w+", small))


def _signing(one: Keputusan, buku: Buku) -> tuple[str, ...]:
    """Return the jabatan of who signs for himself; for another one nothing."""
    own = one.penandatangan
    if own.kapasitas is not Kapasitas.DEFINITIF:
        return ()
    return _whom(own.jabatan, buku)
