"""How a sheet is printed and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PrintPageSetup
from openpyxl.worksheet.properties import PageSetupProperties

from sopgen.kertas import read_kertas
from sopgen.model.document import Section, Sheet
from sopgen.render.drawingml import emu
from sopgen.render.xlsx.board import Board, clean

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


def set_up(board: Board, section: Section, title: Title, titles: range) -> None:
    """Set paper, margins, area, repeated rows, header and footer of a sheet."""
    sheet = board.sheet
    _paper(board, section.sheet)
    last = f"{get_column_letter(len(board.widths))}{len(board.heights)}"
    sheet.print_area = f"A1:{last}"
    if titles:
        sheet.print_title_rows = f"{titles.start + 1}:{titles.stop}"
    if section.mark:
        _put(sheet.oddHeader.center, section.mark, bold=True)
    _put(sheet.oddFooter.left, title.nama)
    if section.hitung:
        _put(sheet.oddHeader.left, title.nomor)
        _count(sheet.oddHeader.right, str(len(sheet.row_breaks) + 1))
        sheet.page_setup.useFirstPageNumber = True
        sheet.page_setup.firstPageNumber = 1
    else:
        _put(sheet.oddHeader.right, title.nomor)
        _count(sheet.oddFooter.right, "&N")
    sheet.sheet_view.showGridLines = False


def _count(item: HeaderFooterItem, dari: str) -> None:
    """Say which page of how many it is."""
    item.text = f"Halaman &P dari {dari}"
    item.size = 8


def _paper(board: Board, paper: Sheet) -> None:
    sheet, margins = board.sheet, board.sheet.page_margins
    _size(sheet.page_setup, *sorted((paper.width, paper.height)))
    wide = paper.width > paper.height
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    m = paper.margins
    margins.top = m.top / MM_PER_INCH
    margins.bottom = (m.bottom - ROUNDING - GROWTH) / MM_PER_INCH
    margins.left, margins.right = m.left / MM_PER_INCH, m.right / MM_PER_INCH
    margins.header, margins.footer = HEAD_EDGE / MM_PER_INCH, FOOT_EDGE / MM_PER_INCH


def _size(setup: PrintPageSetup, width: float, height: float) -> None:
    """Say the size of a paper: Excel's number for it, else its sides."""
    for kertas in read_kertas().values():
        if kertas.excel and (kertas.lebar, kertas.tinggi) == (width, height):
            setup.paperSize = kertas.excel
            return
    setup.paperWidth, setup.paperHeight = f"{width:g}mm", f"{height:g}mm"


def _put(item: HeaderFooterItem, text: str, *, bold: bool = False) -> None:
    """Write plain text: an ampersand would be a command."""
    item.text = clean(text)[:HEADER_MAX].replace("\n", " ").replace("&", "&&")
    item.size = 12 if bold else 8
    if bold:
        item.font = "Arial,Bold"


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
