"""How a sheet is printed and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sopgen.kertas import read_kertas
from sopgen.model.document import Margins, Section, Sheet
from sopgen.model.nilai import dataclass
from sopgen.render.drawingml import emu
from sopgen.render.escaping import escaped
from sopgen.render.xlsx.board import Board
from sopgen.render.xlsx.content import clean

MM_PER_INCH = 25.4
#: Where header and footer stand, mm from the paper's edge.
HEAD_EDGE, FOOT_EDGE = 7.0, 8.0
#: Excel rounds rows up when it prints, and a chart's rows grow where text needs it:
#: the lower margin gives way by so much, mm.
ROUNDING, GROWTH = 1.5, 4.0
NAME_MAX = 31
#: Names that Excel keeps for itself, in English and Indonesian.
RESERVED = ("history", "riwayat")
ILLEGAL = re.compile(r"[\[\]:*?/\\]+")
#: The longest text of a header that Excel takes, shared by its three parts.
HEADER_MAX = 100


def sheet_name(text: str, taken: Iterable[str]) -> str:
    """Return a legal name for a sheet that no other has, at most 31 letters long."""
    every = {name.casefold() for name in taken}
    name = " ".join(ILLEGAL.sub("-", clean(text)).split()).strip("'- ") or "Lembar"
    if name.casefold() in RESERVED:
        name = f"Lembar {name}"
    made, number = _cut(name, NAME_MAX), 2
    while made.casefold() in every:
        tail = f" ({number})"
        made = _cut(name, NAME_MAX - len(tail)) + tail
        number += 1
    return made


def _cut(name: str, most: int) -> str:
    """Return a name no longer than most letters, cut between words if it can be."""
    if len(name) > most:
        short, _, _ = name[: most + 1].rpartition(" ")
        name = short if len(short) > most / 2 else name[:most]
    return name.rstrip("' ,-")


@dataclass(frozen=True, slots=True)
class Title:
    """What header and footer say: a number, and what the sheet is about."""

    nomor: str
    nama: str


def print_setup(section: Section, title: Title, pages: int) -> str:
    """Return how a sheet of so many pages is printed: paper, margins, head and foot."""
    head = {"C": _bold(section.mark) if section.mark else ""}
    foot = {"L": _small(title.nama)}
    counted = ""
    if section.hitung:
        head |= {"L": _small(title.nomor), "R": _count(str(pages))}
        counted = ' firstPageNumber="1" useFirstPageNumber="1"'
    else:
        head["R"], foot["R"] = _small(title.nomor), _count("&N")
    return (
        '<printOptions horizontalCentered="1"/>'
        f"{_margins(section.sheet.margins)}{_paper(section.sheet, counted)}"
        f"<headerFooter><oddHeader>{_joined(head)}</oddHeader>"
        f"<oddFooter>{_joined(foot)}</oddFooter></headerFooter>"
    )


def _joined(parts: Mapping[str, str]) -> str:
    """Return left, middle and right of a header or footer as Excel wants them."""
    each = (f"&{part}{parts[part]}" for part in "LCR" if parts.get(part))
    return escaped("".join(each))


def _small(text: str) -> str:
    return f"&8 {_plain(text)}"


def _bold(text: str) -> str:
    return f'&"Arial,Bold"&12 {_plain(text)}'


def _plain(text: str) -> str:
    """Return plain text: an ampersand would be a command."""
    return clean(text)[:HEADER_MAX].replace("\n", " ").replace("&", "&&")


def _count(dari: str) -> str:
    """Say which page of how many it is."""
    return f"&8 Halaman &P dari {dari}"


def _margins(m: Margins) -> str:
    each = {
        "left": m.left,
        "right": m.right,
        "top": m.top,
        "bottom": m.bottom - ROUNDING - GROWTH,
        "header": HEAD_EDGE,
        "footer": FOOT_EDGE,
    }
    made = " ".join(f'{k}="{mm / MM_PER_INCH:.16g}"' for k, mm in each.items())
    return f"<pageMargins {made}/>"


def _paper(paper: Sheet, counted: str) -> str:
    """Return the paper, as wide as the sheet; pages are as high as they are broken."""
    turned = "landscape" if paper.width > paper.height else "portrait"
    size = _size(*sorted((paper.width, paper.height)))
    fit = 'fitToWidth="1" fitToHeight="0"'
    return f'<pageSetup {size}{counted} orientation="{turned}" {fit}/>'


def _size(width: float, height: float) -> str:
    """Return the size of a paper: Excel's number for it, else its sides."""
    for kertas in read_kertas().values():
        if kertas.excel and (kertas.lebar, kertas.tinggi) == (width, height):
            return f'paperSize="{kertas.excel}"'
    return f'paperHeight="{height:g}mm" paperWidth="{width:g}mm"'


def page_breaks(board: Board, section: Section, kept: list[range]) -> None:
    """Break before rows that no page holds any more; what is kept is not parted.

    Where nothing else helps, a page goes on below its paper.
    """
    room = emu(section.sheet.column[1] + ROUNDING)
    ys, end = board.ys, len(board.heights)
    inner = {row for rows in kept for row in rows[1:]}
    free = [row for row in range(1, end) if row not in inner]
    top = 0
    while ys[end] - ys[top] > room:
        fitting = [r for r in free if r > top and ys[r] - ys[top] <= room]
        later = next((r for r in free if r > top), end)
        top = fitting[-1] if fitting else later
        if top == end:
            return
        board.break_before(top)
