"""Write how the cells of a workbook look, each look under its number."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from sopgen.render.xlsx.content import font
from sopgen.render.xlsx.look import Letters, Look, Style
from sopgen.render.xlsx.parts import MAIN

#: The digits of the first font are what column widths are counted in.
FIRST_FONT = '<font><name val="Arial"/><family val="2"/><sz val="10"/></font>'
#: The fills that Excel expects as the first two.
NO_FILLS = (
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
)
NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'
SIDES = {"l": "left", "r": "right", "t": "top", "b": "bottom"}

T = TypeVar("T", bound=Hashable)


class Listed(Generic[T]):
    """What the looks of cells refer to by number: fonts, fills or borders.

    ``first`` are those that every workbook has.
    """

    def __init__(self, write: Callable[[T], str], *first: str) -> None:
        self.write, self.written = write, [*first]
        self.numbers: dict[T, int] = {}

    def number(self, thing: T) -> int:
        """Return the number of a thing."""
        known = self.numbers.get(thing)
        if known is None:
            known = self.numbers[thing] = len(self.written)
            self.written.append(self.write(thing))
        return known

    def xml(self, name: str) -> str:
        """Return all of them as an element."""
        return f'<{name} count="{len(self.written)}">{"".join(self.written)}</{name}>'


def styles_xml(styles: Iterable[Style]) -> str:
    """Return the part that says how cells look; the styles are numbered from 1.

    0 is the look of a cell that nothing is said of.
    """
    fonts: Listed[Letters] = Listed(_font, FIRST_FONT)
    fills: Listed[str] = Listed(_fill, *NO_FILLS)
    borders: Listed[tuple[str, str]] = Listed(_border, NO_BORDER)
    cells = [f'<xf {PLAIN} xfId="0"/>']
    for letters, look, quoted in styles:
        ids = (
            f'fontId="{fonts.number(letters)}"',
            f'fillId="{fills.number(look.fill) if look.fill else 0}"',
            f'borderId="{borders.number((look.borders, look.ink))}"',
        )
        more = f'xfId="0" quotePrefix="{int(quoted)}" applyAlignment="1"'
        cells.append(f'<xf numFmtId="0" {" ".join(ids)} {more}>{_alignment(look)}</xf>')
    return (
        f'<styleSheet xmlns="{MAIN}">'
        f"{fonts.xml('fonts')}{fills.xml('fills')}{borders.xml('borders')}"
        f'<cellStyleXfs count="1"><xf {PLAIN}/></cellStyleXfs>'
        f'<cellXfs count="{len(cells)}">{"".join(cells)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        "</cellStyles></styleSheet>"
    )


def _font(letters: Letters) -> str:
    return f"<font>{font(letters)}</font>"


def _fill(colour: str) -> str:
    pattern = f'<patternFill patternType="solid"><fgColor rgb="FF{colour}"/>'
    return f"<fill>{pattern}</patternFill></fill>"


def _border(sides_and_ink: tuple[str, str]) -> str:
    sides, ink = sides_and_ink
    line = f' style="thin"><color rgb="FF{ink}"/></'
    ruled = (f"<{n}{line}{n}>" for side, n in SIDES.items() if side in sides)
    return f"<border>{''.join(ruled)}</border>"


def _alignment(look: Look) -> str:
    turned = ' textRotation="90"' if look.turned else ""
    indent = f' indent="{look.indent}"' if look.indent else ""
    across = f'horizontal="{look.align}" vertical="{look.valign}"'
    return f'<alignment {across}{turned} wrapText="1"{indent}/>'
