"""Rules about any text of the spec: letters, braces, blanks left to fill in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span, Teks
from sopgen.model.sop import Status
from sopgen.typeface import FILES, STYLES, read_face

#: What the texts of a new office begin with until somebody fills them in.
PLACEHOLDER = "(isi "
#: Fields that hold no text of the book.
SILENT = ("span", "id", "peraturan", "places", "berkas_lambang", "kurun")
#: Controls that Teks may hold: they part lines.
LINES = "\n\t"


def texts(thing: Any, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield every text below a thing with its place."""
    if isinstance(thing, Teks):
        yield thing.isi, thing.span
    elif isinstance(thing, str):
        yield thing, span
    elif is_dataclass(thing) and not isinstance(thing, Span | Source):
        own = getattr(thing, "span", span)
        for one in _parts(thing):
            yield from texts(one, own)
    else:
        for one in _parts(thing):
            yield from texts(one, span)


def _parts(thing: Any) -> Iterator[Any]:
    """Yield what a collection or a value of the model holds, codes and spans aside."""
    if isinstance(thing, Mapping):
        yield from thing.values()
    elif isinstance(thing, tuple | frozenset):
        yield from sorted(thing) if isinstance(thing, frozenset) else thing
    elif is_dataclass(thing):
        names = (one.name for one in fields(thing))
        yield from (getattr(thing, n) for n in names if n not in SILENT)


@cache
def printable() -> frozenset[str]:
    """Return the letters that every face of the book has."""
    faces = (read_face(f"{f}-{s}") for f in FILES for s in STYLES)
    return frozenset.intersection(*(frozenset(face.widths) for face in faces))


def huruf_tak_tercetak(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text with letters that the fonts lack: they print as empty boxes."""
    for text, span in texts(buku, buku.span):
        lacking = sorted(set(text) - printable() - set(LINES))
        if lacking:
            names = ", ".join(_letter(one) for one in lacking[:5])
            yield Diagnostic(
                "SOP113",
                Severity.WARNING,
                f"huruf tidak ada di fon buku, tercetak sebagai kotak: {names}",
                span,
                "ganti dengan huruf Latin biasa",
            )


def _letter(one: str) -> str:
    shown = one if one.isprintable() and not unicodedata.combining(one) else ""
    return f"{shown} U+{ord(one):04X}".strip()


def kurung_tersisa(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text that is no template but is written like one."""
    for text, span in texts(buku.sop, buku.span):
        if "{{" in text or "}}" in text or "{%" in text:
            yield Diagnostic(
                "SOP722",
                Severity.WARNING,
                "{{ … }} di sini tidak diisi; tercetak seperti tertulis",
                span,
                "tulis isinya langsung",
            )


def belum_diisi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text that still says what should be filled in.

    In a book in force it would be printed so.
    """
    in_force = buku.status is Status.BERLAKU
    severity = Severity.ERROR if in_force else Severity.WARNING
    for text, span in texts(buku, buku.span):
        if text.startswith(PLACEHOLDER):
            yield Diagnostic(
                "SOP112",
                severity,
                f"`{text[:60]}` belum diisi",
                span,
                "tulis isinya, atau kosongkan",
            )
