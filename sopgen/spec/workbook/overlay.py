"""What a workbook has beside its cells: shapes, pictures, charts, rules, controls.

openpyxl does not keep all of it.  What a copy lacks is found by looking at both files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree
from openpyxl.utils import get_column_letter

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.ooxml import Element, Package
from sopgen.spec.findings import quoted

WORKBOOK = "xl/workbook.xml"
#: Things of a drawing by their elements; a box of text and what is shown in a frame
#: are told apart by what they hold.
DRAWN = {
    "sp": "bentuk",
    "cxnSp": "garis penghubung",
    "grpSp": "kelompok bentuk",
    "pic": "gambar",
    "graphicFrame": "grafik",
    "contentPart": "coretan tinta",
}
#: What a frame holds, by the end of its kind's name.
FRAMED = {"chart": "grafik", "chartex": "grafik", "diagram": "SmartArt"}
#: Parts that belong to a sheet.
ATTACHED = {
    "comments": "lembar komentar",
    "threadedComment": "utas komentar",
    "image": "gambar latar",
    "oleObject": "objek sisipan",
    "package": "objek sisipan",
    "ctrlProp": "kontrol formulir",
    "slicer": "pengiris data",
    "timeline": "garis waktu",
    "pivotTable": "tabel pivot",
    "table": "tabel",
    "queryTable": "tabel kueri",
}
#: Elements of a sheet, in the standard's namespace or in an extension.
RULES = {
    "dataValidation": "daftar pilihan sel",
    "cfRule": "format bersyarat",
    "sparklineGroup": "grafik mini",
    "legacyDrawingHF": "gambar kepala halaman",
}
#: The number of a row or column, from 0, and the last column that Excel has.
PLACE, LAST = re.compile(r"[0-9]{1,7}"), 16_383
#: Names that are told of one kind.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on a sheet: what it is, its name and its cell where it has them."""

    kind: str
    nama: str = ""
    cell: str = "A1"


@dataclass(frozen=True, slots=True)
class Words:
    """How a loss is told, before what is lost is named; and what to do about it."""

    message: str
    saran: str


def lost(before: Package, after: Package, words: Words) -> Iterator[Diagnostic]:
    """Yield a warning for each sheet that has more in one file than in the other."""
    kept = dict(overlay(after))
    for order, (sheet, things) in enumerate(overlay(before)):
        missing = Counter(t.kind for t in things)
        missing -= Counter(t.kind for t in kept.get(sheet, ()))
        if not missing:
            continue
        told = ", ".join(_told(kind, n, things) for kind, n in missing.items())
        cell = next(t.cell for t in things if t.kind in missing)
        span = Span(Source(before.source.path, order=order), cell=f"{sheet}!{cell}")
        yield diagnose(
            "SOP932",
            f"{words.message}: {told}",
            span,
            words.saran,
        )


def _told(kind: str, count: int, things: Sequence[Thing]) -> str:
    """Return how many of a kind are missing, with their names where all are."""
    names = [t.nama for t in things if t.kind == kind and t.nama]
    if not names or sum(t.kind == kind for t in things) > count:
        return f"{count} {kind}"
    more = ", …" if len(names) > NAMED else ""
    return f"{count} {kind} ({', '.join(map(quoted, names[:NAMED]))}{more})"


def overlay(package: Package) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """Yield each sheet of a workbook with what it has beside its cells."""
    targets = package.relations(WORKBOOK)
    for sheet in package.xml(WORKBOOK).iterfind("{*}sheets/{*}sheet"):
        rid = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        _, part = targets.get(rid, ("", ""))
        if part in package.parts:
            yield sheet.get("name") or "", tuple(_things(package, part))


def _things(package: Package, part: str) -> Iterator[Thing]:
    for kind, target in package.relations(part).values():
        if kind == "drawing" and target in package.parts:
            yield from _drawn(package.xml(target))
        elif kind in ATTACHED:
            yield Thing(ATTACHED[kind])
    for node in package.xml(part).iter("{*}*"):
        if (rule := etree.QName(node).localname) in RULES:
            yield Thing(RULES[rule])


def _drawn(drawing: Element) -> Iterator[Thing]:
    for anchor in drawing.iterchildren("{*}*"):
        cell = _cell(anchor)
        for node in _chosen(anchor):
            name = etree.QName(node).localname
            about = node.find("{*}*/{*}cNvPr")
            shown = about is None or about.get("hidden") not in ("1", "true")
            if name in DRAWN and shown:
                nama = "" if about is None else about.get("name") or ""
                yield Thing(_kind(node, name), nama, cell)


def _chosen(anchor: Element) -> Iterator[Element]:
    """Yield what an anchor holds; of alternatives the one that Excel takes."""
    for node in anchor.iterchildren("{*}*"):
        if etree.QName(node).localname == "AlternateContent":
            yield from node[0].iterchildren("{*}*") if len(node) else ()
        else:
            yield node


def _kind(node: Element, name: str) -> str:
    """Return what a thing of a drawing is called."""
    box = node.find("{*}nvSpPr/{*}cNvSpPr")
    if box is not None and box.get("txBox") in ("1", "true"):
        return "kotak teks"
    data = node.find("{*}graphic/{*}graphicData")
    if name == "graphicFrame" and data is not None:
        kind = (data.get("uri") or "").rpartition("/")[2]
        return FRAMED.get(kind, "objek")
    return DRAWN[name]


def _cell(anchor: Element) -> str:
    """Return the cell at the upper left of an anchor."""
    row, column = (anchor.findtext(f"{{*}}from/{{*}}{axis}") for axis in ("row", "col"))
    if not (PLACE.fullmatch(row or "") and PLACE.fullmatch(column or "")):
        return "A1"
    return f"{get_column_letter(min(int(column or 0), LAST) + 1)}{int(row or 0) + 1}"
