"""How the cells of an old workbook show their numbers."""

from __future__ import annotations

from lxml import etree

from sopgen.ooxml import Package
from sopgen.takeover.xmlread import attr, child, children, number

STYLES = "xl/styles.xml"
GENERAL = "General"
#: Excel's own formats that a file does not spell out: those of dates and the like.
BUILT_IN = {
    1: "0", 2: "0.00", 9: "0%", 10: "0.00%", 14: "d/m/yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "d/m/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
}  # fmt: skip


def read_looks(package: Package) -> tuple[str, ...]:
    """Return the format of numbers of each look; none where that cannot be read."""
    if STYLES not in package.parts:
        return ()
    try:
        root = package.xml(STYLES)
    except etree.XMLSyntaxError:
        return ()
    codes = dict(BUILT_IN)
    for one in children(child(root, "numFmts"), "numFmt"):
        codes[int(number(attr(one, "numFmtId"), -1))] = attr(one, "formatCode")
    looks = children(child(root, "cellXfs"), "xf")
    return tuple(codes.get(int(number(attr(x, "numFmtId"), 0)), GENERAL) for x in looks)
