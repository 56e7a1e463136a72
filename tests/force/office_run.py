"""Check and build the office in a folder, and look at what came of it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
from lxml import etree

from sopgen import pipeline
from sopgen.jobs import Wish
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.report import short, text
from tests.force.fuzzing import Escape

#: The office of an input, where its book is built, and a file that says that it is.
OFFICE, OUTPUT, BUILT = "uji", "hasil", "bangun"


def examine_and_build(folder: Path) -> tuple[str, ...]:
    """Do what ``sopgen check`` does, and ``build`` if asked; return codes of findings.

    Raises Escape where the two differ, where nothing is said of a book that is not
    built, where a finding cannot be shown, and where a file cannot be read.
    """
    place = folder / OFFICE
    heard = pipeline.examine(place)
    _look_at(heard.findings)
    if (folder / BUILT).exists():
        _build(folder, heard.findings)
    return tuple(one.code for one in heard.findings)


def _build(folder: Path, checked: Iterable[Diagnostic]) -> None:
    result = pipeline.build(Wish(folder / OFFICE, folder / OUTPUT), lambda *_: None)
    _look_at(result.findings)
    if not result.files and not any(map(_forbids, result.findings)):
        raise Escape("tanpa berkas dan tanpa sebab")
    if result.files and any(one.code == "SOP723" for one in checked):
        raise Escape("dibangun walau check menahan")
    said = {one.message for one in checked}
    for one in result.findings:
        if _forbids(one) and one.message not in said:
            raise Escape(f"baru dikatakan build: {one.code}")
    for made in result.files:
        _read(folder / OUTPUT / made.path)


def _forbids(finding: Diagnostic) -> bool:
    return finding.severity is Severity.ERROR


def _look_at(findings: Iterable[Diagnostic]) -> None:
    """Show every finding as staff see it; its place must be in its file."""
    for one in findings:
        if not text(one).startswith(short(one)) or not one.message.strip():
            raise Escape(f"temuan tidak terbaca: {one.code}")
        span = one.span
        if span.source.lines and span.line > len(span.source.lines) + 1:
            raise Escape(f"temuan di luar berkas: {one.code}")
        if any(letter in short(one) for letter in "\n\r\x00\x1b"):
            raise Escape(f"temuan lebih dari sebaris: {one.code}")


def _read(file: Path) -> None:
    """Read a file that was written, as those do for whom it is."""
    if file.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels", ".vml")):
                    etree.fromstring(archive.read(name))
    elif file.suffix == ".svg":
        etree.fromstring(file.read_bytes(), etree.XMLParser(huge_tree=True))
    elif file.suffix == ".pdf":
        with pdfium.PdfDocument(file) as pdf:
            if not len(pdf):
                raise Escape("PDF tanpa halaman")
