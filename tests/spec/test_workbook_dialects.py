"""Workbooks as other programs write them say the same."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.books import OFFICES, ROOT, require
from tests.spec.kantor import write_kantor
from tests.spec.staff import bare, repacked

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")


def without_dimensions(name: str, part: bytes) -> bytes:
    return re.sub(rb"<dimension [^>]*/>", b"", part)


def wrong_dimensions(name: str, part: bytes) -> bytes:
    return re.sub(rb"<dimension [^>]*/>", b'<dimension ref="A1"/>', part)


def absolute_targets(name: str, part: bytes) -> bytes:
    """Name parts from the root, as WPS and Google do."""
    if name != "xl/_rels/workbook.xml.rels":
        return part
    return re.sub(rb'Target="(?!/)(worksheets|styles)', rb'Target="/xl/\1', part)


def prefixed(name: str, part: bytes) -> bytes:
    """Write the elements of sheets with a prefix."""
    if not SHEET.fullmatch(name):
        return part
    made: bytes = etree.tostring(_renamed(etree.fromstring(part)))
    return made


def _renamed(node: etree._Element) -> etree._Element:
    made = etree.Element(node.tag, dict(node.attrib), nsmap={"x": MAIN})
    made.text, made.tail = node.text, node.tail
    made.extend([_renamed(child) for child in node])
    return made


def shared_runs(name: str, part: bytes) -> bytes:
    """Write texts as runs of letters, as after somebody made a word bold."""
    if not SHEET.fullmatch(name):
        return part
    split = rb"<is><r><rPr><b/></rPr><t>\1</t></r><r><t>\2</t></r></is>"
    return re.sub(rb"<is><t>([^<&\s])([^<&]*[^<&\s])</t></is>", split, part)


def bom(name: str, part: bytes) -> bytes:
    return b"\xef\xbb\xbf" + part if SHEET.fullmatch(name) else part


DIALECTS: tuple[Callable[[str, bytes], bytes], ...] = (
    without_dimensions, wrong_dimensions, absolute_targets, prefixed, shared_runs, bom,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_dialect_changes_nothing(
    dialect: Callable[[str, bytes], bytes], tmp_path: Path
) -> None:
    kantor = write_kantor(tmp_path / "uji")
    data = export_workbook(kantor).workbook
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = {name: dialect(name, part) for name, part in parts.items()}
    assert changed != parts
    reading = read_buku(repacked(data, {**changed}, tmp_path / "uji.xlsx"))
    assert bare(reading.buku) == bare(read_buku(kantor).buku), reading.findings


@pytest.mark.parametrize("nama", OFFICES)
@pytest.mark.slow
def test_a_workbook_saved_by_libreoffice_says_the_same(
    nama: str, tmp_path: Path
) -> None:
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    folder = ROOT / "specs" / nama
    file = tmp_path / f"{nama}.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    subprocess.run(
        [
            str(program), f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "lo"),
            str(file),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    saved = tmp_path / "lo" / file.name
    assert bare(read_buku(saved).buku) == bare(read_buku(folder).buku)
    book = load_workbook(saved)
    assert book["Buku"].data_validations.dataValidation
    assert book["Buku"].protection.sheet
