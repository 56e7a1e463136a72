"""``sopgen list``: the offices there are, or what one office's book holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.lanjutan import rest_of
from sopgen.cli.office import nama_argument, offices, output_for, specs
from sopgen.cli.wording import Perintah, Salah
from sopgen.cli.years import find_spec, tahun_option

if TYPE_CHECKING:
    from sopgen.model.buku import Buku

CONTOH = """\
sopgen list                          kantor di folder specs
sopgen list karangan                 SOP dan bagian bukunya"""


@click.command(
    "list",
    cls=Perintah,
    epilog=CONTOH,
    help="Tampilkan kantor di folder specs, atau SOP dan bagian buku sebuah kantor.",
    short_help="tampilkan kantor, atau isi bukunya",
)
@nama_argument(required=False)
@tahun_option()
def listing(nama: str | None, tahun: str) -> int:
    """Print what there is."""
    if nama is None and tahun:
        raise Salah("--tahun memerlukan NAMA")
    return _offices() if nama is None else _office(nama, find_spec(nama, tahun))


def _offices() -> int:
    from sopgen.spec.ringkasan import read_ringkasan

    folder, known = specs(), offices()
    if not known:
        click.echo("belum ada kantor di folder specs; mulai dengan `sopgen new NAMA`")
    width = max((len(name) for name in known), default=0)
    for name in known:
        click.echo(f"{name:<{width}}  {read_ringkasan(folder / name)}")
    return 0


def _office(nama: str, folder: Path) -> int:
    from sopgen.cli.telling import tell
    from sopgen.pipeline import left_by_build, told
    from sopgen.report import has_errors
    from sopgen.spec import read_buku
    from sopgen.years import years_of

    reading = read_buku(folder)
    if reading.buku is None:
        for finding in told(folder, reading):
            tell(finding, err=True)
        return 1
    click.echo(f"{reading.buku.kecamatan.sebutan.kantor}, tahun {reading.buku.tahun}")
    if years := years_of(folder):
        click.echo(f"arsip (untuk --tahun): {', '.join(map(str, years))}")
    signed = _signed(output_for(folder), reading.buku)
    for line in (*_bagian(reading.buku), *_sop(reading.buku), *signed):
        click.echo(line)
    for finding in left_by_build(output_for(folder), reading.buku):
        tell(finding, err=True)
    if not has_errors(reading.findings):
        return 0
    click.echo(f"\nada kesalahan; {rest_of(nama)}", err=True)
    return 1


def _signed(output: Path, buku: Buku) -> Iterator[str]:
    """Yield a line for each signed PDF among the files of a book."""
    from sopgen.output import signed_in

    names = signed_in(output / buku.id / str(buku.tahun))
    if names:
        yield "\nbertanda tangan elektronik (tidak pernah diganti):"
    yield from (f"  {name}" for name in names)


def _bagian(buku: Buku) -> Iterator[str]:
    """Yield a line for each part."""
    from sopgen.model.seksi import JENIS

    yield "\nbagian (untuk --only):"
    for bagian in buku.susunan:
        about = f" {bagian.id.id}" if bagian.id.id else ""
        yield f"  {bagian.jenis}{about}"
    if buku.seksi:
        yield f"  {JENIS} (lembar pembatas)"


def _sop(buku: Buku) -> Iterator[str]:
    """Yield a line for each SOP; in a book by seksi under it, with the whole number."""
    yield "\nSOP (untuk --sop):"
    for seksi, every in buku.per_seksi:
        if buku.seksi:
            yield f"  {seksi.judul if seksi else '(tanpa seksi)'}"
        for sop in every:
            rows = (
                f"{len(sop.kegiatan)} kegiatan"
                if sop.kegiatan
                else "belum ada kegiatan"
            )
            whole = f"{sop.nomor_sop}  " if buku.seksi or sop.bernomor_sendiri else ""
            yield f"  {sop.nomor:>2}  {whole}{sop.nama} ({rows}, {sop.status.value})"
