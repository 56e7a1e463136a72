"""The shapes of older Word files (VML), as the DrawingML that they mean.

What is made here is never written; it is read like any other drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from sopgen.takeover.turning import ANGLE, EMU
from sopgen.takeover.xmlread import Element, attr, child, children, name, number

#: Units of lengths in mm; a bare number is in pixels.
UNITS = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96}
LENGTH = re.compile(r"\s*(-?[0-9.]+)\s*([a-z]*)")
#: The numbers of shape types, as Office has had them since 1997.
TYPES = {
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 5: "triangle", 9: "hexagon",
    13: "rightArrow", 15: "homePlate", 20: "line", 22: "can", 32: "straightConnector1",
    33: "bentConnector2", 34: "bentConnector3", 35: "bentConnector4",
    36: "bentConnector5", 37: "curvedConnector2", 38: "curvedConnector3",
    56: "pentagon", 66: "leftArrow", 67: "downArrow", 68: "upArrow",
    109: "flowChartProcess", 110: "flowChartDecision", 111: "flowChartInputOutput",
    112: "flowChartPredefinedProcess", 114: "flowChartDocument",
    115: "flowChartMultidocument", 116: "flowChartTerminator",
    117: "flowChartPreparation", 118: "flowChartManualInput",
    119: "flowChartManualOperation", 120: "flowChartConnector",
    127: "flowChartExtract", 128: "flowChartMerge", 129: "flowChartOfflineStorage",
    130: "flowChartOnlineStorage", 131: "flowChartMagneticTape",
    132: "flowChartMagneticDisk", 133: "flowChartMagneticDrum",
    176: "flowChartAlternateProcess", 177: "flowChartOffpageConnector", 202: "rect",
}  # fmt: skip
NAMED = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse", "line": "line"}
BASES = {"page": "page", "margin": "margin", "text": "column", "char": "character"}
DOWN = {"page": "page", "margin": "margin", "text": "paragraph", "line": "line"}
#: What a bend's place is counted in here, and in DrawingML.
ADJUST, PER = 21600, 100000


def anchors(pict: Element) -> Iterator[Element]:
    """Yield an anchor of DrawingML for each shape of a VML picture."""
    for node in children(pict, "shape", "group", *NAMED):
        style = _style(node)
        x, y, w, h = _placed(node, style, unit=True)
        anchor = etree.Element("anchor")
        across = style.get("mso-position-horizontal-relative", "text")
        down = style.get("mso-position-vertical-relative", "text")
        _at(anchor, "positionH", BASES.get(across, "column"), x)
        _at(anchor, "positionV", DOWN.get(down, "paragraph"), y)
        etree.SubElement(anchor, "extent", cx=_emu(w), cy=_emu(h))
        graphic = etree.SubElement(anchor, "graphic")
        data = etree.SubElement(graphic, "graphicData")
        data.append(_shape(node, (0, 0, w * EMU, h * EMU), 0))
        yield anchor


def _at(anchor: Element, axis: str, base: str, offset: float) -> None:
    side = etree.SubElement(anchor, axis, relativeFrom=base)
    etree.SubElement(side, "posOffset").text = _emu(offset)


def _emu(mm: float) -> str:
    return str(round(mm * EMU))


def _style(node: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in attr(node, "style").split(";"))
    return {key.strip(): value.strip() for key, _, value in pairs if value}


def _length(text: str, *, unit: bool) -> float:
    """Return a length in mm, or in the unit of the group that it is in."""
    match = LENGTH.match(text)
    if match is None:
        return 0.0
    value = number(match[1])
    return value * UNITS.get(match[2], UNITS["px"]) if unit else value


def _placed(
    node: Element, style: dict[str, str], *, unit: bool
) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a shape."""
    if name(node) == "line":
        ends = [attr(node, key).split(",") for key in ("from", "to")]
        if all(len(end) == 2 for end in ends):
            (x0, y0), (x1, y1) = ([_length(t, unit=unit) for t in e] for e in ends)
            return min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
    keys = (("margin-left", "left"), ("margin-top", "top"), ("width",), ("height",))
    x, y, w, h = (
        sum(_length(style.get(key, ""), unit=unit) for key in group) for group in keys
    )
    return x, y, abs(w), abs(h)


Frame = tuple[float, float, float, float]


def _shape(node: Element, frame: Frame, depth: int) -> Element:
    """Return a shape or group of DrawingML with a frame."""
    if name(node) == "group" and depth < 20:
        return _group(node, frame, depth)
    made = etree.Element("wsp")
    preset = _preset(node)
    box = attr(node, "type").endswith("_t202")
    etree.SubElement(made, "cNvPr", id=attr(node, "id"))
    etree.SubElement(made, "cNvSpPr", txBox="1" if box else "0")
    pr = etree.SubElement(made, "spPr")
    _xfrm(pr, node, frame)
    shape = etree.SubElement(pr, "prstGeom", prst=preset)
    guides = etree.SubElement(shape, "avLst")
    for n, value in enumerate(attr(node, "adj").split(","), 1):
        if value.strip() and preset.startswith(("bent", "curved")):
            part = round(number(value) * PER / ADJUST)
            etree.SubElement(guides, "gd", name=f"adj{n}", fmla=f"val {part}")
    _stroke(pr, node)
    content = child(node, "textbox", "txbxContent")
    if content is not None:
        etree.SubElement(made, "txbx").append(deepcopy(content))
    return made


def _preset(node: Element) -> str:
    if name(node) in NAMED:
        return NAMED[name(node)]
    match = re.search(r"_t([0-9]{1,3})$", attr(node, "type"))
    spt = int(match[1]) if match else int(number(attr(node, "spt")))
    return TYPES.get(spt, f"VML {spt}")


def _xfrm(pr: Element, node: Element, frame: Frame) -> None:
    style = _style(node)
    turn = _length(style.get("rotation", ""), unit=False)
    flip = style.get("flip", "")
    flip_h, flip_v = "x" in flip, "y" in flip
    if name(node) == "line":
        ends = [attr(node, key).split(",") for key in ("from", "to")]
        if all(len(end) == 2 for end in ends):
            (x0, y0), (x1, y1) = ([_length(t, unit=True) for t in e] for e in ends)
            flip_h, flip_v = x1 < x0, y1 < y0
    if flip_h != flip_v:
        # What is mirrored turns the other way here than in DrawingML.
        turn = -turn
    xfrm = etree.SubElement(
        pr,
        "xfrm",
        rot=str(round(turn * ANGLE)),
        flipH=str(int(flip_h)),
        flipV=str(int(flip_v)),
    )
    x, y, w, h = (str(round(v)) for v in frame)
    etree.SubElement(xfrm, "off", x=x, y=y)
    etree.SubElement(xfrm, "ext", cx=w, cy=h)


def _stroke(pr: Element, node: Element) -> None:
    ln = etree.SubElement(pr, "ln")
    stroke = child(node, "stroke")
    if attr(node, "stroked") in ("f", "false") or attr(stroke, "on") in ("f", "false"):
        etree.SubElement(ln, "noFill")
        return
    etree.SubElement(ln, "solidFill")
    dash = attr(stroke, "dashstyle")
    if dash and dash != "solid":
        etree.SubElement(ln, "prstDash", val="dash")
    for key, tag in (("startarrow", "headEnd"), ("endarrow", "tailEnd")):
        if attr(stroke, key) not in ("", "none"):
            etree.SubElement(ln, tag, type="triangle")


def _group(node: Element, frame: Frame, depth: int) -> Element:
    made = etree.Element("wgp")
    pr = etree.SubElement(made, "grpSpPr")
    _xfrm(pr, node, frame)
    size = [number(v) for v in attr(node, "coordsize").split(",")]
    origin = [number(v) for v in attr(node, "coordorigin").split(",")]
    w, h = size if len(size) == 2 else (1000.0, 1000.0)
    x, y = origin if len(origin) == 2 else (0.0, 0.0)
    xfrm = pr[0]
    etree.SubElement(xfrm, "chOff", x=str(x), y=str(y))
    etree.SubElement(xfrm, "chExt", cx=str(w), cy=str(h))
    for part in children(node, "shape", "group", *NAMED):
        inner = _placed(part, _style(part), unit=False)
        made.append(_shape(part, inner, depth + 1))
    return made
