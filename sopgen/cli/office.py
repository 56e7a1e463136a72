"""Which office a command is about: the argument NAMA, and where offices lie."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from sopgen.cli.wording import Salah, saran
from sopgen.model.nama_kantor import slug
from sopgen.openable import stands

SPECS = "specs"
BUKU = "buku.yaml"
#: Files that are taken for a workbook; the old ones are refused with advice.
EXCEL = (".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm", ".xls", ".ods", ".csv")
WORD = (".docx", ".doc")
#: How many names are offered at most.
MOST_NAMES = 14

F = TypeVar("F", bound=Callable[..., Any])


def specs() -> Path:
    """Return the folder of the offices: ./specs, or the nearest one further up.

    Further up it must hold an office.  Where there is none, it will be ./specs.
    """
    try:
        here = Path.cwd()
    except OSError:  # the folder itself was removed
        return Path(SPECS)
    for folder in (here, *here.parents):
        found = folder / SPECS
        if os.path.isdir(found) and (folder == here or _offices_in(found)):
            return Path(os.path.relpath(found, here))
    return Path(SPECS)


def _offices_in(folder: Path) -> list[str]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    return [entry.name for entry in entries if stands(entry / BUKU)]


def offices() -> list[str]:
    """Return the names of the offices there are."""
    return _offices_in(specs())


def output_for(place: Path) -> Path:
    """Return where the book of an office goes: beside the specs it lies in, or here."""
    folder = specs()
    real = Path(os.path.realpath(place))
    if not real.is_relative_to(Path(os.path.realpath(folder))):
        return Path("output")
    return Path(os.path.normpath(folder / ".." / "output"))


def find_office(nama: str) -> Path:
    """Return where an office's spec is: in specs, in any folder, or a workbook."""
    for place in _places(nama):
        try:
            mode = place.stat().st_mode
        except PermissionError:  # it is told when it is read
            return place
        except (OSError, ValueError):
            continue
        if stat.S_ISDIR(mode) or place.suffix.casefold() in EXCEL:
            return place
    raise _missing(nama)


def _places(nama: str) -> tuple[Path, ...]:
    """Return where an office may lie; a path is first of all one from here."""
    if not nama:
        raise Salah("NAMA belum diisi")
    places = (specs() / nama, Path(nama))
    return places if _is_name(nama) else places[::-1]


def _is_name(nama: str) -> bool:
    return nama == Path(nama).name and nama != ".."


def _missing(nama: str) -> Salah:
    """Return what is said of an office that is not there."""
    shown, file = nama[:200], Path(nama)
    if os.path.isfile(file):
        message = f"`{shown}` bukan folder kantor, bukan pula buku kerja Excel"
        return Salah(message, _instead(file))
    if file.suffix.casefold() in (*EXCEL, *WORD):
        return Salah(f"berkas `{shown}` tidak ada", _workbook_like(file))
    if not _is_name(nama):
        return Salah(f"folder `{shown}` tidak ada")
    known = offices()
    if known:
        return Salah(f"kantor `{shown}` tidak ada di folder specs", saran(nama, known))
    begin = f"mulai dengan `sopgen new {slug(nama) or 'NAMA'}`"
    move = "atau pindah ke folder yang memuat specs/"
    return Salah(f"kantor `{shown}` tidak ada", f"{begin}, {move}")


def _instead(file: Path) -> str:
    """Return what to do with a file that is no office."""
    if file.name == BUKU:
        return f"sebut foldernya: `{file.parent.as_posix()}`"
    if file.suffix.casefold() in WORD:
        return f'SOP lama diambil dengan `sopgen import "{file.as_posix()}"`'
    return "sebut nama kantor, foldernya, atau buku kerja .xlsx"


def _workbook_like(file: Path) -> str:
    """Return the saran for a file that is not there."""
    try:
        names = [p.name for p in file.parent.iterdir() if _is_workbook(p)]
    except OSError:
        return f"folder `{file.parent.as_posix()}` tidak dapat dibuka"
    if 0 < len(names) <= MOST_NAMES:
        return saran(file.name, sorted(names))
    if file.suffix.casefold() not in EXCEL:
        return ""
    name = slug(file.stem) or "NAMA"
    return f"mulai dengan `sopgen new {name} --xlsx` atau `sopgen export NAMA --xlsx`"


def _is_workbook(file: Path) -> bool:
    """Return whether a file looks like a workbook, not like Excel's lock of one."""
    return file.suffix.casefold() in EXCEL and not file.name.startswith("~$")


def complete_office(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the names of offices that begin so."""
    return [CompletionItem(name) for name in offices() if name.startswith(incomplete)]


def nama_argument(*, required: bool = True) -> Callable[[F], F]:
    """Return the decorator for the argument NAMA, completed from the specs."""
    return click.argument(
        "nama",
        required=required,
        metavar="NAMA" if required else "[NAMA]",
        shell_complete=complete_office,
    )


def names_argument() -> Callable[[F], F]:
    """Return the decorator for the argument NAMA of which there may be several."""
    return click.argument(
        "nama", nargs=-1, metavar="[NAMA…]", shell_complete=complete_office
    )
