"""Rules about the SOP that a SOP names as related (codes 1xx)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sopgen.lint.pokok import AKRONIM, acronyms
from sopgen.lint.sitiran import split_words
from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Sop

#: Who else has SOP: what names another office, by its kind and its name.
KANTOR = re.compile(
    r"(?<!erjalanan )(?<!urat )(?<!umah )(?<!askah )(?<!endaraan )"
    r"\b(?:Dinas|Badan(?! Usaha)|Kantor|Kecamatan|Kelurahan|Desa|Bagian|Kabupaten|Kota|"
    r"Provinsi|Kementerian|Bank|Perum)\s+[A-Z]"
    r"|\b(?i:polsek|polres|kepolisian|koramil|kodim|puskesmas|rsud|rumah sakit|kua|"
    r"sekretariat daerah|setda|inspektorat|satpol|bappe\w+|\w*dukcapil|disdik\w*|"
    r"dishub|diskominfo|dispora|disnaker\w*|disperindag|disbudpar|dinkes|dinsos|dpm\w*|"
    r"bkp?sdm|bkd|bpkad|bpn|bpbd|bps|bpjs|bnn|bpom|kpu|bawaslu|uptd?|pengadilan|"
    r"kejaksaan|pemkab|pemprov|pln|pdam)\b"
)
NIHIL = re.compile(r"\W*(?:tidak\s+ada|nihil|belum\s+ada|\w?)\W*", re.IGNORECASE)
BERNAMA = re.compile(r"\s*(?:sop|prosedur|standar\s+operasional)\b", re.IGNORECASE)
#: Words before the name of a SOP.
BIASA = {"sop", "prosedur"}
#: How many words of two names must be the same.
MIRIP = 0.7


def keterkaitan_sendiri(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that names itself as related."""
    for sop in buku.sop:
        for n, text in enumerate(sop.identitas.keterkaitan):
            if meant(text, buku) is sop:
                message = f"keterkaitan `{text}` adalah SOP ini sendiri"
                saran = "sebut SOP lain yang berkaitan"
                yield diagnose("SOP116", message, sop.at("keterkaitan", n), saran)


def keterkaitan_tak_dikenal(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that names a SOP which the book does not have.

    A SOP that belongs to another office is none of the book's.
    """
    for sop in buku.sop:
        absent = [
            (f"`{text}`", sop.at("keterkaitan", n))
            for n, text in enumerate(sop.identitas.keterkaitan)
            if _of_this_office(text, buku) and meant(text, buku) is None
        ]
        if absent:
            names = listed(text for text, _ in absent)
            message = f"keterkaitan tidak ada dalam buku ini: {names}"
            saran = "sebut SOP dari daftar, atau kantor lain yang memilikinya"
            told = diagnose("SOP117", message, sop.span, saran)
            yield at_all(told, (span for _, span in absent))


def _of_this_office(text: str, buku: Buku) -> bool:
    """Return whether a keterkaitan names a SOP that should be in the book."""
    if NIHIL.fullmatch(text) or _of_another(text, buku):
        return False
    return bool(BERNAMA.match(text)) or len(split_words(text)) > 1


def _of_another(text: str, buku: Buku) -> bool:
    """Return whether a keterkaitan names another office."""
    own = rf"\b(?:kecamatan|kabupaten|kota)\s+{re.escape(buku.kecamatan.nama)}\b"
    return bool(KANTOR.search(re.sub(own, " ", text, flags=re.IGNORECASE)))


def meant(text: str, buku: Buku) -> Sop | None:
    """Return the SOP that a keterkaitan names: the one with the most words of it.

    Where none has most of them, one whose name holds them all or has the short form.
    What belongs to another office is none of them.
    """
    words = set(split_words(text)) - BIASA
    best, most = _nearest(words, [(one, one.nama) for one in buku.sop])
    if best is None:
        others = [(s, n) for s in buku.sop for n in (s.nama_pendek, s.judul_sampul)]
        best, most = _nearest(words, others)
    if most < 1 and _of_another(text, buku):
        return None
    return best or _only(text, words, buku)


def _nearest(
    words: set[str], names: Iterable[tuple[Sop, str]]
) -> tuple[Sop | None, float]:
    """Return the SOP whose name has most of some words, and how many of them."""
    best, most = None, MIRIP
    for sop, nama in names:
        own = set(split_words(nama)) - BIASA
        share = len(words & own) / max(len(words | own), 1)
        if share > most:
            best, most = sop, share
    return best, most


def _only(text: str, words: set[str], buku: Buku) -> Sop | None:
    """Return the only SOP whose name has all words of a text, or its short form."""
    holding = [
        s for s in buku.sop if len(words) > 1 and words <= set(split_words(s.nama))
    ]
    if not holding:
        short = {one.casefold() for one in AKRONIM.findall(text)} - BIASA
        holding = [s for s in buku.sop if short and short == set(acronyms(s.nama))]
    return holding[0] if len(holding) == 1 else None
