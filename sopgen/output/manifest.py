"""The list of what a build made, by which the next one knows its own files."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sopgen.model.bagian import BagianId
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.nilai import dataclass
from sopgen.model.tumpukan_cetak import TumpukanCetak
from sopgen.output.digests import digest as digest
from sopgen.output.entries import Data, by_name
from sopgen.output.journal import Journal
from sopgen.output.signed import signed_in

MANIFEST = "manifest.json"
NOWHERE_ELSE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Built:
    """A written file: its part, its pages, and the SHA-256 of its bytes.

    ``cetak`` is what it takes of a printer, of a file that is made to be printed;
    ``kolom`` are the names of its fields for signatures.
    """

    path: Path
    bagian: BagianId
    pages: int
    sha256: str
    cetak: TumpukanCetak | None = None
    kolom: tuple[str, ...] = ()

    def as_data(self, name: str) -> dict[str, Any]:
        """Return it as programs read it, under a name."""
        made = {
            "berkas": name,
            "bagian": str(self.bagian),
            "halaman": self.pages,
            "sha256": self.sha256,
        }
        printed = {"cetak": self.cetak.as_data()} if self.cetak else {}
        fields = {"kolom_tanda_tangan": [*self.kolom]} if self.kolom else {}
        return made | printed | fields


def entries(folder: Path) -> dict[str, Data]:
    """Return the entries of the manifest in a folder by the names of their files.

    A manifest that is missing or broken has none.
    """
    return by_name(_listing(folder).get("berkas"))


def still_holds(folder: Path) -> bool:
    """Return whether a manifest's files are there, and those signed that it names."""
    made = _listing(folder)
    there = all(os.path.isfile(folder / name) for name in by_name(made.get("berkas")))
    return there and made.get("bertanda_tangan") == [*signed_in(folder)]


def _listing(folder: Path) -> Data:
    """Return what a manifest lists; nothing if it is missing or broken."""
    try:
        made = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return made if isinstance(made, dict) else {}


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a manifest, as it was built."""
    return {name: str(entry.get("sha256")) for name, entry in entries(folder).items()}


def manifest(
    folder: Path,
    journal: Journal,
    told: Iterable[Diagnostic] = (),
    spared: Collection[str] = (),
    beside: Mapping[str, str] = NOWHERE_ELSE,
) -> bytes:
    """Return the manifest: every file with part, pages and digest, and the findings.

    Files that stayed keep their entries, as long as they are there: all others beside
    an edition of parts, and by name those ``spared``, which belong to an older one.
    ``told`` is what was found of files in the folder; ``beside`` is under which names
    new files lie beside signed ones.  Those that are signed are listed once more.
    """
    listed: dict[str, Data] = {
        name: entry
        for name, entry in entries(folder).items()
        if (not journal.whole or name in spared) and os.path.isfile(folder / name)
    }
    for name, entry in journal.berkas.items():
        if name in beside:
            listed[beside[name]] = {**entry, "berkas": beside[name]}
        elif name not in spared:
            listed[name] = entry
    lama = [name for name in sorted(spared) if os.path.isfile(folder / name)]
    found = relative_to(folder, findings=told)
    made = {
        "berkas": [listed[name] for name in sorted(listed)],
        "berkas_lama": lama,
        "bertanda_tangan": [*signed_in(folder)],
        "temuan": [*journal.temuan, *(finding.as_data() for finding in found)],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def relative_to(*roots: Path, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings with their paths below one of the folders, where they are.

    Those that lie elsewhere are told from the first one, which is the office's.  So
    the same book has the same manifest, wherever it lies and is built from.
    """
    return [_relative(finding, roots) for finding in findings]


def _relative(finding: Diagnostic, roots: tuple[Path, ...]) -> Diagnostic:
    others = tuple(_at(span, roots) for span in finding.juga)
    return replace(finding, span=_at(finding.span, roots), juga=others)


def _at(span: Span, roots: tuple[Path, ...]) -> Span:
    path = _below(span.source.path, [root.as_posix() for root in roots])
    return replace(span, source=replace(span.source, path=path))


def _below(path: str, roots: Sequence[str]) -> str:
    """Return a path below the first of some folders that it lies in."""
    for root in roots:
        if path == root or path.startswith(f"{root}/"):
            return path[len(root) + 1 :] or "."
    if not os.path.lexists(path):
        return path  # it names no file: text that came with the program
    try:
        return Path(os.path.relpath(path, roots[0])).as_posix()
    except ValueError:  # on another drive
        return path
