"""Put what stands in rows and forms into the data of a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sopgen.model.bahasa import tanggal
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Trail
from sopgen.spec.workbook.forms import Nilai
from sopgen.spec.workbook.kolom import KOLOM, put_column
from sopgen.spec.workbook.lembar import KOSONG, Kolom
from sopgen.spec.workbook.tables import Baris
from sopgen.spec.workbook.tree import Tree
from sopgen.spec.workbook.words import field_text, holds_date, listed

#: Lists of short words, several of which may stand in one cell.
SHORT = ("awalan_sop", "kepala")
#: Fields in which Excel drops what a number ends in.
EXACT = ("kode_unit",)


def put_row(
    tree: Tree, path: Trail, row: Baris, columns: Sequence[Kolom], model: type[Any]
) -> None:
    """Put the cells of a row below a path, each under the key of its column."""
    for column in columns:
        key = column.key
        if key in row.cells:
            text = field_text(model, key, row.text(key))
            tree.put((*path, key), text, row.span(key))
        else:
            tree.expect((*path, key), row.span(key))


def put_value(tree: Tree, nilai: Nilai, findings: Findings) -> None:
    """Put a value of a form in its place."""
    isian = nilai.isian
    if nilai.cell is None:
        tree.expect(isian.path, nilai.span)
    elif isian.path == (KOLOM,):
        put_column(tree, nilai, findings)
    elif isian.daftar:
        put_item(tree, isian.path, nilai)
    elif tree.has(isian.path):
        twice(isian.judul, nilai, findings)
    else:
        text = typed_text(nilai, findings)
        tree.put(isian.path, text, nilai.span)
        if isian.key in EXACT and nilai.cell.number:
            message = f"{isian.judul} {quoted(text)} tersimpan sebagai angka"
            saran = "nol di akhirnya bisa hilang; ketik diawali tanda petik tunggal"
            findings.tell_lightly("SOP948", message, nilai.span, saran)


def typed_text(nilai: Nilai, findings: Findings) -> str:
    """Return the text of a filled-in line as the spec writes it; dates are ISO."""
    isian, cell = nilai.isian, nilai.cell
    if cell is None:
        return ""
    if cell.day is None or not holds_date(isian.model, isian.key):
        return field_text(isian.model, isian.key, cell.text)
    if cell.number:
        message = f"{isian.judul} tersimpan sebagai angka {quoted(cell.text)}"
        saran = "beri sel itu format tanggal, atau ketik tanggalnya sebagai teks"
        read = f"{message}; dibaca {tanggal(cell.day)}"
        findings.tell_lightly("SOP948", read, nilai.span, saran)
    return cell.day.isoformat()


def put_item(tree: Tree, path: Trail, nilai: Nilai) -> None:
    """Put an item at the end of a list; a lone dash says that the list is empty."""
    cell, isian = nilai.cell, nilai.isian
    if cell is None:
        return
    if cell.word == KOSONG and isian.key in SHORT:
        tree.begin(path, nilai.span, 0)
        return
    for text in listed(cell.text) if isian.key in SHORT else [cell.text]:
        item = field_text(isian.model, isian.key, text)
        tree.put((*path, tree.count(path)), item, nilai.span)


def twice(judul: str, nilai: Nilai, findings: Findings) -> None:
    """Report a value that is there already."""
    message = f"isian {quoted(judul)} ditulis dua kali"
    findings.tell("SOP913", message, nilai.span, "hapus salah satu")
