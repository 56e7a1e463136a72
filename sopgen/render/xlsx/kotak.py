"""Draw the box of an electronic signature over the cells that keep room for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopgen.model.gaya import Run
from sopgen.model.geometry import Box
from sopgen.model.kotak import LEADING, LINE, TAG, TAG_GREY, TAG_PT, SignBox
from sopgen.render.drawingml import RECT, Frame, Ink, Outline, Tag, emu
from sopgen.render.qr import qr_form
from sopgen.render.xlsx.dml import Canvas, Words

#: Grey of the tag as Excel says it.
GREY = f"{round(TAG_GREY * 255):02X}" * 3


def draw_box(
    canvas: Canvas, numbers: Iterator[int], box: SignBox, corner: tuple[int, int]
) -> None:
    """Draw a box whose upper left corner is there, in EMU."""
    x, y = corner

    def frame(of: Box) -> Frame:
        return Frame(x + emu(of.x), y + emu(of.y), emu(of.w), emu(of.h))

    whole = Outline(frame(Box(0, 0, box.width, box.height)), RECT)
    tag = Tag(next(numbers), "Kotak tanda tangan elektronik")
    canvas.shape(tag, whole, Ink("FFFFFF", emu(LINE)))
    if box.alamat:
        own = box.qr_box()
        tag = Tag(next(numbers), "QR verifikasi", f"QR: {box.alamat}")
        form = qr_form(box.alamat, own)
        canvas.shape(tag, Outline(frame(own), form), Ink("000000"))
    lines = tuple((Run(line, one.bold),) for one in box.texts for line in one.lines)
    words = Words(lines, box.size_pt, align="l", pitch=LEADING)
    aside = Box(box.text_at, 0, box.width - box.text_at - TAG, box.height)
    place = Outline(frame(aside), RECT)
    canvas.shape(Tag(next(numbers), "Penanda tangan"), place, Ink(), words)
    if box.tanda:
        _tag(canvas, Tag(next(numbers), "Tanda TTE"), box, frame)


def _tag(canvas: Canvas, tag: Tag, box: SignBox, frame: Callable[[Box], Frame]) -> None:
    middle, base = box.tag_at()
    place = Outline(frame(Box(middle - TAG / 2, base - TAG, TAG, TAG)), RECT)
    words = Words(((Run(box.tanda),),), TAG_PT, colour=GREY)
    canvas.shape(tag, place, Ink(), words)
