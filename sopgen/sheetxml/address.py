"""Addresses of cells: ``B7`` is column 2, row 7."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def split(address: str) -> tuple[int, int]:
    """Return row and column of a cell; raises ValueError for anything else."""
    found = ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(address)
    return int(found[2]), number(found[1])


def number(letters: str) -> int:
    """Return the number of a column."""
    total = 0
    for letter in letters:
        total = 26 * total + ord(letter) - ord("A") + 1
    return total


def letters(column: int) -> str:
    """Return the letters of a column."""
    made = ""
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def joined(row: int, column: int) -> str:
    """Return the address of a cell."""
    return f"{letters(column)}{row}"
