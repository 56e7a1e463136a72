"""Read tables of pipes, line by line: ``| a | b |``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sopgen.model.naskah.unsur import BarisTabel, Rata, TabelTeks

#: A row with a pipe at its beginning, and the row that says how columns are set.
BARIS = re.compile(r"\s*\|.*")
PEMISAH = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*\|?)?\s*")
PIPA = re.compile(r"(?<!\\)\|")
#: A row has at least so many pipes, if one begins it, and at most: no paper has more.
PIPES = range(2, 61)


def is_row(line: str) -> bool:
    """Return whether a line is certainly a row of a table."""
    return bool(BARIS.fullmatch(line)) and len(PIPA.findall(line)) in PIPES


def is_rule(line: str) -> bool:
    """Return whether a line says how the columns of a table are set."""
    return "-" in line and bool(PEMISAH.fullmatch(line))


def is_head(line: str, following: str) -> bool:
    """Return whether a line is a head without outer pipes, by the line below it."""
    return bool(PIPA.search(line)) and is_rule(following) and "|" in following


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a row; a pipe behind a backslash belongs to its cell."""
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(one.strip().replace("\\|", "|") for one in PIPA.split(inner))


def table_of(lines: Sequence[tuple[int, str]], depth: int) -> TabelTeks:
    """Return the table of some lines, each with where it begins in the text."""
    rows = tuple(
        BarisTabel(cells_of(line), at) for at, line in lines if not is_rule(line)
    )
    rules = [cells_of(line) for _, line in lines if is_rule(line)]
    rata = tuple(map(_rata, rules[0])) if rules else ()
    kepala = rows[0] if len(rows) > 1 else None
    return TabelTeks(kepala, rows[1:] if kepala else rows, rata, depth, lines[0][0])


def _rata(rule: str) -> Rata:
    if rule.endswith(":"):
        return "center" if rule.startswith(":") else "right"
    return "left"
