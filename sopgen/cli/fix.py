"""``sopgen fix``: mend what is certain in an office's spec."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sopgen.cli.choices import asked_for
from sopgen.cli.lanjutan import argument
from sopgen.cli.office import find_office, nama_argument
from sopgen.cli.targets import refuse_itself, refuse_taken, write_new
from sopgen.cli.wording import Perintah, Salah

if TYPE_CHECKING:
    from sopgen.model.diagnostic import Diagnostic
    from sopgen.perbaikan import Hasil

CONTOH = """\
sopgen fix karangan --coba           tunjukkan dahulu, tanpa menulis
sopgen fix karangan                  perbaiki semua yang pasti
sopgen fix karangan --kode SOP602,SOP745
sopgen fix karangan --kecuali SOP114
sopgen fix karangan.xlsx             menulis karangan-perbaikan.xlsx"""


TAK_TERBACA = "perbaikan: ada berkas yang tidak terbaca; tidak ada yang ditulis"
#: Where earlier years lie below an office's folder.
ARSIP = "arsip"


class Flags(TypedDict):
    """The options of the command."""

    kode: str
    kecuali: str
    coba: bool
    as_json: bool
    output: str
    timpa: bool


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Perbaiki temuan yang perbaikannya pasti: dasar hukum yang dicabut dan hanya "
    "punya satu pengganti, urutan dasar hukum, ejaan, tanda baca butir, dan "
    "sebagainya. Setiap perubahan ditunjukkan dengan tempat dan kode temuannya, lalu "
    "spesifikasi diperiksa lagi. Folder diubah di tempatnya; buku kerja tidak pernah "
    "diubah, yang ditulis salinannya dengan sel berubah yang ditandai. Kode keluar 1 "
    "bila masih ada kesalahan atau ada perbaikan yang tidak dapat ditulis.",
    short_help="perbaiki temuan yang perbaikannya pasti",
)
@nama_argument()
@click.option(
    "--kode",
    metavar="KODE,…",
    default="",
    help="Hanya temuan ini: SOP602, 602, atau SOP6 untuk semua SOP6xx",
)
@click.option("--kecuali", metavar="KODE,…", default="", help="Semua temuan selain ini")
@click.option("--coba", is_flag=True, help="Tunjukkan saja; tidak ada yang ditulis")
@click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON")
@click.option(
    "--output",
    metavar="BERKAS",
    default="",
    help="Untuk buku kerja: berkas tujuan (bawaan: NAMA-perbaikan.xlsx)",
)
@click.option("--timpa", is_flag=True, help="Ganti berkas tujuan yang sudah ada")
def fix(nama: str, **flags: Unpack[Flags]) -> int:
    """Mend what is asked for; what is left over makes the exit code."""
    asked = asked_for(flags["kode"], flags["kecuali"])
    place = find_office(nama)
    target = _target(place, flags)
    if locked := _locked(place, target):
        return _refused(locked, flags)
    from sopgen.perbaikan import mend
    from sopgen.pipeline import check, examine

    try:
        hasil = mend(place, asked)
    except OSError:
        return _refused(check(place), flags, TAK_TERBACA)
    problem = None if flags["coba"] else _write(hasil, target, timpa=flags["timpa"])
    wrote = bool(hasil.diperbaiki) and not flags["coba"] and problem is None
    if wrote:
        hasil = replace(hasil, sisa=examine(target).only(asked).findings)
    _tell(hasil, _written(hasil, target) if wrote else (), flags)
    if hasil.sisa and not flags["as_json"]:
        left = target.as_posix() if wrote and hasil.buku_kerja else nama
        click.echo(f"semuanya: `sopgen check {argument(left)}`")
    return _code(hasil, problem)


def _locked(place: Path, target: Path) -> tuple[Diagnostic, ...]:
    """Return what is told of a workbook, or its copy, that another program has open."""
    from sopgen.spec.terbuka import opened

    return tuple(filter(None, map(opened, dict.fromkeys((place, target)))))


def _target(place: Path, flags: Flags) -> Path:
    """Return where the result goes: a folder to its place, a workbook beside it."""
    output = flags["output"]
    if os.path.isdir(place):
        if place.resolve().parent.name == ARSIP:
            saran = "perbaiki buku tahun berjalan"
            raise Salah("arsip tahun yang lalu tidak pernah diubah", saran)
        if flag := "--output" if output else "--timpa" if flags["timpa"] else "":
            raise Salah(
                f"{flag} hanya untuk buku kerja Excel",
                "folder diperbaiki di tempatnya; lihat dahulu dengan --coba",
            )
        return place
    target = Path(output) if output else place.with_name(f"{place.stem}-perbaikan.xlsx")
    if target.suffix.casefold() != ".xlsx":
        raise Salah(f"--output `{output}` bukan berkas .xlsx", "tulis nama.xlsx")
    refuse_itself(target, place)
    if not (flags["timpa"] or flags["coba"]):
        refuse_taken(target)
    return target


def _refused(found: Sequence[Diagnostic], flags: Flags, why: str = "") -> int:
    """Tell what forbids to mend a spec; return the exit code."""
    from sopgen.cli.telling import tell
    from sopgen.perbaikan import Hasil, cerita

    if flags["as_json"]:
        _print_json(cerita.as_data(Hasil.refused(found), ()))
        return 1
    for finding in found:
        tell(finding, err=True)
    if why:
        click.echo(why)
    return 1


def _print_json(data: dict[str, object]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def _write(hasil: Hasil, target: Path, *, timpa: bool) -> Diagnostic | None:
    """Put what was mended in its place; return what went wrong, which is told."""
    from sopgen.cli.telling import tell
    from sopgen.output import write_whole
    from sopgen.suntingan import save

    if not hasil.diperbaiki:
        return None
    if hasil.buku_kerja:
        write = write_whole if timpa else write_new
        problem = write(target, hasil.buku_kerja)
    else:
        problem = save(hasil.disunting)
    if problem:
        tell(problem, err=True)
    return problem


def _written(hasil: Hasil, target: Path) -> tuple[str, ...]:
    """Return the files that were written."""
    if hasil.buku_kerja:
        return (target.as_posix(),)
    return tuple(one.path.as_posix() for one in hasil.disunting.ganti)


def _tell(hasil: Hasil, ditulis: tuple[str, ...], flags: Flags) -> None:
    """Print what was done and what is left."""
    from sopgen.cli.telling import tell
    from sopgen.model.diagnostic import Severity
    from sopgen.perbaikan import cerita

    if flags["as_json"]:
        _print_json(cerita.as_data(hasil, ditulis))
        return
    for line in cerita.lines(hasil, coba=flags["coba"]):
        click.echo(line)
    for name in ditulis if hasil.buku_kerja else ():
        click.echo(f"buku kerja yang diperbaiki: {name}")
    for finding in hasil.sisa:
        if finding.severity is Severity.ERROR:
            tell(finding)
    for line in cerita.rest(hasil):
        click.echo(line)


def _code(hasil: Hasil, problem: Diagnostic | None) -> int:
    """Return the exit code: errors are left, or something could not be written."""
    from sopgen.report import has_errors

    return 1 if problem or hasil.ditolak or has_errors(hasil.sisa) else 0
