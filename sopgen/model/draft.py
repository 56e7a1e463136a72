"""Files of a spec that are to be written, with remarks beside their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from sopgen.model.nilai import dataclass

#: What a file holds: text, lists and mappings of text.
Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
#: The way to a value: keys of mappings, and numbers of items from 0.
Trail: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A file of a spec: its name in the office's folder, and what stands in it.

    ``remarks`` are comments beside values; ``head`` are comment lines above all.
    """

    name: str
    data: Data
    remarks: Mapping[Trail, str] = field(default_factory=dict)
    head: tuple[str, ...] = ()
