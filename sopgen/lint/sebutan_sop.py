"""Find SOP that decrees and chapters name and the book does not have (SOP753)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.bacaan import Bacaan, wacana
from sopgen.lint.butir import BUKAN_BUKU
from sopgen.lint.kata import words_of
from sopgen.lint.keterkaitan import names_office
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic

#: A SOP with its name in capitals, as far as it goes.
BERNAMA = re.compile(
    r"\bSOP\s+(?P<nama>[A-Z][\w/-]+(?:\s+(?:(?:dan|atau|untuk|secara|bagi)\s+)?"
    r"[A-Z(][\w/()-]+)+)"
)
#: An item of a list: lists of SOP are compared as a whole.
BUTIR = re.compile(r"^[ \t]*(?:[0-9]{1,3}|[a-z])[.)][ \t]+(?:SOP[ \t]+)?\Z")
#: By what names of many things begin that are no SOP of their own.
UMUM = frozenset(("pelayanan", "penyelenggaraan", "administrasi", "kecamatan"))
KALIMAT = re.compile(r"(?<=[.;:])\s")
PENDEK = 4
#: So near stands what sets a SOP apart, in letters.
DEKAT = 40


def sop_tak_ada(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that a text names like those of the book, and that is not there.

    Its name begins like theirs and has a word that none of them has.
    """
    names = [words_of(f"{one.nama} {one.nama_pendek}").kata for one in buku.sop]
    firsts = {one.nama.casefold().split()[0] for one in buku.sop if one.nama.split()}
    for one in wacana(buku):
        if one.dasar or "SOP " not in one.isi:
            continue
        for match in BERNAMA.finditer(one.isi):
            nama = " ".join(match["nama"].split()).rstrip("(")
            first = nama.casefold().split()[0]
            known = first not in firsts - UMUM or not _strange(nama, names, buku)
            if known or _set_apart(one, match):
                continue
            message = f"SOP yang disebut tidak ada dalam buku: `SOP {nama}`"
            saran = "samakan dengan nama dalam daftar SOP, atau tambahkan SOP itu"
            yield diagnose("SOP753", message, one.span(match.start()), saran)


def _strange(nama: str, names: list[frozenset[str]], buku: Buku) -> bool:
    """Return whether a name has a word that is in none of the book's."""
    own = f"{buku.kecamatan.sebutan.lengkap} kecamatan kabupaten tahun"
    every = words_of(own).kata.union(*names)
    words = words_of(nama).kata
    return any(len(word) >= PENDEK and word not in every for word in words)


def _set_apart(one: Bacaan, match: re.Match[str]) -> bool:
    """Return whether a SOP is named as one of somebody else, or of another time."""
    before = KALIMAT.split(one.isi[: match.start()])[-1]
    after = KALIMAT.split(one.isi[match.end() :])[0]
    line = one.isi[: match.start()].rpartition("\n")[2]
    other = BUKAN_BUKU.search(before[-DEKAT:]) or BUKAN_BUKU.search(after[:DEKAT])
    return bool(other or BUTIR.match(line) or names_office(match[0] + after))
