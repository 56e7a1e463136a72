"""Mark findings in a copy of a workbook: coloured cells, comments, a list of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.nilai import dataclass
from sopgen.sheetxml import Book, Remark, Sheet, empty_sheet, open_book
from sopgen.spec.workbook import looks
from sopgen.spec.workbook.cells import DANGEROUS
from sopgen.spec.workbook.lembar import TEMUAN
from sopgen.spec.workbook.tampang import look_of

#: The colours of cells by the weight of what was found in them.
COLOURS = {
    Severity.ERROR: "F8CBAD",
    Severity.WARNING: "FFE699",
    Severity.INFO: "DDEBF7",
}
#: The colour of cells that were mended.
MENDED = "C6E0B4"
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

    All that is not marked stays as it is, shapes and rules of cells, too; only what
    would start a program or fetch something is written as the text it is.
    """
    book = open_book(data)
    book.without_links()
    for name in book.names:
        book.sheet(name).disarm(DANGEROUS)
    if TEMUAN in book.names:
        book.remove(TEMUAN)
    for place, found in _by_cell(findings).items():
        name, _, address = place.rpartition("!")
        if name in book.names:
            _mark(book.sheet(name), address, found)
    List(book).write(findings)
    return book.packed()


def mark_changes(data: bytes, changes: Mapping[str, str]) -> bytes:
    """Return a workbook in which cells are coloured and say what became of them."""
    book = open_book(data)
    for place, told in changes.items():
        name, _, address = place.rpartition("!")
        if name in book.names:
            sheet = book.sheet(name)
            address = sheet.anchor(address)
            sheet.fill(address, MENDED)
            said = sheet.comments.text(address)
            text = f"{told}\n\n{said}" if said else told
            sheet.remark(address, Remark(text, looks.AUTHOR, *looks.size_of(text)))
    return book.packed()


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


def _mark(sheet: Sheet, address: str, found: Sequence[Diagnostic]) -> None:
    """Colour a cell and say in a comment what was found."""
    address = sheet.anchor(address)
    worst = max((f.severity for f in found), key=WEIGHT.index)
    sheet.fill(address, COLOURS[worst])
    told = "\n".join(
        f"{f.message}" + (f"\nSaran: {f.saran}" if f.saran else "") for f in found
    )
    said = sheet.comments.text(address)
    if said and not said.startswith(told):
        told = f"{told}\n\n{said}"
    sheet.remark(address, Remark(told, looks.AUTHOR, *looks.size_of(told)))


@dataclass(frozen=True, slots=True)
class List:
    """The sheet of all findings, each place of theirs with a link to its cell."""

    book: Book

    def write(self, findings: Sequence[Diagnostic]) -> None:
        """Put the sheet before all others."""
        widths = [float(width) for _, width in HEAD]
        sheet = self.book.add_first(TEMUAN, empty_sheet(widths, 2))
        head, text = look_of(self.book, "kepala"), look_of(self.book, "isian")
        for n, (title, _) in enumerate(HEAD, 1):
            sheet.write((1, n), title, head)
        lines = ((finding, line) for finding in findings for line in _lines(finding))
        for row, (finding, texts) in enumerate(lines, 2):
            for n, one in enumerate(texts, 1):
                sheet.write((row, n), one.strip("\n").rstrip(), text)
            sheet.fill(f"B{row}", COLOURS[finding.severity])
            self._link(sheet, row, texts[0])
            sheet.heighten(row, looks.height_of(tuple(zip(texts, widths, strict=True))))
        if not findings:
            sheet.write((2, 4), "tidak ada temuan", text)

    def _link(self, sheet: Sheet, row: int, place: str) -> None:
        name, _, address = place.rpartition("!")
        if name in self.book.names:
            target = name.replace("'", "''")
            sheet.link(f"A{row}", f"'{target}'!{address}")


def _lines(finding: Diagnostic) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield what is listed of a finding: itself, and a line for each further place."""
    first, *others = _places(finding) or (finding.span.label,)
    kind = KATA[finding.severity], finding.code
    yield first, *kind, finding.message, finding.saran
    for place in others:
        yield place, *kind, f"temuan yang sama seperti pada {first}", ""
