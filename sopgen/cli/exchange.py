"""``sopgen export`` and ``sopgen import``: specs from and to Excel."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.decree import import_decree
from sopgen.cli.lanjutan import tell_next
from sopgen.cli.new import check_free, check_name
from sopgen.cli.office import find_office, nama_argument, specs
from sopgen.cli.targets import (
    refuse_itself,
    refuse_taken,
    write_new,
    write_new_folder,
)
from sopgen.cli.wording import Perintah, Salah
from sopgen.model.nama_kantor import slug

if TYPE_CHECKING:
    from sopgen.model.diagnostic import Diagnostic
    from sopgen.spec.exchange import Exchanged

CONTOH_EXPORT = """\
sopgen export karangan --xlsx        menulis karangan.xlsx
sopgen build karangan.xlsx           membangun buku langsung darinya"""

CONTOH_IMPORT = """\
sopgen import karangan.xlsx          buku kerja menjadi specs/karangan/
sopgen import "SOP lama.docx" --nama suruh
sopgen import "SOP lama.xlsx" --xlsx menjadi buku kerja sop-lama.xlsx
sopgen import keputusan-1.docx --nama suruh   nomor dan tanggal yang diisi di Word"""

#: What a decree is that staff filled in.
DECREE = ".docx"
LAIN = "pilih nama lain dengan --nama"


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
    refuse_itself(target, place)
    if not timpa:
        refuse_taken(target)
    from sopgen.spec.exchange import export_workbook
    from sopgen.spec.terbuka import opened

    if locked := opened(target):
        _tell([locked])
        return 1
    return _write_workbook(export_workbook(place), target, timpa=timpa)


def _write_workbook(made: Exchanged, target: Path, *, timpa: bool) -> int:
    """Write a workbook with its pictures beside it; return the exit code."""
    from sopgen.output import write_whole

    if not made.workbook:
        _tell(made.findings)
        return 1
    problems = [_write_one(made.workbook, target, timpa=timpa)]
    beside = {target.parent / name: data for name, data in made.files.items()}
    pictures = {file: data for file, data in beside.items() if not file.exists()}
    problems += [write_whole(one, data, new=True) for one, data in pictures.items()]
    failed = _tell((*made.findings, *filter(None, problems)))
    if not failed:
        for file in (target, *pictures):
            click.echo(file.as_posix())
    return 1 if failed else 0


def _write_one(data: bytes, target: Path, *, timpa: bool) -> Diagnostic | None:
    """Write a workbook; return what went wrong.  What is lost by it is told before."""
    if not timpa:
        return write_new(target, data)
    from sopgen.output import write_whole
    from sopgen.workbooks import overwritten

    if target.exists():
        _tell(overwritten(target, data))
    return write_whole(target, data)


@click.command(
    "import",
    cls=Perintah,
    epilog=CONTOH_IMPORT,
    help="Jadikan berkas Excel atau Word sebuah spesifikasi di specs/NAMA/: buku kerja "
    "dari `sopgen export`, atau SOP lama yang digambar tangan. Yang ditebak dari SOP "
    "lama diberi catatan PERIKSA. Keputusan dari `sopgen build` (Word) mengembalikan "
    "nomor, tanggal, dan penandatangannya ke spesifikasi --nama. Folder specs/ dicari "
    "dari folder ini ke atas; bila tidak ada, dibuat di sini.",
    short_help="ambil buku kerja atau SOP lama",
)
@click.argument("berkas", metavar="BERKAS")
@click.option(
    "--nama", metavar="NAMA", default="", help="Nama kantor (bawaan: nama berkas)"
)
@click.option(
    "--xlsx",
    is_flag=True,
    help="SOP lama menjadi buku kerja NAMA.xlsx; yang ditebak ditandai di selnya",
)
def import_file(berkas: str, nama: str, *, xlsx: bool) -> int:
    """Write the spec that a file holds; never overwrite one."""
    file = _existing(berkas)
    if file.suffix.casefold() == DECREE and not xlsx:
        from sopgen.keputusan_word import read_decree

        if terisi := read_decree(file):
            return import_decree(file, terisi, nama)
    nama = nama or slug(file.stem)
    if not nama:
        raise Salah(
            f"nama berkas `{file.name}` tidak dapat menjadi nama kantor",
            "tambahkan --nama, misalnya `--nama suruh`",
        )
    check_name(nama)
    target = Path(f"{nama}.xlsx") if xlsx else specs() / nama
    check_free(target, "berkas" if xlsx else "folder", LAIN)
    from sopgen import workbooks

    made = workbooks.import_file(file, nama, workbook=xlsx)
    if xlsx and made.files:
        raise Salah(
            f"`{berkas}` sudah buku kerja sopgen", "pakai langsung, tanpa import"
        )
    return _write(made, target)


def _write(made: Exchanged, target: Path) -> int:
    """Write what a file gave; return the exit code."""
    from sopgen.output import here

    problem = None
    if made.workbook:
        problem = write_new(target, made.workbook, LAIN)
    elif made.files:
        problem = write_new_folder(target, made.files, LAIN)
    _tell((*made.findings, here(problem)) if problem else made.findings)
    if problem or not (made.files or made.workbook):
        return 1
    marks = sum(data.count(b"PERIKSA") for data in made.files.values())
    todo = f"periksa {marks} catatan PERIKSA, lalu " if marks else ""
    if made.workbook:
        click.echo(target.as_posix())
        todo = "periksa sel yang ditandai (lembar Temuan), lalu "
    for name in made.files:
        click.echo((target / name).as_posix())
    tell_next(f"{todo}`sopgen check {target.name}`")
    return 0


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
    from sopgen.cli.telling import tell
    from sopgen.model.diagnostic import in_order
    from sopgen.report import has_errors

    ordered = in_order(findings)
    for finding in ordered:
        tell(finding, err=True)
    return has_errors(ordered)
