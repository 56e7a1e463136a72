"""Draw random cases and have them judged, at the judge's rule and at a wider one.

    python -m tests.drawing.random_cases [FIRST [COUNT [KIND]]]

With ``bersama`` for KIND some steps stand in several lanes; ``keluar`` gives flows with
three and four exits, answers to several steps, and fans; ``kelompok`` whole charts with
joint steps and their lanes in groups.  The cases are numbered; the same numbers always
give the same cases.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from statistics import median

from tests.drawing.bersama import make_joint_case
from tests.drawing.exits import make_exits
from tests.drawing.families import make_case
from tests.drawing.judged import Verdict, load_judge, look_at
from tests.drawing.kelompok import make_grouped

FIRST, COUNT = 60000, 2000
TOGETHER = 25
USUAL = "biasa"
#: Who makes a case of a number.
KINDS = {
    USUAL: make_case,
    "bersama": make_joint_case,
    "keluar": make_exits,
    "kelompok": make_grouped,
}


def look_at_some(kind: str, numbers: Iterable[int]) -> list[Verdict]:
    """Draw and judge some cases in this process."""
    judge, make = load_judge(), KINDS[kind]
    return [look_at(make(number), judge) for number in numbers]


def look_at_all(kind: str, first: int, count: int) -> Iterator[Verdict]:
    """Draw and judge cases in several processes."""
    end = first + count
    parts = [range(n, min(n + TOGETHER, end)) for n in range(first, end, TOGETHER)]
    with ProcessPoolExecutor() as pool:
        for verdicts in pool.map(look_at_some, [kind] * len(parts), parts):
            yield from verdicts


def main(argv: list[str]) -> int:
    """Print what was found; return 1 if any case has a hard fault."""
    first = int(argv[0]) if argv else FIRST
    count = int(argv[1]) if len(argv) > 1 else COUNT
    kind = argv[2] if len(argv) > 2 else USUAL
    verdicts = list(look_at_all(kind, first, count))
    hard = [v for v in verdicts if v.hard]
    wide = [v for v in verdicts if v.hard_wide]
    soft: Counter[str] = Counter()
    for v in verdicts:
        soft.update(v.soft)
    took = sorted(v.ms for v in verdicts)
    edges = soft["edges"]
    print(f"{count} cases from number {first}, {edges} edges")
    print(f"hard faults: {len(hard)} cases, with more room asked for: {len(wide)}")
    for v in {v.case: v for v in (*hard, *wide)}.values():
        print(f"  case {v.case}: {v.hard or v.hard_wide}")
    print(f"ends beside a free middle: {sum(v.beside for v in verdicts)}")
    for name in ("crossings", "bends_seen", "off_corner", "jogs", "gridline_runs"):
        print(f"{name}: {soft[name]}, {soft[name] / edges:.4f} per edge")
    late = took[int(0.95 * len(took))]
    print(f"ms median {median(took):.0f}, p95 {late:.0f}, max {took[-1]:.0f}")
    return 1 if hard else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
