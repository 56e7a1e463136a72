"""``sopgen roll``: last year's book becomes this year's."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from sopgen.cli.lanjutan import argument, tell_next
from sopgen.cli.office import find_office, nama_argument
from sopgen.cli.wording import Perintah, Salah

if TYPE_CHECKING:
    from datetime import date

    from sopgen.model.diagnostic import Diagnostic
    from sopgen.model.pergantian import Pinta
    from sopgen.rolling import Alih, Hasil, Terbaca

CONTOH = """\
sopgen roll karangan --coba          lihat dahulu, tidak ada yang ditulis
sopgen roll karangan --camat "SITI AMINAH, S.Sos.; 19700101 199503 2 001; Pembina"
sopgen roll karangan --nomor 000.8.3.3/7/406.06/2026 --tanggal "12 Januari 2026"
sopgen roll karangan.xlsx            menulis karangan-2026.xlsx di sampingnya
sopgen roll karangan --batal         kembalikan, selama belum diubah"""

#: What only the roll finds, and no check after it.
SENDIRI = ("SOP808", "SOP809")
#: Letters of a text that is told on a line.
LEBAR = 72


class Flags(TypedDict):
    """The options of the command."""

    tahun: str
    camat: str
    kapasitas: str
    nomor: str
    tanggal: str
    keputusan: str
    coba: bool
    batal: bool
    timpa: bool
    as_json: bool


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Lanjutkan buku tahun lalu ke tahun berikutnya: tahun, pejabat, nomor dan "
    "tanggal keputusan, diktum yang mencabut keputusan lama, tanggal efektif SOP, dan "
    "dasar hukum yang pasti penggantinya. Buku lama masuk arsip (folder) atau tetap "
    "apa adanya (buku kerja). Setiap perubahan disebut, begitu pula yang masih harus "
    "diputuskan. Di terminal, yang belum disebut ditanyakan.",
    short_help="buku tahun lalu menjadi buku tahun ini",
)
@nama_argument()
@click.option(
    "--tahun", metavar="TAHUN", default="", help="Tahun baru (bawaan: tahun buku + 1)"
)
@click.option(
    "--camat",
    metavar="PEJABAT",
    default="",
    help='Kepala kantor: "Nama, gelar; NIP; pangkat"',
)
@click.option(
    "--kapasitas", metavar="KATA", default="", help="definitif, plt, plh, pj, an, ub"
)
@click.option(
    "--nomor",
    metavar="NOMOR",
    default="",
    help="Nomor keputusan yang baru, utuh, atau nomor urutnya saja",
)
@click.option(
    "--tanggal", metavar="TANGGAL", default="", help="Tanggal keputusan yang baru"
)
@click.option(
    "--keputusan", metavar="KODE", default="", help="Keputusan yang diteruskan"
)
@click.option("--coba", is_flag=True, help="Tunjukkan saja, jangan tulis apa pun")
@click.option("--batal", is_flag=True, help="Kembalikan buku tahun lalu dari arsip")
@click.option("--timpa", is_flag=True, help="Ganti buku kerja baru yang sudah ada")
@click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON")
def roll(nama: str, **flags: Unpack[Flags]) -> int:
    """Roll a book, and tell every change and what is left."""
    place = find_office(nama)
    from sopgen.model.pergantian import PintaError

    try:
        if flags["batal"]:
            _refuse_others(flags)
            return _batal(nama, place)
        return _roll(nama, place, flags)
    except PintaError as error:
        raise Salah(error.pesan, error.saran) from None


def _roll(nama: str, place: Path, flags: Flags) -> int:
    from sopgen.rolling import read_last
    from sopgen.rolling import roll as rolled

    tahun, day = _year(flags["tahun"]), _day(flags["tanggal"])
    read = read_last(place)
    if read.terbaca is None:
        return _tell(read.findings)
    if not tahun:
        _refuse_twice(place)
    pinta = _pinta(read.terbaca, flags, tahun, day)
    if not flags["as_json"]:
        pinta = _asked(read.terbaca, pinta)
    made = rolled(read.terbaca, pinta, coba=flags["coba"], timpa=flags["timpa"])
    if made.tujuan is None:
        return _tell(made.findings)
    if flags["as_json"]:
        _print_json(made, pinta, coba=flags["coba"])
    else:
        _show(nama, made, pinta, coba=flags["coba"])
    return 0


def _batal(nama: str, place: Path) -> int:
    if not os.path.isdir(place):
        saran = f"`{nama}` tidak pernah diubah; hapus saja buku kerja tahun barunya"
        raise Salah("--batal hanya untuk folder", saran)
    from sopgen.rolling import take_back

    findings, tahun = take_back(place)
    if findings:
        return _tell(findings)
    click.echo(f"dikembalikan: {place.as_posix()} kembali buku tahun {tahun}")
    return 0


def _refuse_others(flags: Flags) -> None:
    """Refuse what --batal would not heed, above all the wish to write nothing."""
    others = [f"--{n.removeprefix('as_')}" for n, given in flags.items() if given]
    others.remove("--batal")
    if others:
        saran = "tulis --batal saja; buku yang sudah diubah tidak akan dikembalikan"
        raise Salah(f"--batal tidak dapat bersama {', '.join(others)}", saran)


def _refuse_twice(place: Path) -> None:
    """Refuse to go on from a book of which nothing was done since it was rolled."""
    if not os.path.isdir(place):
        return
    from sopgen.rolling import unchanged_since

    if tahun := unchanged_since(place):
        raise Salah(
            f"buku {tahun} baru saja dibuat dan belum diubah",
            f"batalkan dengan --batal, atau tulis --tahun {tahun + 1} bila memang itu",
        )


def _tell(findings: tuple[Diagnostic, ...]) -> int:
    from sopgen.cli.telling import tell

    for finding in findings:
        tell(finding, err=True)
    return 1


# What is wished for.


def _year(text: str) -> int:
    if text and not (text.isascii() and text.isdecimal() and len(text) == 4):
        raise Salah(f"--tahun memerlukan tahun empat angka, bukan `{text[:20]}`")
    return int(text or 0)


def _day(text: str, flag: str = "--tanggal") -> date | None:
    if not text.strip():
        return None
    from sopgen.model.tanggal import BENTUK, TanggalError, read_tanggal

    try:
        kurun = read_tanggal(text)
    except TanggalError as error:
        raise Salah(f"{flag} `{text[:30]}`: {error}", error.saran) from None
    if not kurun.lengkap:
        raise Salah(f"{flag} `{text[:30]}`: harinya tidak disebut", BENTUK)
    return kurun.awal


def _pinta(terbaca: Terbaca, flags: Flags, tahun: int, day: date | None) -> Pinta:
    from sopgen.model.pergantian import Pinta

    return Pinta(
        tahun=tahun or terbaca.asal.buku.tahun + 1,
        camat=flags["camat"],
        kapasitas=flags["kapasitas"],
        nomor=" ".join(flags["nomor"].split()),
        tanggal=day,
        keputusan=flags["keputusan"],
    )


def _asked(terbaca: Terbaca, pinta: Pinta) -> Pinta:
    """Return the wish with what is asked for on a terminal: five questions at most."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return pinta
    from dataclasses import replace

    from sopgen.roll import candidates, next_year

    buku = terbaca.asal.buku
    next_year(buku.tahun, pinta.tahun)
    signer, found = buku.penandatangan, candidates(buku)
    click.echo(f"Buku {buku.tahun} → {pinta.tahun}. Enter = seperti dalam [ ].")
    if len(found) > 1 and not pinta.keputusan:
        listed = ", ".join(f"{one.id} = {one.nomor}" for one in found)
        kode = _ask(f"Keputusan yang diteruskan ({listed})", found[0].id)
        pinta = replace(pinta, keputusan=kode)
    if not pinta.camat:
        told = "; ".join((signer.nama, signer.nip, signer.pangkat)).strip("; ")
        answer = _ask(f"{signer.jabatan} (nama; NIP; pangkat)", told)
        pinta = replace(pinta, camat="" if answer == told else answer)
    if not pinta.kapasitas:
        pinta = replace(pinta, kapasitas=_ask("Kapasitas", signer.kapasitas.value))
    if found and not pinta.nomor:
        pinta = replace(pinta, nomor=_ask("Nomor keputusan", "belum ada", ""))
    if found and pinta.tanggal is None:
        pinta = replace(pinta, tanggal=_asked_day())
    return pinta


def _asked_day() -> date | None:
    """Return the day that is answered; what is no date is asked for again."""
    while True:
        try:
            return _day(_ask("Tanggal keputusan", "belum pasti", ""), "tanggal")
        except Salah as error:
            click.echo(f"{error.message}; {error.saran}")


def _ask(question: str, default: str, meaning: str | None = None) -> str:
    """Return the answer to a question; ``meaning`` is what its default stands for."""
    answer: str = click.prompt(question, default=default, show_default=True)
    if answer == default and meaning is not None:
        return meaning
    return answer.strip()


# What came of it.


def _show(nama: str, made: Hasil, pinta: Pinta, *, coba: bool) -> None:
    """Print every change, and what is left."""
    from sopgen.cli.telling import tell

    click.echo(f"{len(made.alih)} perubahan ke tahun {pinta.tahun}")
    for line in _lines(made):
        click.echo(line)
    if made.sisa:
        click.echo(f"\nMasih harus diputuskan: {len(made.sisa)}")
    for finding in made.sisa:
        tell(finding, short=finding.code not in SENDIRI)
    click.echo("")
    if coba:
        click.echo("percobaan: tidak ada yang ditulis")
        return
    if made.arsip:
        click.echo(f"arsip: {made.arsip.as_posix()}")
    if made.tujuan:
        click.echo(f"buku {pinta.tahun}: {made.tujuan.as_posix()}")
        book = nama if made.arsip else made.tujuan.as_posix()
        tell_next(f"`sopgen check {argument(book)}`")


def _lines(made: Hasil) -> Iterator[str]:
    """Yield the changes: what becomes of several fields alike stands on one line."""
    from sopgen.pipeline import vocabulary

    word = vocabulary(made.tujuan or Path()).text
    groups: dict[str, list[Alih]] = {}
    for one in made.alih:
        told = f"{word(one.nama).replace('`', '')}: {_change(one)}"
        groups.setdefault(f"  {told} ({one.ganti.sebab}), ", []).append(one)
    for told, alike in groups.items():
        places = [alike[0].span.label, *(_seen(one) for one in alike[1:])]
        yield told + ", ".join(places)


def _seen(one: Alih) -> str:
    """Return a place beside another one: without the folder, or without the file."""
    return one.span.place or one.span.label.rpartition("/")[2]


def _change(one: Alih) -> str:
    lama, baru = one.ganti.lama, one.ganti.baru
    if lama is None:
        return f"+ {_short(baru)}"
    return f"{_short(lama)} → {'dihapus' if baru is None else _short(baru)}"


def _short(text: str | None) -> str:
    line = " ".join((text or "").split()) or "kosong"
    return line if len(line) <= LEBAR else f"{line[: LEBAR - 1]}…"


def _print_json(made: Hasil, pinta: Pinta, *, coba: bool) -> None:
    from sopgen.pipeline import vocabulary

    word = vocabulary(made.tujuan or Path()).text
    changes = [
        {
            "berkas": one.ganti.berkas,
            "isian": word(one.nama).replace("`", ""),
            "lama": one.ganti.lama,
            "baru": one.ganti.baru,
            "sebab": one.ganti.sebab,
            "tempat": one.span.label,
        }
        for one in made.alih
    ]
    data = {
        "tahun": pinta.tahun,
        "coba": coba,
        "buku": made.tujuan.as_posix() if made.tujuan else "",
        "arsip": made.arsip.as_posix() if made.arsip else "",
        "perubahan": changes,
        "sisa": [finding.as_data() for finding in made.sisa],
    }
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))
