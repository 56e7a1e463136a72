"""Save a file that python-docx made, with the parts that are written here in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document as Word
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter

from sopgen.archive import packed


class Members:
    """What python-docx writes into instead of a ZIP file, to be packed once."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}

    def write(self, uri: PackURI, data: bytes) -> None:
        """Take a member as it comes."""
        self.made[uri.membername] = data


def saved(word: Word, written: Mapping[str, bytes]) -> bytes:
    """Return the file's bytes, with the parts that are written here, and no dates."""
    package: Any = word.part.package
    writer: Any = PackageWriter
    members = Members()
    for part in package.parts:
        part.before_marshal()
    writer._write_content_types_stream(members, package.parts)
    writer._write_pkg_rels(members, package.rels)
    writer._write_parts(members, package.parts)
    return packed(members.made | dict(written))
