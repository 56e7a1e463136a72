"""Bytes → files: whole or not at all, nothing of staff lost, a list of what was made.

``writing`` puts a single file in its place; ``edition`` all files of a book, which are
made in a ``workshop``, listed in a ``journal`` and put in their places by ``settling``.
``manifest`` knows what a build made, so that ``delivery`` sees what staff changed
since; ``asli`` keeps what they started from; ``signed`` knows what is never touched.
"""

from sopgen.output.asli import ASLI, Asli
from sopgen.output.disk import Disk
from sopgen.output.edition import Berkas, Edition, Press, open_press
from sopgen.output.interrupted import interrupted
from sopgen.output.lock import PATIENCE
from sopgen.output.manifest import Built, digest, relative_to
from sopgen.output.signed import holds, is_signed, lies, signed_in
from sopgen.output.workshop import RefusedError
from sopgen.output.writing import (
    beside,
    here,
    taken,
    unwritten,
    write_folder,
    write_whole,
)

__all__ = [
    "ASLI",
    "PATIENCE",
    "Asli",
    "Berkas",
    "Built",
    "Disk",
    "Edition",
    "Press",
    "RefusedError",
    "beside",
    "digest",
    "here",
    "holds",
    "interrupted",
    "is_signed",
    "lies",
    "open_press",
    "relative_to",
    "signed_in",
    "taken",
    "unwritten",
    "write_folder",
    "write_whole",
]
