"""Which office a command is about: the argument NAMA."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from sopgen.cli.wording import Salah, saran

SPECS = Path("specs")
BUKU = "buku.yaml"
#: Files that are taken for a workbook; the old ones are refused with advice.
EXCEL = (".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm", ".xls", ".ods", ".csv")

F = TypeVar("F", bound=Callable[..., Any])


def offices() -> list[str]:
    """Return the names of the offices in ./specs."""
    try:
        found = sorted(entry for entry in SPECS.iterdir() if (entry / BUKU).exists())
    except OSError:
        return []
    return [entry.name for entry in found]


def find_office(nama: str) -> Path:
    """Return where an office's spec is: below ./specs, any folder, or a workbook."""
    for place in (SPECS / nama, Path(nama)):
        try:
            if place.is_dir() or (place.exists() and place.suffix.casefold() in EXCEL):
                return place
        except (OSError, ValueError):
            continue
    known = offices()
    if known:
        raise Salah(f"kantor `{nama}` tidak ada di folder specs", saran(nama, known))
    raise Salah(
        f"kantor `{nama}` tidak ada",
        f"mulai dengan `sopgen new {nama}`, atau pindah ke folder yang memuat specs/",
    )


def _complete(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    return [CompletionItem(name) for name in offices() if name.startswith(incomplete)]


def nama_argument(*, required: bool = True) -> Callable[[F], F]:
    """Return the decorator for the argument NAMA, completed from ./specs."""
    return click.argument(
        "nama",
        required=required,
        metavar="NAMA" if required else "[NAMA]",
        shell_complete=_complete,
    )
