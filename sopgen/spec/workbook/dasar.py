"""The legal bases of a SOP on its own sheet: a regulation or a sentence in each row.

    | Dasar hukum | UU 25/2009 – Pelayanan Publik | Pasal | 3 |
    |             | Surat Edaran Bupati;          |       |   |

A sentence that might be taken for a regulation stands in quotation marks, and so does
whatever is to be printed as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import (
    DeleteRow,
    InsertRow,
    Langsung,
    MoveRow,
    SuntinganError,
)
from sopgen.model.tulisan import read_tulisan
from sopgen.spec.reader import Trail
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.forms import Nilai
from sopgen.spec.workbook.lembar import FORM_SOP
from sopgen.spec.workbook.peraturan import Pilihan, is_id
from sopgen.spec.workbook.samping import Samping, Tata, beside
from sopgen.spec.workbook.tree import Tree

#: The field, its label, and what the heading beside it may be.
DASAR, LABEL, HEADINGS = "dasar_hukum", "Dasar hukum", ("pasal",)
ISIAN = next(one for one in FORM_SOP if one.key == DASAR)
#: The regulations, the heading beside them, and the articles.
TATA = Tata(
    range(3, 9), range(9, 10), range(10, 12), "Pasal",
    "Pasal yang dikutip; biasanya kosong: 18 ayat (6)",
)  # fmt: skip
#: What encloses a sentence that is printed as it is.
KUTIP = re.compile(r'["“”](.*)["“”]', re.DOTALL)
#: A dash leads to the title where a regulation is chosen; a sentence has its end.
DIPILIH = re.compile(r"\s*[–—-]\s*\S")
SELESAI = (";", ".")
#: A basis as a file has it.
Item: TypeAlias = str | dict[str, str]
#: All bases, however many.
MANY = 1_000_000
TERPISAH = "dasar hukum SOP ini ada di dua lembar; satukan dahulu di lembar SOP-nya"


def pasal_on(sheet: Sheet, end: int) -> Samping:
    """Return the articles beside the bases of a form above row ``end``."""
    return beside(sheet, LABEL, TATA, HEADINGS, end)


def read_item(text: str, pasal: str, pilihan: Pilihan) -> Item:
    """Return the basis that the two cells of a row mean."""
    said = {"pasal": pasal} if pasal else {}
    if kutip := KUTIP.fullmatch(text):
        return {**said, "teks": kutip[1]} if pasal else kutip[1]
    kode = pilihan.read(text) if pasal else _chosen(text, pilihan)
    if kode:
        return {"peraturan": kode, **said}
    return said or text


def _chosen(text: str, pilihan: Pilihan) -> str:
    """Return the id of a regulation that is chosen, or what stands for one.

    There is none where the office says it in a sentence of its own.
    """
    word = " ".join(text.split())
    if pilihan.is_shown(word):
        return pilihan.find(word)
    if word.endswith(SELESAI):
        return ""
    found = pilihan.find(word)
    return found or (pilihan.read(word) if is_id(word) or _like_chosen(word) else "")


def _like_chosen(word: str) -> bool:
    """Tell whether a text can but mean a regulation that is chosen.

    It looks like one of the list, ``UU 25/2090 – Kearsipan``, or is a name alone that
    no book prints so: ``UU 25/2090``.
    """
    first = next(iter(read_tulisan(word)), None)
    if first is None or first.awal:
        return False
    rest = word[first.akhir :]
    return DIPILIH.match(rest) is not None or (first.singkat and not rest.strip())


@dataclass(frozen=True, slots=True)
class Sel:
    """The two cells of a row: a regulation or sentence, and an article."""

    isi: str
    pasal: str = ""


def sel_of(items: Any, pilihan: Pilihan) -> tuple[Sel, ...] | None:
    """Return the cells that say what bases say; none if one cannot be said in them."""
    made = [_cells(one, pilihan) for one in items or ()]
    every = tuple(one for one in made if one is not None)
    return every if len(every) == len(made) else None


def _cells(item: Any, pilihan: Pilihan) -> Sel | None:
    said = item if isinstance(item, str) else {k: v for k, v in item.items() if v}
    for one in _tries(said, pilihan):
        if one.isi and read_item(one.isi, one.pasal, pilihan) == said:
            return one
    return None


def _tries(said: Any, pilihan: Pilihan) -> Sequence[Sel]:
    if isinstance(said, str):
        return Sel(said), Sel(f'"{said}"')
    pasal = said.get("pasal", "")
    if "peraturan" in said:
        return (Sel(pilihan.shown(said["peraturan"]), pasal),)
    return (Sel(f'"{said.get("teks", "")}"', pasal),)


def kept_here(edit: Langsung, own: int, every: int) -> int | None:
    """Return how many of a SOP's bases are on its own sheet after an edit.

    There they stand before those in the table of all bases.  It is nothing where the
    edit is of those.  Raises SuntinganError for one that would mix them.
    """
    if own == every:
        return MANY
    at = edit.jejak[1] if len(edit.jejak) > 1 else None
    across = isinstance(edit, MoveRow) and (int(at or 0) < own) != (edit.ke < own)
    if own and (at is None or across):
        raise SuntinganError(TERPISAH, edit.berkas, edit.jejak)
    match edit:
        case InsertRow(jejak=(_, int(at))) if own and at <= own:
            return own + 1
        case DeleteRow(jejak=(_, int(at))) if at < own:
            return own - 1
        case _ if isinstance(at, int) and at < own:
            return own
    return None


def put_bases(
    tree: Tree,
    bases: Sequence[Nilai],
    pasal: Samping,
    sheet: Sheet,
    pilihan: Pilihan,
) -> None:
    """Put the bases of a SOP, each with the article that stands in its row."""
    beside = dict(pasal.isi)
    blank = Nilai(ISIAN, None, sheet.top)
    rows = [(one.cell.row, one) for one in bases if one.cell]
    filled = {number for number, _ in rows}
    rows += [(number, blank) for number in beside if number not in filled]
    for number, one in sorted(rows, key=lambda row: row[0]):
        article = beside.pop(number, None)
        here: Trail = (DASAR, tree.count((DASAR,)))
        span = one.span if one.cell else sheet.span(number, TATA.butir.start)
        text = one.cell.text if one.cell else ""
        item = read_item(text, article.text if article else "", pilihan)
        if isinstance(item, str):
            tree.put(here, item, span)
            continue
        tree.begin(here, span)
        for key, value in item.items():
            at = sheet.of(article) if key == "pasal" and article else span
            tree.put((*here, key), value, at)
        tree.expect((*here, "peraturan"), span)
