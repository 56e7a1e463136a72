"""Pictures that a PDF can hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from sopgen.render.raster import printable


@cache
def picture(file: str) -> ImageReader:
    """Return a picture, read once: upright, and in colours that a PDF can hold."""
    upright = ImageOps.exif_transpose(Image.open(printable(Path(file))))
    if upright.mode not in ("1", "L", "RGB", "RGBA", "CMYK"):
        upright = _eight_bits(upright)
    return ImageReader(upright)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of sixteen bits, a palette or the like as an ordinary one."""
    if image.mode.startswith("I"):
        return image.point(lambda v: v / 256).convert("L")
    return image.convert("RGBA")
