"""Read a text into its elements.

Paragraphs are parted by blank lines; ``#`` to ``####`` begin headings; ``a.``, ``1)``
and ``-`` begin items, nested by indentation, or by another form of mark behind a colon;
lines of pipes are tables; ``![keterangan](gambar/x.png)`` is a picture; ``*miring*``,
``**tebal**``.  CommonMark knows no ``a.`` lists, which official texts are full of,
hence this small reader.  Items are numbered anew, so that nobody has to renumber a list
by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from sopgen.model.ingatan import remembered
from sopgen.model.naskah.penomoran import (
    MARK,
    PELURU,
    Tanda,
    form_below,
    tanda_of,
    written,
)
from sopgen.model.naskah.sambung import split_running
from sopgen.model.naskah.tabel import is_head, is_row, is_rule, table_of
from sopgen.model.naskah.unsur import (
    Alinea,
    Butir,
    GambarTeks,
    Judul,
    TabelTeks,
    Unsur,
)
from sopgen.model.nilai import dataclass

HEADING = re.compile(r"(#{1,4})\s+(.*)")
ITEM = re.compile(rf"(?P<masuk>\s*)(?:(?P<peluru>[-•])|{MARK})\s+(?P<isi>.*)")
GAMBAR = re.compile(
    r"!\[(?P<keterangan>[^][\n]{0,500})\]\([ \t]*"
    r"(?P<berkas>[^()\n]{0,200}?(?:\([^()\n]{0,50}\)[^()\n]{0,50}?)?)"
    r"(?:[ \t]+[\"“][^\"”\n]{0,200}[\"”])?[ \t]*\)"
)
#: A list inside a running paragraph stands so much further in than what it is in.
SELANGKAH = 0.001
#: A paragraph that goes on with an item stands at least so far in from its mark.
MENJOROK = 2


@dataclass(frozen=True, slots=True)
class Tingkat:
    """An open list: how far in it stands, its typed and printed form, its count."""

    masuk: float
    bentuk: str
    cetak: str
    nilai: int


@dataclass(slots=True)
class Alur:
    """A paragraph or item while its lines are gathered."""

    masuk: int
    tanda: Tanda | None
    lines: list[str]
    at: int
    depth: int = 0


@dataclass(slots=True)
class Pembaca:
    """Read line after line; ``menjorok`` says that paragraphs begin with blanks."""

    unsur: list[Unsur] = field(default_factory=list)
    tingkat: list[Tingkat] = field(default_factory=list)
    open: Alur | None = None
    rows: list[tuple[int, str]] = field(default_factory=list)
    parted: bool = False
    menjorok: bool = False

    def read(self, text: str) -> tuple[Unsur, ...]:
        """Return the elements of a text."""
        lines = list(_lines(text))
        for number, (at, line) in enumerate(lines):
            following = lines[number + 1][1] if number + 1 < len(lines) else ""
            if not self._row(at, line, following):
                self._line(at, line)
        self._close()
        return tuple(self.unsur)

    def _row(self, at: int, line: str, following: str) -> bool:
        """Take a row of a table; blank lines between rows part nothing."""
        if not line.strip():
            self.parted = True
            return bool(self.rows)
        begins = is_row(line) or is_head(line, following)
        goes_on = bool(self.rows) and "|" in line and not self.parted
        if not (begins or goes_on or (self.rows and is_rule(line))):
            self._end_table()
            self.parted = False
            return False
        if self.rows and self.parted and is_rule(following):
            self._end_table()
        if not self.rows:
            self._end_paragraph()
        self.rows.append((at + _indent(line), line))
        self.parted = False
        return True

    def _line(self, at: int, line: str) -> None:
        stripped, indent = line.strip(), _indent(line)
        if not stripped:
            self._end_paragraph()
        elif heading := HEADING.fullmatch(stripped):
            self._close()
            self.tingkat.clear()
            self.unsur.append(Judul(len(heading[1]), heading[2], at + indent))
        elif item := self._item(line):
            tanda = Tanda(PELURU, 0) if item["peluru"] else tanda_of(item)
            self._end_paragraph()
            self.open = Alur(indent, tanda, [item["isi"].strip()], at + indent)
        elif self.open:
            self.open.lines.append(stripped)
        else:
            self._begin(indent, stripped, at + indent)

    def _begin(self, indent: int, text: str, at: int) -> None:
        """Begin a paragraph, of its own or one that goes on with an item."""
        depth = 0
        if not self.menjorok:
            inside = [t for t in self.tingkat if indent >= t.masuk + MENJOROK]
            depth = len(inside)
        if depth:
            del self.tingkat[depth:]
        else:
            self.tingkat.clear()
            self.menjorok |= indent >= MENJOROK
        self.open = Alur(indent, None, [text], at, depth)

    def _item(self, line: str) -> re.Match[str] | None:
        """Return a line as an item; one amid a paragraph must certainly be one."""
        item = ITEM.fullmatch(line)
        if item is None or item["peluru"] or self.open is None:
            return item
        tanda = tanda_of(item)
        if tanda.biasa:
            return item
        before = self.open.lines[-1]
        known = [t.nilai for t in self.tingkat if t.bentuk == tanda.bentuk]
        if self.open.tanda and self.open.tanda.bentuk == tanda.bentuk:
            known.append(self.open.tanda.nilai)
        goes_on = tanda.nilai - 1 in known if tanda.bentuk[0] == "(" else bool(known)
        begins = tanda.nilai == 1 and before.endswith((":", ";", "."))
        return item if begins or goes_on else None

    def _close(self) -> None:
        self._end_paragraph()
        self._end_table()

    def _end_table(self) -> None:
        if self.rows:
            indent = _indent(self.rows[0][1])
            depth = sum(indent > t.masuk for t in self.tingkat)
            del self.tingkat[depth:]
            self.unsur.append(_table(self.rows, depth))
            self.rows = []

    def _end_paragraph(self) -> None:
        """Put down a paragraph or item: its pieces, and the pictures in them."""
        one, self.open = self.open, None
        if one is None:
            return
        base = one.masuk if one.tanda else one.masuk - SELANGKAH
        if one.depth:
            base = self.tingkat[one.depth - 1].masuk
        depth = one.depth
        for isi, at, tanda, dalam in split_running(" ".join(one.lines), one.tanda):
            if tanda is None:
                self.unsur += _pictures(Alinea(isi, depth, one.at))
            else:
                masuk = base + SELANGKAH * dalam
                butir = self._numbered(isi, tanda, masuk)
                self.unsur += _pictures(replace(butir, at=one.at + at))

    def _numbered(self, isi: str, tanda: Tanda, masuk: float) -> Butir:
        """Return an item of the list that its mark goes on with or begins."""
        masuk = self._place(tanda, masuk)
        outer = self.tingkat[:]
        same = outer.pop() if outer and outer[-1].masuk >= masuk else None
        cetak = form_below(tanda.bentuk, tuple(t.cetak for t in outer))
        nilai = same.nilai + 1 if same and same.bentuk == tanda.bentuk else 1
        self.tingkat = [*outer, Tingkat(masuk, tanda.bentuk, cetak, nilai)]
        mark = written(cetak, nilai)
        return Butir(isi, len(outer), tanda.bentuk, mark, tanda.nilai)

    def _place(self, tanda: Tanda, masuk: float) -> float:
        """Close the lists that are further in; return how far in the item stands.

        Of lists that stand below each other at one edge the form says which is meant;
        behind a colon another form begins a list inside.
        """
        while self.tingkat and self.tingkat[-1].masuk > masuk + SELANGKAH * 10:
            self.tingkat.pop()
        edge = [t for t in self.tingkat if abs(t.masuk - masuk) <= SELANGKAH * 10]
        for one in reversed(edge):
            if one.bentuk == tanda.bentuk:
                while self.tingkat[-1] is not one:
                    self.tingkat.pop()
                return one.masuk
        before = self.unsur[-1] if self.unsur else None
        announced = isinstance(before, Butir) and before.text.endswith(":")
        if edge and tanda.nilai <= 1 and announced:
            return edge[-1].masuk + SELANGKAH
        return edge[-1].masuk if edge else masuk


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with where each begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.expandtabs(4).rstrip("\r\n")
        at += len(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _table(rows: list[tuple[int, str]], depth: int) -> TabelTeks | Alinea:
    """Return the table of some lines; rules without a row are text as it was typed."""
    if all(is_rule(line) for _, line in rows):
        return Alinea(" ".join(line.strip() for _, line in rows), depth, rows[0][0])
    return table_of(rows, depth)


def _pictures(one: Alinea | Butir) -> Iterator[Unsur]:
    """Yield a paragraph and the pictures that stand in it, each by itself."""
    depth = one.depth + isinstance(one, Butir)
    start, first = 0, True
    for match in GAMBAR.finditer(one.text):
        before = one.text[start : match.start()].strip()
        if before or (first and isinstance(one, Butir)):
            yield replace(one, text=before) if first else Alinea(before, depth, one.at)
            first = False
        keterangan = match["keterangan"].strip()
        yield GambarTeks(keterangan, match["berkas"], match[0], depth, one.at)
        start = match.end()
    rest = one.text[start:].strip()
    if not start:
        yield one
    elif rest:
        yield replace(one, text=rest) if first else Alinea(rest, depth, one.at)


@remembered(1000)
def read_unsur(text: str) -> tuple[Unsur, ...]:
    """Return the elements of a text."""
    return Pembaca().read(text)
