"""The signature block: place and date, jabatan, room for ink, name, pangkat, NIP.

Source: tata naskah dinas; the capacity (Plt., Plh., Pj., a.n., u.b.) stands before the
jabatan, a comma after it.  a.n. and u.b. hang, so that the titles and the name stand
below each other.  A fact that is not known prints as dots to be filled in by pen.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.document import (
    Block,
    Label,
    Paragraph,
    Run,
    SignRoom,
    Space,
    Style,
    Together,
)
from sopgen.model.jabatan_tercetak import jabatan
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.parts.kotak_tte import Kotak, Ruang

DOTS = "." * 34
#: Room for signature and stamp, mm.
INK = 22.0
#: How far a.n. and u.b. hang left of the titles, mm.
HANG = 11.5
#: What stands in a copy where the original is signed, and the room above and below, mm.
TERTANDA, TERTANDA_ROOM = "ttd.", 7.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: mm from the column's left edge and to its right edge."""

    indent: float
    indent_right: float = 0


def sign(
    pejabat: Pejabat,
    style: Style,
    place: Place,
    ruang: Ruang,
    before: tuple[Block, ...] = (),
) -> Together:
    """Return the block that never stands alone on a page."""
    return Together((*before, *signature(pejabat, style, place, ruang)))


def sign_copy(
    pejabat: Pejabat, style: Style, place: Place, before: tuple[Block, ...] = ()
) -> Together:
    """Return the block as a copy has it: "ttd." where the original is signed."""
    room = (
        Space(TERTANDA_ROOM),
        _line(Run(TERTANDA), style, place),
        Space(TERTANDA_ROOM),
    )
    titles = tuple(title_lines(pejabat, style, place))
    return Together((*before, *titles, *room, *name_lines(pejabat, style, place)))


def signature(
    pejabat: Pejabat, style: Style, place: Place, ruang: Ruang, ink: float = INK
) -> tuple[Block, ...]:
    """Return jabatan, room for ink, name, pangkat and NIP; or the box with them."""
    if isinstance(ruang, Kotak):
        x = None if style.align == "center" else place.indent
        return (ruang.box(pejabat, x),)
    titles = tuple(title_lines(pejabat, style, place))
    room = SignRoom(ruang, ink, place.indent, place.indent_right)
    return (*titles, room, *name_lines(pejabat, style, place))


def name_lines(pejabat: Pejabat, style: Style, place: Place) -> Iterator[Block]:
    """Yield name, pangkat and NIP."""
    nama = Run(pejabat.nama, bold=True, underline=True) if pejabat.nama else Run(DOTS)
    yield _line(nama, style, place)
    if pejabat.pangkat:
        yield _line(Run(pejabat.pangkat), style, place)
    yield _line(Run(f"NIP. {pejabat.nip or '.' * 28}"), style, place)


def title_lines(pejabat: Pejabat, style: Style, place: Place) -> Iterator[Block]:
    """Yield the lines over a signature; marks hang where there is room for them."""
    hangs = style.align == "left" and place.indent >= HANG
    for one in jabatan(pejabat):
        if not hangs or not one.mark:
            yield _line(Run(one.whole, bold=True), style, place)
        elif one.text:
            mark = Label(one.mark, place.indent - HANG, bold=True)
            run = (Run(one.text, bold=True),)
            yield Paragraph(
                run, style, place.indent, place.indent_right, labels=(mark,)
            )
        else:
            further = Place(place.indent - HANG, place.indent_right)
            yield _line(Run(one.mark, bold=True), style, further)


def dated(
    pairs: tuple[tuple[str, str], ...], style: Style, place: Place, colon: float = 0
) -> tuple[Block, ...]:
    """Return lines such as ``Ditetapkan di Kampak``, with colons at colon mm if any."""
    made: list[Block] = []
    for name, value in pairs:
        if not colon:
            made.append(_line(Run(f"{name} {value}"), style, place))
            continue
        labels = (Label(name, place.indent), Label(":", place.indent + colon))
        text = place.indent + colon + 3.5
        made.append(
            Paragraph((Run(value),), style.but(align="left"), text, labels=labels)
        )
    return (*made, Space(2.0))


def _line(run: Run, style: Style, place: Place) -> Paragraph:
    return Paragraph((run,), style, place.indent, place.indent_right)
