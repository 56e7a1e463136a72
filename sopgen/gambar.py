"""One thing drawn by itself, and not into a book: a chart, the map, what changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sopgen.bagan import chart_of
from sopgen.comparison import compare_specs, report
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.peta import relate
from sopgen.pipeline import GRAPHVIZ, TANPA_PETA, UNMAPPED, left_by_build, told
from sopgen.publish import unknown_sop
from sopgen.render.formats import DRAWINGS, FORMATS, MAPS, ChartDrawing, Printing
from sopgen.render.theme import THEMES
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeset import settle, typeset


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in one format, nothing where there is none, and what was found.

    ``nama`` is a name for its file, without suffix; ``misused`` says that there is no
    such SOP.
    """

    data: bytes
    findings: tuple[Diagnostic, ...]
    nama: str = ""
    misused: Diagnostic | None = None


def draw(
    folder: Path,
    nomor: int,
    suffix: str,
    theme: str = "cetak",
    output: Path | None = None,
) -> Drawn:
    """Draw the chart of one SOP by itself, in one of DRAWINGS and THEMES.

    The result has no data where it has no chart.  With a folder of output, what a
    killed build left there is told, too.
    """
    reading = read_buku(folder)
    found = told(folder, reading)
    if reading.buku is None:
        return Drawn(b"", found)
    sop = next((s for s in reading.buku.sop if s.nomor == nomor), None)
    if sop is None:
        return Drawn(b"", found, misused=unknown_sop(reading.buku, [nomor]))
    symbols = read_symbols()
    chart = chart_of(reading.buku, sop, symbols)
    drawing = ChartDrawing(chart, sop, symbols, THEMES[theme])
    data = DRAWINGS[suffix](drawing) if chart.pages else b""
    beside = left_by_build(output, reading.buku)
    found = told(folder, reading, (*chart.findings, *beside))
    return Drawn(data, found, f"{sop.nomor:02}-{sop.id}")


def report_changes(lama: Path, baru: Path, suffix: str) -> Drawn:
    """Write the report of what changed from one spec to another, in a format."""
    compared = compare_specs(lama, baru)
    if (changes := compared.perubahan) is None:
        return Drawn(b"", compared.findings)
    symbols = read_symbols()
    document = settle(report(changes, symbols))
    write = FORMATS[suffix].document
    assert write is not None
    pages = partial(typeset, document)
    printing = Printing(document, pages, changes.baru, symbols)
    nama = f"perubahan-{changes.baru.id}-{changes.lama.tahun}-{changes.baru.tahun}"
    return Drawn(write(printing), compared.findings, nama)


def draw_map(folder: Path, suffix: str) -> Drawn:
    """Draw the map of an office's SOP, as one of MAPS."""
    reading = read_buku(folder)
    if reading.buku is None:
        return Drawn(b"", told(folder, reading))
    from sopgen.render.graph import GraphvizError, lay_out

    peta = relate(reading.buku)
    try:
        drawing = lay_out(peta)
    except GraphvizError as error:
        why = UNMAPPED.format(error)
        problem = diagnose(TANPA_PETA, why, reading.buku.span, GRAPHVIZ)
        return Drawn(b"", told(folder, reading, [problem]))
    data = MAPS[suffix](drawing, peta.judul, read_symbols())
    found = told(folder, reading)
    return Drawn(data, found, f"peta-{reading.buku.id}")
