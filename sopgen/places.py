"""Where the books of several offices lie: no two of them in one folder."""

from __future__ import annotations

import os
from dataclasses import field
from pathlib import Path
from typing import TypeAlias

from sopgen.hasil import Result
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Source, Span
from sopgen.model.nilai import dataclass

#: A folder of books, an office's own name in it, a year.
Place: TypeAlias = tuple[Path, str, str]
SARAN = (
    "ganti kode kantor atau nama folder salah satunya, atau bangun sendiri dengan "
    "--output"
)


@dataclass(frozen=True)
class Places:
    """The folders of books, each with the spec of which it is one."""

    specs: dict[Place, Path] = field(default_factory=dict)

    def take(self, folder: Path, spec: Path) -> Path:
        """Return whose folder it is: now that of a spec, unless it was another's."""
        root = Path(os.path.realpath(folder.parents[1]))
        key = root, folder.parent.name.casefold(), folder.name
        return self.specs.setdefault(key, spec)

    def taken(self, folder: Path, spec: Path) -> Result | None:
        """Return what is told of a spec whose book would lie over another one's."""
        other = self.take(folder, spec)
        if other == spec:
            return None
        finding = diagnose(
            "SOP936",
            f"hasilnya akan menimpa hasil `{other.as_posix()}` di "
            f"`{folder.as_posix()}`; yang ini tidak dibangun",
            Span(Source(spec.as_posix())),
            SARAN,
        )
        return Result((), (finding,))
