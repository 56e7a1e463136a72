"""Measure how long the books take: whole processes, cold, beside the bare imports."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5
LIBRARIES = (
    "click",
    "yaml",
    "pydantic",
    "jinja2",
    "fontTools.ttLib",
    "reportlab.pdfgen.canvas",
)
IMPORTS = "; ".join(f"import {name}" for name in LIBRARIES)


def seconds(command: list[str]) -> float:
    """Return the median wall time of a command over several runs."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print a table: what, seconds, and the ratio to the bare imports."""
    sopgen = [sys.executable, "-m", "sopgen"]
    with tempfile.TemporaryDirectory() as folder:
        build = [*sopgen, "build", "--quiet", "--output", folder]
        workbook = f"{folder}/karangan.xlsx"
        export = [*sopgen, "export", "--xlsx", "--timpa", "--output", workbook]
        rows = {
            "python, nothing": [sys.executable, "-c", "pass"],
            "imports of the libraries": [sys.executable, "-c", IMPORTS],
            "sopgen --help": [*sopgen, "--help"],
            "check karangan": [*sopgen, "check", "karangan"],
            "export karangan --xlsx": [*export, "karangan"],
            "check karangan.xlsx": [*sopgen, "check", workbook],
            "build karangan, all formats": [*build, "karangan"],
            "build karangan --format pdf": [*build, "karangan", "--format", "pdf"],
            "build karangan --format docx": [*build, "karangan", "--format", "docx"],
            "build kampak, all formats": [*build, "kampak"],
            "build kampak --sop 1": [*build, "kampak", "--sop", "1"],
            "build kampak --sop 1 --format docx": [
                *build,
                "kampak",
                "--sop",
                "1",
                "--format",
                "docx",
            ],
            "build kampak --only keputusan": [*build, "kampak", "--only", "keputusan"],
        }
        taken = {name: seconds(command) for name, command in rows.items()}
    base = taken["imports of the libraries"]
    print(f"{'':34}{'seconds':>9}{'x imports':>11}   (median of {RUNS}, whole process)")
    for name, value in taken.items():
        print(f"{name:34}{value:9.3f}{value / base:11.2f}")


if __name__ == "__main__":
    main()
