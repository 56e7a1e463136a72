"""Edits of fields → the new text of a file, with references that follow.

``wanted`` says what the data shall be; ``rujukan`` what else must change with it.
``berkas_yaml`` edits the text of a file: ``pohon`` knows on which letters a value
stands, ``baris`` which lines and comments are those of a row; ``teks`` edits a naskah.
"""

from sopgen.edit.berkas_yaml import Edited, change, edit_yaml
from sopgen.edit.rujukan import steps
from sopgen.edit.teks import changed, edit_text, replaced
from sopgen.edit.wanted import applied

__all__ = [
    "Edited",
    "applied",
    "change",
    "changed",
    "edit_text",
    "edit_yaml",
    "replaced",
    "steps",
]
