"""Make the ZIP, and say how large it is."""

from __future__ import annotations

import sys
from pathlib import Path

from sopgen import __version__
from sopgen.archive import packed
from windows.gathering import ROOT, GatheringError, check_signatures, python, wheels
from windows.tree import tree

#: Bytes that it may have: what a slow line and a small stick carry.
MOST = 60_000_000
TOP = f"sopgen-windows-{__version__}"


def main(folder: Path) -> None:
    """Write ``sopgen-windows-<version>.zip`` to a folder; raise GatheringError."""
    own = python()
    if not check_signatures(own.files):
        _say("osslsigncode is not installed: signatures were not checked")
    files = tree(own, wheels(own.pustaka))
    data = packed({f"{TOP}/{name}": one for name, one in files.items()})
    if len(data) > MOST:
        raise GatheringError(f"the ZIP has {len(data):,} bytes, more than {MOST:,}")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{TOP}.zip"
    target.write_bytes(data)
    _say(f"{target.as_posix()}: {len(files):,} files, {len(data) / 1e6:.1f} MB")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "dist")
    except GatheringError as error:
        sys.exit(f"windows: {error}")
