"""A symbol of a chart while its file is read."""

from __future__ import annotations

from dataclasses import dataclass

from sopgen.model.diagnostic import Span
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
