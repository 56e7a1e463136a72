"""Turn a SOP into a chart: columns, rows, symbols, arrows and pages, in mm."""

from sopgen.layout.arrange import arrange
from sopgen.layout.order import URUTAN, propose_order

__all__ = ["URUTAN", "arrange", "propose_order"]
