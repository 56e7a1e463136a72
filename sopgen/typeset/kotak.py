"""Set the box of an electronic signature, and the note at the foot of its page."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.kotak import BASE, FONT, LINE, TAG_PT, FootNote, SignBox
from sopgen.model.page import FootText, Item, QrCode, SignatureArea, TagText, TextPiece
from sopgen.model.struktur import END, Element, Role
from sopgen.typeface import face_name
from sopgen.typeset.strip import Strip, frame

PARAGRAPH = Element(Role.P)
#: What a QR is called for who cannot see it, before what it says.
KODE_QR = "Kode QR: "


def box_strip(box: SignBox, width: float) -> Strip:
    """Return the box in a column width mm wide: line, QR, words, the tag by itself."""
    x = box.left(width)
    whole = Box(x, 0, box.width, box.height)
    items: list[Item] = [SignatureArea(box.nama, whole), *frame(whole, LINE)]
    if box.alamat:
        told = Element(Role.FIGURE, alt=f"{KODE_QR}{box.alamat}")
        items += (told, QrCode(box.alamat, box.qr_box().moved(x, 0)), END)
    items += _words(box, x)
    if box.tanda:
        at = box.tag_at()
        tag = TagText(x + at[0], at[1], box.tanda, face_name(FONT), TAG_PT)
        items += (PARAGRAPH, tag, END)
    return Strip(box.height, tuple(items))


def _words(box: SignBox, x: float) -> Iterator[Item]:
    """Yield the lines, half of what is left above them and half below."""
    count = sum(len(one.lines) for one in box.texts)
    y = (box.height - count * box.pitch) / 2 + box.size_pt * BASE * MM_PER_PT
    for one in box.texts:
        face = face_name(FONT, bold=one.bold)
        yield PARAGRAPH
        for n, line in enumerate(one.lines, 1):
            more = n < len(one.lines)
            yield TextPiece(x + box.text_at, y, line, face, box.size_pt, more)
            y += box.pitch
        yield END


def foot_strip(note: FootNote) -> Strip:
    """Return a note, which takes no room where it belongs."""
    last = len(note.lines) - 1
    items = (
        FootText(
            note.width / 2,
            note.base - (last - n) * note.pitch,
            line,
            face_name(FONT),
            note.size_pt,
            n < last,
        )
        for n, line in enumerate(note.lines)
    )
    return Strip(0.0, (PARAGRAPH, *items, END))
