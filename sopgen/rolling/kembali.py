"""Back to last year, while nothing was changed since."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.pergantian import PintaError
from sopgen.output import RefusedError, digest
from sopgen.output.together import Ganti, changed, replace_together
from sopgen.output.writing import SCRATCH, beside, unwritten
from sopgen.rolling.giliran import alone
from sopgen.rolling.terbaca import said
from sopgen.spec.files import ARSIP, SEGEL
from sopgen.spec.parse import BUKU
from sopgen.years import (
    archived,
    begun_with,
    digests_of,
    files_of,
    neither,
    years_of,
)

#: Files that the system and other programs leave wherever they look.
MAKESHIFT = re.compile(
    r"thumbs\.db|desktop\.ini|\.ds_store|\._.*|~\$.*|\.~lock\..*", re.IGNORECASE
)


def unchanged_since(place: Path) -> int | None:
    """Return the year of a book that is as it was when its year began."""
    years = years_of(place)
    begun = begun_with(place / ARSIP / str(years[-1])) if years else None
    return years[-1] + 1 if begun and begun == digests_of(place) else None


def take_back(place: Path) -> tuple[tuple[Diagnostic, ...], int]:
    """Put last year's book back; return what forbade it, and the year.

    Raises PintaError where there is no year to go back to.
    """
    tahun = _last(place)
    try:
        with alone(place):
            if _last(place) != tahun:
                return (changed(place / BUKU),), tahun
            return _taken_back(place, tahun), tahun
    except RefusedError as error:
        return error.findings, tahun
    except OSError as error:
        return (beside(unwritten(place, error)),), tahun


def _last(place: Path) -> int:
    years = years_of(place)
    if not years:
        saran = "arsip kantor ini kosong: tahunnya belum pernah diganti"
        raise PintaError("tidak ada pergantian tahun yang dapat dibatalkan", saran)
    return years[-1]


def _taken_back(place: Path, tahun: int) -> tuple[Diagnostic, ...]:
    """Put last year back, also where that, or the roll, was begun and cut off."""
    found = archived(place, tahun)
    begun = begun_with(place / ARSIP / str(tahun))
    if found.place is None:
        return said(place, found.findings)
    if begun is None:
        saran = f"salin sendiri isi `{found.place.as_posix()}` ke folder kantor"
        raise PintaError("arsip ini tidak dibuat oleh pergantian tahun", saran)
    if names := neither(digests_of(place), begun, digests_of(found.place)):
        return (_changed_since(place, names),)
    return _put_back(place, found.place)


def _changed_since(place: Path, names: list[str]) -> Diagnostic:
    listed = ", ".join(f"`{name}`" for name in names)
    message = f"sudah diubah sejak pergantian tahun: {listed}"
    saran = "kembalikan berkas itu dahulu; buku tahun lalu tetap ada dalam arsip"
    return diagnose("SOP806", message, Span(Source(place.as_posix())), saran)


def _put_back(place: Path, arsip: Path) -> tuple[Diagnostic, ...]:
    """Put the files of an archived year back, then take it out of the archive."""
    ganti, now = [], dict(files_of(place))
    for name, file in files_of(arsip):
        old, new = now[name].read_bytes(), file.read_bytes()
        if old != new:
            ganti.append(Ganti(now[name], digest(old), old, new))
    if problem := replace_together(ganti):
        return (problem,)
    _keep_others(arsip)
    real = place.resolve()
    with TemporaryDirectory(
        prefix=SCRATCH, dir=real.parent, ignore_cleanup_errors=True
    ) as scratch:
        gone = Path(scratch) / real.name / ARSIP
        gone.mkdir(parents=True)
        arsip.rename(gone / arsip.name)
    with suppress(OSError):
        arsip.parent.rmdir()  # unless earlier years are in it
    return ()


def _keep_others(arsip: Path) -> None:
    """Copy what staff put into an archive besides the book to a folder beside it."""
    others = [*_others(arsip)]
    names = (f"{arsip.name}-batal{n or ''}" for n in count())
    beside_it = next(n for n in names if not os.path.lexists(arsip.with_name(n)))
    for file in others:
        target = arsip.with_name(beside_it) / file.relative_to(arsip)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, target, follow_symlinks=False)


def _others(arsip: Path) -> Iterator[Path]:
    """Yield the files of an archive that are no part of the book, but somebody's."""
    book = {file for _, file in files_of(arsip)} | {arsip / SEGEL}
    for file in arsip.rglob("*"):
        is_file = file.is_symlink() or not file.is_dir()
        if is_file and file not in book and not MAKESHIFT.fullmatch(file.name):
            yield file
