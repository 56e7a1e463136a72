"""Put fonts into a PDF: of each face the letters that its pages need."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFTrueTypeFont,
)
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFont, TTFontFace

from sopgen.model.nilai import dataclass
from sopgen.render.kept import Kept
from sopgen.render.pdf_letters import codes_of, fonts_of
from sopgen.render.pdf_number import numbers
from sopgen.typeface import read_face

#: So many lines a list of a font's letters may have.
LINES = 100
#: How a font says which letters its codes are.
LETTERS = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Font:
    """What of a face stands in a file: its outlines and its letters, both deflated.

    ``length`` is that of the outlines, ``widths`` are those of the codes from
    ``first`` to ``last``.
    """

    outlines: bytes
    length: int
    letters: bytes
    first: int
    last: int
    widths: str


@cache
def register(face: str) -> TTFont:
    """Return a face's font, read and made known to reportlab."""
    font = TTFont(f"Sopgen-{face}", os.fspath(read_face(face).file))
    pdfmetrics.registerFont(font)
    return font


def embed(document: PDFDocument, used: Mapping[str, Iterable[str]], kept: Kept) -> None:
    """Put the fonts into a file for the letters that are used of each face."""
    fonts = document.idToObject["BasicFonts"].dict
    for face in sorted(used):
        for number, letters in fonts_of(face, used[face]).items():
            dari = face, number, letters
            font = kept.lasting("pdf", dari, partial(_font, *dari), *dari)
            name = f"{face}+{number}"
            fonts[name] = _reference(document, face, name, font)


def _font(face: str, number: int, letters: str) -> Font:
    """Return a font of a face with some letters."""
    codes = {codes_of(face)[one].code: one for one in letters}
    first, last = min(codes), max(codes)
    outlines = register(face).face.makeSubset(
        [ord(codes[code]) if code in codes else 0 for code in range(last + 1)]
    )
    widths = read_face(face).widths
    return Font(
        zlib.compress(outlines),
        len(outlines),
        zlib.compress(LETTERS.format("\n".join(_listed(codes))).encode()),
        first,
        last,
        numbers(widths[codes[c]] if c in codes else 0 for c in range(first, last + 1)),
    )


def _listed(codes: Mapping[int, str]) -> Iterator[str]:
    """Yield the lines that tell the letters of codes."""
    lines = [f"<{code:02X}> <{ord(one):04X}>" for code, one in sorted(codes.items())]
    for start in range(0, len(lines), LINES):
        part = lines[start : start + LINES]
        yield from (f"{len(part)} beginbfchar", *part, "endbfchar")


def _reference(
    document: PDFDocument, face: str, name: str, font: Font
) -> PDFTrueTypeFont:
    """Add a font to a file, and return what its pages refer to."""
    whole: TTFontFace = register(face).face
    tag = "".join(chr(ord("A") + int(one)) for one in f"{name.rpartition('+')[2]:0>6}")
    base = f"{tag}+{whole.name.decode('ascii')}"
    outlines = _stream(font.outlines, Length1=font.length)
    made = PDFTrueTypeFont()
    made.Name, made.BaseFont = name, base
    made.FirstChar, made.LastChar = font.first, font.last
    made.Widths = f"[{font.widths}]"
    made.ToUnicode = document.Reference(_stream(font.letters), f"letters:{name}")
    described = PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "Ascent": whole.ascent,
            "CapHeight": whole.capHeight,
            "Descent": whole.descent,
            "Flags": whole.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontBBox": PDFArray(whole.bbox),
            "FontName": PDFName(base),
            "ItalicAngle": whole.italicAngle,
            "StemV": whole.stemV,
            "FontFile2": document.Reference(outlines, f"outlines:{name}"),
            "MissingWidth": whole.defaultWidth,
        }
    )
    made.FontDescriptor = document.Reference(described, f"described:{name}")
    document.Reference(made, name)
    return made


def _stream(deflated: bytes, **facts: int) -> PDFStream:
    return PDFStream(
        PDFDictionary({**facts, "Filter": PDFName("FlateDecode")}), deflated
    )
