"""The lines that stand over a signature: in which capacity who signs for whom.

Source: tata naskah dinas; the capacity (Plt., Plh., Pj., a.n., u.b.) stands before the
jabatan, a comma after it.
"""

from __future__ import annotations

import re

from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Kapasitas, Pejabat

UB = "u.b."
#: A jabatan that begins with a short form, which keeps its small letters.
SINGKATAN = re.compile(r"\b(PJS?|PLT|PLH)\.")


@dataclass(frozen=True, slots=True)
class Jabatan:
    """A line over a signature; what hangs before it, such as ``a.n.``."""

    text: str
    mark: str = ""

    @property
    def whole(self) -> str:
        """Return the line with its mark."""
        return f"{self.mark} {self.text}".strip()


def jabatan(pejabat: Pejabat) -> tuple[Jabatan, ...]:
    """Return ``Plt. CAMAT KAMPAK,`` as it stands over a signature.

    Who signs for another (a.n.) names the other's jabatan first, then his own; between
    them stands, of one who signs u.b., the jabatan of whoever lets him do so.
    """
    own = f"{capitals(pejabat.jabatan)},"
    if not pejabat.kapasitas.mewakili:
        return (Jabatan(f"{pejabat.kapasitas.awalan}{own}"),)
    first = Jabatan(capitals(pejabat.atas_nama), pejabat.kapasitas.awalan.strip())
    if pejabat.kapasitas is Kapasitas.AN:
        return first, Jabatan(own)
    between = (Jabatan(f"{pejabat.untuk_beliau},"),) if pejabat.untuk_beliau else ()
    return first, *between, Jabatan("", UB), Jabatan(f"{pejabat.jabatan},")


def capitals(jabatan: str) -> str:
    """Return a jabatan in capitals, ``Pj.`` before it as it is written."""
    return SINGKATAN.sub(lambda match: f"{match[1].capitalize()}.", jabatan.upper())
