"""What all parts of one file share: ids, styles, lists, bookmarks, page numbers."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Any

from sopgen.model.document import Style
from sopgen.model.nilai import dataclass
from sopgen.render.docx.contents import Headings
from sopgen.render.docx.numbering import Lists
from sopgen.render.docx.styles import Styles, style_id

#: A bookmark's name may not be longer.
NAME_MAX = 40


@dataclass(slots=True)
class Ledger:
    """The shared state of a file in the making.

    ``part`` is python-docx's document part, ``labels`` the page of every anchor as it
    is printed, ``levels`` the level of every heading, ``headings`` how those look;
    ``controls`` are the ids of its content controls.
    """

    part: Any
    styles: Styles
    labels: dict[str, str]
    levels: dict[str, int]
    headings: Headings
    lists: Lists = field(default_factory=Lists)
    names: dict[str, str] = field(default_factory=dict)
    ids: dict[tuple[Style, int | None], str] = field(default_factory=dict)
    last: int = 0
    controls: set[int] = field(default_factory=set)

    def id(self) -> int:
        """Return an id that no shape has yet."""
        self.last += 1
        return self.last

    def style(self, style: Style, outline: int | None = None) -> str:
        """Return the id of a text's style."""
        key = style, outline
        known = self.ids.get(key)
        if known is None:
            known = self.ids[key] = style_id(self.styles.named(style, outline).name)
        return known

    def bookmark(self, anchor: str) -> str:
        """Return the bookmark of an anchor: a letter, then letters and digits."""
        if anchor not in self.names:
            plain = re.sub(r"[^A-Za-z0-9]+", "_", anchor)
            tail = f"_{len(self.names) + 1}"
            self.names[anchor] = f"b_{plain}"[: NAME_MAX - len(tail)] + tail
        return self.names[anchor]
