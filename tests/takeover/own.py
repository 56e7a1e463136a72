"""Our own files, taken over again, and the book that they were built from."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity, Source
from sopgen.model.document import Document
from sopgen.model.sop import Sop
from sopgen.ooxml import Package, read_parts
from sopgen.parts import excerpt
from sopgen.render.docx import write_docx
from sopgen.render.xlsx import write_xlsx
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.takeover import Takeover, take_over
from sopgen.typeset import typeset
from sopgen.yamltext import write_yaml
from tests.books import require
from tests.whole_books import document_of, read

SUFFIXES = ("xlsx", "docx")
SECONDS = 180

Symbol = tuple[int, str, str, str]
Graph = tuple[Counter[Symbol], Counter[tuple[Symbol, Symbol, str, str]]]


def book(nama: str) -> tuple[Buku, Document]:
    """Return an office's book as read, and composed."""
    return read(nama), document_of(nama)


def written(nama: str, suffix: str, sop: str = "") -> bytes:
    """Return the file of a book, or of one SOP of it."""
    buku, whole = book(nama)
    part = excerpt(whole, frozenset([BagianId("sop", sop)]), sop) if sop else whole
    if suffix == "xlsx":
        return write_xlsx(part, buku, read_symbols())
    return write_docx(part, typeset(part), read_symbols())


def taken(data: bytes, nama: str = "lama.xlsx") -> Takeover:
    """Return what is taken over from a file."""
    return take_over(Package(Source(nama), read_parts(data)), "lama")


def drafted(made: Takeover, folder: Path) -> Buku:
    """Return the book that drafts make when they are written and read again."""
    for draft in made.drafts:
        file = folder / draft.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_yaml(draft), encoding="utf-8")
    reading = read_buku(folder)
    errors = [f.message for f in reading.findings if f.severity is Severity.ERROR]
    assert not errors
    assert reading.buku is not None
    return reading.buku


def again(data: bytes, folder: Path) -> tuple[Sop, ...]:
    """Return the SOP of a file after it has been taken over."""
    return drafted(taken(data), folder).sop


def graph_of(sop: Sop) -> Graph:
    """Return symbols and arrows by where they stand, not by what they are called."""
    symbols = {
        one.id: (
            one.baris,
            sop.pelaksana[one.lajur].nama,
            one.simbol,
            " ".join(one.teks.split()),
        )
        for one in sop.langkah
    }
    arrows = (
        (symbols[a.dari], symbols[a.ke], a.label, a.jenis.value) for a in sop.alur
    )
    return Counter(symbols.values()), Counter(arrows)


def rows_of(sop: Sop) -> list[tuple[str, ...]]:
    """Return the texts of the table, on one line each."""
    return [
        tuple(
            " ".join(text.split())
            for text in (
                k.nomor,
                k.uraian,
                k.mutu_baku.kelengkapan,
                k.mutu_baku.waktu,
                k.mutu_baku.output,
                k.keterangan,
            )
        )
        for k in sop.kegiatan
    ]


def fields_of(sop: Sop) -> dict[str, object]:
    """Return the identity, capitals aside where the sheet prints only capitals."""
    i = sop.identitas
    return {
        "nomor": sop.nomor_sop,
        "unit": i.unit.upper(),
        "judul": i.judul.upper(),
        "pembuatan": i.tanggal_pembuatan.cetak,
        "revisi": i.tanggal_revisi.cetak,
        "efektif": i.tanggal_efektif.cetak,
        "dasar_hukum": tuple(d.isi for d in i.dasar_hukum),
        "kualifikasi": i.kualifikasi_pelaksana,
        "keterkaitan": i.keterkaitan,
        "peralatan": i.peralatan,
        "peringatan": i.peringatan,
        "pencatatan": i.pencatatan,
    }


def through_libreoffice(files: dict[str, bytes], suffix: str, folder: Path) -> None:
    """Load files in LibreOffice and save them; they land in ``folder/lo``."""
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    for nama, data in files.items():
        (folder / f"{nama}.{suffix}").write_bytes(data)
    subprocess.run(
        [
            str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--convert-to", suffix, "--outdir", str(folder / "lo"),
            *(str(folder / f"{nama}.{suffix}") for nama in files),
        ],
        check=True, capture_output=True, timeout=SECONDS,
    )  # fmt: skip
