"""Turn a SOP into a chart: columns, rows, symbols, arrows and pages, in mm."""

from sopgen.layout.arrange import arrange
from sopgen.layout.order import propose_order

__all__ = ["arrange", "propose_order"]
