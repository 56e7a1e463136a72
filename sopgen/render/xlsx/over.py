"""What lies over a sheet as a part of the file: pictures, and native shapes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from sopgen.fotofile import opened
from sopgen.model.document import Emblem
from sopgen.render.drawingml import Frame, emu
from sopgen.render.markup import declared
from sopgen.render.raster import printable
from sopgen.render.xlsx.dml import PREFIXES, Canvas
from sopgen.render.xlsx.grid import marker
from sopgen.render.xlsx.parts import part
from sopgen.render.xlsx.sheet import Drawing, Picture, picture_id

#: The kinds of pictures that every Excel shows; others become PNG.
KINDS = ("png", "jpeg", "gif")


class Placed(NamedTuple):
    """A picture, and the frame in EMU that it fills."""

    picture: Picture
    frame: Frame


def read_picture(file: Path) -> tuple[Picture, tuple[int, int]]:
    """Return a picture, upright, with its width and height in dots."""
    source = printable(file)
    data = file.read_bytes() if isinstance(source, str) else source.getvalue()
    with opened(BytesIO(data)) as image:
        kind = (image.format or "").casefold()
        if kind in KINDS:
            return Picture(data, kind), image.size
        made = BytesIO()
        image.save(made, "PNG")
        return Picture(made.getvalue(), "png"), image.size


def fitted(emblem: Emblem, dots: tuple[int, int]) -> tuple[int, int]:
    """Return the size in EMU of a picture that keeps its proportions."""
    width, height = dots
    scale = min(emu(emblem.width) / width, emu(emblem.height) / height)
    return round(width * scale), round(height * scale)


def drawing_over(canvas: Canvas, pictures: Iterable[Placed]) -> Drawing | None:
    """Return what lies over a sheet: pictures, and shapes over them; or nothing."""
    every = tuple(pictures)
    if not every and not canvas.drawn:
        return None
    pictures_xml = (_picture(canvas, p.frame, k) for k, p in enumerate(every, 1))
    inside = "".join((*pictures_xml, *canvas.drawn))
    xml = f"<xdr:wsDr{declared(PREFIXES)}>{inside}</xdr:wsDr>"
    return Drawing(part(xml), tuple(p.picture for p in every), canvas.links)


def _picture(canvas: Canvas, frame: Frame, number: int) -> str:
    """Return a picture that hangs on the cell under its corner and keeps its size."""
    (column, left), (row, top) = marker(canvas.xs, frame.x), marker(canvas.ys, frame.y)
    return (
        "<xdr:oneCellAnchor>"
        f"<xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>{left}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{top}</xdr:rowOff></xdr:from>"
        f'<xdr:ext cx="{frame.w}" cy="{frame.h}"/><xdr:pic><xdr:nvPicPr>'
        f'<xdr:cNvPr id="{number}" name="Lambang {number}" descr="Lambang daerah"/>'
        '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="{picture_id(number)}" cstate="print"/>'
        "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>"
        '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>'
        "</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>"
    )
