"""Mark findings in a copy of a workbook: coloured cells, comments, a list of all."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.spec.workbook import looks
from sopgen.spec.workbook.cells import DANGEROUS
from sopgen.spec.workbook.lembar import TEMUAN
from sopgen.spec.workbook.looks import painter_of
from sopgen.spec.workbook.saved import saved
from sopgen.spec.workbook.slim import slim

#: The colours of cells by the weight of what was found in them.
COLOURS = {
    Severity.ERROR: PatternFill("solid", fgColor="F8CBAD"),
    Severity.WARNING: PatternFill("solid", fgColor="FFE699"),
    Severity.INFO: PatternFill("solid", fgColor="DDEBF7"),
}
KATA = {
    Severity.ERROR: "kesalahan",
    Severity.WARNING: "peringatan",
    Severity.INFO: "catatan",
}
HEAD = (
    ("Tempat", 22), ("Tingkat", 13), ("Kode", 10), ("Temuan", 80), ("Saran", 70),
)  # fmt: skip
WEIGHT = (Severity.INFO, Severity.WARNING, Severity.ERROR)


def annotate(data: bytes, findings: Sequence[Diagnostic]) -> bytes:
    """Return a copy of a harmless workbook with what was found in it.

    Not all that lies over the cells survives (``overlay`` tells what): the copy is for
    reading, the office goes on with its own file.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(slim(data)), keep_links=False, rich_text=True)
    _disarm(book)
    if TEMUAN in book.sheetnames:
        book.remove(book[TEMUAN])
    for place, found in _by_cell(findings).items():
        name, _, address = place.rpartition("!")
        if name in book.sheetnames:
            _mark(book[name], address, found)
    _list(book, findings)
    return saved(book)


def _disarm(book: Workbook) -> None:
    """Write dangerous formulas as the text they are; make comments readable again."""
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):
            if cell.data_type == "f" and DANGEROUS.search(str(cell.value)):
                cell.value = str(getattr(cell.value, "text", cell.value))
                cell.data_type, cell.quotePrefix = "s", True
            if cell.comment is not None:
                looks.resize(cell.comment)


def _by_cell(findings: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    cells: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        for place in _places(finding):
            cells.setdefault(place, []).append(finding)
    return cells


def _places(finding: Diagnostic) -> tuple[str, ...]:
    """Return the cells of a finding, each once, its own first."""
    spans = (finding.span, *finding.juga)
    return tuple(dict.fromkeys(span.place for span in spans if span.place))


def _mark(sheet: Worksheet, address: str, found: Sequence[Diagnostic]) -> None:
    """Colour a cell and say in a comment what was found."""
    cell = sheet[address]
    if isinstance(cell, MergedCell):
        area = next(a for a in sheet.merged_cells.ranges if address in a)
        cell = sheet.cell(area.min_row, area.min_col)
    worst = max((f.severity for f in found), key=WEIGHT.index)
    cell.fill = COLOURS[worst]
    told = "\n".join(
        f"{f.message}" + (f"\nSaran: {f.saran}" if f.saran else "") for f in found
    )
    if cell.comment is not None and not cell.comment.text.startswith(told):
        told = f"{told}\n\n{cell.comment.text}"
    _say(cell, told)


def _say(cell: Cell, text: str) -> None:
    cell.comment = Comment(text, looks.AUTHOR)
    looks.resize(cell.comment)


def _list(book: Workbook, findings: Sequence[Diagnostic]) -> None:
    """Add the sheet of all findings, each place of theirs with a link to its cell."""
    painter = painter_of(book)
    sheet: Worksheet = book.create_sheet(TEMUAN, 0)
    looks.widths(sheet, [width for _, width in HEAD])
    for n, (title, _) in enumerate(HEAD, 1):
        painter.write(sheet, (1, n), title, "kepala")
    lines = ((finding, line) for finding in findings for line in _lines(finding))
    for row, (finding, texts) in enumerate(lines, 2):
        for n, text in enumerate(texts, 1):
            painter.write(sheet, (row, n), text, "isian")
        sheet.cell(row, 2).fill = COLOURS[finding.severity]
        name, _, address = texts[0].rpartition("!")
        if name in book.sheetnames:
            target = name.replace("'", "''")
            here = sheet.cell(row, 1)
            where = f"'{target}'!{address}"
            here.hyperlink = Hyperlink(ref=here.coordinate, location=where)
        pairs = zip(texts, (width for _, width in HEAD), strict=True)
        looks.fit_row(sheet, row, list(pairs))
    if not findings:
        painter.write(sheet, (2, 4), "tidak ada temuan", "isian")
    sheet.freeze_panes = "A2"
    book.active = 0


def _lines(finding: Diagnostic) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield what is listed of a finding: itself, and a line for each further place."""
    first, *others = _places(finding) or (finding.span.label,)
    kind = KATA[finding.severity], finding.code
    yield first, *kind, finding.message, finding.saran
    for place in others:
        yield place, *kind, f"temuan yang sama seperti pada {first}", ""
