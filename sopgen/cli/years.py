"""Which year a command is about: ``--tahun``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sopgen.cli.office import find_office
from sopgen.cli.wording import Salah

if TYPE_CHECKING:
    from sopgen.years import Found

F = TypeVar("F", bound=Callable[..., Any])
#: What is said of a year that an office has not: a mistake of usage.
NO_YEAR = "SOP820"


def tahun_option() -> Callable[[F], F]:
    """Return the decorator for the option ``--tahun``."""
    return click.option(
        "--tahun",
        metavar="TAHUN",
        default="",
        help="Buku tahun itu, dari arsip kantor (bawaan: tahun berjalan)",
    )


def find_spec(nama: str, tahun: str) -> Path:
    """Return where an office's spec of a year is; that of the year in work if none."""
    place = find_office(nama)
    if not tahun:
        return place
    if not (tahun.isascii() and tahun.isdecimal() and len(tahun) == 4):
        raise Salah(f"--tahun memerlukan tahun empat angka, bukan `{tahun[:20]}`")
    from sopgen.years import find_year

    return usable(find_year(place, int(tahun)), place)


def usable(found: Found, place: Path) -> Path:
    """Return where a spec lies, or end with what is said of it.

    ``place`` is that of the spec from which it was looked for.
    """
    from sopgen.cli.telling import tell
    from sopgen.pipeline import vocabulary

    for finding in map(vocabulary(place).said, found.findings):
        if finding.code == NO_YEAR:
            raise Salah(finding.message, finding.saran)
        tell(finding, err=True)
    if found.place is None:
        raise click.exceptions.Exit(1)
    return found.place
