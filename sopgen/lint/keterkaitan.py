"""Rules about the SOP that a SOP names as related (codes 1xx)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sopgen.lint.pokok import AKRONIM, HAMPA, PEMBUKA, acronyms
from sopgen.lint.sitiran import split_words
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Pokok
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
    for own, (sop, meant) in enumerate(zip(buku.sop, related(buku), strict=True)):
        for n, text in enumerate(sop.identitas.keterkaitan):
            if meant[n] == own:
                message = f"keterkaitan `{text}` adalah SOP ini sendiri"
                saran = "sebut SOP lain yang berkaitan"
                told = diagnose("SOP116", message, sop.at("keterkaitan", n), saran)
                yield told.about(Pokok.SOP, sop.id)


def keterkaitan_tak_dikenal(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that names a SOP which the book does not have.

    A SOP that belongs to another office is none of the book's.
    """
    for sop, meant in zip(buku.sop, related(buku), strict=True):
        absent = [
            (text, sop.at("keterkaitan", n))
            for n, text in enumerate(sop.identitas.keterkaitan)
            if meant[n] is None and _of_this_office(text, buku)
        ]
        if absent:
            names = listed(f"`{text}`" for text, _ in absent)
            message = f"keterkaitan tidak ada dalam buku ini: {names}"
            saran = "sebut SOP dari daftar, atau kantor lain yang memilikinya"
            sure = any(_looks_own(text, buku) for text, _ in absent)
            told = (diagnose if sure else diagnose_lightly)(
                "SOP117", message, sop.span, saran
            )
            told = told.about(Pokok.KETERKAITAN, "; ".join(_bare(t) for t, _ in absent))
            yield at_all(told, (span for _, span in absent))


def keterkaitan_tak_persis(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that calls another by part of its name, or by a word too many.

    Its short form will do, any name that the book itself has for it, and one without
    the words by which names begin.
    """
    for sop, meant in zip(buku.sop, related(buku), strict=True):
        for n, text in enumerate(sop.identitas.keterkaitan):
            place = meant[n]
            other = None if place is None else buku.sop[place]
            if other and other is not sop and not _calls(text, other):
                message = f"keterkaitan `{text}` bukan nama SOP dalam buku ini"
                saran = f"mungkin maksudnya `SOP {other.nama}`"
                told = diagnose("SOP117", message, sop.at("keterkaitan", n), saran)
                yield told.about(Pokok.KETERKAITAN, _bare(text))


def _calls(text: str, sop: Sop) -> bool:
    """Return whether a text has a name of a SOP, or short forms that tell it."""
    said = _content(text)
    names = (sop.nama, sop.nama_pendek, sop.judul_sampul, sop.judul_prosedur)
    known = [_content(one) for one in (*names, sop.identitas.judul) if one]
    short = {one.casefold() for one in AKRONIM.findall(text)} - BIASA
    if said in known:
        return True
    words = frozenset(split_words(text)) - BIASA - HAMPA - short
    opening = {word for word in words & PEMBUKA if word not in split_words(sop.nama)}
    return bool(short and short >= set(acronyms(sop.nama))) and not opening


def _content(text: str) -> frozenset[str]:
    """Return the words of a name that say what it is about."""
    return frozenset(split_words(text)) - BIASA - HAMPA - PEMBUKA


def _bare(text: str) -> str:
    """Return the words of a keterkaitan in the order of the alphabet, SOP aside."""
    return " ".join(sorted(set(split_words(text)) - BIASA))


def _of_this_office(text: str, buku: Buku) -> bool:
    """Return whether a keterkaitan names a SOP that should be in the book."""
    if NIHIL.fullmatch(text) or _of_another(text, buku):
        return False
    return bool(BERNAMA.match(text)) or len(split_words(text)) > 1


def _looks_own(text: str, buku: Buku) -> bool:
    """Return whether a text calls a SOP as this book calls its own."""
    if not BERNAMA.match(text.strip("`")):
        return False
    words = [one for one in split_words(text) if one not in BIASA]
    names = [split_words(one.nama) for one in buku.sop]
    opening = {nama[0] for nama in names if nama}
    alike = (len(set(words) & set(nama)) for nama in names)
    return words[:1] != [] and (words[0] in opening or 2 * max(alike) > len(words))


def names_office(text: str) -> bool:
    """Return whether a text names an office that has SOP of its own."""
    return bool(KANTOR.search(text))


def _of_another(text: str, buku: Buku) -> bool:
    """Return whether a keterkaitan names another office."""
    sebutan = buku.kecamatan.sebutan
    kinds = "|".join(map(re.escape, ("kecamatan", "kabupaten", "kota", sebutan.jenis)))
    own = rf"\b(?:{kinds})\s+{re.escape(sebutan.nama)}\b"
    return bool(KANTOR.search(re.sub(own, " ", text, flags=re.IGNORECASE)))


@gathered
def related(buku: Buku) -> Iterator[tuple[int | None, ...]]:
    """Yield the places of the SOP that each keterkaitan of each SOP means."""
    for sop in buku.sop:
        yield tuple(_meant(text, buku) for text in sop.identitas.keterkaitan)


def _meant(text: str, buku: Buku) -> int | None:
    """Return the SOP that a keterkaitan names: the one with the most words of it.

    Where none has most of them, one whose name holds them all or has the short form.
    What belongs to another office is none of them.
    """
    words = frozenset(split_words(text)) - BIASA
    best, most = _nearest(words, _names(buku))
    if best is None:
        best, most = _nearest(words, _other_names(buku))
    if most < 1 and _of_another(text, buku):
        return None
    return best if best is not None else _only(text, words, buku)


#: The place of a SOP, and the words of one of its names.
Nama = tuple[int, frozenset[str]]


@gathered
def _names(buku: Buku) -> Iterator[Nama]:
    for n, one in enumerate(buku.sop):
        yield n, frozenset(split_words(one.nama)) - BIASA


@gathered
def _other_names(buku: Buku) -> Iterator[Nama]:
    for n, one in enumerate(buku.sop):
        for nama in (one.nama_pendek, one.judul_sampul):
            yield n, frozenset(split_words(nama)) - BIASA


def _nearest(words: frozenset[str], names: Iterable[Nama]) -> tuple[int | None, float]:
    """Return the SOP whose name has most of some words, and how many of them."""
    best, most = None, MIRIP
    for n, own in names:
        both = len(words & own)
        share = both / max(len(words) + len(own) - both, 1)
        if share > most:
            best, most = n, share
    return best, most


def _only(text: str, words: frozenset[str], buku: Buku) -> int | None:
    """Return the only SOP whose name has all words of a text, or its short form."""
    names = [one.nama for one in buku.sop]
    holding = [
        n
        for n, nama in enumerate(names)
        if len(words) > 1 and words <= set(split_words(nama))
    ]
    if not holding:
        short = {one.casefold() for one in AKRONIM.findall(text)} - BIASA
        alike = (n for n, nama in enumerate(names) if short == set(acronyms(nama)))
        holding = [*alike] if short else []
    return holding[0] if len(holding) == 1 else None
