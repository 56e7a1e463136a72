"""``sopgen build``: the book of an office, or parts of it."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sopgen.cli.choices import kerja_option, numbers, words
from sopgen.cli.lanjutan import rest_of
from sopgen.cli.office import names_argument, output_for
from sopgen.cli.progress import progress
from sopgen.cli.wording import Perintah, Salah
from sopgen.cli.years import find_spec, tahun_option

if TYPE_CHECKING:
    from sopgen.hasil import Result
    from sopgen.pipeline import Wish
    from sopgen.simpanan.catatan import Permintaan

CONTOH = """\
sopgen build karangan
sopgen build karangan --only keputusan,lampiran
sopgen build karangan --sop 3,7 --format pdf
sopgen build karangan --final        tolak draf dan kesalahan
sopgen build --semua                 semua kantor di specs/"""


#: So many files of SOP are listed one by one.
FEW_SOP = 4


class Flags(TypedDict):
    """The options of the command."""

    only: str
    sop: str
    tahun: str
    formats: str
    output: str | None
    final: bool
    kolom: bool
    quiet: bool
    as_json: bool
    kerja: int
    ulang: bool
    semua: bool
    specs: str | None
    kluster: str | None


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Bangun buku sebuah kantor ke output/NAMA/TAHUN/. NAMA adalah folder di "
    "specs/, yang dicari dari folder ini ke atas; atau jalur ke folder lain; atau buku "
    "kerja Excel. Hasil yang sudah disunting dipindahkan ke suntingan/, tidak ditimpa.",
    short_help="bangun buku atau sebagiannya",
)
@names_argument()
@click.option(
    "--only", metavar="BAGIAN,…", default="", help="Hanya bagian ini: lampiran, sop, …"
)
@click.option(
    "--sop", metavar="NOMOR,…", default="", help="Hanya SOP ini: 3,7 atau 3-7"
)
@tahun_option()
@click.option(
    "--format",
    "formats",
    metavar="FORMAT,…",
    default="",
    help="Hanya format ini: pdf, docx, xlsx, svg",
)
@click.option(
    "--output",
    metavar="FOLDER",
    help="Folder hasil, dari folder ini (bawaan: output di samping specs/)",
)
@click.option("--final", is_flag=True, help="Tolak bila ada draf atau kesalahan")
@click.option(
    "--kolom-tanda-tangan",
    "kolom",
    is_flag=True,
    help="Beri setiap PDF kolom tanda tangan kosong di tempat penanda tangannya",
)
@click.option("--semua", is_flag=True, help="Semua kantor, satu baris tiap kantor")
@click.option("--specs", metavar="FOLDER", help="Bersama --semua: kantor di folder ini")
@click.option(
    "--kluster", metavar="ALAMAT", help="Dengan komputer lain: kluster Dask, tcp://…"
)
@click.option("--ulang", is_flag=True, help="Buat semua berkas lagi, juga yang sama")
@kerja_option()
@click.option("--quiet", is_flag=True, help="Cetak kesalahan saja")
@click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON")
def build(nama: tuple[str, ...], **flags: Unpack[Flags]) -> int:
    """Build what is wished for, and say what came of it."""
    many = flags["semua"] or len(nama) > 1
    if flags["specs"] is not None and not flags["semua"]:
        raise Salah("--specs hanya bersama --semua")
    if nama and flags["semua"]:
        raise Salah("--semua membangun semua kantor", "hapus NAMA, atau hapus --semua")
    if flags["kluster"] is not None and not many:
        raise Salah("--kluster hanya untuk beberapa kantor", "tambahkan --semua")
    if not nama and not flags["semua"]:
        raise Salah("NAMA belum diisi", "tulis nama kantor, atau --semua")
    return _build_many(nama, flags) if many else _build_one(nama[0], flags)


def _build_one(nama: str, flags: Flags) -> int:
    folder = find_spec(nama, flags["tahun"])
    from sopgen.report import has_errors
    from sopgen.simpanan import catatan

    order = _order(folder, flags)
    result = None if flags["ulang"] else catatan.known(order)
    unchanged = result is not None
    if result is None:
        result = _built(order, flags)
    if result.misused:
        raise Salah(result.misused.message, result.misused.saran)
    if flags["as_json"]:
        click.echo(_as_json(nama, result))
    else:
        _print(nama, result, flags, unchanged=unchanged)
        _print_older(result)
    return 1 if has_errors(result.findings) else 0


def _build_many(names: tuple[str, ...], flags: Flags) -> int:
    from sopgen.cli import build_many

    if flags["tahun"] or flags["sop"]:
        raise Salah("--tahun dan --sop hanya untuk satu kantor")
    if flags["semua"]:
        kantor = build_many.all_offices(flags["specs"])
    else:
        kantor = build_many.offices_named(names)
    _wish(_order(kantor[0].place, flags), flags)  # its words are checked first
    telling = build_many.Telling(
        wide=max(len(one.nama) for one in kantor),
        silent=flags["as_json"],
        quiet=flags["quiet"],
    )
    order = build_many.Order(
        kantor,
        asked=lambda place: _order(place, flags),
        wish=lambda order: _wish(order, flags),
        ulang=flags["ulang"],
    )
    crew = partial(build_many.crew_of, flags["kerja"], flags["kluster"])
    order.build(crew, telling)
    if flags["as_json"]:
        click.echo(telling.as_json(one.nama for one in kantor))
    telling.sum_up()
    return 1 if telling.failed() else 0


def _order(place: Path, flags: Flags) -> Permintaan:
    """Return what is asked of an office."""
    from sopgen.simpanan.catatan import Permintaan

    asked = flags["only"], flags["sop"], flags["formats"], str(flags["final"])
    output = _output(place, flags["output"])
    return Permintaan(place, output, (*asked, str(flags["kolom"])))


def _built(order: Permintaan, flags: Flags) -> Result:
    """Build what is asked for, and keep a record of it."""
    from sopgen import pipeline
    from sopgen.simpanan import bahan, catatan

    read = bahan.sidik_bahan(order.place, order.output)
    wish = _wish(order, flags)
    with progress(quiet=flags["quiet"] or flags["as_json"]) as notice:
        result = pipeline.build(wish, notice)
    catatan.keep(order, result, read)
    return result


def _output(folder: Path, output: str | None) -> Path:
    if output == "":
        raise Salah("--output memerlukan nama folder")
    return output_for(folder) if output is None else Path(output)


def _wish(order: Permintaan, flags: Flags) -> Wish:
    from sopgen.kerja import Kerja
    from sopgen.parts import TERSENDIRI
    from sopgen.pipeline import Wish
    from sopgen.render.formats import FORMATS

    formats = words(flags["formats"], "--format", FORMATS) or tuple(FORMATS)
    if flags["kolom"] and "pdf" not in formats:
        raise Salah(
            "--kolom-tanda-tangan hanya untuk PDF", "tambahkan pdf pada --format"
        )
    return Wish(
        folder=order.place,
        output=order.output,
        only=frozenset(words(flags["only"], "--only", TERSENDIRI)),
        sop=numbers(flags["sop"], "--sop"),
        formats=formats,
        final=flags["final"],
        kerja=Kerja(flags["kerja"]),
        ulang=flags["ulang"],
        kolom=flags["kolom"],
    )


def _print(nama: str, result: Result, flags: Flags, *, unchanged: bool) -> None:
    """Print errors and what is told of files, then what was made, or lies there.

    The rest is for ``sopgen check``.
    """
    from sopgen.cli.telling import tell
    from sopgen.model.diagnostic import Severity, in_order
    from sopgen.report import summary

    errors = [f for f in result.findings if f.severity is Severity.ERROR]
    quiet = flags["quiet"]
    told = in_order(errors if quiet else (*errors, *result.told))
    for finding in told:
        tell(finding, err=True)
    if quiet:
        return
    if result.files:
        where = Path(os.path.commonpath([file.path.parent for file in result.files]))
        same = "; tidak ada yang berubah sejak dibangun" if unchanged else ""
        made = f"{len(result.files)} berkas; {_pages(result)} halaman"
        click.echo(f"{made} di {where.as_posix()}{same}")
        if flags["final"] or flags["only"] or flags["sop"]:
            _print_sheets(result, "siap cetak" if flags["final"] else "untuk dicetak")
        if flags["kolom"]:
            _print_fields(result)
    else:
        click.echo(f"tidak ada berkas yang dibuat di {flags['output'] or 'output'}")
    more = f"; {rest_of(nama)}" if {*result.findings} - {*told} else ""
    click.echo(f"temuan: {summary(result.findings, result.diabaikan)}{more}")


def _print_older(result: Result) -> None:
    """Name the files that are not of the new edition."""
    if result.lama:
        count = len(result.lama)
        names = ", ".join(result.lama)
        click.echo(f"{count} berkas masih dari edisi lama: {names}", err=True)


def _print_sheets(result: Result, judul: str) -> None:
    """Print what each file takes of a printer; many files of SOP in one line."""
    from sopgen.model.tumpukan_cetak import together

    taken = [(file, file.cetak) for file in result.files if file.cetak]
    sop = [(file, cetak) for file, cetak in taken if file.bagian.jenis == "sop"]
    alone = [one for one in taken if one not in sop or len(sop) <= FEW_SOP]
    lines = {file.path.name: str(cetak) for file, cetak in alone}
    if len(sop) > FEW_SOP:
        every = together(tuple(cetak for _, cetak in sop))
        lines[f"sop/ ({len(sop)} berkas)"] = str(every)
    if lines:
        click.echo(f"{judul}:")
    wide = max(map(len, lines), default=0)
    for nama, text in lines.items():
        click.echo(f"  {nama:<{wide}}  {text}")


def _print_fields(result: Result) -> None:
    """Say how many PDF have fields for signatures, and how many."""
    fielded = [len(file.kolom) for file in result.files if file.kolom]
    made = f"{sum(fielded)} di {len(fielded)} PDF" if fielded else "tidak ada tempatnya"
    click.echo(f"kolom tanda tangan: {made}")


def _pages(result: Result) -> str:
    """Return how many pages were made, each once however many formats it has."""
    from sopgen.model.bagian import BagianId

    pages: dict[BagianId, int] = {}
    for file in result.files:
        pages[file.bagian] = max(file.pages, pages.get(file.bagian, 0))
    if whole := pages.get(BagianId("buku")):
        return f"buku {whole}"
    return str(sum(pages.values()))


def _as_json(nama: str, result: Result) -> str:
    from sopgen.model.diagnostic import in_order

    files = [file.as_data(file.path.as_posix()) for file in result.files]
    found = [finding.as_data() for finding in in_order(result.findings)]
    made = {"nama": nama, "berkas": files, "temuan": found, "berkas_lama": result.lama}
    return json.dumps(made, ensure_ascii=False, indent=1)
