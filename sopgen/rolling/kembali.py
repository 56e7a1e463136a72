"""Back to last year, while nothing was changed since."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.pergantian import PintaError
from sopgen.output import digest
from sopgen.output.together import Ganti, replace_together
from sopgen.output.writing import SCRATCH, beside, unwritten
from sopgen.rolling.terbaca import said
from sopgen.spec.files import ARSIP
from sopgen.years import archived, begun_with, digests_of, files_of, years_of


def unchanged_since(place: Path) -> int | None:
    """Return the year of a book that is as it was when its year began."""
    years = years_of(place)
    begun = begun_with(place / ARSIP / str(years[-1])) if years else None
    return years[-1] + 1 if begun and begun == digests_of(place) else None


def take_back(place: Path) -> tuple[tuple[Diagnostic, ...], int]:
    """Put last year's book back; return what forbade it, and the year.

    Raises PintaError where there is no year to go back to.
    """
    years = years_of(place)
    if not years:
        saran = "arsip kantor ini kosong: tahunnya belum pernah diganti"
        raise PintaError("tidak ada pergantian tahun yang dapat dibatalkan", saran)
    try:
        return _taken_back(place, years[-1]), years[-1]
    except OSError as error:
        return (beside(unwritten(place, error)),), years[-1]


def _taken_back(place: Path, tahun: int) -> tuple[Diagnostic, ...]:
    found = archived(place, tahun)
    begun = begun_with(place / ARSIP / str(tahun))
    if found.place is None:
        return said(place, found.findings)
    if begun is None:
        saran = f"salin sendiri isi `{found.place.as_posix()}` ke folder kantor"
        raise PintaError("arsip ini tidak dibuat oleh pergantian tahun", saran)
    if changed := _changed(begun, digests_of(place)):
        return (_changed_since(place, changed),)
    return _put_back(place, found.place)


def _changed(begun: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    names = sorted({*begun, *now})
    return [name for name in names if begun.get(name) != now.get(name)]


def _changed_since(place: Path, names: list[str]) -> Diagnostic:
    listed = ", ".join(f"`{name}`" for name in names)
    message = f"sudah diubah sejak pergantian tahun: {listed}"
    saran = "kembalikan berkas itu dahulu; buku tahun lalu tetap ada dalam arsip"
    return diagnose("SOP806", message, Span(Source(place.as_posix())), saran)


def _put_back(place: Path, arsip: Path) -> tuple[Diagnostic, ...]:
    """Put the files of an archived year back, then take it out of the archive."""
    ganti = []
    for name, file in files_of(arsip):
        old, new = (place / name).read_bytes(), file.read_bytes()
        if old != new:
            ganti.append(Ganti(place / name, digest(old), old, new))
    if problem := replace_together(ganti):
        return (problem,)
    with TemporaryDirectory(prefix=SCRATCH, dir=place) as scratch:
        arsip.rename(Path(scratch) / arsip.name)
    with suppress(OSError):
        arsip.parent.rmdir()  # unless earlier years are in it
    return ()
