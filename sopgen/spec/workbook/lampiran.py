"""The annexes of decrees in a workbook: their rows by numeral, and tables of their own.

The only annex of a decree is called Lampiran; of several each has its numeral.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, NamedTuple

from sopgen.model.bahasa import romawi
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Pokok, Span
from sopgen.model.nilai import dataclass
from sopgen.model.sitiran_lampiran import number_of
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.reader import Trail
from sopgen.spec.workbook.lembar import KOLOM_TABEL, LAMPIRAN, plain
from sopgen.spec.workbook.tables import Baris
from sopgen.spec.workbook.tree import Tree
from sopgen.spec.workbook.words import code

KEY = "lampiran"
#: What stands in the column Bagian: a numeral if any, and the field if any.
BAGIAN = re.compile(rf"{KEY}(?: (?P<angka>[ivxlc]+|[0-9]{{1,2}})(?![^ ]))?(?P<isi>.*)")
#: The key of the columns in which the cells of a table stand.
SEL = "kolom"
#: So many columns are offered, even where no table is.
TERSEDIA = 6


class Bagian(NamedTuple):
    """A part of an annex: its number, and the name of the part without it."""

    nomor: int
    nama: str


def read_bagian(bagian: str) -> Bagian | None:
    """Return what part of which annex a name means, none of another name."""
    found = BAGIAN.fullmatch(plain(bagian))
    if found is None:
        return None
    nomor = number_of(found["angka"]) if found["angka"] else 1
    return Bagian(nomor, f"{KEY}{found['isi']}") if nomor else None


def label_of(urut: int, count: int) -> str:
    """Return what an annex is called, by its number from 0 among how many."""
    return f"{LAMPIRAN} {romawi(urut + 1)}" if count > 1 else LAMPIRAN


def annexes_of(keputusan: Any) -> list[Any]:
    """Return the annexes in the data of a decree."""
    found = keputusan.get(KEY) if isinstance(keputusan, dict) else None
    if isinstance(found, list):
        return [one for one in found if isinstance(one, dict)]
    return [found] if isinstance(found, dict) else []


@dataclass(slots=True)
class Letak:
    """Which annexes the decrees of a workbook have, where the first row of each is."""

    findings: Findings
    nomor: dict[str, dict[int, Span]] = field(default_factory=dict)

    def note(self, kode: str, nomor: int, span: Span) -> None:
        """Note that a decree has an annex."""
        self.nomor.setdefault(kode, {}).setdefault(nomor, span)

    def begin(self, tree: Tree, places: Mapping[str, Trail]) -> None:
        """Begin the annexes of decrees with several, in the order of their numerals."""
        for kode, every in self.nomor.items():
            if kode not in places or set(every) == {1}:
                continue
            for urut, nomor in enumerate(sorted(every)):
                tree.begin((*places[kode], KEY, urut), every[nomor])
                if nomor - 1 not in every and nomor > 1:
                    nama, lacking = romawi(nomor), romawi(nomor - 1)
                    message = f"{LAMPIRAN} {nama} tanpa {LAMPIRAN} {lacking}"
                    saran = "urutkan nomor lampirannya: I, II, III"
                    self.findings.tell("SOP954", message, every[nomor], saran)

    def path(self, kode: str, nomor: int) -> Trail:
        """Return where an annex stands in its decree."""
        every = self.nomor.get(kode, {})
        several = bool(every) and set(every) != {1}
        return (KEY, sorted(every).index(nomor)) if several else (KEY,)


@dataclass(frozen=True, slots=True)
class Isi:
    """A row of a table: the decree and annex that it belongs to, and its cells."""

    kode: str
    nomor: int
    baris: Baris

    @property
    def cells(self) -> list[str]:
        """Return the texts up to the last that is filled in."""
        found = {_column(k): c.text for k, c in self.baris.cells.items() if _column(k)}
        return [found.get(n, "") for n in range(1, max(found, default=0) + 1)]

    def span(self, urut: int) -> Span:
        """Return the place of a cell by its number from 0."""
        key = f"{SEL} {urut + 1}"
        return self.baris.span(key if key in self.baris.columns else SEL)


def _column(key: str) -> int:
    """Return the number of a column of cells, 0 of any other."""
    name, _, number = key.partition(" ")
    return int(number or 1) if name == SEL else 0


def read_isi(rows: Iterable[Baris], findings: Findings) -> list[Isi]:
    """Return the rows of the tables; a blank code or numeral is that above."""
    made: list[Isi] = []
    kode, nomor = "", 1
    for row in rows:
        written = code(row.word("keputusan"))
        if written and written != kode:
            kode, nomor = written, 1
        word = row.word(KEY)
        found = read_bagian(f"{KEY} {word.rpartition(' ')[2]}") if word else None
        if word and (found is None or found.nama != KEY):
            message = f"lampiran {quoted(word)} tidak dikenal"
            findings.tell("SOP954", message, row.span(KEY), "tulis I, II, atau III")
        elif not kode:
            message = "baris ini tidak menyebut keputusannya"
            saran = "isi kolom itu, atau hapus barisnya"
            findings.tell("SOP954", message, row.span("keputusan"), saran)
        else:
            nomor = found.nomor if found else nomor
            made.append(Isi(kode, nomor, row))
    return made


def put_tables(
    tree: Tree, isi: Sequence[Isi], letak: Letak, places: Mapping[str, Trail]
) -> None:
    """Put the tables in their annexes: headings from the first row of each."""
    widths: dict[Trail, int] = {}
    for one in isi:
        if one.kode not in places:
            message = f"keputusan {quoted(one.kode)} tidak ada"
            saran = suggestion(one.kode, places)
            span = one.baris.span("keputusan")
            told = diagnose("SOP954", message, span, saran)
            letak.findings.add(told.about(Pokok.KEPUTUSAN, one.kode))
            continue
        path = (*places[one.kode], *letak.path(one.kode, one.nomor))
        if path not in widths:
            widths[path] = len(one.cells)
            _put(tree, (*path, "kolom"), one, len(one.cells))
        else:
            row = (*path, "baris", tree.count((*path, "baris")))
            _put(tree, row, one, max(len(one.cells), widths[path]))


def _put(tree: Tree, path: Trail, one: Isi, width: int) -> None:
    """Put the cells of a row, blank ones up to a width."""
    cells = one.cells
    for n in range(width):
        tree.put((*path, n), cells[n] if n < len(cells) else "", one.span(n))


def table_rows(buku: Any) -> Iterator[Mapping[str, str]]:
    """Yield the rows of all tables of their own, headings first."""
    for one in buku.get("keputusan") or ():
        for urut, annex in enumerate(annexes_of(one)):
            if annex.get("kolom") or annex.get("baris"):
                for cells in (annex.get("kolom") or [], *(annex.get("baris") or [])):
                    yield table_row(one["id"], urut, cells)


def table_row(kode: str, urut: int, cells: Sequence[str]) -> Mapping[str, str]:
    """Return a row of a table of the annex of a decree."""
    texts = {f"{SEL} {n}": str(text) for n, text in enumerate(cells, 1)}
    return {"keputusan": kode, KEY: romawi(urut + 1), **texts}


def width_of(rows: Iterable[Mapping[str, str]]) -> int:
    """Return how many columns of cells the sheet has."""
    return max(TERSEDIA, *(len(row) - len(KOLOM_TABEL) + 1 for row in rows), 0)
