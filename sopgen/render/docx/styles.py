"""Turn the document's kinds of paragraphs into Word's styles: the only place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sopgen.model.chart import TextBlock
from sopgen.model.document import (
    Block,
    ChartFigure,
    Document,
    Paragraph,
    Run,
    Style,
    Table,
    TocLine,
    Together,
)
from sopgen.model.geometry import MM_PER_PT
from sopgen.render.docx.template import LANGUAGE
from sopgen.render.docx.wml import (
    Letters,
    Look,
    add,
    properties,
)
from sopgen.render.markup import Element

FONTS = {"arial": "Arial", "bookman": "Bookman Old Style"}
NORMAL = Style("Normal")
#: The kinds of text in a chart; size and weight come from the chart itself.
BAGAN_JUDUL, BAGAN_KEPALA, BAGAN_ISI = "Bagan Judul", "Bagan Kepala", "Bagan Isi"
BAGAN_SIMBOL, BAGAN_LABEL = "Bagan Simbol", "Bagan Label"
NOMOR_HALAMAN = Style("Nomor Halaman", size_pt=10, align="center", leading=1.2)
#: Which page of a SOP it is.
URUTAN = Style("Urutan Halaman", size_pt=9, align="right", leading=1.2)
#: A letter of the map, and a word in the neutral box of a lambang.
GAMBAR = Style("Gambar", size_pt=8, align="center", leading=1.2)


def pitch(style: Style) -> float:
    """Return the distance of lines in mm, as the pages are typeset."""
    return style.size_pt * MM_PER_PT * style.leading


def text_style(nama: str, block: TextBlock) -> Style:
    """Return the style of a text in a chart."""
    leading = block.leading / (block.size_pt * MM_PER_PT)
    align = block.align if block.align in ("center", "right") else "left"
    return Style(nama, "arial", block.size_pt, block.bold, align=align, leading=leading)  # type: ignore[arg-type]


def every_style(document: Document) -> Iterator[Style]:
    """Yield the style of every text of a document, in its order."""
    for section in document.sections:
        yield from _styles(section.blocks)


def _styles(blocks: Iterable[Block]) -> Iterator[Style]:
    for block in blocks:
        match block:
            case Paragraph() | TocLine():
                yield block.style
            case Together(blocks=inner):
                yield from _styles(inner)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _styles(cell.blocks)
            case ChartFigure():
                yield from _chart_styles(block)
            case _:
                pass


def _chart_styles(figure: ChartFigure) -> Iterator[Style]:
    page = figure.chart.pages[figure.page]
    if page.title:
        yield text_style(BAGAN_JUDUL, page.title)
    for cell in page.cells:
        if cell.text:
            nama = BAGAN_KEPALA if cell.header else BAGAN_ISI
            yield text_style(nama, cell.text)
    for symbol in page.symbols:
        if symbol.text:
            yield text_style(BAGAN_SIMBOL, symbol.text)


class TocLook(NamedTuple):
    """How the lines of a level of the daftar isi look: their type, their places."""

    style: Style
    look: Look


def styles_for(every: Iterable[Style]) -> Styles:
    """Return Word's styles for texts in these: of each name the commonest."""
    counts = Counter(every)
    common: dict[str, Style] = {}
    for style, count in counts.items():
        known = common.get(style.nama)
        if known is None or count > counts[known]:
            common[style.nama] = style
    return Styles(common)


@dataclass(slots=True)
class Styles:
    """Word's styles, one a name, and of each line of the daftar isi.

    In what a text differs from the style of its name is set directly.
    """

    common: dict[str, Style]
    toc: dict[int, TocLook] = field(default_factory=dict)

    def known(self, style: Style) -> Style:
        """Return the style of the same name, made known if it is new."""
        return self.common.setdefault(style.nama, style)

    def look(self, style: Style) -> Look:
        """Return the paragraph properties in which a style differs from its name's."""
        base = self.known(style)
        size = style.size_pt if style.size_pt != base.size_pt else None
        return Look(
            style=style_id(style.nama),
            before=_differs(style.before, base.before),
            after=_differs(style.after, base.after),
            line=_differs(pitch(style), pitch(base)),
            first=_differs(style.first, base.first),
            align=style.align if style.align != base.align else None,
            mark_pt=size,
        )

    def letters(self, style: Style, run: Run) -> Letters:
        """Return in what a run differs from the style of its name."""
        base = self.known(style)
        bold, italic = style.bold or run.bold, style.italic or run.italic
        return Letters(
            bold=bold if bold != base.bold else None,
            italic=italic if italic != base.italic else None,
            underline=run.underline,
            size_pt=style.size_pt if style.size_pt != base.size_pt else None,
        )

    def entry(self, level: int, style: Style, look: Look) -> Look:
        """Return the style of a line of the daftar isi; its first line defines it."""
        common = self.toc.setdefault(level, TocLook(style, look))
        own = self.look(style)
        name = style_id(f"toc {level}")
        if common == TocLook(style, look):
            return Look(style=name)
        return replace(
            own, style=name, tabs=look.tabs, left=look.left, right=look.right,
            first=look.first,
        )  # fmt: skip

    def write(self, root: Element) -> None:
        """Write all styles into styles.xml."""
        _defaults(root)
        _style(root, "paragraph", "Normal", default=True)
        font = _style(root, "character", "Default Paragraph Font", default=True)
        add(font, "uiPriority", 1)
        add(font, "semiHidden")
        _table_style(root)
        for style in self.common.values():
            _written(root, style)
        for level, (style, look) in sorted(self.toc.items()):
            node = _style(root, "paragraph", f"toc {level}", style.nama)
            add(node, "uiPriority", 39)
            properties(add(node, "pPr"), look)


def _differs(value: float, base: float) -> float | None:
    return value if abs(value - base) > 1e-6 else None


def style_id(nama: str) -> str:
    """Return the id of a style: letters and digits of its name."""
    return re.sub(r"[^A-Za-z0-9]", "", nama)


def _defaults(root: Element) -> None:
    node = add(root, "docDefaults")
    pr = add(add(node, "rPrDefault"), "rPr")
    _font(pr, NORMAL)
    add(pr, "sz", round(NORMAL.size_pt * 2))
    add(pr, "szCs", round(NORMAL.size_pt * 2))
    add(pr, "lang", LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    paragraph = add(add(node, "pPrDefault"), "pPr")
    add(paragraph, "widowControl")
    add(paragraph, "spacing", before=0, after=0, line=240, lineRule="auto")


def _font(pr: Element, style: Style) -> None:
    name = FONTS[style.font]
    add(pr, "rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _style(
    root: Element, kind: str, name: str, based: str = "", *, default: bool = False
) -> Element:
    own = not default and not name.startswith("toc ")
    node = add(
        root, "style", type=kind, default=1 if default else None,
        customStyle=1 if own else None, styleId=style_id(name),
    )  # fmt: skip
    add(node, "name", name)
    if not default:
        add(node, "basedOn", style_id(based) or "Normal")
    if own:
        add(node, "qFormat")
    return node


def _table_style(root: Element) -> None:
    node = _style(root, "table", "Normal Table", default=True)
    for tag, value in (("uiPriority", 99), ("semiHidden", None)):
        add(node, tag, value)
    pr = add(node, "tblPr")
    add(pr, "tblInd", w=0, type="dxa")


def _written(root: Element, style: Style) -> None:
    """Write one kind of paragraph."""
    node = _style(root, "paragraph", style.nama)
    look = Look(
        before=style.before,
        after=style.after,
        line=pitch(style),
        first=style.first or None,
        align=style.align,
    )
    properties(add(node, "pPr"), look)
    pr = add(node, "rPr")
    _font(pr, style)
    for tag, on in (("b", style.bold), ("i", style.italic)):
        if on:
            add(pr, tag)
    add(pr, "sz", round(style.size_pt * 2))
    add(pr, "szCs", round(style.size_pt * 2))
