"""Headings of the table on a SOP's sheet follow the names that columns get."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.kosakata import heading
from sopgen.model.kolom import TANPA
from sopgen.spec.reader import Content
from sopgen.spec.workbook.kolom import KOLOM, table_of
from sopgen.spec.workbook.penulis import Penulis, sheet_of
from sopgen.spec.workbook.tables import find_head

BUKU = "buku.yaml"


def retitle(penulis: Penulis, berkas: str, kunci: str, judul: str | None) -> None:
    """Give a column its new heading on every sheet for which a file declares it.

    Without one it has the usual heading again; one that is not printed keeps its own.
    """
    if judul == TANPA:
        return
    buku = penulis.isi.get(BUKU)
    for content in _sheets(penulis, berkas, kunci):
        sheet = penulis.sheets[sheet_of(content.span())]
        table = table_of(buku.data if buku else None, content.data)
        head = find_head(sheet, table)
        column = head.columns.get(kunci) if head else None
        if head is not None and column is not None:
            penulis.put(sheet.span(head.row, column), judul or heading(kunci))
            penulis.moved.add(sheet.name)
    if buku is not None:
        penulis.moved.add(sheet_of(buku.span()))


def _sheets(penulis: Penulis, berkas: str, kunci: str) -> Iterator[Content]:
    """Yield the SOP that a file is about: itself, or all that say nothing else."""
    for name, content in penulis.isi.items():
        own = (content.data or {}).get(KOLOM) if name.startswith("sop/") else None
        said = isinstance(own, dict) and kunci in own
        if name.startswith("sop/") and (
            berkas == name or (berkas == BUKU and not said)
        ):
            yield content
