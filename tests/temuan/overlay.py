"""Lay an example of the findings over the small office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from sopgen.temuan import Contoh
from tests.spec.kantor import FILES, write_kantor

#: A key at the beginning of a line, with all that stands below it.
KEY = re.compile(r"^([A-Za-z]\w*):", re.MULTILINE)


def office_with(contoh: tuple[Contoh, ...], folder: Path) -> Path:
    """Write the small office with examples laid over its files."""
    write_kantor(folder)
    for one in contoh:
        file = folder / one.berkas
        file.parent.mkdir(exist_ok=True)
        file.write_text(laid(one), encoding="utf-8", newline="\n")
    return folder


def laid(contoh: Contoh) -> str:
    """Return the office's file with an example in it, whose keys replace its own.

    A further SOP begins as a copy of the one there is.
    """
    berkas = contoh.berkas
    usual = FILES["sop/surat.yaml"] if berkas.startswith("sop/") else ""
    own = {key for key, _ in blocks(contoh.isi)}
    if not own:
        return contoh.isi
    kept = [text for key, text in blocks(FILES.get(berkas, usual)) if key not in own]
    return "".join(kept) + contoh.isi


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of a file with the lines that belong to each."""
    found = list(KEY.finditer(text))
    ends = [match.start() for match in found] + [len(text)]
    for match, (start, end) in zip(found, pairwise(ends), strict=True):
        yield match[1], text[start:end]
