"""Measure how long the books take: whole processes, beside the bare imports.

    python -m tests.bench [RUNS]

Ratios count, not seconds: each row is the least of some runs, of the clock and of the
processor, beside the time that importing the libraries alone takes.
"""

from __future__ import annotations

import compileall
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.books import ROOT

RUNS = 5
LIBRARIES = (
    "click", "rich", "yaml", "pydantic", "jinja2", "fontTools.ttLib", "PIL.Image",
    "reportlab.pdfgen.canvas", "docx", "lxml.etree", "openpyxl",
)  # fmt: skip
IMPORTS = "; ".join(f"import {name}" for name in LIBRARIES)
SOPGEN = [sys.executable, "-m", "sopgen"]


class Taken(NamedTuple):
    """Seconds of the clock, and of all processors."""

    wall: float
    cpu: float


class Row(NamedTuple):
    """A command, what is done before each run of it, and what it is measured by."""

    command: list[str]
    before: Callable[[], object] = lambda: None
    beside: str = "imports of the libraries"


def least(row: Row, runs: int) -> Taken:
    """Return the least time of a command over several runs."""
    found = []
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(runs):
        row.before()
        was = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(row.command, check=False, capture_output=True, env=env)
        wall = time.perf_counter() - start
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = now.ru_utime + now.ru_stime - was.ru_utime - was.ru_stime
        found.append(Taken(wall, cpu))
    return Taken(min(one.wall for one in found), min(one.cpu for one in found))


def rows(folder: Path) -> dict[str, Row]:
    """Return what is measured, each by its name."""
    output, specs = folder / "output", folder / "specs"
    shutil.copytree(ROOT / "specs", specs)
    karangan = (specs / "karangan").as_posix()
    workbook = f"{folder}/karangan.xlsx"

    def clear() -> None:
        shutil.rmtree(output, ignore_errors=True)

    def change() -> None:
        file = specs / "karangan" / "sop" / "skck.yaml"
        plain, other = "Mengajukan permohonan", "Mengajukan surat permohonan"
        text = file.read_text(encoding="utf-8")
        words = (other, plain) if other in text else (plain, other)
        file.write_text(text.replace(*words), encoding="utf-8")

    def build(nama: str, *flags: str) -> list[str]:
        return [*SOPGEN, "build", nama, "--quiet", "--output", str(output), *flags]

    export = [*SOPGEN, "export", "--xlsx", "--timpa", "--output", workbook]
    return {
        "python, nothing": Row([sys.executable, "-c", "pass"]),
        "imports of the libraries": Row([sys.executable, "-c", IMPORTS]),
        "sopgen --help": Row([*SOPGEN, "--help"]),
        "check karangan": Row([*SOPGEN, "check", karangan]),
        "check kampak": Row([*SOPGEN, "check", "kampak"]),
        "export karangan --xlsx": Row([*export, "karangan"]),
        "check karangan.xlsx": Row([*SOPGEN, "check", workbook]),
        "build karangan, one process": Row(build(karangan, "--kerja", "1"), clear),
        "build karangan, two processes": Row(build(karangan, "--kerja", "2"), clear),
        "again, nothing changed": Row(build(karangan), beside="sopgen --help"),
        "again, one SOP changed": Row(build(karangan), change),
        "build karangan --format pdf": Row(build(karangan, "--format", "pdf"), clear),
        "build karangan --format docx": Row(build(karangan, "--format", "docx"), clear),
        "build karangan --format xlsx": Row(build(karangan, "--format", "xlsx"), clear),
        "build karangan --only lampiran": Row(
            build(karangan, "--only", "lampiran"), clear
        ),
        "build kampak, all formats": Row(build("kampak"), clear),
        "build kampak --sop 1": Row(build("kampak", "--sop", "1"), clear),
    }


def main(runs: int) -> None:
    """Print a table: what, seconds, and the ratio to what it is measured by."""
    compileall.compile_dir(ROOT / "sopgen", quiet=2)
    with tempfile.TemporaryDirectory() as scratch:
        every = rows(Path(scratch))
        taken = {name: least(row, runs) for name, row in every.items()}
    print(f"{'':34}{'clock':>8}{'x':>7}{'CPU':>8}{'x':>7}  (least of {runs})")
    for name, row in every.items():
        wall, cpu = taken[name]
        base = taken[row.beside]
        note = "" if row.beside == "imports of the libraries" else f"  x {row.beside}"
        ratios = f"{wall:8.3f}{wall / base.wall:7.2f}{cpu:8.3f}{cpu / base.cpu:7.2f}"
        print(f"{name:34}{ratios}{note}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
