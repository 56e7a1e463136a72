"""Electronic signatures (TTE): who signs so, and what the office says of all of them.

Source: BSrE, BSSN: its clients look for a single character in the PDF
(``tag_koordinat``) and put the signature there, as wide and high as they are told, in
points.
"""

from __future__ import annotations

import re
from dataclasses import field
from enum import StrEnum
from string import punctuation
from urllib.parse import quote

from sopgen.model.diagnostic import Span
from sopgen.model.letak import NOWHERE, Letak
from sopgen.model.nilai import dataclass

#: The sentence at the foot of the page that is to be signed.  It says nothing that is
#: not so before anybody has signed, and is still so afterwards.
KAKI = (
    "Dokumen ini disiapkan untuk ditandatangani secara elektronik menggunakan "
    "sertifikat elektronik yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), "
    "BSSN."
)
#: An office that wants no such sentence writes this.
TANPA_KAKI = "-"
#: What an address may name in braces, and what is behind one that names nothing.
SISIPAN = ("id", "tahun", "nomor")
BAKU = "dokumen={id}&tahun={tahun}"
SISIP = re.compile(r"\{([^{}]*)\}")


class TandaTangan(StrEnum):
    """How an official signs: by pen, or electronically."""

    BASAH = "basah"
    ELEKTRONIK = "elektronik"


@dataclass(frozen=True, slots=True)
class Dokumen:
    """What is signed: its code in the book, its year, its number as printed."""

    id: str
    tahun: int
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class Tte:
    """What the office says of electronic signatures.

    ``tanda`` is the character that the client looks for; ``lebar`` and ``tinggi`` are
    those of the box in points; ``halaman_verifikasi`` is the address that the QR leads
    to, none without it; ``kaki`` is its own sentence at the foot, empty for the usual
    one.  ``ada`` tells whether the office says anything of it.
    """

    tanda: str = "#"
    lebar: int = 160
    tinggi: int = 70
    halaman_verifikasi: str = ""
    kaki: str = ""
    ada: bool = field(default=False, compare=False)
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)

    def at(self, *trail: str | int) -> Span | None:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail)

    @property
    def catatan_kaki(self) -> str:
        """Return the sentence at the foot, nothing where the office wants none."""
        return "" if self.kaki == TANPA_KAKI else self.kaki or KAKI

    def alamat(self, dokumen: Dokumen) -> str:
        """Return the address of a document, nothing without a page of verification.

        One that names nothing in braces gets the document's code and year behind it;
        what is put in is written as addresses want it (``/`` as ``%2F``), and so are
        letters beyond ASCII.
        """
        page = self.halaman_verifikasi
        if not page:
            return ""
        if not SISIP.search(page):
            page += ("&" if "?" in page else "?") + BAKU
        facts = {key: str(getattr(dokumen, key)) for key in SISIPAN}
        named = SISIP.sub(lambda m: quote(facts.get(m[1], m[0]), safe=""), page)
        return quote(named, safe=punctuation, errors="replace")
