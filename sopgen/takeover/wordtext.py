"""The text of Word's paragraphs, and how high they are likely to be set."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.nilai import dataclass
from sopgen.takeover.xmlread import Element, attr, child, children, name, number

#: Points and twips in mm.
PT, TWIP = 25.4 / 72, 25.4 / 1440
#: What is no text of the paragraph it stands in.
ELSEWHERE = frozenset(("drawing", "pict", "object", "AlternateContent", "txbxContent"))
#: A letter's usual width and a line's height, as parts of the size of type.
LETTER, LINE = 0.5, 1.17
#: A paragraph that Word numbers begins with this, for the number is not in the text.
NUMBERED = "• "


@dataclass(frozen=True, slots=True)
class Usual:
    """What a document says of all paragraphs: size of type in points, space after."""

    size_pt: float = 11.0
    after: float = 0.0


def usual_of(styles: Element | None) -> Usual:
    """Return the defaults of a document's styles."""
    defaults = child(styles, "docDefaults")
    size = number(attr(child(defaults, "rPrDefault", "rPr", "sz"), "val"), 22) / 2
    spacing = child(defaults, "pPrDefault", "pPr", "spacing")
    return Usual(size or 11, number(attr(spacing, "after")) * TWIP)


def paragraphs(node: Element) -> Iterator[Element]:
    """Yield the paragraphs in a cell or body, those of tables in it too."""
    for part in children(node):
        if name(part) == "p":
            yield part
        elif name(part) in ("tbl", "tr", "tc", "sdt", "sdtContent"):
            yield from paragraphs(part)


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph, a mark before it if Word numbers it."""
    text = "".join(_pieces(paragraph, 0)).strip()
    numbering = child(paragraph, "pPr", "numPr", "numId")
    if numbering is not None and attr(numbering, "val") not in ("", "0"):
        return f"{NUMBERED}{text}"
    return text


def _pieces(node: Element, depth: int) -> Iterator[str]:
    for part in children(node):
        kind = name(part)
        if kind == "t":
            yield part.text or ""
        elif kind in ("br", "cr"):
            yield "" if attr(part, "type") == "page" else "\n"
        elif kind == "tab":
            yield " "
        elif kind == "noBreakHyphen":
            yield "-"
        elif kind == "sym":
            yield _symbol(attr(part, "char"))
        elif kind not in ELSEWHERE and depth < 12:
            yield from _pieces(part, depth + 1)


def _symbol(code: str) -> str:
    """Return the letter that a symbol of a face such as Wingdings is."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def cell_text(cell: Element) -> str:
    """Return the text of a cell, a line for each paragraph."""
    texts = [text_of(p) for p in paragraphs(cell)]
    return "\n".join(text for text in texts if text.strip("• ") or text == NUMBERED)


def height_of(paragraph: Element, width: float, usual: Usual) -> float:
    """Return how high a paragraph is in a column so wide, both in mm."""
    spacing = child(paragraph, "pPr", "spacing")
    size = _size(paragraph, usual) * PT
    text = text_of(paragraph)
    room = max(width / (size * LETTER), 3)
    lines = sum(max(1, -(-len(line) // int(room))) for line in text.split("\n"))
    before = number(attr(spacing, "before")) * TWIP
    after = attr(spacing, "after")
    below = number(after) * TWIP if after else usual.after
    return before + lines * _line(spacing, size) + below


def _size(paragraph: Element, usual: Usual) -> float:
    """Return the size of type of a paragraph: of its first run, or of its mark."""
    places = [child(run, "rPr", "sz") for run in children(paragraph, "r")]
    places.append(child(paragraph, "pPr", "rPr", "sz"))
    given = (number(attr(sz, "val")) / 2 for sz in places if sz is not None)
    return next((size for size in given if size > 0), usual.size_pt)


def _line(spacing: Element | None, size: float) -> float:
    line = number(attr(spacing, "line"))
    if not line:
        return size * LINE
    if attr(spacing, "lineRule") in ("exact", "atLeast"):
        return line * TWIP
    return size * LINE * line / 240
