"""What was drawn of a book, kept from one build to the next: a drawer for each format.

A format is written by one process at a time, so each drawer is a file of its own.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import Any

from sopgen.model.nilai import dataclass
from sopgen.output.writing import write_whole
from sopgen.simpanan.beku import bare, freeze, thaw, value_of
from sopgen.simpanan.program import sidik_program

#: So many pieces that the last build did not use are kept until a whole book is built.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Isi:
    """What lies in a drawer, as bytes, and the digest of the program that put it in."""

    program: str
    gambar: tuple[tuple[str, bytes], ...] = ()


@dataclass
class Laci:
    """What a format has drawn: ``gambar`` until now, ``used`` in this build.

    Of what is ``shut`` nothing is taken.
    """

    file: Path
    gambar: dict[str, bytes] = field(default_factory=dict)
    shut: bool = False
    used: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, file: Path, *, shut: bool = False) -> Laci:
        """Return a drawer as the last build of this program left it."""
        try:
            found = thaw(file.read_bytes(), Isi)
        except OSError:
            found = None
        if found is None or not found.program or found.program != sidik_program():
            return cls(file)
        return cls(file, dict(found.gambar), shut)

    def take(self, dari: str) -> Any:
        """Return what was drawn from what has this digest, None if that is unknown."""
        known = {} if self.shut else self.gambar
        data = self.used.get(dari) or known.get(dari)
        made = None if data is None else value_of(data, type(self.file))
        if data is not None and made is not None:
            self.used[dari] = data
        return made

    def put(self, dari: str, made: Any) -> None:
        """Keep what was drawn."""
        self.used[dari] = bare(made)

    def keep(self, *, whole: bool) -> None:
        """Leave what a whole book used; after a part of one, what was there as well.

        What cannot be kept is done without.
        """
        others = {} if whole else self.gambar
        unused = [one for one in others.items() if one[0] not in self.used][-MOST:]
        made = {**dict(unused), **self.used}
        if made.keys() == self.gambar.keys():
            return
        isi = Isi(sidik_program(), tuple(made.items()))
        if data := freeze(isi):
            write_whole(self.file, data)


@dataclass
class Lemari:
    """The drawers of a book, opened when a format needs its own.

    ``base`` is their common name beside the shelf of the book; if they are ``shut``
    nothing is taken from the builds before.
    """

    base: Path
    shut: bool = False
    opened: dict[str, Laci] = field(default_factory=dict)

    def laci(self, suffix: str) -> Laci:
        """Return the drawer of a format."""
        if suffix not in self.opened:
            file = self.base.with_name(f"{self.base.name}.{suffix}.rak")
            self.opened[suffix] = Laci.of(file, shut=self.shut)
        return self.opened[suffix]

    def close(self, whole: frozenset[str]) -> None:
        """Keep what was drawn; in some formats that was the whole book."""
        for suffix, laci in self.opened.items():
            laci.keep(whole=suffix in whole)

    def __reduce__(self) -> tuple[type[Lemari], tuple[Path, bool]]:
        """Send a closed one to another process."""
        return Lemari, (self.base, self.shut)
