"""Where the fields of a file stand in a workbook that is edited."""

from __future__ import annotations

from typing import Any

from sopgen.model.diagnostic import CELL, Span
from sopgen.model.draft import Trail
from sopgen.model.suntingan import Langsung, SuntinganError
from sopgen.spec.reader import Content
from sopgen.spec.workbook.dasar import DASAR
from sopgen.spec.workbook.penulis import row_of, sheet_of


class Tempat:
    """The places of a file, as an edit of it asks for them."""

    def __init__(self, content: Content, edit: Langsung) -> None:
        self.content, self.edit = content, edit

    @property
    def home(self) -> str:
        """Return the name of the sheet that the file is on."""
        return sheet_of(self.content.span())

    def own_bases(self) -> list[Span]:
        """Return the cells of a SOP's legal bases that stand on its own sheet."""
        count = len(self.at((DASAR,)) or ())
        spans = (self.content.spans[(DASAR, n)] for n in range(count))
        return [one for one in spans if sheet_of(one) == self.home]

    def at(self, jejak: Trail) -> Any:
        """Return what stands at a trail now, or nothing."""
        found: Any = self.content.data
        for step in jejak:
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int):
                found = found[step] if step < len(found) else None
            else:
                return None
        return found

    def place(self, jejak: Trail) -> Span | None:
        """Return the cell of a field, be it blank."""
        span = self.content.spans.get(jejak) or self.content.keys.get(jejak)
        return span if span is not None and CELL.search(span.place) else None

    def spans(self, jejak: Trail) -> list[Span]:
        """Return the cells of a field and of all in it, blank ones, too."""
        depth = len(jejak)
        every = (*self.content.spans.items(), *self.content.keys.items())
        return [s for path, s in every if path and path[:depth] == jejak and s.place]

    def rows(self, jejak: Trail, name: str) -> list[int]:
        """Return the rows on a sheet that a field stands on, in order."""
        spans = (s for s in self.spans(jejak) if sheet_of(s) == name)
        return sorted({row_of(span) for span in spans})

    def foreign(self, jejak: Trail, name: str) -> set[int]:
        """Return the rows on which something else is written."""
        depth = len(jejak)
        found = set()
        for path, span in self.content.spans.items():
            inside = path[:depth] == jejak or jejak[: len(path)] == path
            if not inside and span.place and sheet_of(span) == name:
                found.add(row_of(span))
        return found

    def refuse(self, pesan: str) -> None:
        """Raise the error for this edit."""
        raise SuntinganError(pesan, self.edit.berkas, self.edit.jejak)
