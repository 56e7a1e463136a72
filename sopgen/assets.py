"""Where the data files of the program lie: symbols, fonts, default texts."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def asset(name: str) -> Path:
    """Return a folder of assets: inside the wheel, or beside the checkout."""
    installed = _PACKAGE / "data" / name
    return installed if installed.exists() else _PACKAGE.parent / "assets" / name
