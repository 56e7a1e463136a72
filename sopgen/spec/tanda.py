"""A symbol of a chart while its file is read."""

from __future__ import annotations

from sopgen.model.diagnostic import Span
from sopgen.model.nilai import dataclass
from sopgen.spec.reader import Trail
from sopgen.spec.schema import SimbolYaml

#: Words for a symbol together with its text.
ALIAS = {"mulai": ("terminator", "Mulai"), "selesai": ("terminator", "Selesai")}


@dataclass(frozen=True, slots=True)
class Tanda:
    """A symbol as it is written: where, in which row, and what it is called.

    ``main`` is the symbol of the kegiatan itself, the others are ``tambahan``.
    """

    yaml: SimbolYaml
    path: Trail
    baris: int
    id: str
    nomor: str
    main: bool
    span: Span

    @property
    def ends(self) -> bool:
        """Return whether the flow ends here unless it says otherwise."""
        if self.yaml.simbol == "terminator":
            return self.baris > 0
        return self.yaml.simbol == "selesai"


class Numbers:
    """Count on the numbers of kegiatan: those without one follow the one before."""

    def __init__(self) -> None:
        self.last = 0

    def following(self, nomor: str) -> str:
        """Return the number of the next kegiatan, its own if it has one."""
        nomor = nomor or str(self.last + 1)
        short = nomor.isdecimal() and len(nomor) < 10
        self.last = int(nomor) if short else self.last + 1
        return nomor

    def implied(self, nomor: str) -> bool:
        """Tell whether the next kegiatan would get this number without saying so."""
        expected = str(self.last + 1)
        return self.following(nomor) == expected
