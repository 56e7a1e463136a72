"""Names that are written in capitals → names as they stand in a sentence."""

from __future__ import annotations

import re

#: Words that stay small within a name.
SMALL = frozenset(
    (
        "dan", "atau", "di", "ke", "dari", "untuk", "pada", "dengan", "yang", "dalam",
        "oleh", "bagi", "atas", "serta", "bukan",
    )
)  # fmt: skip
#: Abbreviations that one would read as words.
CAPITALS = frozenset(
    (
        "ASN", "BPD", "BPJS", "IUMK", "IMB", "KK", "KTP", "NIB", "OSS", "PNS", "RT",
        "RW", "SOP", "AP", "SKCK", "SKTM", "SPPIRT", "PIRT", "TNI", "POLRI", "UMKM",
        "APBD", "APBDES", "BLT", "PKH", "NPWP", "SPJ", "SPPD", "ATK", "DPA", "RKA",
        "PBB", "SKPD", "OPD", "TU", "LPJ", "PKK", "SIPD", "DPMPTSP", "SKU", "SKP",
        "BUMD", "BUMDES", "LKPJ", "LPPD", "RPJMD", "RKPD",
    )
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
VOWEL = re.compile("[AIUEO]")


def is_shouted(text: str) -> bool:
    """Return whether a text is in capitals throughout."""
    return text == text.upper() and text != text.lower()


def calmed(text: str) -> str:
    """Return a text in capitals as a name: PENGELOLAAN SURAT → Pengelolaan Surat."""
    if not is_shouted(text):
        return text

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        bracketed = text[: match.start()].endswith("(")
        closed = text[match.end() :].startswith(")")
        if word in CAPITALS or (bracketed and closed) or not VOWEL.search(word):
            return word
        if match.start() and word.casefold() in SMALL:
            return word.casefold()
        return word.capitalize()

    return WORD.sub(cased, text)


def slug(text: str, room: int = 40) -> str:
    """Return a name as the id of a SOP: small letters and digits, joined by -."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    made = ""
    for word in words:
        if made and len(made) + len(word) >= room:
            break
        made = f"{made}-{word}" if made else word[:room]
    return made
