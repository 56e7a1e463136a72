"""What shall lie in a book's folder: written down before anything there is touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from sopgen.model.nilai import dataclass
from sopgen.output.entries import Data, by_name

JOURNAL = "jurnal.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """The files of an edition by their names, and what was found in the book.

    ``whole`` tells that whatever else a build made belongs to an older edition.  The
    bytes of what is new lie beside the journal, until they are in their place.
    """

    berkas: Mapping[str, Data]
    temuan: tuple[Data, ...]
    whole: bool

    def as_bytes(self) -> bytes:
        """Return it as it is written."""
        made = {
            "berkas": [*self.berkas.values()],
            "temuan": self.temuan,
            "utuh": self.whole,
        }
        return json.dumps(made, ensure_ascii=False).encode()


def read_journal(path: Path) -> Journal | None:
    """Return what stands in a journal; nothing if there is none that can be read."""
    try:
        made = json.loads(path.read_bytes())
        return Journal(by_name(made["berkas"]), tuple(made["temuan"]), made["utuh"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
