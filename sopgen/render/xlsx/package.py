"""Save a workbook with native shapes over its sheets, always with the same bytes.

openpyxl writes charts and pictures only; these subclasses add ready-made anchors and
leave all else to it.  A workbook that openpyxl has loaded has lost its shapes: files
are written from scratch, never loaded and saved.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.relationship import Relationship
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.related import Related
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from sopgen.archive import packed, unpacked
from sopgen.render.markup import Element
from sopgen.render.xlsx.dml import NSMAP, Canvas

#: What is drawn over each sheet, by the sheet's title.
Shapes = Mapping[str, Canvas]


class ShapeDrawing(SpreadsheetDrawing):  # type: ignore[misc]
    """A sheet's pictures, and native shapes over them."""

    # openpyxl's metaclass would empty it, and pictures would vanish.
    __elements__ = SpreadsheetDrawing.__elements__

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.canvas = canvas

    def __bool__(self) -> bool:
        return bool(self.canvas.anchors) or super().__bool__()

    def _write(self) -> Element:
        tree = etree.fromstring(tostring(super()._write()))
        tree.extend(self.canvas.anchors)
        self._rels += (
            Relationship(id_, type="hyperlink", Target=place(sheet))
            for sheet, id_ in self.canvas.links.items()
        )
        # Choices require prefixes by name: they have to be declared.
        kept = ["xdr14", "mc", "a", "r"]
        etree.cleanup_namespaces(tree, top_nsmap=NSMAP, keep_ns_prefixes=kept)
        return tree


def place(sheet: str) -> str:
    """Return the address by which a shape leads to the top of a sheet."""
    return "#'{}'!A1".format(sheet.replace("'", "''"))


class SheetWriter(WorksheetWriter):  # type: ignore[misc]
    """Write a sheet that may have shapes and no pictures."""

    def write_drawings(self) -> None:
        """Refer to the drawing where there is one."""
        if self.ws._drawing:
            relation = Relationship(type="drawing", Target="")
            self._rels.append(relation)
            drawing = Related()
            drawing.id = relation.id
            self.xf.send(drawing.to_tree("drawing"))


class BookWriter(ExcelWriter):  # type: ignore[misc]
    """Write a workbook whose sheets have native shapes."""

    def __init__(
        self, book: Workbook, archive: zipfile.ZipFile, shapes: Shapes
    ) -> None:
        super().__init__(book, archive)
        self.shapes = shapes

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write a sheet with its drawing."""
        ws._drawing = ShapeDrawing(self.shapes.get(ws.title, Canvas((), ())))
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer = SheetWriter(ws)
        writer.write()
        ws._rels = writer._rels
        self._archive.write(writer.out, ws.path[1:])
        self.manifest.append(ws)
        writer.cleanup()


def saved(book: Workbook, shapes: Shapes) -> bytes:
    """Return the file's bytes, without the time in them."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        writer: Any = BookWriter(book, archive, shapes)
        writer.write_data()
    return packed(unpacked(target))
