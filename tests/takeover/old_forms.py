"""Old SOP with headings of all kinds: the same four kegiatan below each of them.

A heading is written as it looks: ``|`` between cells, ``<`` for a cell that is merged
with the one to its left, ``^`` with the one above it, nothing for an empty one.
``columns`` says what stands below: n(omor), k(egiatan), digits for the pelaksana,
s(yarat), w(aktu), h(asil), t for the remark, x for something else.

An identity is written in the same way, ``¶`` where a line ends within a cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.takeover.clerk_docx import ROW, Desk, package
from tests.takeover.clerk_xlsx import FIRST, HEIGHT_PX, Pen, with_drawing

NAMES = ("Pemohon", "Juru Tulis", "Lurah", "Kasi Umum")
TEXTS = (
    {"n": "1", "k": "Mengisi blangko", "s": "Blangko", "w": "5 menit", "h": "Isian"},
    {"n": "2", "k": "Meneliti isian", "s": "Isian", "w": "7 menit", "h": "Isian benar"},
    {"n": "3", "k": "Membubuhkan paraf", "s": "Konsep", "w": "9 menit", "h": "Paraf"},
    {"n": "4", "k": "Mengambil hasil", "s": "Hasil", "w": "3 menit", "h": "Bukti"},
)
#: Who does each kegiatan, by number of the pelaksana, and what is drawn there.
SYMBOLS = (("terminator", 0), ("keputusan", 1), ("proses", 3), ("terminator", 0))
#: Widths of columns in mm by the letter of what stands below.
WIDTHS = {"n": 10.0, "k": 42.0, "s": 26.0, "w": 18.0, "h": 26.0, "t": 20.0, "x": 20.0}
LANE, LINE = 26.0, 7.0
#: A digit of Excel's column widths, mm.
DIGIT = 7 * 9525 / 36000


Grid = tuple[str, ...]


@dataclass(frozen=True)
class Span:
    """A cell of a grid, perhaps merged with others."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def cells_of(grid: Grid) -> list[list[str]]:
    """Return the texts and marks of a grid, row by row, all rows as wide."""
    rows = [line.replace("¶", "\n").split("|") for line in grid]
    wide = max(map(len, rows), default=0)
    return [[*row, *[""] * (wide - len(row))] for row in rows]


def spans(grid: Grid) -> Iterator[Span]:
    """Yield every cell of a grid."""
    cells = cells_of(grid)
    for row, line in enumerate(cells):
        for column, text in enumerate(line):
            if text in ("<", "^"):
                continue
            wide = 1
            while line[column + wide : column + wide + 1] == ["<"]:
                wide += 1
            high = 1
            while cells[row + high : row + high + 1] and (
                cells[row + high][column] == "^"
            ):
                high += 1
            yield Span(row, column, high, wide, text)


@dataclass(frozen=True)
class Form:
    """A heading with what stands below its columns, and what is typed there.

    ``marks`` are typed for the pelaksana of each kegiatan.
    """

    heading: tuple[str, ...]
    columns: str
    drawn: bool = True
    more: str = "Catatan"
    marks: tuple[str, ...] = ()

    @property
    def widths(self) -> tuple[float, ...]:
        """Return the widths of the columns, mm."""
        return tuple(WIDTHS.get(letter, LANE) for letter in self.columns)

    def at(self, lane: int) -> int:
        """Return the column of a pelaksana."""
        return self.columns.index(str(lane + 1))

    def text(self, row: int, column: int) -> str:
        """Return what is typed below a column."""
        letter = self.columns[column]
        if self.marks and column == self.at(SYMBOLS[row][1]):
            return self.marks[row]
        return self.more if letter == "x" else TEXTS[row].get(letter, "")


#: The form that most offices use.
PLAIN = Form(
    (
        "No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|Ket",
        "^|^|Pemohon|Juru Tulis|Lurah|Kasi Umum|Kelengkapan|Waktu|Output|^",
    ),
    "nk1234swht",
)


def old_workbook(form: Form, identity: Grid = (), *, apart: bool = True) -> bytes:
    """Return a workbook with the identity, a title, the heading and four kegiatan.

    The identity stands apart on a sheet of its own, else above the chart.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Bagan"
    if identity:
        _write(book.create_sheet("Identitas", 0) if apart else sheet, 0, identity)
    top = FIRST - len(form.heading)
    sheet.cell(top - 1, 1, "SOP SURAT PENGANTAR")
    _write(sheet, top, form.heading)
    for row in range(len(TEXTS)):
        sheet.row_dimensions[FIRST + row + 1].height = HEIGHT_PX * 0.75
        for column in range(len(form.columns)):
            sheet.cell(FIRST + row + 1, column + 1, form.text(row, column) or None)
    digits = tuple(round(width / DIGIT) for width in form.widths)
    for column, width in enumerate(digits, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row in range(1, FIRST + 1):
        sheet.row_dimensions[row].height = 15
    stream = BytesIO()
    book.save(stream)
    pen = Pen(digits)
    if form.drawn:
        _draw(form, pen)
    number = len(book.sheetnames)
    return with_drawing(stream.getvalue(), pen, f"sheet{number}")


def _write(sheet: Worksheet, top: int, grid: Grid) -> None:
    for one in spans(grid):
        row, column = top + one.row + 1, one.column + 1
        sheet.cell(row, column, one.text or None)
        if one.rows > 1 or one.columns > 1:
            sheet.merge_cells(
                start_row=row, start_column=column,
                end_row=row + one.rows - 1, end_column=column + one.columns - 1,
            )  # fmt: skip


def _draw(form: Form, pen: Pen) -> None:
    presets = {"terminator": "flowChartTerminator", "keputusan": "flowChartDecision"}
    names = ("Mulai", "", "", "Selesai")
    for row, (simbol, lane) in enumerate(SYMBOLS):
        x, top = form.at(lane), FIRST + row
        box = (x + 0.2, top + 0.3, x + 0.8, top + 0.7)
        pen.shape(presets.get(simbol, "flowChartProcess"), box, names[row])
    a, b, c, d = (form.at(lane) + 0.5 for _, lane in SYMBOLS)
    y = FIRST
    pen.line((a, y + 0.7), (b - 0.1, y + 1.36))
    pen.line((b + 0.3, y + 1.5), (c - 0.1, y + 2.3))
    pen.words("Ya", (b + 0.35, y + 1.3, b + 0.6, y + 1.5))
    pen.line((b + 0.05, y + 1.32), (a + 0.3, y + 0.5))
    pen.words("Tidak", (b - 0.2, y + 1.0, b + 0.1, y + 1.15))
    pen.line((c, y + 2.7), (d + 0.3, y + 3.5))


def old_document(form: Form, *identities: Grid) -> bytes:
    """Return a document with tables, a title, the heading and four kegiatan."""
    head = LINE * len(form.heading)
    desk = Desk(columns=form.widths, head=head, rows=len(TEXTS))
    if form.drawn:
        _draw_in_word(form, desk)
    rows = _rows(form.heading)
    for row in range(len(TEXTS)):
        shapes = "".join(desk.drawn.get(row, []))
        texts = (form.text(row, column) for column in range(len(form.columns)))
        cells = [
            _cell(text, "", shapes if n == 0 else "") for n, text in enumerate(texts)
        ]
        rows += _row(cells, ROW)
    every = [_table(_rows(one), [40.0] * len(cells_of(one)[0])) for one in identities]
    every.append(_para("SOP SURAT PENGANTAR") + _table(rows, list(form.widths)))
    section = '<w:sectPr><w:pgSz w:w="20409" w:h="12189"/></w:sectPr>'
    return package("<w:p/>".join([*every, section]))


def _table(rows: str, widths: list[float]) -> str:
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _draw_in_word(form: Form, desk: Desk) -> None:
    presets = {"terminator": "flowChartTerminator", "keputusan": "flowChartDecision"}
    lefts, tops = [], []
    for row, (simbol, lane) in enumerate(SYMBOLS):
        text = {0: "Mulai", 3: "Selesai"}.get(row, "")
        preset = presets.get(simbol, "flowChartProcess")
        desk.shape(preset, form.at(lane) - 2, row, text)
        lefts.append(sum(form.widths[: form.at(lane)]) + 5)
        tops.append(desk.head + row * ROW + 5)
    (a, b, c, d), (p, q, r, s) = lefts, tops
    desk.line((a + 8, p + 9.4), (b + 6, q + 0.6))
    desk.line((b + 16.3, q + 4.5), (c + 6, r - 0.4))
    desk.words("Ya", b + 17, q)
    desk.line((b + 9, q - 0.4), (a + 16.4, p + 5))
    desk.words("Tidak", b + 9, q - 7)
    desk.line((c + 2, r + 9.4), (d + 16.4, s + 4))


def _rows(grid: Grid) -> str:
    """Return the rows of a grid as Word writes them."""
    starts = {(one.row, one.column): one for one in spans(grid)}
    made = ""
    for row, line in enumerate(cells_of(grid)):
        cells, column = [], 0
        while column < len(line):
            above = row
            while (above, column) not in starts:
                above -= 1
            one = starts[above, column]
            how = "" if one.rows == 1 else "<w:vMerge/>"
            if above == row and how:
                how = '<w:vMerge w:val="restart"/>'
            text = one.text if above == row else ""
            cells.append(_cell(text, f'<w:gridSpan w:val="{one.columns}"/>{how}'))
            column += one.columns
        made += _row(cells, LINE)
    return made


def _row(cells: list[str], height: float) -> str:
    pr = f'<w:trPr><w:trHeight w:val="{_twips(height)}" w:hRule="exact"/></w:trPr>'
    return f"<w:tr>{pr}{''.join(cells)}</w:tr>"


def _cell(text: str, pr: str, more: str = "") -> str:
    lines = [
        _para(line, more if n == 0 else "") for n, line in enumerate(text.split("\n"))
    ]
    return f"<w:tc><w:tcPr>{pr}</w:tcPr>{''.join(lines)}</w:tc>"


def _para(text: str, more: str = "") -> str:
    return f"<w:p>{more}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def _twips(length: float) -> int:
    return round(length / 25.4 * 1440)
