"""The columns that an office declares: lines of a form, columns of a SOP's table.

A line is the heading of a column of the office's own, ``Nomor Arsip``, or key and
heading: ``Kelengkapan: Persyaratan``, ``arsip: No. Arsip``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sopgen.kosakata import heading
from sopgen.model.kolom import JUDUL, LAZIM, TANPA, kunci_of
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.kolom import KOLOM, own_keys
from sopgen.spec.reader import Trail
from sopgen.spec.workbook.forms import Nilai
from sopgen.spec.workbook.lembar import TABEL_KEGIATAN, Kolom, named
from sopgen.spec.workbook.tree import Tree

__all__ = ["KOLOM", "column_line", "column_lines", "put_column", "table_of", "written"]

#: The columns of the form by their headings in a workbook.
BAKU = {named(heading(kunci)): kunci for kunci in JUDUL}
#: Behind this column stand those of the office's own.
BEFORE = "output"


def column_lines(declared: Any) -> Iterator[str]:
    """Yield what a file declares, as the lines of a form."""
    for kunci, judul in declared.items() if isinstance(declared, Mapping) else ():
        yield column_line(kunci, str(judul))


def column_line(kunci: str, judul: str) -> str:
    """Return a line of a form that declares a column."""
    if kunci not in JUDUL and kunci_of(judul) == kunci and ":" not in judul:
        return judul
    return f"{heading(kunci) if kunci in JUDUL else kunci}: {judul}"


def put_column(tree: Tree, nilai: Nilai, findings: Findings) -> None:
    """Put what a line of a form declares."""
    if nilai.cell is None:
        tree.expect((KOLOM,), nilai.span)
        return
    head, found, tail = nilai.cell.word.partition(":")
    judul = tail.strip() if found else head.strip()
    kunci = BAKU.get(named(head)) or kunci_of(head)
    path: Trail = (KOLOM, kunci)
    if not kunci or not judul:
        message = f"kolom {quoted(nilai.cell.word)} tidak punya judul"
        findings.tell("SOP418", message, nilai.span, "tulis judulnya: Biaya")
    elif tree.has(path):
        message = f"kolom {quoted(judul)} ditulis dua kali"
        findings.tell("SOP416", message, nilai.span, "hapus salah satu")
    else:
        tree.put(path, judul, nilai.span)


def table_of(buku: Any, sop: Any) -> tuple[Kolom, ...]:
    """Return the columns that the table of a SOP may have, given what is declared."""
    told = {**_declared(buku), **_declared(sop)}
    made: list[Kolom] = []
    for column in TABEL_KEGIATAN:
        judul = told.get(column.key, TANPA)
        if column.key in JUDUL and judul != TANPA:
            made.append(replace(column, judul=judul, sebutan=(column.judul,)))
        else:
            made.append(column)
        if column.key == BEFORE:
            made += (_own(kunci, told) for kunci in own_keys(buku, sop))
    return tuple(made)


def _declared(data: Any) -> Mapping[str, str]:
    """Return the headings that a file gives to columns, but those it leaves out."""
    found = data.get(KOLOM) if isinstance(data, Mapping) else None
    every = found.items() if isinstance(found, Mapping) else ()
    return {k: v for k, v in every if isinstance(v, str) and v.strip() != TANPA}


def _own(kunci: str, told: Mapping[str, str]) -> Kolom:
    usual = LAZIM.get(kunci, heading(kunci))
    judul = told.get(kunci, usual)
    return Kolom(
        judul, kunci, "Kolom sendiri", 18, sebutan=(usual, kunci),
        jarang=kunci not in told,
    )  # fmt: skip


def written(table: tuple[Kolom, ...], buku: Any, sop: Any) -> tuple[Kolom, ...]:
    """Return the columns that are written for a SOP: of its own those that it needs."""
    base = {column.key for column in TABEL_KEGIATAN}
    rows = sop.get("kegiatan") or ()
    used = {key for one in rows if isinstance(one, Mapping) for key in one}
    told = {*_declared(buku), *_declared(sop)}
    return tuple(c for c in table if c.key in base or c.key in used or c.key in told)
