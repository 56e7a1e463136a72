"""Print how many offices are built a minute, and what one more costs.

    python -m tests.bench_offices [COUNT …]

Builds a district of so many offices (10, 50 and 200 if none are named), each with a
book of its own, in all formats: from nothing, by all cores and by one, and once more
with nothing changed.  Through the counts a straight line is laid: where time and memory
grow faster than that, something is kept that should not be.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from sopgen.kerja import cores
from tests.bench.line import Point, fit
from tests.bench.table import percent
from tests.district import write_office

COUNTS = (10, 50, 200)
MEGA = 1024.0


class Run(NamedTuple):
    """A district that was built: offices, seconds of clock and of work, megabytes."""

    jumlah: int
    wall: float
    cpu: float
    peak: float


def build(folder: Path, count: int, kerja: int, output: str) -> Run:
    """Build the first offices of a district."""
    names = sorted(p.name for p in (folder / "specs").iterdir())[:count]
    command = [sys.executable, "-m", "sopgen", "build", *names, "--quiet"]
    command += ["--kerja", str(kerja), "--output", output]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    made = subprocess.run(command, cwd=folder, check=False, capture_output=True)
    if made.returncode > 1:
        sys.exit(made.stderr.decode())
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(count, wall, cpu, after.ru_maxrss / MEGA)


def main(counts: list[int]) -> None:
    """Print a row for each count, and the line through them."""
    most = cores()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for number in range(max(counts)):
            write_office(folder / "specs", number)
        print(f"{'kantor':>7} {'proses':>6} {'detik':>8} {'CPU':>8} {'per menit':>10} "
              f"{'per menit dan inti':>19} {'MB':>6}")  # fmt: skip
        runs = []
        for count in counts:
            for kerja in dict.fromkeys((most, 1)):
                if kerja == 1 and count > min(counts) and most > 1:
                    continue
                run = build(folder, count, kerja, f"output-{kerja}-{count}")
                show(run, kerja)
                if kerja == most:
                    runs.append(run)
        again = build(folder, counts[-1], most, f"output-{most}-{counts[-1]}")
        show(again, most, "tidak ada yang berubah")
        points = [Point(run.jumlah, run.cpu) for run in runs]
        line = fit(points)
        print(f"garis lurus: {line.slope:.2f} detik CPU tiap kantor, "
              f"{line.start:.1f} di awal")  # fmt: skip
        for point in points:
            print(f"  {point.size:>5} kantor: {percent(line.off(point))} dari garis")


def show(run: Run, kerja: int, what: str = "") -> None:
    """Print a row."""
    minute = 60 * run.jumlah / run.wall
    done = f"{run.jumlah:>7} {kerja:>6} {run.wall:>8.1f} {run.cpu:>8.1f}"
    pace = f"{minute:>10.1f} {minute / kerja:>19.1f} {run.peak:>6.0f}"
    print(f"{done} {pace}  {what}".rstrip())


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [*COUNTS])
