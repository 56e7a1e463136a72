"""``sopgen build`` of many offices: one line for each, then what failed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sopgen.cli.office import BUKU, find_office, specs
from sopgen.cli.wording import Salah, argument
from sopgen.model.nilai import dataclass
from sopgen.openable import stands

if TYPE_CHECKING:
    from sopgen.hasil import Result
    from sopgen.jobs import Wish
    from sopgen.offices import Crew
    from sopgen.simpanan.catatan import Permintaan

#: Workbooks that are taken for offices where a whole folder is built, and how those
#: are called that sopgen itself made of one.
WORKBOOKS, MARKED = (".xlsx", ".xlsm"), ("-temuan", "-perbaikan")
#: What became of an office.
DIBANGUN, SAMA, GAGAL = "dibangun", "tidak berubah", "gagal"


class Kantor(NamedTuple):
    """An office as it is called, and where its spec is."""

    nama: str
    place: Path


def offices_named(names: Iterable[str]) -> list[Kantor]:
    """Return the offices of some names, each once."""
    return [Kantor(nama, find_office(nama)) for nama in dict.fromkeys(names)]


def all_offices(folder: str | None) -> list[Kantor]:
    """Return every office in a folder; in that of the specs if none is named."""
    root = specs() if folder is None else Path(folder)
    try:
        entries = sorted(root.iterdir())
    except OSError:
        raise Salah(f"folder `{root}` tidak dapat dibuka") from None
    found = [Kantor(one.name, one) for one in entries if _is_office(one)]
    if not found:
        raise Salah(f"tidak ada kantor di folder `{root}`", "mulai dengan `sopgen new`")
    return found


def _is_office(entry: Path) -> bool:
    if os.path.isdir(entry):
        return stands(entry / BUKU)
    made = entry.stem.rstrip("0123456789-").endswith(MARKED)
    return entry.suffix in WORKBOOKS and not made and entry.name[0] not in "~."


@dataclass
class Telling:
    """Says what came of each office, and sums up."""

    wide: int
    silent: bool
    quiet: bool
    came: dict[str, tuple[str, Result]] = field(default_factory=dict)

    def tell(self, nama: str, result: Result, *, same: bool = False) -> None:
        """Take note of an office, and print its line."""
        from sopgen.model.diagnostic import Severity
        from sopgen.report import summary

        errors = [f for f in result.findings if f.severity is Severity.ERROR]
        state = GAGAL if not result.files else SAMA if same else DIBANGUN
        self.came[nama] = state, result
        if self.silent or (self.quiet and not errors):
            return
        said = summary(result.findings, result.diabaikan)
        if state == GAGAL:
            why = f": {errors[0].code} {errors[0].message}" if errors else ""
            click.echo(f"{nama:<{self.wide}}  gagal{why}; temuan: {said}")
        else:
            same_as = f"; {SAMA}" if same else ""
            files = f"{len(result.files)} berkas{same_as}"
            click.echo(f"{nama:<{self.wide}}  {files}; temuan: {said}")

    def failed(self) -> list[str]:
        """Return the names of the offices whose book was not built, or has errors."""
        from sopgen.report import has_errors

        return [
            n for n, (_, result) in self.came.items() if has_errors(result.findings)
        ]

    def sum_up(self) -> None:
        """Print how many were built, and which have to be looked at."""
        if self.silent or self.quiet:
            return
        counts = [state for state, _ in self.came.values()]
        parts = (f"{counts.count(s)} {s}" for s in (DIBANGUN, SAMA, GAGAL))
        click.echo(f"{len(counts)} kantor: {', '.join(parts)}")
        if failed := self.failed():
            names = " ".join(map(argument, failed))
            click.echo(f"dengan kesalahan: {names}; lihat `sopgen check NAMA`")

    def as_json(self, order: Iterable[str]) -> str:
        """Return everything as JSON, in the order in which the offices were named."""
        rows = [self._row(nama) for nama in order if nama in self.came]
        counts = [state for state, _ in self.came.values()]
        made = {
            "kantor": rows,
            "ringkasan": {s: counts.count(s) for s in (DIBANGUN, SAMA, GAGAL)},
            "dengan_kesalahan": self.failed(),
        }
        return json.dumps(made, ensure_ascii=False, indent=1)

    def _row(self, nama: str) -> dict[str, Any]:
        from sopgen.model.diagnostic import in_order

        state, result = self.came[nama]
        return {
            "nama": nama,
            "keadaan": state,
            "berkas": [file.as_data(file.path.as_posix()) for file in result.files],
            "temuan": [finding.as_data() for finding in in_order(result.findings)],
        }


@dataclass(frozen=True, slots=True)
class Order:
    """Many offices to be built, each by the same flags.

    ``asked`` returns what is asked of one office, ``wish`` the wish for it.
    """

    kantor: list[Kantor]
    asked: Callable[[Path], Permintaan]
    wish: Callable[[Permintaan], Wish]
    ulang: bool

    def build(self, crew: AbstractContextManager[Crew], telling: Telling) -> None:
        """Build the offices; those of which nothing has changed are only told."""
        from sopgen.simpanan import catatan

        left: list[tuple[Kantor, Permintaan]] = []
        for kantor in self.kantor:
            asked = self.asked(kantor.place)
            result = None if self.ulang else catatan.known(asked)
            if result is None:
                left.append((kantor, asked))
            else:
                telling.tell(kantor.nama, result, same=True)
        if left:
            self._build(left, crew, telling)

    def _build(
        self,
        left: list[tuple[Kantor, Permintaan]],
        crew: AbstractContextManager[Crew],
        telling: Telling,
    ) -> None:
        from sopgen.offices import build_offices
        from sopgen.simpanan import bahan, catatan

        by_place = {kantor.place: (kantor.nama, asked) for kantor, asked in left}
        read = {place: bahan.sidik_bahan(place) for place in by_place}
        wishes = [self.wish(asked) for _, asked in left]
        with crew as called:
            for wish, result in build_offices(wishes, called):
                nama, asked = by_place[wish.folder]
                catatan.keep(asked, result, read[wish.folder])
                telling.tell(nama, result)


@contextmanager
def crew_of(kerja: int, kluster: str | None) -> Iterator[Crew]:
    """Yield who builds: processes here, or the computers of a cluster."""
    from sopgen.kerja import Kerja
    from sopgen.offices import Crew

    if kluster is None:
        yield Crew(Kerja(kerja).pool, kerja)
        return
    from sopgen.kluster import ClusterError, cluster

    try:
        with cluster(kluster) as far:
            yield far
    except ClusterError as error:
        raise Salah(error.message, error.saran) from None
