"""Rules about how kegiatan are worded (codes 2xx).

Source: PermenPAN-RB 35/2012: an active verb without a subject, one kegiatan per row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sopgen.lint.temuan import at_all, listed, warning
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Kegiatan, Sop

#: First words that name a thing, not an action: Penyerahan, Validasi, Koreksi.
BENDA = re.compile(
    r"(?!me|ber|di|ter)(?:pe\w{3,}an|ke\w{3,}an|\w{3,}(?:asi|isi|ksi))\b", re.IGNORECASE
)
#: A second verb behind "dan"; nouns that look like one aside.
TINDAKAN = re.compile(
    r"\b(?:dan|lalu|serta)\s+me(?!dia|ja|sin|nteri|terai|tode|nit|tadata|bel|ubel|kanis|mo|rek|dis|dali|ter\b|nu\b)\w{3,}",
    re.IGNORECASE,
)
DIMINTA = re.compile(r"\bpenandatanganan\b", re.IGNORECASE)
MENANDATANGANI = re.compile(r"\s*(?:menandatangani|penandatanganan)\b", re.IGNORECASE)


def bukan_kata_kerja(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that begin with a noun."""
    yield from _told(
        buku,
        lambda one: bool(BENDA.match(one.uraian)),
        ("SOP211", "uraian diawali kata benda", "awali dengan kata kerja: Menyerahkan"),
    )


def dua_tindakan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that are two actions."""
    yield from _told(
        buku,
        lambda one: bool(TINDAKAN.search(one.uraian)),
        ("SOP212", "dua tindakan dalam satu kegiatan", "satu tindakan satu baris"),
    )


def _told(
    buku: Buku, wrong: Callable[[Kegiatan], bool], words: tuple[str, str, str]
) -> Iterator[Diagnostic]:
    code, what, saran = words
    for sop in buku.sop:
        found = [one for one in sop.kegiatan if wrong(one)]
        if found:
            named = listed((f"{one.nomor} `{_head(one)} …`" for one in found), 3)
            told = warning(code, f"{what}: kegiatan {named}", found[0].span, saran)
            yield at_all(told, (one.at("uraian") for one in found))


def _head(one: Kegiatan) -> str:
    return " ".join(one.uraian.split()[:3])


def tanpa_penandatanganan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in which a signature is asked for and nobody signs."""
    for sop in buku.sop:
        asked = _asking(sop)
        signed = any(MENANDATANGANI.match(one.uraian) for one in sop.kegiatan)
        if asked and not signed:
            message = f"kegiatan `{asked.nomor}` meminta tanda tangan, tidak ada yang "
            message += "menandatangani"
            saran = "tambahkan kegiatan Menandatangani …"
            yield warning("SOP213", message, asked.at("uraian"), saran)


def _asking(sop: Sop) -> Kegiatan | None:
    return next((one for one in sop.kegiatan if DIMINTA.search(one.uraian)), None)
