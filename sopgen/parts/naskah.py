"""Set a running chapter: its headings, and everything between them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sopgen.model.document import Block, Heading, Label, Paragraph
from sopgen.model.gambar import Gambar
from sopgen.model.gaya import runs_of, unmarked
from sopgen.model.naskah import Judul, read_unsur
from sopgen.parts.styles import ANAK_BAB, BAB, BUTIR, ISI, SUB_BAB, SUB_SUB_BAB
from sopgen.parts.unsur import HANG, Tata, blocks_of

#: The style of the headings of each level.
TINGKAT = (BAB, ANAK_BAB, SUB_BAB, SUB_SUB_BAB)
#: Headings of deeper levels have no line in the daftar isi.
TERCANTUM = 3
#: The mark of a heading: ``A.``, ``1.``, ``a.``.
HURUF = re.compile(r"([A-Z]{1,2}\.|[0-9]{1,2}\.|[a-z]\.)\s+(.*)")


def chapter(
    text: str, anchor: str, width: float, gambar: Mapping[str, Gambar] | None = None
) -> tuple[Block, ...]:
    """Return the blocks of a running chapter in a column of so many mm."""
    tata = Tata(ISI, BUTIR, width, gambar=gambar or {})
    blocks: list[Block] = []
    for number, one in enumerate(read_unsur(text)):
        if isinstance(one, Judul):
            blocks.append(_heading(one, f"{anchor}-{number}"))
        else:
            blocks += blocks_of((one,), tata)
    return tuple(blocks)


def _heading(one: Judul, anchor: str) -> Paragraph:
    level = one.level
    label, title = split_label(one.text) if level < TERCANTUM else _numbered(one.text)
    listed = level <= TERCANTUM
    heading = Heading(level, unmarked(title), anchor, label, listed)
    labels = (Label(label, 0),) if label and level > 1 else ()
    indent = HANG if labels else 0
    words = title if labels else one.text
    style = TINGKAT[level - 1]
    return Paragraph(runs_of(words), style, indent, labels=labels, heading=heading)


def split_label(text: str) -> tuple[str, str]:
    """Return ``("A.", "LATAR BELAKANG")`` for ``A. LATAR BELAKANG``."""
    match = re.fullmatch(r"([A-Z]{1,2}\.)\s+(.*)", text)
    return (match[1], match[2]) if match else ("", text)


def _numbered(text: str) -> tuple[str, str]:
    """Return the mark of a deeper heading, and its words."""
    match = HURUF.fullmatch(text)
    return (match[1], match[2]) if match else ("", text)
