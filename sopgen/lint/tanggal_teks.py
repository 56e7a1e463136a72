"""Rules about dates that running texts name (codes 7xx)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from sopgen.lint.bacaan import bacaan, wacana
from sopgen.lint.tahun import start
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.tanggal import KE_BULAN, NAMA_BULAN, TanggalError, read_tanggal

_BULAN = "|".join(sorted((n for names in NAMA_BULAN for n in names), key=len)[::-1])
#: A day of a month of a year.
TANGGAL = re.compile(
    rf"(?<![\w./-])(?P<hari>[0-9]{{1,2}})\s+(?P<bulan>{_BULAN})\.?\s+"
    r"(?P<tahun>(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
#: A line of place and date, as it stands over a signature.
PENUTUP = re.compile(
    r"^[ \t*_]*[A-Z][A-Za-z.' ]{2,40},[ \t]+(?P<tanggal>(?:[0-9]{1,2}[ \t]+)?"
    rf"(?:{_BULAN})[ \t]+(?:19|20)[0-9]{{2}})[ \t*_.]*$",
    re.IGNORECASE | re.MULTILINE,
)


def tanggal_mustahil(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each date in a text that no calendar has: ``31 April 2025``."""
    for one in bacaan(buku):
        for match in TANGGAL.finditer(one.isi):
            month = KE_BULAN[match["bulan"].casefold()]
            last = monthrange(int(match["tahun"]), month)[1]
            if not 1 <= int(match["hari"]) <= last:
                words = " ".join(match[0].split())
                message = f"tanggal `{words}` tidak ada dalam kalender"
                saran = f"bulan itu sampai tanggal {last}"
                yield diagnose("SOP765", message, one.span(match.start()), saran)


def tanggal_penutup(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each chapter that is signed on a day of another year's book."""
    for one in wacana(buku):
        for match in PENUTUP.finditer(one.isi) if one.naskah else ():
            try:
                day = read_tanggal(match["tanggal"])
            except TanggalError:
                continue
            if day.akhir < start(buku.tahun) or day.awal.year > buku.tahun:
                words = " ".join(match[0].split()).strip("*_ .")
                message = f"naskah bertanggal `{words}` dalam buku tahun {buku.tahun}"
                saran = "tulis tanggal tahun ini, atau `{{ tahun }}`"
                span = one.span(match.start("tanggal"))
                yield diagnose("SOP730", message, span, saran)
