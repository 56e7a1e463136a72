"""An office's spec as an Excel workbook, instead of a folder of YAML files.

Reading: ``pustaka`` (asks openpyxl), ``cells`` (what Excel stored → text), ``tables``
(forms and tables by their headings), ``load`` and ``sop`` (sheets → the files of a
spec), all by the sheets and columns of ``lembar``.  Writing: ``dump`` (files →
rows), ``looks`` (colours, lists to choose from, protection).  ``annotate`` marks
findings in a copy.
"""

from __future__ import annotations

import re
from pathlib import Path

from sopgen.archive import packed
from sopgen.model.diagnostic import Diagnostic, Source, Span, Teks
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass
from sopgen.ooxml import open_package
from sopgen.spec.files import Folder
from sopgen.spec.findings import Findings
from sopgen.spec.reader import Content
from sopgen.spec.workbook.cells import read_sheets
from sopgen.spec.workbook.load import Loaded, load

__all__ = ["Workbook", "open_workbook", "read_workbook"]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The files of a spec in a workbook; pictures lie in a folder beside it."""

    path: Path
    loaded: Loaded

    @property
    def id(self) -> str:
        """Return the code of its office; without one, its name as a code."""
        kantor = self.loaded.kantor
        words = re.findall(r"[a-z0-9]+", (kantor or self.path.stem).casefold())
        return "-".join(words) or "buku"

    @property
    def lalu(self) -> Teks | None:
        """Return where it says that last year's workbook lies."""
        return self.loaded.lalu

    def place(self, name: str) -> Span:
        """Return the place of a file as a whole: its sheet."""
        if name in self.loaded.contents:
            return self.loaded.contents[name].span()
        if name in self.loaded.texts:
            return Span(self.loaded.texts[name][1], line=1)
        return Span(Source(self.path.as_posix()))

    def names(self, sub: str) -> tuple[str, ...]:
        """Return the names of the files in a part of it: ``sop`` or ``naskah``."""
        files = (*self.loaded.contents, *self.loaded.texts)
        start = f"{sub}/"
        return tuple(f.removeprefix(start) for f in files if f.startswith(start))

    def has(self, name: str) -> bool:
        """Return whether there is such a file."""
        return name in self.loaded.contents or name in self.loaded.texts

    def fault(self, sub: str) -> Diagnostic | None:
        """Return nothing: a workbook is read as a whole or not at all."""
        return None

    def yaml(self, name: str, findings: Findings) -> Content:
        """Return what its sheets say of a file."""
        return self.loaded.contents.get(name) or Content(self.place(name).source, None)

    def text(self, name: str, findings: Findings) -> tuple[str | None, Source]:
        """Return the text of a chapter."""
        return self.loaded.texts[name]

    def picture(
        self, name: str, span: Span, findings: Findings, *, svg: bool = False
    ) -> Path | None:
        """Return a picture in the workbook's folder, or nothing with an error."""
        return Folder(self.path.parent).picture(name, span, findings, svg=svg)


def open_workbook(file: Path, findings: Findings) -> Workbook | None:
    """Return the workbook in a file, or nothing with an error."""
    package, found = open_package(file)
    findings.add(*found)
    if package is None:
        return None
    return read_workbook(packed(package.parts, loosely=True), file, findings)


def read_workbook(data: bytes, file: Path, findings: Findings) -> Workbook | None:
    """Return the workbook in the bytes of a file that is known to be harmless."""
    loaded, found = _loaded(data, file.as_posix())
    findings.add(*found)
    return None if loaded is None else Workbook(file, loaded)


@remembered(4)
def _loaded(data: bytes, shown: str) -> tuple[Loaded | None, tuple[Diagnostic, ...]]:
    """Return what a workbook holds, and what is wrong in it.

    A command that compares years reads the same file several times.
    """
    findings = Findings()
    sheets, found = read_sheets(data, shown)
    findings.add(*found)
    loaded = load(sheets, findings) if sheets else None
    return loaded, findings.ordered
