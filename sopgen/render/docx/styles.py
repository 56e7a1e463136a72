"""Turn the document's kinds of paragraphs into Word's styles: the only place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import NamedTuple

from sopgen.model.chart import TextBlock
from sopgen.model.document import (
    Block,
    ChartFigure,
    Paragraph,
    Run,
    Style,
    Table,
    TocLine,
    Together,
)
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.render.docx.wml import TWIPS_PER_MM, Letters, Look, twips

#: The kinds of text in a chart; size and weight come from the chart itself.
BAGAN_JUDUL, BAGAN_KEPALA, BAGAN_ISI = "Bagan Judul", "Bagan Kepala", "Bagan Isi"
BAGAN_SIMBOL, BAGAN_LABEL = "Bagan Simbol", "Bagan Label"
NOMOR_HALAMAN = Style("Nomor Halaman", size_pt=10, align="center", leading=1.2)
#: Which page of a SOP it is.
URUTAN = Style("Urutan Halaman", size_pt=9, align="right", leading=1.2)
#: A letter of the map, and a word in the neutral box of a lambang.
GAMBAR = Style("Gambar", size_pt=8, align="center", leading=1.2)


def _thin(nama: str, height: float) -> Style:
    return Style(nama, size_pt=1, leading=height / MM_PER_PT)


#: A paragraph that only carries something is so high, mm; one in an empty cell.
TINY, HAIR = 0.36, 1.5 * MM_PER_PT
#: Paragraphs without text: that make room or carry something, that fill an empty cell,
#: that are as high as the picture in them.
JARAK, SEL_KOSONG = _thin("Jarak", TINY), _thin("Sel Kosong", HAIR)
SEBARIS = Style("Gambar Sebaris", size_pt=1, align="center", leading=0)
#: What a style that differs from the commonest of its name is called.
ALIGNED = {"left": "Kiri", "center": "Tengah", "right": "Kanan", "justify": "Rata"}
#: How the ids of Word's own styles begin.
WORDS_OWN = {"heading": "Heading", "toc": "TOC"}
#: A heading that is listed in words of its own.
APART = "Tersendiri"


def pitch(style: Style) -> float:
    """Return the distance of lines in mm, as the pages are typeset."""
    return style.size_pt * MM_PER_PT * style.leading


def text_style(nama: str, block: TextBlock) -> Style:
    """Return the style of a text in a chart."""
    leading = block.leading / (block.size_pt * MM_PER_PT)
    align = block.align if block.align in ("center", "right") else "left"
    return Style(nama, "arial", block.size_pt, block.bold, align=align, leading=leading)  # type: ignore[arg-type]


def count_styles(blocks: Iterable[Block]) -> dict[Style, int]:
    """Return how many texts have each style, in their order."""
    return dict(Counter(_styles(blocks)))


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


class Kind(NamedTuple):
    """A style of Word: what it looks like, and its outline level if it has one."""

    style: Style
    outline: int | None = None


class Named(NamedTuple):
    """A style of Word with its name; it is a variant of that of the name ``base``."""

    name: str
    kind: Kind
    base: str = ""


def styles_for(
    counted: Iterable[Mapping[Style, int]], headings: dict[int, Style]
) -> Styles:
    """Return Word's styles for texts in these: of each name the commonest."""
    counts: Counter[Style] = Counter()
    for one in counted:
        counts.update(one)
    common: dict[str, Style] = {}
    for style, count in counts.items():
        known = common.get(style.nama)
        if known is None or count > counts[known]:
            common[style.nama] = style
    return Styles(common, headings)


@dataclass(slots=True)
class Styles:
    """Word's styles: of each name the commonest, variants of it, headings, contents.

    ``made`` are those that a text has, in their order; ``headings`` those by level.
    """

    common: dict[str, Style]
    headings: dict[int, Style]
    toc: dict[int, TocLook] = field(default_factory=dict)
    made: dict[Kind, Named] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def look(self, style: Style, outline: int | None = None) -> Look:
        """Return the paragraph properties of a text: its style, and no more."""
        return Look(style=style_id(self.named(style, outline).name))

    def named(self, style: Style, outline: int | None = None) -> Named:
        """Return the style of Word for a text, made known if it is new."""
        kind = Kind(_rounded(style), outline)
        if kind not in self.made:
            base = self.common.setdefault(style.nama, style)
            self.made[kind] = self._new(kind, _rounded(base))
        return self.made[kind]

    def _new(self, kind: Kind, base: Style) -> Named:
        """Return a style with a name of its own; a variant stands behind its base."""
        if kind == Kind(base):
            self.names.add(base.nama)
            return Named(base.nama, kind)
        self.named(base)
        words = [base.nama, *_differences(kind.style, base)]
        if kind.outline is not None:
            words.append(APART)
        name, number = " ".join(words), 1
        while name in self.names or name in self.common:
            number += 1
            name = f"{' '.join(words)} {number}"
        self.names.add(name)
        return Named(name, kind, base.nama)

    def entry(self, level: int, style: Style, look: Look) -> Look:
        """Return the style of a line of the daftar isi; its first line defines it."""
        common = self.toc.setdefault(level, TocLook(style, look))
        name = style_id(toc_name(level))
        if common == TocLook(style, look):
            self.named(style)
            return Look(style=name)
        own = Look(style=name) if common.style == style else self.look(style)
        return replace(
            own, tabs=look.tabs, left=look.left or 0, right=look.right,
            first=look.first or 0,
        )  # fmt: skip


def letters_of(style: Style, run: Run) -> Letters:
    """Return in what a run differs from the style of its paragraph."""
    return Letters(
        bold=True if run.bold and not style.bold else None,
        italic=True if run.italic and not style.italic else None,
        underline=run.underline,
    )


@remembered(1024)
def _rounded(style: Style) -> Style:
    """Return a style as Word can tell it from others: whole twips and half points."""
    size = round(style.size_pt * 2) / 2
    line = twips(pitch(style)) / TWIPS_PER_MM
    return style.but(size_pt=size, leading=round(line / (size * MM_PER_PT), 9))


def _differences(style: Style, base: Style) -> Iterator[str]:
    """Yield in words how a style differs from that of its name."""
    if style.size_pt != base.size_pt:
        yield f"{style.size_pt:g}"
    if style.bold != base.bold:
        yield "Tebal" if style.bold else "Biasa"
    if style.italic != base.italic:
        yield "Miring" if style.italic else "Tegak"
    if style.align != base.align:
        yield ALIGNED[style.align]
    if (style.before, style.after) != (base.before, base.after):
        yield "Berjarak"
    if style.first != base.first:
        yield "Menjorok" if style.first else "Rapi"


def heading_name(level: int) -> str:
    """Return Word's own name of a heading style."""
    return f"heading {level}"


def toc_name(level: int) -> str:
    """Return Word's own name of the style of a line of the contents."""
    return f"toc {level}"


def style_id(nama: str) -> str:
    """Return the id of a style: letters and digits of its name."""
    kind, _, rest = nama.partition(" ")
    words = f"{WORDS_OWN.get(kind, kind)}{rest.replace('.', 'k')}"
    return re.sub(r"[^A-Za-z0-9]", "", words)
