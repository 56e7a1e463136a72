"""Read back the ink of a page of a PDF: strokes, fills and texts, in their order."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

MM = 25.4 / 72
VERBS = {raw.FPDF_SEGMENT_MOVETO: "M", raw.FPDF_SEGMENT_LINETO: "L"}
#: A curve has three points; the letter stands before the first.
CURVE = "C"
#: What pdfium reads for a hyphen at the end of a line.
BROKEN = "\x02"
FILLS = {0: "", 1: "evenodd", 2: "winding"}


def ink_of(page: pdfium.PdfPage) -> Iterator[str]:
    """Yield a line for each stroke, fill, text and picture, in mm from the top left."""
    words = page.get_textpage()
    height = page.get_height()
    for one in page.get_objects(max_depth=4):
        if one.type == raw.FPDF_PAGEOBJ_PATH:
            yield _path(one.raw, height)
        elif one.type == raw.FPDF_PAGEOBJ_TEXT:
            yield _text(one.raw, words.raw, height)
        else:
            yield f"object {one.type}"


def _path(thing: raw.FPDF_PAGEOBJECT, height: float) -> str:
    mode, stroked = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(thing, mode, stroked)
    parts = ["path"]
    if stroked.value:
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(thing, width)
        colour = _colour(raw.FPDFPageObj_GetStrokeColor, thing)
        parts.append(f"stroke {width.value * MM:.3f} {colour}")
        parts += [f"dash {dashes}"] if (dashes := _dashes(thing)) else []
    if mode.value:
        parts.append(f"fill {_colour(raw.FPDFPageObj_GetFillColor, thing)}")
    return " ".join((*parts, *_segments(thing, height)))


def _segments(thing: raw.FPDF_PAGEOBJECT, height: float) -> Iterator[str]:
    bent = 0
    for n in range(raw.FPDFPath_CountSegments(thing)):
        piece = raw.FPDFPath_GetPathSegment(thing, n)
        verb = VERBS.get(raw.FPDFPathSegment_GetType(piece), "")
        if not verb:
            verb, bent = ("" if bent % 3 else CURVE), bent + 1
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        end = "Z" if raw.FPDFPathSegment_GetClose(piece) else ""
        yield f"{verb}{_place(thing, x.value, y.value, height)}{end}"


def _place(thing: raw.FPDF_PAGEOBJECT, x: float, y: float, height: float) -> str:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, m)
    u, v = m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f
    return f"{u * MM:.2f},{(height - v) * MM:.2f}"


def _dashes(thing: raw.FPDF_PAGEOBJECT) -> str:
    count = raw.FPDFPageObj_GetDashCount(thing)
    found = (ctypes.c_float * max(count, 1))()
    raw.FPDFPageObj_GetDashArray(thing, found, count)
    return ",".join(f"{value * MM:.2f}" for value in found[:count])


def _colour(read: Callable[..., int], thing: raw.FPDF_PAGEOBJECT) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    read(thing, *parts)
    return "#" + "".join(f"{part.value:02x}" for part in parts[:3])


def _text(thing: raw.FPDF_PAGEOBJECT, words: raw.FPDF_TEXTPAGE, height: float) -> str:
    size = raw.FPDFTextObj_GetText(thing, words, None, 0)
    buffer = ctypes.create_string_buffer(size)
    room = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFTextObj_GetText(thing, words, room, size)
    text = buffer.raw.decode("utf-16-le").rstrip("\0").replace(BROKEN, "-")
    points = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(thing, points)
    colour = _colour(raw.FPDFPageObj_GetFillColor, thing)
    place = _place(thing, 0, 0, height)
    return f"text {place} {points.value:g} {_font(thing)} {colour} {text}"


def _font(thing: raw.FPDF_PAGEOBJECT) -> str:
    font = raw.FPDFTextObj_GetFont(thing)
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode().rpartition("+")[2]
