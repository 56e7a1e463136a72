"""Tell which headings the contents field lists by their own words.

Those have Word's own heading styles, and the field collects them when it is updated.
The others are listed in other words, or in none: their words stand in a field of their
own, and their style has an outline level below all that the field collects, since
LibreOffice takes every paragraph above that for a line of the contents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sopgen.model.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Style,
    Table,
    TocLine,
    Together,
)
from sopgen.model.nilai import dataclass
from sopgen.render.docx.roles import role_of

#: How deep the contents field collects headings: all that staff may want to use.
DEPTH = 3
#: No heading that a document does not have itself is larger, points.
LARGEST_PT = 14.0
#: The code of the contents field: headings, and the entries of the others.
CONTENTS = f'TOC \\o "1-{DEPTH}" \\f C \\h \\z'


@dataclass(frozen=True, slots=True)
class Headings:
    """How the headings of a document look.

    ``looks`` is the style of each of Word's heading styles, by level, ``own`` the
    anchors of the headings that have it.  ``deep`` is how far the others lie below.
    """

    looks: dict[int, Style]
    own: frozenset[str]
    deep: int

    def outline(self, heading: Heading) -> int:
        """Return the outline level of a heading that is not listed by its own words."""
        return heading.level - 1 + self.deep


def headings_of(document: Document) -> Headings:
    """Return how the headings of a document look."""
    every = [b for s in document.sections for b in _texts(s.blocks)]
    texts = (block for block in every if isinstance(block, Paragraph))
    titles = [(b, b.heading) for b in texts if b.heading]
    same = [(b.style, h) for b, h in titles if _lists_itself(b, h)]
    looks: dict[int, Style] = {}
    counts = Counter((heading.level, style) for style, heading in same)
    common = [kind for kind, _ in counts.most_common()]
    for level, style in sorted(common, key=lambda kind: not _is_title(kind[1])):
        looks.setdefault(level, style)
    own = frozenset(h.anchor for style, h in same if looks[h.level] == style)
    listing = any(isinstance(block, TocLine) for block in every)
    if titles:
        _complete(looks, titles[0][0].style)
    return Headings(looks, own, DEPTH if listing else 0)


def entry_of(heading: Heading) -> str:
    """Return the field that lists a heading in words of its own.

    The first level is not said: LibreOffice counts those that are from nought.
    """
    words = "\t".join(t for t in (heading.label, heading.text) if t).replace('"', "”")
    level = f" \\l {heading.level}" if heading.level > 1 else ""
    return f'TC "{words}" \\f C{level}'


def _is_title(style: Style) -> bool:
    """Return whether running text follows texts of a style: it is no cover's."""
    return bool(role_of(style.nama).following)


def _lists_itself(block: Paragraph, heading: Heading) -> bool:
    """Return whether a heading is listed, in the words in which it is printed.

    Those of deeper levels, which the contents field does not collect, must not be.
    """
    deep = heading.level > DEPTH
    if not heading.text or heading.listed == deep:
        return False
    printed = " ".join((*(label.text for label in block.labels), block.text))
    return printed == f"{heading.label} {heading.text}".strip()


def _complete(looks: dict[int, Style], title: Style) -> None:
    """Give the levels that the document does not have a look, so that staff have them.

    Where it has none, they look like its first ``title``, if that is not too large.
    """
    plain = title.but(size_pt=min(title.size_pt, LARGEST_PT))
    known = looks[min(looks)] if looks else plain
    for level in range(1, DEPTH + 1):
        above = looks.get(level - 1)
        small = known if above is None else above.but(align="left")
        if above is not None and level == DEPTH:
            small = small.but(italic=True)
        looks.setdefault(level, small)


def _texts(blocks: Iterable[Block]) -> Iterator[Paragraph | TocLine]:
    for block in blocks:
        match block:
            case Paragraph() | TocLine():
                yield block
            case Together(blocks=inner):
                yield from _texts(inner)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _texts(cell.blocks)
            case _:
                pass
