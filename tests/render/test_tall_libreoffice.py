"""Rows and fields higher than a page, as LibreOffice prints Word and Excel files."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from sopgen.model.bagian import BagianId
from sopgen.pipeline import Wish, build
from tests.render.libreoffice import print_all
from tests.spec.kantor import SURAT, write_kantor

pytestmark = pytest.mark.slow
LONG = " ".join(f"kata{n}" for n in range(1400))
ITEMS = "".join(
    f"\n  - {' '.join(f'butir{n}x{k}' for k in range(14))}" for n in range(60)
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the words of both files within their paper."""
    folder = tmp_path_factory.mktemp("tinggi")
    office = write_kantor(folder / "uji")
    text = SURAT.replace("uraian: Memeriksa surat", f"uraian: Memeriksa {LONG}")
    text = text.replace("dasar_hukum: [Undang-Undang;]", f"dasar_hukum:{ITEMS}")
    (office / "sop" / "surat.yaml").write_text(text)
    wish = Wish(office, folder / "out", formats=("docx", "xlsx"))
    files = []
    for one in build(wish, lambda *_: None).files:
        if one.bagian == BagianId("sop", "surat"):
            suffix = one.path.suffix[1:]
            files.append(folder / f"tinggi-{suffix}{one.path.suffix}")
            files[-1].write_bytes(one.path.read_bytes())
    print_all(files, folder)
    return {f.suffix[1:]: words(folder / "lo" / f"{f.stem}.pdf") for f in files}


def words(file: Path) -> set[str]:
    found: set[str] = set()
    with pdfium.PdfDocument(file) as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage().get_text_bounded(10, 10, width - 10, height - 10)
            found |= set(re.findall(r"[a-z]+\d+(?:x\d+)?", str(text)))
    return found


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_no_word_is_missing(printed: dict[str, set[str]], suffix: str) -> None:
    wanted = set(re.findall(r"(?:kata|butir)\d+(?:x\d+)?", LONG + ITEMS))
    assert wanted <= printed[suffix]
