"""Make the plain theme that Word expects in a file: black on white, Arial."""

from __future__ import annotations

from sopgen.render.markup import NAMESPACES

FONT = "Arial"
COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF",
    "accent1": "404040", "accent2": "595959", "accent3": "7F7F7F",
    "accent4": "A6A6A6", "accent5": "BFBFBF", "accent6": "D9D9D9",
    "hlink": "000000", "folHlink": "000000",
}  # fmt: skip
#: Fill, line and effect that every shape has unless it says otherwise.
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="9525">{FILL}</a:ln>'
EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
#: A theme holds three of each, subtle to intense.
DEGREES = 3


def theme() -> str:
    """Return the theme part."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in COLOURS.items()
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fills, lines, effects = (v * DEGREES for v in (FILL, LINE, EFFECT))
    return (
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="sopgen"><a:themeElements>'
        f'<a:clrScheme name="sopgen">{colours}</a:clrScheme>'
        f'<a:fontScheme name="sopgen"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="sopgen"><a:fillStyleLst>{fills}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
