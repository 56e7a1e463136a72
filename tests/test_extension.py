"""What the program takes from its data files: a new one is all that it needs.

Each test runs the program as a process of its own, with a copy of its assets.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pypdfium2 as pdfium
import pytest
from openpyxl import load_workbook

from tests.books import ROOT
from tests.spec.kantor import write_kantor

pytestmark = pytest.mark.slow
PANGKAL = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21.6 10" width="21.6mm"
     height="10mm" data-preset="flowChartPredefinedProcess" data-urutan="9"
     data-profil="daerah9" data-warna="#cde" data-dot="component">
  <title>Proses yang diatur dalam SOP lain</title>
  <path id="outline" d="M0 0 H21.6 V10 H0 Z M2 0 V10 M19.6 0 V10"/>
  <g id="ports">
    <circle data-side="top" cx="10.8" cy="0" r="0.2"/>
    <circle data-side="right" cx="21.6" cy="5" r="0.2"/>
    <circle data-side="bottom" cx="10.8" cy="10" r="0.2"/>
    <circle data-side="left" cx="0" cy="5" r="0.2"/>
  </g>
  <rect id="teks" x="2.4" y="0.6" width="16.8" height="8.8"/>
</svg>
"""
PERATURAN = """\
  - id: perbup-97-1999
    jenis: Perbup
    nomor: "97"
    tahun: 1999
    tentang: Tata Kelola Arsip Kecamatan
    daerah: Trenggalek
    status: berlaku
    sumber: uji
"""


class Installation:
    """A copy of the program's assets, the program beside it, and a small office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.assets = folder / "assets"
        copytree(ROOT / "assets", self.assets)
        (folder / "sopgen").symlink_to(ROOT / "sopgen")
        self.office = write_kantor(folder / "specs" / "uji")

    def swap(self, name: str, old: str, new: str) -> None:
        """Replace a text of the office's."""
        file = self.office / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the program in the folder."""
        return subprocess.run(
            [sys.executable, "-m", "sopgen", *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def built(self, *words: str) -> Path:
        """Build the office; return the folder of its files."""
        done = self.run("build", "uji", *words)
        assert done.returncode == 0, done.stderr
        return self.folder / "output" / "uji" / "2025"


@pytest.fixture
def here(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def pages(file: Path) -> Iterator[pdfium.PdfPage]:
    with pdfium.PdfDocument(file) as pdf:
        yield from pdf


def words(file: Path) -> str:
    with pdfium.PdfDocument(file) as pdf:
        return " ".join(p.get_textpage().get_text_bounded() for p in pdf)


def test_a_symbol_needs_one_file(here: Installation) -> None:
    (here.assets / "symbols" / "pangkal.svg").write_text(PANGKAL, encoding="utf-8")
    here.swap(
        "sop/surat.yaml",
        "simbol: keputusan\n    ke: {Ya: 3, Tidak: 1}",
        "simbol: pangkal",
    )
    here.swap("buku.yaml", "  - sop\n", "  - sop\n  - simbol\n")
    made = here.built()
    svg = (made / "sop" / "01-surat.svg").read_text(encoding="utf-8")
    (drawn,) = re.findall(
        r'class="simbol simbol-pangkal"[^>]*>.*?<path d="([^"]*)"', svg, re.S
    )
    assert drawn.count("M") == 3
    assert drawn.count("Z") == 1
    assert "Proses yang diatur dalam SOP lain" in words(made / "buku.pdf")
    for file in ("buku.docx", "sop/01-surat.xlsx"):
        with zipfile.ZipFile(made / file) as archive:
            xml = "".join(
                archive.read(n).decode("utf-8", "replace")
                for n in archive.namelist()
                if n.endswith(".xml")
            )
        assert "flowChartPredefinedProcess" in xml
    assert (
        "shape=component"
        in here.run(
            "draw", "uji", "--sop", "1", "--format", "dot", "--output", "-"
        ).stdout
    )
    screen = here.run(
        "draw", "uji", "--sop", "1", "--tema", "layar", "--output", "-"
    ).stdout
    assert ".simbol-pangkal path{fill:#cde}" in screen
    assert here.run("export", "uji", "--xlsx").returncode == 0
    offered = load_workbook(here.folder / "uji.xlsx")["Pilihan"]
    assert "pangkal" in [cell.value for row in offered.iter_rows() for cell in row]


def test_a_paper_needs_one_entry(here: Installation) -> None:
    with (here.assets / "kertas" / "kertas.toml").open("a", encoding="utf-8") as file:
        file.write(
            "\n[Uji]\nlebar = 216\ntinggi = 356\nexcel = 5\n"
            "\n[B4]\nlebar = 250\ntinggi = 353\n"
        )
    for name, size, number in (("Uji", (216, 356), 5), ("B4", (250, 353), None)):
        text = (here.office / "buku.yaml").read_text(encoding="utf-8")
        text = re.sub(r"^kertas: .*\n", "", text, flags=re.M)
        (here.office / "buku.yaml").write_text(
            f"kertas: {name}\n{text}", encoding="utf-8"
        )
        made = here.built()
        sizes = {
            tuple(sorted(round(v * 25.4 / 72) for v in p.get_size()))
            for p in pages(made / "buku.pdf")
        }
        assert sizes == {size}
        setup = load_workbook(made / "buku.xlsx").worksheets[-1].page_setup
        assert setup.paperSize == number
        assert number or (setup.paperWidth, setup.paperHeight) == ("250mm", "353mm")
    schema = here.run("schema", "--output", "skema")
    assert schema.returncode == 0
    known = json.loads(
        (here.folder / "skema" / "buku.json").read_text(encoding="utf-8")
    )
    assert "Uji" in json.dumps(known["properties"]["kertas"])
    here.swap("buku.yaml", "kertas: B4", "kertas: Folio")
    wrong = here.run("check", "uji")
    assert wrong.returncode == 1
    assert "`kertas` tidak mengenal `Folio`" in wrong.stdout
    assert "`Uji`" in wrong.stdout


def test_a_regulation_needs_one_entry(here: Installation) -> None:
    with (here.assets / "peraturan" / "peraturan.yaml").open(
        "a", encoding="utf-8"
    ) as file:
        file.write(PERATURAN)
    here.swap("sop/surat.yaml", "[Undang-Undang;]", "[{peraturan: perbup-97-1999}]")
    made = here.built("--sop", "1", "--format", "pdf")
    said = " ".join(words(made / "sop" / "01-surat.pdf").split())
    assert "Peraturan Bupati Trenggalek Nomor 97 Tahun 1999 tentang Tata Kelola" in said


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("symbols/proses.svg", "<svg"),
        (
            "symbols/proses.svg",
            '<svg xmlns="http://www.w3.org/2000/svg"><path id="outline"/></svg>',
        ),
        ("symbols/alur_proses.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("kertas/kertas.toml", "[F4]\nlebar = 'a'\ntinggi = 'b'\n"),
        ("kertas/kertas.toml", "[F4]\nlebar = 215\n"),
        ("kertas/kertas.toml", "[F4]\nlebar = 330\ntinggi = 215\n"),
        ("peraturan/peraturan.yaml", "peraturan: [{id: uu-1-2000}]\n"),
        ("peraturan/peraturan.yaml", "peraturan: [\n"),
    ],
)
def test_a_broken_data_file_is_named(
    here: Installation, name: str, broken: str
) -> None:
    (here.assets / name).write_text(broken, encoding="utf-8")
    done = here.run("build", "uji")
    assert done.returncode == 1
    assert f"assets/{name}" in done.stderr
    assert "Traceback" not in done.stderr
    assert "laporkan" not in done.stderr
    assert not (here.folder / "output").exists()
