"""``sopgen new``: the spec of a new office, ready to be filled in."""

from __future__ import annotations

import re

import click

from sopgen.cli.office import SPECS
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
sopgen new suruh                     membuat specs/suruh/"""


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Buat specs/NAMA/ berisi contoh spesifikasi yang dapat langsung dibangun. "
    "NAMA memakai huruf kecil, angka, dan tanda hubung.",
    short_help="mulai spesifikasi kantor baru",
)
@click.argument("nama", metavar="NAMA")
def new(nama: str) -> int:
    """Create an office's folder from the example; never overwrite one."""
    if not NAMA.fullmatch(nama) or len(nama) > 60:
        slug = "-".join(re.findall(r"[a-z0-9]+", nama.casefold()))[:60]
        hint = f"misalnya `{slug}`" if slug else ""
        raise Salah(
            f"nama `{nama}` hanya boleh huruf kecil, angka, dan tanda hubung", hint
        )
    if nama in RESERVED:
        raise Salah(
            f"nama `{nama}` tidak dapat menjadi folder di Windows", "pilih lain"
        )
    folder = SPECS / nama
    if folder.exists() or folder.is_symlink():
        raise Salah(f"folder `{folder.as_posix()}` sudah ada", "pilih nama lain")
    from sopgen.spec.contoh import write_office

    try:
        written = write_office(folder)
    except OSError as error:
        reason = error.strerror or error
        click.echo(f"sopgen: {folder.as_posix()} gagal ditulis: {reason}", err=True)
        return 1
    for file in written:
        click.echo(file.as_posix())
    click.echo(f"\nlanjutkan: isi berkas di atas, lalu `sopgen build {nama}`")
    return 0
