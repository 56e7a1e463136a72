"""Pictures in a PDF: each read and deflated once, whatever files print it."""

from __future__ import annotations

from copy import copy
from hashlib import sha256
from pathlib import Path

from PIL import Image
from reportlab.lib.boxstuff import aspectRatioFix
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import (
    PDFDocument,
    PDFImageXObject,
    PDFObjectReference,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas

from sopgen.fotofile import opened, upright, without_palette
from sopgen.render.raster import printable

Area = tuple[float, float, float, float]


def read_picture(file: Path) -> PDFImageXObject:
    """Return a picture that no PDF has yet, upright and in colours that PDF have.

    Its name says what is seen, so a file holds the same picture once.
    """
    with opened(printable(file)) as image:
        seen = upright(image)
        if seen.mode not in ("1", "L", "RGB", "RGBA", "CMYK"):
            seen = _eight_bits(seen)
        made = PDFImageXObject("", ImageReader(seen), mask="auto")
    if mask := _mask(made):
        mask.name = _named(mask, b"")
    made.name = _named(made, mask.name.encode() if mask else b"")
    return made


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of sixteen bits, a palette or the like as an ordinary one."""
    if image.mode.startswith("I"):
        return image.point(lambda v: v / 256).convert("L")
    return without_palette(image)


def _mask(picture: PDFImageXObject) -> PDFImageXObject | None:
    """Return the picture that says where another is seen through."""
    return getattr(picture, "_smask", None)


def _named(picture: PDFImageXObject, more: bytes) -> str:
    size = f"{picture.colorSpace} {picture.width} {picture.height} {picture.mask} "
    return sha256(size.encode() + picture.streamContent + more).hexdigest()[:32]


def place(canvas: Canvas, picture: PDFImageXObject, area: Area) -> None:
    """Put a picture in the middle of an area, its proportions kept.

    The area is given by its left, bottom, right and top in points.
    """
    _put(canvas._doc, picture)
    x, y, x1, y1 = area
    size = picture.width, picture.height
    x, y, width, height, _ = aspectRatioFix(True, "c", x, y, x1 - x, y1 - y, *size)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width, height)
    canvas.doForm(picture.name)
    canvas.restoreState()


def _put(document: PDFDocument, picture: PDFImageXObject) -> PDFObjectReference:
    """Put a picture into a file that does not have it, and return what it is there."""
    name = xObjectName(picture.name)
    if name in document.idToObject:
        return PDFObjectReference(name)
    own = copy(picture)
    if mask := _mask(picture):
        own.smask = _put(document, mask)
    return document.Reference(own, name)
