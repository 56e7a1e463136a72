"""What a finding calls by another name in a folder of files than in a workbook.

A stage writes a finding without knowing where its author works.  A field, a file or a
turn of phrase that goes by two names stands in its sentence as a reference; the words
are put in at the edge (``sopgen.kosakata``), once it is known who reads them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: What encloses a reference: letters that no author types and no file may hold.
OPEN, PART, SHUT = "\ue000", "\ue001", "\ue002"
REFERENCE = re.compile(f"{OPEN}([^{OPEN}{SHUT}]*){SHUT}")


def isian(nama: str, nilai: str = "") -> str:
    """Return a reference to a field of the spec, and what is written in it."""
    return f"{OPEN}{PART.join(('isian', nama, nilai))}{SHUT}"


def berkas(nama: str) -> str:
    """Return a reference to a file of the spec: ``buku.yaml``, ``sop/surat.yaml``."""
    return f"{OPEN}{PART.join(('berkas', nama))}{SHUT}"


def peraturan(kode: str, sebutan: str) -> str:
    """Return a reference to a regulation: by its id, or as a workbook calls it."""
    return f"{OPEN}{PART.join(('peraturan', kode, sebutan))}{SHUT}"


def frasa(nama: str) -> str:
    """Return a reference to a turn of phrase that both vocabularies have."""
    return f"{OPEN}{PART.join(('frasa', nama))}{SHUT}"


def resolved(text: str, word: Callable[[str, tuple[str, ...]], str]) -> str:
    """Return a text with words for its references: ``word(kind, names)`` gives each."""

    def put(match: re.Match[str]) -> str:
        kind, *names = match[1].split(PART)
        return word(kind, tuple(names))

    return REFERENCE.sub(put, text) if OPEN in text else text
