"""``sopgen peraturan``: what the table of regulations says, ready to be cited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from sopgen.cli.office import complete_office, find_office
from sopgen.cli.wording import Perintah

if TYPE_CHECKING:
    from sopgen.model.peraturan import Peraturan, Tabel

CONTOH = """\
sopgen peraturan                     seluruh tabel
sopgen peraturan kecamatan           yang memuat kata itu
sopgen peraturan uu 25/2009          satu peraturan, siap dikutip
sopgen peraturan perbup --kantor karangan"""

#: The table's sign for what is common knowledge.
UMUM = re.compile(r"\bK\b")
#: How wide the names of an entry's lines are.
LEBAR = 18
BELUM = (
    "belum diverifikasi: sebagian keterangannya hanya umum diketahui, belum dilihat "
    "pada suatu sumber; periksa di JDIH sebelum dikutip"
)
BELUM_STATUS = "belum diverifikasi: belum jelas apakah masih berlaku; periksa di JDIH"


def _complete(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the ids that begin so."""
    from sopgen.spec.peraturan import table_of_sopgen

    begun = incomplete.casefold()
    every = table_of_sopgen().values()
    return [
        CompletionItem(one.id, help=one.judul)
        for one in every
        if one.id.startswith(begun)
    ]


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Cari dalam tabel peraturan: kode, jenis, nomor, tahun, atau kata judulnya; "
    "beberapa kata mempersempit. Yang tinggal satu ditampilkan lengkap: statusnya, "
    "yang mengubah atau mencabutnya, sumbernya, dan bunyi kutipannya.",
    short_help="cari peraturan, statusnya, dan kutipannya",
)
@click.argument(
    "kata", nargs=-1, required=False, metavar="[KATA…]", shell_complete=_complete
)
@click.option(
    "--kantor", metavar="NAMA", default="", shell_complete=complete_office,
    help="Pakai pula peraturan.yaml kantor itu (buku kerja: lembar Peraturan).",
)  # fmt: skip
@click.option("--json", "data", is_flag=True, help="Cetak sebagai data JSON.")
def peraturan(kata: tuple[str, ...], *, kantor: str, data: bool) -> int:
    """Print the entries that have some words, or one in full."""
    from sopgen.model.cari_peraturan import search

    table, code = _table(find_office(kantor) if kantor else None)
    found = search(kata, table) if kata else tuple(table.values())
    if data:
        made = [as_data(one, table) for one in found]
        click.echo(json.dumps(made, ensure_ascii=False, indent=1))
    elif len(found) == 1:
        click.echo("\n".join(entry(found[0], table)))
    elif found:
        click.echo("\n".join(listed(found)))
    if not found:
        _none(kata, table)
    return code if found else 1


def _table(place: Path | None) -> tuple[Tabel, int]:
    """Return the table, and the exit code: what is wrong with an office's is told."""
    from sopgen.cli.telling import tell
    from sopgen.report import has_errors
    from sopgen.spec.tabel import read_tabel

    table, findings = read_tabel(place)
    for finding in findings:
        from sopgen.pipeline import vocabulary

        tell(vocabulary(place or Path()).said(finding), err=True)
    return table, int(has_errors(findings))


def _none(kata: tuple[str, ...], table: Tabel) -> None:
    """Say that nothing was found, and what is near."""
    from sopgen.model.cari_peraturan import find_near

    wanted = " ".join(kata)
    click.echo(f"sopgen: tidak ada peraturan yang cocok dengan `{wanted}`", err=True)
    near = find_near(kata, table)
    if near:
        click.echo("   = saran: mungkin maksudnya", err=True)
        for line in listed(near):
            click.echo(f"     {line}", err=True)
    else:
        click.echo("   = saran: lihat seluruhnya dengan `sopgen peraturan`", err=True)


def listed(found: tuple[Peraturan, ...]) -> Iterator[str]:
    """Yield a line for each entry: its id, its status, its name and title."""
    width = max(len(one.id) for one in found)
    for one in found:
        yield f"{one.id:<{width}}  {_status(one):<11}  {one.judul}"


def entry(one: Peraturan, table: Tabel) -> Iterator[str]:
    """Yield the lines of an entry: all that is known, and how it is cited."""
    from sopgen.model.peraturan import kutip_lengkap, kutip_pendek

    yield click.style(one.judul, bold=True)
    yield ""
    for name, text in _facts(one, table):
        yield f"{name:<{LEBAR}}{text}".rstrip()
    yield ""
    yield "ditulis dalam dasar hukum atau mengingat:"
    yield f"  - peraturan: {one.id}"
    yield "kutipannya dalam SOP:"
    yield f"  {kutip_pendek(one, table)};"
    yield "kutipannya dalam keputusan:"
    yield f"  {kutip_lengkap(one, table)};"


def _facts(one: Peraturan, table: Tabel) -> Iterator[tuple[str, str]]:
    """Yield what is known of an entry, by the word for it."""
    yield "kode", one.id
    yield "status", _status(one, since=True)
    yield from _others(one, table)
    if one.lembaran:
        yield "lembaran", one.lembaran
    yield from _knowledge(one)


def _others(one: Peraturan, table: Tabel) -> Iterator[tuple[str, str]]:
    """Yield what changed or repealed an entry, and what it changed or repealed."""
    from sopgen.model.cari_peraturan import collect_akibat, list_sebab
    from sopgen.model.peraturan import pengganti

    for how, kode in list_sebab(one):
        yield how, f"{kode}  {table[kode].judul}" if kode in table else kode
    for today in pengganti(one, table) if one.status == "dicabut" else ():
        if today.id not in one.oleh:
            yield "kini", f"{today.id}  {today.judul}"
    for how, others in collect_akibat(one, table).items():
        for other in others:
            yield how, f"{other.id}  {other.judul}"


def _knowledge(one: Peraturan) -> Iterator[tuple[str, str]]:
    """Yield where an entry is known from, until when, and how surely."""
    from sopgen.model.bahasa import tanggal
    from sopgen.spec.peraturan import table_of_sopgen

    yield "sumber", in_plain_words(one.sumber) or "tidak disebut"
    if one.per:
        yield "diketahui sampai", f"{tanggal(one.per)} (keyakinan {one.keyakinan})"
    if doubt := doubtful(one):
        yield "perhatian", doubt
    if one.catatan:
        yield "catatan", in_plain_words(one.catatan)
    if table_of_sopgen().get(one.id) is not one:
        yield "menurut", one.span.label


def _status(one: Peraturan, *, since: bool = False) -> str:
    """Return the status in plain words, on wish since when."""
    from sopgen.model.peraturan import Keberlakuan

    if one.status is Keberlakuan.PERLU_VERIFIKASI:
        return "belum pasti"
    if since and one.sebagian == one.oleh != ():
        return f"berlaku; sebagian pasalnya dicabut sejak {one.sejak}"
    return f"{one.status} sejak {one.sejak}" if since and one.sejak else one.status


def doubtful(one: Peraturan) -> str:
    """Return what of an entry nobody has verified, in plain words; else nothing."""
    from sopgen.model.peraturan import Keberlakuan

    if one.status is Keberlakuan.PERLU_VERIFIKASI:
        return BELUM_STATUS
    return BELUM if one.perlu_verifikasi else ""


def in_plain_words(text: str) -> str:
    """Return a text of the table with its sign for what is common knowledge spelled."""
    return UMUM.sub("umum diketahui", text)


def as_data(one: Peraturan, table: Tabel) -> dict[str, object]:
    """Return an entry as plain data for JSON."""
    from sopgen.model.cari_peraturan import collect_akibat
    from sopgen.model.peraturan import kutip_lengkap, kutip_pendek

    own = (
        "jenis", "nomor", "tahun", "tentang", "daerah", "lembaran", "status", "sejak",
        "oleh", "sebagian", "keyakinan", "perlu_verifikasi", "sumber", "catatan",
    )  # fmt: skip
    return {
        "kode": one.id,
        "judul": one.judul,
        **{key: getattr(one, key) for key in own},
        "akibat": {
            how: [other.id for other in others]
            for how, others in collect_akibat(one, table).items()
        },
        "per": one.per.isoformat() if one.per else "",
        "perhatian": doubtful(one),
        "kutipan_sop": kutip_pendek(one, table),
        "kutipan_keputusan": kutip_lengkap(one, table),
    }
