"""Who signs, and in which capacity."""

from __future__ import annotations

import re
from dataclasses import field
from enum import StrEnum

from sopgen.model.diagnostic import Span
from sopgen.model.letak import NOWHERE, Letak
from sopgen.model.nilai import dataclass
from sopgen.model.tte import TandaTangan

#: The groups of a NIP: birth date, appointment, sex, serial (Perka BKN 22/2007).
NIP = re.compile(r"([0-9]{8})([0-9]{6})([0-9])([0-9]{3})")
#: The label that is printed before a NIP, typed with it; an apostrophe for Excel.
LABEL = re.compile(r"^[\s'’]*(?:NIP\b[\s.:]*)?", re.IGNORECASE)
#: What staff type between its groups, and letters that nobody sees.
SELA = re.compile(r"[\s.\-\u2010-\u2015\u200b-\u200d\u2060\ufeff]+")


def nip_digits(text: str) -> str:
    """Return a NIP without label, blanks, dots and dashes."""
    return SELA.sub("", LABEL.sub("", text))


def grouped_nip(text: str) -> str:
    """Return a NIP as it is printed: ``19690518 199710 1 001``.

    What has not eighteen digits stays as typed, without the label.
    """
    found = NIP.fullmatch(nip_digits(text))
    return " ".join(found.groups()) if found else LABEL.sub("", text)


class Kapasitas(StrEnum):
    """In which capacity an official signs; it is printed before the jabatan.

    Source: tata naskah dinas, kewenangan penandatanganan.
    """

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"
    AN = "an"
    UB = "ub"

    @property
    def awalan(self) -> str:
        """Return what stands before the jabatan, with its space: ``Plt. ``.

        Who signs u.b. does so for one who signs a.n., whose line comes first.
        """
        return AWALAN[self]

    @property
    def sebutan(self) -> str:
        """Return what the capacity is called: ``Plt.``, ``u.b.``."""
        return "u.b." if self is Kapasitas.UB else self.awalan.strip()

    @property
    def mewakili(self) -> bool:
        """Return whether one signs for another, whose jabatan is printed first."""
        return self in (Kapasitas.AN, Kapasitas.UB)


AWALAN = {
    Kapasitas.DEFINITIF: "",
    Kapasitas.PLT: "Plt. ",
    Kapasitas.PLH: "Plh. ",
    Kapasitas.PJ: "Pj. ",
    Kapasitas.AN: "a.n. ",
    Kapasitas.UB: "a.n. ",
}


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An official who signs; unknown facts are empty and print as dots.

    ``nip`` is as it is printed, in groups if it is one (``grouped_nip``).
    ``atas_nama`` is whose jabatan an official signs for in the capacity a.n.;
    ``untuk_beliau`` is who would sign so, and lets this one do it (u.b.).
    ``tanda_tangan`` is how he signs, unless a decree or a SOP says otherwise.
    """

    id: str
    jabatan: str
    kapasitas: Kapasitas
    nama: str
    pangkat: str
    nip: str
    span: Span
    atas_nama: str = ""
    untuk_beliau: str = ""
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)
    tanda_tangan: TandaTangan = TandaTangan.BASAH

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span
