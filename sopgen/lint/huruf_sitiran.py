"""Rules about capitals in how a regulation is cited: Undang-Undang Nomor 25 (SOP745).

Source: UU 12/2011, Lampiran II: kinds of regulations, Nomor and Tahun begin with
capitals; Undang-Undang has two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sopgen.lint.kata import words_of
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import JUDUL, at_all, listed, once, passages
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span, Teks

#: A regulation in running words, up to its number and year; of an Undang-Undang Dasar
#: there is none.
SITIRAN = re.compile(
    r"\b(?P<jenis>undang[- ]undang(?:\s+darurat)?|(?:peraturan|keputusan|instruksi)\s+"
    r"(?:pemerintah(?:\s+pengganti\s+undang[- ]undang)?|presiden|menteri|daerah|bupati|"
    r"gubernur|wali\s?kota|camat))"
    r"(?:\s+(?:(?-i:[A-Z])\w+,?|dan|dalam|negeri|republik|indonesia)){0,12}?"
    r"\s+(?P<nomor>nomor)\s+[^\s;,()]*[0-9][^\s;,()]*\s+(?P<tahun>tahun)\s+[0-9]{4}\b"
    r"|\b(?P<dasar>undang[- ]undang)\s+dasar\s+(?:negara\b|(?:tahun\s+)?1945)",
    re.IGNORECASE,
)
#: Where the title of another regulation goes on: as it was enacted.
BERJUDUL = re.compile(
    r"\btentang\s(?:(?!sebagaimana\b|jo\.?\s)[^.;()\n\0])*$", re.IGNORECASE
)
#: How far before a citation its title may begin, in letters.
PANDANG = 300
#: What every citation has.
ADA = frozenset(["nomor", "dasar"])
#: What one in small letters has.
KECIL = (
    "-undang", " undang", "nomor ", "tahun ", "pemerintah ", "presiden ", "menteri ",
    "daerah ", "bupati ", "gubernur ", "wali", "camat ",
)  # fmt: skip
#: Parts of a citation that begin with capitals.
BAGIAN = ("jenis", "nomor", "tahun", "dasar")


@once
def huruf_sitiran(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that cites a regulation in small letters."""
    for texts in _texts(buku):
        found = [
            one
            for teks in texts
            if not ADA.isdisjoint(words_of(teks.isi).kata)
            and any(one in teks.isi for one in KECIL)
            for one in _small(teks)
        ]
        if found:
            named = listed((f"`{old}` → `{new}`" for old, new, _ in found), 3)
            saran = "tulis dengan huruf besar seperti dalam judul peraturannya"
            told = diagnose("SOP745", f"ejaan: {named}", found[0][2], saran)
            yield at_all(told, (span for *_, span in found))


def _texts(buku: Buku) -> Iterator[Sequence[Teks]]:
    """Yield the texts of each place but titles, and what each decree cites."""
    for place in passages(buku):
        yield [teks for nama, teks in place.teks if nama not in JUDUL]
    for one in buku.keputusan:
        yield (*one.mengingat, *one.memperhatikan)


def _small(teks: Teks) -> Iterator[tuple[str, str, Span]]:
    """Yield what a text cites with small letters, how it should be, and where."""
    for match in SITIRAN.finditer(teks.isi):
        before = teks.isi[max(0, match.start() - PANDANG) : match.start()]
        if match[0].isupper() or BERJUDUL.search(before):
            continue
        for name in BAGIAN:
            old = match[name] and " ".join(match[name].split())
            if old and not old.isupper() and old != _proper(old):
                yield old, _proper(old), line_of(teks, match.start(name))


def _proper(words: str) -> str:
    return re.sub(r"undang[- ]undang", "Undang-Undang", words.title(), flags=re.I)
