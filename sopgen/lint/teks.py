"""Rules about any text of the spec: letters, braces, blanks left to fill in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span, Teks
from sopgen.model.letak import Trail
from sopgen.model.sop import Status
from sopgen.typeface import FILES, STYLES, read_face

#: What the texts of a new office begin with until somebody fills them in.
PLACEHOLDER = "(isi "
#: What the kop says of the office, and signs that stand where something is to come.
KOP = ("alamat", "telepon", "kode_pos")
TITIK_TITIK = re.compile(r"[.…_]{3,}|…|[xX]{2,}(?![a-z])")
#: Signs of a template.
KURUNG = re.compile(r"\{\{|\}\}|\{%")
#: Fields that hold no text of the book.
SILENT = ("span", "id", "peraturan", "letak", "berkas_lambang", "kurun")
#: Things of the model whose fields stand among those of what they belong to.
SEBARIS = ("identitas", "mutu_baku")
#: Controls that Teks may hold: they part lines.
LINES = "\n\t"
#: So many words of a line tell it from others.
AWAL = 4

Place = Callable[..., Span]


def texts(thing: Any, span: Span) -> Iterator[Teks]:
    """Yield every text below a thing, each with its own place; else at ``span``."""
    yield from _texts(thing, lambda *_: span, ())


def _texts(thing: Any, at: Place, trail: Trail) -> Iterator[Teks]:
    """Yield the texts of a thing that stands at the end of a trail."""
    if isinstance(thing, Teks):
        yield thing
    elif isinstance(thing, str):
        yield Teks(thing, at(*trail))
    elif hasattr(thing, "at"):
        for step, one in _parts(thing):
            yield from _texts(one, thing.at, step)
    elif hasattr(thing, "span"):
        yield from (one for _, part in _parts(thing) for one in texts(part, thing.span))
    else:
        for step, one in _parts(thing):
            yield from _texts(one, at, (*trail, *step))


def _parts(thing: Any) -> Iterator[tuple[Trail, Any]]:
    """Yield what a collection or a value of the model holds, codes and spans aside.

    Each comes with the steps that lead to it in the file.
    """
    if isinstance(thing, Mapping):
        yield from (((key,), one) for key, one in thing.items())
    elif isinstance(thing, tuple):
        yield from (((n,), one) for n, one in enumerate(thing))
    elif isinstance(thing, frozenset):
        yield from (((), one) for one in sorted(thing))
    elif is_dataclass(thing) and not isinstance(thing, Span | Source):
        yield from (
            (step, getattr(thing, name)) for step, name in _steps(thing.__class__)
        )


@cache
def _steps(kind: type) -> tuple[tuple[Trail, str], ...]:
    """Return the fields of a class that may hold texts, with the steps to them."""
    names = (one.name for one in fields(kind) if one.name not in SILENT)
    return tuple((() if name in SEBARIS else (name,), name) for name in names)


@gathered
def texts_of(buku: Buku) -> Iterator[Teks]:
    """Yield every text of a book."""
    yield from texts(buku, buku.span)


@gathered
def texts_of_sop(buku: Buku) -> Iterator[tuple[Teks, ...]]:
    """Yield the texts of each of its SOP."""
    yield from (tuple(texts(sop, sop.span)) for sop in buku.sop)


def line_of(teks: Teks, start: int) -> Span:
    """Return the line of a text on which a letter stands, as its file has it."""
    span, lines = teks.span, teks.span.source.lines
    before = teks.isi.count("\n", 0, start)
    if span.source.cells or span.source.path.endswith(".md"):
        return replace(span, line=span.line + before)
    if span.cell or not lines:
        return span
    words = " ".join(teks.isi[start:].split("\n", 1)[0].split(" ")[:AWAL]).strip()
    for number in range(span.line, min(span.line + 2 * before + 9, len(lines)) + 1):
        first = span.column - 1 if number == span.line else 0
        column = lines[number - 1].find(words, first)
        if words and column >= 0:
            return replace(span, line=number, column=column + 1, width=len(words))
    return span


@cache
def printable() -> frozenset[str]:
    """Return the letters that every face of the book has."""
    faces = (read_face(f"{f}-{s}") for f in FILES for s in STYLES)
    return frozenset.intersection(*(frozenset(face.widths) for face in faces))


def huruf_tak_tercetak(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text with letters that the fonts lack: they print as empty boxes."""
    for teks in texts_of(buku):
        lacking = sorted(set(teks.isi) - printable() - set(LINES))
        if lacking:
            first = min(map(teks.isi.index, lacking))
            names = ", ".join(_letter(one) for one in lacking[:5])
            yield diagnose(
                "SOP113",
                f"huruf tidak ada di fon buku, tercetak sebagai kotak: {names}",
                line_of(teks, first),
                "ganti dengan huruf Latin biasa",
            )


def _letter(one: str) -> str:
    shown = one if one.isprintable() and not unicodedata.combining(one) else ""
    return f"{shown} U+{ord(one):04X}".strip()


def kurung_tersisa(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text that is no template but is written like one."""
    for teks in chain.from_iterable(texts_of_sop(buku)):
        if found := KURUNG.search(teks.isi):
            yield diagnose(
                "SOP722",
                "{{ … }} di sini tidak diisi; tercetak seperti tertulis",
                line_of(teks, found.start()),
                "tulis isinya langsung",
            )


def belum_diisi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text that still says what should be filled in.

    In a book in force it would be printed so.
    """
    in_force = buku.status is Status.BERLAKU
    for teks in chain(_of_examples(buku), _blank_kop(buku)):
        message = f"`{teks.isi[:60]}` belum diisi"
        yield (diagnose if in_force else diagnose_lightly)(
            "SOP112", message, teks.span, "tulis isinya, atau kosongkan"
        )


def _of_examples(buku: Buku) -> Iterator[Teks]:
    return (one for one in texts_of(buku) if one.isi.startswith(PLACEHOLDER))


def _blank_kop(buku: Buku) -> Iterator[Teks]:
    """Yield what the kop says with signs where something is to come."""
    for name in KOP:
        text = getattr(buku.kecamatan, name)
        if TITIK_TITIK.search(text):
            yield Teks(text, buku.at("kecamatan", name))
