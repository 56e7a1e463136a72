"""``sopgen diff``: what is not the same in two years of a book."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sopgen.cli.choices import word
from sopgen.cli.draw import TIMPA, deliver
from sopgen.cli.office import find_office, nama_argument
from sopgen.cli.wording import Perintah, Salah
from sopgen.cli.years import find_spec, usable

if TYPE_CHECKING:
    from sopgen.comparison import Compared

CONTOH = """\
sopgen diff karangan                 tahun berjalan dibandingkan dengan tahun lalu
sopgen diff karangan --tahun 2025
sopgen diff karangan.xlsx --lama lama/karangan-2025.xlsx
sopgen diff lama.xlsx baru.xlsx      dari yang pertama ke yang kedua
sopgen diff karangan --format pdf    laporan, bagan lama dan baru berdampingan"""


#: The forms of a report, and the files that a name must not make of it.
LAPORAN = ("pdf", "docx")
FORMATS = (*LAPORAN, "xlsx", "svg", "json")


class Flags(TypedDict):
    """The options of the command."""

    lain: str | None
    tahun: str
    lama: str
    as_json: bool
    suffix: str
    output: str
    timpa: bool


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Bandingkan buku tahun berjalan dengan buku tahun lalu, atau dua buku mana "
    "pun, menurut artinya: bukan cara menulisnya. Tahun lalu dicari di arsip kantor; "
    "untuk buku kerja, pada isian Buku tahun lalu. Kode keluar 0 juga bila ada "
    "perubahan, 1 bila salah satunya tidak terbaca utuh.",
    short_help="perubahan sejak buku tahun lalu",
)
@nama_argument()
@click.argument("lain", required=False, metavar="[LAIN]")
@click.option(
    "--tahun", metavar="TAHUN", default="", help="Bandingkan dengan tahun ini"
)
@click.option("--lama", metavar="BERKAS", default="", help="Bandingkan dengan buku ini")
@click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON")
@click.option(
    "--format",
    "suffix",
    metavar="FORMAT",
    default="",
    help="Tulis laporan bergambar: pdf atau docx",
)
@click.option(
    "--output", metavar="BERKAS", default="", help="Berkas laporan (bawaan: folder ini)"
)
@click.option("--timpa", is_flag=True, help=TIMPA)
def diff(nama: str, **flags: Unpack[Flags]) -> int:
    """Print what changed, or write the report of it."""
    suffix = flags["suffix"]
    _refuse_mixed(suffix, flags)
    lama, baru = _both(nama, flags)
    if suffix:
        from sopgen.gambar import report_changes

        made = report_changes(lama, baru, suffix)
        return deliver(made, suffix, flags["output"], timpa=flags["timpa"])
    from sopgen.comparison import compare_specs

    return _tell(compare_specs(lama, baru), as_json=flags["as_json"])


def _refuse_mixed(suffix: str, flags: Flags) -> None:
    """Refuse a report in a form that is not known, or not the one of its name."""
    output = flags["output"]
    if not suffix:
        for name, given in (("--output", output), ("--timpa", flags["timpa"])):
            if given:
                raise Salah(f"{name} memerlukan --format", "tulis --format pdf")
        return
    word(suffix, "--format", LAPORAN)
    if flags["as_json"]:
        raise Salah("--json tidak dapat bersama --format", "pilih salah satu")
    named = Path(output).suffix.casefold().removeprefix(".")
    if named in FORMATS and named != suffix:
        saran = f"tulis --format {named}" if named in LAPORAN else f"tulis .{suffix}"
        raise Salah(f"--output `{output}` bukan berkas .{suffix}", saran)


def _both(nama: str, flags: Flags) -> tuple[Path, Path]:
    """Return the older spec and the newer one."""
    lain, tahun, lama = flags["lain"], flags["tahun"], flags["lama"]
    if sum(map(bool, (lain, tahun, lama))) > 1:
        raise Salah(
            "buku pembanding disebut lebih dari sekali",
            "pilih salah satu: LAIN, --tahun, atau --lama",
        )
    place = find_office(nama)
    if lain:
        return place, find_office(lain)
    if lama:
        return find_office(lama), place
    return find_spec(nama, tahun) if tahun else _last(place), place


def _last(place: Path) -> Path:
    """Return last year's spec."""
    from sopgen.years import last_year

    found = last_year(place)
    if found.place is None and not found.findings:
        if os.path.isdir(place):
            saran = "sebut bukunya: --lama FOLDER; arsip dibuat saat pergantian tahun"
        else:
            saran = "isi `Buku tahun lalu` di lembar Buku, atau sebut --lama BERKAS"
        raise Salah("buku tahun lalu tidak diketahui", saran)
    return usable(found, place)


def _tell(made: Compared, *, as_json: bool) -> int:
    """Print what changed; findings go where errors go."""
    from sopgen import laporan
    from sopgen.cli.telling import tell

    for finding in made.findings:
        tell(finding, err=True)
    if made.perubahan is not None and as_json:
        data = laporan.as_data(made.perubahan)
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    elif made.perubahan is not None:
        for line in laporan.lines(made.perubahan):
            click.echo(line)
    return 1 if made.findings else 0
