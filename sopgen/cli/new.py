"""``sopgen new``: the spec of a new office, ready to be filled in."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sopgen.cli.lanjutan import tell_next
from sopgen.cli.office import specs
from sopgen.cli.targets import refuse_taken, write_new, write_new_folder
from sopgen.cli.wording import Perintah, Salah
from sopgen.model.nama_kantor import like, objection

if TYPE_CHECKING:
    from sopgen.spec.contoh import Kehendak

#: The flags that say of what kind the office is.
KUNCI = ("jenis", "kepala", "wilayah", "daerah")
LAIN = "pilih nama lain"

CONTOH = """\
sopgen new suruh                     membuat specs/suruh/
sopgen new distrik-muara             kantor distrik, kepalanya Kepala Distrik
sopgen new mekarsari --jenis kelurahan --daerah "Kota Samudra"
sopgen new pakualam --jenis kemantren --kepala "Mantri Pamong Praja"
sopgen new suruh --xlsx              membuat suruh.xlsx untuk diisi di Excel"""


class Flags(TypedDict):
    """The options that say of what kind the office is."""

    jenis: str
    kepala: str
    wilayah: str
    daerah: str


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Buat specs/NAMA/ berisi contoh spesifikasi yang dapat langsung dibangun. "
    "NAMA memakai huruf kecil, angka, dan tanda hubung. Folder specs/ dicari dari "
    "folder ini ke atas; bila tidak ada, dibuat di sini. Tanpa pilihan lain kantornya "
    "kecamatan di sebuah kabupaten; di terminal, jenisnya ditanyakan.",
    short_help="mulai spesifikasi kantor baru",
)
@click.argument("nama", metavar="NAMA")
@click.option("--xlsx", is_flag=True, help="Sebagai buku kerja Excel: NAMA.xlsx")
@click.option(
    "--jenis",
    metavar="KATA",
    default="",
    help="Jenis kantor: kecamatan, distrik, kelurahan, desa, dinas, … (bawaan: "
    "kecamatan)",
)
@click.option(
    "--kepala", metavar="KATA", default="", help="Sebutan kepalanya: Camat, Lurah, …"
)
@click.option(
    "--wilayah",
    metavar="KATA",
    default="",
    help="kabupaten, kota, kota administrasi, atau provinsi (bawaan: kabupaten)",
)
@click.option(
    "--daerah", metavar="NAMA", default="", help='Nama wilayahnya: "Kota Samudra"'
)
def new(nama: str, *, xlsx: bool, **flags: Unpack[Flags]) -> int:
    """Create an office from the example; never overwrite one."""
    check_name(nama)
    target = Path(f"{nama}.xlsx") if xlsx else specs() / nama
    check_free(target, "berkas" if xlsx else "folder", LAIN)
    kehendak = _asked(nama, flags)
    return (_new_workbook if xlsx else _new_folder)(nama, target, kehendak)


def _asked(nama: str, flags: Flags) -> Kehendak:
    """Return what kind of office is wanted; on a terminal what is not said is asked."""
    from sopgen.model.sebutan_kantor import WILAYAH, wilayah_key
    from sopgen.spec.contoh import Kehendak

    wanted = {key: " ".join(flags[key].split()) for key in KUNCI}  # type: ignore[literal-required]
    wilayah = wilayah_key(wanted["wilayah"])
    if wilayah and wilayah not in WILAYAH:
        saran = f"pilihannya: {', '.join(WILAYAH)}"
        raise Salah(f"--wilayah `{wilayah[:30]}` tidak dikenal", saran)
    made = Kehendak(**{**wanted, "wilayah": wilayah})
    if any(wanted.values()) or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return made
    return _of_terminal(nama)


def _of_terminal(nama: str) -> Kehendak:
    """Return the answers to four questions at most."""
    from dataclasses import replace

    from sopgen.model.sebutan_kantor import JENIS, WILAYAH, split_wilayah, wilayah_key
    from sopgen.spec.contoh import Kehendak, kind_of, title_of

    click.echo("Enter = seperti dalam [ ].")
    made = Kehendak(jenis=_ask(f"Jenis kantor ({', '.join(JENIS)}, …)", kind_of(nama)))
    usual = made.sebutan(title_of(nama)).kepala
    made = replace(made, kepala=_ask("Kepala kantor", usual))
    region = ""
    while region not in WILAYAH:
        told = ", ".join(WILAYAH)
        region = wilayah_key(_ask(f"Wilayah ({told})", "kabupaten"))
    named = _ask(f"Nama {region}", "diisi nanti")
    daerah = "" if named == "diisi nanti" else split_wilayah(named)[1]
    return replace(made, wilayah=region, daerah=daerah)


def _ask(question: str, default: str) -> str:
    answer: str = click.prompt(question, default=default, show_default=True)
    return " ".join(answer.split())


def check_name(nama: str) -> None:
    """Refuse a name that cannot be that of an office."""
    if no := objection(nama):
        raise Salah(no.pesan, f"misalnya `{no.usul}`" if no.usul else "")


def check_free(target: Path, kind: str, saran: str) -> None:
    """Refuse a place where something lies, be its name in other capitals.

    Windows takes these for the same, and a spec must be able to move there.
    """
    refuse_taken(target, saran, kind)
    try:
        names = os.listdir(target.parent)
    except OSError:
        return
    if other := like(target.name, names):
        same = "bagi Windows namanya sama"
        raise Salah(f"{kind} `{other}` sudah ada; {same}", saran)


def _new_workbook(nama: str, file: Path, kehendak: Kehendak) -> int:
    from sopgen import workbooks
    from sopgen.cli.telling import tell
    from sopgen.output import here

    if problem := write_new(file, workbooks.new_workbook(nama, kehendak), LAIN):
        tell(here(problem), err=True)
        return 1
    click.echo(file.as_posix())
    tell_next(f"isi di Excel, simpan, lalu `sopgen build {file.as_posix()}`")
    return 0


def _new_folder(nama: str, folder: Path, kehendak: Kehendak) -> int:
    from sopgen.cli.telling import tell
    from sopgen.output import here
    from sopgen.spec.contoh import editor_files, new_office

    files = new_office(nama, kehendak)
    texts = {**files, **editor_files()}
    data = {name: text.encode() for name, text in texts.items()}
    if problem := write_new_folder(folder, data, LAIN):
        tell(here(problem), err=True)
        return 1
    for name in files:
        click.echo((folder / name).as_posix())
    tell_next(f"isi berkas di atas, lalu `sopgen build {nama}`")
    return 0
