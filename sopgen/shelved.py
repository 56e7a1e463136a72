"""The shelf of a book, on which its formats keep what they draw for the next build."""

from __future__ import annotations

from typing import Any

from sopgen.model.document import Section
from sopgen.model.nilai import dataclass
from sopgen.model.page import Page
from sopgen.sections import Origin, Sections
from sopgen.simpanan.lemari import Lemari
from sopgen.simpanan.sidik import sidik, sidik_letak


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is drawn of a book's sections, on the shelf by the digest of its source."""

    sections: Sections
    lemari: Lemari

    def digest(self, *dari: object) -> str:
        """Return the digest of what something is drawn from."""
        return sidik(*dari)

    def blocks(self, section: Section) -> Origin:
        """Return what stands for the blocks of a section, of the book or of a copy."""
        for number in self.sections.where([section.bagian]):
            if self.sections.document.sections[number].blocks is section.blocks:
                return self.sections.origins[number]
        return sidik_letak(section.blocks)

    def body(self, page: Page) -> object:
        """Return what stands for the body of a page, if it depends on nothing else.

        One that says on which pages others are was made anew, and is not found.
        """
        own = self.sections.bodies(page.bagian)
        return next((dari for body, dari in own if body is page.body), None)

    def take(self, suffix: str, dari: str) -> Any:
        """Return what a format has drawn from what has a digest, None if unknown."""
        return self.lemari.laci(suffix).take(dari)

    def put(self, suffix: str, dari: str, made: Any) -> None:
        """Keep what a format has drawn from what has a digest."""
        self.lemari.laci(suffix).put(dari, made)
