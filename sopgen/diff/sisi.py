"""A book as one side of a comparison: with its texts as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Protocol

from sopgen.diff.lists import Butir, listed
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnostic import Teks
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import Macam, Ubah


class Cetakan(Protocol):
    """How the texts of a book are printed, filled in with its own facts."""

    def alinea(self, teks: Teks, keputusan: Keputusan | None = None) -> tuple[str, ...]:
        """Return the paragraphs of running text, each with its mark."""
        ...

    def baris(self, teks: Teks) -> tuple[str, ...]:
        """Return the lines of a title."""
        ...

    def menetapkan(self, keputusan: Keputusan) -> str:
        """Return what stands behind "Menetapkan :"."""
        ...


@dataclass(frozen=True, slots=True)
class Sisi:
    """One side; ``lambang`` is what its picture comes to, nothing without one.

    ``lambang_kanan`` is the same of the second one; ``gambar`` are what the pictures of
    its chapters come to, by their names.
    """

    buku: Buku
    cetakan: Cetakan
    lambang: str = ""
    lambang_kanan: str = ""
    gambar: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kedua:
    """Both sides.

    A text says the same if it is printed alike, or would be if both had the facts of
    the newer book: what those are is told where they are written.
    """

    lama: Sisi
    baru: Sisi

    def judul(self, isian: str, old: Teks, new: Teks) -> Iterator[Ubah]:
        """Yield the change of a title, if it is one."""
        lama, baru = self.lama.cetakan.baris(old), self.baru.cetakan.baris(new)
        if baru not in (lama, self.baru.cetakan.baris(old)):
            yield Ubah(isian, Macam.UBAH, "\n".join(lama), "\n".join(baru))

    def bab(self, isian: str, old: Teks, new: Teks) -> Iterator[Ubah]:
        """Yield the changes of a chapter, paragraph by paragraph."""
        printed = self.lama.cetakan.alinea(old), self.baru.cetakan.alinea(new)
        again = self.baru.cetakan.alinea(old)
        if printed[1] in (printed[0], again):
            return
        alike = len(again) == len(printed[0])
        tampil = printed[0] if alike else again
        before = [
            self._butir(a, t, printed[1]) for a, t in zip(again, tampil, strict=True)
        ]
        yield from listed(isian, before, [Butir(t, t) for t in printed[1]])

    @staticmethod
    def _butir(arti: str, tampil: str, new: Sequence[str]) -> Butir:
        """Return an old item; it means what is printed of it if that is still there."""
        return Butir(tampil if tampil in new else arti, tampil)

    def butir(
        self,
        isian: str,
        old: Sequence[Teks],
        new: Sequence[Teks],
        keputusan: tuple[Keputusan, Keputusan],
    ) -> Iterator[Ubah]:
        """Yield the changes of a list in a decree."""
        lama, baru = self.lama.cetakan, self.baru.cetakan
        printed = ["\n".join(baru.alinea(t, keputusan[1])) for t in new]
        before = [
            self._butir(
                "\n".join(baru.alinea(t, keputusan[1])),
                "\n".join(lama.alinea(t, keputusan[0])),
                printed,
            )
            for t in old
        ]
        yield from listed(isian, before, [Butir(t, t) for t in printed])
