"""What the lines of a letterhead say: kecamatan, kabupaten, and where the office is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sopgen.model.sebutan_kantor import JENIS, split_jenis
from sopgen.takeover.casing import calmed
from sopgen.takeover.xmlread import plain

#: Where a name in a line ends.
_NAME = (
    r"(?P<nama>[A-Z][\w'’.-]*(\s+(?!KABUPATEN\b|KAB\.|KOTA\b|KECAMATAN\b|PROVINSI\b"
    r"|TAHUN\b|JALAN\b|JL\b)[A-Z][\w'’.-]*){0,3})"
)
KECAMATAN = re.compile(rf"\bKECAMATAN\s+{_NAME}")
CAMAT = re.compile(rf"\bCAMAT\s+(?!KECAMATAN\b){_NAME}")
KABUPATEN = re.compile(rf"\b(KABUPATEN|KAB\.|KOTA)\s+{_NAME}")
#: Other kinds of offices, at the beginning of a line or behind the word for its head.
LAIN = re.compile(
    r"^\s*(?:KANTOR\s+|KEPALA\s+|LURAH\s+)?(?P<jenis>(?:UPTD?\s+)?(?:DISTRIK|KAPANEWON|"
    rf"KEMANTREN|KELURAHAN|DINAS|BADAN|PUSKESMAS))\s+{_NAME}"
)
PROVINSI = re.compile(rf"\bPEMERINTAH\s+(?:DAERAH\s+)?PROVINSI\s+{_NAME}")
JALAN = re.compile(r"(?:^|[,;:]\s*)((?:jl|jln|jalan)\b.*)", re.IGNORECASE)
TELEPON = re.compile(
    r"\b(?:tele?pon|tele?p|tlp|hp)\b\.?\s*:?\s*(\(?\+?\d[\d ()/-]{5,}\d)",
    re.IGNORECASE,
)
KODE_POS = re.compile(r"\bkode\s*pos\b\.?\s*:?\s*(\d{5})|\b(\d{5})\s*$", re.IGNORECASE)
#: What comes behind the street in the same line.
BEHIND = re.compile(
    r"[\s,;–-]*\b(tele?pon|tele?p|tlp|hp|fax?|faks|kode\s*pos|e-?mail|surel|website"
    r"|laman)\b.*",
    re.IGNORECASE,
)


def kecamatan_of(lines: Sequence[str], signed: str) -> str:
    """Return the kecamatan that a letterhead names, else who signs is camat of."""
    below = signed.split("\n")
    places = ((lines, KECAMATAN), (lines, CAMAT), (below, CAMAT), (below, KECAMATAN))
    return next((nama for texts, word in places if (nama := _most(texts, word))), "")


def kabupaten_of(lines: Sequence[str]) -> str:
    """Return the kabupaten or kota that a letterhead names most often."""
    return _most(lines, KABUPATEN)


def kantor_of(lines: Sequence[str]) -> tuple[str, str]:
    """Return kind and name of an office that is no kecamatan, nothing if none is told.

    An office below a kecamatan names that one too, above its own name.
    """
    said = Counter(
        f"{found['jenis']} {found['nama'].strip(' .-')}"
        for line in lines
        for found in LAIN.finditer(plain(line).upper())
    )
    if not said:
        return "", ""
    jenis, nama = split_jenis(calmed(said.most_common(1)[0][0]))
    return (jenis.casefold() if jenis.casefold() in JENIS else jenis), nama


def wilayah_of(lines: Sequence[str]) -> str:
    """Return what kind of region a letterhead names most often, if not a kabupaten."""
    kinds = [
        "kota" if match[1] == "KOTA" else "kabupaten"
        for line in lines
        if (match := KABUPATEN.search(plain(line).upper()))
    ]
    most = Counter(kinds).most_common(1)
    if most:
        return "kota" if most[0][0] == "kota" else ""
    return "provinsi" if _most(lines, PROVINSI) else ""


def provinsi_of(lines: Sequence[str]) -> str:
    """Return the province whose own office a letterhead is."""
    return _most(lines, PROVINSI)


def address_of(lines: Iterable[str]) -> dict[str, str]:
    """Return alamat, telepon and kode_pos as far as a letterhead says them."""
    made: dict[str, str] = {}
    for key, value in _said(lines):
        made.setdefault(key, value)
    return made


def _said(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in map(plain, lines):
        street, phone = JALAN.search(line), TELEPON.search(line)
        code = KODE_POS.search(line) if street or phone else None
        code = code or re.search(r"(?i)\bkode\s*pos\b\W*(\d{5})", line)
        if street:
            bare = BEHIND.sub("", street[1])
            yield "alamat", re.sub(r"[\s,;-]*\b\d{5}$", "", bare).strip(" ,;:-")
        if phone:
            yield "telepon", phone[1].strip()
        if code:
            yield "kode_pos", next(filter(None, code.groups()))


def _most(lines: Iterable[str], pattern: re.Pattern[str]) -> str:
    """Return the name that stands most often behind a word such as KECAMATAN."""
    found = (pattern.search(plain(line).upper()) for line in lines)
    counted = Counter(match["nama"].strip(" .-") for match in found if match)
    return calmed(counted.most_common(1)[0][0]) if counted else ""
