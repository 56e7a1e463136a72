"""Which field of which file stands at a place: the way back from a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any, TypeAlias

from sopgen.model.diagnostic import Source, Span
from sopgen.model.draft import Trail
from sopgen.model.nilai import dataclass
from sopgen.spec.files import Files, Folder
from sopgen.spec.findings import Findings
from sopgen.spec.gambar import pictures_in
from sopgen.spec.meaning import MODELS
from sopgen.spec.parse import BUKU
from sopgen.spec.reader import Content
from sopgen.spec.schema_kantor import LAMBANG

#: What tells two places apart.
Place: TypeAlias = tuple[str, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Isian:
    """A field of a file, and what stands in it; of a key, the key itself."""

    berkas: str
    jejak: Trail
    nilai: Any


@dataclass(slots=True)
class Tempat:
    """The fields, keys and texts of a spec by their places."""

    isian: defaultdict[Place, list[Isian]] = field(
        default_factory=lambda: defaultdict(list)
    )
    kunci: defaultdict[Place, list[Isian]] = field(
        default_factory=lambda: defaultdict(list)
    )
    teks: list[tuple[str, Source]] = field(default_factory=list)

    def at(self, span: Span) -> tuple[Isian, ...]:
        """Return the fields that stand at a place, the outermost first."""
        return tuple(self.isian.get(_place(span), ()))

    def keys_at(self, span: Span) -> tuple[Isian, ...]:
        """Return the keys that stand at a place."""
        return tuple(self.kunci.get(_place(span), ()))

    def text_of(self, span: Span) -> str:
        """Return the file of the text that a line is of, or nothing."""
        return next((nama for nama, source in self.teks if source == span.source), "")

    def add(self, berkas: str, content: Content) -> None:
        """Take in what stands in a file."""
        for jejak, span in content.spans.items():
            one = Isian(berkas, jejak, _value(content.data, jejak))
            self.isian[_place(span)].append(one)
        for jejak, span in content.keys.items():
            self.kunci[_place(span)].append(Isian(berkas, jejak, jejak[-1]))


def read_places(place: Path) -> Tempat:
    """Return the fields of a spec, be it a folder or a workbook, by their places."""
    made, findings = Tempat(), Findings()
    files = _files(place, findings)
    for name in _yaml(files) if files else ():
        content = files.yaml(name, findings) if files else None
        if content is not None and content.data is not None:
            made.add(name, content)
    for name in files.names("naskah") if files else ():
        if files and name.endswith(".md"):
            text, source = files.text(f"naskah/{name}", findings)
            made.teks += [(f"naskah/{name}", source)] if text is not None else []
    return made


def pictures_of(place: Path) -> tuple[str, ...]:
    """Return the names of the pictures that a spec names: lambang, chapters'."""
    findings = Findings()
    files = _files(place, findings)
    if files is None:
        return ()
    data = files.yaml(BUKU, findings).data or {}
    made = [_value(data, ("kecamatan", key)) for key in LAMBANG]
    for name in files.names("naskah"):
        text, _ = files.text(f"naskah/{name}", findings)
        made += [one.berkas for one in pictures_in(text or "")]
    return tuple(one for one in made if isinstance(one, str) and one)


def _files(place: Path, findings: Findings) -> Files | None:
    if place.is_dir():
        return Folder(place)
    from sopgen.spec.workbook import open_workbook  # openpyxl is slow to import

    return open_workbook(place, findings)


def _yaml(files: Files) -> Iterator[str]:
    yield from (name for name in MODELS if files.has(name))
    names = files.names("sop")
    yield from (f"sop/{name}" for name in names if name.endswith(".yaml"))


def _value(data: Any, jejak: Trail) -> Any:
    """Return what stands at a trail; nothing where a key has no value."""
    for step in jejak:
        if isinstance(data, dict):
            data = data.get(step)
        else:
            data = data[int(step)] if isinstance(data, list) else None
    return data


def _place(span: Span) -> Place:
    source = span.source
    return source.path, source.order, span.line, span.column, span.cell
