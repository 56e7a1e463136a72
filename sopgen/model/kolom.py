"""The columns of running text that the table of a chart has, and what they are called.

Source: PermenPAN-RB 35/2012, bagian flowchart: kegiatan, mutu baku (kelengkapan, waktu,
output), keterangan; offices add columns of their own to mutu baku, such as biaya.
"""

from __future__ import annotations

from collections.abc import Mapping

from sopgen.model.diagnostic import Source, Span
from sopgen.model.kode import kode
from sopgen.model.nilai import dataclass

URAIAN, KETERANGAN, WAKTU = "uraian", "keterangan", "waktu"
#: The three columns of mutu baku in the order of the form.
MUTU = ("kelengkapan", WAKTU, "output")
#: The headings of the columns that every chart has unless it says otherwise.
JUDUL: Mapping[str, str] = {
    URAIAN: "Kegiatan",
    "kelengkapan": "Kelengkapan",
    WAKTU: "Waktu",
    "output": "Output",
    KETERANGAN: "Keterangan",
}
#: Columns that many offices have: whoever fills one in need not declare it.
LAZIM: Mapping[str, str] = {
    "biaya": "Biaya",
    "tarif": "Tarif",
    "formulir": "Formulir",
    "aplikasi": "Aplikasi",
}
#: What stands for the heading of a column that is not printed.
TANPA = "-"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: the field that it shows, its heading, and where that is written.

    Those ``mutu`` stand below the heading Mutu Baku.
    """

    kunci: str
    judul: str
    span: Span
    mutu: bool = False

    @property
    def sendiri(self) -> bool:
        """Return whether it is one of the office's own."""
        return self.kunci not in JUDUL


def kunci_of(judul: str) -> str:
    """Return the key of a column with a heading: ``Nomor Arsip``, ``nomor_arsip``."""
    return kode(judul).replace("-", "_")


_NOWHERE = Span(Source(""))
#: The columns of the form.
BAKU = tuple(
    Kolom(kunci, judul, _NOWHERE, kunci in MUTU) for kunci, judul in JUDUL.items()
)
