"""``sopgen check``: what is wrong in an office's spec."""

from __future__ import annotations

import json

import click

from sopgen.cli.choices import word
from sopgen.cli.office import find_office, nama_argument
from sopgen.cli.wording import Perintah

CONTOH = """\
sopgen check karangan
sopgen check karangan --format short  satu baris setiap temuan, untuk editor
sopgen check specs/karangan --format json"""


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
def check(nama: str, form: str) -> int:
    """Print every finding; errors make the exit code 1."""
    word(form, "--format", ("text", "short", "json"))
    folder = find_office(nama)
    from sopgen import pipeline, report
    from sopgen.model.diagnostic import in_order

    findings = in_order(pipeline.check(folder))
    if form == "json":
        found = [finding.as_data() for finding in findings]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        written = report.short if form == "short" else report.text
        for finding in findings:
            click.echo(written(finding))
        if form == "text":
            click.echo(f"temuan: {report.summary(findings)}")
    return 1 if report.has_errors(findings) else 0
