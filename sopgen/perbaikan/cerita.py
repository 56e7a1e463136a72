"""What was mended, as text for people and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from sopgen.perbaikan.hasil import Diperbaiki, Hasil, Ubahan
from sopgen.report import summary

#: So much of a text is shown, and so much of what stays before the first change.
TAMPAK, AWAL = 160, 30


def lines(hasil: Hasil, *, coba: bool = False) -> Iterator[str]:
    """Yield what was mended and what was not, each with its place and code."""
    for one in hasil.diperbaiki:
        for ubahan in one.ubahan:
            yield f"{ubahan.tempat.label}: {one.kode}"
            lama, baru = shortened(ubahan)
            yield f"  - {lama}"
            yield f"  + {baru}"
    for one in hasil.ditolak:
        yield f"{one.tempat.label}: {one.kode} tidak diperbaiki: {one.ditolak}"
    yield _count(hasil, coba=coba)


def _count(hasil: Hasil, *, coba: bool) -> str:
    if not hasil.diperbaiki:
        return "perbaikan: tidak ada yang dapat diperbaiki dengan pasti"
    files = len(hasil.disunting.ganti)
    told = f"perbaikan: {len(hasil.diperbaiki)} pada {files} berkas"
    return f"{told}; --coba: tidak ada yang ditulis" if coba else told


def rest(hasil: Hasil) -> Iterator[str]:
    """Yield what is left to be decided, and what is still found."""
    if hasil.unsure:
        named = ", ".join(f"{kode} ({n})" for kode, n in hasil.unsure.items())
        yield f"perlu diputuskan sendiri: {named}"
    yield f"temuan yang tersisa: {summary(hasil.sisa)}"


def shortened(ubahan: Ubahan) -> tuple[str, str]:
    """Return before and after in one line each, from a little before the change on."""
    lama, baru = _line(ubahan.lama), _line(ubahan.baru)
    both = zip(lama, baru, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
    if max(len(lama), len(baru)) <= TAMPAK:
        return lama, baru
    start = max(same - AWAL, 0)
    return _cut(lama, start), _cut(baru, start)


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str, start: int) -> str:
    piece = f"…{text[start:]}" if start else text
    return f"{piece[:TAMPAK]}…" if len(piece) > TAMPAK else piece


def as_data(hasil: Hasil, ditulis: tuple[str, ...]) -> dict[str, object]:
    """Return all of it as plain data for JSON."""
    return {
        "perbaikan": _data(hasil.diperbaiki),
        "ditolak": _data(hasil.ditolak),
        "belum_pasti": dict(hasil.unsure),
        "temuan": [one.as_data() for one in hasil.sisa],
        "ditulis": list(ditulis),
    }


def _data(made: tuple[Diperbaiki, ...]) -> list[dict[str, object]]:
    return [one.as_data() for one in made]
