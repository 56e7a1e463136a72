"""What is looked at after a run on a file: what was told, and what was written."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from lxml import etree

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.ooxml import read_parts
from sopgen.report import short, text
from tests.force.fuzzing import Escape

#: Files that an input has for what is done with it beside reading.
WISHES = ("tandai", "impor", "sunting", "timpa", "bangun")


class Input(dict[str, bytes]):
    """The files of an input; it is told in a word, for files are long."""

    def __repr__(self) -> str:
        return ", ".join(f"{name}: {len(data)}" for name, data in self.items())


def cases(*endings: str) -> dict[str, bytes]:
    """Return files of a folder that ``KASUS`` names: others to begin from, by hand."""
    named = os.environ.get("KASUS")
    found = sorted(Path(named).rglob("*")) if named else []
    return {one.name: one.read_bytes() for one in found if one.suffix in endings}


def wished(folder: Path, wish: str) -> bool:
    """Tell whether an input asks for something."""
    return (folder / wish).exists()


def codes_of(findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return the codes of findings, each of which can be shown to staff."""
    found = tuple(findings)
    for one in found:
        if not text(one).startswith(short(one)) or not one.message.strip():
            raise Escape(f"temuan tidak terbaca: {one.code}")
        if any(letter in short(one) for letter in "\n\r\x00\x1b"):
            raise Escape(f"temuan lebih dari sebaris: {one.code}")
        if len(one.message) > 2000:
            raise Escape(f"temuan terlalu panjang: {one.code}")
    return tuple(one.code for one in found)


def wrong(findings: Iterable[Diagnostic]) -> bool:
    """Tell whether a mistake is among findings."""
    return any(one.severity is Severity.ERROR for one in findings)


def sound_office_file(data: bytes, what: str, before: bytes = b"") -> None:
    """Raise Escape where the parts of a file that was written are no XML.

    Parts that are as they were ``before`` are not ours.
    """
    old = read_parts(before) if before else {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if len(set(names)) < len(names):
            raise Escape(f"{what}: bagian ganda")
        for name in names:
            data = archive.read(name)
            if name.endswith((".xml", ".rels")) and old.get(name) != data:
                try:
                    etree.fromstring(data)
                except etree.XMLSyntaxError as error:
                    raise Escape(f"{what}: bagian rusak\n{name}: {error}") from error
