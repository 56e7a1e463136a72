"""Write a chart as PNG: its SVG drawn by resvg with the book's own fonts."""

from __future__ import annotations

import os

from resvg_py import svg_to_bytes

from sopgen.typeface import STYLES, read_face

#: Dots per inch: text of 8 pt is easily read.
DPI = 200
FAMILY = "Sopgen Sans"


def write_png(svg: bytes) -> bytes:
    """Return the picture of an SVG whose user units are millimetres."""
    faces = [os.fspath(read_face(f"arial-{style}").file) for style in STYLES]
    return bytes(
        svg_to_bytes(
            svg_string=svg.decode().replace("Arial, ", f"{FAMILY}, "),
            font_files=faces,
            skip_system_fonts=True,
            dpi=DPI,
        )
    )
