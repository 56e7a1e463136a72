"""The signature block: place and date, jabatan, room for ink, name, pangkat, NIP.

Source: tata naskah dinas; the capacity (Plt., Plh., a.n.) stands before the jabatan,
a comma after it.  A fact that is not known prints as dots to be filled in by pen.
"""

from __future__ import annotations

from dataclasses import dataclass

from sopgen.model.document import Block, Label, Paragraph, Run, Space, Style, Together
from sopgen.model.pejabat import Kapasitas, Pejabat

DOTS = "." * 34
#: Room for signature and stamp, mm.
INK = 21.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: mm from the column's left edge and to its right edge."""

    indent: float
    indent_right: float = 0


def sign(
    pejabat: Pejabat, style: Style, place: Place, before: tuple[Block, ...] = ()
) -> Together:
    """Return the block that never stands alone on a page."""
    return Together((*before, *signature(pejabat, style, place)))


def signature(
    pejabat: Pejabat, style: Style, place: Place, ink: float = INK
) -> tuple[Block, ...]:
    """Return jabatan, room for ink, name, pangkat and NIP."""
    nama = Run(pejabat.nama, bold=True, underline=True) if pejabat.nama else Run(DOTS)
    lines: list[Block] = [
        *(_line(Run(text, bold=True), style, place) for text in jabatan(pejabat)),
        Space(ink),
        _line(nama, style, place),
    ]
    if pejabat.pangkat:
        lines.append(_line(Run(pejabat.pangkat), style, place))
    nip = pejabat.nip or "." * 28
    lines.append(_line(Run(f"NIP. {nip}"), style, place))
    return tuple(lines)


def jabatan(pejabat: Pejabat) -> tuple[str, ...]:
    """Return ``Plt. CAMAT KAMPAK,`` as it stands over a signature.

    Who signs for another (a.n.) names the other's jabatan first, then his own.
    """
    own, awalan = f"{pejabat.jabatan.upper()},", pejabat.kapasitas.awalan
    if pejabat.kapasitas is Kapasitas.AN:
        return f"{awalan}{pejabat.atas_nama.upper()}", own
    return (f"{awalan}{own}",)


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
