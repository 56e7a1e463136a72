"""Make the static fonts of this folder from their free sources, once, by hand.

    python assets/fonts/make.py ARIMO_FOLDER BONUM_FOLDER

ARIMO_FOLDER holds the variable ``Arimo[wght].ttf`` and ``Arimo-Italic[wght].ttf``
(pip package fontpkg-arimo), BONUM_FOLDER the ``texgyrebonum-*.otf`` (Debian package
fonts-texgyre).  Variable fonts are instanced (reportlab sees the regular weight
only), CFF outlines become TrueType (reportlab reads no CFF), glyphs are cut down to
what Indonesian documents use, and TeX Gyre Bonum gets a new name, as its licence asks.
Needs fonttools; nothing of it runs when a book is built.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
#: Latin with its extensions, punctuation, currency, arrows and mathematical signs.
GLYPHS = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, 0x218, 0x219, 0x21A, 0x21B,
    *range(0x2C6, 0x2DE), *range(0x1E00, 0x1F00), *range(0x2010, 0x2028),
    *range(0x2030, 0x203B), 0x2044, *range(0x20A0, 0x20C0), 0x2116, 0x2122,
    *range(0x2150, 0x2160), *range(0x2190, 0x2196), 0x2212, 0x2215, 0x221A, 0x221E,
    0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25AA, 0x25CF, 0x2610, 0x2713,
]
#: No clock: the same sources give the same bytes.
STAMP = 3_800_000_000


def main(arimo: Path, bonum: Path) -> None:
    """Write the eight fonts beside this file."""
    for italic, file in (("", "Arimo[wght].ttf"), ("italic", "Arimo-Italic[wght].ttf")):
        for weight, bold in ((400, ""), (700, "bold")):
            font = instantiateVariableFont(TTFont(arimo / file), {"wght": weight})
            save(font, "Sopgen Sans", face_name(bold, italic))
    for face in ("regular", "bold", "italic", "bolditalic"):
        font = TTFont(bonum / f"texgyrebonum-{face}.otf")
        to_truetype(font)
        save(font, "Sopgen Bookman", face)


def face_name(bold: str, italic: str) -> str:
    """Return ``regular``, ``bold``, ``italic`` or ``bolditalic``."""
    return bold + italic or "regular"


def to_truetype(font: TTFont) -> None:
    """Replace the font's cubic CFF outlines by quadratic ones."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, max_err=0.5, reverse_direction=True))
        font["glyf"].glyphs[name] = pen.glyph()
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs",
                  "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions",
                  "maxComponentElements"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


def save(font: TTFont, family: str, face: str) -> None:
    """Cut the font down, name it, and write it."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=GLYPHS)
    subsetter.subset(font)
    style = {"regular": "Regular", "bold": "Bold", "italic": "Italic",
             "bolditalic": "Bold Italic"}[face]
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
             6: f"{family} {style}".replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["head"].modified = font["head"].created = STAMP
    font["OS/2"].fsType = 0
    for table in ("GSUB", "GPOS", "GDEF", "kern", "STAT", "DSIG"):
        if table in font:
            del font[table]
    font.recalcTimestamp = False
    font.save(HERE / f"{family.split()[1].lower()}-{face}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
