"""A workbook as a clerk draws it: generic shapes, loose lines, merged headings."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
DML = "http://schemas.openxmlformats.org/drawingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PX = 9525
WIDTHS = (5, 30, 14, 22, 11.5, 17, 24, 10, 24, 14, 9)
PELAKSANA = ("Petugas Loket", "Kasi Pelayanan", "Camat", "Arsiparis")
ROWS = (
    ("1.", "Menerima berkas permohonan", "KTP, KK", 5, "Berkas"),
    ("2", "Memeriksa kelengkapan berkas", "Berkas", "10 menit", "Berkas lengkap"),
    (3, "Mencatat dalam buku register", "Berkas lengkap", "5 menit", "Nomor register"),
    ("", "", "", "", ""),
    ("4", "Menandatangani surat", "Konsep surat", "1 hari", "Surat"),
    ("5", "Membubuhkan cap dinas", "Surat", "2 menit", "Surat bercap"),
    ("6", "Menyimpan arsip", "Surat bercap", "5 menit", "Arsip"),
    (
        "7",
        "Menyerahkan surat kepada pemohon",
        "Surat bercap",
        "5 menit",
        "Tanda terima",
    ),
)
#: The sheet's row, from 0, of the heading and of the first kegiatan.
HEAD, FIRST = 18, 20
HEIGHT_PX = 80


@dataclass
class Pen:
    """Draws over cells: a place is a column and a row (from 0) with parts of them."""

    widths: tuple[float, ...] = WIDTHS
    shapes: list[str] = field(default_factory=list)

    def _mark(self, x: float, y: float) -> str:
        column, row = int(x), int(y)
        width = int(self.widths[column] * 7 + 0.5) if column < len(self.widths) else 64
        height = HEIGHT_PX if row >= FIRST else 20
        off_x, off_y = round((x - column) * width * PX), round((y - row) * height * PX)
        return (
            f"<xdr:col>{column}</xdr:col><xdr:colOff>{off_x}</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>{off_y}</xdr:rowOff>"
        )

    def _add(self, box: tuple[float, float, float, float], inner: str) -> None:
        x0, y0, x1, y1 = box
        self.shapes.append(
            f"<xdr:twoCellAnchor><xdr:from>{self._mark(x0, y0)}</xdr:from>"
            f"<xdr:to>{self._mark(x1, y1)}</xdr:to>{inner}<xdr:clientData/>"
            "</xdr:twoCellAnchor>"
        )

    def shape(
        self, preset: str, box: tuple[float, float, float, float], text: str = ""
    ) -> None:
        """Draw a shape; its border comes from the style, as Excel does it."""
        number = len(self.shapes) + 2
        self._add(
            box,
            f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" '
            f'name="Rectangle {number}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm>'
            '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
            f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom></xdr:spPr>'
            '<xdr:style><a:lnRef idx="2"/><a:fillRef idx="1"/><a:effectRef idx="0"/>'
            '<a:fontRef idx="minor"/></xdr:style>'
            f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
            "</xdr:txBody></xdr:sp>",
        )

    def picture(self, box: tuple[float, float, float, float]) -> None:
        """Draw a box as a picture."""
        number = len(self.shapes) + 2
        self._add(
            box,
            f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="Picture {number}"/>'
            "<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill/><xdr:spPr><a:xfrm><a:off "
            'x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"/>'
            "</xdr:spPr></xdr:pic>",
        )

    def words(self, text: str, box: tuple[float, float, float, float]) -> None:
        """Write a text box."""
        number = len(self.shapes) + 2
        self._add(
            box,
            f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" '
            f'name="TextBox {number}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></xdr:spPr>'
            f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
            "</xdr:txBody></xdr:sp>",
        )

    def line(
        self, start: tuple[float, float], end: tuple[float, float], look: str = "arrow"
    ) -> None:
        """Draw a straight line; look is arrow, plain or dash."""
        number = len(self.shapes) + 2
        (x0, y0), (x1, y1) = start, end
        flips = ' flipH="1"' * (x1 < x0) + ' flipV="1"' * (y1 < y0)
        head = "" if look == "plain" else '<a:tailEnd type="arrow"/>'
        dash = '<a:prstDash val="sysDash"/>' if look == "dash" else ""
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self._add(
            box,
            f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" '
            f'name="Line {number}"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr>'
            f'<a:xfrm{flips}><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{dash}'
            f"{head}</a:ln></xdr:spPr></xdr:cxnSp>",
        )


def clerk_workbook() -> bytes:
    """Return the workbook: a sheet with a SOP and one with notes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "SOP Loket"
    _identity(sheet)
    _table(sheet)
    book.create_sheet("Catatan")["A1"] = "catatan rapat"
    stream = BytesIO()
    book.save(stream)
    pen = Pen()
    _draw(pen)
    return with_drawing(stream.getvalue(), pen)


def _identity(sheet: Worksheet) -> None:
    left = "PEMERINTAH KABUPATEN CONTOH\nKECAMATAN MEKARSARI\nSEKSI PELAYANAN UMUM"
    sheet["A1"] = left
    sheet.merge_cells("A1:D6")
    fields = (
        ("NOMOR SOP", "065/SOP.03/412.07/2019"),
        ("TGL. PEMBUATAN", "2 Januari 2019"),
        ("TGL. REVISI", "-"),
        ("TGL. EFEKTIF", "4 Januari 2019"),
        ("DISAHKAN OLEH", "Plt. CAMAT MEKARSARI\n\nDrs. BUDI SANTOSO, M.Si.\nPembina\n"
         "NIP. 19690518 199710 1 001"),
        ("NAMA SOP", "PELAYANAN SURAT KETERANGAN DAN SKTM"),
    )  # fmt: skip
    for row, (label, value) in enumerate(fields, 1):
        sheet[f"E{row}"], sheet[f"G{row}"] = label, ":"
        sheet[f"H{row}"] = value
        sheet.merge_cells(f"E{row}:F{row}")
        sheet.merge_cells(f"H{row}:K{row}")
    pairs = (
        ("DASAR HUKUM", ("1. UU Nomor 25 Tahun 2009;", "2. PP Nomor 96 Tahun 2012"),
         "KUALIFIKASI PELAKSANA", ("- Memahami tata naskah", "- Teliti")),
        ("KETERKAITAN", ("SOP Surat Masuk",), "PERALATAN / PERLENGKAPAN",
         ("a. Komputer", "b. Buku register")),
        ("PERINGATAN", ("Apabila tidak dilaksanakan maka pelayanan terhambat",),
         "PENCATATAN DAN PENDATAAN", ("Buku register",)),
    )  # fmt: skip
    row = 7
    for left_name, left_items, right_name, right_items in pairs:
        sheet[f"A{row}"], sheet[f"E{row}"] = left_name, right_name
        for n in range(2):
            if n < len(left_items):
                sheet[f"A{row + n + 1}"] = left_items[n]
            if n < len(right_items):
                sheet[f"E{row + n + 1}"] = right_items[n]
        row += 3


def _table(sheet: Worksheet) -> None:
    _heading(sheet, HEAD + 1)
    for n, texts in enumerate(ROWS):
        row = FIRST + 1 + n
        sheet.row_dimensions[row].height = HEIGHT_PX * 0.75
        for column, value in zip((1, 2, 7, 8, 9), texts, strict=True):
            sheet.cell(row, column, value or None)
    for n, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJK"[n]].width = width
    for row in range(1, FIRST + 1):
        sheet.row_dimensions[row].height = 15


def _heading(sheet: Worksheet, top: int) -> None:
    first = {1: "No.", 2: "URAIAN PROSEDUR", 3: "PELAKSANA", 7: "MUTU BAKU"}
    for column, text in {**first, 10: "KET", 11: "Paraf"}.items():
        sheet.cell(top, column, text)
    for area in ("A{0}:A{1}", "B{0}:B{1}", "C{0}:F{0}", "G{0}:I{0}", "J{0}:J{1}"):
        sheet.merge_cells(area.format(top, top + 1))
    below = (*PELAKSANA, "Persyaratan/ Kelengkapan", "Waktu", "Out put")
    for n, text in enumerate(below):
        sheet.cell(top + 1, 3 + n, text.replace(" ", "\n"))


def _box(column: int, row: int) -> tuple[float, float, float, float]:
    """Return where a symbol stands in the cell of a row of the table."""
    return (column + 0.2, FIRST + row + 0.3, column + 0.8, FIRST + row + 0.72)


def _draw(pen: Pen) -> None:
    y = FIRST
    pen.shape("ellipse", _box(2, 0), "Mulai")
    pen.shape("diamond", _box(3, 1))
    pen.shape("rect", _box(2, 2))
    pen.shape("rect", _box(4, 4))
    pen.shape("flowChartOfflineStorage", _box(5, 6))
    pen.shape("roundRect", _box(2, 7), "SELESAI")
    pen.line((2.5, y + 0.73), (3.2, y + 1.45))  # 1 -> 2, slanted
    pen.line((3.48, y + 1.74), (2.8, y + 2.47))  # 2 -> 3 Ya, slanted
    pen.words("Ya", (3.2, y + 1.8, 3.4, y + 1.98))
    pen.line((3.55, y + 1.29), (2.83, y + 0.52))  # 2 -> 1 Tidak
    pen.words("Tidak", (3.5, y + 1.0, 3.8, y + 1.2))
    pen.line((2.5, y + 2.75), (2.5, y + 4.5), "plain")  # 3 -> 4 in two pieces
    pen.line((2.5, y + 4.5), (4.17, y + 4.5))
    pen.line((4.5, y + 4.72), (5.45, y + 6.3))  # 4 -> 6
    pen.line((4.3, y + 4.72), (2.6, y + 7.29), "dash")  # 4 -> 7 tembusan
    pen.line((5.2, y + 6.55), (2.8, y + 7.45), "plain")  # 6 -> 7 without a head


def with_drawing(data: bytes, pen: Pen, sheet: str = "sheet1") -> bytes:
    """Return a workbook whose sheet has what was drawn."""
    drawing = (
        f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{DML}">{"".join(pen.shapes)}</xdr:wsDr>'
    )
    return with_parts(data, dict(_parts(data, drawing, sheet)))


def _parts(data: bytes, drawing: str, sheet: str) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(f"xl/worksheets/{sheet}.xml").decode()
        kinds = archive.read("[Content_Types].xml").decode()
    tag = f'<drawing xmlns:r="{REL}" r:id="rId99"/></worksheet>'
    yield f"xl/worksheets/{sheet}.xml", text.replace("</worksheet>", tag)
    yield (
        f"xl/worksheets/_rels/{sheet}.xml.rels",
        (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="rId99" Type="{REL}/drawing" '
            'Target="/xl/drawings/drawing1.xml"/></Relationships>'
        ),
    )
    yield "xl/drawings/drawing1.xml", drawing
    override = (
        '<Override PartName="/xl/drawings/drawing1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>'
    )
    yield "[Content_Types].xml", kinds.replace("</Types>", override)


def with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    """Return a package with some parts replaced or added."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return made.getvalue()
