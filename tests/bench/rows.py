"""What is measured: commands, each with what is done before it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench.taken import environment, take
from tests.books import ROOT

LIBRARIES = (
    "click", "rich", "yaml", "pydantic", "jinja2", "fontTools.ttLib", "PIL.Image",
    "reportlab.pdfgen.canvas", "docx", "lxml.etree", "openpyxl",
)  # fmt: skip
#: What is built.
OFFICE = "karangan"
#: The same, of which a SOP is changed.
CHANGED = "karangan-berubah"
SOPGEN = (sys.executable, "-m", "sopgen")
#: The words of a SOP that are changed, there and back.
CHANGES = ("Mengajukan permohonan", "Mengajukan surat permohonan")
#: What a build of everything has loaded in the end, of our own.
LOADED = """
import sys
from sopgen.cli.app import main
sys.argv = ["sopgen", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write(" ".join(n for n in sys.modules if n.startswith("sopgen")))
"""


def importing(*names: str) -> tuple[str, ...]:
    """Return the command that imports some modules and does nothing."""
    return (sys.executable, "-c", "; ".join(f"import {name}" for name in names))


IMPORTS = importing(*LIBRARIES)
HELP = (*SOPGEN, "--help")


def nothing() -> None:
    """Do nothing before a run."""


class Row(NamedTuple):
    """A command by its name, and what is done before each run of it.

    ``beyond`` the imports counts what it takes more than these; a ``quick`` run has it,
    too; of what ``together`` take the memory is told.
    """

    name: str
    command: tuple[str, ...]
    before: Callable[[], object] = nothing
    beyond: bool = False
    quick: bool = False
    together: bool = False


def built(nama: str, output: str, *flags: str, kerja: int = 1) -> tuple[str, ...]:
    """Return the command that builds an office into a folder, and tells nothing."""
    where = ("--output", output, "--kerja", str(kerja), "--quiet")
    return (*SOPGEN, "build", nama, *where, *flags)


class Bench(NamedTuple):
    """A folder with the shipped offices, and what is built from them."""

    place: Path

    def build(self, output: str, *flags: str, kerja: int = 1) -> tuple[str, ...]:
        """Return the command that builds the office into a folder."""
        return built(OFFICE, output, *flags, kerja=kerja)

    def cold(self, name: str, *flags: str, kerja: int = 1, quick: bool = False) -> Row:
        """Return a build from nothing: no files, nothing kept from the last one."""
        output = "-".join(["output", str(kerja), *flags])
        command = self.build(output, *flags, kerja=kerja)
        return Row(
            name, command, lambda: self._clear(output), quick=quick, together=not flags
        )

    def _clear(self, output: str) -> None:
        shutil.rmtree(self.place / output, ignore_errors=True)

    def again(self, name: str, nama: str, change: Callable[[], object]) -> Row:
        """Return a build of an office that was built before, after some change."""
        command = built(nama, f"output-{nama}")

        def before() -> None:
            if not (self.place / f"output-{nama}").is_dir():
                take(command, self.place)
            change()

        return Row(name, command, before, quick=True)

    def change(self) -> None:
        """Change the words of a kegiatan, or change them back."""
        file = self.place / "specs" / CHANGED / "sop" / "skck.yaml"
        text, (plain, other) = file.read_text(encoding="utf-8"), CHANGES
        words = (other, plain) if other in text else (plain, other)
        file.write_text(text.replace(*words), encoding="utf-8")

    def modules(self) -> tuple[str, ...]:
        """Return the modules of ours that a build of everything loads."""
        command = (sys.executable, "-c", LOADED, *self.build("output-modules")[3:])
        made = subprocess.run(
            command,
            cwd=self.place,
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        return tuple(sorted(made.stderr.split()))


def rows(place: Path) -> Iterator[Row]:
    """Yield what is measured in a folder."""
    for nama in (OFFICE, CHANGED):
        shutil.copytree(ROOT / "specs" / OFFICE, place / "specs" / nama)
    bench = Bench(place)
    own, workbook = bench.modules(), f"{OFFICE}.xlsx"
    export = (*SOPGEN, "export", "--xlsx", "--timpa", "--output", workbook, OFFICE)
    yield Row("sopgen --help", HELP, quick=True)
    yield Row("start: our own modules", importing(*LIBRARIES, *own), beyond=True)
    yield Row("sopgen check", (*SOPGEN, "check", OFFICE), quick=True)
    yield Row("sopgen list", (*SOPGEN, "list", OFFICE))
    yield bench.cold("build, one process", quick=True)
    yield bench.cold("build, two processes", kerja=2, quick=True)
    for suffix in ("pdf", "docx", "xlsx", "svg"):
        yield bench.cold(f"build --format {suffix}", "--format", suffix)
    yield bench.cold("build --only lampiran", "--only", "lampiran")
    yield bench.again("build again, nothing changed", OFFICE, nothing)
    yield bench.again("build again, one SOP changed", CHANGED, bench.change)
    yield Row("sopgen export --xlsx", export)
    yield Row("sopgen check of that workbook", (*SOPGEN, "check", workbook))
