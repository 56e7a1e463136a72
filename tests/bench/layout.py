"""Print the seconds of CPU that the layout of a spec's charts takes.

    python -m tests.bench.layout WARM FOLDER

What is read at the first chart, fonts and symbols, is read for the spec ``WARM``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from sopgen.charting import Charting
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols


def lay_out(folder: Path) -> float:
    """Lay the charts of a spec out; return the seconds of CPU, without reading."""
    buku, symbols = read_buku(folder).buku, read_symbols()
    assert buku is not None
    start = time.process_time()
    with Charting().begun(buku, symbols, lambda *_: None) as drawn:
        drawn()
    return time.process_time() - start


if __name__ == "__main__":
    warm, own = map(Path, sys.argv[1:])
    lay_out(warm)
    print(lay_out(own))
