"""Put empty signature fields into a PDF, where its signers sign.

They are added behind the end of the file (an incremental update, ISO 32000-1, 7.5.6):
up to there it is the file without fields, byte for byte, which is what archives take.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sopgen.model.geometry import Box
from sopgen.model.nilai import dataclass
from sopgen.model.page import Pages, SignatureArea
from sopgen.render.pdf import rect

#: What a field is called aloud.
SPOKEN = "Tempat tanda tangan"
#: The field is printed and shown; the file has a field for a signature, none signed.
PRINTED, HAS_FIELD = 4, 1
#: The end of a file as reportlab writes it: where its table lies, and what is in it.
TRAILER = re.compile(
    rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL
)
#: The head of that table, and how long a line of it is.
TABLE, LINE = re.compile(rb"xref\n0 (\d+)\n"), 20
ROOT, INFO = (re.compile(rb"/%s (\d+) 0 R" % key) for key in (b"Root", b"Info"))
SIZE, ID = re.compile(rb"/Size (\d+)"), re.compile(rb"/ID\s*\[\s*<(\w+)>")
KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
REF, PAGES = re.compile(rb"(\d+) 0 R"), re.compile(rb"/Pages (\d+) 0 R")
ANNOTS = re.compile(rb"/Annots\s*\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, on which page from 0, and where, in mm."""

    name: str
    page: int
    box: Box


def fields_of(pages: Pages) -> tuple[Field, ...]:
    """Return the fields of pages, each of another name."""
    seen: Counter[str] = Counter()
    made: list[Field] = []
    for number, page in enumerate(pages.pages):
        for item in page.body:
            if isinstance(item, SignatureArea):
                seen[item.name] += 1
                nth = seen[item.name]
                name = f"{item.name}_{nth}" if nth > 1 else item.name
                made.append(Field(name, number, item.box))
    return tuple(made)


def with_fields(data: bytes, pages: Pages) -> bytes:
    """Return a PDF that reportlab wrote of pages, with a field at each signer's place.

    One in which nobody signs stays as it is.  Raises ValueError for another PDF.
    """
    fields = fields_of(pages)
    return _Update(data, pages).made(fields) if fields else data


class _Update:
    """What is written behind the end of a file."""

    def __init__(self, data: bytes, pages: Pages) -> None:
        found = TRAILER.search(data)
        if found is None:
            raise ValueError("the PDF has no plain table of its objects")
        self.data, self.pages = data, pages
        self.trailer, self.table = found[1], int(found[2])
        self.free = _number(SIZE, self.trailer)
        table = TABLE.match(data, self.table)
        if table is None or int(table[1]) != self.free:
            raise ValueError("the PDF has more than one table of its objects")
        self.places = table.end()
        self.objects: dict[int, bytes] = {}

    def made(self, fields: tuple[Field, ...]) -> bytes:
        """Return the file with fields."""
        root = _number(ROOT, self.trailer)
        catalog = self._object(root)
        kids = self._pages(catalog)
        by_page: dict[int, list[int]] = {}
        names = [self._field(one, kids[one.page], by_page) for one in fields]
        for page, own in by_page.items():
            self.objects[page] = _annotated(self._object(page), own)
        form = self._new(b"<< /Fields [%s] /SigFlags %d >>" % (_refs(names), HAS_FIELD))
        entry = b"<<\n/AcroForm %d 0 R " % form
        self.objects[root] = catalog.replace(b"<<\n", entry, 1)
        return self.data + b"".join(self._written())

    def _field(self, field: Field, page: int, by_page: dict[int, list[int]]) -> int:
        """Add a field with its empty picture; return its number."""
        x0, y0, x1, y1 = rect(field.box, self.pages.pages[field.page].height)
        seen = self._new(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 %s] /Length 0 >>\n"
            b"stream\n\nendstream" % _numbers(x1 - x0, y1 - y0)
        )
        name = field.name.encode("ascii")
        number = self._new(
            b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (%s) /TU (%s: %s) /F %d\n"
            b"/Rect [%s] /P %d 0 R /AP << /N %d 0 R >> >>"
            % (
                name,
                SPOKEN.encode("ascii"),
                name,
                PRINTED,
                _numbers(x0, y0, x1, y1),
                page,
                seen,
            )
        )
        by_page.setdefault(page, []).append(number)
        return number

    def _new(self, data: bytes) -> int:
        number = self.free
        self.free += 1
        self.objects[number] = data
        return number

    def _object(self, number: int) -> bytes:
        """Return what stands in an object that is no stream."""
        line = self.places + number * LINE
        start = int(self.data[line : line + 10]) + len(b"%d 0 obj\n" % number)
        return self.data[start : self.data.index(b"\nendobj", start)]

    def _pages(self, catalog: bytes) -> list[int]:
        """Return the numbers of the pages, in order."""
        kids = KIDS.search(self._object(_number(PAGES, catalog)))
        found = REF.findall(kids[1]) if kids else []
        if len(found) != len(self.pages.pages):
            raise ValueError("the PDF has its pages in a tree")
        return [int(one) for one in found]

    def _written(self) -> Iterator[bytes]:
        """Yield the objects, the table of where they are, and the new end."""
        at, places = len(self.data), {}
        for number in sorted(self.objects):
            written = b"%d 0 obj\n%s\nendobj\n" % (number, self.objects[number])
            places[number] = at
            at += len(written)
            yield written
        yield b"xref\n"
        yield from _table(places)
        yield self._end(at)

    def _end(self, at: int) -> bytes:
        """Return the trailer of the update, whose table is at a place."""
        first = ID.search(self.trailer)
        every = b"".join(self.objects[n] for n in sorted(self.objects))
        now = hashlib.md5(every, usedforsecurity=False).hexdigest().encode()
        entries = b" ".join(
            (
                b"/ID [<%s><%s>]" % (first[1] if first else now, now),
                b"/Info %d 0 R" % _number(INFO, self.trailer),
                b"/Prev %d /Root %d 0 R" % (self.table, _number(ROOT, self.trailer)),
                b"/Size %d" % self.free,
            )
        )
        return b"trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n" % (entries, at)


def _number(pattern: re.Pattern[bytes], text: bytes) -> int:
    found = pattern.search(text)
    if found is None:
        raise ValueError(f"the PDF lacks {pattern.pattern.decode('latin-1')}")
    return int(found[1])


def _annotated(page: bytes, fields: list[int]) -> bytes:
    """Return what stands of a page, its fields behind its links."""
    if b"/Annots" not in page:
        return page.replace(b"<<\n", b"<<\n/Annots [%s] " % _refs(fields), 1)
    found = ANNOTS.search(page)
    if found is None:
        raise ValueError("the PDF has the links of a page elsewhere")
    both = b"/Annots [%s %s]" % (found[1].strip(), _refs(fields))
    return page[: found.start()] + both + page[found.end() :]


def _refs(numbers: list[int]) -> bytes:
    return b" ".join(b"%d 0 R" % n for n in numbers)


def _numbers(*values: float) -> bytes:
    return b" ".join(f"{value:.2f}".encode() for value in values)


def _table(places: Mapping[int, int]) -> Iterator[bytes]:
    """Yield the lines of a table, objects that follow each other together."""
    runs: list[list[int]] = []
    for number in sorted(places):
        if not runs or number != runs[-1][-1] + 1:
            runs.append([])
        runs[-1].append(number)
    for run in runs:
        yield b"%d %d\n" % (run[0], len(run))
        yield from (b"%010d 00000 n \n" % places[number] for number in run)
