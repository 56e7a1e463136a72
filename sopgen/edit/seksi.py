"""A seksi gets another name or code: the SOP that name it by the old one follow."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.edit.wanted import applied, value_at
from sopgen.model.draft import Data
from sopgen.model.seksi import arti
from sopgen.model.suntingan import Langsung, Set

SEKSI, SOP = "seksi", "sop"
#: The fields of a seksi by which SOP name it.
NAMES = ("nama", "kode")


def following_seksi(data: Data, edit: Langsung) -> Iterator[Set]:
    """Yield the edits of the SOP that name a seksi as it was before an edit of it."""
    here = edit.jejak[:2]
    if not isinstance(edit, Set) or here[:1] != (SEKSI,) or len(here) < 2:
        return
    both = (data, applied(data, edit))
    old, new = (_names(value_at(one, here)) for one in both)
    listed = value_at(data, (SOP,))
    for n, one in enumerate(listed if isinstance(listed, list) else ()):
        word = value_at(one, (SEKSI,))
        for key in NAMES if isinstance(word, str) and word else ():
            if old[key] and arti(str(word)) == arti(old[key]):
                now = new[key] or new["nama"]
                if now and arti(now) != arti(old[key]):
                    yield Set(edit.berkas, (SOP, n, SEKSI), now)
                break


def _names(one: Data | None) -> dict[str, str]:
    """Return name and code of an item of the list of seksi."""
    if isinstance(one, str):
        return {"nama": one, "kode": ""}
    found = {key: value_at(one, (key,)) for key in NAMES}
    return {key: text if isinstance(text, str) else "" for key, text in found.items()}
