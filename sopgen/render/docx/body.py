"""Write the sections of a document: each drawn once, whatever files print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from sopgen.model.bagian import BagianId
from sopgen.model.document import Block, Document, Section
from sopgen.model.nilai import dataclass
from sopgen.model.page import Pages
from sopgen.model.shape import Symbols
from sopgen.render.docx.blocks import Flow
from sopgen.render.docx.cover import stretched
from sopgen.render.docx.draft import SETUP, Draft, Drawn
from sopgen.render.docx.ledger import Ledger
from sopgen.render.docx.sections import Setups, spans_of
from sopgen.render.docx.styles import count_styles
from sopgen.render.docx.wml import properties_of
from sopgen.render.kept import Kept
from sopgen.render.markup import Node


@dataclass(frozen=True, slots=True)
class Key:
    """What a drawn section depends on in a book; hashing its blocks would take long."""

    bagian: BagianId
    column: tuple[float, float]
    columns: int
    blocks: tuple[Block, ...] = field(hash=False)


def draw_section(section: Section, symbols: Symbols, kept: Kept) -> Drawn:
    """Return a section as it is drawn; where and how often it is printed is open.

    It is the same whatever is drawn before it, or not at all.
    """
    sheet = section.sheet
    key = Key(section.bagian, sheet.column, sheet.columns, section.blocks)
    dari = section.bagian, sheet.column, sheet.columns, kept.blocks(section)
    return kept.lasting("docx", key, lambda: _draw(section, symbols), *dari)


def _draw(section: Section, symbols: Symbols) -> Drawn:
    body, draft = Node("w:body"), Draft(symbols)
    flow = Flow(draft, body, section.sheet.column[0], columns=section.sheet.columns)
    flow.write(stretched(section))
    flow.gap = 0
    end = flow.close() if body.inside else flow.carrier()
    properties_of(end).inside.append(SETUP)
    return draft.drawn(body, count_styles(section.blocks))


def write_body(
    ledger: Ledger, document: Document, pages: Pages, drawn: tuple[Drawn, ...]
) -> str:
    """Return all sections; the setup of all but the last is in a paragraph."""
    return "".join(_sections(ledger, document, pages, drawn))


def _sections(
    ledger: Ledger, document: Document, pages: Pages, drawn: tuple[Drawn, ...]
) -> Iterator[str]:
    setups = Setups(ledger)
    spans = spans_of(document, pages)
    last = len(drawn)
    every = zip(document.sections, spans, drawn, strict=True)
    for number, (section, span, one) in enumerate(every, 1):
        answers = one.answers(ledger)
        setup = setups.written(section, span)
        if number == last:
            yield one.filled(answers, "")
            yield setup
        else:
            yield one.filled(answers, setup)
