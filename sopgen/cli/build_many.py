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

from sopgen.cli.lanjutan import argument
from sopgen.cli.office import BUKU, find_office, specs
from sopgen.cli.wording import Salah
from sopgen.model.nilai import dataclass
from sopgen.openable import stands

if TYPE_CHECKING:
    from sopgen.hasil import Result
    from sopgen.jobs import Wish
    from sopgen.offices import Crew
    from sopgen.places import Places
    from sopgen.simpanan.catatan import Permintaan

#: Calls those together who build so many offices.
Crews = Callable[[int], AbstractContextManager["Crew"]]
#: Workbooks that are taken for offices where a whole folder is built, and how those
#: are called that sopgen itself made of one.
WORKBOOKS, MARKED = (".xlsx", ".xlsm"), ("-temuan", "-perbaikan")
#: What an office has besides its book, and workbooks that no office is read from.
LIKE, OTHER_SHEETS = ("sop", "buku.yml"), (".xls", ".xlsb", ".ods")
#: What became of an office.
DIBANGUN, SAMA, GAGAL = "dibangun", "tidak berubah", "gagal"


class Kantor(NamedTuple):
    """An office as it is called, and where its spec is."""

    nama: str
    place: Path


def offices_named(names: Iterable[str]) -> list[Kantor]:
    """Return the offices of some names, each once however it is called."""
    found = [Kantor(nama, find_office(nama)) for nama in dict.fromkeys(names)]
    real = {Path(os.path.realpath(one.place)): one for one in reversed(found)}
    return [*real.values()][::-1]


def all_offices(folder: str | None) -> list[Kantor]:
    """Return every office in a folder; in that of the specs if none is named.

    What looks like one and is none is told.
    """
    if folder == "":
        raise Salah("--specs memerlukan nama folder")
    root = specs() if folder is None else Path(folder)
    try:
        entries = sorted(root.iterdir())
    except OSError:
        raise Salah(f"folder `{root.as_posix()}` tidak dapat dibuka") from None
    found = [Kantor(one.name, one) for one in entries if _is_office(one)]
    if not found:
        raise Salah(
            f"tidak ada kantor di folder `{root.as_posix()}`",
            "mulai dengan `sopgen new`",
        )
    for one in entries:
        if why := _unlike(one):
            click.echo(f"sopgen: `{one.name}` dilewati: {why}", err=True)
    return found


def _is_office(entry: Path) -> bool:
    if os.path.isdir(entry):
        return stands(entry / BUKU)
    made = entry.stem.casefold().rstrip("0123456789-() ").endswith(MARKED)
    known = entry.suffix.casefold() in WORKBOOKS
    return known and not made and entry.name[0] not in "~."


def _unlike(entry: Path) -> str:
    """Return why what looks like an office is not taken for one, if it looks so."""
    if os.path.isdir(entry):
        looks = any(stands(entry / name) for name in LIKE) and not _is_office(entry)
        return f"tanpa {BUKU}" if looks else ""
    other = entry.suffix.casefold() in OTHER_SHEETS and entry.name[0] not in "~."
    return "bukan buku kerja .xlsx" if other else ""


class Came(NamedTuple):
    """What became of an office, and whether its book has errors.

    ``row`` is what programs are told of it, if any is: findings hold whole files.
    """

    keadaan: str
    errors: bool
    row: dict[str, Any] | None


@dataclass
class Telling:
    """Says what came of each office, and sums up."""

    wide: int
    silent: bool
    quiet: bool
    came: dict[str, Came] = field(default_factory=dict)

    def tell(self, kantor: Kantor, result: Result, *, same: bool = False) -> None:
        """Take note of an office, and print its line, and below it what happened."""
        from sopgen.model.diagnostic import Severity
        from sopgen.report import short, summary

        errors = [f for f in result.findings if f.severity is Severity.ERROR]
        state = GAGAL if not result.files else SAMA if same else DIBANGUN
        row = _row(kantor.nama, state, result) if self.silent else None
        self.came[kantor.nama] = Came(state, bool(errors), row)
        if self.silent or (self.quiet and not errors):
            return
        said = summary(result.findings, result.diabaikan)
        made = f"{len(result.files)} berkas{f'; {SAMA}' if same else ''}"
        what = GAGAL if state == GAGAL else made
        click.echo(f"{kantor.nama:<{self.wide}}  {what}; temuan: {said}")
        for finding in dict.fromkeys((*errors[:1], *result.told)):
            click.echo(f"    {short(finding)}", err=True)
        if result.lama:
            names = ", ".join(result.lama)
            click.echo(f"    masih dari edisi lama: {names}", err=True)

    def failed(self) -> list[str]:
        """Return the names of the offices whose book was not built, or has errors."""
        return [nama for nama, came in self.came.items() if came.errors]

    def sum_up(self) -> None:
        """Print how many were built, and which have to be looked at."""
        if self.silent or self.quiet:
            return
        counts = [came.keadaan for came in self.came.values()]
        parts = (f"{counts.count(s)} {s}" for s in (DIBANGUN, SAMA, GAGAL))
        click.echo(f"{len(counts)} kantor: {', '.join(parts)}")
        if failed := self.failed():
            names = " ".join(map(argument, failed))
            click.echo(f"dengan kesalahan: {names}")

    def as_json(self, order: Iterable[str]) -> str:
        """Return everything as JSON, in the order in which the offices were named."""
        rows = [self.came[nama].row for nama in order if nama in self.came]
        counts = [came.keadaan for came in self.came.values()]
        made = {
            "kantor": rows,
            "ringkasan": {s: counts.count(s) for s in (DIBANGUN, SAMA, GAGAL)},
            "dengan_kesalahan": self.failed(),
        }
        return json.dumps(made, ensure_ascii=False, indent=1)


def _row(nama: str, state: str, result: Result) -> dict[str, Any]:
    """Return what programs are told of an office."""
    from sopgen.model.diagnostic import in_order

    return {
        "nama": nama,
        "keadaan": state,
        "berkas": [file.as_data(file.path.as_posix()) for file in result.files],
        "temuan": [finding.as_data() for finding in in_order(result.findings)],
        "berkas_lama": result.lama,
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

    def build(self, crew: Crews, telling: Telling) -> None:
        """Build the offices; those of which nothing has changed are only told."""
        from sopgen.places import Places
        from sopgen.simpanan import catatan

        places = Places()
        left: list[tuple[Kantor, Permintaan]] = []
        for kantor in self.kantor:
            asked = self.asked(kantor.place)
            result = None if self.ulang else catatan.known(asked)
            if result is None or result.folder is None:
                left.append((kantor, asked))
            elif refused := places.taken(result.folder, kantor.place):
                telling.tell(kantor, refused)
            else:
                telling.tell(kantor, result, same=True)
        if left:
            self._build(left, crew, telling, places)

    def _build(
        self,
        left: list[tuple[Kantor, Permintaan]],
        crew: Crews,
        telling: Telling,
        places: Places,
    ) -> None:
        from sopgen.offices import build_offices
        from sopgen.simpanan import bahan, catatan

        by_place = {kantor.place: (kantor, asked) for kantor, asked in left}
        read = {
            place: bahan.sidik_bahan(place, asked.output)
            for place, (_, asked) in by_place.items()
        }
        wishes = [self.wish(asked) for _, asked in left]
        with crew(len(wishes)) as called:
            for wish, result in build_offices(wishes, called, places):
                kantor, asked = by_place[wish.folder]
                catatan.keep(asked, result, read[wish.folder])
                telling.tell(kantor, result)


@contextmanager
def crew_of(kerja: int, kluster: str | None, most: int) -> Iterator[Crew]:
    """Yield who builds: processes here, ``most`` of them, or a cluster's computers."""
    from sopgen.kerja import Kerja
    from sopgen.offices import Crew

    if kluster is None:
        few = min(kerja, most)
        yield Crew(Kerja(few).pool, few)
        return
    from sopgen.kluster import ClusterError, cluster

    try:
        with cluster(kluster) as far:
            yield far
    except ClusterError as error:
        raise Salah(error.message, error.saran) from None
