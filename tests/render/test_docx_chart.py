"""Charts in Word, read back by a reader of their own: symbols, arrows, glue."""

from collections import Counter
from dataclasses import replace

import pytest

from sopgen.layout import arrange
from sopgen.model.bagian import BagianId
from sopgen.model.chart import Chart, ChartPage, Port
from sopgen.model.document import ChartFigure, Document, Margins, Section, Sheet
from sopgen.model.geometry import Point
from sopgen.model.sop import Sop
from sopgen.render.docx import write_docx
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.books import OFFICES, ROOT
from tests.drawing.draw_cases import read_case
from tests.drawing.families import FAMILIES, Maker
from tests.render.docx_reader import Arrow, Canvas, Node, canvases

EMU = 36000
SHEET = Sheet(330, 215, Margins(15, 15, 18, 15))
Drawn = tuple[Sop, Chart, list[Canvas]]


def drawn(sop: Sop) -> Drawn:
    chart = arrange(sop, SHEET.column, read_symbols())
    return sop, chart, read(chart)


def read(chart: Chart) -> list[Canvas]:
    sections = tuple(
        Section(BagianId("sop", chart.sop), SHEET, (ChartFigure(chart, n),))
        for n in range(len(chart.pages))
    )
    made = Document("Uji", "", "", sections)
    return canvases(write_docx(made, typeset(made), read_symbols()))


def sops() -> list[Sop]:
    every = []
    for nama in OFFICES:
        buku = read_buku(ROOT / "specs" / nama).buku
        assert buku is not None
        every += [s for s in buku.sop if s.kegiatan]
    for name in FAMILIES:
        every.append(read_case(Maker(5, FAMILIES[name]).make(f"acak-{name}"))[0])
    return every


@pytest.fixture(scope="module", params=sops(), ids=lambda sop: sop.id)
def made(request: pytest.FixtureRequest) -> Drawn:
    return drawn(request.param)


def key(node: Node) -> str:
    """Return the langkah's id, or that of an off-page connector."""
    return node.name.split(" ", 1)[1]


def is_connector(node: Node) -> bool:
    return node.preset == "flowChartOffpageConnector"


def pieces(canvas: Canvas) -> list[tuple[Node, Node, str, bool]]:
    found = []
    for arrow in canvas.arrows:
        a, b = canvas.nodes[arrow.source], canvas.nodes[arrow.target]
        label = canvas.labels.get(f"Label {key(a)}-{key(b)}", "")
        found.append((a, b, label, arrow.dashed))
    return found


def flows(every: list[Canvas]) -> Counter[tuple[str, str, str, bool]]:
    """Return the arrows of a chart with its off-page connectors joined."""
    parts = [p for canvas in every for p in pieces(canvas)]
    entries = {(a.text, dashed): key(b) for a, b, _, dashed in parts if is_connector(a)}
    return Counter(
        (key(a), entries[b.text, dashed] if is_connector(b) else key(b), label, dashed)
        for a, b, label, dashed in parts
        if not is_connector(a)
    )


def test_it_has_the_spec_s_symbols(made: Drawn) -> None:
    sop, _, every = made
    symbols = read_symbols()
    found = {
        key(n): n.text.replace("\n", " ")
        for canvas in every
        for n in canvas.nodes.values()
        if not is_connector(n)
    }
    assert set(found) == {s.id for s in sop.langkah}
    for langkah in sop.langkah:
        assert "".join(found[langkah.id].split()) == "".join(langkah.teks.split())
    for canvas in every:
        for node in canvas.nodes.values():
            nama = node.name.split(" ", 1)[0].lower()
            assert node.preset in (symbols.shapes[nama].preset, "")


def test_it_has_the_spec_s_arrows_labels_and_dashes(made: Drawn) -> None:
    sop, _, every = made
    wanted = Counter((a.dari, a.ke, a.label, a.jenis == "tembusan") for a in sop.alur)
    assert flows(every) == wanted


def test_no_arrow_is_loose(made: Drawn) -> None:
    _, chart, every = made
    assert [canvas.loose for canvas in every] == [()] * len(chart.pages)


def test_every_arrow_ends_on_the_sites_that_it_is_glued_to(made: Drawn) -> None:
    for canvas in made[2]:
        for arrow in canvas.arrows:
            ends = zip(
                (arrow.source, arrow.target),
                arrow.sites,
                (arrow.points[0], arrow.points[-1]),
                strict=True,
            )
            for k, (node, site, point) in enumerate(ends):
                at = canvas.nodes[node].sites[site]
                # The start of a loop without width is moved 1 pt under its symbol.
                most = 0.4 if k == 0 and is_loop(arrow) else 0.06
                assert abs(at[0] - point[0]) < most * EMU
                assert abs(at[1] - point[1]) < most * EMU


def is_loop(arrow: Arrow) -> bool:
    (x0, y0), (x1, y1) = arrow.points[0], arrow.points[-1]
    return len(arrow.points) > 3 and min(abs(x1 - x0), abs(y1 - y0)) < 0.4 * EMU


def test_everything_stands_where_the_pages_have_it(made: Drawn) -> None:
    _, chart, every = made
    for page, canvas in zip(chart.pages, every, strict=True):
        x, y = canvas.at[0], corner(page, canvas)
        nodes = {key(n): n for n in canvas.nodes.values()}
        for symbol in page.symbols:
            box = nodes[symbol.id].box
            assert box[0] + x == pytest.approx(symbol.box.x * EMU, abs=0.02 * EMU)
            assert box[1] + y == pytest.approx(symbol.box.y * EMU, abs=0.02 * EMU)
        for edge, arrow in zip(page.edges, canvas.arrows, strict=True):
            assert len(arrow.points) <= len(edge.points)
            for (px, py), point in zip(arrow.points[1:], edge.points[1:], strict=False):
                if len(arrow.points) == len(edge.points):
                    assert px + x == pytest.approx(point.x * EMU, abs=0.05 * EMU)
                    assert py + y == pytest.approx(point.y * EMU, abs=0.05 * EMU)


def corner(page: ChartPage, canvas: Canvas) -> float:
    """Return the canvas' top: its paragraph is 1.5 pt above the table."""
    return page.frame.y * EMU - 1.5 * 12700 + canvas.at[1]


def test_words_say_what_a_symbol_does_and_where_it_leads(made: Drawn) -> None:
    sop, _, every = made
    for canvas in every:
        for a, b, label, _ in pieces(canvas):
            assert f"ke {key(b)}" in a.descr
            assert not label or f"bila {label}" in a.descr
    assert any(arrow.descr for canvas in every for arrow in canvas.arrows) == bool(
        sop.alur
    )


def test_an_arrow_off_the_middle_of_a_side_has_a_site_of_its_own() -> None:
    buku = read_buku(ROOT / "specs" / "kampak").buku
    assert buku is not None
    chart = arrange(buku.sop[0], SHEET.column, read_symbols())
    page = chart.pages[0]
    edge = page.edges[0]
    first = edge.points[0]
    points = (Point(first.x + 3, first.y), Point(first.x + 3, edge.points[1].y))
    moved = replace(
        edge,
        points=(*points, *edge.points[2:]),
        ports=(Port(edge.ports[0].side, 0.8), edge.ports[1]),
    )
    other = replace(page, edges=(moved, *page.edges[1:]))
    (canvas,) = read(replace(chart, pages=(other,)))
    arrow = canvas.arrows[0]
    node = canvas.nodes[arrow.source]
    assert node.preset == ""
    assert arrow.sites[0] == 4
    assert len(node.sites) == 5
    assert node.text == "Mulai"
    assert node.sites[4][0] == pytest.approx(arrow.points[0][0], abs=0.02 * EMU)


def test_an_arrow_with_too_many_bends_is_a_line_of_its_own() -> None:
    buku = read_buku(ROOT / "specs" / "kampak").buku
    assert buku is not None
    chart = arrange(buku.sop[0], SHEET.column, read_symbols())
    page = chart.pages[0]
    edge = page.edges[0]
    a, b = edge.points[0], edge.points[-1]
    steps = [Point(a.x + (k + 1) // 2, a.y + 1 + k // 2) for k in range(7)]
    winding = replace(edge, points=(a, *steps, b))
    (canvas,) = read(replace(chart, pages=(replace(page, edges=(winding,)),)))
    assert canvas.arrows == ()
    assert canvas.loose == (f"Panah {edge.source}-{edge.target}",)
