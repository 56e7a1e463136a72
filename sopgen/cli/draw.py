"""``sopgen draw`` and ``sopgen map``: one picture by itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sopgen.cli.choices import MOST_DIGITS, word
from sopgen.cli.office import nama_argument, output_for
from sopgen.cli.streams import is_closed
from sopgen.cli.targets import write_new
from sopgen.cli.wording import Perintah, Pilihan, Salah
from sopgen.cli.years import find_spec, tahun_option

if TYPE_CHECKING:
    from sopgen.gambar import Drawn
    from sopgen.model.diagnostic import Diagnostic

CONTOH_DRAW = """\
sopgen draw kampak --sop 3
sopgen draw kampak --sop 3 --format png --tema layar
sopgen draw kampak --sop 3 --format json --output -"""
CONTOH_MAP = """\
sopgen map karangan
sopgen map karangan --format pdf --output peta.pdf"""
OUTPUT = "Berkas hasil; - untuk keluaran baku (bawaan: folder ini)"
TIMPA = "Ganti berkas hasil yang sudah ada dan isinya lain"


class Flags(TypedDict):
    """The options of a picture."""

    suffix: str
    tema: str
    output: str
    timpa: bool


@click.command(
    cls=Perintah,
    epilog=CONTOH_DRAW,
    help="Gambar bagan alur satu SOP sebagai berkas tersendiri.",
    short_help="gambar bagan alur satu SOP",
)
@nama_argument()
@click.option(
    "--sop",
    "nomor",
    cls=Pilihan,
    metavar="NOMOR",
    required=True,
    help="Nomor SOP",
)
@click.option(
    "--format",
    "suffix",
    metavar="FORMAT",
    default="svg",
    help="svg, png, pdf, json, dot",
)
@tahun_option()
@click.option(
    "--tema", metavar="TEMA", default="cetak", help="Warna: cetak atau layar (svg, png)"
)
@click.option("--output", metavar="BERKAS", default="", help=OUTPUT)
@click.option("--timpa", is_flag=True, help=TIMPA)
def draw(nama: str, nomor: str, tahun: str, **flags: Unpack[Flags]) -> int:
    """Draw one chart and write it."""
    suffix, tema = flags["suffix"], flags["tema"]
    folder = find_spec(nama, tahun)
    if not nomor.isdecimal() or len(nomor) > MOST_DIGITS:
        raise Salah(
            f"--sop memerlukan satu nomor SOP, bukan `{nomor}`", "tulis --sop 3"
        )
    from sopgen import gambar
    from sopgen.render.formats import DRAWINGS
    from sopgen.render.theme import THEMES

    word(suffix, "--format", DRAWINGS)
    word(tema, "--tema", THEMES)
    drawn = gambar.draw(folder, int(nomor), suffix, tema, output_for(folder))
    if drawn.misused:
        raise Salah(drawn.misused.message, drawn.misused.saran)
    return deliver(drawn, suffix, flags["output"], timpa=flags["timpa"])


@click.command(
    "map",
    cls=Perintah,
    epilog=CONTOH_MAP,
    help="Gambar peta: SOP mana menuju SOP mana, menurut keterkaitan dan dokumen yang "
    "diserahkan. Memerlukan Graphviz.",
    short_help="gambar peta keterkaitan SOP",
)
@nama_argument()
@click.option(
    "--format", "suffix", metavar="FORMAT", default="svg", help="svg atau pdf"
)
@tahun_option()
@click.option("--output", metavar="BERKAS", default="", help=OUTPUT)
@click.option("--timpa", is_flag=True, help=TIMPA)
def draw_map(nama: str, suffix: str, tahun: str, output: str, *, timpa: bool) -> int:
    """Draw the map and write it."""
    folder = find_spec(nama, tahun)
    from sopgen import gambar
    from sopgen.render.formats import MAPS

    word(suffix, "--format", MAPS)
    return deliver(gambar.draw_map(folder, suffix), suffix, output, timpa=timpa)


def deliver(drawn: Drawn, suffix: str, output: str, *, timpa: bool) -> int:
    """Write the file, print the findings; return the exit code."""
    from sopgen.cli.telling import tell
    from sopgen.model.diagnostic import in_order
    from sopgen.report import has_errors

    findings = drawn.findings
    if drawn.data and output == "-":
        if is_closed(sys.stdout):
            raise Salah("--output - menulis ke keluaran baku, yang tertutup")
        sys.stdout.buffer.write(drawn.data)
    elif drawn.data:
        path = Path(output or f"{drawn.nama}.{suffix}")
        problem = _write(path, drawn.data, timpa=timpa)
        findings = (*findings, problem) if problem else findings
        if not problem:
            click.echo(path.as_posix())
    for finding in in_order(findings):
        tell(finding, err=True)
    return 1 if has_errors(findings) or not drawn.data else 0


def _write(path: Path, data: bytes, *, timpa: bool) -> Diagnostic | None:
    """Put a picture in its place, where it may lie already; return what went wrong."""
    from sopgen.output import write_whole

    if timpa:
        return write_whole(path, data)
    return None if _holds(path, data) else write_new(path, data)


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file says nothing else."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
