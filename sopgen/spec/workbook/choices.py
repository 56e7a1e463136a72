"""What may be chosen in the cells of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.model.bentuk_peraturan import BENTUK
from sopgen.model.temuan import TABEL
from sopgen.spec import susunan
from sopgen.spec.peraturan import table_of_sopgen
from sopgen.spec.schema import (
    BukuYaml,
    KeputusanYaml,
    PejabatYaml,
    PeraturanYaml,
    SopYaml,
)
from sopgen.spec.tanda import ALIAS
from sopgen.spec.workbook import lembar, looks
from sopgen.spec.workbook.lembar import Kolom
from sopgen.spec.workbook.looks import Choice, Painter
from sopgen.spec.workbook.words import options
from sopgen.symbols import read_symbols

#: Lists that are kept on the hidden sheet, in the order of its columns.
SIMBOL, PERATURAN, UNTUK, BAGIAN, JENIS_BAGIAN, PEJABAT, SOP, TEMUAN = (
    "Simbol", "Peraturan", "Untuk", "Bagian keputusan", "Bagian buku", "Pejabat", "SOP",
    "Temuan",
)  # fmt: skip
JENIS_PERATURAN = "Jenis peraturan"
#: Fields of a form that name an official.
OFFICIAL = ("penandatangan", "disahkan_oleh")


class Choices:
    """The lists of one workbook."""

    def __init__(self, buku: Any, sop: Mapping[str, Any]) -> None:
        decrees = [one["id"] for one in buku.get("keputusan") or () if "id" in one]
        self.options: dict[str, Sequence[str]] = {
            SIMBOL: tuple(_simbol()),
            PERATURAN: tuple(sorted(table_of_sopgen())),
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
        }
        self.columns = {
            (lembar.PEJABAT, "kapasitas"): _literal(PejabatYaml, "kapasitas"),
            (lembar.SUSUNAN, "bagian"): self._listed(JENIS_BAGIAN),
            (lembar.SUSUNAN, "angka"): looks.words("romawi", "arab", "tanpa"),
            (lembar.KEPUTUSAN, "bagian"): self._listed(BAGIAN),
            (lembar.DASAR_HUKUM, "untuk"): self._listed(UNTUK),
            (lembar.DASAR_HUKUM, "bagian"): looks.words(*lembar.BAGIAN_DASAR),
            (lembar.DASAR_HUKUM, "peraturan"): self._listed(PERATURAN),
            (lembar.PERATURAN, "jenis"): self._listed(JENIS_PERATURAN),
            (lembar.PERATURAN, "status"): _literal(PeraturanYaml, "status"),
            (lembar.PERATURAN, "keyakinan"): _literal(PeraturanYaml, "keyakinan"),
            (lembar.PERATURAN, "perlu_verifikasi"): looks.words("ya", "tidak"),
            (lembar.ABAIKAN, "kode"): self._listed(TEMUAN),
            (lembar.ABAIKAN, "sop"): self._listed(SOP),
            (lembar.NASKAH, "naskah"): looks.words(*lembar.NASKAH_BAKU),
        }

    def _listed(self, name: str) -> Choice:
        """Return the choice among a list of the hidden sheet."""
        letter = get_column_letter(list(self.options).index(name) + 1)
        last = max(len(self.options[name]), 1) + 1
        return Choice(f"{lembar.PILIHAN}!${letter}$2:${letter}${last}")

    def of(self, model: type[Any], key: str) -> Choice | None:
        """Return what may be chosen for a line of a form."""
        if key in OFFICIAL and model in (BukuYaml, KeputusanYaml, SopYaml):
            return self._listed(PEJABAT)
        if key == "pengesahan_bertanda":
            return looks.words("ya", "tidak")
        return _literal(model, key)

    def of_column(self, sheet: str, key: str) -> Choice | None:
        """Return what may be chosen in a column of a table."""
        return self.columns.get((sheet, key))

    def in_sop(
        self, sheet: Worksheet, columns: Sequence[Kolom], fill: range, lanes: str
    ) -> None:
        """Offer symbols, pelaksana and targets in the table of a SOP."""
        targets = Choice(f"$A${fill.start}:$A${fill[-1]}")
        offered = {
            "pelaksana": Choice(lanes, strict=True),
            "simbol": self._listed(SIMBOL),
            "ke": targets,
            "tembusan": targets,
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
