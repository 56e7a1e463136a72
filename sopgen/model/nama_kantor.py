"""How the folder or workbook of an office may be called, on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from sopgen.model.nama_windows import why_not

NAMA = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: How long the name of an office may be.
LONGEST = 60


class Keberatan(NamedTuple):
    """Why a name is refused, and which other one would do, if any."""

    pesan: str
    usul: str


def slug(text: str) -> str:
    """Return a text as the name of an office, or nothing if it has no letters."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))[:LONGEST].strip("-")


def objection(nama: str) -> Keberatan | None:
    """Return what is said against a name, if it cannot be that of an office."""
    if not NAMA.fullmatch(nama) or len(nama) > LONGEST:
        pesan = f"nama `{nama}` hanya boleh huruf kecil, angka, dan tanda hubung"
        return Keberatan(pesan, _possible(slug(nama)))
    if why_not(nama):
        pesan = f"nama `{nama}` tidak dapat menjadi berkas atau folder di Windows"
        return Keberatan(pesan, _possible(nama))
    return None


def _possible(nama: str) -> str:
    """Return a name as every system bears it."""
    return f"kantor-{nama}" if nama and why_not(nama) else nama


def like(nama: str, others: Iterable[str]) -> str:
    """Return the one of other names that Windows takes for this one, or nothing."""
    return next((o for o in others if o.casefold() == nama.casefold()), "")


def free(nama: str, taken: Iterable[str]) -> str:
    """Return a name that is not taken: itself, else with a number after it."""
    known = {one.casefold() for one in taken}
    number, made = 1, nama
    while made.casefold() in known:
        number += 1
        made = f"{nama[: LONGEST - 4].rstrip('-')}-{number}"
    return made
