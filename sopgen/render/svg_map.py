"""Write the map of SOP as SVG."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.document import Drawing
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.page import Curve, Stroke, TextPiece
from sopgen.model.shape import LineStyle, Symbols
from sopgen.render.escaping import escaped, quoted
from sopgen.render.ink import curve_style
from sopgen.render.svg import EDGE, FONTS, head_points, number


def write_map(drawing: Drawing, judul: str, symbols: Symbols) -> bytes:
    """Return the drawing as a picture in mm."""
    w, h = number(drawing.width + 2 * EDGE), number(drawing.height + 2 * EDGE)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" '
        f'width="{w}mm" height="{h}mm" role="img" aria-labelledby="judul uraian" '
        f'lang="id" font-family="{quoted(FONTS)}">',
        f'<title id="judul">{escaped(judul)}</title>',
        f'<desc id="uraian">{escaped(drawing.alt)}</desc>',
        f'<rect width="{w}" height="{h}" fill="#fff"/>',
        f'<g transform="translate({EDGE} {EDGE})" stroke="#000" fill="none">',
        *_items(drawing, symbols),
        "</g>",
        "</svg>\n",
    ]
    return "\n".join(lines).encode()


def _items(drawing: Drawing, symbols: Symbols) -> Iterator[str]:
    for item in drawing.items:
        match item:
            case Stroke(start=a, end=b, width=width):
                path = f"M{number(a.x)},{number(a.y)}L{number(b.x)},{number(b.y)}"
                yield f'<path d="{path}" stroke-width="{width}"/>'
            case TextPiece(x=x, y=y, text=text, size_pt=size_pt):
                place = f'x="{number(x)}" y="{number(y)}"'
                size = number(size_pt * MM_PER_PT)
                style = f'font-size="{size}" fill="#000" stroke="none"'
                yield f"<text {place} {style}>{escaped(text)}</text>"
            case Curve():
                yield from _curve(item, curve_style(item, symbols.lines))
            case _:
                pass


def _curve(curve: Curve, style: LineStyle) -> Iterator[str]:
    first, *rest = (f"{number(x)},{number(y)}" for x, y in curve.points)
    dashes = " ".join(map(number, style.dashes))
    more = f' stroke-dasharray="{dashes}"' if dashes else ""
    path = f"M{first}C{' '.join(rest)}"
    yield f'<path d="{path}" stroke-width="{style.width:g}"{more}/>'
    points = head_points(curve.points, style)
    yield f'<polygon points="{points}" fill="#000" stroke="none"/>'
