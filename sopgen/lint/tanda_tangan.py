"""Rules about officials whom texts name: whether it is they who sign (codes 1xx)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.identitas import signing
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok
from sopgen.model.ingatan import remembered
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat, nip_digits

#: Titles before and behind a name.
DEPAN = r"(?:(?:Drs|Dra|Drg|dr|Dr|Ir|Prof|H|Hj|KH|R)(?:\.,?[ ]*|[ ]+))"
GELAR = "SH|SE|ST|SSos|SSTP|SKM|SPd|SIP|SAP|MM|MH|MSi|MAP|MPd|AMd|AKS"
SINGKATAN = r"[A-Z][A-Za-z]{0,4}\."
BELAKANG = rf"(?:,\s*(?:(?:{SINGKATAN}\s?)+(?:[A-Z][A-Za-z]{{0,4}}\.?)?|(?:{GELAR})\b))"
#: A name of capitals or with titles: ``Drs. H. SUPRIYADI, M.M.``, ``SRI WAHYUNI``.
KATA_NAMA = r"(?:[A-Z][A-Za-z'’.-]*)"
NAMA = re.compile(
    rf"(?P<depan>{DEPAN}*)(?P<inti>{KATA_NAMA}(?:[ ]{KATA_NAMA}){{0,5}})"
    rf"(?P<belakang>{BELAKANG}*)"
)
#: Lines of a signature that are no name: a blank to sign in, a stamp.
SELA = re.compile(
    r"\s*(?:ttd\.?|[.…_\s]*|cap\b.*|\(?tanda\s+tangan.*|(?:kabupaten|kecamatan|selaku)\b"
    r".*)\s*",
    re.IGNORECASE,
)
#: What may stand before a jabatan on its own line.
KAPASITAS = re.compile(r"[ \t*_]*(?:(?:plt|plh|pj|an|a\.n)\.?[ \t]*)?\Z", re.IGNORECASE)
#: The rank that stands between a name and its NIP.
PANGKAT = re.compile(r"\s*(?:pembina|penata|pengatur|juru)\b", re.IGNORECASE)
#: Behind a name: that somebody signs or acts in a capacity.
SELAKU = re.compile(r"\s*,?\s*\(?(?:selaku|sebagai)\s+\Z", re.IGNORECASE)
NIP = re.compile(r"\s*NIP\.?\s*:?\s*(?P<nip>[0-9][0-9 .]{16,24})", re.IGNORECASE)
#: Of whom a text speaks as of one who held the post before or will.
DAHULU = re.compile(
    r"\b(?:mantan|bekas|pertama|kedua|terdahulu|sebelumnya|dahulu|semasa|saat\s+itu|"
    r"pendahulu|periode|sejak|tahun\s+[0-9]{4}|almarhum\w*|alm\.)\b",
    re.IGNORECASE,
)
BUKAN_NAMA = re.compile(
    r"(?:Kabupaten|Kecamatan|Provinsi|Jalan|Jl|Desa|Sekretaris|Kepala|Kasi|Kasubag|Nomor)\b",
    re.IGNORECASE,
)
#: So many lines behind a jabatan the name may stand.
BARIS = 5
#: So far before a jabatan the name may stand, in letters.
JAUH = 90


@dataclass(frozen=True, slots=True)
class Tertanda:
    """A signature in a text: whose jabatan, which name or NIP, and where."""

    jabatan: str
    nama: str
    nip: str
    mulai: int


def pejabat_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each signature typed in a text with another name than the official's."""
    known = tuple(one for one in signing(buku) if one.nama.strip())
    if not known:
        return
    for one in bacaan(buku):
        if one.dasar:
            continue
        if one.tempat.startswith("SOP "):
            yield from _acting(one, known)
        else:
            yield from _signed_otherwise(one, known)


def _acting(one: Bacaan, known: Iterable[Pejabat]) -> Iterator[Diagnostic]:
    """Yield who is named in a row or a list as one who acts as an official."""
    if "selaku" in one.isi or "sebagai" in one.isi:
        yield from _signed_otherwise(one, known)


def _signed_otherwise(one: Bacaan, known: Iterable[Pejabat]) -> Iterator[Diagnostic]:
    for pejabat in known:
        head = _head(pejabat.jabatan)
        for match in head.finditer(one.isi):
            signed = _before(one.isi, match, pejabat) or _behind(
                one.isi, match, pejabat
            )
            if signed and not _same(signed, pejabat):
                told = f"NIP {signed.nip}" if signed.nip else signed.nama
                message = (
                    f"`{told}` ditulis sebagai {pejabat.jabatan}, pejabatnya "
                    f"{pejabat.nama}"
                )
                saran = f"hapus, atau samakan dengan {isian('nama')} pejabat itu"
                found = diagnose("SOP178", message, one.span(signed.mulai), saran)
                yield found.about(Pokok.KATA, told)


@remembered(64)
def _head(jabatan: str) -> re.Pattern[str]:
    """Return the pattern of a jabatan, its region aside, however it is written."""
    first, *rest = jabatan.split()
    firsts = "|".join(re.escape(one) for one in (first.title(), first.upper(), first))
    more = rf"(?:[ \t]+(?i:{'[ ]'.join(map(re.escape, rest))}))?" if rest else ""
    return re.compile(rf"\b(?:{firsts}){more}\b[ \t*_]*[,:]?[ \t*_]*")


def _before(text: str, match: re.Match[str], pejabat: Pejabat) -> Tertanda | None:
    """Return the name with titles of whom a sentence calls the official."""
    start = max(0, match.start() - JAUH)
    head = text[start : match.start()]
    acting = SELAKU.search(head)
    said = f"{head} {text[match.end() :][:80]}"
    if acting is None or DAHULU.search(said):
        return None
    names = [
        one
        for one in NAMA.finditer(head, 0, acting.start())
        if acting.start() - one.end() <= 1 and (one["depan"] or one["belakang"])
    ]
    if not names or BUKAN_NAMA.match(names[-1]["inti"]):
        return None
    name = names[-1]
    return Tertanda(pejabat.jabatan, name[0].strip(" ,"), "", start + name.start())


def _behind(text: str, match: re.Match[str], pejabat: Pejabat) -> Tertanda | None:
    """Return the name that follows a jabatan: in its line, or in the next ones."""
    rest, _, below = text[match.end() :].partition("\n")
    before = text[max(0, match.start() - 60) : match.start()]
    if rest:
        return _in_line(rest, match, before, pejabat)
    if not KAPASITAS.match(before.rpartition("\n")[2]):
        return None
    start = match.end() + 1
    name = ""
    for line in below.split("\n")[:BARIS]:
        if found := NIP.match(line):
            return Tertanda(pejabat.jabatan, name, found["nip"].strip(), start)
        if not name and (name := _name(line)):
            signed = Tertanda(pejabat.jabatan, name, "", start)
            if not _same(signed, pejabat):
                return signed
        elif not (SELA.fullmatch(line) or PANGKAT.match(line)):
            break
        start += len(line) + 1
    return None


def _in_line(
    rest: str, match: re.Match[str], before: str, pejabat: Pejabat
) -> Tertanda | None:
    """Return a name with titles behind a jabatan in a sentence."""
    found = NAMA.match(rest, len(rest) - len(rest.lstrip(" (")))
    said = f"{before.rpartition('.')[2]} {rest[:80]}"
    if found is None or DAHULU.search(said):
        return None
    if BUKAN_NAMA.match(found["inti"]) or not (found["depan"] or found["belakang"]):
        return None
    return Tertanda(
        pejabat.jabatan, found[0].strip(" ,"), "", match.end() + found.start()
    )


def _name(line: str) -> str:
    """Return a line that is nothing but a name, in capitals or with titles."""
    text = line.strip(" \t*_()")
    found = NAMA.fullmatch(text)
    if found is None:
        return ""
    titled = bool(found["depan"] or found["belakang"])
    return text if titled or (text.isupper() and len(text.split()) > 1) else ""


def _same(signed: Tertanda, pejabat: Pejabat) -> bool:
    """Return whether a signature is that of an official."""
    if signed.nip:
        digits = nip_digits(pejabat.nip)
        return not digits or nip_digits(signed.nip) == digits
    return _core(signed.nama) == _core(pejabat.nama)


def _core(nama: str) -> str:
    """Return a name without titles, in small letters."""
    found = NAMA.match(nama.strip())
    core = found["inti"] if found else nama.partition(",")[0]
    return " ".join(re.findall(r"[a-z']+", core.casefold()))
