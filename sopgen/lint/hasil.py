"""Rules about kelengkapan and outputs that are acts, not things (codes 4xx).

Source: PermenPAN-RB 35/2012, Lampiran: kelengkapan is what is worked with, the output
what comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sopgen.lint.kamus import derived
from sopgen.lint.pokok import each_word
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.tindakan import AKTIF, first_verb, opening
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.ingatan import remembered
from sopgen.model.sop import Kegiatan

#: A verb, and what is done to: words that begin with a preposition are no thing.
KERJA = re.compile(
    rf"(?P<kerja>{AKTIF})\s*(?P<benda>(?!(?:ke|di|dari|pada|untuk|oleh|dengan)\w*\b)\w.*)?",
    re.IGNORECASE | re.DOTALL,
)
#: Things that are called as if somebody did something, and who has seen a paper.
BUKAN_TINDAKAN = each_word(
    "mebel medali mediasi mediator megah mekanik mekar memori menara mercon meridian "
    "mesjid mesra metodologi meubel menjangan memang mestinya menjelang menuju "
    "mengetahui menyetujui"
)
#: What may be a verb, behind a number.
AWAL = re.compile(r"\W*(?:\w{1,2}[.)]\s+)?[Mm][Ee]")
ISIAN = ("output", "kelengkapan")


def hasil_berupa_tindakan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with outputs, or with kelengkapan, that are acts."""
    for sop in buku.sop:
        done = frozenset(one.uraian for one in sop.kegiatan)
        for field in ISIAN:
            found = [one for one in sop.kegiatan if _is_act(_said(one, field), done)]
            if found:
                named = listed((f"{k.nomor} `{_said(k, field)}`" for k in found), 3)
                message = f"{field} berupa tindakan: kegiatan {named}"
                saran = f"tulis bendanya{_things(found, field)}"
                told = diagnose("SOP420", message, found[0].at(field), saran)
                yield at_all(told, (one.at(field) for one in found))


def _said(one: Kegiatan, field: str) -> str:
    return one.mutu_baku.output if field == "output" else one.mutu_baku.kelengkapan


def _is_act(text: str, done: Collection[str]) -> bool:
    """Return whether a text begins with what somebody does, or is a whole uraian."""
    pasted = bool(text) and text in done and first_verb(text) is not None
    return pasted or _begins_with_verb(text)


@remembered(5000)
def _begins_with_verb(text: str) -> bool:
    """Return whether a text begins with a verb, as words of the list make one."""
    match = KERJA.match(opening(text)) if AWAL.match(text) else None
    word = match["kerja"].casefold() if match else ""
    return bool(word) and word not in BUKAN_TINDAKAN and derived(word)


def _things(rows: list[Kegiatan], field: str) -> str:
    """Return what the acts are done to, as a thing is written, where they say it."""
    things = [
        match["benda"].strip()
        for one in rows
        if (match := KERJA.match(opening(_said(one, field)))) and match["benda"]
    ]
    named = listed((f"`{one[:1].upper()}{one[1:]}`" for one in things), 3)
    return f", mis. {named}" if named else ""
