"""What is left out of libraries: sources of C, tests, parts that sopgen never loads."""

from __future__ import annotations

import re

#: Names of files that only builders and checkers of a library need.
NEEDLESS = re.compile(
    r"\.(?:c|h|pxd|pxi|pyx|pyi|typed|whl)$|/(?:tests?|includes)/|\.dist-info/RECORD$"
)
#: Parts of libraries, by the beginning of their names, with why they are not loaded.
PARTS = {
    "PIL/_avif": "offices have PNG and JPEG",
    "fontTools/ufoLib/": "fonts to be edited",
    "fontTools/voltLib/": "another language of fonts",
    "fontTools/feaLib/": "another language of fonts",
    "fontTools/qu2cu/": "curves to be changed",
    "fontTools/cu2qu/": "curves to be changed",
    "fontTools/varLib/": "fonts of many weights",
    "reportlab/fonts/": "the book has fonts of its own",
    "reportlab/graphics/": "charts are our own",
}


def is_needless(name: str) -> bool:
    """Tell whether a file of a library is left out."""
    return NEEDLESS.search(name) is not None or name.startswith(tuple(PARTS))
