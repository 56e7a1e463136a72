"""``sopgen verify``: who signed a PDF, and whether it is still as it was signed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.wording import Perintah, Salah

if TYPE_CHECKING:
    from sopgen.verify.tanda import Diperiksa, Tanda

CONTOH = """\
sopgen verify keputusan-1.pdf --akar akar-kantor.pem
sopgen verify output/karangan/2025/sop/*.pdf --akar akar-kantor.pem
sopgen verify keputusan-1.pdf --json"""
#: The extra that brings what is needed, and what is missing without it.
EXTRA = 'pasang dengan `pip install "sopgen[tanda-tangan]"`'
LIBRARIES = ("pyhanko", "asn1crypto", "pyhanko_certvalidator")


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Periksa tanda tangan elektronik dalam PDF: siapa, kapan, masih utuhkah, "
    "mencakup seluruh berkaskah, dan tepercayakah menurut sertifikat akar yang "
    "disebut. Tanpa jaringan: pencabutan sertifikat tidak ditanyakan. Kode keluar 0 "
    "hanya bila setiap berkas bertanda tangan dan semuanya baik.",
    short_help="periksa tanda tangan elektronik dalam PDF",
)
@click.argument("berkas", metavar="BERKAS…", nargs=-1)
@click.option(
    "--akar",
    metavar="BERKAS",
    multiple=True,
    help="Sertifikat akar yang dipercaya, PEM atau DER; boleh beberapa kali",
)
@click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON")
def verify(berkas: tuple[str, ...], akar: tuple[str, ...], *, as_json: bool) -> int:
    """Tell of every signature; fail unless all are as they should be."""
    if not berkas:
        raise Salah("BERKAS belum diisi", "tulis nama PDF, misalnya keputusan-1.pdf")
    for name in berkas:
        if not _stands(Path(name)):
            raise Salah(f"berkas `{name[:200]}` tidak ada")
    every = _examined(berkas, akar)
    if as_json:
        data = [one.as_data() for one in every]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for one in every:
            for line in _lines(one):
                click.echo(line)
    return 0 if all(one.baik for one in every) else 1


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _examined(berkas: tuple[str, ...], akar: tuple[str, ...]) -> list[Diperiksa]:
    """Return what is found about files."""
    try:
        from sopgen.verify.akar import AkarError, read_akar
        from sopgen.verify.reading import examine
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        raise Salah("sopgen verify memerlukan pyHanko", EXTRA) from None
    try:
        roots = read_akar(map(Path, akar))
    except AkarError as error:
        raise Salah(f"--akar `{error.path.as_posix()}` {error.why}") from None
    return [examine(path, roots) for path in dict.fromkeys(map(Path, berkas))]


def _lines(one: Diperiksa) -> Iterator[str]:
    """Yield what is told of a file."""
    yield f"{one.path.as_posix()}: {one.ringkas}"
    for tanda in one.tanda:
        yield from _told(tanda)
    if one.kosong:
        yield f"  kolom yang belum ditandatangani: {', '.join(one.kosong)}"


def _told(one: Tanda) -> Iterator[str]:
    """Yield what is told of a signature."""
    who = one.penanda or "penanda tangan tidak diketahui"
    kind = "cap waktu " if one.cap else ""
    yield f"  {one.kolom}: {kind}{who}, {one.saat}"
    good = [
        word
        for word, is_so in (
            ("utuh", one.utuh),
            ("mencakup seluruh berkas", one.seluruh),
            (f"tepercaya (penerbit {one.penerbit})", one.tepercaya),
        )
        if is_so
    ]
    if good:
        yield f"    {', '.join(good)}"
    if one.sesudah:
        yield f"    sesudahnya ditambahkan: {one.sesudah}"
    yield from (f"    {why}" for why in one.sebab)
