"""What a build leaves: the files of an edition, and everything that was found."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.output.manifest import Built


@dataclass(frozen=True, slots=True)
class Result:
    """What was written, and everything that was found on the way.

    ``told`` are those of the findings that a build itself tells, such as those about
    the files of the output.  ``misused`` is the one for a wish that no book can fulfil;
    ``diabaikan`` is how many were left out as right; ``lama`` are the names of files in
    the book's folder, ``folder``, that belong to an older edition.
    ``beside`` are the files that it was made from besides its spec, with their digests
    when they were read, if they are all known.
    """

    files: tuple[Built, ...]
    findings: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...] = ()
    misused: Diagnostic | None = None
    diabaikan: int = 0
    lama: tuple[str, ...] = ()
    folder: Path | None = None
    beside: tuple[tuple[Path, str], ...] | None = None
