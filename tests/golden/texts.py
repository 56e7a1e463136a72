"""What stages hand on that is no drawing: findings, documents, workbooks."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from sopgen.lint import lint
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.document import Document, Style
from sopgen.pipeline import examine
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.temuan import read_temuan
from tests.books import ROOT
from tests.lint.test_expected import CASES, damaged
from tests.temuan.overlay import office_with
from tests.test_last_year import DECREES, NEW, PARTS, SLOWER, office, printed

#: Parts of a workbook: the sheet of its office, of a SOP, the looks of cells.
MEMBERS = ("xl/worksheets/sheet2.xml", "xl/worksheets/sheet10.xml", "xl/styles.xml")
#: Fields that say where something was read, or hold a drawing that has its own golden.
SILENT = (Span, Chart)


def goldens() -> Mapping[str, Callable[[], str]]:
    """Return how each golden of these is made, by the name of its file."""
    return {
        "temuan/kampak.txt": partial(findings, "kampak"),
        "temuan/karangan.txt": partial(findings, "karangan"),
        "temuan/keliru.txt": slips,
        "temuan/contoh.txt": examples,
        "dokumen/kampak.txt": partial(document, "kampak"),
        "dokumen/baru.txt": partial(document, "baru"),
        **{f"buku-kerja/{Path(n).stem}.txt": partial(member, n) for n in MEMBERS},
    }


def findings(office: str) -> str:
    """Return all that is told of a book, a finding a line with its advice."""
    folder = ROOT / "specs" / office
    return "\n".join((*_told(examine(folder).findings, folder), ""))


def slips() -> str:
    """Return what is told of each offence in the small office."""
    made: list[str] = []
    for name, changes in CASES:
        with tempfile.TemporaryDirectory() as place:
            folder = damaged(Path(place) / "uji", changes)
            reading = read_buku(folder)
            assert reading.buku
            found = (*reading.findings, *lint(reading.buku))
            made += [f"== {name}", *_told(found, folder)]
    return "\n".join((*made, ""))


def examples() -> str:
    """Return what is told of the wrong example of each code."""
    made: list[str] = []
    for one in read_temuan().values():
        contoh = one.butir["Salah"].contoh
        if contoh:
            with tempfile.TemporaryDirectory() as place:
                folder = office_with(contoh, Path(place) / "uji")
                every = examine(folder).findings
                made += _told([f for f in every if f.code == one.temuan.kode], folder)
    return "\n".join((*made, ""))


def _told(found: Iterable[Diagnostic], folder: Path) -> Iterator[str]:
    for one in found:
        also = f" +{len(one.juga)}" if one.juga else ""
        cured = f" ~{len(one.perbaikan)}" if one.perbaikan else ""
        told = f"{one.severity} {one.code} {one.span.label}{also}{cured}: {one.message}"
        yield f"{told} | {one.saran}".replace(f"{folder}", "uji")


def document(nama: str) -> str:
    """Return a book in blocks: one that is shipped, or the small one of a new year."""
    if nama == "baru":
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "uji"
            made = printed(office(folder, PARTS, NEW, SLOWER, *DECREES))
    else:
        made = printed(ROOT / "specs" / nama)
    return "\n".join((*_blocks(made), ""))


def _blocks(document: Document) -> Iterator[str]:
    styles: dict[str, str] = {}
    for section in document.sections:
        head = {f.name: getattr(section, f.name) for f in fields(section)}
        blocks = head.pop("blocks")
        yield f"section {_json(head, styles)}"
        yield from (_json(block, styles) for block in blocks)
    yield from (f"{name} {style}" for style, name in styles.items())


def _json(value: object, styles: dict[str, str]) -> str:
    return json.dumps(_plain(value, styles), ensure_ascii=False)


def _plain(value: Any, styles: dict[str, str]) -> Any:
    """Return a value of the model as data, without what every other one has.

    A style is known by its number, a path by its name; what is made when it is wanted
    is made.
    """
    if isinstance(value, partial):
        value = value()
    if isinstance(value, Style):
        key = json.dumps({f.name: getattr(value, f.name) for f in fields(value)})
        return styles.setdefault(key, f"style-{len(styles) + 1}")
    if isinstance(value, date | Path):
        return value.name if isinstance(value, Path) else value.isoformat()
    if isinstance(value, SILENT) or is_dataclass(value):
        own = () if isinstance(value, SILENT) else fields(value)
        said = ((f, getattr(value, f.name)) for f in own)
        inner = {f.name: _plain(v, styles) for f, v in said if v != f.default}
        return {type(value).__name__: inner}
    if isinstance(value, dict):
        return {str(key): _plain(one, styles) for key, one in value.items()}
    many = isinstance(value, tuple | list)
    return [_plain(one, styles) for one in value] if many else value


def member(name: str) -> str:
    """Return a part of the workbook of an office, a row or a style a line."""
    with zipfile.ZipFile(BytesIO(_workbook())) as archive:
        root = etree.fromstring(archive.read(name))
    return "\n".join((*_elements(root), ""))


@cache
def _workbook() -> bytes:
    made = export_workbook(ROOT / "specs" / "kampak").workbook
    assert made
    return made


def _elements(root: etree._Element) -> Iterator[str]:
    for child in root:
        rows = child if len(child) > 1 else [child]
        yield from (etree.tostring(row, encoding="unicode") for row in rows)
