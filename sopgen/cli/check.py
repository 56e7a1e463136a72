"""``sopgen check``: what is wrong in an office's spec."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.choices import word
from sopgen.cli.office import find_office, nama_argument
from sopgen.cli.wording import Perintah, Salah

if TYPE_CHECKING:
    from sopgen.model.diagnostic import Diagnostic

CONTOH = """\
sopgen check karangan
sopgen check karangan --format short  satu baris setiap temuan, untuk editor
sopgen check specs/karangan --format json
sopgen check karangan.xlsx --annotate salinan dengan sel yang ditandai"""


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Periksa spesifikasi sebuah kantor tanpa membangun buku. Setiap temuan "
    "menyebut berkas, baris, dan kolomnya.",
    short_help="periksa spesifikasi tanpa membangun",
)
@nama_argument()
@click.option(
    "--format", "form", metavar="BENTUK", default="text", help="text, short, atau json"
)
@click.option(
    "--annotate",
    is_flag=True,
    help="Untuk buku kerja Excel: tulis salinan dengan sel berwarna dan lembar Temuan",
)
def check(nama: str, form: str, *, annotate: bool) -> int:
    """Print every finding; errors make the exit code 1."""
    word(form, "--format", ("text", "short", "json"))
    place = find_office(nama)
    if annotate and os.path.isdir(place):
        saran = f"tulis dahulu `sopgen export {nama} --xlsx`"
        raise Salah("--annotate hanya untuk buku kerja Excel", saran)
    from sopgen import pipeline, report
    from sopgen.model.diagnostic import in_order

    findings, copy = pipeline.check(place), b""
    if annotate:
        from sopgen import workbooks

        copy, lacking = workbooks.annotate(place, in_order(findings))
        findings = (*findings, *lacking)
    _tell(in_order(findings), form)
    problem = _write_copy(place, copy) if annotate else None
    if problem:
        click.echo(report.text(problem), err=True)
    return 1 if problem or report.has_errors(findings) else 0


def _tell(findings: tuple[Diagnostic, ...], form: str) -> None:
    """Print findings in the form that is wished for."""
    from sopgen import report

    if form == "json":
        found = [finding.as_data() for finding in findings]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    written = report.short if form == "short" else report.text
    for finding in findings:
        click.echo(written(finding))
    if form == "text":
        click.echo(f"temuan: {report.summary(findings)}")


def _write_copy(place: Path, data: bytes) -> Diagnostic | None:
    """Write the marked copy beside the workbook; return what went wrong."""
    from sopgen.output import write_whole

    if not data:
        click.echo("salinan bertanda tidak dapat dibuat dari berkas ini", err=True)
        return None
    names = (f"{place.stem}-temuan{n}.xlsx" for n in ("", *range(-2, -1000, -1)))
    target = next(t for t in map(place.with_name, names) if not t.exists())
    problem = write_whole(target, data)
    if not problem:
        click.echo(f"salinan bertanda: {target}", err=True)
    return problem
