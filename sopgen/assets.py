"""Where the data files of the program lie: symbols, papers, fonts, default texts."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


class BrokenAssetError(Exception):
    """A data file of the program that cannot be used, and why.

    No spec can mend it: the program stops and names the file.
    """

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(f"assets/{file.parent.name}/{file.name}: {why}")


def asset(name: str) -> Path:
    """Return a folder of assets: inside the wheel, or beside the checkout."""
    installed = _PACKAGE / "data" / name
    return installed if installed.exists() else _PACKAGE.parent / "assets" / name
