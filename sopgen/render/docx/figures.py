"""Write the lambang, the symbols of the legend and the map as pictures and shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sopgen.model.document import LAMBANG, Drawing, Emblem, Figure, Run, SymbolFigure
from sopgen.model.geometry import MM_PER_PT, Box, Point
from sopgen.model.nilai import dataclass
from sopgen.model.page import Curve, Item, Stroke, TextPiece
from sopgen.model.shape import Shape
from sopgen.render.connector import XY, connect
from sopgen.render.docx import dml
from sopgen.render.docx.blanks import Picture
from sopgen.render.docx.draft import Draft
from sopgen.render.docx.imagefile import known, size_of
from sopgen.render.docx.styles import GAMBAR, JARAK, letters_of, pitch
from sopgen.render.docx.wml import Line, Look, paragraph, text
from sopgen.render.drawingml import (
    EMU_PER_MM,
    RECT,
    Form,
    Frame,
    Ink,
    Outline,
    curves,
    emu,
    outline_of,
)
from sopgen.render.glue import SYMBOL, outline
from sopgen.render.ink import curve_style
from sopgen.render.markup import Node
from sopgen.typeface import read_face

#: The neutral box where no lambang is given: its line in mm and its word's size.
EMBLEM_LINE, EMBLEM_PT, WORD = 0.2, 6.5, "LAMBANG"
#: Room that a line of text may need more than measured, mm.
SLACK = 0.6
CORNERS = 4
#: So far from the middle, in mm, lines of text still stand in the middle of a box.
LINE_OFF = 1.0
#: How the faces of bold text are called at their ends.
BOLD = "-bold"


def frame_of(box: Box) -> Frame:
    """Return a box as a frame."""
    x, y = emu(box.x), emu(box.y)
    return Frame(x, y, emu(box.x1) - x, emu(box.y1) - y)


def emblem_spare(emblem: Emblem) -> float:
    """Return how much of the height a lambang leaves when its proportions are kept."""
    if emblem.file is None:
        return 0.0
    _, height = _size(emblem)
    return emblem.height - height / EMU_PER_MM


def _size(emblem: Emblem) -> tuple[int, int]:
    """Return the size of a lambang's picture in its box."""
    assert emblem.file
    width, height = size_of(known(emblem.file))
    scale = min(emblem.width / width, emblem.height / height)
    return emu(width * scale), emu(height * scale)


def write_emblem(draft: Draft, node: Node, emblem: Emblem) -> None:
    """Put the picture of a lambang into a paragraph."""
    assert emblem.file
    rid, size = draft.blank(Picture(emblem.file)), _size(emblem)
    tag = draft.tag("Lambang", LAMBANG)
    data = dml.inline(node, tag, size, dml.PICTURE)
    dml.picture(data, draft.tag("Gambar lambang"), rid, size)


def write_figure(draft: Draft, node: Node, figure: Figure) -> None:
    """Put a picture into a paragraph, with what it shows as its alt text."""
    rid = draft.blank(Picture(figure.file))
    size = emu(figure.width), emu(figure.height)
    tag = draft.tag(f"Gambar {figure.file.stem}", figure.alt)
    data = dml.inline(node, tag, size, dml.PICTURE)
    dml.picture(data, draft.tag(figure.file.name), rid, size)


def write_neutral(draft: Draft, parent: Node, emblem: Emblem, look: Look) -> None:
    """Write the neutral box where a lambang belongs: framed lines of text.

    A shape with text would keep LibreOffice from centring what stands in its cell.
    """
    word = pitch(GAMBAR)
    room = (emblem.height - word) / 2
    rules = tuple(Line(side, EMBLEM_LINE / MM_PER_PT) for side in "tblr")
    look = replace(look, borders=rules, after=0)
    style = GAMBAR.but(size_pt=EMBLEM_PT, leading=word / (EMBLEM_PT * MM_PER_PT))
    thin = replace(look, style=draft.look(JARAK).style, line=room)
    paragraph(parent, thin)
    named = replace(look, style=draft.look(style).style, before=0)
    text(paragraph(parent, named), WORD, letters_of(style, Run("")))
    paragraph(parent, replace(thin, before=0))


def _line(
    draft: Draft, parent: Node, words: str, size_pt: float, *, bold: bool = False
) -> None:
    style = GAMBAR.but(size_pt=size_pt)
    node = paragraph(parent, draft.look(style))
    text(node, words, letters_of(style, Run("", bold=bold)))


def inside(box: Box, point: Point) -> XY:
    """Return a place in EMU from a box' corner."""
    return emu(point.x - box.x), emu(point.y - box.y)


def _form(shape: Shape, box: Box) -> Form:
    """Return the preset of a symbol, or its own outline where there is none."""
    if shape.preset:
        return Form(shape.preset)
    return Form(path=outline(shape, box, inside))


def write_symbol(draft: Draft, node: Node, figure: SymbolFigure) -> None:
    """Put a symbol of the legend into a paragraph, native and alone."""
    size = emu(figure.width), emu(figure.height)
    shape = draft.symbols.shapes.get(figure.simbol)
    if shape:
        tag = draft.tag(f"Simbol {figure.simbol}", shape.arti)
        data = dml.inline(node, tag, size, "Shape")
        form = _form(shape, Box(0, 0, figure.width, figure.height))
        dml.shape(data, None, Outline(Frame(0, 0, *size), form), SYMBOL)
        return
    line = draft.symbols.lines[figure.simbol]
    tag = draft.tag(f"Simbol {figure.simbol}", line.arti)
    group = dml.group(dml.inline(node, tag, size, "Group"), size, draft.id())
    drawn = connect([(0, size[1] // 2), (size[0], size[1] // 2)])
    assert drawn
    ink = Ink("", emu(line.width), dashed=bool(line.dashes), head=True)
    dml.shape(group, draft.tag("Garis"), outline_of(drawn), ink)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Four strokes that close, and the lines of text inside."""

    box: Box
    width: float
    texts: tuple[TextPiece, ...] = ()


def write_drawing(draft: Draft, node: Node, drawing: Drawing) -> None:
    """Put a ready-made drawing into a paragraph, as one group."""
    size = emu(drawing.width), emu(drawing.height)
    data = dml.inline(node, draft.tag("Peta", drawing.alt), size, "Group")
    group = dml.group(data, size, draft.id())
    for item in _rectangles(drawing.items):
        match item:
            case Rectangle():
                _rectangle(draft, group, item)
            case Stroke(start=a, end=b, width=width):
                _arrow(draft, group, (a, b), Ink("", emu(width)))
            case Curve(points=points, dashed=dashed):
                width = curve_style(item, draft.symbols.lines).width
                ink = Ink("", emu(width), dashed=dashed, head=True)
                line = curves([(emu(x), emu(y)) for x, y in points])
                dml.shape(group, draft.tag("Panah"), line, ink)
            case TextPiece():
                _piece(draft, group, item)
            case _:
                pass


def _arrow(draft: Draft, group: Node, points: tuple[Point, Point], ink: Ink) -> None:
    drawn = connect([(emu(x), emu(y)) for x, y in points])
    if drawn:
        dml.shape(group, draft.tag("Garis"), outline_of(drawn), ink)


def _rectangle(draft: Draft, group: Node, made: Rectangle) -> None:
    words = " ".join(t.text for t in made.texts)
    ink = Ink("FFFFFF", emu(made.width))
    tag = draft.tag(f"Kotak {words}".strip())
    node = dml.shape(group, tag, Outline(frame_of(made.box), RECT), ink)
    if made.texts:
        first = made.texts[0]
        leading = _leading(made.texts)
        style = GAMBAR.but(size_pt=first.size_pt, leading=leading)
        line = paragraph(dml.write_in(node), draft.look(style))
        lines = "\n".join(t.text for t in made.texts)
        text(line, lines, letters_of(style, Run("")))


def _leading(texts: tuple[TextPiece, ...]) -> float:
    if len(texts) < 2:
        return GAMBAR.leading
    return (texts[1].y - texts[0].y) / (texts[0].size_pt * MM_PER_PT)


def _piece(draft: Draft, group: Node, piece: TextPiece) -> None:
    width = read_face(piece.face).width(piece.text, piece.size_pt) + 2 * SLACK
    height = piece.size_pt * MM_PER_PT * GAMBAR.leading
    box = Box(piece.x - SLACK, piece.y - height * 0.8, width, height)
    place = dml.words(group, draft.tag("Teks"), frame_of(box), Ink())
    bold = piece.face.endswith(BOLD)
    _line(draft, place, piece.text, piece.size_pt, bold=bold)


def _rectangles(items: tuple[Item, ...]) -> Iterator[Item | Rectangle]:
    """Yield the items, four strokes that close joined with the text amid them."""
    k = 0
    while k < len(items):
        strokes = items[k : k + CORNERS]
        box = _closed(strokes)
        if box is None:
            yield items[k]
            k += 1
            continue
        k += CORNERS
        texts = tuple(_texts_in(box, items[k:]))
        k += len(texts)
        width = next(s.width for s in strokes if isinstance(s, Stroke))
        amid = _amid(texts, box)
        yield Rectangle(box, width, texts if amid else ())
        yield from () if amid else texts


def _closed(items: tuple[Item, ...]) -> Box | None:
    strokes = [s for s in items if isinstance(s, Stroke)]
    if len(strokes) < CORNERS:
        return None
    following = [*strokes[1:], strokes[0]]
    if any(a.end != b.start for a, b in zip(strokes, following, strict=True)):
        return None
    xs, ys = [s.start.x for s in strokes], [s.start.y for s in strokes]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _texts_in(box: Box, items: Iterable[Item]) -> Iterator[TextPiece]:
    """Yield the first items, as long as they are text in a box."""
    for one in items:
        if not isinstance(one, TextPiece) or not _holds(box, Point(one.x, one.y)):
            return
        yield one


def _holds(box: Box, point: Point) -> bool:
    return box.x <= point.x <= box.x1 and box.y <= point.y <= box.y1


def _amid(texts: tuple[TextPiece, ...], box: Box) -> bool:
    """Tell whether lines of text stand in the middle of a box, and not at its top."""
    if not texts:
        return True
    widths = [read_face(one.face).width(one.text, one.size_pt) for one in texts]
    middles = [one.x + width / 2 for one, width in zip(texts, widths, strict=True)]
    top = texts[0].y - texts[0].size_pt * MM_PER_PT
    between = all(abs(middle - box.cx) < SLACK for middle in middles)
    return between and abs((top + texts[-1].y) / 2 - box.cy) < LINE_OFF
