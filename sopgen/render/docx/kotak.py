"""Write the box of an electronic signature as a table of one row, and its foot note."""

from __future__ import annotations

from sopgen.model.document import Run, Style
from sopgen.model.geometry import MM_PER_PT, Box
from sopgen.model.kotak import (
    FONT,
    LEADING,
    LINE,
    PAD,
    QR_PAD,
    TAG,
    TAG_GREY,
    TAG_PT,
    FootNote,
    SignBox,
)
from sopgen.render.docx import dml, wtable
from sopgen.render.docx.draft import Draft
from sopgen.render.docx.styles import SEBARIS, SEL_KOSONG, letters_of
from sopgen.render.docx.wml import Letters, Line, paragraph, text, twips
from sopgen.render.drawingml import Frame, Ink, Outline, emu
from sopgen.render.markup import Node
from sopgen.render.qr import qr_form

#: The kinds of text in the box and below the page.
ISI = Style("Kotak TTE", font=FONT, leading=LEADING)
TANDA = ISI.but(nama="Tanda TTE", size_pt=TAG_PT, align="center")
KAKI = ISI.but(nama="Kaki TTE", align="center")
#: Grey of the tag as Word says it, and the ink of a QR.
GREY, BLACK = f"{round(TAG_GREY * 255):02X}" * 3, Ink("000000")
#: So far a line may reach into the column of the tag, which is below it, mm.
OVER = 1.5
LINE_PT = LINE / MM_PER_PT


def write_box(
    draft: Draft, parent: Node, box: SignBox, width: float, *, keep: bool
) -> None:
    """Write the box into a column or cell width mm wide."""
    edges = (0.0, box.text_at, box.width - TAG, box.width)
    node = wtable.table(parent, wtable.Grid(edges, box.left(width)))
    row = wtable.row(node, twips(box.height))
    for number, sides in enumerate(("tlb", "tb", "trb")):
        borders = tuple(Line(side, LINE_PT) for side in sides)
        look = wtable.Look(borders=borders, middle=number < 2, bottom=number == 2)
        across = twips(edges[number + 1]) - twips(edges[number])
        cell = wtable.cell(row, across, look)
        (_qr, _words, _tag)[number](draft, cell, box, keep=keep)
    node.close()


def _qr(draft: Draft, cell: Node, box: SignBox, *, keep: bool) -> None:
    """Write the QR as one native shape; a cell without it is empty."""
    if not box.alamat:
        paragraph(cell, draft.look(SEL_KOSONG, keep_next=keep))
        return
    node = paragraph(
        cell, draft.look(SEBARIS, left=QR_PAD, align="left", keep_next=keep)
    )
    side = emu(box.qr)
    tag = draft.tag("QR verifikasi", f"QR: {box.alamat}")
    data = dml.inline(node, tag, (side, side), "Shape")
    form = qr_form(box.alamat, Box(0, 0, box.qr, box.qr))
    dml.shape(data, None, Outline(Frame(0, 0, side, side), form), BLACK)


def _words(draft: Draft, cell: Node, box: SignBox, *, keep: bool) -> None:
    """Write each text as a paragraph; a line is broken as it is on the page."""
    style = ISI.but(size_pt=box.size_pt)
    for one in box.texts:
        look = draft.look(style, right=-OVER, keep_next=keep)
        node = paragraph(cell, look)
        text(node, "\n".join(one.lines), letters_of(style, Run("", bold=one.bold)))


def _tag(draft: Draft, cell: Node, box: SignBox, *, keep: bool) -> None:
    look = draft.look(TANDA, after=PAD / 2, keep_next=keep)
    node = paragraph(cell, look if box.tanda else draft.look(SEL_KOSONG))
    if box.tanda:
        text(node, box.tanda, Letters(colour=GREY))


def write_note(draft: Draft, parent: Node, note: FootNote) -> None:
    """Write the note at the foot of the page that the next paragraph stands on."""
    style = KAKI.but(size_pt=note.size_pt)
    look = draft.look(style, frame=(0, note.width), foot=note.top)
    text(paragraph(parent, look), "\n".join(note.lines))
