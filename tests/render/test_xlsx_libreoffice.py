"""The sheets as LibreOffice prints them, beside what was written into them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2 as pdfium
import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.chart import Chart, ChartPage
from sopgen.model.document import ChartFigure, Document
from sopgen.model.geometry import Box
from sopgen.parts import excerpt
from sopgen.render.xlsx import write_xlsx
from sopgen.symbols import read_symbols
from tests.books import OFFICES
from tests.render.libreoffice import WAVY, Edges, boxes, print_all
from tests.render.xlsx_reader import S, Sheet, sheets
from tests.whole_books import document_of, read

pytestmark = pytest.mark.slow

#: How far a symbol may lie from its place, mm, when the printed table is as large as
#: the sheet's: LibreOffice makes columns wider, and keeps shapes at their left.
ACROSS, DOWN = 1.8, 0.6
#: How much shorter the line of an arrow is, that ends in its head, mm.
HEAD = 2.6
EMU_PER_MM = 36000

Printed = tuple[Document, list[Sheet], pdfium.PdfDocument]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Printed]]:
    folder = tmp_path_factory.mktemp("libreoffice-xlsx")
    made = {name: (document, data) for name, document, data in documents()}
    for name, (_, data) in made.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    print_all([folder / f"{name}.xlsx" for name in made], folder)
    every = {
        name: (
            document,
            sheets(data),
            pdfium.PdfDocument(folder / "lo" / f"{name}.pdf"),
        )
        for name, (document, data) in made.items()
    }
    yield every
    for _, _, pdf in every.values():
        pdf.close()


def documents() -> Iterator[tuple[str, Document, bytes]]:
    """Yield each book and each SOP, and its file."""
    symbols = read_symbols()
    for nama in OFFICES:
        buku = read(nama)
        whole = document_of(nama)
        files = {nama: whole}
        for sop in buku.sop:
            own = excerpt(whole, frozenset([BagianId("sop", sop.id)]), sop.nama)
            files[f"{nama}-{sop.id}"] = own
        for name, document in files.items():
            yield name, document, write_xlsx(document, buku, symbols)


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


def test_a_sop_prints_its_identity_and_the_pages_of_its_chart(
    printed: dict[str, Printed],
) -> None:
    for name, (document, _, pdf) in single(printed):
        assert len(pdf) == 1 + len(chart_pages(document)), name
        for page in pdf:
            assert page.get_size() == pytest.approx((936, 612), abs=1)


def test_a_book_prints_all_sop_and_each_lampiran(printed: dict[str, Printed]) -> None:
    for nama in OFFICES:
        document, _, pdf = printed[nama]
        sops = len({s.bagian for s in document.sections if s.bagian.jenis == "sop"})
        lampiran = sum(s.bagian.jenis == "lampiran" for s in document.sections)
        least = sops + len(chart_pages(document)) + lampiran
        assert least <= len(pdf) <= least + lampiran


def test_no_word_of_a_chart_is_missing(printed: dict[str, Printed]) -> None:
    for name, (document, _, pdf) in single(printed):
        for number, page in enumerate(chart_pages(document), 1):
            there = pdf[number].get_textpage().get_text_bounded()
            assert letters(words(page)) - letters(there) == Counter(), (name, number)


def words(page: ChartPage) -> str:
    blocks = [c.text for c in page.cells]
    blocks += [s.text for s in page.symbols] + [s.note for s in page.symbols]
    labels = [e.label.text for e in page.edges if e.label]
    return " ".join([*(line for b in blocks if b for line in b.lines), *labels])


def printed_charts(
    printed: dict[str, Printed],
) -> Iterator[tuple[tuple[str, int], Sheet, Box, list[Edges]]]:
    """Yield each page of a chart: its place on the sheet, and what is drawn there."""
    for name, (_, (sheet,), pdf) in single(printed):
        breaks = [int(b.get("id")) for b in sheet.root.iter(f"{S}brk")]
        for number, (start, end) in enumerate(pairwise([*breaks, len(sheet.ys) - 1])):
            title = start + 1
            frame = mm((0, sheet.ys[title], sheet.xs[-1], sheet.ys[end]))
            there = scaled(boxes(pdf[number + 1]), frame)
            yield (name, number), sheet, frame, there


def mm(edges: tuple[int, int, int, int]) -> Box:
    left, top, right, bottom = (v / EMU_PER_MM for v in edges)
    return Box(left, top, right - left, bottom - top)


def within(frame: Box, box: Box) -> bool:
    return frame.y <= box.cy <= frame.y1


def test_symbols_lie_where_the_cells_are(printed: dict[str, Printed]) -> None:
    for where, sheet, frame, there in printed_charts(printed):
        for node in sheet.nodes:
            x, y, w, h = node.box
            box = mm((x, y, x + w, y + h))
            if within(frame, box):
                wavy = node.name.split()[0].lower() in WAVY
                near = min(apart(box, t, wavy=wavy) for t in there)
                assert near < 1, (where, node.name, near)


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


def apart(box: Box, drawn: Edges, *, wavy: bool) -> float:
    """Return how far a drawn box is from a symbol's, in what is allowed."""
    across = max(abs(box.x - drawn[0]), abs(box.x1 - drawn[2])) / ACROSS
    downs = [abs(box.y - drawn[1])]
    if not wavy:
        downs.append(abs(box.y1 - drawn[3]))
    return max(across, *(d / DOWN for d in downs))


def test_every_bend_of_an_arrow_is_drawn(printed: dict[str, Printed]) -> None:
    """LibreOffice loses the bends of connectors; it has to draw the plain shapes."""
    for where, sheet, frame, there in printed_charts(printed):
        for arrow in sheet.arrows:
            xs, ys = [x for x, _ in arrow.points], [y for _, y in arrow.points]
            box = mm((min(xs), min(ys), max(xs), max(ys)))
            if len(arrow.points) < 3 or not within(frame, box):
                continue
            edges = (box.x, box.y, box.x1, box.y1)
            near = min(
                max(abs(a - b) for a, b in zip(edges, drawn, strict=True))
                for drawn in there
            )
            assert near < HEAD, (where, arrow.name, near)
