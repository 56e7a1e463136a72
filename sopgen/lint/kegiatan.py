"""Rules about how kegiatan are worded (codes 2xx).

Source: PermenPAN-RB 35/2012: an active verb without a subject, one kegiatan per row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sopgen.lint.kata_kerja import verb_of
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.tindakan import acts, first_verb, opening
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.ingatan import remembered
from sopgen.model.sop import Kegiatan, Sop

#: First words that name a thing, not an action: Penyerahan, Validasi, Koreksi.
BENDA = re.compile(
    r"(?!me|ber|di|ter)(?:pe\w{3,}an|ke\w{3,}an|\w{3,}(?:asi|isi|ksi))\b", re.IGNORECASE
)
#: A verb of what is done to a thing, not by whom; nouns that look like one aside.
PASIF = re.compile(
    r"di(?!sposisi|nas\b|ri\b|skusi|stribusi|spensasi|splay|sket|siplin|ktum|agram|"
    r"gital|rektur|rektorat|klat|pa\b|alog|visi|mensi|nding|nda\b|plom|stri[kc]|a\b|et\b)"
    r"-?\w{3,}|ter(?:catat|kirim|simpan|susun|laksana|input|verifikasi|daftar|bit\b|"
    r"kumpul|hubung|tandatangan\w*|sampaikan)",
    re.IGNORECASE,
)
OLEH = "oleh "
#: What is told of a kegiatan that should begin with another word: its verb.
TANPA_VERBA = frozenset({"SOP211", "SOP215", "SOP216"})
#: Who does something, at the end of a text.
PELAKU = re.compile(
    r"[\s(]+oleh\s+(?:(?:para|pihak|bapak|pak|ibu|bu)\s+)?"
    r"(?P<siapa>[\w/&. -]+?)[\s.)]*$",
    re.IGNORECASE,
)
JABATAN = re.compile(
    r"(?:camat|sekcam|sekretaris|kasi|kasubb?ag|kepala|petugas|staf|operator|pengelola|"
    r"pengadministrasi\w*|pelaksana|pemohon|lurah|tim)\b",
    re.IGNORECASE,
)
#: A passive: what is said to be done by somebody is done to something else.
DIKENAI = re.compile(r"\b(?:di(?!nas\b|ri\b|sposisi)\w{3,}|ter\w{4,})\b", re.IGNORECASE)
#: What somebody does, as a noun, just before it is said who.
PERBUATAN = re.compile(
    r"\b(?:\w{5,}an|hasil|(?:verifik|valid|legalis|konfirm|evalu|klarifik|"
    r"otoris|koordin|fasilit|mediasi|inspek|supervi|disposi|korek|instruk|inform)\w*|"
    r"paraf|tanda\s+tangan|arahan|usul\w*|laporan|surv\w+|tinjauan|catatan)"
    r"(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
#: So many words into a text its verb is looked for.
AWAL = 5
DIMINTA = re.compile(r"\bpenandatanganan\b", re.IGNORECASE)
MENANDATANGANI = re.compile(r"\s*(?:menandatangani|penandatanganan)\b", re.IGNORECASE)


def bukan_kata_kerja(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that begin with a noun."""
    yield from _told(
        buku,
        lambda one: bool(BENDA.match(one.uraian)),
        "SOP211",
        "uraian diawali kata benda",
        "awali dengan kata kerja",
    )


def uraian_pasif(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that say what is done, not what one does."""
    yield from _told(
        buku,
        lambda one: _fault(one.uraian) == "pasif",
        "SOP215",
        "uraian pasif",
        "pakai kata kerja aktif",
    )


def uraian_tanpa_kata_kerja(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that begin with no active verb."""
    yield from _told(
        buku,
        lambda one: _fault(one.uraian) == "tanpa",
        "SOP216",
        "uraian tidak diawali kata kerja aktif",
        "awali dengan kata kerja, tanpa pelaku",
    )


@remembered(5000)
def _fault(uraian: str) -> str:
    """Return what is wrong with the verb of a kegiatan: ``pasif``, ``tanpa``, nothing.

    Nouns that are told already are none of these.
    """
    text = opening(uraian)
    if uraian and not re.search(r"\w", uraian):
        return "tanpa"
    if not text or BENDA.match(uraian) or first_verb(text):
        return ""
    words = text.split()[:AWAL]
    return "pasif" if any(map(PASIF.match, words)) else "tanpa"


def uraian_berpelaku(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that say at their end by whom they are done.

    Behind a passive, or a noun of an action, it says who does another thing.
    """
    for sop in buku.sop:
        lanes = [frozenset(_words(one.nama)) for one in sop.pelaksana]
        own = {one.baris: lanes[one.lajur] for one in reversed(sop.langkah)}
        found = [
            row for n, row in enumerate(sop.kegiatan)
            if OLEH in row.uraian and _by_whom(row.uraian, lanes, own.get(n))
        ]  # fmt: skip
        if found:
            named = listed((f"{one.nomor} `{_tail(one)}`" for one in found), 3)
            message = f"uraian menyebut pelakunya: kegiatan {named}"
            saran = "hapus oleh dan pelakunya; pelaksana sudah ada pada kolomnya"
            told = diagnose("SOP215", message, found[0].span, saran)
            yield at_all(told, (one.at("uraian") for one in found))


def _by_whom(
    uraian: str, lanes: Sequence[frozenset[str]], own: frozenset[str] | None
) -> bool:
    """Return whether an active kegiatan names a pelaksana as the one who does it."""
    match = PELAKU.search(uraian)
    before = uraian[: match.start()] if match else ""
    if match is None or not first_verb(opening(before)) or DIKENAI.search(before):
        return False
    said = frozenset(_words(match["siapa"]))
    if own is not None and said and (said <= own or own <= said):
        return True
    known = any(said and said <= one for one in lanes) or JABATAN.match(match["siapa"])
    return bool(known) and not PERBUATAN.search(before)


def _words(nama: str) -> list[str]:
    return re.findall(r"[a-z]+", nama.casefold())


def _tail(one: Kegiatan) -> str:
    return " ".join(one.uraian.split()[-3:])


def dua_tindakan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that are two actions."""
    yield from _told(
        buku,
        lambda one: acts(one.uraian) > 1,
        "SOP212",
        "dua tindakan dalam satu kegiatan",
        "satu tindakan satu baris",
    )


def _told(
    buku: Buku, wrong: Callable[[Kegiatan], bool], code: str, what: str, saran: str
) -> Iterator[Diagnostic]:
    """Yield one finding for each SOP that has kegiatan which are wrong."""
    for sop in buku.sop:
        found = [one for one in sop.kegiatan if wrong(one)]
        if found:
            named = listed((f"{one.nomor} `{_head(one)} …`" for one in found), 3)
            message = f"{what}: kegiatan {named}"
            verbs = _verbs(found) if code in TANPA_VERBA else ""
            told = diagnose(code, message, found[0].span, f"{saran}{verbs}")
            yield at_all(told, (one.at("uraian") for one in found))


def _verbs(rows: Iterable[Kegiatan]) -> str:
    """Return the verbs that are sure by the words with which kegiatan begin."""
    sure = (verb_of(one.uraian) for one in rows)
    named = listed((f"`{one[0]}` → `{one[1]}`" for one in sure if one), 3)
    return f": {named}" if named else ""


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
            yield diagnose("SOP213", message, asked.at("uraian"), saran)


def _asking(sop: Sop) -> Kegiatan | None:
    return next((one for one in sop.kegiatan if DIMINTA.search(one.uraian)), None)
