"""What staff type in a text: paragraphs, headings, lists, tables, pictures.

``baca`` reads a text into ``unsur``, the same for every text of a book; ``penomoran``
knows the marks of lists, ``sambung`` lists that run on in one paragraph, ``tabel`` the
rows of pipes.
"""

from sopgen.model.naskah.baca import read_unsur
from sopgen.model.naskah.unsur import (
    Alinea,
    Butir,
    GambarTeks,
    Judul,
    TabelTeks,
    Unsur,
)

__all__ = [
    "Alinea",
    "Butir",
    "GambarTeks",
    "Judul",
    "TabelTeks",
    "Unsur",
    "read_unsur",
]
