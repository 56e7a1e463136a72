"""PDF that bear a signature: how one is known, and which edition it is of.

A signature lies open in its file: the bytes that it covers are counted from there, so
no client may pack it into a compressed object (ISO 32000-1, 7.5.7 and 12.8.1).  A field
that nobody has signed, or a place that is only kept for a signature, is none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path, PurePosixPath

from sopgen.output.digests import digest

#: A PDF says within so many bytes what it is.
HEAD, MARK = 1024, b"%PDF-"
#: The bytes that are signed; the signature itself, which is not all zeros.
BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*\d+(?:\s+\d+){3,}\s*\]")
CONTENTS = re.compile(rb"/Contents\s*<[0\s]*[1-9A-Fa-f]")
#: How a file ends, and what is added to it later; what may stand behind an end.
END = re.compile(rb"startxref\s+\d+\s+%%EOF")
BEHIND = (b"", b"\n", b"\r\n", b"\r")
#: So many ends of a file are looked at: as it was built, and signed once or twice.
MOST_ENDS = 4


def is_signed(data: bytes) -> bool:
    """Return whether a PDF bears an electronic signature."""
    return bool(
        MARK in data[:HEAD] and BYTE_RANGE.search(data) and CONTENTS.search(data)
    )


def is_signed_file(path: Path) -> bool:
    """Return whether a file is such a PDF.  Raises OSError if it cannot be read."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        return MARK in head and is_signed(head + stream.read())


def signed_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the signed PDF in a folder, as far as they can be read."""
    return tuple(sorted(_signed_in(folder)))


def _signed_in(folder: Path) -> Iterator[str]:
    for top, _, names in os.walk(folder):
        for name in names:
            file = Path(top, name)
            try:
                if name.casefold().endswith(".pdf") and is_signed_file(file):
                    yield file.relative_to(folder).as_posix()
            except OSError:
                continue


def same_edition(signed: bytes, built: bytes) -> bool:
    """Return whether a signed PDF was built as another one, whatever was added."""
    return _first(signed) == _first(built)


def _first(data: bytes) -> bytes:
    """Return a file up to its first end: what is added to a PDF stands behind it."""
    end = END.search(data)
    return data[: end.end()] if end else data


def holds(data: bytes, sha256: str) -> bool:
    """Return whether bytes have a digest; of a signed PDF, those that it began with."""
    if digest(data) == sha256:
        return True
    ends = islice(END.finditer(data), MOST_ENDS) if is_signed(data) else ()
    return any(
        digest(data[: end.end() + len(more)]) == sha256
        for end in ends
        for more in BEHIND
        if data.startswith(more, end.end())
    )


def lies(path: Path, sha256: str) -> bool:
    """Tell whether a file is there that holds what has a digest."""
    try:
        return holds(path.read_bytes(), sha256)
    except OSError:
        return False


def names_beside(name: str) -> Iterator[str]:
    """Yield a name, then those that new editions get beside signed ones."""
    yield name
    path = PurePosixPath(name)
    for n in count(1):
        nth = f"-{n}" if n > 1 else ""
        yield path.with_name(f"{path.stem}-baru{nth}{path.suffix}").as_posix()
