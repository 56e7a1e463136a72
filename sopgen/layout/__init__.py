"""Turn a SOP into a chart: columns, rows, symbols, arrows and pages, in mm."""

from sopgen.layout.beside import arrange_alike
from sopgen.layout.fitted import arrange
from sopgen.layout.legible import PELAKSANA_BANYAK as BANYAK
from sopgen.layout.legible import most_pelaksana
from sopgen.layout.order import URUTAN, propose_order
from sopgen.layout.room import Room

__all__ = [
    "BANYAK",
    "URUTAN",
    "Room",
    "arrange",
    "arrange_alike",
    "most_pelaksana",
    "propose_order",
]
