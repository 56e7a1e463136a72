"""What keeps a PDF from being PDF/A-2b, told by a validator and by its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import pdfa

#: The entries of the old place that have their like in XMP.
ALIKE = {
    "/Title": "dc:title",
    "/Subject": "dc:description",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
}
DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def faults(data: bytes) -> list[str]:
    """Return all that a file has against being PDF/A-2b."""
    found = pdfa.validate_written(BytesIO(data), "2b").findings
    return [*map(str, found), *loose_bytes(data)]


def loose_bytes(data: bytes) -> Iterator[str]:
    """Yield where the bytes of a file are not set as 6.1.2 to 6.1.9 want.

    The validator takes objects, whose bytes it does not see.
    """
    comment = data.split(b"\n")[1]
    if not re.match(rb"%[\x80-\xff]{4}", comment):
        yield f"6.1.2: no binary comment: {comment!r}"
    if not re.search(rb"\nstartxref\n\d+\n%%EOF\n?\Z", data):
        yield f"6.1.3: something after the end: {data[-40:]!r}"
    start = int(data[data.rindex(b"startxref\n") + 10 :].split(b"\n")[0])
    table = data[start:]
    if not re.match(rb"xref\n0 \d+\n", table):
        yield f"6.1.4: {table[:20]!r}"
    places = [int(one) for one in re.findall(rb"(\d{10}) \d{5} n \n", table)]
    for at, end in zip(places, [*places[1:], start], strict=True):
        yield from _loose_object(data[at - 1 : end])


def _loose_object(part: bytes) -> Iterator[str]:
    if not re.match(rb"\n\d+ 0 obj\n", part) or not part.endswith(b"\nendobj\n"):
        yield f"6.1.9: {part[:20]!r} … {part[-20:]!r}"
    head, stream, rest = part.partition(b"\nstream\n")
    if stream:
        length = re.search(rb"/Length (\d+)", head)
        if length is None or not rest[int(length[1]) :].startswith(b"\nendstream\n"):
            yield f"6.1.7.1: {head[:60]!r} … {rest[-40:]!r}"


class Told(NamedTuple):
    """What a file says of itself in its two places, by the names of XMP."""

    old: dict[str, str]
    xmp: dict[str, str]


def told(data: bytes) -> Told:
    """Return what a file says of itself."""
    with pikepdf.open(BytesIO(data)) as pdf:
        old = {str(name): str(value) for name, value in pdf.docinfo.items()}
        with pdf.open_metadata() as xmp:
            both = {name: _text(xmp.get(name)) for name in xmp}
    names = {name: old.pop(entry) for entry, name in ALIKE.items() if entry in old}
    names |= {name: _time(old.pop(entry)) for entry, name in DATES.items()}
    if "/Author" in old:
        names["dc:creator"] = old.pop("/Author")
    return Told(names | old, {_short(name): value for name, value in both.items()})


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, set)) else str(value)


def _short(name: str) -> str:
    """Return the usual name of a property, given as ``{namespace}name``."""
    space, _, own = name.rpartition("}")
    usual = {
        "elements/1.1/": "dc", "xap/1.0/": "xmp", "pdf/1.3/": "pdf", "ns/id/": "pdfaid",
    }  # fmt: skip
    return next((f"{k}:{own}" for end, k in usual.items() if space.endswith(end)), name)


def _time(value: str) -> str:
    """Return a date of the old place as XMP writes it."""
    found = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+00'00'", value)
    assert found, value
    year, month, day, *time = found.groups()
    return f"{year}-{month}-{day}T{':'.join(time)}+00:00"
