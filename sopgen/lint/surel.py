"""Rules about addresses of mail and of web pages: are they the office's (SOP734)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.bacaan import bacaan
from sopgen.lint.kamus import known
from sopgen.lint.wilayah import JAWA_TIMUR, KOTA, TRENGGALEK
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass

#: An address of mail, or of a page of an office.
ALAMAT = re.compile(
    r"(?P<surel>[\w.+-]+@[\w.-]+\.\w{2,})"
    r"|(?P<laman>(?:https?://)?(?:[\w-]+\.)+(?:go\.id|desa\.id|web\.id|or\.id)(?:/[\w./-]*)?)",
    re.IGNORECASE,
)
#: What stands before the name of a kecamatan in an address.
KECAMATAN = re.compile(r"^(?:kantor)?(?:kecamatan|camat|kec)")
#: Words of addresses that name no region.
HAMPA = frozenset((
    "kec", "kecamatan", "camat", "kantor", "kab", "kabupaten", "kota", "pemkab",
    "pemda", "prov", "jatim", "official", "resmi", "admin", "info", "humas", "umum",
    "pelayanan", "layanan", "paten", "ptsp", "adm", "sekretariat", "www", "http",
    "https", "id", "surat", "sop", "mail", "email", "website", "web", "profil", "ppid",
))  # fmt: skip
#: Shorter names may be short forms of anything.
PENDEK = 4


@dataclass(frozen=True, slots=True)
class Nama:
    """The names of the own kecamatan and kabupaten as an address may hold them."""

    kecamatan: str
    kabupaten: str

    def shortened(self, word: str) -> bool:
        """Return whether a word has some letters of one of the names, in its order."""
        return any(_within(word, nama) for nama in (self.kecamatan, self.kabupaten))


def _within(word: str, nama: str) -> bool:
    letters = iter(nama)
    return word[:1] == nama[:1] and all(one in letters for one in word)


def alamat_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each address of mail or of a page that names another region."""
    own = _own(buku)
    for text, span in _addresses(buku):
        other = _other(text, own)
        if other:
            message = f"alamat `{text}` menyebut `{other}`, bukan kantor ini"
            saran = f"tulis alamat {buku.kecamatan.sebutan.kantor}, atau kosongkan"
            yield diagnose("SOP734", message, span, saran)


def _own(buku: Buku) -> Nama:
    both = (buku.kecamatan.sebutan.nama, buku.kecamatan.sebutan.daerah)
    return Nama(*(re.sub(r"[^a-z]", "", one.casefold()) for one in both))


def _addresses(buku: Buku) -> Iterator[tuple[str, Span]]:
    for name in ("email", "laman"):
        text = getattr(buku.kecamatan, name).strip()
        if text:
            yield text, buku.at("kecamatan", name)
    for one in bacaan(buku):
        if "@" in one.isi or ".id" in one.isi:
            for match in ALAMAT.finditer(one.isi):
                yield match[0].rstrip("."), one.span(match.start())


def _other(address: str, own: Nama) -> str:
    """Return the other region that an address names, nothing of one of the office."""
    local, at, host = address.casefold().rpartition("@")
    if not at:
        host = re.sub(r"^https?://", "", address.casefold())
        host, _, path = host.partition("/")
        local = path.replace("/", ".")
    labels = host.split(".")
    domain = next((n for n, one in enumerate(labels) if one == "go"), len(labels))
    region = labels[domain - 1] if 0 < domain < len(labels) else ""
    kabupaten = _other_kabupaten(region, own)
    if kabupaten:
        return kabupaten
    inner = labels[: domain - 1] if region else labels[:0]
    parts = [one for text in (*inner, local) for one in re.split(r"[._+\-]", text)]
    words = [re.sub(r"[0-9]", "", one) for one in parts]
    if any(own.kecamatan in one for one in ("".join(words), *words)):
        return ""
    found = (_other_kecamatan(words, n, own) for n in range(len(words)))
    return next(filter(None, found), "")


def _other_kabupaten(label: str, own: Nama) -> str:
    """Return the kabupaten of which a domain is, nothing of the own or of none."""
    nama = re.sub(r"(?:kab|kota)$|^(?:kab|kota|pemkab)-?", "", label)
    there = nama != label or nama.title() in JAWA_TIMUR | KOTA
    other = len(nama) >= PENDEK and own.kabupaten not in (nama, label)
    return label if there and other else ""


def _other_kecamatan(words: list[str], n: int, own: Nama) -> str:
    """Return a word of an address if it names another kecamatan."""
    word = words[n]
    bare = KECAMATAN.sub("", word)
    named = bare != word or (n > 0 and bool(KECAMATAN.fullmatch(words[n - 1])))
    listed = bare.title() in TRENGGALEK and own.kabupaten == "trenggalek"
    if len(bare) < PENDEK or bare in HAMPA or own.kabupaten in bare:
        return ""
    named = named and not (known(word) or known(bare) or own.shortened(bare))
    return bare if named or listed else ""
