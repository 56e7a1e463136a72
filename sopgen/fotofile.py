"""Photographs and painted pictures (PNG, JPEG) of an office: sound, and upright.

What is asked of Pillow is asked in here: on broken bytes it raises anything.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

#: Dots that a picture may have.
TERBANYAK = 50_000_000
TOO_MANY, BROKEN = "lebih dari 50 juta piksel", "rusak atau bukan PNG/JPG"
#: Dots of a picture on paper, A4 at 300 an inch; more would only cost memory.
PRINTED = (3508, 3508)
FORMATS = ("PNG", "JPEG")
#: How the files of these begin, whatever they are called.
HEADS = (b"\x89PNG", b"\xff\xd8")
#: The tag by which a camera says how it was held, and what upright is.
TURNED, UPRIGHT = 0x0112, 1
#: What Pillow lets out on a file that is not what it says.
RAISED = (
    ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


@contextmanager
def opened(source: Path | str | BytesIO) -> Iterator[Image.Image]:
    """Open a picture; what Pillow remarks on it is not told."""
    from PIL import Image  # slow to import, and few offices have a picture

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(source, formats=FORMATS) as picture:
            yield picture


def is_photo(file: Path) -> bool:
    """Return whether a file is such a picture, by how it begins."""
    with file.open("rb") as stream:
        return stream.read(4).startswith(HEADS)


def dots_in(source: BytesIO) -> int:
    """Return how many dots a picture says that it has; none if it is no picture."""
    from PIL import Image

    try:
        with opened(source) as picture:
            return picture.width * picture.height
    except Image.DecompressionBombError:
        return TERBANYAK + 1
    except RAISED:
        return 0


def fault_of(file: Path) -> str:
    """Return why a picture is not printed, or nothing."""
    from PIL import Image

    try:
        return _fault(file)
    except Image.DecompressionBombError:
        return TOO_MANY
    except RAISED:
        return BROKEN


def _fault(file: Path) -> str:
    with opened(file) as picture:
        if picture.width * picture.height > TERBANYAK:
            return TOO_MANY
        picture.verify()
    with opened(file) as picture:
        picture.draft("L", (64, 64))
        picture.load()
    return ""


def turned(picture: Image.Image) -> int:
    """Return how a camera was held; what cannot be read is upright."""
    try:
        return int(picture.getexif().get(TURNED, UPRIGHT))
    except RAISED:
        return UPRIGHT


def without_palette(picture: Image.Image) -> Image.Image:
    """Return a picture in its own colours, seen through where it says so.

    What it says wrongly of that is left out, as others do.
    """
    try:
        return picture.convert("RGBA")
    except RAISED:
        return picture.convert("RGB")


def upright(picture: Image.Image) -> Image.Image:
    """Return a picture as it was seen, with no more dots than paper shows."""
    from PIL import ImageOps

    if picture.width > PRINTED[0] or picture.height > PRINTED[1]:
        picture = _in_tones(picture)
        picture.thumbnail(PRINTED)
    if turned(picture) == UPRIGHT:
        return picture
    try:
        return ImageOps.exif_transpose(picture)
    except RAISED:  # what else a camera said of it cannot be read
        picture.info.clear()
        return picture


def _in_tones(picture: Image.Image) -> Image.Image:
    """Return a picture that can be made smaller without losing thin lines."""
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode in ("P", "PA"):
        return without_palette(picture)
    return picture
