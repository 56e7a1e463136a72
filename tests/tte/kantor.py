"""The small office, signed electronically, and what its files say."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import zxingcpp

from sopgen.jobs import Wish
from sopgen.model.buku import Buku
from sopgen.pipeline import lay_out_book
from sopgen.spec import read_buku
from tests.made import files_of
from tests.spec.kantor import BUKU, write_kantor

TTE = "tte:\n  halaman_verifikasi: https://tte.uji.go.id/periksa\n"
#: A decree with an annex, a copy, and a sheet that puts the book in force.
ELEKTRONIK = (
    BUKU.replace("pangkat: Pembina", "pangkat: Pembina\n    tanda_tangan: elektronik")
    .replace(
        "  - {bagian: keputusan, keputusan: sk-1}\n",
        "  - lembar_pengesahan\n  - kata_pengantar\n"
        "  - {bagian: keputusan, keputusan: sk-1}\n"
        "  - {bagian: lampiran, keputusan: sk-1}\n",
    )
    .replace(
        "    diktum: [Menetapkan SOP.]\n",
        "    diktum: [Menetapkan SOP.]\n    lampiran: {kepala: [nomor]}\n"
        "    jenis: salinan\n    disalin_oleh: camat\n",
    )
) + TTE
#: The files that are signed by themselves.
SK, SOP = "keputusan-1", "sop/01-surat"
RESOLUTION = 100 / 72


def write_tte(folder: Path, *changes: tuple[str, str], file: str = "buku.yaml") -> Path:
    """Write the office with something of a file replaced."""
    write_kantor(folder)
    (folder / "buku.yaml").write_text(ELEKTRONIK, encoding="utf-8")
    place = folder / file
    text = place.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    place.write_text(text, encoding="utf-8")
    return folder


def book_of(folder: Path) -> Buku:
    reading = read_buku(folder)
    assert reading.buku is not None
    return reading.buku


def built(folder: Path, *formats: str) -> dict[str, bytes]:
    """Return the files of an office in some formats, by their names."""
    book = lay_out_book(book_of(folder), lambda *_: None)
    return files_of(Wish(folder, folder, formats=formats), book)


def texts(data: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    with pdfium.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def codes(data: bytes) -> list[list[str]]:
    """Return what a camera reads on each page of a PDF at 100 dots an inch."""
    with pdfium.PdfDocument(data) as pdf:
        pictures = [page.render(scale=RESOLUTION).to_pil() for page in pdf]
    return [[one.text for one in zxingcpp.read_barcodes(one)] for one in pictures]


def written(data: bytes) -> str:
    """Return all letters of a Word or Excel file, those of its shapes with them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
        xml = "".join(archive.read(name).decode() for name in parts)
    found = re.findall(r"<(?:w:t|a:t|t)(?: [^>]*)?>([^<]*)<", xml)
    return "\n".join(found)
