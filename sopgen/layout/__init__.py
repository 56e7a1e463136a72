"""Turn a SOP into a chart: columns, rows, symbols, arrows and pages, in mm."""

from sopgen.layout.arrange import arrange
from sopgen.layout.beside import Room, arrange_alike
from sopgen.layout.order import URUTAN, propose_order

__all__ = ["URUTAN", "Room", "arrange", "arrange_alike", "propose_order"]
