"""Find the names of regulations in a text: ``UU No. 25 Th 2009`` and its like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sopgen.model.bentuk_peraturan import BENTUK, sebutan_of, split_words
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import TANPA_NOMOR

#: How a name begins: in full, or shortened.
PANJANG = (
    r"Peraturan\sPemerintah\sPengganti\sUndang[\s-]{1,3}Undang|Undang[\s-]{1,3}Undang"
    r"|Peraturan|Keputusan|Instruksi|Ketetapan|Surat\sEdaran"
)
PENDEK = (
    r"UU|PP|PMK|KMK|PMA|TAP|(?-i:SE)|Perp?pu|In(?:pres|men)\w*"
    r"|Per(?:men|da|bup|wa|gub|ka|pol|pres|ban|lem|bpom|anri|lkpp|bkn|lan|bps|bssn)[\w-]*"
    r"|Kep(?:men|pres|res|bup|gub|wal)[\w-]*"
)
#: Words that no name goes on with: another one begins, or the number comes.
LAIN = (
    r"Undang|Peraturan|Keputusan|Instruksi|Ketetapan|Surat|Nom[oe]r|No|Tahun|Thn|Th"
    r"|tentang|UU|PP|PMK|(?-i:SE)|Perp?pu|Perpres|Perda|Perbup|Perwali|Pergub|Perka|Perkap"
    r"|Perpol|Permen\w*|Inpres|Kepp?res"
)
TAHUN = r"(?:Tahun|Thn\.?|Th\.?)"
NAMA = re.compile(
    rf"\b(?P<bentuk>(?:{PANJANG}|{PENDEK})\.?(?:[\s,]\s?(?!(?:{LAIN})\b)[^\s,;:]{{1,40}})"
    r"{0,16}?),?\s?"
    rf"(?:\b(?P<kata>Nom[oe]r|No\.?|Nmr\.?|Nr\.?)\s?:?\s?(?P<nomor>[A-Z0-9][\w./-]*)"
    rf"(?:,?\s(?P<pada>{TAHUN})\s?(?P<tahun>[12][0-9]{{3}}))?"
    rf"|\b(?P<angka>[0-9]{{1,4}}[A-Z]?)(?:\s?/\s?|\s{TAHUN}\s?)"
    r"(?P<kapan>[12][0-9]{3})\b(?!/))",
    re.IGNORECASE,
)
#: The constitution has no number.
UUD = re.compile(
    r"\b(?:Undang[\s-]{1,3}Undang\sDasar|UUD)"
    r"(?:\s(?:Negara|Republik|Indonesia|RI|NRI|NKRI|Tahun))*\s(?P<tahun>1945)\b",
    re.IGNORECASE,
)
#: Without a digit no regulation is named.
ANGKA = re.compile(r"[0-9]")
#: A number and its year in one: ``25/2009``.
BERSAMA = re.compile(r"([0-9]{1,4}[A-Z]?)/([12][0-9]{3})", re.IGNORECASE)
#: What stands before the name of a region.
WILAYAH = {
    "kabupaten": "Kabupaten", "kab": "Kabupaten", "kota": "Kota",
    "provinsi": "Provinsi", "propinsi": "Provinsi", "prov": "Provinsi",
}  # fmt: skip
#: The kind of a region's regulation by the kind of its region.
PERDA = {"Kabupaten": "Perda", "Kota": "PerdaKota", "Provinsi": "PerdaProv"}
NEGARA = (("Republik", "Indonesia"), ("RI",))
#: Words that are no name even when they stand alone.
BUKAN_NAMA = frozenset((
    "ini", "itu", "tersebut", "dimaksud", "dengan", "yang", "baru", "lama", "berikut",
    "dan", "atau", "sesuai", "serta",
))  # fmt: skip
#: So many words may name a region or who issued something.
TERPANJANG = 14


@dataclass(frozen=True, slots=True)
class Tulisan:
    """The name of a regulation in a text: what it says, and from where to where.

    ``singkat`` says that it is not written in full.
    """

    jenis: str
    nomor: str
    tahun: int | None
    daerah: str
    singkat: bool
    nama: str
    awal: int
    akhir: int


@remembered(2000)
def read_tulisan(flat: str) -> tuple[Tulisan, ...]:
    """Return every name of a regulation in a text without line breaks, in its order."""
    if not ANGKA.search(flat):
        return ()
    found = chain(
        filter(None, map(_read, NAMA.finditer(flat))), _read_constitution(flat)
    )
    return tuple(sorted(found, key=lambda one: one.awal))


def _read_constitution(flat: str) -> Iterator[Tulisan]:
    for match in UUD.finditer(flat):
        yield Tulisan(
            "UUD", TANPA_NOMOR, int(match["tahun"]), "", False, match[0], *match.span()
        )


def _read(match: re.Match[str]) -> Tulisan | None:
    """Return what a name says, or nothing if it names no kind that is known."""
    words = _split_words(match["bentuk"])
    found = sebutan_of(words)
    if found is None:
        return None
    rest, wilayah = _read_behind(match["bentuk"], found.panjang)
    if not _is_proper(rest):
        return None
    jenis = PERDA.get(wilayah, found.kode) if found.kode == "Perda" else found.kode
    bentuk = BENTUK[jenis]
    nomor, tahun, short = _read_numbers(match)
    return Tulisan(
        jenis,
        nomor,
        tahun,
        " ".join(rest) if bentuk.berdaerah or bentuk.penerbit else "",
        found.singkat or short,
        match[0].rstrip(" .,;"),
        *match.span(),
    )


def _split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name without remarks in brackets."""
    return split_words(re.sub(r"\([^()]*\)", " ", text))


def _read_behind(text: str, count: int) -> tuple[list[str], str]:
    """Return the words behind the name of a kind, and what sort of region they name."""
    text = re.sub(r"\([^()]*\)", " ", text)
    ends = [match.end() for match in re.finditer(r"\w+", text)]
    rest = text[ends[count - 1] :].replace(".", " ").strip(" -/,").split()
    for words in NEGARA:
        if tuple(rest[: len(words)]) == words:
            rest = rest[len(words) :]
    wilayah = WILAYAH.get(rest[0].casefold(), "") if rest else ""
    return (rest[1:] if wilayah else rest), wilayah


def _is_proper(rest: list[str]) -> bool:
    """Return whether words behind a kind can be a name: they begin with capitals.

    One word may lack its capital.
    """
    if len(rest) == 1:
        return rest[0].casefold() not in BUKAN_NAMA
    return len(rest) <= TERPANJANG and all(
        one[:1].isupper() or one in ("dan", "serta", "/") for one in rest
    )


def _read_numbers(match: re.Match[str]) -> tuple[str, int | None, bool]:
    """Return number and year, and whether they are shortened."""
    if match["angka"]:
        return match["angka"], int(match["kapan"]), True
    nomor = match["nomor"].rstrip(".,;/-")
    short = match["kata"].casefold() != "nomor"
    if together := BERSAMA.fullmatch(nomor):
        return together[1], int(together[2]), True
    if match["tahun"]:
        short = short or match["pada"].casefold() != "tahun"
        return nomor, int(match["tahun"]), short
    inner = re.search(r"/([12][0-9]{3})$", nomor)
    return nomor, int(inner[1]) if inner else None, short
