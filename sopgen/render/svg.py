"""Write a chart as SVG: self-contained, readable in order, ids from the spec."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sopgen.model.chart import Cell, Chart, ChartPage, Edge, Ikatan, Symbol, TextBlock
from sopgen.model.gaya import Run, unmarked
from sopgen.model.geometry import MM_PER_PT, Box, Point
from sopgen.model.shape import LineStyle, PathStep, Symbols
from sopgen.model.sop import Langkah, Sop, Status
from sopgen.render.escaping import escaped, quoted
from sopgen.render.ink import (
    BLACK,
    IKATAN,
    OUTLINE,
    TABLE_LINE,
    line_name,
    set_lines,
    weight,
)
from sopgen.render.theme import CETAK, Theme

#: White space round the chart, and between its pages, mm.
EDGE, GAP = 5.0, 8.0
FONTS = "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif"
BOLD, ITALIC = ' font-weight="bold"', ' font-style="italic"'
LETTERS = {"move": "M", "line": "L", "curve": "C", "close": "Z"}


def write_svg(chart: Chart, sop: Sop, symbols: Symbols, theme: Theme = CETAK) -> bytes:
    """Return all pages of a chart below each other as one picture, in mm."""
    width = max((p.frame.x1 for p in chart.pages), default=0) + 2 * EDGE
    lines, y = [], EDGE
    for index, page in enumerate(chart.pages, 1):
        lines += [f'<g id="halaman-{index}" transform="translate({EDGE} {number(y)})">']
        lines += _page(page, sop, symbols)
        lines += ["</g>"]
        y += page.frame.y1 + GAP
    height = max(y - GAP, 0) + EDGE
    if sop.status is Status.DRAF:
        lines = [*_mark(width, height), *lines]
    size = number(width), number(height)
    head = (*_head(chart, sop, size), *_paper(size, theme, symbols))
    return "\n".join((*head, *lines, "</svg>\n")).encode()


def _head(chart: Chart, sop: Sop, size: tuple[str, str]) -> Iterator[str]:
    w, h = size
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" '
        f'width="{w}mm" height="{h}mm" role="img" aria-labelledby="judul uraian" '
        f'lang="id" font-family="{quoted(FONTS)}">'
    )
    yield f'<title id="judul">{escaped(chart.judul or sop.nama)}</title>'
    told = "\n".join(page.uraian for page in chart.pages)
    yield f'<desc id="uraian">{escaped(told)}</desc>'


def _paper(size: tuple[str, str], theme: Theme, symbols: Symbols) -> Iterator[str]:
    """Yield the looks of a theme, and the paper that all is drawn on."""
    w, h = size
    yield f"<style>{''.join(_rules(theme, symbols))}</style>"
    yield f'<rect width="{w}" height="{h}" fill="{theme.paper}"/>'


def _mark(width: float, height: float) -> Iterator[str]:
    """Yield the light word across a draft."""
    middle = f"{number(width / 2)} {number(height / 2)}"
    yield (
        f'<text class="draf" transform="translate({middle}) rotate(-30)" y="18" '
        f'text-anchor="middle" font-size="55" font-weight="bold">DRAF</text>'
    )


def _rules(theme: Theme, symbols: Symbols) -> Iterator[str]:
    yield f"text{{fill:{theme.ink}}}.draf{{fill:{theme.head}}}"
    yield f".sel{{fill:none;stroke:{theme.table};stroke-width:{TABLE_LINE}}}"
    yield f".kepala{{fill:{theme.head}}}.alas{{fill:{theme.paper}}}"
    outline = f"stroke:{theme.line};stroke-width:{OUTLINE}"
    yield f".simbol path{{fill:{theme.fill};{outline}}}"
    for shape in symbols.shapes.values() if theme.coloured else ():
        yield f".simbol-{shape.nama} path{{fill:{shape.warna or theme.fill}}}"
    yield f".alur path{{fill:none;stroke:{theme.line}}}"
    yield f".alur polygon{{fill:{theme.line}}}"


def _page(page: ChartPage, sop: Sop, symbols: Symbols) -> Iterator[str]:
    yield from _text(page.title)
    for cell in page.cells:
        yield from _cell(cell)
    for edge in page.edges:
        if edge.label:
            yield f'<rect class="alas" {_box(edge.label.box)}/>'
    for ikatan in page.ikatan:
        yield _tie(ikatan, symbols.lines[IKATAN])
    for edge in page.edges:
        yield from _edge(edge, symbols.lines[line_name(edge.jenis)])
    titles = {s.id: _title(s, sop) for s in sop.langkah}
    for symbol in page.symbols:
        title = titles.get(symbol.langkah or symbol.id, "")
        yield from _symbol(symbol, symbols, title)
    for mark in page.marks:
        frame = f"stroke:#{BLACK};stroke-width:{TABLE_LINE}"
        yield f'<rect class="alas" style="{frame}" {_box(mark.box)}/>'
        yield from _text(mark)


def _title(one: Langkah, sop: Sop) -> str:
    """Return what a symbol stands for: its kegiatan, and the SOP that it names."""
    uraian = unmarked(sop.kegiatan[one.baris].uraian)
    if one.beralih:
        return f"Berlanjut ke {one.sebutan}"
    return f"{uraian} ({one.sebutan})" if one.sop else uraian


def _cell(cell: Cell) -> Iterator[str]:
    b = cell.box
    kind = "sel kepala" if cell.header else "sel"
    yield f'<rect class="{kind}" {_box(b)}/>'
    yield from _text(cell.text)


def _tie(ikatan: Ikatan, style: LineStyle) -> str:
    """Return the plain line between two boxes of one langkah."""
    name = quoted(ikatan.langkah)
    way = "L".join(f"{number(x)},{number(y)}" for x, y in ikatan.points)
    width, colour = weight(style.width, ikatan.tanda)
    look = f' style="stroke:#{colour}"' if ikatan.tanda else ""
    path = f'<path d="M{way}" stroke-width="{width:g}"{look}/>'
    return f'<g class="alur ikatan" data-langkah="{name}">{path}</g>'


def _edge(edge: Edge, style: LineStyle) -> Iterator[str]:
    kind = f"alur alur-{edge.jenis.value}"
    names = f'data-dari="{quoted(edge.source)}" data-ke="{quoted(edge.target)}"'
    yield f'<g class="{kind}" {names}>'
    dashes = f' stroke-dasharray="{_list(style.dashes)}"' if style.dashes else ""
    line = " ".join(f"{number(x)},{number(y)}" for x, y in edge.points)
    width, colour = weight(style.width, edge.tanda)
    look = f' style="stroke:#{colour}"' if edge.tanda else ""
    way = line.replace(" ", "L")
    yield f'<path d="M{way}" stroke-width="{width:g}"{dashes}{look}/>'
    yield f'<polygon points="{head_points(edge.points, style)}"/>'
    if edge.label:
        yield from _text(edge.label.block)
    yield "</g>"


def head_points(points: Sequence[Point], style: LineStyle) -> str:
    """Return the polygon of an arrowhead whose tip is on the last point."""
    (ax, ay), (bx, by) = points[-2], points[-1]
    length = math.hypot(bx - ax, by - ay) or 1.0
    dx, dy = (bx - ax) / length, (by - ay) / length
    head = ((bx + p.x * dx - p.y * dy, by + p.x * dy + p.y * dx) for p in style.head)
    return " ".join(f"{number(x)},{number(y)}" for x, y in head)


def _symbol(symbol: Symbol, symbols: Symbols, title: str) -> Iterator[str]:
    shape = symbols.shapes[symbol.simbol]
    name = quoted(f"langkah-{symbol.id}")
    yield f'<g class="simbol simbol-{symbol.simbol}" id="{name}">'
    if title:
        yield f"<title>{escaped(title)}</title>"
    drawn = (*shape.fit(symbol.box), *shape.inside(symbol.box))
    yield f'<path d="{_path(drawn)}"{_weight(symbol)}/>'
    yield from _text(symbol.text)
    yield from _text(symbol.note)
    yield "</g>"


def _weight(symbol: Symbol) -> str:
    """Return how the outline of a symbol that changed differs from the others."""
    if not symbol.tanda:
        return ""
    width, colour = weight(OUTLINE, symbol.tanda)
    return f' style="stroke:#{colour};stroke-width:{width:g}"'


def _path(steps: Sequence[PathStep]) -> str:
    return "".join(
        LETTERS[s.verb] + " ".join(f"{number(x)},{number(y)}" for x, y in s.points)
        for s in steps
    )


def _text(block: TextBlock | None) -> Iterator[str]:
    if block is None:
        return
    weight = BOLD if block.bold else ""
    size = number(block.size_pt * MM_PER_PT)
    for line in set_lines(block):
        x, y = number(line.x), number(line.y)
        turn = f' transform="rotate(-90 {x} {y})"' if block.turned else ""
        text = "".join(_run(run) for run in line.script.runs)
        yield f'<text x="{x}" y="{y}" font-size="{size}"{weight}{turn}>{text}</text>'


def _run(run: Run) -> str:
    """Return a run; one of another look than its text has an element of its own."""
    look = f"{BOLD if run.bold else ''}{ITALIC if run.italic else ''}"
    words = escaped(run.text)
    return f"<tspan{look}>{words}</tspan>" if look else words


def _box(box: Box) -> str:
    x, y, w, h = (number(v) for v in (box.x, box.y, box.w, box.h))
    return f'x="{x}" y="{y}" width="{w}" height="{h}"'


def _list(numbers: Sequence[float]) -> str:
    return " ".join(number(v) for v in numbers)


def number(value: float) -> str:
    """Return a length without needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
