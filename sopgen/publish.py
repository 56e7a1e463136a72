"""A wish for files → jobs → files in their places, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from sopgen.hasil import Result
from sopgen.jobs import Wish
from sopgen.making import Terbit
from sopgen.model.bahasa import ranges
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.output import (
    ASLI,
    Asli,
    Berkas,
    Built,
    Disk,
    RefusedError,
    open_press,
    relative_to,
)


class Edisi(NamedTuple):
    """An edition to be put in its place: whose it is, and what was found in the book.

    ``files`` makes its files; it is told the folder where those of the last one lie.
    """

    id: str
    tahun: int
    found: tuple[Diagnostic, ...]
    files: Callable[[Path], Iterable[Terbit]]


def publish(wish: Wish, edisi: Edisi) -> Result:
    """Put the files of a wish in their place: all of them or none."""
    below = Path(edisi.id) / str(edisi.tahun)
    folder, asli = wish.output / below, Asli(wish.output / ASLI / below)
    temuan = relative_to(wish.place, folder, findings=edisi.found)
    try:
        with open_press(folder, asli, Disk(), wish.patience) as press:
            placed = (_placed(folder, one) for one in edisi.files(folder))
            edition = press.put(placed, temuan, whole=wish.whole)
    except RefusedError as refused:
        return Result((), (*edisi.found, *refused.findings), refused.findings)
    files, told = edition.files, edition.told
    found = (*edisi.found, *told)
    return Result(files, found, told, lama=edition.lama, folder=folder)


def _placed(folder: Path, one: Terbit) -> Berkas:
    """Return a file of an edition with its place."""
    jadi = one.jadi
    path = folder / one.nama
    made = jadi.pages, jadi.sha256, jadi.cetak, jadi.kolom
    built = Built(path, one.bagian, *made)
    return Berkas(built, one.data)


def nothing_to_do(wish: Wish, buku: Buku) -> Diagnostic:
    """Return the finding for a wish that no part, SOP or format of the book fulfils."""
    parts = ", ".join(dict.fromkeys(b.jenis for b in buku.susunan))
    asked = [f"--only {','.join(sorted(wish.only))}"] if wish.only else []
    asked += [f"--sop {','.join(map(str, sorted(wish.sop)))}"] if wish.sop else []
    return diagnose(
        "SOP953",
        f"tidak ada yang dibangun dengan {' '.join(asked) or 'permintaan ini'} dalam "
        f"format {', '.join(wish.formats)}",
        buku.span,
        f"bagian buku ini: {parts}{_unlisted(wish, buku)}; "
        f"nomor SOP: {ranges(s.nomor for s in buku.sop)}",
    )


def _unlisted(wish: Wish, buku: Buku) -> str:
    """Return what to do for parts that are asked for and not in the book."""
    missing = sorted(wish.only - {one.jenis for one in buku.susunan})
    return f" (tambahkan {', '.join(missing)} pada susunan)" if missing else ""


def unknown_sop(buku: Buku, wanted: Iterable[int]) -> Diagnostic | None:
    """Return the finding for numbers that no SOP of a book has."""
    known = {sop.nomor for sop in buku.sop}
    missing = set(wanted) - known
    if not missing:
        return None
    message = f"SOP nomor {ranges(missing)} tidak ada"
    saran = f"nomor yang ada: {ranges(known)}" if known else "buku ini tanpa SOP"
    return diagnose("SOP953", message, buku.span, saran)
