"""Write the cells of a workbook in its XML: what is not named stays byte for byte.

The one writer of cells, for marks, edits and the year's roll.  ``book`` has the
sheets, ``sheet`` the cells of one, ``shared`` the formulas that many have, ``styles``
how cells look, ``comments`` what is said of them.
"""

from sopgen.sheetxml.book import Book, empty_sheet, open_book
from sopgen.sheetxml.comments import Remark
from sopgen.sheetxml.parts import BrokenPartError
from sopgen.sheetxml.rows import Rows
from sopgen.sheetxml.sheet import ArrayFormulaError, Isi, Sheet

__all__ = [
    "ArrayFormulaError",
    "Book",
    "BrokenPartError",
    "Isi",
    "Remark",
    "Rows",
    "Sheet",
    "empty_sheet",
    "open_book",
]
