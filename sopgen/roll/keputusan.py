"""The decree that goes on into the new year: its number, its date, its state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.pergantian import (
    Langkah,
    Pinta,
    PintaError,
    guess_note,
    is_open,
    without_guess,
)
from sopgen.model.sop import Status
from sopgen.roll.lama import BUKU, Lama
from sopgen.roll.nomor import next_number, wished_number

#: From this month on a decree may be for the following year's book.
MENJELANG = 11
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BERGARIS = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")


def candidates(buku: Buku) -> tuple[Keputusan, ...]:
    """Return the decrees of which one goes on: those with the newest date."""
    newest = max((one.tanggal for one in buku.keputusan), default=None)
    return tuple(one for one in buku.keputusan if one.tanggal == newest)


def chosen(buku: Buku, pinta: Pinta) -> Keputusan | None:
    """Return the decree that goes on; raises PintaError where that is not certain."""
    known = {one.id: one for one in buku.keputusan}
    if pinta.keputusan:
        if pinta.keputusan in known:
            return known[pinta.keputusan]
        pesan = f"keputusan `{pinta.keputusan}` tidak ada"
        raise PintaError(pesan, f"yang ada: {', '.join(known) or 'tidak ada'}")
    found = candidates(buku)
    if len(found) > 1:
        listed = "; ".join(f"{one.id} (nomor {one.nomor})" for one in found)
        pesan = f"{len(found)} keputusan bertanggal sama: {listed}"
        saran = f"pilih yang diteruskan, misalnya --keputusan {found[0].id}"
        raise PintaError(pesan, saran)
    return found[0] if found else None


def new_date(keputusan: Keputusan | None, pinta: Pinta) -> date | None:
    """Return the day of the new decree: the wished one, or last year's day."""
    day, old = pinta.tanggal, keputusan.tanggal if keputusan else None
    if day is None:
        return a_year_later(old) if old else None
    if not date(pinta.tahun - 1, MENJELANG, 1) <= day <= date(pinta.tahun, 12, 31):
        pesan = f"tanggal {tanggal(day)} bukan untuk buku tahun {pinta.tahun}"
        raise PintaError(pesan, f"tulis tanggal penetapan tahun {pinta.tahun}")
    if old and day <= old:
        pesan = f"tanggal {tanggal(day)} tidak sesudah keputusan yang lama"
        raise PintaError(pesan, f"keputusan itu bertanggal {tanggal(old)}")
    return day


def a_year_later(day: date) -> date:
    """Return the same day of the next year; the leap day has none."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def roll_keputusan(lama: Lama) -> Iterator[Langkah]:
    """Yield number, date and state of the decree, and the day of approval."""
    if lama.keputusan is not None and lama.tanggal is not None:
        yield from _decree(lama, lama.keputusan, lama.tanggal)
    if lama.buku.tanggal_pengesahan and lama.tanggal:
        at = ("tanggal_pengesahan",)
        new = written_like(str(lama.at(BUKU, at)), lama.tanggal)
        yield lama.set(at, new, "tanggal keputusan")


def _decree(lama: Lama, keputusan: Keputusan, day: date) -> Iterator[Langkah]:
    at = ("keputusan", lama.nomor_urut)
    kode, days = lama.buku.kecamatan.kode_unit, (keputusan.tanggal, day)
    nomor = next_number(keputusan.nomor, kode, days)
    if lama.pinta.nomor:
        nomor = wished_number(lama.pinta.nomor, nomor)
    sebab = "nomor baru" if lama.pinta.nomor else "nomor urut belum diketahui"
    yield lama.set((*at, "nomor"), nomor, sebab)
    guessed = lama.pinta.tanggal is None
    sebab = "diperkirakan: hari yang sama" if guessed else "tanggal baru"
    written = written_like(str(lama.at(BUKU, (*at, "tanggal"))), day)
    yield lama.set((*at, "tanggal"), written, sebab)
    if guessed:
        notes = [without_guess(lama.at(BUKU, (*at, "catatan")) or ""), guess_note(day)]
        note = "\n".join(one.strip() for one in notes if one)
        yield lama.set((*at, "catatan"), note, "tanggal belum pasti")
    if (guessed or is_open(nomor)) and keputusan.status is not Status.DRAF:
        yield lama.set((*at, "status"), "draf", "nomor atau tanggal belum pasti")


def written_like(old: str, day: date) -> str:
    """Return a date in the form in which another one is typed."""
    if ISO.fullmatch(old.strip()):
        return day.isoformat()
    if BERGARIS.fullmatch(old.strip()):
        return f"{day.day}/{day.month}/{day.year}"
    return tanggal(day)
