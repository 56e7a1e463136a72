"""``sopgen check``: what is wrong in an office's spec."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sopgen.cli.choices import asked_for, word
from sopgen.cli.lanjutan import argument, is_typed
from sopgen.cli.office import nama_argument, output_for
from sopgen.cli.wording import Perintah, Salah
from sopgen.cli.years import find_spec, tahun_option

if TYPE_CHECKING:
    from sopgen.model.diagnostic import Diagnostic
    from sopgen.pipeline import Heard

CONTOH = """\
sopgen check karangan
sopgen check karangan --format short  satu baris setiap temuan, untuk editor
sopgen check specs/karangan --format json
sopgen check karangan --kode SOP6,SOP734  hanya temuan ini; SOP6 = semua SOP6xx
sopgen check karangan --gagal peringatan  kode keluar 1 bila ada peringatan
sopgen check karangan.xlsx --annotate salinan dengan sel yang ditandai"""


#: What makes the exit code 1: findings of these weights.
GAGAL = {
    "kesalahan": ("error",),
    "peringatan": ("error", "warning"),
    "catatan": ("error", "warning", "info"),
}


class Flags(TypedDict):
    """The options of the command."""

    form: str
    tahun: str
    annotate: bool
    kode: str
    kecuali: str
    gagal: str


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Periksa spesifikasi sebuah kantor tanpa membangun buku. Setiap temuan "
    "menyebut berkas, baris, dan kolomnya.",
    short_help="periksa spesifikasi tanpa membangun",
)
@nama_argument()
@tahun_option()
@click.option(
    "--format", "form", metavar="BENTUK", default="text", help="text, short, atau json"
)
@click.option(
    "--annotate",
    is_flag=True,
    help="Untuk buku kerja Excel: tulis salinan dengan sel berwarna dan lembar Temuan",
)
@click.option(
    "--kode",
    metavar="KODE,…",
    default="",
    help="Hanya temuan ini: SOP602, 602, atau SOP6 untuk semua SOP6xx",
)
@click.option("--kecuali", metavar="KODE,…", default="", help="Semua temuan selain ini")
@click.option(
    "--gagal",
    metavar="TINGKAT",
    default="kesalahan",
    help="Kode keluar 1 sejak: kesalahan (bawaan), peringatan, atau catatan",
)
def check(nama: str, **flags: Unpack[Flags]) -> int:
    """Print every finding that is asked for; errors make the exit code 1."""
    form = word(flags["form"], "--format", ("text", "short", "json"))
    failing = GAGAL[word(flags["gagal"], "--gagal", GAGAL)]
    asked = asked_for(flags["kode"], flags["kecuali"])
    annotate = flags["annotate"]
    place = find_spec(nama, flags["tahun"])
    if annotate and os.path.isdir(place):
        saran = f"tulis dahulu `sopgen export {nama} --xlsx`"
        raise Salah("--annotate hanya untuk buku kerja Excel", saran)
    from sopgen import pipeline
    from sopgen.cli.telling import tell
    from sopgen.model.diagnostic import in_order

    heard = pipeline.examine(place, output_for(place)).only(asked)
    findings = heard.findings
    _tell(pipeline.Heard(in_order(findings), heard.diabaikan), form)
    if form == "text" and not flags["tahun"]:
        _offer(nama, findings)
    problem = _annotate(place, in_order(findings)) if annotate else None
    if problem:
        tell(problem, err=True)
    return 1 if problem or any(f.severity in failing for f in findings) else 0


def _tell(heard: Heard, form: str) -> None:
    """Print findings in the form that is wished for."""
    from sopgen import report
    from sopgen.cli.telling import tell

    if form == "json":
        found = [finding.as_data() for finding in heard.findings]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for finding in heard.findings:
        tell(finding, short=form == "short")
    if form == "text":
        click.echo(f"temuan: {report.summary(heard.findings, len(heard.diabaikan))}")


def _offer(nama: str, findings: Sequence[Diagnostic]) -> None:
    """Say how many findings ``sopgen fix`` would mend; the menu has no such task."""
    count = sum(bool(one.perbaikan) for one in findings)
    if count and is_typed():
        click.echo(f"{count} dapat diperbaiki dengan `sopgen fix {argument(nama)}`")


def _annotate(place: Path, findings: tuple[Diagnostic, ...]) -> Diagnostic | None:
    """Write a marked copy of a workbook; return what forbade it."""
    from sopgen import workbooks

    copy, broken = workbooks.annotate(place, findings)
    if not copy:
        click.echo("salinan bertanda tidak dapat dibuat dari berkas ini", err=True)
        return broken
    return _write_copy(place, copy)


def _write_copy(place: Path, data: bytes) -> Diagnostic | None:
    """Write the marked copy beside the workbook; return what went wrong."""
    from sopgen.output import beside, write_whole

    names = (f"{place.stem}-temuan{n}.xlsx" for n in ("", *range(-2, -1000, -1)))
    for target in map(place.with_name, names):
        problem = write_whole(target, data, new=True)
        if problem is None or not os.path.lexists(target):
            break
    if not problem:
        click.echo(f"salinan bertanda: {target.as_posix()}", err=True)
    return beside(problem) if problem else None
