"""Write the blocks of a part with Word's own means, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from sopgen.model.document import (
    Block,
    ChartFigure,
    ColumnBreak,
    Drawing,
    Emblem,
    Figure,
    Label,
    Paragraph,
    Rule,
    SignRoom,
    Space,
    SymbolFigure,
    Table,
    TocLine,
    Together,
)
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.kotak import FootNote, SignBox
from sopgen.model.nilai import dataclass
from sopgen.render.docx.blanks import (
    HeadingEntry,
    HeadingStyle,
    PageField,
    TocProperties,
)
from sopgen.render.docx.chart import write_chart
from sopgen.render.docx.contents import CONTENTS
from sopgen.render.docx.controls import write_runs
from sopgen.render.docx.cover import RULE_GAP, RULE_THICK, RULE_THIN, line_count
from sopgen.render.docx.draft import Draft
from sopgen.render.docx.figures import (
    emblem_spare,
    write_drawing,
    write_emblem,
    write_figure,
    write_neutral,
    write_symbol,
)
from sopgen.render.docx.kotak import write_box, write_note
from sopgen.render.docx.numbering import Mark, read_mark
from sopgen.render.docx.styles import JARAK, SEBARIS, TINY, letters_of
from sopgen.render.docx.table import write_table
from sopgen.render.docx.wml import (
    Line,
    Look,
    Tab,
    begin_field,
    bookmark,
    column_break,
    end_field,
    link,
    paragraph,
    prepared,
    text,
)
from sopgen.render.markup import Node
from sopgen.typeface import face_name, read_face

#: Between a label beside a list and the list's marks, mm.
BESIDE = 1.0
#: Room at the right of a line of the daftar isi for its number, mm (as typeset).
NUMBER_ROOM = 13.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A block that is no Together, and whether it stays with the next."""

    block: Block
    keep: bool = False


def entries(blocks: Iterable[Block], width: float) -> list[Entry]:
    """Return the blocks in a row, those of a Together tied, and what stands before."""
    made: list[Entry] = []
    for block in blocks:
        if isinstance(block, Together):
            _tie(made, block.lines, width)
            inner = entries(block.blocks, width)
            made += [Entry(e.block, keep=True) for e in inner[:-1]] + inner[-1:]
        else:
            made.append(Entry(block))
    return made


def _tie(made: list[Entry], lines: int, width: float) -> None:
    """Tie so many lines of text, at least, to what follows."""
    k = len(made) - 1
    while k >= 0 and lines > 0:
        block = made[k].block
        made[k] = replace(made[k], keep=True)
        if isinstance(block, Paragraph):
            lines -= line_count(block, width)
        elif not isinstance(block, Space | SignRoom):
            break
        k -= 1


class Flow:
    """Write blocks into a body or a cell, width mm wide.

    White space waits until the next paragraph takes it as its space before.  After
    a table, or the daftar isi, a paragraph of its own must end what is ``unclosed``.
    Where there are several ``columns``, drawings have their place in their own one.
    ``notes`` wait for the next paragraph, whose page they belong to.
    """

    def __init__(
        self, draft: Draft, parent: Node, width: float, *, columns: int = 1
    ) -> None:
        self.draft = draft
        self.parent = parent
        self.width = width
        self.columns = columns
        self.gap = 0.0
        self.fresh = True
        self.unclosed = False
        self.in_toc = False
        self.keep = False
        self.notes: list[FootNote] = []

    def write(self, blocks: Iterable[Block], *, keep: bool = False) -> None:
        """Write blocks; ``keep`` ties all of them to what follows."""
        made = entries(blocks, self.width)
        for number, entry in enumerate(made):
            self.keep = keep or entry.keep
            following = made[number + 1].block if number + 1 < len(made) else None
            self._block(entry.block)
            if self.in_toc and not isinstance(following, TocLine):
                self._end_toc()

    def close(self) -> Node:
        """Return a last paragraph, which there must be after a table.

        LibreOffice takes one without a letter away, and the columns with it.
        """
        last = self.parent.inside[-1] if self.parent.inside else None
        if not isinstance(last, Node) or self.unclosed or self.gap:
            last = self.carrier(max(self.gap, TINY))
            if self.columns > 1:
                text(last, " ")
        return last

    def carrier(self, height: float = TINY) -> Node:
        """Add a paragraph that only takes room, or carries a page setup."""
        self._put_notes()
        self.gap, self.fresh, self.unclosed = 0.0, False, False
        line = None if height == TINY else height
        look = self.draft.look(JARAK, line=line, keep_next=self.keep)
        return paragraph(self.parent, look)

    def _block(self, block: Block) -> None:  # noqa: C901, PLR0912, PLR0915 (one case a kind)
        match block:
            case Paragraph():
                self._paragraph(block)
            case Space(height=height) | SignRoom(height=height):
                self.gap += height
                return
            case SignBox():
                self._box(block)
            case FootNote():
                self.notes.append(block)
                return
            case Rule():
                self._rule(block)
            case Emblem():
                self._emblem(block)
            case Figure():
                self._figure(lambda node: write_figure(self.draft, node, block))
            case SymbolFigure():
                self._figure(lambda node: write_symbol(self.draft, node, block))
            case Drawing():
                self._figure(lambda node: write_drawing(self.draft, node, block))
            case TocLine():
                self._toc_line(block)
            case Table():
                self._table(block)
            case ChartFigure():
                self._chart(block)
            case ColumnBreak():
                column_break(self.carrier())
            case Together():
                self.write((block,), keep=self.keep)
            case _:
                assert_never(block)
        self.fresh = isinstance(block, ColumnBreak)

    def _table(self, table: Table) -> None:
        if self.gap or self.unclosed:
            self.carrier(max(self.gap, TINY))
        write_table(self.draft, self.parent, table, Flow, keep=self.keep)
        self.unclosed = True

    def _box(self, box: SignBox) -> None:
        if self.gap or self.unclosed:
            self.carrier(max(self.gap, TINY))
        write_box(self.draft, self.parent, box, self.width, keep=self.keep)
        self.unclosed = True

    def _put_notes(self) -> None:
        """Write the notes at the foot of the page that a paragraph stands on."""
        for note in self.notes:
            write_note(self.draft, self.parent, note)
        self.notes.clear()

    def _chart(self, figure: ChartFigure) -> None:
        base = "column" if self.columns > 1 else "margin"
        write_chart(self.draft, self.parent, figure, base)
        self.unclosed = True

    def _figure(self, draw: Callable[[Node], object]) -> None:
        before = self._before(0) or None
        look = self.draft.look(SEBARIS, before=before, keep_next=self.keep)
        draw(paragraph(self.parent, look))

    def _emblem(self, emblem: Emblem) -> None:
        if emblem.file is None:
            side = (self.width - emblem.width) / 2
            look = Look(
                before=self._before(0), left=side, right=side, keep_next=self.keep,
            )  # fmt: skip
            write_neutral(self.draft, self.parent, emblem, look)
            return
        spare = emblem_spare(emblem)
        self.gap += spare / 2
        self._figure(lambda node: write_emblem(self.draft, node, emblem))
        self.gap = spare / 2

    def _rule(self, rule: Rule) -> None:
        borders = [Line("t", (RULE_THICK if rule.double else RULE_THIN) / MM_PER_PT)]
        height = RULE_GAP if rule.double else TINY
        if rule.double:
            borders.append(Line("b", RULE_THIN / MM_PER_PT))
        look = self.draft.look(
            JARAK, borders=tuple(borders),
            before=self._before(0), after=rule.after, line=height, keep_next=self.keep,
        )  # fmt: skip
        paragraph(self.parent, look)

    def _before(self, own: float) -> float:
        """Return the space before a paragraph: what waits, and its own if not first."""
        gap, self.gap, self.unclosed = self.gap, 0.0, False
        return gap + (0.0 if self.fresh else own)

    def _paragraph(self, block: Paragraph) -> None:
        self._put_notes()
        style = block.style
        before = self._before(style.before)
        # the styles of headings keep them with what follows
        keep = (self.keep or block.keep_next) and block.heading is None
        right = block.indent_right or None
        look = Look(
            style=self._style(block),
            keep_next=keep,
            before=before if abs(before - style.before) > 1e-6 else None,
            right=right,
        )
        last = block.labels[-1] if block.labels else None
        mark = read_mark(last.text) if last and not last.bold else None
        if last and mark:
            self._item(block, look, mark, last)
        else:
            self._labelled(block, look)

    def _style(self, block: Paragraph) -> str:
        """Return the style of a paragraph, that of a heading as it is listed."""
        draft, heading = self.draft, block.heading
        if heading is None:
            return draft.look(block.style).style
        return draft.blank(HeadingStyle(heading, block.style))

    def _item(self, block: Paragraph, look: Look, mark: Mark, label: Label) -> None:
        """Write a paragraph of a list; labels left of its mark stand beside it."""
        if len(block.labels) > 1:
            if look.before:
                self.carrier(look.before)
            look = replace(look, before=0)
            self._beside(block, look, label.x)
        place = self.draft.item(mark, label, block.indent)
        look = replace(look, listed=place)
        if look.right:
            look = replace(look, left=block.indent, first=label.x - block.indent)
        self._words(paragraph(self.parent, look), block, "")

    def _beside(self, block: Paragraph, look: Look, end: float) -> None:
        """Write labels as a paragraph beside the next one, such as ``Menimbang :``."""
        first, *rest = block.labels[:-1]
        tabs = tuple(Tab(label.x - first.x) for label in rest)
        look = replace(
            look, style=self.draft.look(block.style).style, tabs=tabs,
            frame=(first.x, end - BESIDE - first.x), align="left", right=None, after=0,
        )  # fmt: skip
        words = "\t".join(label.text for label in block.labels[:-1])
        letters = letters_of(block.style, block.runs[0])
        text(paragraph(self.parent, look), words, letters)

    def _labelled(self, block: Paragraph, look: Look) -> None:
        """Write a paragraph with labels that no list counts, set by tab stops."""
        words = ""
        if block.labels:
            first, *rest = block.labels
            tabs = tuple(Tab(label.x) for label in rest)
            look = replace(
                look, left=block.indent, first=first.x - block.indent, tabs=tabs
            )
            words = "".join(f"{label.text}\t" for label in block.labels)
        elif block.indent:
            look = replace(look, left=block.indent)
        self._words(paragraph(self.parent, look), block, words)

    def _words(self, node: Node, block: Paragraph, words: str) -> None:
        """Write a heading's bookmark, the labels, the runs, the heading's entry."""
        heading, draft = block.heading, self.draft
        if heading:
            bookmark(node, draft.id(), draft.bookmark(heading.anchor))
        plain = block.runs[0] if block.runs else None
        if words and plain:
            letters = letters_of(block.style, replace(plain, underline=False))
            text(node, words, letters)
        write_runs(draft, node, block)
        if heading and heading.listed and heading.text:
            node.inside.append(draft.blank(HeadingEntry(heading)))

    def _toc_line(self, line: TocLine) -> None:
        """Write a line of the daftar isi: a link, and the number of its page."""
        draft = self.draft
        tabs = (Tab(self.width, "right", "dot"),)
        left, first = line.indent, None
        if line.label:
            first = line.label.x - line.indent
        look = Look(tabs=tabs, left=left or None, first=first)
        gap = self._before(line.style.before) or None
        own = TocProperties(line.anchor, line.style, look, gap, line.keep_next)
        node = prepared(self.parent, draft.blank(own))
        if not self.in_toc:
            begin_field(node, CONTENTS)
            self.in_toc = True
        target = link(node, draft.bookmark(line.anchor))
        label = f"{line.label.text}\t" if line.label else ""
        text(target, f"{label}{self._broken(line)}\t")
        target.inside.append(draft.blank(PageField(line.anchor)))

    def _broken(self, line: TocLine) -> str:
        """Return the text in lines that leave room for the number.

        A right indent would do so too, but LibreOffice hides numbers right of it.
        """
        style = line.style
        face = read_face(face_name(style.font, bold=style.bold, italic=style.italic))
        room = self.width - line.indent - NUMBER_ROOM
        return "\n".join(face.wrap(line.text, style.size_pt, room))

    def _end_toc(self) -> None:
        end_field(self.carrier())
        self.in_toc = False
        self.unclosed = True
