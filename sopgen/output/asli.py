"""What was built, kept aside: that from which staff begin when they edit a file.

Without it nobody could tell their changes from those of the spec.  It lies beside
the books, may be deleted at any time, and holds only what the last build made.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from sopgen.model.nilai import dataclass
from sopgen.output.disk import Disk
from sopgen.output.manifest import digest

ASLI = ".asli"
#: What staff edit in Word and Excel; of other files none is kept.
EDITABLE = (".docx", ".xlsx")


@dataclass(frozen=True, slots=True)
class Asli:
    """The folder of what was built, each file under its SHA-256."""

    folder: Path

    def __contains__(self, sha256: str) -> bool:
        """Tell whether such bytes were built lately."""
        return self.read(sha256) is not None

    def put(self, disk: Disk, path: Path, data: bytes) -> Path | None:
        """Keep what was built for a file that staff may edit; return what was written.

        A copy that cannot be kept is done without; one that is broken is none.
        """
        if path.suffix not in EDITABLE:
            return None
        kept = self.folder / digest(data)
        try:
            if kept.is_file() and kept.stat().st_size == len(data):
                return None
            disk.make(self.folder)
            disk.write(kept, data)
        except OSError:
            return None
        return kept

    def read(self, sha256: str) -> bytes | None:
        """Return the bytes of a digest, if they were kept and are sound."""
        try:
            data = (self.folder / sha256).read_bytes()
        except (OSError, ValueError):
            return None
        return data if digest(data) == sha256 else None

    def forget(self, disk: Disk, but: Collection[str]) -> None:
        """Remove all but the bytes of some digests."""
        try:
            for file in sorted(self.folder.iterdir()):
                if file.name not in but:
                    disk.remove(file)
        except OSError:
            return
