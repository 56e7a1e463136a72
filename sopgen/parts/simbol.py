"""Makna dan simbol: the legend, each symbol drawn beside its meaning."""

from __future__ import annotations

from sopgen.model.buku import Bagian
from sopgen.model.document import (
    Block,
    Cell,
    Heading,
    Label,
    Paragraph,
    Row,
    Run,
    Section,
    Space,
    SymbolFigure,
    Table,
)
from sopgen.model.shape import LineStyle, Shape
from sopgen.parts.bahan import Bahan
from sopgen.parts.naskah import split_label
from sopgen.parts.styles import ANAK_BAB, TABEL, TABEL_JUDUL, portrait
from sopgen.parts.unsur import HANG

TITLE = "E. MAKNA DAN SIMBOL SOP"
COLUMNS = (55.0, 105.0)
ROW_HEIGHT = 19.0


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the legend of the book's own set of symbols."""
    label, text = split_label(TITLE)
    own_label, own_text = split_label(bagian.judul)
    listed = bagian.judul != "-"
    heading = Heading(2, own_text or text, "simbol", own_label or label, listed)
    every = [one for sop in bahan.buku.sop for one in sop.langkah]
    drawn = {one.simbol for one in every}
    naming = {one.simbol for one in every if one.beralih}
    symbols = bahan.symbols.legend(bahan.buku.profil_simbol, drawn)
    head = Row((_head("Simbol"), _head("Arti")))
    rows = (head, *(_row(s, names_sop=s.nama in naming) for s in symbols))
    blocks: tuple[Block, ...] = (
        Paragraph(
            (Run(text),), ANAK_BAB, HANG, labels=(Label(label, 0),), heading=heading
        ),
        Space(2),
        Table(COLUMNS, rows, header=1, padding=(3, 1.5), indent=2.5),
    )
    return (bahan.section(bagian, portrait(bahan.buku.kertas), blocks),)


def _head(text: str) -> Cell:
    return Cell((Paragraph((Run(text),), TABEL_JUDUL.but(size_pt=11)),), middle=True)


def _row(symbol: Shape | LineStyle, *, names_sop: bool) -> Row:
    """Return a symbol with its meaning, that of one that also names SOP."""
    w, h = symbol.size if isinstance(symbol, Shape) else (30.0, 6.0)
    figure = SymbolFigure(symbol.nama, w, h)
    more = symbol.arti_sop if names_sop and isinstance(symbol, Shape) else ""
    meaning = Paragraph((Run(more or symbol.arti),), TABEL.but(size_pt=11))
    return Row(
        (Cell((figure,), middle=True), Cell((meaning,), middle=True)), ROW_HEIGHT
    )
