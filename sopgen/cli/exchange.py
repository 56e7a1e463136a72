"""``sopgen export`` and ``sopgen import``: specs from and to Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.new import check_name
from sopgen.cli.office import SPECS, find_office, nama_argument
from sopgen.cli.wording import Perintah, Salah

if TYPE_CHECKING:
    from sopgen.model.diagnostic import Diagnostic

CONTOH_EXPORT = """\
sopgen export karangan --xlsx        menulis karangan.xlsx
sopgen build karangan.xlsx           membangun buku langsung darinya"""

CONTOH_IMPORT = """\
sopgen import karangan.xlsx          buku kerja menjadi specs/karangan/
sopgen import "SOP lama.docx" --nama suruh"""

LAIN = "pilih nama lain dengan --output, atau tambahkan --timpa"


@click.command(
    cls=Perintah,
    epilog=CONTOH_EXPORT,
    help="Tulis spesifikasi sebuah kantor sebagai buku kerja Excel yang diisi staf: "
    "pilihan di setiap sel, bantuan pada judul kolom, satu lembar untuk setiap SOP.",
    short_help="tulis spesifikasi sebagai buku kerja Excel",
)
@nama_argument()
@click.option("--xlsx", is_flag=True, help="Sebagai buku kerja Excel")
@click.option(
    "--output", metavar="BERKAS", default="", help="Berkas tujuan (bawaan: NAMA.xlsx)"
)
@click.option("--timpa", is_flag=True, help="Ganti berkas yang sudah ada")
def export(nama: str, output: str, *, xlsx: bool, timpa: bool) -> int:
    """Write the workbook of an office."""
    if not xlsx:
        raise Salah("bentuknya belum disebut", f"tulis `sopgen export {nama} --xlsx`")
    place = find_office(nama)
    target = Path(output or f"{place.resolve().stem}.xlsx")
    if target.suffix.casefold() != ".xlsx":
        raise Salah(f"--output `{output}` bukan berkas .xlsx", "tulis nama.xlsx")
    if target.exists() and not timpa:
        raise Salah(f"berkas `{target}` sudah ada", LAIN)
    from sopgen import pipeline
    from sopgen.output import write_whole

    data, findings = pipeline.export(place)
    if data and (problem := write_whole(target, data)):
        findings = (*findings, problem)
    failed = _tell(findings)
    if data and not failed:
        click.echo(str(target))
    return 1 if failed or not data else 0


@click.command(
    "import",
    cls=Perintah,
    epilog=CONTOH_IMPORT,
    help="Jadikan berkas Excel atau Word sebuah spesifikasi di specs/NAMA/: buku kerja "
    "dari `sopgen export`, atau SOP lama yang digambar tangan. Yang ditebak dari SOP "
    "lama diberi catatan PERIKSA.",
    short_help="ambil buku kerja atau SOP lama",
)
@click.argument("berkas", metavar="BERKAS")
@click.option(
    "--nama", metavar="NAMA", default="", help="Nama kantor (bawaan: nama berkas)"
)
def import_file(berkas: str, nama: str) -> int:
    """Write the spec that a file holds; never overwrite one."""
    file = _existing(berkas)
    slug = "-".join(re.findall(r"[a-z0-9]+", file.stem.casefold()))[:60]
    nama = nama or slug
    check_name(nama)
    folder = SPECS / nama
    if folder.exists() or folder.is_symlink():
        saran = "pilih nama lain dengan --nama"
        raise Salah(f"folder `{folder.as_posix()}` sudah ada", saran)
    from sopgen import pipeline
    from sopgen.output import write_folder

    files, findings = pipeline.import_file(file, nama)
    if files and (problem := write_folder(folder, files)):
        findings, files = (*findings, problem), {}
    _tell(findings)
    for name in files:
        click.echo((folder / name).as_posix())
    if files:
        marks = sum(text.count("PERIKSA") for text in files.values())
        todo = f"periksa {marks} catatan PERIKSA, lalu " if marks else ""
        click.echo(f"\nlanjutkan: {todo}`sopgen check {nama}`")
    return 0 if files else 1


def _existing(berkas: str) -> Path:
    file = Path(berkas)
    try:
        if file.exists():
            return file
    except (OSError, ValueError):
        pass
    raise Salah(f"berkas `{berkas[:200]}` tidak ada")


def _tell(findings: Iterable[Diagnostic]) -> bool:
    """Print findings; tell whether an error is among them."""
    from sopgen.model.diagnostic import in_order
    from sopgen.report import has_errors, text

    ordered = in_order(findings)
    for finding in ordered:
        click.echo(text(finding), err=True)
    return has_errors(ordered)
