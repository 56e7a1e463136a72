"""A picture's file as python-docx takes it, which knows fewer than readers do."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from PIL import Image as Dots

from sopgen.fotofile import RAISED, opened
from sopgen.render.raster import printable

#: What the library says of a picture that it does not know, and what it stumbles over.
UNKNOWN = (
    *RAISED,
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)


def known(file: Path) -> str | BytesIO:
    """Return a picture as Word files may hold it, upright: its file or bytes."""
    source = printable(file)
    if _is_known(source):
        return source
    made = BytesIO()
    with opened(source) as image:
        seen = image if image.mode in ("1", "L", "LA", "P", "RGB") else _plain(image)
        seen.save(made, "PNG")
    made.seek(0)
    return made


def size_of(source: str | BytesIO) -> tuple[int, int]:
    """Return width and height of a known picture in dots."""
    image = Image.from_file(source)
    return image.px_width, image.px_height


def _is_known(source: str | BytesIO) -> bool:
    try:
        width, height = size_of(source)
    except UNKNOWN:
        return False
    finally:
        if isinstance(source, BytesIO):
            source.seek(0)
    return width > 0 and height > 0


def _plain(image: Dots.Image) -> Dots.Image:
    return image.convert("RGB" if image.mode == "CMYK" else "RGBA")
