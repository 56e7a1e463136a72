"""The texts of a book as its parts print them, for comparing two books.

Items have the kind of their mark instead of the mark itself, so that one more item does
not change those behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnostic import Teks
from sopgen.model.naskah import (
    Alinea,
    Butir,
    GambarTeks,
    Judul,
    TabelTeks,
    Unsur,
    read_unsur,
)
from sopgen.model.shape import Symbols
from sopgen.parts.bahan import Bahan, Figures
from sopgen.parts.keputusan import menetapkan
from sopgen.parts.templates import facts_of_keputusan, templates_of

#: The kinds of marks that are plain letters, numbers or bullets.
MARKS = {"a.": "(a)", "1.": "(1)", "-": "–"}


class Cetakan:
    """Print the texts of one book."""

    def __init__(self, buku: Buku) -> None:
        templates = templates_of(buku)
        self.bahan = Bahan(buku, Figures({}), Symbols({}, {}), templates)

    def alinea(self, teks: Teks, keputusan: Keputusan | None = None) -> tuple[str, ...]:
        """Return the paragraphs of running text, each with its mark."""
        templates = self.bahan.templates
        if keputusan is not None:
            templates = templates.about(facts_of_keputusan(keputusan))
        unsur = read_unsur(templates.fill(teks))
        return tuple(" ".join(line.split()) for one in unsur for line in _lines(one))

    def baris(self, teks: Teks) -> tuple[str, ...]:
        """Return the lines of a title."""
        return tuple(" ".join(line.split()) for line in self.bahan.lines(teks))

    def menetapkan(self, keputusan: Keputusan) -> str:
        """Return what stands behind "Menetapkan :"."""
        return " ".join(menetapkan(self.bahan, keputusan).split())


def _lines(one: Unsur) -> Iterator[str]:
    """Yield what is printed of an element, a line for each row of a table."""
    match one:
        case Judul(level=level, text=text):
            yield f"{'#' * level} {text}"
        case Alinea(text=text, depth=depth):
            yield f"{'>' * depth} {text}"
        case Butir(text=text, depth=depth, bentuk=bentuk):
            yield f"{'>' * depth}{MARKS.get(bentuk, f'({bentuk})')} {text}"
        case TabelTeks():
            yield from (f"| {' | '.join(row.sel)} |" for row in one.every)
        case GambarTeks(tertulis=tertulis):
            yield tertulis
