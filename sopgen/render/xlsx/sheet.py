"""A sheet that is drawn: whatever of it does not depend on the file it stands in.

What depends on the file are the numbers of its looks, of its drawing and of its
pictures; a file puts them in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sopgen.model.nilai import dataclass
from sopgen.render.xlsx.board import Area, Board, Filled, Place
from sopgen.render.xlsx.grid import cell_name, column_name
from sopgen.render.xlsx.look import Style
from sopgen.render.xlsx.parts import MAIN, OFFICE

#: Pixels of a digit in Arial 10, the font that column widths are counted in.
DIGIT_PX = 7
POINTS_PER_PX = 0.75
#: Stands where the number of a look is to be put in: no XML holds it.
HOLE = "\0"
#: The last column of any sheet, from 0: as far as a page break reaches.
LAST_COLUMN = 16383
#: By which relation a sheet leads to its drawing.
DRAWING = "rId1"


class Picture(NamedTuple):
    """The bytes of a picture, and the suffix of its kind: png, jpeg."""

    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What lies over a sheet: its XML, the pictures in it, and where it leads.

    Pictures have the relations ``picture_id(1)`` and so on; ``links`` are those to
    other sheets of the file, by the names of the sheets.
    """

    xml: bytes
    pictures: tuple[Picture, ...]
    links: Mapping[str, str]


def picture_id(number: int) -> str:
    """Return by which relation a drawing leads to a picture, counted from 1."""
    return f"rId{number}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's XML in pieces: between each two stands the number of a cell's look.

    ``looks`` are those, as places in ``styles``.  ``area`` is what is printed and
    ``titles`` the rows that are repeated, on so many ``pages``.
    """

    pieces: tuple[str, ...]
    looks: tuple[int, ...] = ()
    styles: tuple[Style, ...] = ()
    drawing: Drawing | None = None
    area: str = ""
    titles: str = ""
    pages: int = 1

    def xml(self, numbers: Mapping[Style, int]) -> str:
        """Return its part in a file that has its styles under these numbers."""
        own = [str(numbers[style]) for style in self.styles]
        made = [self.pieces[0]]
        for look, piece in zip(self.looks, self.pieces[1:], strict=True):
            made += (own[look], piece)
        return "".join(made)


#: That of a file that has no other.
BLANK = Sheet((f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',))


def numbered(sheets: Iterable[Sheet]) -> Mapping[Style, int]:
    """Return the number of each style in a file of some sheets; 0 is no style."""
    every = dict.fromkeys(style for sheet in sheets for style in sheet.styles)
    return {style: number for number, style in enumerate(every, 1)}


def write_sheet(
    board: Board, printed: str, titles: range, drawing: Drawing | None
) -> Sheet:
    """Return the sheet of a full board, its styles in the order of its cells.

    ``printed`` is how it is printed, as XML, and ``titles`` are the rows that are
    repeated on each page.
    """
    cells = sorted(board.cells.items())
    in_order = dict.fromkeys(cell.style for _, cell in cells)
    used = {style: number for number, style in enumerate(in_order)}
    every = tuple(board.styles)
    last, rows = column_name(len(board.widths) - 1), max(len(board.heights), 1)
    xml = (
        f"{_top(board)}<sheetData>{''.join(_rows(board, cells))}</sheetData>"
        f"{_merged(board.merged)}{printed}{_breaks(board.breaks)}"
        f"{_drawing() if drawing else ''}</worksheet>"
    )
    return Sheet(
        pieces=tuple(xml.split(HOLE)),
        looks=tuple(used[cell.style] for _, cell in cells),
        styles=tuple(every[style] for style in used),
        drawing=drawing,
        area=f"$A$1:${last}${rows}",
        titles=f"${titles.start + 1}:${titles.stop}" if titles else "",
        pages=board.pages,
    )


def _top(board: Board) -> str:
    """Return what stands before the rows: how it is seen, and its columns."""
    last = cell_name(max(len(board.heights), 1) - 1, len(board.widths) - 1)
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width / DIGIT_PX:.16g}" customWidth="1"/>'
        for n, width in enumerate(board.widths, 1)
    )
    return (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{last}"/>'
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/><cols>{columns}</cols>'
    )


def _rows(board: Board, cells: Iterable[tuple[Place, Filled]]) -> Iterator[str]:
    lines: list[list[str]] = [[] for _ in board.heights]
    for (row, column), (_, (kind, inside, _)) in cells:
        name = cell_name(row, column)
        lines[row].append(f'<c r="{name}" s="{HOLE}"{kind}>{inside}</c>')
    for number, (height, line) in enumerate(zip(board.heights, lines, strict=True), 1):
        points = f'ht="{height * POINTS_PER_PX:g}" customHeight="1"'
        yield f'<row r="{number}" {points}>{"".join(line)}</row>'


def _merged(areas: list[Area]) -> str:
    if not areas:
        return ""
    made = "".join(
        f'<mergeCell ref="{cell_name(top, left)}:{cell_name(bottom - 1, right - 1)}"/>'
        for top, left, bottom, right in areas
    )
    return f'<mergeCells count="{len(areas)}">{made}</mergeCells>'


def _breaks(rows: list[int]) -> str:
    if not rows:
        return ""
    made = "".join(f'<brk id="{r}" max="{LAST_COLUMN}" man="1"/>' for r in rows)
    count = f'count="{len(rows)}" manualBreakCount="{len(rows)}"'
    return f"<rowBreaks {count}>{made}</rowBreaks>"


def _drawing() -> str:
    return f'<drawing r:id="{DRAWING}"/>'
