"""The sheets as LibreOffice prints them, beside the chart that was laid out."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from sopgen.assets import asset
from sopgen.model.chart import Chart, ChartPage
from sopgen.model.document import ChartFigure, Document
from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.parts import excerpt
from sopgen.render.xlsx import write_xlsx
from sopgen.symbols import read_symbols
from tests.books import OFFICES, require
from tests.render.test_xlsx import composed, read

#: How far a symbol may lie from its place, mm, when the printed table is as large as
#: the chart's: LibreOffice makes columns wider, and keeps shapes at their left.
ACROSS, DOWN = 1.8, 0.6
#: How much shorter the line of an arrow is, that ends in its head, mm.
HEAD = 2.6
#: Shapes whose drawn box is lower than their own.
WAVY = {"dokumen"}
SECONDS = 180

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Arial</family>
<prefer><family>Sopgen Sans</family></prefer></alias>
<alias binding="same"><family>Bookman Old Style</family>
<prefer><family>Sopgen Bookman</family></prefer></alias></fontconfig>
"""

Edges = tuple[float, float, float, float]
Printed = tuple[Document, pdfium.PdfDocument]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Printed]]:
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    folder = tmp_path_factory.mktemp("libreoffice-xlsx")
    made = dict(documents(folder))
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=asset("fonts"), cache=folder / "cache"))
    subprocess.run(
        [
            str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--convert-to", "pdf", "--outdir", str(folder),
            *(str(folder / f"{name}.xlsx") for name in made),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=True, capture_output=True, timeout=SECONDS,
    )  # fmt: skip
    every = {
        name: (document, pdfium.PdfDocument(folder / f"{name}.pdf"))
        for name, document in made.items()
    }
    yield every
    for _, pdf in every.values():
        pdf.close()


def documents(folder: Path) -> Iterator[tuple[str, Document]]:
    """Write each book and each SOP; yield their documents."""
    symbols = read_symbols()
    for nama in OFFICES:
        buku = read(nama)
        whole = composed(buku)
        files = {nama: whole}
        for sop in buku.sop:
            own = excerpt(whole, frozenset([f"sop:{sop.id}"]), sop.nama)
            files[f"{nama}-{sop.id}"] = own
        for name, document in files.items():
            data = write_xlsx(document, buku, symbols)
            (folder / f"{name}.xlsx").write_bytes(data)
            yield name, document


def chart_pages(document: Document) -> list[ChartPage]:
    charts: dict[str, Chart] = {}
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, ChartFigure):
                charts[block.chart.sop] = block.chart
    return [page for chart in charts.values() for page in chart.pages]


def single(printed: dict[str, Printed]) -> Iterator[tuple[str, Printed]]:
    yield from ((name, made) for name, made in printed.items() if name not in OFFICES)


def letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w", text.lower()))


def boxes(page: pdfium.PdfPage) -> list[Edges]:
    """Return left, top, right, bottom of every drawn path on a page, in mm."""
    height = page.get_height()
    found = []
    for item in page.get_objects(max_depth=6):
        if item.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = item.get_bounds()
            a, b, c, d = (
                v * MM_PER_PT for v in (left, height - top, right, height - bottom)
            )
            found.append((a, b, c, d))
    return found


def test_a_sop_prints_its_identity_and_the_pages_of_its_chart(
    printed: dict[str, Printed],
) -> None:
    for name, (document, pdf) in single(printed):
        assert len(pdf) == 1 + len(chart_pages(document)), name
        for page in pdf:
            assert page.get_size() == pytest.approx((936, 612), abs=1)


def test_a_book_prints_all_sop_and_each_lampiran(printed: dict[str, Printed]) -> None:
    for nama in OFFICES:
        document, pdf = printed[nama]
        sops = len({s.bagian for s in document.sections if s.bagian[:4] == "sop:"})
        lampiran = sum(s.bagian.startswith("lampiran:") for s in document.sections)
        least = sops + len(chart_pages(document)) + lampiran
        assert least <= len(pdf) <= least + lampiran


def test_no_word_of_a_chart_is_missing(printed: dict[str, Printed]) -> None:
    for name, (document, pdf) in single(printed):
        for number, page in enumerate(chart_pages(document), 1):
            there = pdf[number].get_textpage().get_text_bounded()
            assert letters(words(page)) - letters(there) == Counter(), (name, number)


def words(page: ChartPage) -> str:
    blocks = [c.text for c in page.cells]
    blocks += [s.text for s in page.symbols] + [s.note for s in page.symbols]
    labels = [e.label.text for e in page.edges if e.label]
    return " ".join([*(line for b in blocks if b for line in b.lines), *labels])


def test_symbols_lie_where_the_chart_has_them(printed: dict[str, Printed]) -> None:
    for name, (document, pdf) in single(printed):
        for number, page in enumerate(chart_pages(document), 1):
            there = scaled(boxes(pdf[number]), page.frame)
            for symbol in page.symbols:
                near = min(apart(symbol.box, t, symbol.simbol) for t in there)
                assert near < 1, (name, number, symbol.id, near)


def scaled(drawn: list[Edges], frame: Box) -> list[Edges]:
    """Return boxes as they are when the printed table fills the chart's frame."""
    left, top = min(b[0] for b in drawn), min(b[1] for b in drawn)
    right, bottom = max(b[2] for b in drawn), max(b[3] for b in drawn)
    kx, ky = frame.w / (right - left), frame.h / (bottom - top)

    def across(x: float) -> float:
        return frame.x + (x - left) * kx

    def down(y: float) -> float:
        return frame.y + (y - top) * ky

    return [(across(a), down(b), across(c), down(d)) for a, b, c, d in drawn]


def apart(box: Box, drawn: Edges, simbol: str) -> float:
    """Return how far a drawn box is from a symbol's, in what is allowed."""
    across = max(abs(box.x - drawn[0]), abs(box.x1 - drawn[2])) / ACROSS
    downs = [abs(box.y - drawn[1])]
    if simbol not in WAVY:
        downs.append(abs(box.y1 - drawn[3]))
    return max(across, *(d / DOWN for d in downs))


def test_every_bend_of_an_arrow_is_drawn(printed: dict[str, Printed]) -> None:
    """LibreOffice loses the bends of connectors; it has to draw the plain shapes."""
    for name, (document, pdf) in single(printed):
        for number, page in enumerate(chart_pages(document), 1):
            there = scaled(boxes(pdf[number]), page.frame)
            for edge in page.edges:
                if len(edge.points) < 3:
                    continue
                xs, ys = [p.x for p in edge.points], [p.y for p in edge.points]
                box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
                edges = (box.x, box.y, box.x1, box.y1)
                near = min(
                    max(abs(a - b) for a, b in zip(edges, drawn, strict=True))
                    for drawn in there
                )
                assert near < HEAD, (name, number, edge.source, edge.target, near)
