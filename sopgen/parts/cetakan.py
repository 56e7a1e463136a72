"""The texts of a book as its parts print them, for comparing two books.

Items have the kind of their mark instead of the mark itself, so that one more item does
not change those behind it.
"""

from __future__ import annotations

from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnostic import Teks
from sopgen.model.shape import Symbols
from sopgen.parts.bahan import Bahan, Figures
from sopgen.parts.keputusan import menetapkan
from sopgen.parts.naskah import Piece, read_pieces
from sopgen.parts.templates import facts_of_keputusan, templates_of

MARKS = {"": "", "a": "(a)", "1": "(1)", "-": "–"}


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
        pieces = read_pieces(templates.fill(teks))
        return tuple(_paragraph(one) for _, one in pieces)

    def baris(self, teks: Teks) -> tuple[str, ...]:
        """Return the lines of a title."""
        return tuple(" ".join(line.split()) for line in self.bahan.lines(teks))

    def menetapkan(self, keputusan: Keputusan) -> str:
        """Return what stands behind "Menetapkan :"."""
        return " ".join(menetapkan(self.bahan, keputusan).split())


def _paragraph(piece: Piece) -> str:
    """Return a paragraph on one line: a heading, an item of a depth, or plain text."""
    if piece.kind == "#":
        return f"{'#' * piece.depth} {piece.text}"
    mark = f"{'>' * piece.depth}{MARKS[piece.kind]}"
    return " ".join(f"{mark} {piece.text}".split())
