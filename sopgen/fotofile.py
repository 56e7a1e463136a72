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
#: What paper is with cyan, magenta and yellow on it or not, cyan changing first: as
#: readers of PDF show the inks of a press (SWOP).
INKS = [
    tuple(part / 255 for part in colour)
    for colour in (
        (255, 255, 255), (0, 174, 239), (237, 2, 140), (46, 48, 146),
        (255, 241, 1), (0, 165, 79), (238, 29, 35), (54, 53, 57),
    )
]  # fmt: skip
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


def fits_on_paper(picture: Image.Image) -> bool:
    """Return whether a picture has no more dots than paper shows."""
    return picture.width <= PRINTED[0] and picture.height <= PRINTED[1]


def upright(picture: Image.Image) -> Image.Image:
    """Return a picture as it was seen, with no more dots than paper shows."""
    from PIL import ImageOps

    if not fits_on_paper(picture):
        picture = _in_tones(picture)
        picture.thumbnail(PRINTED)
    if turned(picture) == UPRIGHT:
        return picture
    try:
        return ImageOps.exif_transpose(picture)
    except RAISED:  # what else a camera said of it cannot be read
        picture.info.clear()
        return picture


def tells_its_colours(picture: Image.Image) -> bool:
    """Return whether a JPEG is grey or in colours that every reader takes alike."""
    if picture.format != "JPEG" or picture.mode not in ("L", "RGB"):
        return False
    adobe = picture.info.get("adobe_transform")
    return (
        picture.mode == "L" or adobe == 1 or (adobe is None and "jfif" in picture.info)
    )


def as_on_screen(picture: Image.Image, srgb: bytes) -> Image.Image:
    """Return a picture in printing inks (CMYK) in the colours of a screen.

    ``srgb`` is the profile of these.  The picture's own profile says what its inks are;
    without a sound one they are those of most presses.
    """
    from PIL import ImageCms

    own = picture.info.get("icc_profile")
    try:
        inks = ImageCms.ImageCmsProfile(BytesIO(own)) if own else None
        screen = ImageCms.ImageCmsProfile(BytesIO(srgb))
        made = inks and ImageCms.profileToProfile(
            picture, inks, screen, outputMode="RGB"
        )
    except (ImageCms.PyCMSError, *RAISED):
        made = None
    return made or _mixed(picture)


def _mixed(picture: Image.Image) -> Image.Image:
    """Return what inks are on paper: between each alone and one upon the other."""
    from PIL import Image, ImageChops, ImageFilter

    *inks, black = picture.split()
    mixed = Image.merge("RGB", inks).filter(ImageFilter.Color3DLUT(2, INKS))
    light = ImageChops.invert(black)
    return ImageChops.multiply(mixed, Image.merge("RGB", (light, light, light)))


def _in_tones(picture: Image.Image) -> Image.Image:
    """Return a picture that can be made smaller without losing thin lines."""
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode in ("P", "PA"):
        return without_palette(picture)
    return picture
