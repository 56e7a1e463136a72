"""``sopgen explain``: what a finding says, why it matters, and how to mend it."""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from sopgen.cli.wording import Perintah, Salah

if TYPE_CHECKING:
    from sopgen.temuan import Butir, Penjelasan

CONTOH = """\
sopgen explain SOP602
sopgen explain 602 pelaksana_tak_terdaftar
sopgen explain --semua               semua kode dengan artinya"""

#: Words of an author or of a file, in backticks.
KUTIPAN = re.compile(r"`([^`]*)`")
#: The narrowest column of text that is still read with ease.
NARROWEST = 40


def _complete(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the codes that begin so, by code, number or name."""
    from sopgen.model.temuan import TABEL

    begun = incomplete.casefold()
    ways = [
        (way, one)
        for one in TABEL.values()
        for way in (one.kode, one.kode[3:], one.nama)
        if way.casefold().startswith(begun) and (begun or way == one.kode)
    ]
    return [CompletionItem(way, help=one.nama) for way, one in ways]


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Jelaskan kode temuan: apa artinya, mengapa penting, contoh yang salah dan "
    "yang benar, sumbernya, dan cara mengabaikannya bila memang benar.",
    short_help="jelaskan kode temuan",
)
@click.argument(
    "kode", nargs=-1, required=False, metavar="[KODE…]", shell_complete=_complete
)
@click.option("--semua", is_flag=True, help="Daftar semua kode dengan artinya.")
@click.option("--json", "data", is_flag=True, help="Cetak sebagai data JSON.")
def explain(kode: tuple[str, ...], *, semua: bool, data: bool) -> int:
    """Print the sections of some codes, or a line for each."""
    from sopgen.temuan import read_temuan

    if semua and kode:
        raise Salah("--semua tidak memakai KODE", "pilih salah satu")
    if not semua and not kode:
        raise Salah(
            "KODE belum diisi", "misalnya `sopgen explain SOP201`, atau --semua"
        )
    known = read_temuan()
    chosen = list(known.values()) if semua else [known[_found(one)] for one in kode]
    width = _width()
    if data:
        made = [_as_data(one) for one in chosen]
        click.echo(json.dumps(made, ensure_ascii=False, indent=1))
    elif semua:
        click.echo("\n".join(listed(one, width) for one in chosen))
    else:
        click.echo("\n\n".join("\n".join(section(one, width)) for one in chosen))
    return 0


def _found(word: str) -> str:
    """Return the code that a word names; a mistake of usage names the nearest."""
    from sopgen.model.kode_temuan import kode_of, suggested, written_as_code
    from sopgen.model.temuan import PENSIUN

    written = written_as_code(word)
    if written in PENSIUN:
        raise Salah(f"kode `{written}` ({PENSIUN[written]}) tidak dipakai lagi")
    if kode := kode_of(word):
        return kode
    raise Salah(f"kode temuan `{word}` tidak ada", suggested(word))


def _width() -> int:
    """Return how many letters fit on a line of the terminal; 0 for a pipe."""
    if not sys.stdout.isatty():
        return 0
    return max(shutil.get_terminal_size().columns, NARROWEST)


def listed(one: Penjelasan, width: int) -> str:
    """Return a code with its name, its weight and what it says, on one line."""
    from sopgen.report import weights

    temuan = one.temuan
    line = f"{temuan.kode}  {weights(temuan):<20}  {temuan.nama}"
    if not width:
        return f"{line}  {_plain(one.apa)}"
    return "\n".join([click.style(line, bold=True), *_wrapped(one.apa, "    ", width)])


def section(one: Penjelasan, width: int) -> Iterator[str]:
    """Yield the lines of a section: its headings, words and examples."""
    from sopgen.report import weight
    from sopgen.temuan import ABAIKAN

    temuan = one.temuan
    head = f"{temuan.kode} {temuan.nama} ({weight(temuan)})"
    yield from (click.style(line, bold=True) for line in _wrapped(head, "", width))
    for judul, butir in one.butir.items():
        yield ""
        yield click.style(judul, bold=True)
        yield from _body(butir, width)
    if temuan.boleh_diabaikan:
        yield ""
        yield from _wrapped(ABAIKAN, "  ", width)


def _body(butir: Butir, width: int) -> Iterator[str]:
    if butir.teks:
        for paragraph in butir.teks.split("\n\n"):
            yield from _wrapped(paragraph, "  ", width)
    for contoh in butir.contoh:
        yield f"  {contoh.berkas}:"
        yield from (f"      {line}".rstrip() for line in contoh.isi.splitlines())


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    plain = _plain(text)
    if not width:
        return [indent + plain]
    return textwrap.wrap(
        plain, width, initial_indent=indent, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _plain(text: str) -> str:
    """Return a text without Markdown's marks: what was code stands in quotes."""
    return KUTIPAN.sub(r"“\1”", text)


def _as_data(one: Penjelasan) -> dict[str, object]:
    """Return a section as plain data for JSON."""
    from sopgen.temuan import BERCONTOH

    ringan = one.temuan.ringan
    lighter = {"tingkat": ringan.tingkat.value, "bila": ringan.bila} if ringan else None
    data: dict[str, object] = {
        "kode": one.temuan.kode,
        "nama": one.temuan.nama,
        "tingkat": one.temuan.tingkat.value,
        "ringan": lighter,
        "boleh_diabaikan": one.temuan.boleh_diabaikan,
        "rumpun": one.rumpun,
    }
    for judul, butir in one.butir.items():
        key = judul.casefold().replace(" ", "_")
        examples = [{"berkas": c.berkas, "isi": c.isi} for c in butir.contoh]
        both = {"teks": butir.teks, "contoh": examples}
        data[key] = both if judul in BERCONTOH else butir.teks
    return data
