"""What may be chosen in the cells of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.model.bentuk_peraturan import BENTUK
from sopgen.model.nilai import dataclass
from sopgen.model.sebutan_kantor import JENIS
from sopgen.model.temuan import TABEL
from sopgen.spec import susunan
from sopgen.spec.schema import (
    BagianYaml,
    BukuYaml,
    KeputusanYaml,
    PejabatYaml,
    SopYaml,
)
from sopgen.spec.schema_kantor import KecamatanYaml
from sopgen.spec.schema_tabel import PeraturanYaml
from sopgen.spec.tanda import ALIAS
from sopgen.spec.workbook import lembar, looks, rows
from sopgen.spec.workbook.dasar import DASAR
from sopgen.spec.workbook.lembar import Kolom
from sopgen.spec.workbook.looks import Choice, Painter
from sopgen.spec.workbook.rows import YA_TIDAK
from sopgen.spec.workbook.words import options
from sopgen.symbols import read_symbols

#: Lists that are kept on the hidden sheet, in the order of its columns.
SIMBOL, PERATURAN, UNTUK, BAGIAN, JENIS_BAGIAN, PEJABAT, SOP, TEMUAN = (
    "Simbol", "Peraturan", "Untuk", "Bagian keputusan", "Bagian buku", "Pejabat", "SOP",
    "Temuan",
)  # fmt: skip
JENIS_PERATURAN, SEKSI = "Jenis peraturan", "Seksi"
#: Fields of a form that name an official.
OFFICIAL = ("penandatangan", "disahkan_oleh", "disalin_oleh")
#: What fields usually say that may say anything.
USUAL: Mapping[tuple[type[Any], str], Sequence[str]] = {
    (KecamatanYaml, "jenis"): tuple(JENIS),
}


def choices_of(buku: Any, sop: Mapping[str, Any], peraturan: Sequence[str]) -> Choices:
    """Return the lists for the workbook of a book with these SOP.

    ``peraturan`` is what the regulations are called that may be chosen.
    """
    seksi = [str(row["nama"]) for row in rows.seksi(buku) if row.get("nama")]
    decrees = [one["id"] for one in buku.get("keputusan") or () if "id" in one]
    return Choices(
        {
            SIMBOL: tuple(_simbol()),
            PERATURAN: tuple(peraturan),
            UNTUK: (*decrees, *sop),
            BAGIAN: (
                *(isian.judul for isian in lembar.BAGIAN_KEPUTUSAN),
                lembar.LAMPIRAN,
            ),
            JENIS_BAGIAN: susunan.BAGIAN,
            PEJABAT: tuple(buku.get("pejabat") or ()),
            SOP: tuple(sop),
            TEMUAN: tuple(k for k, one in TABEL.items() if one.boleh_diabaikan),
            JENIS_PERATURAN: tuple(BENTUK),
            **({SEKSI: tuple(seksi)} if seksi else {}),
        }
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists of one workbook, by their names on its hidden sheet."""

    options: Mapping[str, Sequence[str]]

    def _listed(self, name: str) -> Choice:
        """Return the choice among a list of the hidden sheet."""
        letter = get_column_letter(list(self.options).index(name) + 1)
        last = max(len(self.options[name]), 1) + 1
        return Choice(f"{lembar.PILIHAN}!${letter}$2:${letter}${last}")

    def of(self, model: type[Any], key: str) -> Choice | None:
        """Return what may be chosen for a line of a form."""
        if key in OFFICIAL and model in (BukuYaml, KeputusanYaml, SopYaml):
            return self._listed(PEJABAT)
        if key == DASAR:
            return self._listed(PERATURAN)
        if (model, key) in USUAL:
            return looks.offered(*USUAL[model, key])
        if key in YA_TIDAK:
            return looks.words("ya", "tidak")
        return _literal(model, key)

    def of_column(self, sheet: str, key: str) -> Choice | None:
        """Return what may be chosen in a column of a table."""
        name = LISTED.get((sheet, key))
        if name in self.options:
            return self._listed(str(name))
        return ALLOWED.get((sheet, key))

    def in_sop(
        self, sheet: Worksheet, columns: Sequence[Kolom], fill: range, lanes: str
    ) -> None:
        """Offer symbols, pelaksana, targets and other SOP in the table of a SOP."""
        targets = Choice(f"$A${fill.start}:$A${fill[-1]}")
        offered = {
            "pelaksana": Choice(lanes),
            "simbol": self._listed(SIMBOL),
            "ke": targets,
            "tembusan": targets,
            "sop": self._listed(SOP),
        }
        for n, column in enumerate(columns, 1):
            choice = offered.get(column.key.partition(" ")[0])
            if choice:
                letter = get_column_letter(n)
                area = f"{letter}{fill.start}:{letter}{fill[-1]}"
                looks.choose(sheet, choice, area)

    def write(self, book: Workbook, painter: Painter) -> None:
        """Write the hidden sheet of lists."""
        sheet = book.create_sheet(lembar.PILIHAN)
        sheet.sheet_state = "hidden"
        for n, (name, words) in enumerate(self.options.items(), 1):
            for row, text in enumerate((name, *words), 1):
                painter.write(sheet, (row, n), text)


def _simbol() -> Iterator[str]:
    """Yield the words for a symbol; connectors over pages are drawn by themselves."""
    yield from ALIAS
    yield from (name for name in read_symbols().shapes if name != "penghubung")


def _literal(model: type[Any], key: str) -> Choice | None:
    """Return the choice among the words that a field allows."""
    allowed = options(model, key)
    return looks.words(*allowed) if allowed else None


#: The lists of the hidden sheet that columns choose from, by sheet and key.
LISTED: Mapping[tuple[str, str], str] = {
    (lembar.SUSUNAN, "bagian"): JENIS_BAGIAN,
    (lembar.PENGESAHAN, "pejabat"): PEJABAT,
    (lembar.KEPUTUSAN, "bagian"): BAGIAN,
    (lembar.DASAR_HUKUM, "untuk"): UNTUK,
    (lembar.DASAR_HUKUM, "peraturan"): PERATURAN,
    (lembar.PERATURAN, "jenis"): JENIS_PERATURAN,
    (lembar.DAFTAR_SOP, "seksi"): SEKSI,
    (lembar.ABAIKAN, "kode"): TEMUAN,
    (lembar.ABAIKAN, "sop"): SOP,
}
#: What other columns allow.
ALLOWED: Mapping[tuple[str, str], Choice | None] = {
    (lembar.PEJABAT, "kapasitas"): _literal(PejabatYaml, "kapasitas"),
    (lembar.PEJABAT, "tanda_tangan"): _literal(PejabatYaml, "tanda_tangan"),
    (lembar.SUSUNAN, "angka"): _literal(BagianYaml, "angka"),
    (lembar.DASAR_HUKUM, "bagian"): looks.words(*lembar.BAGIAN_DASAR),
    (lembar.PERATURAN, "status"): _literal(PeraturanYaml, "status"),
    (lembar.PERATURAN, "keyakinan"): _literal(PeraturanYaml, "keyakinan"),
    (lembar.PERATURAN, "perlu_verifikasi"): looks.words("ya", "tidak"),
    (lembar.NASKAH, "naskah"): replace(looks.words(*lembar.NASKAH_BAKU), strict=False),
}
