"""Print files with LibreOffice, which finds the book's own fonts under Office's names.

With other fonts the lines would break elsewhere.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from sopgen.assets import asset
from sopgen.model.geometry import MM_PER_PT
from tests.books import require

#: Shapes whose drawn box is lower than their own: the wave.
WAVY = {"dokumen"}
SECONDS = 180

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Arial</family>
<prefer><family>Sopgen Sans</family></prefer></alias>
<alias binding="same"><family>Bookman Old Style</family>
<prefer><family>Sopgen Bookman</family></prefer></alias></fontconfig>
"""

#: The format that prints blank pages too.
WITH_BLANK = (
    'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
)

Edges = tuple[float, float, float, float]


def print_all(files: Iterable[Path], folder: Path, *, blank: bool = False) -> None:
    """Write each file as a PDF of the same name into ``folder / "lo"``.

    The ``blank`` pages before the fronts of sheets are left out unless wanted.
    """
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=asset("fonts"), cache=folder / "cache"))
    subprocess.run(
        [
            str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--convert-to", WITH_BLANK if blank else "pdf",
            "--outdir", str(folder / "lo"),
            *map(str, files),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=True, capture_output=True, timeout=SECONDS,
    )  # fmt: skip


def boxes(page: pdfium.PdfPage) -> list[Edges]:
    """Return left, top, right, bottom of every drawn path on a page, in mm."""
    height = page.get_height()
    found = []
    for item in page.get_objects(max_depth=6):
        if item.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = (v * MM_PER_PT for v in item.get_bounds())
            whole = height * MM_PER_PT
            found.append((left, whole - top, right, whole - bottom))
    return found
