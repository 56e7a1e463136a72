"""The document of a book, section by section: what each prints, and on which pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from sopgen.model.bagian import BagianId
from sopgen.model.document import Document
from sopgen.model.nilai import dataclass
from sopgen.model.page import Item, Pages
from sopgen.parts import excerpt
from sopgen.simpanan.sidik import sidik, sidik_letak
from sopgen.typeset import Filling, fillings, typeset

#: The digest of what is printed, and where its pictures lie.
Origin: TypeAlias = tuple[str, tuple[str, ...]]
#: A page that is the back of a sheet.
BACK = "balik"


@dataclass(frozen=True)
class Sections:
    """The sections of a document, each digested and broken into pages at most once."""

    document: Document

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """Return for each section the digest of what it prints, and its files."""
        return tuple(sidik_letak(one.blocks) for one in self.document.sections)

    @cached_property
    def places(self) -> Mapping[BagianId, Sequence[int]]:
        """Return where the sections of each part stand."""
        made: dict[BagianId, list[int]] = {}
        for number, section in enumerate(self.document.sections):
            made.setdefault(section.bagian, []).append(number)
        return made

    def where(self, bagian: Iterable[BagianId]) -> list[int]:
        """Return where the sections of some parts stand, in order."""
        return sorted(n for one in {*bagian} for n in self.places.get(one, ()))

    def excerpt(self, *bagian: BagianId, judul: str) -> Document:
        """Return some parts as a document of their own."""
        own = tuple(self.document.sections[n] for n in self.where(bagian))
        return excerpt(replace(self.document, sections=own), {*bagian}, judul)

    def origin(self, document: Document) -> str:
        """Return the digest of an excerpt."""
        own = self.where(section.bagian for section in document.sections)
        blocks = tuple(self.origins[n][0] for n in own)
        bare = tuple(replace(s, blocks=()) for s in document.sections)
        return sidik(replace(document, sections=bare), blocks)

    @cached_property
    def fillings(self) -> tuple[Filling, ...]:
        """Return the pages of each section."""
        return fillings(self.document)

    def bodies(self, bagian: BagianId) -> Iterator[tuple[tuple[Item, ...], object]]:
        """Yield what the pages of a part show, and what that depends on."""
        for place in self.where([bagian]):
            filling, origin = self.fillings[place], self.origins[place]
            sheet = filling.section.sheet
            for number, body in enumerate(filling.pages):
                yield body, (origin, sheet, number)
            for number, body in enumerate(filling.backs if sheet.mirrored else ()):
                yield body, (origin, sheet, number, BACK)

    def typeset(self, document: Document) -> Pages:
        """Return the pages of the document, or of an excerpt of it."""
        own = self.where(section.bagian for section in document.sections)
        return typeset(document, tuple(self.fillings[n] for n in own))
