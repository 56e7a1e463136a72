"""What a row of the table of findings holds."""

from __future__ import annotations

from sopgen.model.diagnostic import Severity
from sopgen.model.nilai import dataclass

KESALAHAN, PERINGATAN, CATATAN = Severity.ERROR, Severity.WARNING, Severity.INFO
#: Stands in rows whose findings an office may silence.
BOLEH = True


@dataclass(frozen=True, slots=True)
class Ringan:
    """The lighter weight that the same offence has, and when: ``bila …``."""

    tingkat: Severity
    bila: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """A code of the program: it keeps its number, its name and its meaning for ever.

    ``nama`` is the offence, so that "membolehkan pelaksana_tak_terdaftar" reads well.
    ``tingkat`` is its weight; ``ringan`` the only other one that it may have.
    ``boleh_diabaikan`` tells whether an office may silence it where it is no error; an
    error is never silenced.  ``uji`` is the test that provokes it, where no example in
    a spec of a few lines can.
    """

    kode: str
    nama: str
    tingkat: Severity
    boleh_diabaikan: bool = False
    uji: str = ""
    ringan: Ringan | None = None

    @property
    def nomor(self) -> int:
        """Return ``201`` of ``SOP201``."""
        return int(self.kode[3:])

    @property
    def weights(self) -> tuple[Severity, ...]:
        """Return the weights that it may have, the heavier first."""
        lighter = () if self.ringan is None else (self.ringan.tingkat,)
        return self.tingkat, *lighter
