"""Bytes → files: whole or not at all, nothing of staff lost, a list of what was made.

``writing`` puts a file in its place; ``manifest`` knows what a build made, so that
``delivery`` sees what staff changed since; ``asli`` keeps what they started from.
"""

from sopgen.output.asli import ASLI, Asli
from sopgen.output.delivery import Delivery, Earlier, deliver, sweep
from sopgen.output.manifest import (
    MANIFEST,
    Built,
    digest,
    digests,
    manifest,
    relative_to,
)
from sopgen.output.writing import (
    beside,
    here,
    prepare,
    unwritten,
    write_folder,
    write_whole,
)

__all__ = [
    "ASLI",
    "MANIFEST",
    "Asli",
    "Built",
    "Delivery",
    "Earlier",
    "beside",
    "deliver",
    "digest",
    "digests",
    "here",
    "manifest",
    "prepare",
    "relative_to",
    "sweep",
    "unwritten",
    "write_folder",
    "write_whole",
]
