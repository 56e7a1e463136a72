"""What came of mending a spec."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass
from sopgen.suntingan import Disunting


@dataclass(frozen=True, slots=True)
class Ubahan:
    """What stood at a place, and what stands there now."""

    tempat: Span
    lama: str
    baru: str

    def as_data(self) -> dict[str, object]:
        """Return it as plain data for JSON."""
        return {**self.tempat.as_data(), "lama": self.lama, "baru": self.baru}


@dataclass(frozen=True, slots=True)
class Diperbaiki:
    """A finding that was mended, by what; ``ditolak`` says why it was not."""

    kode: str
    pesan: str
    tempat: Span
    ubahan: tuple[Ubahan, ...] = ()
    ditolak: str = ""

    def as_data(self) -> dict[str, object]:
        """Return it as plain data for JSON."""
        made: dict[str, object] = {
            "kode": self.kode,
            **self.tempat.as_data(),
            "pesan": self.pesan,
        }
        if self.ditolak:
            return {**made, "sebab": self.ditolak}
        return {**made, "ubahan": [one.as_data() for one in self.ubahan]}


@dataclass(frozen=True, slots=True)
class Hasil:
    """A spec after its cures, not yet in its place.

    ``sisa`` is what is found in it then, ``ditolak`` what could not be mended.
    ``buku_kerja`` is the workbook with its changed cells marked, if it is one.
    """

    disunting: Disunting
    diperbaiki: tuple[Diperbaiki, ...]
    ditolak: tuple[Diperbaiki, ...]
    sisa: tuple[Diagnostic, ...]
    buku_kerja: bytes = b""

    @classmethod
    def refused(cls, found: Sequence[Diagnostic]) -> Hasil:
        """Return what comes of a spec that cannot be mended."""
        return cls(Disunting((), ()), (), (), tuple(found))

    @property
    def unsure(self) -> Mapping[str, int]:
        """Return how many findings of each code nothing mends for certain."""
        count = Counter(one.code for one in self.sisa if not one.perbaikan)
        return dict(sorted(count.items()))
