"""Entries of files, as journal and manifest have them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

#: An entry of a file, or a finding, as plain data.
Data = Mapping[str, Any]


def by_name(listed: Any) -> dict[str, Data]:
    """Return entries by the names of their files, those that lie in their folder."""
    found = {}
    for entry in listed if isinstance(listed, list) else ():
        name = entry.get("berkas") if isinstance(entry, dict) else None
        if isinstance(name, str) and _is_inside(name):
            found[name] = entry
    return found


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name
