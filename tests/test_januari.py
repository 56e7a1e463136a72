"""One January from end to end, as the staff of an office in Excel live it.

Last year's workbook, once saved by another program, becomes this year's: rolled,
checked, mended, marked, built while a file is held open, the lampiran printed alone,
and built again.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from sopgen.cli import sopgen
from sopgen.spec.exchange import export_workbook
from tests.berlaku import write_berlaku
from tests.books import require

pytestmark = pytest.mark.slow
LAMA, BARU, RAPI = "buku-2025.xlsx", "buku-2026.xlsx", "buku-2026-perbaikan.xlsx"
DITANDAI = "buku-2026-perbaikan-temuan.xlsx"
JAWABAN = (
    "--camat", "Drs. JOKO SANTOSO, M.Si.; 19700101 199503 1 002; Pembina Tingkat I",
    "--nomor", "000.8.3.3/4/406.06/2026", "--tanggal", "12 Januari 2026",
)  # fmt: skip
#: Where a book of 2026 may speak of 2025: what is revoked, when a SOP was made.
BOLEH = re.compile(
    r"Nomor 000\.8\.3\.3/1/406\.06/2025 tanggal 16 Januari 2025|6 Januari 2025"
    r"|Tahun 2025 tentang|Tahun 2025 Nomor"
)


def run(*args: str) -> Result:
    return CliRunner().invoke(sopgen, args)


def done(*args: str) -> str:
    """Call sopgen; all has to go well."""
    made = run(*args)
    assert made.exit_code == 0, made.output
    return made.output


def words(file: Path) -> str:
    """Return the text of a PDF on one line, without spaces doubled."""
    with pdfium.PdfDocument(file) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    return " ".join(text.split())


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with last year's workbook as LibreOffice has saved it."""
    require(shutil.which("soffice") is not None, "LibreOffice")
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    office = write_berlaku(tmp_path / "folder")
    (tmp_path / "asal").mkdir()
    (tmp_path / "asal" / LAMA).write_bytes(export_workbook(office).workbook)
    shutil.copy(office / "lambang.png", tmp_path)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path),
            str(tmp_path / "asal" / LAMA),
        ],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_january(place: Path) -> None:
    done("build", LAMA, "--only", "keputusan", "--format", "pdf", "--quiet")
    roll(place)
    mend(place)
    output = place / "output" / "karangan" / "2026"
    done("build", RAPI, "--final", "--quiet")
    build_while_held(place, output / "buku.docx")
    spoken = words(output / "buku.pdf")
    assert "12 Januari 2026" in spoken
    assert "JOKO SANTOSO" in spoken
    assert "2025" not in BOLEH.sub("", spoken)


def roll(place: Path) -> None:
    """Make the new workbook; the old one stays as it is."""
    before = (place / LAMA).read_bytes()
    told = done("roll", LAMA, "--tahun", "2026", *JAWABAN)
    assert f"buku 2026: {BARU}" in told
    assert (place / LAMA).read_bytes() == before
    assert "Perubahan" in load_workbook(place / BARU).sheetnames


def mend(place: Path) -> None:
    """Find a misspelt word, mend it in a copy, and mark what is left in another."""
    spoil(place / BARU)
    assert "SOP745" in codes(BARU)
    done("fix", BARU, "--kode", "SOP745")
    assert "SOP745" not in codes(RAPI)
    done("check", RAPI, "--annotate")
    assert load_workbook(place / DITANDAI).sheetnames[0] == "Temuan"


def codes(nama: str) -> set[str]:
    found = json.loads(run("check", nama, "--format", "json").output)
    return {one["kode"] for one in found}


def build_while_held(place: Path, held: Path) -> None:
    """Build a changed book while one output cannot be written, then again."""
    whole = held.read_bytes()
    held.chmod(0o444)
    edit(place / RAPI, "Memaraf")
    refused = run("build", RAPI, "--quiet")
    assert refused.exit_code == 1
    assert "SOP957" in refused.output
    assert held.read_bytes() == whole
    held.chmod(0o644)
    done("build", RAPI, "--only", "lampiran", "--format", "pdf", "--quiet")
    done("build", RAPI, "--final", "--quiet")
    assert held.read_bytes() != whole


def spoil(file: Path) -> None:
    """Misspell a word of a chapter as one does when a paragraph is added."""
    put(file, "Naskah", "Sistem", "Sistim")


def edit(file: Path, verb: str) -> None:
    """Change a kegiatan, so that the book is another one."""
    put(file, "01 kk", "Meneliti", verb)


def put(file: Path, sheet: str, old: str, new: str) -> None:
    """Replace the first word of its kind on a sheet."""
    book = load_workbook(file)
    for row in book[sheet].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and re.search(old, cell.value, re.I):
                cell.value = re.sub(old, new, cell.value, count=1, flags=re.I)
                book.save(file)
                return
    raise AssertionError(f"{sheet}: {old}")
