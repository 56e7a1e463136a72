"""A picture's file as printing needs it: upright, and a drawing (SVG) in dots."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from sopgen.fotofile import UPRIGHT, is_photo, opened, turned, upright
from sopgen.model.ingatan import remembered
from sopgen.svgfile import dots_of
from sopgen.typeface import STYLES, read_face

SVG = ".svg"


def printable(file: Path) -> str | BytesIO:
    """Return a picture that every reader shows upright: its file, or bytes instead.

    What is named as a drawing may be a photograph all the same.
    """
    if file.suffix.casefold() == SVG and not is_photo(file):
        return BytesIO(_drawn(file))
    with opened(file) as image:
        if turned(image) == UPRIGHT:
            return os.fspath(file)
        kind = image.format or "PNG"
        made = BytesIO()
        upright(image).save(made, kind, icc_profile=image.info.get("icc_profile"))
        made.seek(0)
        return made


@remembered(32)
def _drawn(file: Path) -> bytes:
    """Return a drawing as PNG, its letters in the book's own face."""
    faces = [read_face(f"arial-{style}").file for style in STYLES]
    return dots_of(file.read_bytes(), faces)
