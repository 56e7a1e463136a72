"""Rules about any text of the spec: letters that no font has, braces left over."""

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
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span, Teks
from sopgen.model.letak import Trail
from sopgen.model.sisipan import TEPAT
from sopgen.typeface import FILES, STYLES, read_face

#: Signs of a template.
KURUNG = re.compile(r"\{\{|\}\}|\{%")
#: Fields that hold no text of the book: codes, names of symbols and kinds, places.
SILENT = frozenset((
    "span", "id", "peraturan", "letak", "berkas_lambang", "kurun", "simbol", "dari",
    "ke", "jenis", "status", "angka", "profil_simbol", "awalan_sop",
    "kunci", "tanda_tangan", "halaman_verifikasi",
))  # fmt: skip
#: Things of the model whose fields stand among those of what they belong to.
SEBARIS = ("identitas", "mutu_baku", "sendiri")
#: What is no letter that all fonts have, nor parts lines.
LAIN = re.compile(r"[^\n\t -~]")
#: So many words of a line tell it from others.
AWAL = 4
#: So many letters hold them.
SEPOTONG = 300

Place = Callable[..., Span]


def texts(thing: Any, span: Span) -> tuple[Teks, ...]:
    """Return every text below a thing, each with its own place; else at ``span``."""
    found: list[Teks] = []
    _gather(thing, _always(span), (), found)
    return tuple(found)


def _always(span: Span) -> Place:
    """Return what knows one place for all fields."""
    return lambda *_: span


def _gather(thing: Any, at: Place, trail: Trail, found: list[Teks]) -> None:
    """Add the texts of a thing that stands at the end of a trail; empty ones aside."""
    if isinstance(thing, str):
        if thing:
            found.append(Teks(thing, at(*trail)))
    elif isinstance(thing, tuple | Mapping):
        items = thing.items() if isinstance(thing, Mapping) else enumerate(thing)
        for step, one in items:
            _gather(one, at, (*trail, step), found)
    elif isinstance(thing, Teks):
        found.append(thing)
    elif is_dataclass(thing):
        _gather_fields(thing, at, trail, found)


def _gather_fields(thing: Any, at: Place, trail: Trail, found: list[Teks]) -> None:
    """Add the texts of a value of the model.

    What knows where its fields stand begins a trail of its own; what has one place
    has all its texts there.
    """
    kind = thing.__class__
    if hasattr(kind, "at"):
        at, trail = thing.at, ()
    elif hasattr(kind, "span"):
        at = _always(thing.span)
    for step, name in _steps(kind):
        _gather(getattr(thing, name), at, (*trail, *step), found)


@cache
def _steps(kind: type) -> tuple[tuple[Trail, str], ...]:
    """Return the fields of a class that may hold texts, with the steps to them."""
    if kind in (Span, Source):
        return ()
    names = (one.name for one in fields(kind) if one.name not in SILENT)
    return tuple((() if name in SEBARIS else (name,), name) for name in names)


@gathered
def texts_of(buku: Buku) -> Iterator[Teks]:
    """Yield every text of a book."""
    yield from texts(replace(buku, sop=()), buku.span)
    yield from chain.from_iterable(texts_of_sop(buku))


@gathered
def texts_of_sop(buku: Buku) -> Iterator[tuple[Teks, ...]]:
    """Yield the texts of each of its SOP."""
    yield from (texts(sop, sop.span) for sop in buku.sop)


def line_of(teks: Teks, start: int) -> Span:
    """Return the line of a text on which a letter stands, as its file has it."""
    span, lines = teks.span, teks.span.source.lines
    before = teks.isi.count("\n", 0, start)
    if span.source.cells or span.source.path.endswith(".md"):
        return replace(span, line=span.line + before)
    if span.cell or not lines:
        return span
    line = teks.isi[start : start + SEPOTONG].split("\n", 1)[0]
    words = " ".join(line.split(" ")[:AWAL]).strip()
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
        if not LAIN.search(teks.isi):
            continue
        lacking = sorted(set(LAIN.findall(teks.isi)) - printable())
        if lacking:
            first = min(map(teks.isi.index, lacking))
            names = ", ".join(_letter(one) for one in lacking[:5])
            yield diagnose(
                "SOP113",
                f"huruf tidak ada di fon buku, tercetak sebagai kotak: {names}",
                line_of(teks, first),
                "ganti dengan huruf Latin biasa; PDF yang memuatnya bukan PDF/A",
            )


def _letter(one: str) -> str:
    shown = one if one.isprintable() and not unicodedata.combining(one) else ""
    return f"{shown} U+{ord(one):04X}".strip()


def kurung_tersisa(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text that is no template but is written like one."""
    for teks in chain.from_iterable(texts_of_sop(buku)):
        if found := KURUNG.search(teks.isi) or TEPAT.search(teks.isi):
            what = found[0] if found[0].startswith("[") else "{{ … }}"
            yield diagnose(
                "SOP722",
                f"{what} di sini tidak diisi; tercetak seperti tertulis",
                line_of(teks, found.start()),
                "tulis isinya langsung",
            )
