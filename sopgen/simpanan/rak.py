"""The shelf of one book: the charts that were drawn, and the files that were made.

Each lies there under the digest of all that it was made of.  It holds what the last
build used and nothing older, so that it never grows beyond the book.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from sopgen.model.chart import Chart
from sopgen.model.nilai import dataclass
from sopgen.model.tumpukan_cetak import TumpukanCetak
from sopgen.output.writing import clear_scratch, write_whole
from sopgen.simpanan.beku import freeze, thaw
from sopgen.simpanan.catatan import CACHE
from sopgen.simpanan.program import sidik_program

#: So many charts that the last build did not use are kept until a whole book is built.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Jadi:
    """A file that was made: of what, what came of it, and what it takes to print it.

    ``kolom`` are the names of its fields for signatures.
    """

    dari: str
    sha256: str
    pages: int
    cetak: TumpukanCetak | None = None
    kolom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Isi:
    """What lies on a shelf, and the digest of the program that put it there."""

    program: str
    charts: tuple[tuple[str, Chart], ...] = ()
    berkas: tuple[tuple[str, Jadi], ...] = ()


@dataclass
class Rak:
    """What the last build of a book left, and what this one will leave.

    ``charts`` and ``berkas`` are of the last build, ``held`` and ``jadi`` of this one:
    charts by the digests of what they are drawn from, files by their names.  Of what is
    ``shut`` nothing is taken.
    """

    file: Path
    charts: Mapping[str, Chart] = field(default_factory=dict)
    berkas: Mapping[str, Jadi] = field(default_factory=dict)
    held: dict[str, Chart] = field(default_factory=dict)
    jadi: dict[str, Jadi] = field(default_factory=dict)
    shut: bool = False

    @classmethod
    def of(cls, output: Path, id_: str, tahun: int, *, shut: bool = False) -> Rak:
        """Return the shelf of a book, as the last build of this program left it."""
        file = output / CACHE / id_ / f"{tahun}.rak"
        try:
            found = thaw(file.read_bytes(), Isi, Jadi)
        except OSError:
            found = None
        if found is None or not found.program or found.program != sidik_program():
            return cls(file)
        return cls(file, dict(found.charts), dict(found.berkas), shut=shut)

    def chart(self, dari: str) -> Chart | None:
        """Return the chart that was drawn from what has this digest, if it is known."""
        known = {} if self.shut else self.charts
        chart = self.held.get(dari) or known.get(dari)
        if chart is not None:
            self.hold(dari, chart)
        return chart

    def made(self, nama: str) -> Jadi | None:
        """Return what the last build made under a name, if that may be left there."""
        return None if self.shut else self.berkas.get(nama)

    def hold(self, dari: str, chart: Chart) -> None:
        """Put a chart on the shelf."""
        self.held[dari] = chart

    def keep(self, *, whole: bool) -> None:
        """Leave what this build used; beside a build of parts, what was there before.

        What cannot be kept is done without.
        """
        berkas = self.jadi if whole else {**self.berkas, **self.jadi}
        others = {} if whole else self.charts
        unused = [one for one in others.items() if one[0] not in self.held][-MOST:]
        charts = {**dict(unused), **self.held}
        if berkas == self.berkas and charts.keys() == self.charts.keys():
            return
        isi = Isi(sidik_program(), tuple(charts.items()), tuple(sorted(berkas.items())))
        data = freeze(isi)
        if data and write_whole(self.file, data) is None:
            clear_scratch(self.file.parent)
