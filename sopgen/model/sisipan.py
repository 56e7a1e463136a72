"""What stands in square brackets for something that sopgen prints: ``[daftar SOP]``.

Written on a line of its own, or as an item, it stands for the numbered list of the
book's SOP, which ends in the sign behind it or a full stop.  Capitals and spaces do not
matter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from sopgen.model.nilai import dataclass
from sopgen.model.salah_ketik import near

#: How it is written.
DAFTAR_SOP = "[daftar SOP]"
TEPAT = re.compile(r"\[\s*daftar\s*sop\s*\]", re.IGNORECASE)
#: A line that says nothing else, with the sign of an item before it or none.
BARIS = re.compile(
    r"^(?P<awal>[ \t]*)(?:(?:[-•*]|[0-9]{1,3}[.)]|[a-z][.)])[ \t]+)?"
    r"\[\s*daftar\s*sop\s*\][ \t]*(?P<akhir>[.;]?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
#: Brackets with words in them, which no link, note or box to tick has.
KURUNG = re.compile(r"(?<![!\[\w])\[(?P<isi>[^\[\]\n{}]{1,80})\](?![(\[])")
#: A bracket that is not closed, or not opened; or brackets of another kind.
TERBUKA = re.compile(
    r"\[[ \t]*daftar[ \t_-]*sop\b[^\[\]\n]*$|(?<!\[)\bdaftar[ \t_-]*sop[ \t]*\]"
    r"|(?<!\{)\{[ \t]*daftar[ \t_-]*sop[ \t]*\}(?!\})"
    r"|^[ \t]*[(<«][ \t]*daftar[ \t_-]*sop[ \t]*[)>»][ \t]*[.;]?$",
    re.IGNORECASE | re.MULTILINE,
)
#: How what is meant to be filled in begins, and what to write for it.
DIISI = (
    (re.compile(r"\bjumlah\b.*\bsop\b", re.I), "{{ sop | length }}"),
    (re.compile(r"\bsop\b", re.I), DAFTAR_SOP),
    (re.compile(r"^(?:nama )?kecamatan\b", re.I), "{{ kecamatan.nama }}"),
    (re.compile(r"^(?:nama )?kabupaten\b", re.I), "{{ kecamatan.kabupaten }}"),
    (re.compile(r"^tahun\b", re.I), "{{ tahun }}"),
    (re.compile(r"^nomor keputusan\b", re.I), "{{ keputusan.nomor }}"),
    (re.compile(r"^tanggal keputusan\b", re.I), "{{ keputusan.tanggal }}"),
    (re.compile(r"^daftar\b", re.I), DAFTAR_SOP),
)
#: Words of that.
KATA = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Meleset:
    """Brackets that stand for nothing: from where to where, and what seems meant."""

    awal: int
    akhir: int
    tertulis: str
    maksud: str

    @property
    def menyela(self) -> bool:
        """Return whether it is well written, but within a sentence."""
        return TEPAT.fullmatch(self.tertulis) is not None


def is_meant(isi: str) -> bool:
    """Tell whether the words in brackets seem to mean the list of SOP."""
    return _meant(isi) == DAFTAR_SOP


def find_missed(text: str) -> Iterator[Meleset]:
    """Yield the brackets of a text that look like one and are none."""
    good = [match.span() for match in BARIS.finditer(text)]
    for match in sorted(_brackets(text), key=lambda one: one.start()):
        before = bisect_right(good, (match.start(), len(text))) - 1
        within = before >= 0 and match.end() <= good[before][1]
        if not within and (meant := _meant(match[0])):
            yield Meleset(*match.span(), match[0].strip(), meant)


def _brackets(text: str) -> Iterator[re.Match[str]]:
    if any(sign in text for sign in "[]{(<«"):
        yield from KURUNG.finditer(text)
        yield from TERBUKA.finditer(text)


def _meant(isi: str) -> str:
    """Return what to write for what stands in brackets, or nothing."""
    words = " ".join(KATA.findall(isi))
    if near(words, DAFTAR_SOP):
        return DAFTAR_SOP
    return next((maksud for begin, maksud in DIISI if begin.search(words)), "")
