"""Which row each row of a sheet becomes, and what that makes of areas and formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.model.nilai import dataclass

#: The last row that Excel has.
LAST = 1_048_576
AREA = re.compile(r"(\$?[A-Z]{1,3}\$?)([0-9]{1,7})(?::(\$?[A-Z]{1,3}\$?)([0-9]{1,7}))?")
#: In a formula: words in quotes, names of sheets, and areas, each with its sheet.
TOKEN = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?P<sheet>(?:'(?:[^']|'')+'|[A-Za-z_\\][\w.\\]*)!)?"
    r"(?:(?P<area>\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)(?![\w(.!])"
    r"|(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w.]))"
    r"|[A-Za-z_\\$][\w.\\$]*"
)
GONE = "#REF!"


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows that stay together: from first to last, now ``by`` further down.

    Those without a ``by`` are gone.
    """

    first: int
    last: int
    by: int | None


@dataclass(frozen=True, slots=True)
class Shift:
    """What becomes of all rows of a sheet; ``moves`` tells that their order changes."""

    pieces: tuple[Piece, ...]
    moves: bool = False

    def row(self, row: int) -> int | None:
        """Return what a row becomes, or nothing if it is gone."""
        for piece in self.pieces:
            if piece.first <= row <= piece.last:
                return None if piece.by is None else row + piece.by
        return None

    def rows(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return what the rows of an area become: several areas, one, or none."""
        if last >= LAST:
            return [(self.row(first) or first, last)]
        found: list[tuple[int, int]] = []
        for piece in self.pieces:
            low, high = max(first, piece.first), min(last, piece.last)
            if low <= high and piece.by is not None:
                found.append((low + piece.by, high + piece.by))
        found.sort()
        if not self.moves and found:
            return [(found[0][0], found[-1][1])]
        return list(_joined(found))

    def areas(self, text: str) -> str:
        """Return a list of areas, such as a rule of cells has; nothing if all go."""
        made: list[str] = []
        for one in text.split():
            found = AREA.fullmatch(one)
            made.extend([one] if found is None else self._area(found))
        return " ".join(made)

    def near(self, row: int) -> int:
        """Return what a row becomes, or the row that takes its place if it is gone."""
        later = (p for p in self.pieces if p.last >= row and p.by is not None)
        piece = next(later)
        return max(row, piece.first) + (piece.by or 0)

    def formula(self, text: str, name: str, *, own: bool, rule: bool = False) -> str:
        """Return a formula; ``own`` tells that it stands on the sheet called ``name``.

        A ``rule`` speaks of the first cell of its area: if that goes, of the next one.
        """

        def changed(found: re.Match[str]) -> str:
            area, rows, sheet = found["area"], found["rows"], found["sheet"] or ""
            if not (area or rows) or not (_is(sheet, name) if sheet else own):
                return found[0]
            if rows:
                return sheet + self._whole(rows)
            match = AREA.fullmatch(area)
            made = self._area(match) if match else [area]
            if not made and rule and match and match[3] is None:
                made = [f"{match[1]}{self.near(int(match[2]))}"]
            if len(made) > 1:
                return found[0]
            return sheet + (made[0] if made else GONE)

        return TOKEN.sub(changed, text)

    def _area(self, found: re.Match[str]) -> list[str]:
        left, first, right, last = found[1], int(found[2]), found[3], found[4]
        if right is None:
            row = self.row(first)
            return [] if row is None else [f"{left}{row}"]
        return [f"{left}{a}:{right}{b}" for a, b in self.rows(first, int(last))]

    def _whole(self, rows: str) -> str:
        first, last = (int(one.strip("$")) for one in rows.split(":"))
        made = self.rows(first, last)
        if len(made) != 1:
            return rows if made else GONE
        marks = ["$" if one.startswith("$") else "" for one in rows.split(":")]
        return f"{marks[0]}{made[0][0]}:{marks[1]}{made[0][1]}"


def inserted(at: int, count: int) -> Shift:
    """Return what rows become when new ones come in above row ``at``."""
    return Shift((Piece(1, at - 1, 0), Piece(at, LAST, count)))


def deleted(first: int, last: int) -> Shift:
    """Return what rows become when some go."""
    rest = Piece(last + 1, LAST, first - last - 1)
    return Shift((Piece(1, first - 1, 0), Piece(first, last, None), rest))


def moved(first: int, last: int, to: int) -> Shift:
    """Return what rows become when some move to stand above row ``to``."""
    count = last - first + 1
    if to < first:
        between = (Piece(to, first - 1, count), Piece(first, last, to - first))
        low, high = to, last
    else:
        between = (Piece(first, last, to - 1 - last), Piece(last + 1, to - 1, -count))
        low, high = first, to - 1
    return Shift((Piece(1, low - 1, 0), *between, Piece(high + 1, LAST, 0)), moves=True)


def _joined(areas: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield areas in order, those that touch as one."""
    start, end = 0, -1
    for first, last in areas:
        if start and first == end + 1:
            end = last
            continue
        if start:
            yield start, end
        start, end = first, last
    if start:
        yield start, end


def _is(sheet: str, name: str) -> bool:
    """Tell whether the prefix of an area names a sheet."""
    bare = sheet.removesuffix("!")
    if bare.startswith("'"):
        bare = bare[1:-1].replace("''", "'")
    return bare.casefold() == name.casefold()
