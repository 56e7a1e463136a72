"""``sopgen import``: number, day and signer of a decree from Word into its spec."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.lanjutan import argument, tell_next
from sopgen.cli.office import find_office
from sopgen.cli.wording import Salah

if TYPE_CHECKING:
    from sopgen.keputusan_word import Dibaca, Kembali
    from sopgen.takeover.isian import Terisi


def import_decree(file: Path, terisi: Sequence[Terisi], nama: str) -> int:
    """Put what was filled in, in a decree into the spec of an office.

    A workbook is not changed: it is told what belongs into it.
    """
    if not nama:
        raise Salah(
            f"`{file.name}` keputusan dari sopgen; kantornya belum disebut",
            f"tulis `sopgen import {argument(file.as_posix())} --nama KANTOR`",
        )
    place = find_office(nama)
    from sopgen.cli.telling import tell
    from sopgen.keputusan_word import compare_decree
    from sopgen.spec import read_buku

    reading = read_buku(place)
    if reading.buku is None:
        for finding in reading.findings:
            tell(finding, err=True)
        return 1
    read = compare_decree(file, terisi, reading.buku)
    for finding in read.temuan:
        tell(finding, err=True)
    return _put(place, read, nama)


def _put(place: Path, read: Dibaca, nama: str) -> int:
    """Change a folder; return the exit code."""
    if not read.kembali:
        click.echo("tidak ada isian yang berubah")
        return 0
    if not os.path.isdir(place):
        _show(read.kembali)
        click.echo(f"buku kerja tidak diubah: isikan sendiri di {place.as_posix()}")
        return 0
    from sopgen.cli.telling import tell
    from sopgen.model.suntingan import SuntinganError
    from sopgen.suntingan import edit_spec, save

    try:
        problem = save(edit_spec(place, [one.edit for one in read.kembali]))
    except SuntinganError as error:
        raise Salah(error.pesan, "ubah buku.yaml dengan tangan") from error
    if problem:
        tell(problem, err=True)
        return 1
    _show(read.kembali)
    tell_next(f"`sopgen check {argument(nama)}`")
    return 0


def _show(kembali: Sequence[Kembali]) -> None:
    for one in kembali:
        click.echo(f"{one.nama}: {one.lama or '(kosong)'} → {one.baru}")
