"""Write the light word across a page as Word does: a WordArt in the header."""

from __future__ import annotations

from sopgen.render.docx.wml import run
from sopgen.render.markup import Node, put

#: The kind of shape, its size in points and its grey.
WORDART, SIZE, GREY = "_x0000_t136", (416, 130), "#ededed"
#: How far the word is turned on an upright and on a lying page, degrees.
UPRIGHT, LYING = 308, 322
PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:{w}pt;height:{h}pt;rotation:{r};"
    "z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:page;mso-position-vertical:center;"
    "mso-position-vertical-relative:page"
)


def watermark(paragraph: Node, word: str, number: int, *, lying: bool) -> None:
    """Add a word behind the text, sloping upwards, in the middle of the page."""
    picture = put(run(paragraph), "w:pict")
    kind = put(
        picture, "v:shapetype", id=WORDART, coordsize="21600,21600", adj="10800",
        path="m@7,l@8,m@5,21600l@6,21600e",
    )  # fmt: skip
    kind.set("o:spt", "136")
    formulas = put(kind, "v:formulas")
    for line in (
        "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2",
        "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1", "if @0 0 @2",
        "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7",
        "sum @6 0 @5",
    ):  # fmt: skip
        put(formulas, "v:f", eqn=line)
    put(kind, "v:path", textpathok="t")
    put(kind, "v:textpath", on="t", fitshape="t")
    w, h = SIZE
    shape = put(
        picture, "v:shape", id=f"Tanda{number}", type=f"#{WORDART}",
        style=PLACE.format(w=w, h=h, r=LYING if lying else UPRIGHT),
        fillcolor=GREY, stroked="f", alt=word,
    )  # fmt: skip
    put(
        shape, "v:textpath", style='font-family:"Arial";font-size:1pt;font-weight:bold',
        string=word,
    )  # fmt: skip
