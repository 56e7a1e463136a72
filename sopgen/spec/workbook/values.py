"""Put what stands in rows and forms into the data of a file."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Trail
from sopgen.spec.workbook.lembar import Kolom
from sopgen.spec.workbook.tables import Baris, Nilai
from sopgen.spec.workbook.tree import Tree

#: Fields whose values are names: line breaks in a cell do not matter.
NAMES = ("pelaksana", "awalan_sop")


def put_row(tree: Tree, path: Trail, row: Baris, columns: Sequence[Kolom]) -> None:
    """Put the cells of a row below a path, each under the key of its column."""
    for column in columns:
        if column.key in row.cells:
            tree.put((*path, column.key), row.text(column.key), row.span(column.key))
        else:
            tree.expect((*path, column.key), row.span(column.key))


def put_value(tree: Tree, nilai: Nilai, findings: Findings) -> None:
    """Put a value of a form in its place."""
    path = nilai.isian.path
    if nilai.cell is None:
        tree.expect(path, nilai.span)
    elif nilai.isian.daftar:
        text = nilai.cell.word if nilai.isian.key in NAMES else nilai.cell.text
        tree.put((*path, tree.count(path)), text, nilai.span)
    elif tree.has(path):
        message = f"isian {quoted(nilai.isian.judul)} ditulis dua kali"
        findings.error("SOP913", message, nilai.span, "hapus salah satu")
    else:
        tree.put(path, nilai.cell.text, nilai.span)
