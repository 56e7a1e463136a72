"""Find lengths of time that nobody can mean: 300 jam, 90 hari among minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sopgen.lint.waktu import measures
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.ingatan import remembered
from sopgen.model.lama import HARI, SEHARI, lamanya
from sopgen.model.sop import Kegiatan

UKURAN = re.compile(
    r"([0-9]+(?:[.,][0-9]+)?)\s*(?:\([^()]*\)\s*)?"
    r"(menit|mnt|jam|hari|hk|minggu|pekan|bulan|tahun)(?![a-z])"
)
#: What recurs, or has a day of its own, takes no such time.
BERKALA = re.compile(r"\b(?:setiap|tiap|per|jadwal|tanggal|pukul|sekali)\b")
#: The most of each unit that one kegiatan takes: a day of minutes, a week of hours, a
#: year of days, weeks and months.
TERLAMA = {
    "menit": 1440, "mnt": 1440, "jam": 168, "hari": 366, "hk": 366, "minggu": 53,
    "pekan": 53, "bulan": 12, "tahun": 5,
}  # fmt: skip
#: How many days there are in a unit.
SEBANYAK = {
    **dict.fromkeys(HARI, 1),
    "minggu": 7,
    "pekan": 7,
    "bulan": 30,
    "tahun": 365,
}
#: The most days of a kegiatan among others that take minutes and hours, and so many
#: others that tell.
SEBULAN, SEDIKIT = 31, 3


def waktu_mustahil(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan whose waktu is far too long for one."""
    for sop in buku.sop:
        for one in sop.kegiatan:
            fault = _fault(one, sop.kegiatan)
            if fault:
                waktu = one.mutu_baku.waktu
                message = f"waktu kegiatan `{one.nomor}` `{waktu}` {fault}"
                saran = "periksa angka dan satuannya"
                yield diagnose("SOP407", message, one.at("waktu"), saran)


def _fault(one: Kegiatan, rows: Sequence[Kegiatan]) -> str:
    """Return what is wrong with a waktu, nothing of one that can be meant."""
    found = _units(one.mutu_baku.waktu)
    if any(number > TERLAMA[unit] for number, unit in found):
        return "mustahil untuk satu kegiatan"
    days = sum(number * SEBANYAK.get(unit, 0) for number, unit in found)
    if days > SEBULAN and _all_short([row for row in rows if row is not one]):
        return "jauh melebihi kegiatan lain, yang hanya berjam-jam atau bermenit-menit"
    return ""


@remembered(5000)
def _units(waktu: str) -> tuple[tuple[float, str], ...]:
    """Return the numbers of a waktu with their units."""
    text = waktu.casefold()
    if BERKALA.search(text) or not measures(waktu):
        return ()
    return tuple((float(n.replace(",", ".")), unit) for n, unit in UKURAN.findall(text))


def _all_short(rows: Sequence[Kegiatan]) -> bool:
    """Return whether several kegiatan all take less than a day."""
    spent = [lamanya(one.mutu_baku.waktu) for one in rows]
    return len(rows) >= SEDIKIT and all(
        one is not None and not one.hari and one.menit < min(SEHARI) for one in spent
    )
