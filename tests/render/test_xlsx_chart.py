"""Charts in Excel, read back by a reader of their own: symbols, arrows, glue."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

import pytest

from sopgen.layout import arrange
from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku
from sopgen.model.chart import Cell, Chart, ChartPage, Edge, Port
from sopgen.model.document import ChartFigure, Document, Margins, Section, Sheet
from sopgen.model.geometry import Point
from sopgen.model.sop import Jenis, Sop
from sopgen.render.cells import edges_of, nearest
from sopgen.render.xlsx import write_xlsx
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeface import read_face
from tests.books import OFFICES, ROOT
from tests.drawing.draw_cases import read_case
from tests.drawing.families import FAMILIES, Maker
from tests.render.xlsx_reader import Node, sheets
from tests.render.xlsx_reader import Sheet as Read

PAPER = Sheet(330, 215, Margins(15, 15, 18, 15))
#: How far an arrow's end may lie from its site: what Office's rounding takes, EMU;
#: the start of an arrow whose frame would be too thin lies under its symbol.
NEAR, UNDER = 4000, 17000
#: How far a label may lie from its arrow, EMU.
BESIDE = 3 * 36000
#: Rows of a page's title and of its heading.
TITLE, HEADING = 1, 2
#: LibreOffice: the distance of lines with its stand-in for Arial, in sizes, how much
#: wider columns are, and the white at their sides, mm.
PITCH, WIDER, SIDES = 1.432, 1.0575, 0.7

Drawn = tuple[Sop, Chart, Read]


@cache
def office(nama: str) -> Buku:
    buku = read_buku(ROOT / "specs" / nama).buku
    assert buku is not None
    return buku


def written(sop: Sop, chart: Chart) -> bytes:
    sections = tuple(
        Section(BagianId("sop", sop.id), PAPER, (ChartFigure(chart, n),))
        for n in range(len(chart.pages))
    )
    buku = replace(office(OFFICES[0]), sop=(sop,), keputusan=())
    return write_xlsx(Document("Uji", "", "", sections), buku, read_symbols())


def sops() -> list[Sop]:
    every = [s for nama in OFFICES for s in office(nama).sop if s.kegiatan]
    for name in FAMILIES:
        every.append(read_case(Maker(5, FAMILIES[name]).make(f"acak-{name}"))[0])
    return every


@pytest.fixture(scope="module", params=sops(), ids=lambda sop: sop.id)
def made(request: pytest.FixtureRequest) -> Drawn:
    sop: Sop = request.param
    chart = arrange(sop, PAPER.column, read_symbols())
    (sheet,) = sheets(written(sop, chart))
    return sop, chart, sheet


def key(node: Node) -> str:
    return node.name.split(" ", 1)[1]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def connectors(chart: Chart) -> frozenset[str]:
    """Return the names of the connectors between the pages of a chart."""
    return frozenset(s.id for page in chart.pages for s in page.symbols if s.ref)


def test_each_langkah_stands_in_its_row_and_column(made: Drawn) -> None:
    sop, chart, sheet = made
    shapes, others = read_symbols().shapes, connectors(chart)
    nodes = {key(n): n for n in sheet.nodes if key(n) not in others}
    assert set(nodes) == {langkah.id for langkah in sop.langkah}
    heads = {text: at for at, text in reversed(sheet.cells.items())}
    for langkah in sop.langkah:
        node = nodes[langkah.id]
        row, column = sheet.cell_at(node.box)
        assert sheet.cells[row, 0] == sop.kegiatan[langkah.baris].nomor
        assert column == langkah.lajur + 2
        assert bare(node.text) == bare(langkah.teks)
        assert node.preset in ("", shapes[langkah.simbol].preset)
        assert node.name.split()[0].lower() == langkah.simbol
    assert heads["Pelaksana"][1] == 2


def test_the_arrows_are_those_of_the_spec(made: Drawn) -> None:
    """Pieces over page breaks are joined by the letters of their connectors."""
    sop, chart, sheet = made
    others = connectors(chart)
    by_id = {n.id: n for n in sheet.nodes}
    labels = {n.name.removeprefix("Label "): n.text for n in sheet.notes}
    pieces: list[tuple[Node, Node, str, bool]] = []
    for arrow in sheet.arrows:
        if arrow.source is None or arrow.target is None:
            first, last = arrow.name.removeprefix("Panah ").rsplit("-", 1)
            by_key = {key(n): n for n in sheet.nodes}
            a, b = by_key[first], by_key[last]
        else:
            a, b = by_id[arrow.source[0]], by_id[arrow.target[0]]
        pieces.append((a, b, labels.get(f"{key(a)}-{key(b)}", ""), arrow.dashed))
    found = set()
    for a, b, label, dashed in pieces:
        if key(a) in others:
            continue
        ends = [b]
        if key(b) in others:
            ends = [
                target
                for entry, target, _, _ in pieces
                if key(entry) in others and entry.text == b.text
            ]
        found |= {(key(a), key(end), label, dashed) for end in ends}
    wanted = {(a.dari, a.ke, a.label, a.jenis is Jenis.TEMBUSAN) for a in sop.alur}
    assert found == wanted


def edges(chart: Chart) -> list[Edge]:
    return [edge for page in chart.pages for edge in page.edges]


def test_each_arrow_has_the_bends_of_the_chart(made: Drawn) -> None:
    _, chart, sheet = made
    assert len(sheet.arrows) == len(edges(chart))
    for arrow, edge in zip(sheet.arrows, edges(chart), strict=True):
        assert arrow.head
        assert len(arrow.points) <= len(edge.points)
        ys = [y for _, y in arrow.points]
        assert len(arrow.fallback) in (0, len(arrow.points))
        for (_, y), wanted in zip(arrow.fallback, ys, strict=False):
            assert abs(y - wanted) < NEAR


def test_arrows_end_on_the_sites_they_are_glued_to(made: Drawn) -> None:
    _, _, sheet = made
    by_id = {n.id: n for n in sheet.nodes}
    for arrow in sheet.arrows:
        if arrow.source is None or arrow.target is None:
            continue
        start = by_id[arrow.source[0]].sites[arrow.source[1]]
        end = by_id[arrow.target[0]].sites[arrow.target[1]]
        assert distance(arrow.points[0], start) < UNDER, arrow.name
        assert distance(arrow.points[-1], end) < NEAR, arrow.name


def distance(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]))


def test_labels_and_notes_say_what_the_chart_says(made: Drawn) -> None:
    _, chart, sheet = made
    labels = [e.label.text for e in edges(chart) if e.label]
    notes = ["\n".join(s.note.lines) for p in chart.pages for s in p.symbols if s.note]
    assert sorted(n.text for n in sheet.notes) == sorted(labels + notes)


def test_each_label_lies_beside_its_arrow(made: Drawn) -> None:
    _, _, sheet = made
    arrows = {a.name.removeprefix("Panah "): a for a in sheet.arrows}
    for note in sheet.notes:
        if note.name.startswith("Label "):
            arrow = arrows[note.name.removeprefix("Label ")]
            assert gap(note.box, arrow.points) < BESIDE, note.name


def gap(box: tuple[int, int, int, int], points: tuple[tuple[int, int], ...]) -> int:
    x, y, w, h = box
    gaps = []
    for (ax, ay), (bx, by) in pairwise(points):
        across = max(min(ax, bx) - (x + w), x - max(ax, bx), 0)
        down = max(min(ay, by) - (y + h), y - max(ay, by), 0)
        gaps.append(max(across, down))
    return min(gaps)


def test_the_table_holds_every_text_of_the_chart(made: Drawn) -> None:
    sop, chart, sheet = made
    there = [bare(text) for text in sheet.cells.values()]
    for kegiatan in sop.kegiatan:
        m = kegiatan.mutu_baku
        for text in (
            kegiatan.uraian, m.kelengkapan, m.waktu, m.output, kegiatan.keterangan
        ):  # fmt: skip
            assert not text or bare(text) in there
    for pelaksana in sop.pelaksana:
        assert bare(pelaksana.nama) in there
    rows = sum(TITLE + HEADING + len(page.rows) for page in chart.pages)
    assert len(sheet.ys) - 1 == rows


def test_each_page_has_its_title_and_heading(made: Drawn) -> None:
    _, chart, sheet = made
    for page, start in zip(chart.pages, starts(chart), strict=True):
        title = "\n".join(page.title.lines).strip() if page.title else ""
        assert sheet.cells.get((start, 0), "") == title
        assert sheet.cells[start + TITLE, 0] == "No"


def starts(chart: Chart) -> list[int]:
    """Return the row of the sheet that each page begins with."""
    rows = (TITLE + HEADING + len(page.rows) for page in chart.pages)
    return [0, *accumulate(rows)][:-1]


def areas(chart: Chart, sheet: Read) -> Iterator[tuple[Cell, int]]:
    """Yield each cell that stands in one row, and that row's height, EMU."""
    for page, start in zip(chart.pages, starts(chart), strict=True):
        ys = edges_of(v for c in page.cells for v in (c.box.y, c.box.y1))
        for cell in page.cells:
            first, last = nearest(ys, cell.box.y), nearest(ys, cell.box.y1)
            if last == first + 1:
                row = start + TITLE + first
                yield cell, sheet.ys[row + 1] - sheet.ys[row]


def test_rows_are_as_high_as_their_texts_where_there_is_room(made: Drawn) -> None:
    _, chart, sheet = made
    full = PAPER.column[1] - 1
    roomy = all(page.frame.y1 < full - 8 for page in chart.pages)
    for cell, height in areas(chart, sheet):
        assert height >= cell.box.h * 36000 - 2 * 9525
        if cell.text and not cell.text.turned and roomy:
            need = printed_lines(cell) * cell.text.size_pt * PITCH
            assert height >= need * 12700, cell.text.lines


def printed_lines(cell: Cell) -> int:
    """Return how many lines a cell's text has in LibreOffice, at the least."""
    block = cell.text
    assert block is not None
    face = read_face("arial-bold" if block.bold else "arial")
    room = cell.box.w * WIDER - SIDES
    return len(face.wrap(" ".join(block.lines), block.size_pt, room))


def test_a_symbol_lies_in_its_row_as_in_the_chart(made: Drawn) -> None:
    _, chart, sheet = made
    nodes = {key(n): n for n in sheet.nodes}
    for page, start in zip(chart.pages, starts(chart), strict=True):
        for symbol in page.symbols:
            k = next(k for k, r in enumerate(page.rows) if r.y0 < symbol.box.cy < r.y1)
            row, top = page.rows[k], start + TITLE + HEADING + k
            y, y1 = sheet.ys[top], sheet.ys[top + 1]
            part = (symbol.box.cy - row.y0) / (row.y1 - row.y0)
            node = nodes[symbol.id]
            assert abs(node.box[1] + node.box[3] / 2 - (y + part * (y1 - y))) < NEAR


def test_each_page_of_the_chart_begins_a_new_page(made: Drawn) -> None:
    _, chart, sheet = made
    breaks = [int(b.get("id")) for b in sheet.root.iter("{*}brk")]
    assert breaks == starts(chart)[1:]


def first_page(chart: Chart, change: object) -> Chart:
    page: ChartPage = change(chart.pages[0])  # type: ignore[operator]
    return replace(chart, pages=(page, *chart.pages[1:]))


def test_symbols_and_arrows_say_what_they_show(made: Drawn) -> None:
    sop, _, sheet = made
    texts = {key(n): n.descr for n in sheet.nodes}
    for langkah in sop.langkah:
        assert texts[langkah.id].startswith(f"Langkah {langkah.id} ({langkah.simbol})")
    for arrow in sheet.arrows:
        assert arrow.descr.startswith("Dari ")


def test_an_end_off_the_middle_gives_the_symbol_a_site_there() -> None:
    sop = office("kampak").sop[0]
    chart = arrange(sop, PAPER.column, read_symbols())
    sides = [edge.ports[0].side for edge in chart.pages[0].edges]
    down = sides.index("bottom")

    def shifted(page: ChartPage) -> ChartPage:
        edge = page.edges[down]
        start = edge.points[0]
        points = (
            Point(start.x + 1, start.y),
            Point(edge.points[1].x + 1, edge.points[1].y),
            *edge.points[2:],
        )
        ports = (Port(edge.ports[0].side, 0.6), edge.ports[1])
        changed = replace(edge, points=points, ports=ports)
        edges = (*page.edges[:down], changed, *page.edges[down + 1 :])
        return replace(page, edges=edges)

    (sheet,) = sheets(written(sop, first_page(chart, shifted)))
    arrow = sheet.arrows[down]
    assert arrow.source is not None
    node = next(n for n in sheet.nodes if n.id == arrow.source[0])
    assert node.preset == ""
    assert arrow.source[1] == 4
    assert distance(node.sites[4], arrow.points[0]) < UNDER


def test_an_arrow_with_too_many_bends_is_a_plain_line() -> None:
    sop = office("kampak").sop[0]
    chart = arrange(sop, PAPER.column, read_symbols())

    def winding(page: ChartPage) -> ChartPage:
        edge = page.edges[0]
        a = edge.points[0]
        points = [a]
        for k in range(1, 8):
            points.append(Point(a.x + 3 * ((k + 1) // 2), a.y + 3 * (k // 2)))
        changed = replace(edge, points=tuple(points))
        return replace(page, edges=(changed, *page.edges[1:]))

    (sheet,) = sheets(written(sop, first_page(chart, winding)))
    arrow = next(a for a in sheet.arrows if a.source is None)
    assert len(arrow.points) == 8
    assert arrow.head
