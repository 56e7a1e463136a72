"""Rules about the unit of a SOP: do its own people act (code SOP122)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.sitiran import split_words
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Sop

#: A part of the office, and who leads one.
BAGIAN = re.compile(r"\s*(?:Seksi|Sub\s?[Bb]ag\w*|Bidang|Bagian|Urusan)\s+(?P<nama>.+)")
KEPALA = re.compile(
    r"\s*(?:Kasi|Kasie|Kasub?bag\w*|Kepala\s+(?:Seksi|Sub\s?[Bb]ag\w*|Bidang))\s+(?P<nama>.+)"
)
HAMPA = frozenset(("dan", "kecamatan", "serta"))


def unit_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP of a unit none of whose people act, while another's head does.

    That head is at home in the SOP: its name, or another pelaksana, speaks of his unit.
    A seksi whose own Kasi differs is told by ``seksi_berbeda``.
    """
    for sop in buku.sop:
        head = _strange_head(sop)
        if head:
            message = (
                f"unit `{sop.identitas.unit}` tidak bekerja dalam SOP ini, tetapi "
            )
            saran = "tulis unit yang membuat dan menjalankan SOP ini"
            yield diagnose("SOP122", f"{message}{head}", sop.at("unit"), saran)


def _strange_head(sop: Sop) -> str:
    """Return the head of another unit at whose place a SOP belongs, if there is one."""
    own = _words(BAGIAN, sop.identitas.unit)
    names = [one.nama for one in sop.pelaksana]
    if not own or any(own & _all_words(text) for text in (*names, sop.nama)):
        return ""
    heads = [one for one in names if _words(KEPALA, one)]
    if len(heads) != 1 or heads[0].startswith("Kasi "):
        return ""
    theirs = _words(KEPALA, heads[0])
    others = (*(one for one in names if one != heads[0]), sop.nama)
    return heads[0] if any(theirs & _all_words(text) for text in others) else ""


def _words(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """Return the words of the unit that a text names, or whose head it names."""
    found = pattern.fullmatch(text)
    return _all_words(found["nama"]) if found else frozenset()


def _all_words(text: str) -> frozenset[str]:
    return frozenset(split_words(text)) - HAMPA
