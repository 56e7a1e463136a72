"""Pictures in a PDF: each read and deflated once, whatever files print it."""

from __future__ import annotations

from copy import copy
from hashlib import sha256
from io import BytesIO
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

from sopgen.fotofile import (
    as_on_screen,
    fits_on_paper,
    opened,
    tells_its_colours,
    upright,
    without_palette,
)
from sopgen.render.pdf_archive import read_profile
from sopgen.render.raster import printable

Area = tuple[float, float, float, float]


def read_picture(file: Path) -> PDFImageXObject:
    """Return a picture that no PDF has yet, upright, in grey or in colours of a screen.

    Its name says what is seen, so a file holds the same picture once.  A JPEG of such
    colours is kept as it is, if reportlab finds its size: it knows less of damaged ones
    than what shows them.
    """
    source = printable(file)
    with opened(source) as image:
        made = PDFImageXObject("")
        as_it_is = tells_its_colours(image) and fits_on_paper(image)
        if not (as_it_is and made.loadImageFromJPEG(_bytes_of(source))):
            made = PDFImageXObject("", ImageReader(_seen(image)), mask="auto")
    if mask := _mask(made):
        mask.name = _named(mask, b"")
    made.name = _named(made, mask.name.encode() if mask else b"")
    return made


def _bytes_of(source: str | BytesIO) -> BytesIO:
    if isinstance(source, str):
        return BytesIO(Path(source).read_bytes())
    source.seek(0)
    return source


def _seen(image: Image.Image) -> Image.Image:
    """Return a picture upright, its colours in a way that reportlab knows."""
    seen = upright(image)
    if seen.mode == "CMYK":
        return as_on_screen(seen, read_profile())
    if seen.mode.startswith("I"):  # sixteen bits
        return seen.point(lambda v: v / 256).convert("L")
    if seen.mode in ("1", "L", "RGB") and "transparency" not in seen.info:
        return seen
    return seen if seen.mode in ("LA", "RGBA") else without_palette(seen)


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
