"""``sopgen new``: the spec of a new office, ready to be filled in."""

from __future__ import annotations

import re
from pathlib import Path

import click

from sopgen.cli.office import LONGEST, slug, specs
from sopgen.cli.wording import Perintah, Salah

NAMA = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

#: Names of devices, which Windows lets no folder bear.
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)),
}

CONTOH = """\
sopgen new suruh                     membuat specs/suruh/
sopgen new suruh --xlsx              membuat suruh.xlsx untuk diisi di Excel"""


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Buat specs/NAMA/ berisi contoh spesifikasi yang dapat langsung dibangun. "
    "NAMA memakai huruf kecil, angka, dan tanda hubung. Folder specs/ dicari dari "
    "folder ini ke atas; bila tidak ada, dibuat di sini.",
    short_help="mulai spesifikasi kantor baru",
)
@click.argument("nama", metavar="NAMA")
@click.option("--xlsx", is_flag=True, help="Sebagai buku kerja Excel: NAMA.xlsx")
def new(nama: str, *, xlsx: bool) -> int:
    """Create an office from the example; never overwrite one."""
    check_name(nama)
    return _new_workbook(nama) if xlsx else _new_folder(nama)


def check_name(nama: str) -> None:
    """Refuse a name that cannot be that of an office."""
    if not NAMA.fullmatch(nama) or len(nama) > LONGEST:
        better = slug(nama)
        hint = f"misalnya `{better}`" if better else ""
        raise Salah(
            f"nama `{nama}` hanya boleh huruf kecil, angka, dan tanda hubung", hint
        )
    if nama in RESERVED:
        raise Salah(
            f"nama `{nama}` tidak dapat menjadi folder di Windows", "pilih lain"
        )


def _new_workbook(nama: str) -> int:
    file = Path(f"{nama}.xlsx")
    if file.exists() or file.is_symlink():
        raise Salah(f"berkas `{file}` sudah ada", "pilih nama lain")
    from sopgen import workbooks
    from sopgen.cli.telling import tell
    from sopgen.output import here, write_whole

    if problem := write_whole(file, workbooks.new_workbook(nama)):
        tell(here(problem), err=True)
        return 1
    click.echo(str(file))
    click.echo(f"\nlanjutkan: isi di Excel, simpan, lalu `sopgen build {file}`")
    return 0


def _new_folder(nama: str) -> int:
    folder = specs() / nama
    if folder.exists() or folder.is_symlink():
        raise Salah(f"folder `{folder.as_posix()}` sudah ada", "pilih nama lain")
    from sopgen.cli.telling import tell
    from sopgen.output import here, write_folder
    from sopgen.spec.contoh import editor_files, new_office

    files = new_office(nama)
    texts = {**files, **editor_files()}
    if problem := write_folder(folder, {n: t.encode() for n, t in texts.items()}):
        tell(here(problem), err=True)
        return 1
    for name in files:
        click.echo((folder / name).as_posix())
    click.echo(f"\nlanjutkan: isi berkas di atas, lalu `sopgen build {nama}`")
    return 0
